"""A service that misbehaves, over real sockets: every fault ends in our tree of errors, and no POST is sent twice."""

import asyncio
import contextlib
import copy
import gzip
import itertools
import pickle
import socket
from types import SimpleNamespace

import aiohttp
import httpx
import httpx2
import pytest
from sdk import RequestOptions, errors, transports
from sdk.clock import SystemClock
from sdk.transports import TransportError, _aiohttp_answer

from tests.runtime.kinds import GIVEN_UP, KINDS, assert_tells_nothing, asyncio_kinds, every_kind, nothing_is_left_open  # noqa: F401 - a fixture
from tests.runtime.loopback import Wire
from tests.runtime.standin import CREATE, GET, KEY, SECRET, SECRET_HEADER, Thing, ThingCreate, said

pytestmark = GIVEN_UP

OK = b"HTTP/1.1 200 OK\r\n"
THING = b'{"Id":7}'
POST = (CREATE, {"body": ThingCreate(number="1")})


def says(*parts):
    """An answer of these bytes, after which the connection ends."""

    def answer(peer):
        peer.send(*parts)
        return True

    return answer


def reset(peer):
    peer.reset()
    return True


def reset_within_the_body(peer):
    peer.send(OK, b"Content-Length: 100\r\n\r\n", b"x" * 10)
    peer.reset()
    return True


def endless_headers(peer):
    peer.send(OK)
    for number in itertools.count():
        peer.send(b"x-%d: %b\r\n" % (number, b"y" * 1000))


# No complete answer arrived.
BROKEN = {
    "empty": says(b""),
    "reset": reset,
    "reset within the body": reset_within_the_body,
    "garbage": says(b"SSH-2.0-OpenSSH_9.9\r\n"),
    "bytes": says(bytes(range(256)) * 20),
    "no status": says(b"HTTP/1.1 abc OK\r\n\r\n"),
    "half a status line": says(b"HTTP/1.1 20"),
    "half the headers": says(OK, b"Content-Type: appl"),
    "a header without a colon": says(OK, b"what is this\r\n\r\n"),
    "a body cut short": says(OK, b"Content-Length: 100\r\n\r\n", THING),
    "chunks cut short": says(OK, b"Transfer-Encoding: chunked\r\n\r\n8\r\n", THING),
    "a bad chunk size": says(OK, b"Transfer-Encoding: chunked\r\n\r\nzz\r\n", THING, b"\r\n0\r\n\r\n"),
    "a negative chunk size": says(OK, b"Transfer-Encoding: chunked\r\n\r\n-8\r\n", THING, b"\r\n0\r\n\r\n"),
    "a negative length": says(OK, b"Content-Length: -5\r\n\r\n", THING),
    "two lengths": says(OK, b"Content-Length: 8\r\nContent-Length: 9\r\n\r\n", THING),
    "huge headers": says(OK, b"x-huge: ", b"y" * 2_000_000, b"\r\nContent-Length: 8\r\n\r\n", THING),
    "endless headers": endless_headers,
    "an echo": lambda peer: says(f"{peer.headers[SECRET_HEADER]} {KEY}\r\n\r\n".encode())(peer),
    "an echo in a header": lambda peer: says(OK, f"{peer.headers[SECRET_HEADER]}\r\n\r\n".encode())(peer),
    "an echo for a chunk size": lambda peer: says(
        OK, b"Transfer-Encoding: chunked\r\n\r\n", f"{peer.headers[SECRET_HEADER]}\r\n".encode()
    )(peer),
}
# An answer arrived whose body is not what it should be.
UNREADABLE = {
    "no body": says(OK, b"Content-Length: 0\r\n\r\n"),
    "half the JSON": says(OK, b"\r\n", THING[:5]),
    "HTML": says(OK, b"Content-Type: text/html\r\n\r\n<html>We are down for maintenance</html>"),
    "UTF-16": says(OK, b"Content-Type: application/json; charset=utf-16\r\n\r\n", THING.decode().encode("utf-16")),
    "latin-1": says(OK, b'\r\n{"Items":[{"Note":"caf\xe9"}]}'),
    "not gzip": says(OK, b"Content-Encoding: gzip\r\n\r\n", THING),
    "gzip cut short": says(OK, b"Content-Encoding: gzip\r\n\r\n", gzip.compress(THING)[:-6]),
    "gzip and more": says(OK, b"Content-Encoding: gzip\r\n\r\n", gzip.compress(THING), b"more"),
    "brotli": says(OK, b"Content-Encoding: br\r\n\r\n", b"\x0b\x03\x80", THING, b"\x03"),
    "deflate": says(OK, b"Content-Encoding: deflate\r\n\r\n", THING),
    "zstd": says(OK, b"Content-Encoding: zstd\r\n\r\n", b"\x28\xb5\x2f\xfd"),
    "gzip twice": says(OK, b"Content-Encoding: gzip, gzip\r\n\r\n", gzip.compress(gzip.compress(THING))),
}
broken = pytest.mark.parametrize("fault", BROKEN.values(), ids=BROKEN)


