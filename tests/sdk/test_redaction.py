"""No place where a program may look, print or write shows a credential, with either kind of client."""

import asyncio
import copy
import io
import logging
import pickle
import traceback

import httpx
import pytest
from envoice import APIError, AsyncEnvoice, Envoice, errors

from tests.sdk.loopback import send, serve
from tests.sdk.standin import KEY, SECRET

INVOICE = b'{"Id":5,"Number":"INV-1"}'
ECHO = f'{{"Message":"bad key {KEY} and {SECRET}"}}'.encode()


def show(text):
    assert KEY not in text
    assert SECRET not in text


def everything(value):
    """Texts of a value: what printing, formatting and looking at its attributes gives."""
    texts = [repr(value), str(value), f"{value}"]
    if hasattr(value, "__dict__"):
        texts.append(repr(vars(value)))
    texts += [repr(getattr(value, name, None)) for name in dir(value) if not name.startswith("__")]
    return "\n".join(texts)


def locals_of_ours(captured):
    return "".join(text for frame in captured.stack if "/envoice/" in frame.filename for text in frame.locals.values())


class Kinds:
    """The same call through either client."""

    def __init__(self, kind):
        self.kind = kind

    def client(self, url, **settings):
        settings = {"api_key": KEY, "api_secret": SECRET, "base_url": url, "max_retries": 0} | settings
        return Envoice(**settings) if self.kind == "sync" else AsyncEnvoice(**settings)

    def get(self, client):
        if self.kind == "sync":
            with client:
                return client.invoices.get(5)

        async def call():
            async with client:
                return await client.invoices.get(5)

        return asyncio.run(call())

    def http_client(self, **settings):
        return httpx.Client(**settings) if self.kind == "sync" else httpx.AsyncClient(**settings)


@pytest.fixture(params=["sync", "async"])
def kinds(request):
    return Kinds(request.param)


def failing(handler):
    send(handler, 401, ECHO, Content_Type="application/json")


def refused(kinds, **settings):
    with serve(failing) as (url, _), pytest.raises(APIError) as caught:
        kinds.get(kinds.client(url, **settings))
    return caught.value


def test_what_a_client_and_its_parts_show(kinds):
    client = kinds.client("https://api.example")
    line = client._line
    parts = [client, client.with_options(timeout=1), client.invoices, client.invoices.list(), line, line.keyring]
    parts += [client.invoices.with_raw_response, line.keyring._current, line._credentials, client._settings]
    for part in parts:
        show(repr(part))
        show(str(part))
        show(repr(vars(part)) if hasattr(part, "__dict__") else "")


def test_what_an_error_shows(kinds):
    error = refused(kinds)
    assert isinstance(error, errors.AuthenticationError)
    show(everything(error))
    show(repr(getattr(error, "__notes__", [])))
    show(repr(error.__reduce__()))
    for copied in (pickle.loads(pickle.dumps(error)), copy.deepcopy(error)):
        show(everything(copied))
    show(repr(pickle.dumps(error)))


def test_what_a_traceback_with_locals_shows(kinds):
    error = refused(kinds)
    show("".join(traceback.format_exception(error)))
    captured = traceback.TracebackException.from_exception(error, capture_locals=True)
    inside = "".join(
        line for frame in captured.stack if "/envoice/" in frame.filename for line in frame.locals.values()
    )
    assert inside
    show(inside)


def test_what_a_lost_connection_shows(kinds):
    def answer(handler):
        handler.connection.close()

    with serve(answer) as (url, _), pytest.raises(errors.APIConnectionError) as caught:
        kinds.get(kinds.client(url))
    error = caught.value
    assert error.__cause__ is None
    assert error.__context__ is None
    captured = traceback.TracebackException.from_exception(error, capture_locals=True)
    show(locals_of_ours(captured))


def test_what_the_logs_of_all_libraries_show(kinds):
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    root = logging.getLogger()
    before = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    try:
        with serve(lambda one: send(one, 200, INVOICE)) as (url, _):
            kinds.get(kinds.client(url))
        refused(kinds)
    finally:
        root.removeHandler(handler)
        root.setLevel(before)
    written = stream.getvalue()
    assert "envoice" in written or "GET /api/invoice/details" in written
    assert "HTTP Request" in written
    assert "id=5" not in written
    show(written)


def test_what_is_left_on_requests_that_a_hook_of_ones_own_keeps(kinds):
    kept = []
    if kinds.kind == "sync":
        hooks = {"request": [kept.append], "response": [lambda response: kept.append(response.request)]}
    else:

        async def keep(request):
            kept.append(request)

        async def keep_response(response):
            kept.append(response.request)

        hooks = {"request": [keep], "response": [keep_response]}
    with serve(lambda one: send(one, 200, INVOICE)) as (url, asked):
        kinds.get(kinds.client(url, http_client=kinds.http_client(event_hooks=hooks)))
    assert asked[0][1]["x-auth-key"] == KEY
    assert len(kept) == 2
    for request in kept:
        show(repr(request.headers.raw))


def test_what_our_own_hooks_are_given(kinds):
    told = []
    refused(kinds, on_request=told.append, on_response=told.append)
    assert len(told) == 2
    for event in told:
        show(everything(event))


@pytest.mark.parametrize("dump", [pickle.dumps, copy.copy, copy.deepcopy])
def test_a_client_is_not_written_out(kinds, dump):
    with pytest.raises(TypeError, match="cannot be copied or pickled"):
        dump(kinds.client("https://api.example"))


def test_a_wrong_credential_is_not_quoted(kinds):
    for wrong in (f"{KEY}\n", f" {KEY}", f"{KEY}ü", f"{KEY}\x00"):
        with pytest.raises(errors.ConfigurationError) as caught:
            kinds.client("https://api.example", api_key=wrong)
        show(str(caught.value))
