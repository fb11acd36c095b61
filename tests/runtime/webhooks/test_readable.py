"""Bodies stay readable for what surrounds an endpoint, and bounded whoever reads them."""

import asyncio
import io
import itertools

import flask
import pytest
from asgiref.sync import markcoroutinefunction
from django.core.handlers.asgi import ASGIHandler
from django.core.handlers.wsgi import WSGIHandler
from django.test import override_settings
from fastapi import Depends, FastAPI, Request
from sdk.webhooks import fastapi as sdk_fastapi
from sdk.webhooks import flask as sdk_flask
from sdk.webhooks.dispatch import AsyncWebhookHandler, WebhookHandler
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.base import BaseHTTPMiddleware
from starlette.routing import Route
from starlette.testclient import TestClient

from tests.runtime.webhooks import sites
from tests.runtime.webhooks.receiver import delivery
from tests.runtime.webhooks.sites import MAX_BODY, PATH

BODY = delivery()


SEEN = []


@pytest.fixture
def seen():
    """What each reader saw, in order."""
    SEEN.clear()
    return SEEN


@pytest.fixture(autouse=True)
def usual_limit():
    """Django's own limit for forms, which the settings of the other tests make too small."""
    with override_settings(DATA_UPLOAD_MAX_MEMORY_SIZE=2_621_440):
        yield


def before(get_response):
    def middleware(request):
        SEEN.append(request.body)
        return get_response(request)

    return middleware


def behind(get_response):
    def middleware(request):
        response = get_response(request)
        SEEN.append(request.body)
        SEEN.append(request.read())
        return response

    return middleware


def behind_form(get_response):
    def middleware(request):
        response = get_response(request)
        SEEN.append(dict(request.POST))
        return response

    return middleware


def drains(get_response):
    def middleware(request):
        SEEN.append(request.read())
        return get_response(request)

    return middleware


def async_behind(get_response):
    async def middleware(request):
        response = await get_response(request)
        SEEN.append(request.body)
        return response

    return markcoroutinefunction(middleware)


async_behind.async_capable, async_behind.sync_capable = True, False


def breaks(get_response):
    def middleware(request):
        response = get_response(request)
        with pytest.raises(OSError, match="gone"):
            SEEN.append(request.body)
        return response

    return middleware


KINDS = {
    "WSGI": WebhookHandler,
    "WSGI async": AsyncWebhookHandler,
    "ASGI": AsyncWebhookHandler,
    "ASGI sync": WebhookHandler,
}


def django_site(kind, *middleware):
    """A function from a body to the answer's status and text, and the functions that ran."""
    handler, ran = sites.handler(KINDS[kind]), []
    handler.on()(lambda event: ran.append(event.id))
    sites.django_urls(handler)
    names = [f"{__name__}.{one.__name__}" for one in middleware]
    with override_settings(MIDDLEWARE=names):
        app = ASGIHandler() if kind.startswith("ASGI") else WSGIHandler()
    send = asgi if kind.startswith("ASGI") else wsgi
    return (lambda body, **environ: send(app, body, **environ)), ran


def wsgi(app, body, **environ):
    statuses = []
    given = {
        "REQUEST_METHOD": "POST", "PATH_INFO": PATH, "SERVER_NAME": "x", "SERVER_PORT": "80", "wsgi.url_scheme": "http",
        "wsgi.input": io.BytesIO(body), "wsgi.errors": io.StringIO(), "CONTENT_LENGTH": str(len(body)),
        "CONTENT_TYPE": "application/json",
    } | environ  # fmt: skip
    given = {name: value for name, value in given.items() if value is not None}
    text = b"".join(app(given, lambda status, _: statuses.append(int(status[:3]))))
    return statuses[0], text.decode()


def asgi(app, body, *, length=True, content_type=b"application/json", **_):
    async def send(message):
        sent.append(message)

    async def receive():
        return next(messages, None) or await asyncio.Event().wait()

    sent = []
    messages = iter([{"type": "http.request", "body": body, "more_body": False}])
    headers = [(b"content-type", content_type)] + ([(b"content-length", str(len(body)).encode())] if length else [])
    scope = {
        "type": "http", "method": "POST", "path": PATH, "raw_path": PATH.encode(), "root_path": "", "query_string": b"",
        "headers": headers, "http_version": "1.1", "scheme": "http", "server": ("x", 80), "asgi": {"version": "3.0"},
    }  # fmt: skip
    asyncio.run(app(scope, receive, send))
    status = next(message["status"] for message in sent if message["type"] == "http.response.start")
    return status, b"".join(message.get("body", b"") for message in sent).decode()


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("middleware", "wanted"),
    [([behind], [BODY, BODY]), ([before], [BODY]), ([before, behind], [BODY, BODY, BODY]), ([behind_form], [{}])],
    ids=["behind", "before", "both", "form"],
)
def test_django_middleware_reads_the_body(kind, middleware, wanted, seen):
    post, ran = django_site(kind, *middleware)
    assert post(BODY) == (200, "handled")
    assert post(BODY) == (200, "handled before")
    assert ran == [71]
    assert seen == wanted * 2