def assert_ours(error):
    assert_tells_nothing(error)
    for twin in (pickle.loads(pickle.dumps(error)), copy.deepcopy(error)):
        assert (type(twin), str(twin), vars(twin)) == (type(error), str(error), vars(error))


@every_kind
@broken
def test_an_answer_that_breaks_is_an_error_of_ours(kind, fault):
    with Wire(fault) as wire:
        error = kind.call(wire.base_url, *POST, max_retries=3)
    assert type(error) is errors.APIConnectionError
    assert error.sent
    assert (error.attempts, len(wire.lines)) == (1, 1)
    assert_ours(error)


@every_kind
@broken
def test_a_get_whose_answer_breaks_is_repeated(kind, fault):
    answers = itertools.chain([fault], itertools.repeat(says(OK, b"\r\n", THING)))
    with Wire(lambda peer: next(answers)(peer)) as wire:  # noqa: PLW0108 - another one for each request
        assert kind.call(wire.base_url, GET, max_retries=1) == Thing(id=7)
    assert len(wire.lines) == 2


@every_kind
@pytest.mark.parametrize("fault", UNREADABLE.values(), ids=UNREADABLE)
def test_an_answer_that_cannot_be_read_is_an_error_of_ours(kind, fault):
    with Wire(fault) as wire:
        error = kind.call(wire.base_url, GET, max_retries=3)
    assert type(error) is errors.DecodeError
    assert len(wire.lines) == 1
    assert_ours(error)


@every_kind
def test_a_connection_that_is_reset_at_once(kind):
    with Wire(None, greet=reset) as wire:
        error = kind.call(wire.base_url, *POST, max_retries=3)
    assert type(error) is errors.APIConnectionError
    # Whether it breaks while it is made or when it is first written to is a matter of chance.
    assert error.sent or error.attempts == 4
    assert_ours(error)


@every_kind
def test_a_connection_that_is_reset_before_the_request_is_read_whole(kind):
    def greet(peer):
        peer.receive(1)
        return reset(peer)

    with Wire(None, greet=greet) as wire:
        error = kind.call(wire.base_url, *POST, max_retries=3)
    assert type(error) is errors.APIConnectionError
    assert (error.sent, error.attempts, wire.connections) == (True, 1, 1)
    assert_ours(error)


@every_kind
def test_an_error_page_that_breaks_keeps_its_status(kind):
    with Wire(says(b"HTTP/1.1 404 Not Found\r\nContent-Length: 100\r\n\r\n<html>")) as wire:
        error = kind.call(wire.base_url)
    assert isinstance(error, errors.NotFoundError)
    assert error.body == b"<html>"
    assert_ours(error)


@every_kind
def test_an_error_page_that_is_not_packed_as_it_says_keeps_its_explanation(kind):
    page = said(message="why")
    with Wire(says(b"HTTP/1.1 400 Bad Request\r\nContent-Encoding: gzip\r\n\r\n", page)) as wire:
        error = kind.call(wire.base_url)
    assert isinstance(error, errors.BadRequestError)
    assert (error.body, error.detail) == (page, "why")
    assert_ours(error)


@every_kind
def test_a_refused_connection_is_repeated_even_for_a_post(kind):
    with socket.create_server(("127.0.0.1", 0)) as unused:
        port = unused.getsockname()[1]
    error = kind.call(f"http://127.0.0.1:{port}", *POST, max_retries=2)
    assert type(error) is errors.APIConnectionError
    assert (error.sent, error.attempts) == (False, 3)
    assert_ours(error)


@every_kind
def test_a_name_that_does_not_exist_is_repeated_even_for_a_post(kind):
    error = kind.call("https://nowhere.invalid", *POST, max_retries=1)
    assert type(error) is errors.APIConnectionError
    assert (error.sent, error.attempts) == (False, 2)
    assert_ours(error)


