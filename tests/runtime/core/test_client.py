"""The request core, sync and async alike: what is sent, how an answer is judged, what never leaks."""

import asyncio
import copy
import gzip
import itertools
import logging
import pickle
import socket
import subprocess
import sys
import threading
import zlib
from datetime import UTC, date, datetime
from decimal import Decimal

import httpx
import pytest
from msgspec import UNSET
from sdk import errors, transports
from sdk._core import call as core_call
from sdk._core.async_client import AsyncClient
from sdk._core.sync_client import SyncClient
from sdk._http.url import USER_AGENT
from sdk.transports import _body

from tests.runtime.loopback import send, serve
from tests.runtime.standin import (
    ALL,
    BASE_URL,
    CAN,
    CREATE,
    ENVIRONMENT,
    FLAG,
    GET,
    KEY,
    KEY_HEADER,
    KEY_VARIABLE,
    LAST_REQUEST_ID,
    LIST,
    PACKAGE,
    REQUEST_ID,
    SECRET,
    SECRET_HEADER,
    SECRET_VARIABLE,
    SERVICE,
    STATUS,
    TEXT,
    UPDATE,
    Both,
    Status,
    Thing,
    ThingCreate,
    bare_words,
    page,
    said,
)


@pytest.fixture(params=["sync", "async"])
def both(request):
    return Both(request.param)


@pytest.fixture
def kind(both):
    return SyncClient if both.kind == "sync" else AsyncClient


def answer(status=200, content=b"", **headers):
    return lambda _: httpx.Response(
        status, content=content, headers={name.replace("_", "-"): value for name, value in headers.items()}
    )


def test_a_get_is_signed_and_decoded(both):
    seen = []

    def handler(request):
        seen.append((request.method, str(request.url), dict(request.headers), request.content))
        return httpx.Response(200, content=b'{"Id":7,"Status":"Draft"}')

    assert both.ask(handler, GET, query={"id": 7}) == Thing(id=7, status=Status.DRAFT)
    [(method, url, headers, content)] = seen
    assert (method, url, content) == ("GET", f"{BASE_URL}/api/thing/details?id=7", b"")
    assert headers[KEY_HEADER] == KEY
    assert headers[SECRET_HEADER] == SECRET
    assert headers["accept"] == "application/json"
    assert headers["accept-encoding"] == "gzip"
    assert headers["user-agent"] == USER_AGENT
    assert "content-type" not in headers


def test_a_post_sends_its_body_as_json(both):
    seen = []

    def handler(request):
        seen.append((request.method, request.headers["content-type"], request.content))
        return httpx.Response(200, content=b"3971")

    body = ThingCreate(number=None, cost=Decimal("100.10"))
    assert both.ask(handler, CREATE, body=body) == 3971
    assert seen == [("POST", "application/json", b'{"Number":null,"Cost":100.10}')]


@pytest.mark.parametrize(
    ("value", "query"),
    [
        (None, ""),
        (UNSET, ""),
        ([], ""),
        (True, "?x=true"),
        (False, "?x=false"),
        (0, "?x=0"),
        ("a b&c/ü+", "?x=a%20b%26c%2F%C3%BC%2B"),
        ("", "?x="),
        (Decimal("1E+3"), "?x=1000"),
        (Status.SENT, "?x=Sent"),
        (Status("New One"), "?x=New%20One"),
        (datetime(2018, 2, 6, 11, 43, 30, tzinfo=UTC), "?x=2018-02-06T11%3A43%3A30%2B00%3A00"),
        (date(2018, 2, 6), "?x=2018-02-06"),
        ([1, None, 2], "?x=1&x=2"),
    ],
)
def test_query_values(both, value, query):
    seen = []

    def handler(request):
        seen.append(str(request.url))
        return httpx.Response(200, content=b"true")

    both.ask(handler, CAN, query={"x": value})
    assert seen == [f"{BASE_URL}/api/thing/can{query}"]


@pytest.mark.parametrize("value", [Decimal("NaN"), float("inf"), object(), "\ud800", "x" * 100_000])
def test_a_query_value_that_cannot_be_written_is_refused(both, value):
    def handler(request):
        pytest.fail("it was sent")

    with pytest.raises(errors.EncodeError):
        both.ask(handler, CAN, query={"x": value})


