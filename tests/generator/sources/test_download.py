"""Downloading: from a real server on loopback where the wire matters, from a mock where https and hosts do."""

import gzip
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import attrs
import httpx
import pytest

from sdkwright.errors import GeneratorError
from sdkwright.sources.config import UrlSource
from sdkwright.sources.download import Download, download
from sdkwright.sources.lock import UrlOrigin

BODY = b'{"openapi": "3.0.0", "paths": {}}'
WAY_OUT = "use `--source directory`"


@attrs.define
class Server:
    """Answers every path with what the test put there, and remembers the headers of each request."""

    url: str
    answers: dict[str, Callable[[BaseHTTPRequestHandler], None]] = attrs.field(factory=dict)
    requests: list[dict[str, str]] = attrs.field(factory=list)
    released: threading.Event = attrs.field(factory=threading.Event)

    def answer(self, path: str, status: int = 200, body: bytes = BODY, **headers: str) -> str:
        def handle(handler: BaseHTTPRequestHandler) -> None:
            handler.send_response(status)
            sent = {"Content-Length": str(len(body))} | {key.replace("_", "-"): text for key, text in headers.items()}
            for key, text in sent.items():
                if text:
                    handler.send_header(key, text)
            handler.end_headers()
            handler.wfile.write(body)

        self.answers[path] = handle
        return self.url + path

    def raw(self, path: str, data: bytes, *, hang: bool = False) -> str:
        def handle(handler: BaseHTTPRequestHandler) -> None:
            handler.wfile.write(data)
            handler.wfile.flush()
            if hang:
                self.released.wait(30)
            handler.close_connection = True

        self.answers[path] = handle
        return self.url + path


@pytest.fixture
def server() -> Iterator[Server]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            state.requests.append({key.lower(): value for key, value in self.headers.items()})
            state.answers[self.path](self)

        def log_message(self, *args: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as listening:
        state = Server(f"http://127.0.0.1:{listening.server_port}")
        thread = threading.Thread(target=listening.serve_forever, args=(0.01,))
        thread.start()
        yield state
        state.released.set()
        listening.shutdown()
        thread.join()


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch):
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)


def get(url: str, *, held: UrlOrigin | None = None, transport: httpx.AsyncBaseTransport | None = None, **limits):
    return download(UrlSource(url=url, **limits), held=held, way_out=WAY_OUT, transport=transport)


def refusal(url: str, **arguments) -> str:
    with pytest.raises(GeneratorError) as caught:
        get(url, **arguments)
    text = str(caught.value)
    assert text.startswith(url.partition("?")[0] + ": ")
    assert text.endswith(f"; {WAY_OUT}.")
    assert "\n" not in text
    return text


def test_it_brings_the_bytes_and_what_to_ask_with_next_time(server):
    url = server.answer("/spec", ETag='"1"', Last_Modified="Tue, 01 Jan 2030 00:00:00 GMT")
    origin = UrlOrigin(url=url, etag='"1"', last_modified="Tue, 01 Jan 2030 00:00:00 GMT")
    assert get(url) == Download(BODY, origin)
    assert "if-none-match" not in server.requests[0]
    assert server.requests[0]["accept-encoding"] == "identity"


def test_it_asks_whether_what_we_hold_is_current(server):
    url = server.answer("/spec", status=304, body=b"", Content_Length="")
    held = UrlOrigin(url=url, etag='"1"', last_modified="Tue, 01 Jan 2030 00:00:00 GMT")
    assert get(url, held=held) == Download(None, held)
    assert server.requests[0]["if-none-match"] == '"1"'
    assert server.requests[0]["if-modified-since"] == "Tue, 01 Jan 2030 00:00:00 GMT"


def test_current_is_no_answer_to_who_holds_nothing(server):
    assert "answered 304 Not Modified" in refusal(server.answer("/spec", status=304, body=b"", Content_Length=""))


def test_a_chunked_document_is_whole(server):
    url = server.raw(
        "/spec", b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + b"%x\r\n%s\r\n0\r\n\r\n" % (len(BODY), BODY)
    )
    assert get(url).data == BODY


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410, 500, 503, 204, 206])
def test_any_other_status_is_refused(server, status):
    assert f"127.0.0.1 answered {status} " in refusal(server.answer("/spec", status=status, body=b""))


def test_the_servers_own_words_are_not_printed(server):
    url = server.raw("/spec", b"HTTP/1.1 418 hunter2\r\nContent-Length: 0\r\n\r\n")
    assert "hunter2" not in refusal(url)
    assert "answered 599;" in refusal(server.raw("/x", b"HTTP/1.1 599 hunter2\r\nContent-Length: 0\r\n\r\n"))


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n" + BODY, id="shorter-than-announced"),
        pytest.param(b'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{"ope\r\n', id="no-last-chunk"),
        pytest.param(b"HTTP/1.1 200 OK\r\nContent-Le", id="within-the-headers"),
        pytest.param(b"", id="nothing"),
        pytest.param(b"what?\r\n\r\n", id="not-http"),
    ],
)
def test_a_truncated_download_is_refused(server, data):
    assert "the download from 127.0.0.1 broke off: " in refusal(server.raw("/spec", data))


