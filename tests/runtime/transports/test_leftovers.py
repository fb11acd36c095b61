"""What a connection holds after an answer never reaches the next call, and no synchronous call outlives its end."""

import time

import anyio
import httpx
import pytest
from sdk import errors
from sdk.transports import HttpxTransport

from tests.runtime.kinds import GIVEN_UP, KINDS, every_kind, nothing_is_left_open, sync_kinds  # noqa: F401 - a fixture
from tests.runtime.loopback import Wire, endless
from tests.runtime.pki import serving
from tests.runtime.standin import CREATE, GET, Thing, ThingCreate

pytestmark = GIVEN_UP

STRAY = b"HTTP/1.1 200 OK\r\nContent-Length: 8\r\n\r\n" + b'{"Id":6}'
BODY = b'{"Id":7}'
HEAD = b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n"


def followed(peer):
    peer.send(HEAD % len(BODY) + BODY + STRAY)


def followed_beyond_one_read(peer):
    # The first read of 64 KiB ends where the answer does.
    head = HEAD % (65536 - len(HEAD) - 3)
    peer.send(head + BODY.ljust(65536 - len(head)) + STRAY)


def followed_in_a_record_of_its_own(peer):
    peer.send(HEAD % len(BODY) + BODY, STRAY)


def twice_with_a_pause(kind, wire):
    """Call, wait until whatever the server sends has arrived, and call again."""

    async def run():
        async with kind.client(wire.base_url) as client:
            first = await kind.outcome(client, GET)
            await anyio.sleep(0.5)
            return [first, await kind.outcome(client, GET)]

    if kind.run is not None:
        return kind.run(run)
    with kind.client(wire.base_url) as client:
        first = kind.outcome(client, GET)
        time.sleep(0.5)
        return [first, kind.outcome(client, GET)]


@every_kind
@pytest.mark.parametrize("answer", [followed, followed_beyond_one_read])
def test_what_follows_an_answer_is_nobodys(kind, answer):
    with Wire(answer) as wire:
        assert kind.calls(wire.base_url, GET, GET) == [Thing(id=7), Thing(id=7)]
    assert wire.connections == 2


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind.name != "aiohttp"], ids=lambda kind: kind.name)
@pytest.mark.parametrize("answer", [followed, followed_in_a_record_of_its_own])
def test_what_follows_an_answer_inside_tls_is_nobodys(kind, answer, pki, monkeypatch):
    monkeypatch.setenv("SSL_CERT_FILE", str(pki / "ca.pem"))
    with Wire(answer, tls=serving(pki)) as wire:
        # What comes a moment after the answer may come after the next request too, which nobody can tell.
        assert twice_with_a_pause(kind, wire) == [Thing(id=7), Thing(id=7)]
    assert wire.connections == 2


@every_kind
def test_what_arrives_while_idle_is_nobodys(kind):
    def answer(peer):
        peer.send(HEAD % len(BODY) + BODY)
        if not peer.ended.wait(0.1):
            peer.send(STRAY)

    with Wire(answer) as wire:
        assert twice_with_a_pause(kind, wire) == [Thing(id=7), Thing(id=7)]
    assert wire.connections == 2


def test_a_pool_out_of_reach_keeps_no_connection():
    class Wrapped(httpx.BaseTransport):
        """Passes the answer on in a stream of its own."""

        __slots__ = ("inner",)

        def __init__(self):
            self.inner = httpx.HTTPTransport()

        def handle_request(self, request):
            answer = self.inner.handle_request(request)
            stream = Passed(answer.stream)
            return httpx.Response(
                answer.status_code, headers=answer.headers, stream=stream, extensions=answer.extensions
            )

    class Passed(httpx.SyncByteStream):
        def __init__(self, stream):
            self.stream = stream

        def __iter__(self):
            yield from self.stream

        def close(self):
            self.stream.close()

    with Wire(followed) as wire, httpx.Client(transport=Wrapped()) as own:
        assert KINDS[0].calls(wire.base_url, GET, GET, http_client=own) == [Thing(id=7), Thing(id=7)]
    assert wire.connections == 2


@every_kind
def test_a_clean_connection_is_used_again(kind):
    with Wire(lambda peer: peer.answer(BODY)) as wire:
        assert kind.calls(wire.base_url, GET, GET, GET) == [Thing(id=7)] * 3
    assert wire.connections == 1


@sync_kinds
@pytest.mark.parametrize(
    "answer",
    [
        endless(b"HTTP/1.1 103 Early Hints\r\n\r\n"),
        endless(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1;", b"x"),
        endless(b"HTTP/1.1 200 OK\r\nX-", b"x"),
    ],
    ids=["hints", "chunk extension", "header"],
)
def test_a_call_ends_in_time_whatever_drips(kind, answer):
    started = time.monotonic()
    with Wire(answer) as wire:
        outcome = kind.call(wire.base_url, GET, timeout=30, deadline=0.5)
    assert isinstance(outcome, errors.APIDeadlineError)
    assert time.monotonic() - started < 15


@every_kind
def test_an_answer_that_refuses_a_long_request_is_read(kind):
    def refuse(peer):
        peer.some()
        peer.answer(b'{"Message":"too big"}', b"Connection: close", status="413 Payload Too Large")
        peer.ended.wait(0.2)
        return True

    with Wire(lambda _: True, greet=refuse) as wire:
        outcome = kind.call(wire.base_url, CREATE, {"body": ThingCreate(number="x" * 8_000_000)})
    assert isinstance(outcome, errors.APIStatusError), repr(outcome)
    assert outcome.status == 413


@every_kind
def test_cookies_are_not_kept(kind):
    count = iter(range(100))

    def answer(peer):
        peer.answer(BODY, b"Set-Cookie: c%d=1; Path=/" % next(count))

    with Wire(answer) as wire:
        kind.calls(wire.base_url, GET, GET)
    assert all("cookie" not in headers for headers in wire.headers)


def test_a_client_of_ours_has_an_empty_jar():
    transport = HttpxTransport()
    with Wire(lambda peer: peer.answer(BODY, b"Set-Cookie: c=1; Path=/")) as wire:
        KINDS[0].call(wire.base_url, GET, transport=transport)
    assert [len(client.cookies.jar) for client in transport._clients.detach()] == [0]