@pytest.mark.parametrize(
    ("operation", "content", "value"),
    [
        (CREATE, b"12", 12),
        (CAN, b"false", False),
        pytest.param(STATUS, b"Draft", Status.DRAFT, marks=bare_words),
        (STATUS, b'"Sent"', Status.SENT),
        (ALL, b'[{"Id":1}]', [Thing(id=1)]),
        (UPDATE, b"", None),
        (UPDATE, b"  \r\n", None),
    ],
)
@pytest.mark.parametrize("status", [200, 201, 299])
def test_every_kind_of_result(both, operation, content, value, status):
    assert both.ask(answer(status, content), operation) == value


def test_204_is_an_answer_to_an_operation_without_a_result(both):
    assert both.ask(answer(204), UPDATE) is None


def test_204_is_no_answer_to_an_operation_with_a_result(both):
    with pytest.raises(errors.DecodeError, match="body is empty"):
        both.ask(answer(204), GET)


@pytest.mark.parametrize("status", [302, 307, 400, 401, 403, 404, 409, 422, 429, 499, 500, 503, 520])
def test_a_status_outside_2xx_raises(both, status):
    content = said(message="It is so.")
    respond = answer(status, content, **{REQUEST_ID: "r-77"}, location="https://elsewhere.example/")
    with pytest.raises(errors.APIStatusError) as caught:
        both.ask(respond, GET, query={"id": 7})
    error = caught.value
    assert type(error) is errors.status_error_type(status)
    assert (error.status, error.detail, error.request_id, error.body) == (status, "It is so.", "r-77", content)
    assert error.url == f"{BASE_URL}/api/thing/details?id=***"
    assert error.elapsed >= 0
    assert "elsewhere" not in str(error)


def test_an_html_error_page_is_a_status_error(both):
    with pytest.raises(errors.InternalServerError) as caught:
        both.ask(answer(502, b"<html>" + b"x" * 200_000, content_type="text/html"), GET)
    assert caught.value.detail is None
    assert len(caught.value.body) == errors.MAX_ERROR_BODY


def test_a_request_id_that_is_not_one_is_ignored(both):
    with pytest.raises(errors.NotFoundError) as caught:
        both.ask(answer(404, **{REQUEST_ID: "two words", LAST_REQUEST_ID: "r-2"}), GET)
    assert caught.value.request_id == "r-2"


@pytest.mark.parametrize(
    ("content", "headers", "path", "said"),
    [
        (b"", {}, "", "empty"),
        (b"null", {}, "", "null"),
        (b"<html>", {"content_type": "text/html"}, "", "text/html"),
        (b'{"Id":"x"}', {}, "Id", "at Id"),
        (b'{"Items":[{"Cost":1},{"Cost":[]}]}', {}, "Items[1].Cost", "at Items"),
        (b"not gzip", {"content_encoding": "gzip"}, "", "Content-Encoding"),
    ],
)
def test_an_answer_that_cannot_be_read_is_a_decode_error(both, content, headers, path, said):
    # A stream, because httpx decodes ready-made content before the client sees it.
    def handler(request):
        stream = httpx.ByteStream(content)
        return httpx.Response(200, stream=stream, headers={k.replace("_", "-"): v for k, v in headers.items()})

    with pytest.raises(errors.DecodeError, match=said) as caught:
        both.ask(handler, GET)
    assert caught.value.path == path
    assert caught.value.status == 200
    assert caught.value.__context__ is None


class Endless(httpx.SyncByteStream, httpx.AsyncByteStream):
    """A body that never ends by itself."""

    def __init__(self):
        self.given = 0

    def __iter__(self):
        while True:
            self.given += 100
            if self.given > 1_000_000:
                pytest.fail("the body is read without end")
            yield b"x" * 100

    async def __aiter__(self):
        for chunk in self:
            yield chunk


class Chunks(Endless):
    """A body in given pieces."""

    def __init__(self, pieces):
        self.pieces = pieces

    def __iter__(self):
        return iter(self.pieces)


