"""The stub server on a real socket, asked by httpx and by hand."""

import asyncio
import contextlib
import socket
import threading
import time
from pathlib import Path

import aiohttp
import httpx
import pytest

from sdkwright.stubs.server import StubServer
from sdkwright.stubs.transport import InProcess

DESCRIPTORS = Path("/proc/self/fd")
NOISE = b"lskdu018973t09sylgasjkfg1][]'./.sdlv"


def stub(path, **response):
    return {"request": {"urlPath": path}, "response": response}


STUBS = [
    stub("/plain", body="hello", headers={"X-Two": ["1", "2"]}),
    stub("/phrase", status=503, statusMessage="Gone fishing"),
    stub("/odd", status=599),
    stub("/none", status=204),
    stub("/big", body="x" * 3_000_000),
    stub("/late", body="late", fixedDelayMilliseconds=150),
    stub("/hang", body="never", fixedDelayMilliseconds=60_000),
    stub("/dribble", body="0123456789", chunkedDribbleDelay={"numberOfChunks": 3, "totalDuration": 150}),
    stub("/slow-dribble", body="0123456789", chunkedDribbleDelay={"numberOfChunks": 2, "totalDuration": 60_000}),
    stub("/short", body="hello", headers={"Content-Length": "100"}),
    stub("/reset", fault="CONNECTION_RESET_BY_PEER"),
    stub("/hang-up", fault="EMPTY_RESPONSE"),
    stub("/bad-chunk", fault="MALFORMED_RESPONSE_CHUNK"),
    stub("/noise", fault="RANDOM_DATA_THEN_CLOSE"),
]


@pytest.fixture(scope="module")
def server():
    with StubServer(STUBS) as running:
        yield running


@pytest.fixture(params=["socket", "in process"])
def client(server, request):
    transport = httpx.HTTPTransport() if request.param == "socket" else InProcess(server)
    with httpx.Client(transport=transport, base_url=server.base_url, trust_env=False) as made:
        yield made


def raw(server, *requests, wait_for=b"\xff"):
    """Everything that comes back on one connection until it closes or `wait_for` has come."""
    port = httpx.URL(server.base_url).port
    with socket.create_connection(("127.0.0.1", port), timeout=10) as connection:
        connection.sendall(b"".join(requests))
        got = b""
        while wait_for not in got and (data := connection.recv(65_536)):
            got += data
    return got


def get(path, *headers):
    return "\r\n".join([f"GET {path} HTTP/1.1", "Host: stubs", *headers, "", ""]).encode()


def test_a_whole_answer(client):
    answer = client.get("/plain")
    assert (answer.status_code, answer.content) == (200, b"hello")
    assert answer.headers.get_list("x-two") == ["1", "2"]
    assert "content-type" not in answer.headers


@pytest.mark.parametrize(("path", "status", "reason"), [("/phrase", 503, "Gone fishing"), ("/odd", 599, "")])
def test_status_and_reason(client, path, status, reason):
    answer = client.get(path)
    assert (answer.status_code, answer.reason_phrase) == (status, reason)


def test_large_bodies_come_whole(client):
    assert len(client.get("/big").content) == 3_000_000
    assert client.head("/big").content == b""
    assert client.get("/none").content == b""


@pytest.mark.parametrize(
    ("path", "error"),
    [
        ("/reset", httpx.ReadError),
        ("/hang-up", httpx.RemoteProtocolError),
        ("/bad-chunk", httpx.RemoteProtocolError),
        ("/noise", httpx.RemoteProtocolError),
        ("/short", httpx.RemoteProtocolError),
    ],
)
def test_broken_answers(client, path, error):
    for _ in range(2):
        with pytest.raises(error) as caught:
            client.get(path)
        assert type(caught.value) is error
    assert client.get("/plain").is_success


@pytest.mark.parametrize("path", ["/hang", "/slow-dribble"])
def test_a_caller_may_give_up(client, path):
    with pytest.raises(httpx.ReadTimeout):
        client.get(path, timeout=0.1)
    assert client.get("/plain").is_success


@pytest.mark.parametrize("path", ["/late", "/dribble"])
def test_delays_and_dribbles_take_their_time(client, path):
    started = time.monotonic()
    assert client.get(path).content in {b"late", b"0123456789"}
    # A lower bound cannot fail on a busy machine.
    assert time.monotonic() - started >= 0.14