@every_kind
@pytest.mark.parametrize("size", [1, 8_000_000], ids=["small", "large"])
def test_a_peer_that_never_reads_or_answers_is_a_timeout(kind, size):
    call = (CREATE, {"body": ThingCreate(number="x" * size)})
    with Wire(None, greet=lambda peer: peer.ended.wait()) as wire:
        error = kind.call(wire.base_url, *call, timeout=1.0, max_retries=3)
    assert type(error) is errors.APITimeoutError
    assert (error.sent, error.attempts, wire.connections) == (True, 1, 1)
    assert_ours(error)


@contextlib.contextmanager
def full_backlog():
    """The base URL of a listener with as many connections waiting as it takes, so that no other comes about."""
    with contextlib.ExitStack() as stack:
        listener = stack.enter_context(socket.create_server(("127.0.0.1", 0), backlog=0))
        for _ in range(4):
            waiting = stack.enter_context(socket.socket())
            waiting.settimeout(0)
            waiting.connect_ex(listener.getsockname())
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"


def assert_not_sent(ask):
    """Check that a call ends with its deadline and was not sent.

    A machine that stalls at the wrong moment makes that unknown, which is safe, but it does not always stall.
    """
    for _ in range(5):
        error = ask()
        assert type(error) is errors.APIDeadlineError
        assert error.attempts == 1
        assert_ours(error)
        if not error.sent:
            return
    pytest.fail("a call that was not sent is said to be sent")


@every_kind
@pytest.mark.parametrize("timeout", [None, 30.0])
def test_a_post_without_a_connection_until_the_deadline_was_not_sent(kind, timeout):
    with full_backlog() as base_url:
        assert_not_sent(lambda: kind.call(base_url, *POST, timeout=timeout, deadline=1.0, max_retries=3))


@contextlib.asynccontextmanager
async def narrow(kind):
    """A transport that has one connection for all calls."""
    if kind.name == "aiohttp":
        async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=1)) as session:
            yield transports.AiohttpTransport(session)
    else:
        library = httpx2 if kind.name.startswith("httpx2") else httpx
        async with library.AsyncClient(limits=library.Limits(max_connections=1)) as http:
            yield getattr(transports, kind.transport)(http)


@asyncio_kinds
def test_a_post_that_waits_for_its_turn_until_the_deadline_was_not_sent(kind):
    async def run():
        async with narrow(kind) as transport, kind.client(wire.base_url, transport=transport) as client:
            seen = len(wire.lines)
            first = asyncio.create_task(kind.outcome(client, GET))
            await asyncio.to_thread(wire.wait_until, lambda wire: len(wire.lines) > seen)
            second = await kind.outcome(client, CREATE, body=ThingCreate(), options=RequestOptions(deadline=1.0))
            first.cancel()
            return second

    with Wire(slow_header) as wire:
        assert_not_sent(lambda: asyncio.run(run()))
        assert not any(line.startswith("POST") for line in wire.lines)


def slow_header(peer):
    peer.send(OK)
    peer.stall()


def slow_body(peer):
    peer.send(OK, b"Content-Length: 100\r\n\r\n", b"{")
    peer.stall()


slow = pytest.mark.parametrize("fault", [slow_header, slow_body], ids=lambda fault: fault.__name__)


@every_kind
@slow
def test_an_answer_that_stalls_is_a_timeout(kind, fault):
    with Wire(fault) as wire:
        error = kind.call(wire.base_url, *POST, timeout=1.0, max_retries=3)
    assert type(error) is errors.APITimeoutError
    assert (error.sent, len(wire.lines)) == (True, 1)
    assert_ours(error)


@every_kind
@slow
def test_an_answer_that_stalls_is_too_late_for_a_deadline(kind, fault):
    with Wire(fault) as wire:
        error = kind.call(wire.base_url, timeout=None, deadline=1.0, max_retries=3)
    assert type(error) is errors.APIDeadlineError
    assert len(wire.lines) == 1
    assert_ours(error)


DRIPS = {
    "body": (OK + b"\r\n", b" "),
    "chunks": (OK + b"Transfer-Encoding: chunked\r\n\r\n", b"1\r\n \r\n"),
    "headers": (OK, b"x: y\r\n"),
    "information": (b"", b"HTTP/1.1 103 Early Hints\r\n\r\n"),
}


