"""Endpoints through each framework's own test client: the answers, and bodies bounded and read as they are."""

import asyncio
import itertools
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest
import sdk
from django.db import connection
from django.test import AsyncClient, Client
from sdk._api import NAME
from sdk.errors import ConfigurationError
from sdk.webhooks import django as sdk_django
from sdk.webhooks import fastapi as sdk_fastapi
from sdk.webhooks import flask as sdk_flask
from sdk.webhooks.dispatch import AsyncWebhookHandler, WebhookHandler
from starlette.testclient import TestClient
from starlette.websockets import WebSocketDisconnect

from tests.runtime.webhooks import sites
from tests.runtime.webhooks.receiver import PERSONAL, UNPAID, EventType, delivery, webhooks
from tests.runtime.webhooks.sites import ASGI, MAX_BODY, PATH, WSGI


class Site:
    """A framework's test client: `ask` gives status, text and headers."""

    def __init__(self, name):
        self.name = name
        self.kind = WebhookHandler if name in {*WSGI, "Django"} else AsyncWebhookHandler
        self.handler = sites.handler(self.kind)
        if name in ASGI:
            self._client = TestClient(ASGI[name](self.handler), raise_server_exceptions=False)
        elif name in WSGI:
            self._client = WSGI[name](self.handler).test_client()
        else:
            sites.django_urls(self.handler)
            self._client = {"Django": Client, "Django async": AsyncClient, "Django async under WSGI": Client}[name](
                enforce_csrf_checks=True
            )

    def ask(self, method, body=b"", **headers):
        headers = {name.replace("_", "-"): value for name, value in headers.items()}
        if self.name in ASGI:
            answer = self._client.request(method, PATH, content=body, headers=headers)
            return answer.status_code, answer.text, answer.headers
        if self.name in WSGI:
            answer = self._client.open(PATH, method=method, data=body, headers=headers)
            return answer.status_code, answer.text, answer.headers
        answer = self._client.generic(method, PATH, body, headers=headers)
        answer = asyncio.run(answer) if self.name == "Django async" else answer
        return answer.status_code, answer.content.decode(), answer.headers

    def post(self, body, **headers):
        return self.ask("POST", body, **headers)[:2]


@pytest.fixture(params=[*ASGI, *WSGI, "Django", "Django async", "Django async under WSGI"])
def site(request):
    return Site(request.param)


def test_a_delivery_is_handled_once(site):
    ran = []
    site.handler.on(EventType.PAID)(lambda event: ran.append(event.id))
    assert site.post(delivery()) == (200, "handled")
    assert site.post(delivery()) == (200, "handled before")
    assert site.post(delivery(72, UNPAID)) == (200, "nothing to do")
    assert ran == [71]


@pytest.mark.parametrize(
    "content_type", ["application/json", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "x"]
)
def test_the_bytes_are_taken_whatever_their_type_says(site, content_type):
    ran = []
    site.handler.on()(lambda event: ran.append(event.raw))
    body = delivery(message="a=b&c=%20\r\n--x--\r\n + é\u2028", link="🧾")
    assert site.post(body, Content_Type=content_type) == (200, "handled")
    assert ran == [body]


def test_a_forgery_and_what_is_no_delivery_are_refused(site, caplog):
    site.handler.on()(pytest.fail)
    assert site.post(delivery(secret="another")) == (400, "signature refused")
    assert site.post(b"\xff" + delivery()) == (400, "body refused")
    assert site.post(b"") == (400, "body refused")
    assert PERSONAL not in caplog.text


def test_a_failed_handler_is_answered_500_and_runs_again(site, caplog):
    ran = []

    def fails_once(event):
        ran.append(event.id)
        if len(ran) == 1:
            raise ValueError(event.message)

    site.handler.on()(fails_once)
    assert site.post(delivery()) == (500, "not handled, deliver again")
    assert site.post(delivery()) == (200, "handled")
    assert ran == [71, 71]
    assert PERSONAL not in caplog.text


def test_a_duplicate_in_progress_is_answered_503(site):
    site.handler.on()(pytest.fail)
    assert isinstance(site.handler.store.claim("event:71"), str)
    assert site.post(delivery()) == (503, "in progress, deliver again")