@pytest.mark.parametrize(
    ("status", "bound", "expected"),
    [(200, "MAX_BODY", errors.DecodeError), (500, "MAX_ERROR_BODY", errors.InternalServerError)],
)
def test_an_endless_answer_is_read_up_to_a_bound(both, monkeypatch, status, bound, expected):
    monkeypatch.setattr(core_call, bound, 1000)
    stream = Endless()
    with pytest.raises(expected) as caught:
        both.ask(lambda _: httpx.Response(status, stream=stream), GET)
    assert stream.given == 1100
    assert len(caught.value.body) == 1100


def test_an_answer_is_bounded_after_it_is_inflated(both, monkeypatch):
    monkeypatch.setattr(core_call, "MAX_BODY", 1000)

    def handler(request):
        packed = gzip.compress(b'{"Note":"' + b"x" * 1_000_000 + b'"}')
        return httpx.Response(200, stream=httpx.ByteStream(packed), headers={"content-encoding": "gzip"})

    with pytest.raises(errors.DecodeError, match="longer than 1000 bytes"):
        both.ask(handler, GET)


def test_a_faulted_envelope_raises_and_keeps_what_came(both):
    content = page({"Id": 1}, total=1, flag=True, reasons=[{TEXT: "Sorry", "Inner": "x"}, {TEXT: "E7"}, {TEXT: ""}])
    with pytest.raises(errors.FaultError, match=f"{FLAG}: Sorry; E7") as caught:
        both.ask(answer(200, content), LIST)
    assert caught.value.messages == ("Sorry", "E7")
    assert caught.value.envelope.result == [Thing(id=1)]
    assert caught.value.body == content


def test_secrets_in_a_body_are_not_kept(both):
    page = said(message=f"{SECRET_HEADER}: {SECRET}")[:-1] + b',"User":{"Password":"p\\"w","ApiKey" : "abc"}'
    with pytest.raises(errors.BadRequestError) as caught:
        both.ask(answer(400, page + b"}"), GET)
    assert caught.value.detail == f"{SECRET_HEADER}: <hidden>"
    assert b'"Password":"<hidden>","ApiKey" : "<hidden>"' in caught.value.body
    with pytest.raises(errors.DecodeError) as caught:
        both.ask(answer(200, page), GET)
    assert SECRET.encode() not in caught.value.body
    assert b'"abc' not in caught.value.body
    with pytest.raises(errors.InternalServerError) as caught:
        both.ask(answer(500, f"<td>{SECRET_HEADER.title()}</td>\n<td>{SECRET}</td>".encode()), GET)
    assert SECRET.encode() not in caught.value.body


@pytest.mark.parametrize("coding", ["gzip", "GZip", "identity, gzip", " gzip ,"])
@pytest.mark.parametrize("chunk", [1, 7, 10_000])
def test_a_packed_answer_is_unpacked(both, coding, chunk):
    packed = gzip.compress(b'{"Id":5}')
    stream = Chunks(packed[start : start + chunk] for start in range(0, len(packed), chunk))
    assert both.ask(lambda _: httpx.Response(200, stream=stream, headers={"content-encoding": coding}), GET).id == 5


def test_an_answer_that_was_read_already_is_not_unpacked_twice(both):
    assert both.ask(answer(200, gzip.compress(b'{"Id":5}'), content_encoding="gzip"), GET).id == 5


@pytest.mark.parametrize("coding", ["gzip, gzip", "gzip, gzip, gzip", "br", "deflate", "zstd", "gzip, br"])
@pytest.mark.parametrize("status", [200, 500])
def test_a_coding_that_was_not_asked_for_is_not_unpacked(both, coding, status):
    stream = Endless()
    with pytest.raises((errors.DecodeError, errors.InternalServerError)) as caught:
        both.ask(lambda _: httpx.Response(status, stream=stream, headers={"content-encoding": coding}), GET)
    assert stream.given == 100
    assert caught.value.status == status
    assert caught.value.body == b""
    assert status == 500 or "not one that was asked for" in str(caught.value)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda packed: packed[:-1],
        lambda packed: packed[: len(packed) // 2],
        lambda packed: packed + packed,
        lambda packed: packed[:-8] + b"\0" * 8,
    ],
)
def test_a_packed_answer_that_is_not_whole_is_told(both, spoil):
    stream = Chunks([spoil(gzip.compress(b'{"Id":5}'))])
    with pytest.raises(errors.DecodeError, match="not what its Content-Encoding says"):
        both.ask(lambda _: httpx.Response(200, stream=stream, headers={"content-encoding": "gzip"}), GET)


