"""What every transport does alike: what is sent, what is read, connections kept and shared."""

import contextlib
import gzip
import json
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import httpx
import pytest
from msgspec import UNSET
from sdk import errors, transports
from sdk._core import call as core_call
from sdk.options import RequestOptions
from sdk.transports import TransportError
from sdk.transports._contract import Request

from tests.runtime.kinds import GIVEN_UP, assert_tells_nothing, every_kind, nothing_is_left_open  # noqa: F401 - a fixture
from tests.runtime.loopback import Wire
from tests.runtime.standin import (
    ALL,
    CREATE,
    GET,
    KEY,
    KEY_HEADER,
    LIST,
    NAME,
    PACKAGE,
    SECRET,
    SECRET_HEADER,
    STATUS,
    UPDATE,
    Status,
    Thing,
    ThingCreate,
    ThingsError,
    page,
    said,
)

pytestmark = GIVEN_UP

ROOT = Path(__file__).parents[3]
PATHS = {"PYTHONPATH": f"{ROOT}:{ROOT / 'generated'}"}
THING = b'{"Id":7,"Status":"Draft"}'


@every_kind
def test_a_get_is_sent_as_it_was_written(kind):
    with Wire(lambda peer: peer.answer(THING)) as wire:
        assert kind.call(wire.base_url, GET, {"query": {"q": "a b&c/ü+%"}}) == Thing(id=7, status=Status.DRAFT)
    assert wire.lines == ["GET /api/thing/details?q=a%20b%26c%2F%C3%BC%2B%25 HTTP/1.1"]
    [sent] = wire.headers
    assert (sent[KEY_HEADER], sent[SECRET_HEADER]) == (KEY, SECRET)
    assert (sent["accept"], sent["accept-encoding"]) == ("application/json", "gzip")
    assert sent["user-agent"].startswith(f"{NAME}-python/")
    assert not {"content-type", "content-length", "cookie", "authorization", "transfer-encoding"} & set(sent)


@every_kind
@pytest.mark.parametrize("size", [1, 70_000, 3_000_000])
def test_the_body_of_a_post_is_sent_whole(kind, size):
    body = ThingCreate(number="x" * size, cost=Decimal("100.10"))
    with Wire(lambda peer: peer.answer(b"3971")) as wire:
        assert kind.call(wire.base_url, CREATE, {"body": body}) == 3971
    assert wire.lines == ["POST /api/thing/new HTTP/1.1"]
    assert wire.headers[0]["content-type"] == "application/json"
    assert json.loads(wire.bodies[0]) == {"Number": "x" * size, "Cost": 100.1}


@every_kind
def test_a_post_without_a_body_says_that_it_has_none(kind):
    with Wire(lambda peer: peer.answer()) as wire:
        assert kind.call(wire.base_url, UPDATE, {"body": UNSET}) is None
    assert wire.headers[0]["content-length"] == "0"
    assert "content-type" not in wire.headers[0]


@every_kind
def test_headers_that_were_taken_away_stay_away(kind):
    options = RequestOptions(headers={"accept": None, "user-agent": None, "x-more": "1"})
    with Wire(lambda peer: peer.answer(THING)) as wire:
        kind.call(wire.base_url, GET, {"options": options})
    assert not {"accept", "user-agent"} & set(wire.headers[0])
    assert wire.headers[0]["x-more"] == "1"


def packed(peer):
    peer.answer(gzip.compress(THING), b"Content-Encoding: gzip")