@pytest.mark.parametrize("kind", ["ASGI", "WSGI async"])
def test_django_middleware_that_awaits_reads_the_body(kind, seen):
    post, _ = django_site(kind, async_behind)
    assert post(BODY) == (200, "handled")
    assert seen == [BODY]


def test_a_site_s_own_limit_for_forms_does_not_spoil_the_body_behind_the_view(seen):
    post, _ = django_site("WSGI", behind)
    with override_settings(DATA_UPLOAD_MAX_MEMORY_SIZE=10):
        assert post(BODY) == (200, "handled")
    assert seen == [BODY, BODY]


def test_django_middleware_that_drains_the_body_is_named_in_the_log(seen, caplog):
    post, ran = django_site("WSGI", drains)
    assert post(BODY) == (500, "receiver not set up")
    assert ran == []
    assert (
        "a middleware has read the body and left nothing of it to the endpoint; let it use request.body" in caplog.text
    )
    # A file is read again from its beginning.
    post, ran = django_site("ASGI", drains)
    assert post(BODY) == (200, "handled")
    assert seen == [BODY, BODY]


def test_a_chunked_body_is_readable_behind_django_s_view(seen):
    post, _ = django_site("WSGI", behind)
    chunked = {"CONTENT_LENGTH": None, "HTTP_TRANSFER_ENCODING": "chunked", "wsgi.input_terminated": True}
    assert post(BODY, **chunked) == (200, "handled")
    assert seen == [BODY, BODY]


@pytest.mark.parametrize("kind", ["ASGI", "WSGI"])
def test_of_a_body_above_the_limit_django_s_view_reads_no_more_than_the_limit(kind, seen):
    large = b"x" * (MAX_BODY * 10)
    post, _ = django_site(kind, behind)
    # The middleware gets it whole, because it is the middleware that asks for it.
    chunked = {"CONTENT_LENGTH": None, "HTTP_TRANSFER_ENCODING": "chunked", "wsgi.input_terminated": True}
    assert post(large, length=False, **chunked) == (413, "body too large")
    assert seen == [large, large]
    read = io.BytesIO(large)
    post, _ = django_site("WSGI")
    assert post(b"", **chunked | {"wsgi.input": read}) == (413, "body too large")
    assert read.tell() == MAX_BODY + 1


def test_a_body_that_breaks_off_is_answered_once(seen):
    class Broken(io.BytesIO):
        def read(self, size=-1):
            raise OSError("gone")

    post, _ = django_site("WSGI", breaks)
    assert post(b"", **{"wsgi.input": Broken(), "CONTENT_LENGTH": "100"}) == (400, "body incomplete")
    assert seen == []


def flask_site(*, first=None, last=None):
    app, handler, ran = flask.Flask("site"), sites.handler(WebhookHandler), []
    handler.on()(lambda event: ran.append(event.id))
    app.register_blueprint(sdk_flask.blueprint(handler, PATH))
    app.config["PROPAGATE_EXCEPTIONS"] = False
    if first:
        app.before_request(first)
    if last:
        app.after_request(last)
    return app.wsgi_app, ran


def test_flask_s_hooks_read_the_body(seen):
    def first():
        seen.append(flask.request.get_data())

    def last(response):
        seen.extend([flask.request.get_data(), flask.request.get_json(silent=True)["event"]["id"]])
        return response

    app, ran = flask_site(first=first, last=last)
    assert wsgi(app, BODY) == (200, "handled")
    app, ran = flask_site(last=last)
    assert wsgi(app, BODY) == (200, "handled")
    assert ran == [71]
    assert seen == [BODY, BODY, 71, BODY, 71]