@pytest.mark.parametrize("chunk", [1, 7, 10_000])
def test_a_body_that_is_not_packed_as_it_says_tells_what_went_wrong_all_the_same(both, chunk):
    def handler(request):
        stream = Chunks(sent[start : start + chunk] for start in range(0, len(sent), chunk))
        return httpx.Response(status, stream=stream, headers={"content-encoding": "gzip"})

    status, sent = 400, said(message="why")
    with pytest.raises(errors.BadRequestError, match="400 Bad Request: why") as caught:
        both.ask(handler, GET)
    assert (caught.value.body, caught.value.detail) == (sent, "why")
    status, sent = 503, b"x"
    with pytest.raises(errors.InternalServerError) as caught:
        both.ask(handler, GET)
    assert caught.value.body == sent
    status, sent = 200, b'{"Id":5,"Secret":"%b"}' % SECRET.encode()
    with pytest.raises(errors.DecodeError, match="not what its Content-Encoding says") as caught:
        both.ask(handler, GET)
    assert caught.value.body == b'{"Id":5,"Secret":"<hidden>"}'


@pytest.mark.parametrize("status", [200, 500])
@pytest.mark.parametrize("begin", [b"", b"\x1f\x8b\x08\x08\0\0\0\0\0\0"], ids=["no gzip", "an endless name of a file"])
def test_an_endless_body_that_is_not_packed_as_it_says_is_read_up_to_a_bound(both, monkeypatch, status, begin):
    monkeypatch.setattr(core_call, "MAX_ERROR_BODY", 1000)
    stream = Endless()
    pieces = itertools.chain([begin], itertools.islice(stream, 2000), [b"\0\xff\xff"], stream)
    with pytest.raises((errors.DecodeError, errors.InternalServerError)) as caught:
        both.ask(lambda _: httpx.Response(status, stream=Chunks(pieces), headers={"content-encoding": "gzip"}), GET)
    assert caught.value.status == status
    assert caught.value.body == (b"" if begin else b"x" * 1100)
    assert stream.given <= (200_000 if begin else 1100)


@pytest.mark.parametrize(
    "pack", [zlib.compress, lambda text: gzip.compress(text)[:3] + b"\xff" + gzip.compress(text)[4:]]
)
def test_a_body_that_is_packed_in_another_way_is_not_kept_for_what_it_may_quote(both, pack):
    stream = Chunks([pack(said(message=SECRET))])
    with pytest.raises(errors.BadRequestError) as caught:
        both.ask(lambda _: httpx.Response(400, stream=stream, headers={"content-encoding": "gzip"}), GET)
    assert caught.value.body == b""


def test_a_bomb_is_never_unpacked_beyond_the_bound(both, monkeypatch):
    monkeypatch.setattr(core_call, "MAX_BODY", 1000)
    decoded = []

    class Watched(_body._Unzip):
        def decode(self, packed, most):
            decoded.append(len(super().decode(packed, most)))
            return b"x" * decoded[-1]

    monkeypatch.setattr(_body, "_Unzip", Watched)
    stream = Chunks([gzip.compress(b"x" * 10_000_000)])
    with pytest.raises(errors.DecodeError, match="longer than 1000 bytes"):
        both.ask(lambda _: httpx.Response(200, stream=stream, headers={"content-encoding": "gzip"}), GET)
    assert decoded == [1001]


