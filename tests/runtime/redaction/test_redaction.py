"""No place where a program may look, print or write shows a credential, with either kind of client."""

import asyncio
import copy
import io
import logging
import pickle
import subprocess
import sys
import traceback

import httpx
import httpx2
import pytest
from sdk import APIError, Credentials, errors, transports

from tests.layers import is_ours
from tests.runtime.loopback import send, serve
from tests.runtime.standin import (
    CLIENT,
    GET,
    KEY,
    KEY_HEADER,
    NAME,
    PACKAGE,
    SECRET,
    SECRET_HEADER,
    AsyncThings,
    Both,
    Things,
    ThingsAuth,
    said,
)

INVOICE = b'{"Id":5,"Number":"INV-1"}'
ECHO = said(message=f"bad key {KEY} and {SECRET}")


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
    return "".join(text for frame in captured.stack if is_ours(frame) for text in frame.locals.values())


class Kinds:
    """The same call through either client."""

    def __init__(self, kind):
        self.kind = kind

    def client(self, url, **settings):
        settings = {"api_key": KEY, "api_secret": SECRET, "base_url": url, "max_retries": 0} | settings
        return Things(**settings) if self.kind == "sync" else AsyncThings(**settings)

    def get(self, client):
        if self.kind == "sync":
            with client:
                return client.call(GET, query={"id": 5})

        async def call():
            async with client:
                return await client.call(GET, query={"id": 5})

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
    line = client._state
    pager = Both(kinds.kind).pager(client)
    parts = [client, client.with_options(timeout=1), pager, line, line.credentials]
    parts += [line.credentials._current, line._credentials, client._settings]
    for part in parts:
        show(repr(part))
        show(str(part))
        show(repr(vars(part)) if hasattr(part, "__dict__") else "")


def test_what_an_error_shows(kinds):
    error = refused(kinds)
    assert isinstance(error, errors.AuthenticationError)
    show(everything(error))
    show(repr(error.__reduce__()))
    for copied in (pickle.loads(pickle.dumps(error)), copy.deepcopy(error)):
        show(everything(copied))
    show(repr(pickle.dumps(error)))


def test_what_notes_and_groups_of_errors_show(kinds):
    client, error = kinds.client("https://api.example"), refused(kinds)
    line = client._state
    error.add_note(f"of {client} on {vars(line)} with {vars(line.credentials)}, {line._credentials}: {vars(error)}")
    written = pickle.loads(pickle.dumps(error))
    assert written.__notes__ == error.__notes__
    group = ExceptionGroup("of several calls", [written, refused(kinds)])
    captured = traceback.TracebackException.from_exception(group, capture_locals=True)
    told = "".join(traceback.format_exception(group))
    assert "Credentials(api_key=<hidden>" in told
    show(told)
    assert len(captured.exceptions) == 2
    for one in captured.exceptions:
        show(locals_of_ours(one))
        show("".join(one.format_exception_only()))


def test_what_a_traceback_with_locals_shows(kinds):
    error = refused(kinds)
    show("".join(traceback.format_exception(error)))
    captured = traceback.TracebackException.from_exception(error, capture_locals=True)
    inside = "".join(line for frame in captured.stack if is_ours(frame) for line in frame.locals.values())
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
    assert NAME in written or f"GET {GET.path}" in written
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
    assert httpx.Headers(asked[0][1])[KEY_HEADER] == KEY
    assert len(kept) == 2
    for request in kept:
        show(repr(request.headers.raw))


def printed(request):
    """What people print of a request in a hook, or write out."""
    headers = request.headers
    texts = [repr(headers), str(headers), f"{headers}", f"{request} {vars(request)} {vars(headers)}"]
    texts += [repr(listed) for listed in (dict(headers), list(headers.items()), list(headers.values()), headers.raw)]
    texts += [
        repr(copied) for copied in (headers.copy(), dict(headers.copy()), copy.copy(headers), headers.multi_items())
    ]
    texts += [repr(dict(copy.deepcopy(headers))), repr(httpx.Headers(headers)), repr(headers.get_list(KEY_HEADER))]
    texts += [repr([headers[KEY_HEADER], headers.get(SECRET_HEADER.title())]), repr(pickle.dumps(headers))]
    return "\n".join(texts)


class Hooks:
    """An event hook that prints, and what it printed and read."""

    def __init__(self, kind):
        self.printed, self.read, self.copied = [], [], []
        self.event_hooks = {"request": [self.see if kind == "sync" else self.see_async]}

    def see(self, request):
        self.printed.append(printed(request))
        self.read.append((request.headers[KEY_HEADER], request.headers.get(SECRET_HEADER)))
        self.copied.append(dict(copy.deepcopy(request.headers))[KEY_HEADER])

    async def see_async(self, request):
        self.see(request)