@pytest.mark.parametrize("drain", [{"cache": False}, None])
def test_what_drains_the_body_before_flask_s_view_is_named_in_the_log(drain, caplog):
    def first():
        flask.request.get_data(**drain) if drain else flask.request.stream.read()

    app, ran = flask_site(first=first)
    assert wsgi(app, BODY) == (500, "receiver not set up")
    assert ran == []
    assert "a function before the view has read the body" in caplog.text


def test_of_a_body_above_the_limit_flask_s_view_reads_no_more_than_the_limit():
    app, _ = flask_site(last=lambda response: response)
    read = io.BytesIO(b"x" * (MAX_BODY * 10))
    chunked = {"CONTENT_LENGTH": None, "HTTP_TRANSFER_ENCODING": "chunked", "wsgi.input_terminated": True}
    assert wsgi(app, b"", **chunked | {"wsgi.input": read}) == (413, "body too large")
    assert read.tell() == MAX_BODY + 1


class Reads(BaseHTTPMiddleware):
    async def dispatch(self, request, call_next):
        SEEN.append(await request.body())
        response = await call_next(request)
        SEEN.append(await request.body())
        return response


class Replays:
    """Middleware of plain ASGI."""

    def __init__(self, app):
        self.app = app

    async def __call__(self, scope, receive, send):
        async def replay():
            message = await receive()
            SEEN.append(message["body"])
            return message

        await self.app(scope, replay if scope["type"] == "http" else receive, send)


@pytest.mark.parametrize(("middleware", "times"), [(Reads, 2), (Replays, 1)])
def test_starlette_s_middleware_reads_the_body(middleware, times, seen):
    handler = sites.handler(AsyncWebhookHandler)
    handler.on()(lambda event: None)
    routes = [Route(PATH, sdk_fastapi.Endpoint(handler))]
    app = Starlette(routes=routes, middleware=[Middleware(middleware)])
    assert TestClient(app).post(PATH, content=BODY).text == "handled"
    fast = FastAPI()
    fast.include_router(sdk_fastapi.router(sites.handler(AsyncWebhookHandler), PATH))
    fast.add_middleware(middleware)
    assert TestClient(fast).post(PATH, content=BODY).text == "nothing to do"
    assert seen == [BODY] * times * 2


def fastapi_site(*dependencies):
    handler, ran = sites.handler(AsyncWebhookHandler), []
    handler.on()(lambda event: ran.append(event.id))
    app = FastAPI(dependencies=[Depends(one) for one in dependencies])
    app.include_router(sdk_fastapi.router(handler, PATH))
    return app, ran


async def reads(request: Request):
    SEEN.append(await request.body())


async def reads_at_the_end(request: Request):
    yield
    SEEN.append(await request.body())


async def takes_json(body: dict):
    SEEN.append(body["event"]["id"])


async def streams(request: Request):
    SEEN.append(b"".join([chunk async for chunk in request.stream()]))


@pytest.mark.parametrize(("dependency", "wanted"), [(reads, [BODY]), (reads_at_the_end, [BODY]), (takes_json, [71])])
def test_fastapi_s_dependencies_read_the_body(dependency, wanted, seen):
    app, ran = fastapi_site(dependency)
    answer = TestClient(app).post(PATH, content=BODY, headers={"content-type": "application/json"})
    assert answer.text == "handled"
    assert ran == [71]
    assert seen == wanted


def test_a_dependency_that_drains_the_body_is_named_in_the_log(seen, caplog):
    app, ran = fastapi_site(streams)
    assert TestClient(app).post(PATH, content=BODY).status_code == 500
    assert (ran, seen) == ([], [BODY])
    assert "a dependency has read the body" in caplog.text


@pytest.mark.parametrize("dependency", [reads, takes_json, streams])
@pytest.mark.parametrize("length", [True, False])
def test_no_dependency_reads_beyond_the_limit(dependency, length, seen):
    app, _ = fastapi_site(dependency)
    chunks = itertools.count()

    def endless():
        while next(chunks) < 10:
            yield b"x" * MAX_BODY

    headers = {"content-type": "application/json"} | ({"content-length": "1000000"} if length else {})
    client = TestClient(app)
    answer = client.post(PATH, content=b"x" * (MAX_BODY * 10), headers=headers)
    assert (answer.status_code, answer.text) == (413, "body too large")
    answer = client.post(PATH, content=endless(), headers={"content-type": "application/json"})
    assert (answer.status_code, answer.text) == (413, "body too large")
    assert all(len(one) <= MAX_BODY for one in seen)