def test_credentials_that_the_service_quotes_are_hidden(both):
    text = f"The key '{KEY}' with secret {SECRET} is not valid"
    with pytest.raises(errors.AuthenticationError) as caught:
        both.ask(answer(401, said(message=text)), GET)
    error = caught.value
    for text in (str(error), error.detail, error.body.decode()):
        assert "<hidden>" in text
        assert KEY not in text
        assert SECRET not in text


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("HTTPS_PROXY", "foo://user:pa55w0rd@127.0.0.1:1"),
        ("HTTPS_PROXY", "http://user:pa55w0rd@127.0.0.1:port"),
        ("SSL_CERT_FILE", "/nowhere/pa55w0rd.pem"),
    ],
)
@pytest.mark.parametrize("kind", ["sync", "async"])
def test_an_environment_that_cannot_be_used_is_a_clear_error(kind, monkeypatch, name, value):
    both = Both(kind)
    for other in ("NO_PROXY", "no_proxy"):
        monkeypatch.delenv(other, raising=False)
    monkeypatch.setenv(name, value)
    with pytest.raises(errors.ConfigurationError, match=name) as caught:
        call_and_close(both, real_client(both, "https://api.invalid"), CAN)
    assert "pa55w0rd" not in str(caught.value)
    assert caught.value.__context__ is None
    with serve(lambda handler: send(handler, 200, b'{"Id":5}')) as (url, _):
        assert call_and_close(both, real_client(both, url), GET) == Thing(id=5)


