"""Endpoints behind the frameworks' servers, over real sockets: what a test client only plays."""

import contextlib
import http.client
import socket
import threading
import wsgiref.simple_server

import pytest
import uvicorn
import werkzeug.serving
from sdk.webhooks.dispatch import AsyncWebhookHandler, WebhookHandler

from tests.runtime.webhooks import sites
from tests.runtime.webhooks.receiver import delivery
from tests.runtime.webhooks.sites import MAX_BODY, PATH
from tests.waiting import until


@contextlib.contextmanager
def asgi(app):
    config = uvicorn.Config(app, port=0, log_config=None, lifespan="off", timeout_graceful_shutdown=5)
    with socket.create_server(("127.0.0.1", 0)) as listening:
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
        thread.start()
        try:
            until(lambda: server.started or not thread.is_alive())
            yield listening.getsockname()[1]
        finally:
            server.should_exit = True
            thread.join(60)
            assert not thread.is_alive()


@contextlib.contextmanager
def wsgi(make, app):
    with contextlib.ExitStack() as stack:
        server = make(app)
        stack.callback(server.server_close)
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield server.server_port
        finally:
            server.shutdown()
            thread.join(60)
            assert not thread.is_alive()


class Quiet(wsgiref.simple_server.WSGIRequestHandler):
    def log_message(self, *arguments):
        pass


def of_werkzeug(app):
    return werkzeug.serving.make_server("127.0.0.1", 0, app, threaded=True)


def of_wsgiref(app):
    return wsgiref.simple_server.make_server("127.0.0.1", 0, app, handler_class=Quiet)


# Whether the server takes chunks apart: wsgiref does not.
SERVERS = {
    "FastAPI": (AsyncWebhookHandler, lambda handler: asgi(sites.fastapi_router(handler)), True),
    "Flask": (WebhookHandler, lambda handler: wsgi(of_werkzeug, sites.flask_site(handler)), True),
    "Django": (WebhookHandler, lambda handler: wsgi(of_wsgiref, sites.django_wsgi(handler)), False),
    "Django on a server that takes chunks": (
        WebhookHandler,
        lambda handler: wsgi(of_werkzeug, sites.django_wsgi(handler)),
        True,
    ),
    "Django async": (AsyncWebhookHandler, lambda handler: asgi(sites.django_asgi(handler)), True),
}


@pytest.fixture(params=SERVERS)
def served(request):
    kind, serve, takes_chunks = SERVERS[request.param]
    handler = sites.handler(kind)
    with serve(handler) as port:
        yield handler, port, takes_chunks


def post(port, body=None, method="POST"):
    """The status and text that a server answers."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    with contextlib.closing(connection):
        connection.request(method, PATH, body)
        answer = connection.getresponse()
        return answer.status, answer.read().decode()


def post_chunks(port, *chunks):
    """As `post`, without a length. All is sent at once, so that a server that closes early is no matter."""
    sent = b"".join(b"%x\r\n%s\r\n" % (len(chunk), chunk) for chunk in (*chunks, b""))
    head = f"POST {PATH} HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n"
    with socket.create_connection(("127.0.0.1", port), timeout=60) as connection:
        connection.sendall(head.encode() + sent)
        answer = http.client.HTTPResponse(connection)
        with contextlib.closing(answer):
            answer.begin()
            return answer.status, answer.read().decode()


def test_deliveries_over_a_socket(served):
    handler, port, _ = served
    ran = []
    handler.on()(lambda event: ran.append(event.id))
    assert post(port, delivery()) == (200, "handled")
    assert post(port, delivery()) == (200, "handled before")
    assert post(port, delivery(secret="another")) == (400, "signature refused")
    assert post(port, b"x" * (MAX_BODY + 1)) == (413, "body too large")
    assert post(port, method="GET")[0] == 405
    assert ran == [71]


def test_a_failed_handler_over_a_socket(served):
    handler, port, _ = served
    handler.on()(lambda event: 1 / 0)
    assert post(port, delivery()) == (500, "not handled, deliver again")


def test_a_body_without_a_length(served):
    handler, port, takes_chunks = served
    handler.on()(lambda event: None)
    small = post_chunks(port, delivery()[:100], delivery()[100:])
    large = post_chunks(port, b"x" * MAX_BODY, b"x")
    assert small == ((200, "handled") if takes_chunks else (411, "length required"))
    assert large == ((413, "body too large") if takes_chunks else (411, "length required"))


# Django's ASGI handler takes in a body, onto disk, before any view is asked.
@pytest.mark.parametrize("served", ["FastAPI", "Flask", "Django"], indirect=True)
def test_a_length_above_the_limit_is_answered_before_the_body_is_sent(served):
    _, port, _ = served
    with socket.create_connection(("127.0.0.1", port), timeout=60) as connection:
        length = MAX_BODY + 1
        connection.sendall(f"POST {PATH} HTTP/1.1\r\nHost: x\r\nContent-Length: {length}\r\n\r\n".encode())
        assert connection.recv(1000).split()[1] == b"413"


def test_a_body_that_ends_early_is_not_handled(served):
    handler, port, _ = served
    handler.on()(pytest.fail)
    with socket.create_connection(("127.0.0.1", port), timeout=60) as connection:
        body = delivery()
        head = f"POST {PATH} HTTP/1.1\r\nHost: x\r\nContent-Length: {len(body)}\r\nConnection: close\r\n\r\n"
        connection.sendall(head.encode() + body[:-1])
        connection.shutdown(socket.SHUT_WR)
        answer = connection.recv(1000)
    assert answer == b"" or answer.split()[1] == b"400"
    assert isinstance(handler.store.claim("event:71"), str)