# httpx without an event loop reads headers without looking at a clock, and its transport says so.
DRIPPED = [(kind, drip) for drip in DRIPS for kind in KINDS if kind.run or drip in {"body", "chunks"}]


@pytest.mark.parametrize(("kind", "drip"), DRIPPED, ids=lambda value: getattr(value, "name", value))
def test_an_answer_that_drips_is_too_late_for_a_deadline(kind, drip):
    begin, part = DRIPS[drip]
    with Wire(lambda peer: peer.drip(itertools.chain([begin], itertools.repeat(part)))) as wire:
        error = kind.call(wire.base_url, timeout=20, deadline=0.3)
    assert type(error) is errors.APIDeadlineError
    assert_ours(error)


@pytest.mark.parametrize(("kind", "drip"), DRIPPED, ids=lambda value: getattr(value, "name", value))
def test_an_attempt_that_drips_ends_with_its_timeout(kind, drip):
    begin, part = DRIPS[drip]
    with Wire(lambda peer: peer.drip(itertools.chain([begin], itertools.repeat(part)))) as wire:
        error = kind.call(wire.base_url, *POST, timeout=0.5)
    assert type(error) is errors.APITimeoutError
    assert error.sent
    assert_ours(error)


@every_kind
def test_the_deadline_includes_the_waiting(kind):
    class Clock(SystemClock):
        ahead = 0.0

        def monotonic(self):
            return super().monotonic() + self.ahead

        def sleep(self, seconds):
            self.ahead += seconds

        async def asleep(self, seconds):
            self.ahead += seconds

    clock = Clock()
    unavailable = [b"Retry-After: 40"]
    with Wire(lambda peer: peer.answer(b"", *unavailable, status="503 Busy")) as wire:
        error = kind.call(wire.base_url, deadline=100, max_retries=9, clock=clock)
    assert type(error) is errors.InternalServerError
    assert (len(wire.lines), clock.ahead) == (3, 80)


@every_kind
def test_a_storm_of_429_passes(kind):
    answers = itertools.chain([("429 Slow Down", b"")] * 3, itertools.repeat(("200 OK", THING)))

    def answer(peer):
        status, body = next(answers)
        peer.answer(body, b"Retry-After: 0", status=status)

    with Wire(answer) as wire:
        assert kind.call(wire.base_url, max_retries=3) == Thing(id=7)
    assert (len(wire.lines), wire.connections) == (4, 1)


@every_kind
def test_a_post_is_not_repeated_for_a_429(kind):
    with Wire(lambda peer: peer.answer(b"", b"Retry-After: 0", status="429 Slow Down")) as wire:
        error = kind.call(wire.base_url, *POST, max_retries=3)
    assert isinstance(error, errors.RateLimitError)
    assert len(wire.lines) == 1
    assert_ours(error)


@every_kind
def test_an_error_page_that_repeats_the_request_tells_no_secret(kind):
    with Wire(lambda peer: peer.answer(f"{KEY} {peer.headers[SECRET_HEADER]}".encode(), status="500 Oh")) as wire:
        error = kind.call(wire.base_url)
    assert SECRET.encode() not in error.body
    assert_ours(error)


@every_kind
def test_a_connection_that_died_while_it_idled_does_not_fail_a_post(kind):
    def answer(peer):
        peer.answer(b"1")
        return True

    with Wire(answer) as wire:
        results = kind.calls(
            wire.base_url, POST, POST, POST, on_request=lambda _: wire.wait_until(lambda wire: wire.open == 0)
        )
    assert results == [1, 1, 1]


class Forgotten:
    """What aiohttp sometimes leaves of an answer whose body is malformed: no end, no error, no connection."""

    connection = None
    content = property(lambda self: self)

    def is_eof(self):
        return False

    async def readany(self):
        await asyncio.get_running_loop().create_future()


@pytest.mark.parametrize("timeout", [None, 30.0])
def test_a_reader_that_aiohttp_forgot_does_not_wait_for_ever(timeout):
    with pytest.raises(TransportError, match="ended inside the answer"):
        asyncio.run(_aiohttp_answer._awaited(Forgotten(), timeout))


def test_a_body_that_stops_coming_is_a_timeout():
    class Silent(Forgotten):
        connection = SimpleNamespace(transport=SimpleNamespace(is_closing=lambda: False))

    with pytest.raises(TransportError, match="stopped coming") as caught:
        asyncio.run(_aiohttp_answer._awaited(Silent(), 0.01))
    assert caught.value.timed_out