def test_a_document_of_unknown_length_is_refused(server):
    url = server.raw("/spec", b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" + BODY)
    assert "does not say how long the document is" in refusal(url)


def test_a_packed_document_is_refused(server):
    url = server.answer("/spec", body=gzip.compress(BODY), Content_Encoding="gzip")
    assert "packed document" in refusal(url)


def test_a_length_that_is_not_the_bodys_is_refused():
    def answer(request: httpx.Request) -> httpx.Response:
        return httpx.Response(200, headers={"Content-Length": "7"}, stream=httpx.ByteStream(BODY))

    text = refusal("https://h/spec", transport=httpx.MockTransport(answer))
    assert f"announced 7 bytes and sent {len(BODY)}" in text


@pytest.mark.parametrize("announced", [True, False])
def test_a_large_document_is_refused(server, announced):
    if announced:
        url = server.answer("/spec", body=b"x" * 1001)
    else:
        chunk = b"%x\r\n%s\r\n" % (600, b"x" * 600)
        url = server.raw("/spec", b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + chunk * 2 + b"0\r\n\r\n")
    assert "has more than the 1,000 bytes" in refusal(url, max_bytes=1000)


@pytest.mark.parametrize("start", [b"", b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{"])
def test_a_server_that_hangs_runs_into_the_deadline(server, start):
    url = server.raw("/spec", start, hang=True)
    assert "did not send the whole document within 0.1 seconds" in refusal(url, timeout_seconds=0.1)


def test_a_host_that_is_not_there_is_a_sentence(server):
    port = server.url.rpartition(":")[2]
    assert "could not reach 127.0.0.1: " in refusal(f"https://127.0.0.1:{port}/spec")  # no TLS there


def test_a_closed_port_is_a_sentence():
    with ThreadingHTTPServer(("127.0.0.1", 0), BaseHTTPRequestHandler) as closed:
        port = closed.server_port
    assert "could not reach 127.0.0.1: " in refusal(f"http://127.0.0.1:{port}/spec")


def test_an_unknown_host_is_a_sentence():
    def fail(request: httpx.Request) -> httpx.Response:
        raise httpx.ConnectError("[Errno -2] Name or service not known")

    text = refusal("https://nowhere.example/spec?key=hunter2", transport=httpx.MockTransport(fail))
    assert "could not reach nowhere.example: [Errno -2] Name or service not known" in text
    assert "hunter2" not in text


def test_a_proxy_setting_that_is_none_is_a_sentence_without_its_password(monkeypatch):
    monkeypatch.setenv("HTTPS_PROXY", "gopher://user:hunter2@proxy:1")
    text = refusal("https://h.example/spec")
    assert "a proxy setting in the environment" in text
    assert "hunter2" not in text


def test_a_redirect_on_the_same_host_is_followed(server):
    server.answer("/new", ETag='"2"')
    url = server.answer("/spec", status=302, body=b"", Location="/new")
    assert get(url) == Download(BODY, UrlOrigin(url=url, etag='"2"'))


def test_five_redirects_are_followed_and_no_more(server):
    for number in range(7):
        server.answer(f"/{number}", status=307, body=b"", Location=f"/{number + 1}")
    server.answer("/7")
    assert get(f"{server.url}/2").data == BODY
    assert "redirects more than 5 times" in refusal(f"{server.url}/1")


def redirecting(location: str) -> tuple[httpx.MockTransport, list[str]]:
    asked: list[str] = []

    def answer(request: httpx.Request) -> httpx.Response:
        asked.append(str(request.url))
        if len(asked) == 1:
            return httpx.Response(301, headers={"Location": location})
        # Not `content=`, which a mock hands over as read already.
        return httpx.Response(200, headers={"Content-Length": str(len(BODY))}, stream=httpx.ByteStream(BODY))

    return httpx.MockTransport(answer), asked


@pytest.mark.parametrize("location", ["https://h/new", "//H/new", "new", "https://other.example/new"])
def test_a_redirect_that_is_allowed_is_followed(location):
    transport, asked = redirecting(location)
    assert get("https://h/spec", transport=transport, allow_redirect_hosts=("Other.example",)).data == BODY
    assert len(asked) == 2


@pytest.mark.parametrize(
    "location",
    [
        "http://h/new",
        "http://127.0.0.1/new",
        "https://127.0.0.1/new",
        "https://h.evil.example/new",
        "https://evil.example/new?token=hunter2",
        "https://user:hunter2@h/new",
        "file:///etc/passwd",
        "javascript:hunter2",
        "https://h:hunter2/",
        "",
    ],
)
def test_a_redirect_elsewhere_is_refused_before_it_is_asked(location):
    transport, asked = redirecting(location)
    text = refusal("https://h/spec", transport=transport)
    assert "redirects to " in text
    assert "hunter2" not in text
    assert asked == ["https://h/spec"]


def test_loopback_does_not_redirect_to_https(server):
    url = server.answer("/spec", status=302, body=b"", Location="https://127.0.0.1/")
    assert "redirects to another scheme" in refusal(url)