@pytest.mark.parametrize("method", ["GET", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"])
def test_other_methods_are_refused_in_the_same_words(site, method):
    status, text, headers = site.ask(method, delivery() if method == "PUT" else b"")
    assert (status, text, headers["Allow"]) == (405, "POST only", "POST")
    assert headers["Content-Type"] == "text/plain; charset=utf-8"


def test_a_question_for_the_head_is_refused_without_a_body(site):
    status, text, headers = site.ask("HEAD")
    assert (status, text, headers["Allow"]) == (405, "", "POST")


MISTAKEN = {
    "FastAPI": (sdk_fastapi.router, WebhookHandler, "AsyncWebhookHandler"),
    "Starlette": (sdk_fastapi.Endpoint, WebhookHandler, "AsyncWebhookHandler"),
    "Flask": (sdk_flask.blueprint, AsyncWebhookHandler, "WebhookHandler"),
    "Flask view": (sdk_flask.view, AsyncWebhookHandler, "WebhookHandler"),
}


@pytest.mark.parametrize(("make", "kind", "wanted"), MISTAKEN.values(), ids=MISTAKEN)
def test_a_handler_that_the_framework_cannot_call_is_refused_at_once(make, kind, wanted):
    with pytest.raises(ConfigurationError, match=rf"takes a handler of the kind {wanted}; got {kind.__name__}\.$"):
        make(sites.handler(kind))


@pytest.mark.parametrize("make", [sdk_fastapi.router, sdk_flask.blueprint, sdk_django.view])
@pytest.mark.parametrize("given", [webhooks(), None, print])
def test_what_is_no_handler_is_refused_at_once(make, given):
    with pytest.raises(ConfigurationError, match=rf"takes a handler of the kind .*; got {type(given).__name__}\.$"):
        make(given)


def test_a_body_at_the_limit_is_taken_and_one_above_it_is_not(site):
    site.handler.on()(lambda event: None)
    padding = MAX_BODY - len(delivery(link=""))
    assert site.post(delivery(link="x" * padding)) == (200, "handled")
    assert site.post(delivery(72, link="x" * (padding + 1))) == (413, "body too large")


def test_the_answers_are_plain_text(site):
    assert site.ask("POST", b"")[2]["Content-Type"] == "text/plain; charset=utf-8"


@pytest.mark.parametrize("name", ["FastAPI router", "Django async"])
def test_coroutines_are_handlers_too(name):
    site, ran = Site(name), []

    @site.handler.on(EventType.PAID)
    async def paid(event):
        await asyncio.sleep(0)
        ran.append(event.id)

    assert site.post(delivery()) == (200, "handled")
    assert ran == [71]


@pytest.mark.parametrize("name", ["Django", "Django async", "Django async under WSGI"])
def test_django_opens_no_transaction_around_the_handler(name):
    site, seen = Site(name), []
    site.handler.on()(lambda event: seen.append(connection.in_atomic_block))
    assert site.post(delivery()) == (200, "handled")
    assert seen == [False]


@pytest.mark.parametrize("name", ["FastAPI router", "Django async", "Django async under WSGI"])
def test_a_plain_handler_keeps_no_event_loop_waiting(name):
    site, threads = Site(name), []

    @site.handler.on(name="plain")
    def plain(event):
        threads.append(threading.get_ident())

    @site.handler.on(name="coroutine")
    async def coroutine(event):
        threads.append(threading.get_ident())

    assert site.post(delivery()) == (200, "handled")
    assert len(set(threads)) == 2


@pytest.mark.parametrize("in_thread", [None, sdk_django._in_thread], ids=["anyio", "Django"])
def test_a_plain_handler_that_raises_stop_iteration_is_waited_for_no_longer(in_thread):
    handler = sites.handler(AsyncWebhookHandler)
    handler.on()(lambda event: next(iter(())))
    outcome = asyncio.run(asyncio.wait_for(handler.handle(delivery(), in_thread=in_thread), 60))
    assert (outcome.status, outcome.text) == (500, "not handled, deliver again")


def test_the_router_is_not_in_the_openapi_document():
    app = sites.fastapi_router(sites.handler(AsyncWebhookHandler))
    assert app.openapi()["paths"] == {}


class Unreadable:
    """A body that must not be touched."""

    def read(self, *_):
        pytest.fail("the body was read")

    readline = readinto = read


@pytest.mark.parametrize("length", [str(MAX_BODY + 1), "9" * 5000])
def test_a_declared_length_above_the_limit_is_refused_unread(length):
    environ = {"wsgi.input": Unreadable(), "CONTENT_LENGTH": length}
    for name in ("Flask blueprint", "Flask rule"):
        assert Site(name)._client.post(PATH, environ_overrides=environ).status_code == 413
    assert Site("Django")._client.post(PATH, b"", "application/json", **environ).status_code == 413
    assert asyncio.run(asgi(ASGI["FastAPI router"], Unreadable().read, length)) == [413]


def test_a_client_that_leaves_within_the_body_is_refused():
    class Broken(Unreadable):
        def read(self, *_):
            raise OSError

        readinto = read

    environ = {"wsgi.input": Broken(), "CONTENT_LENGTH": "100"}
    assert Site("Django")._client.post(PATH, b"", "application/json", **environ).content == b"body incomplete"
    assert Site("Flask blueprint")._client.post(PATH, environ_overrides=environ).data == b"body incomplete"


def test_starlette_without_fastapi_has_no_router(monkeypatch):
    monkeypatch.setitem(sys.modules, "fastapi", None)
    with pytest.raises(ImportError, match=rf"\.webhooks\.fastapi\.router needs FastAPI: pip install '{NAME}\["):
        sdk_fastapi.router(sites.handler(AsyncWebhookHandler))


def test_a_body_without_end_is_not_read_to_its_end():
    chunks = itertools.count()

    async def endless():
        assert next(chunks) < 10
        return {"type": "http.request", "body": b"x" * 1000, "more_body": True}

    assert asyncio.run(asgi(ASGI["FastAPI router"], endless, "")) == [413]
    assert next(chunks) == MAX_BODY // 1000 + 1


def test_a_websocket_is_closed_and_a_client_that_leaves_is_answered_nothing():
    async def leave():
        return {"type": "http.disconnect"}

    assert asyncio.run(asgi(ASGI["Starlette mounted"], leave, "100")) == []
    client = TestClient(ASGI["Starlette mounted"](sites.handler(AsyncWebhookHandler)))
    with pytest.raises(WebSocketDisconnect) as closed, client.websocket_connect(PATH):
        pytest.fail("the connection was opened")
    assert closed.value.code == 1000


async def asgi(site, receive, length):
    """The statuses that a site answers to a request whose body comes from `receive`."""
    scope = {
        "type": "http", "method": "POST", "path": PATH, "raw_path": PATH.encode(), "root_path": "", "query_string": b"",
        "headers": [(b"content-length", length.encode())] if length else [], "http_version": "1.1", "scheme": "http",
        "server": ("x", 80),
    }  # fmt: skip
    answered = []

    async def send(message):
        answered.append(message)

    await site(sites.handler(AsyncWebhookHandler))(scope, receive, send)
    return [message["status"] for message in answered if message["type"] == "http.response.start"]


@pytest.mark.parametrize(
    ("module", "package", "said"),
    [
        (
            "fastapi",
            "starlette",
            "webhooks.fastapi needs FastAPI or Starlette",
        ),
        ("flask", "flask", "webhooks.flask needs Flask"),
        ("django", "django", "webhooks.django needs Django"),
    ],
)
def test_a_missing_framework_is_told_in_one_sentence(module, package, said):
    package_under_test = sdk.__package_under_test__
    code = f"""
import sys; sys.modules[{package!r}] = None
import tests.conftest
try:
    import {package_under_test}.webhooks.{module}
except ImportError as error:
    print(error, error.__cause__)
"""
    root = Path(__file__).parents[3]
    environ = {"PYTHONPATH": os.pathsep.join([str(root), *filter(None, sys.path)])}
    command = [sys.executable, "-c", code]
    said_so = subprocess.run(command, cwd=root, env=environ, capture_output=True, text=True, check=True).stdout
    assert said_so == f"{package_under_test}.{said}: pip install '{NAME}[{module}]'. None\n"