@pytest.mark.parametrize("library", [httpx, httpx2], ids=["httpx", "httpx2"])
def test_what_a_hook_that_prints_shows(kinds, library):
    hooks = Hooks(kinds.kind)
    client = (library.Client if kinds.kind == "sync" else library.AsyncClient)(event_hooks=hooks.event_hooks)
    kind = f"{'' if kinds.kind == 'sync' else 'Async'}{'Httpx' if library is httpx else 'Httpx2'}Transport"
    with serve(lambda one: send(one, 200, INVOICE)) as (url, asked):
        kinds.get(kinds.client(url, transport=getattr(transports, kind)(client)))
    told_of(hooks, asked)


def test_what_a_hook_that_prints_shows_under_an_auth(kinds):
    hooks = Hooks(kinds.kind)
    with serve(lambda one: send(one, 200, INVOICE)) as (url, asked):
        auth = ThingsAuth(Credentials(KEY, SECRET), base_url=url)
        settings = {"auth": auth, "trust_env": False, "event_hooks": hooks.event_hooks}
        if kinds.kind == "sync":
            with httpx.Client(**settings) as client:
                response = client.get(url)
        else:

            async def call():
                async with httpx.AsyncClient(**settings) as client:
                    return await client.get(url)

            response = asyncio.run(call())
    told_of(hooks, asked)
    assert KEY_HEADER not in response.request.headers
    show(repr(pickle.dumps(response)))


def told_of(hooks, asked):
    """The hook printed nothing, and read what was sent."""
    (text,) = hooks.printed
    assert "<hidden>" in text
    show(text)
    assert hooks.read == [(KEY, SECRET)]
    assert hooks.copied == [KEY]
    sent = {name.lower(): value for name, value in asked[0][1].items()}
    assert (sent[KEY_HEADER], sent[SECRET_HEADER]) == (KEY, SECRET)


def test_what_a_hook_that_prints_shows_after_a_401_and_a_redirect(kinds):
    hooks = Hooks(kinds.kind)
    auth = ThingsAuth(lambda: Credentials(KEY, SECRET), base_url="https://api.example")
    hooks.see = lambda request: hooks.printed.append(printed(request))

    def answer(request):
        if len(hooks.printed) == 1:
            return httpx.Response(401)
        return httpx.Response(302, headers={"Location": "/landing"}) if len(hooks.printed) == 2 else httpx.Response(200)

    settings = {
        "auth": auth,
        "transport": httpx.MockTransport(answer),
        "event_hooks": {
            "request": [auth.guard, hooks.see] if kinds.kind == "sync" else [auth.async_guard, hooks.see_async]
        },
        "follow_redirects": True,
    }

    async def call():
        async with httpx.AsyncClient(**settings) as client:
            return await client.get("https://api.example/")

    if kinds.kind == "sync":
        with httpx.Client(**settings) as client:
            assert client.get("https://api.example/").status_code == 200
    else:
        assert asyncio.run(call()).status_code == 200
    assert len(hooks.printed) == 3
    for text in hooks.printed:
        assert "<hidden>" in text
        show(text)


CODEC = f"""
import io, logging, sys
from hpack import Encoder
from {PACKAGE}.auth import {CLIENT}Auth as ThingsAuth
from {PACKAGE}.credentials import Credentials

written = io.StringIO()
logging.basicConfig(stream=written, level=logging.DEBUG)
key, secret = sys.argv[1:]
ThingsAuth(Credentials(key, secret), base_url="https://api.example")
ThingsAuth(Credentials(key, secret), base_url="https://api.example")
encoder = Encoder()
for _ in range(100):
    headers = [({KEY_HEADER.encode()}, key.encode()), ({SECRET_HEADER.encode()}, secret.encode()), (b"other", b"told")]
    encoder.encode(headers)
print(written.getvalue(), "{PACKAGE}.transports._httpx" in sys.modules, len(logging.getLogger("hpack.hpack").filters))
"""


def test_what_the_codec_of_http2_logs_under_an_auth_alone():
    paths = f"import sys; sys.path[:0] = {sys.path!r}\n"
    ran = subprocess.run([sys.executable, "-c", paths + CODEC, KEY, SECRET], capture_output=True, text=True, check=True)
    assert "told" in ran.stdout
    assert ran.stdout.endswith("False 1\n")
    show(ran.stdout)


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