@pytest.mark.parametrize("names", [("HTTP_PROXY", "http_proxy"), ("ALL_PROXY", "all_proxy")])
def test_http_goes_past_the_proxies_of_the_environment(both, monkeypatch, names):
    for name in ("NO_PROXY", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
    with serve(lambda handler: send(handler, 502)) as (proxy, asked):
        for name in names:
            monkeypatch.setenv(name, proxy)
        with serve(lambda handler: send(handler, 200, b'{"Id":5}')) as (url, _):
            assert call_and_close(both, real_client(both, url), GET) == Thing(id=5)
    assert asked == []


def test_an_async_client_of_an_event_loop_that_is_closed_gives_a_clear_error():
    def handler(request):
        raise RuntimeError("Event loop is closed")

    with pytest.raises(errors.ConfigurationError, match="belongs to one event loop"):
        Both("async").ask(handler, GET)


FAILURES = [
    (httpx.ConnectTimeout, errors.APITimeoutError),
    (httpx.ReadTimeout, errors.APITimeoutError),
    (httpx.PoolTimeout, errors.APITimeoutError),
    (httpx.ConnectError, errors.APIConnectionError),
    (httpx.ReadError, errors.APIConnectionError),
    (httpx.RemoteProtocolError, errors.APIConnectionError),
    (httpx.LocalProtocolError, errors.APIConnectionError),
    (httpx.ProxyError, errors.APIConnectionError),
    (httpx.UnsupportedProtocol, errors.APIConnectionError),
    (httpx.TooManyRedirects, errors.APIConnectionError),
]


@pytest.mark.parametrize(("raised", "expected"), FAILURES)
def test_a_failed_connection_ends_in_the_tree_without_the_request(both, raised, expected):
    def handler(request):
        raise raised("it broke", request=request)

    with pytest.raises(expected) as caught:
        both.ask(handler, GET, query={"id": 7})
    error = caught.value
    assert type(error) is expected
    assert raised.__name__ in str(error)
    assert error.__cause__ is None
    assert error.__context__ is None
    pickle.dumps(error)


def test_a_protocol_error_does_not_quote_the_header(both):
    def handler(request):
        raise httpx.LocalProtocolError(f"Illegal header value b'{SECRET}'")

    with pytest.raises(errors.APIConnectionError) as caught:
        both.ask(handler, GET)
    assert SECRET not in str(caught.value)


def test_an_error_of_other_code_is_not_swallowed(both):
    def handler(request):
        raise RuntimeError("a bug")

    with pytest.raises(RuntimeError, match="a bug"):
        both.ask(handler, GET)


def real_client(both, url, **settings):
    kind = SyncClient if both.kind == "sync" else AsyncClient
    return kind(api_key=KEY, api_secret=SECRET, base_url=url, **settings)


def call_and_close(both, client, operation):
    if both.kind == "sync":
        with client:
            return client.call(operation)

    async def run():
        async with client:
            return await client.call(operation)

    return asyncio.run(run())


def test_over_a_real_socket(both):
    with serve(lambda handler: send(handler, 200, b'{"Id":5}')) as (url, asked):
        assert call_and_close(both, real_client(both, url), GET) == Thing(id=5)
    assert httpx.Headers(asked[0][1])[KEY_HEADER] == KEY


def test_credentials_never_follow_a_redirect(both):
    with serve(lambda handler: send(handler, 200, b'{"Id":5}')) as (other, asked_there):

        def redirect(handler):
            send(handler, 307, Location=f"{other}/steal")

        with serve(redirect) as (url, _):
            with pytest.raises(errors.APIStatusError, match="307 Temporary Redirect; check the base URL") as caught:
                call_and_close(both, real_client(both, url), GET)
            assert caught.value.status == 307
            # Not even through a caller's client that follows by default.
            borrowed = httpx.Client if both.kind == "sync" else httpx.AsyncClient
            http_client = borrowed(follow_redirects=True)
            with pytest.raises(errors.APIStatusError):
                call_and_close(both, real_client(both, url, http_client=http_client), GET)
            assert not http_client.is_closed
            if both.kind == "sync":
                http_client.close()
            else:
                asyncio.run(http_client.aclose())
    assert asked_there == []


@pytest.mark.parametrize("status", [200, 503])
def test_a_connection_cut_in_the_body(both, status):
    def cut(handler):
        send(handler, status, b'{"Id"', Content_Length="500")

    expected = errors.APIConnectionError if status == 200 else errors.InternalServerError
    with serve(cut) as (url, _), pytest.raises(expected) as caught:
        call_and_close(both, real_client(both, url), GET)
    assert caught.value.__context__ is None


def test_no_answer_in_time(both):
    waiting = threading.Event()
    with serve(lambda handler: waiting.wait(10)) as (url, _):
        try:
            with pytest.raises(errors.APITimeoutError, match=r"timeout 0\.05 s"):
                call_and_close(both, real_client(both, url, timeout=0.05), GET)
        finally:
            waiting.set()


def test_nothing_listens(both):
    # Taken and not listened at: a port that is merely free is another test's a moment later.
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{taken.getsockname()[1]}"
        with pytest.raises(errors.APIConnectionError, match="ConnectError"):
            call_and_close(both, real_client(both, url), GET)


@pytest.mark.parametrize(
    "base_url",
    [
        "http://api.example",
        "ftp://api.example",
        "api.example",
        "",
        "https://",
        "https://u:hunter2@api.example",
        "https://api.example?x=1",
        "https://api.example#x",
        "https://api.example:99999",
        "https://api.example\n",
        "https://[::1",
        "http://localhost.evil.example",
        "http://127.0.0.1.evil.example",
        7,
    ],
)
def test_a_base_url_that_would_betray_the_credentials_is_refused(kind, base_url):
    with pytest.raises(errors.ConfigurationError, match="base_url") as caught:
        kind(api_key=KEY, api_secret=SECRET, base_url=base_url)
    assert "hunter2" not in str(caught.value)


@pytest.mark.parametrize(
    "base_url", ["https://api.example/", "http://localhost:8080", "http://127.0.0.9", "http://[::1]:1", "https://h/v1/"]
)
def test_a_base_url_loses_its_last_slash(kind, base_url):
    assert kind(api_key=KEY, api_secret=SECRET, base_url=base_url).base_url == base_url.rstrip("/")


@pytest.mark.parametrize("timeout", [0, -1, float("nan"), float("inf"), True, "5"])
def test_a_timeout_that_is_none_is_refused(kind, timeout):
    with pytest.raises(errors.ConfigurationError, match="timeout"):
        kind(api_key=KEY, api_secret=SECRET, timeout=timeout)


def test_without_credentials_the_client_names_both_variables(kind, monkeypatch):
    for variable in (KEY_VARIABLE, SECRET_VARIABLE):
        monkeypatch.delenv(variable, raising=False)
    with pytest.raises(errors.ConfigurationError, match=f"{KEY_VARIABLE}.*{SECRET_VARIABLE}"):
        kind()


def test_the_other_kind_of_http_client_is_refused(both, kind):
    wrong = httpx.AsyncClient() if both.kind == "sync" else httpx.Client()
    with pytest.raises(errors.ConfigurationError, match=r"http_client must be an httpx\."):
        kind(api_key=KEY, api_secret=SECRET, http_client=wrong)


def test_a_client_hides_its_secrets_and_cannot_be_copied(kind):
    client = kind(api_key=KEY, api_secret=SECRET, base_url=BASE_URL)
    assert repr(client) == f"<{kind.__name__} base_url='{BASE_URL}' timeout=30.0>"
    for again in (copy.copy, copy.deepcopy, pickle.dumps):
        with pytest.raises(TypeError, match="cannot be copied or pickled"):
            again(client)


def test_only_the_async_client_says_it_takes_an_async_provider(kind):
    annotation = kind.__init__.__annotations__["credentials"]
    provider = "SyncCredentialsProvider" if kind is SyncClient else "CredentialsProvider"
    assert annotation == f"Credentials | {provider} | None"


def test_a_client_whose_making_failed_has_a_repr(kind):
    client = kind.__new__(kind)
    with pytest.raises(errors.ConfigurationError):
        client.__init__(api_key=KEY, api_secret=SECRET, base_url="http://hunter2.example")
    assert repr(client) == f"<{kind.__name__}, not made>"


def close(both, client):
    if both.kind == "sync":
        client.close()
    else:
        asyncio.run(client.aclose())


def test_closing_twice_is_fine_and_calling_after_it_is_not(both):
    client = both.client(answer(200, b"true"))
    assert both.call(client, CAN) is True
    for _ in range(2):
        close(both, client)
    assert client.is_closed
    with pytest.raises(errors.ConfigurationError, match="closed; make a new one"):
        both.call(client, CAN)
    with pytest.raises(errors.ConfigurationError, match="closed"):
        call_and_close(both, client, CAN)


def test_a_client_that_never_called_can_be_closed(both):
    client = both.client(answer())
    close(both, client)
    assert client.is_closed


def test_a_borrowed_client_closed_by_its_owner_gives_a_clear_error(both):
    client = both.client(answer(200, b"true"))
    close_owner = client._state.connect()._clients.given
    if both.kind == "sync":
        close_owner.close()
    else:
        asyncio.run(close_owner.aclose())
    with pytest.raises(errors.ConfigurationError, match="HTTP client is closed"):
        both.call(client, CAN)


def test_many_threads_make_one_transport(monkeypatch):
    made = []
    real = transports.HttpxTransport

    class Counted(real):
        def __init__(self, *arguments):
            made.append(self)
            super().__init__(*arguments)

    monkeypatch.setattr(transports, "HttpxTransport", Counted)
    client = Both("sync").client(answer(200, b"true"))
    ready = threading.Barrier(8)
    results = []

    def work():
        ready.wait()
        results.append(client.call(CAN))

    threads = [threading.Thread(target=work) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert results == [True] * 8
    assert len(made) == 1


def test_nothing_secret_is_logged(both, caplog):
    caplog.set_level(logging.DEBUG)
    with serve(lambda handler: send(handler, 500)) as (url, _), pytest.raises(errors.InternalServerError):
        call_and_close(both, real_client(both, url), GET)
    assert KEY not in caplog.text
    assert SECRET not in caplog.text


def test_making_a_client_imports_neither_httpx_nor_the_models():
    program = f"""
import sys
sys.path[:0] = {sys.path!r}
from {PACKAGE}._core.sync_client import SyncClient
from {PACKAGE}.pagination import Pager
SyncClient(api_key="k", api_secret="s").close()
print([name for name in ("httpx", "anyio", "asyncio", "ssl", "{PACKAGE}.models") if name in sys.modules])
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("kind", [SyncClient, AsyncClient])
def test_the_environment_may_say_where_requests_go(kind, monkeypatch):
    monkeypatch.setenv(f"{ENVIRONMENT}_BASE_URL", "http://127.0.0.1:8080/")
    assert kind(api_key=KEY, api_secret=SECRET).base_url == "http://127.0.0.1:8080"
    assert kind(api_key=KEY, api_secret=SECRET, base_url=BASE_URL).base_url == BASE_URL
    monkeypatch.setenv(f"{ENVIRONMENT}_BASE_URL", "http://evil.example")
    with pytest.raises(errors.ConfigurationError, match="unencrypted"):
        kind(api_key=KEY, api_secret=SECRET)
    monkeypatch.setenv(f"{ENVIRONMENT}_BASE_URL", "")
    assert kind(api_key=KEY, api_secret=SECRET).base_url == SERVICE