def chunked(peer):
    peer.send(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
    for byte in THING:
        peer.send(b"1;x=y\r\n%c\r\n" % byte)
    peer.send(b"0\r\nX-Trailer: 1\r\n\r\n")


def until_the_end(peer):
    peer.send(b"HTTP/1.1 200 OK\r\n\r\n", THING)
    return True


def http_1_0(peer):
    peer.send(b"HTTP/1.0 200 OK\r\n\r\n", THING)
    return True


def announced(peer):
    peer.send(b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n")
    peer.answer(THING)


def byte_by_byte(peer):
    whole = b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%s" % (len(THING), THING)
    peer.send(*(b"%c" % byte for byte in whole))


def nameless(peer):
    peer.send(b"HTTP/1.1 200 \r\nContent-Length: %d\r\n\r\n" % len(THING), THING)


def odd_headers(peer):
    peer.answer(
        THING, b"X-Request-Id: caf\xc3\xa9", b"Content-Type: text/\xe9", b"X-Empty:", b"x-twice: 1", b"X-Twice: 2"
    )


def marked(peer):
    peer.answer(b"\xef\xbb\xbf" + THING, b"Content-Type: text/plain; charset=utf-16")


@every_kind
@pytest.mark.parametrize(
    "answer",
    [packed, chunked, until_the_end, http_1_0, announced, byte_by_byte, nameless, odd_headers, marked],
    ids=lambda answer: answer.__name__,
)
def test_an_answer_is_read_in_whatever_form_it_comes(kind, answer):
    with Wire(answer) as wire:
        assert kind.call(wire.base_url) == Thing(id=7, status=Status.DRAFT)


@every_kind
@pytest.mark.parametrize("status", [204, 205, 299])
def test_an_answer_without_a_body(kind, status):
    with Wire(lambda peer: peer.send(b"HTTP/1.1 %d -\r\nContent-Length: 0\r\n\r\n" % status)) as wire:
        assert kind.calls(wire.base_url, UPDATE, UPDATE) == [None, None]


@every_kind
def test_a_word_and_lists_and_pages(kind):
    answers = iter([b'"Draft"', b'[{"Id":1}]', page({"Id": 1}, total=1)])
    with Wire(lambda peer: peer.answer(next(answers))) as wire:
        status, things, first = kind.calls(wire.base_url, STATUS, ALL, LIST)
    assert (status, things, first.result) == (Status.DRAFT, [Thing(id=1)], [Thing(id=1)])


@every_kind
@pytest.mark.parametrize("status", [300, 400, 401, 404, 418, 422, 429, 499, 500, 503, 520, 999])
def test_a_status_is_what_the_service_says(kind, status):
    with Wire(lambda peer: peer.answer(said(message="no"), status=f"{status} Whatever")) as wire:
        error = kind.call(wire.base_url)
    assert isinstance(error, errors.APIStatusError)
    assert (error.status, error.body) == (status, said(message="no"))
    assert_tells_nothing(error)


@every_kind
def test_connections_are_kept(kind):
    with Wire(lambda peer: peer.answer(THING)) as wire:
        assert len(kind.calls(wire.base_url, *[GET] * 5, *[CREATE] * 2)) == 7
    assert (wire.connections, len(wire.lines)) == (1, 7)


@every_kind
def test_no_cookie_is_kept(kind):
    with Wire(lambda peer: peer.answer(THING, b"Set-Cookie: session=1; Path=/")) as wire:
        kind.calls(wire.base_url, GET, GET)
    assert [headers.get("cookie") for headers in wire.headers] == [None, None]


@every_kind
def test_a_client_is_shared_by_many(kind):
    with Wire(lambda peer: peer.answer(THING)) as wire:
        outcomes = kind.at_once(wire.base_url, 80 if kind.run is None else 200)
    assert all(outcome == Thing(id=7, status=Status.DRAFT) for outcome in outcomes)
    assert len(outcomes) == len(wire.lines) == (80 if kind.run is None else 200)


@every_kind
def test_proxies_and_passwords_of_the_environment_are_not_for_loopback(kind, monkeypatch, tmp_path):
    netrc = tmp_path / "netrc"
    netrc.write_text("machine 127.0.0.1 login someone password hidden\n")
    netrc.chmod(0o600)
    monkeypatch.setenv("NETRC", str(netrc))
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    with Wire(lambda peer: peer.answer(THING)) as wire:
        assert kind.call(wire.base_url) == Thing(id=7, status=Status.DRAFT)
    assert "authorization" not in wire.headers[0]


@every_kind
@pytest.mark.parametrize("value", ["a\r\nx-evil: 1", "a\nx-evil: 1", "a\x00b", "ü", "\ud800"])
def test_a_header_cannot_begin_another_one(kind, value):
    def meddle(event):
        event.headers["x-hook"] = value

    with Wire(lambda peer: peer.answer(THING)) as wire:
        error = kind.call(wire.base_url, on_request=meddle)
    if isinstance(error, ThingsError):
        assert_tells_nothing(error)
        assert wire.lines == []
    else:
        assert "x-evil" not in wire.headers[0]


@every_kind
def test_a_url_cannot_begin_another_request(kind):
    transport = getattr(transports, kind.transport)()

    def request(base_url):
        url = f"{base_url}/a b\r\nx-evil: 1\r\n\r\n"
        return Request("things.get", "GET", url, {}, None, timeout=5.0, remaining=None, max_body=9, max_error_body=9)

    async def send(base_url):
        try:
            return await transport.send(request(base_url))
        finally:
            await transport.aclose()

    with Wire(lambda peer: peer.answer(THING)) as wire:
        if kind.run is None:
            with contextlib.closing(transport), contextlib.suppress(TransportError):
                transport.send(request(wire.base_url))
        else:
            with contextlib.suppress(TransportError):
                kind.run(lambda: send(wire.base_url))
    assert len(wire.lines) <= 1
    assert all("x-evil" not in headers for headers in wire.headers)


@every_kind
def test_a_long_answer_is_given_up(kind, monkeypatch):
    monkeypatch.setattr(core_call, "MAX_BODY", 100_000)

    def endless(peer):
        peer.send(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
        while True:
            peer.send(b"2710\r\n", b"x" * 10_000, b"\r\n")

    with Wire(endless) as wire:
        error = kind.call(wire.base_url)
    assert isinstance(error, errors.DecodeError)
    assert "longer than 100000 bytes" in str(error)
    assert_tells_nothing(error)


@every_kind
def test_a_long_answer_is_given_up_also_when_it_is_packed_small(kind, monkeypatch):
    monkeypatch.setattr(core_call, "MAX_BODY", 100_000)
    bomb = gzip.compress(bytes(50_000_000))
    with Wire(lambda peer: peer.answer(bomb, b"Content-Encoding: gzip")) as wire:
        error = kind.call(wire.base_url)
    assert "longer than 100000 bytes" in str(error)


@every_kind
def test_an_error_page_is_kept_as_far_as_it_may_be(kind):
    def endless(peer):
        peer.send(b"HTTP/1.1 502 Bad Gateway\r\n\r\n<html>")
        while True:
            peer.send(b"x" * 10_000)

    with Wire(endless) as wire:
        error = kind.call(wire.base_url)
    assert isinstance(error, errors.InternalServerError)
    assert len(error.body) == 64 * 1024


@every_kind
def test_a_client_of_another_library_is_refused(kind):
    transport = getattr(transports, kind.transport)
    for given in (object(), httpx.Client, "session"):
        with pytest.raises(errors.ConfigurationError, match="must be an"):
            transport(given)


@pytest.mark.parametrize("library", ["aiohttp", "httpx2"])
def test_a_library_that_is_not_there_is_named_with_the_extra(library):
    script = f"""
import sys
sys.path[:0] = {sys.path!r}
sys.modules["{library}"] = None
from {PACKAGE} import transports
for name in dir(transports):
    try:
        exec(f"from {PACKAGE}.transports import {{name}}")
    except ImportError as error:
        print(name, error, error.__cause__, error.__suppress_context__)
"""
    run = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, env=PATHS, capture_output=True, text=True, check=True
    )
    told = f"This transport needs {library}: pip install '{NAME}[{library}]'. None True"
    names = {"aiohttp": ["AiohttpTransport"], "httpx2": ["AsyncHttpx2Transport", "Httpx2Transport"]}[library]
    assert run.stdout.splitlines() == [f"{name} {told}" for name in names]