def test_a_dribble_comes_in_pieces(client):
    with client.stream("GET", "/dribble") as answer:
        assert list(answer.iter_raw()) == [b"012", b"345", b"6789"]


def test_faults_are_what_wiremock_sends(server):
    assert raw(server, get("/noise")) == NOISE
    assert raw(server, get("/bad-chunk")) == b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + NOISE
    assert raw(server, get("/hang-up")) == b""
    with pytest.raises(ConnectionResetError):
        raw(server, get("/reset"))


def test_a_connection_is_kept_for_several_requests(server):
    got = raw(server, get("/plain"), get("/none"), get("/plain", "Connection: close"))
    assert got.count(b"HTTP/1.1 200 OK") == 2
    assert got.count(b"hello") == 2


def test_a_client_that_waits_to_be_told_to_continue_is_told(server):
    head = b"POST /plain HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n"
    assert raw(server, head, wait_for=b"\r\n\r\n").startswith(b"HTTP/1.1 100")


@pytest.mark.parametrize("data", [b"not http\r\n\r\n", b"GET / HTTP/1.1\r\n\r\n", b"GET /plain HT"])
def test_what_is_not_http_ends_its_own_connection_only(server, data):
    port = httpx.URL(server.base_url).port
    with socket.create_connection(("127.0.0.1", port), timeout=10) as connection:
        connection.sendall(data)
        connection.shutdown(socket.SHUT_WR)
        assert connection.recv(65_536) == b""
    assert httpx.get(f"{server.base_url}/plain", trust_env=False).is_success


@pytest.mark.skipif(not DESCRIPTORS.is_dir(), reason="counts sockets in /proc")
def test_a_client_that_has_given_up_holds_no_socket(server):
    before = len(sockets())
    for path in ("/hang", "/slow-dribble"):
        with pytest.raises(httpx.ReadTimeout):
            httpx.get(f"{server.base_url}{path}", timeout=0.1, trust_env=False)
    deadline = time.monotonic() + 20
    while len(sockets()) > before and time.monotonic() < deadline:
        time.sleep(0.01)
    assert len(sockets()) <= before


def sockets():
    """The open sockets of this process, where the server runs too."""
    found = []
    for link in DESCRIPTORS.iterdir():
        with contextlib.suppress(OSError):
            found.append(str(link.readlink()))
    return [target for target in found if target.startswith("socket:")]


def test_it_stops_though_answers_are_under_way():
    with StubServer(STUBS) as server:
        url, broke = server.base_url, []

        def ask(path):
            with contextlib.suppress(httpx.TransportError):
                httpx.get(f"{url}{path}", timeout=None, trust_env=False)
            broke.append(path)

        threads = [threading.Thread(target=ask, args=(path,)) for path in ("/hang", "/slow-dribble")]
        for thread in threads:
            thread.start()
        while len(server.journal) < 2:
            time.sleep(0.01)
    for thread in threads:
        thread.join(10)
    assert sorted(broke) == ["/hang", "/slow-dribble"]


def test_many_calls_in_flight_among_faults(server):
    """Every call ends as its path says, and the journal knows each of them."""
    expected = {"/plain": 200, "/phrase": 503, "/reset": "error", "/hang-up": "error", "/late": 200}
    paths = [path for _ in range(300) for path in expected]

    async def ask(session, limit, path):
        async with limit:
            try:
                async with session.get(server.base_url + path) as answer:
                    await answer.read()
                    return answer.status
            except aiohttp.ClientError:
                return "error"

    async def everything():
        limit = asyncio.Semaphore(50)
        async with aiohttp.ClientSession() as session:
            return await asyncio.gather(*(ask(session, limit, path) for path in paths))

    server.reset()
    assert asyncio.run(everything()) == [expected[path] for path in paths]
    assert len(server.journal) >= len(paths)


def test_the_async_transport_answers_too(server):
    async def ask(path, **more):
        async with httpx.AsyncClient(transport=InProcess(server), base_url="http://stubs") as client:
            return await client.get(path, **more)

    assert asyncio.run(ask("/dribble")).content == b"0123456789"
    assert asyncio.run(ask("/late")).content == b"late"
    for path, error in (("/reset", httpx.ReadError), ("/short", httpx.RemoteProtocolError)):
        with pytest.raises(error):
            asyncio.run(ask(path))
    with pytest.raises(httpx.ReadTimeout):
        asyncio.run(ask("/hang", timeout=0.05))
