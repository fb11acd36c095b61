"""A call has a span, and below it one for each request, on every transport; nothing is told of what was asked."""

import asyncio
import gc
import sys

import httpx
import pytest
from opentelemetry import trace
from opentelemetry.trace import SpanKind, StatusCode
from sdk import otel, streaming
from sdk._core.state import ClientState
from sdk._http.operation import Operation
from sdk.errors import ConfigurationError, DecodeError, NotFoundError, StreamError

from tests.runtime.kinds import GIVEN_UP, every_kind, nothing_is_left_open  # noqa: F401 - a fixture
from tests.runtime.loopback import Wire, send, serve
from tests.runtime.standin import CREATE, GET, KEY, SECRET, Both

pytestmark = GIVEN_UP

SECRETIVE = "jane@example.com"
EVENTS = Operation(
    name="jobs.watch", method="GET", path="/watch",
    answers=(("200", "text/event-stream", int),), accept="text/event-stream",
)  # fmt: skip


def attributes(span):
    return dict(span.attributes)


@every_kind
def test_repetitions_are_spans_below_that_of_the_call(kind, recorded):
    statuses = [503, 503, 200]
    with serve(lambda handler: send(handler, statuses.pop(0), b"{}")) as (base_url, asked):
        arguments = {"query": {"email": SECRETIVE}}
        kind.call(f"{base_url}/v1", GET, arguments, max_retries=2)
    *attempts, call = recorded.spans
    assert (call.name, call.kind, call.status.status_code) == ("things.get", SpanKind.INTERNAL, StatusCode.UNSET)
    assert [span.name for span in attempts] == ["GET /v1/api/thing/details"] * 3
    assert {span.kind for span in attempts} == {SpanKind.CLIENT}
    assert {span.parent.span_id for span in attempts} == {call.context.span_id}
    assert [span.attributes.get("http.request.resend_count") for span in attempts] == [None, 1, 2]
    assert [span.attributes["http.response.status_code"] for span in attempts] == [503, 503, 200]
    assert [span.status.status_code for span in attempts] == [StatusCode.ERROR, StatusCode.ERROR, StatusCode.UNSET]
    port = int(base_url.rpartition(":")[2])
    assert attributes(attempts[0]) == {
        "http.request.method": "GET",
        "server.address": "127.0.0.1",
        "server.port": port,
        "url.scheme": "http",
        "url.template": "/v1/api/thing/details",
        "url.full": f"{base_url}/v1/api/thing/details?email=***",
        "http.response.status_code": 503,
        "error.type": "503",
    }
    # Each request carries the context of its own span.
    sent = [headers.get("traceparent") or headers["Traceparent"] for _, headers in asked]
    assert [text.split("-")[2] for text in sent] == [f"{span.context.span_id:016x}" for span in attempts]
    points = {point.attributes.get("error.type"): point for point in recorded.points("http.client.request.duration")}
    assert {name: point.count for name, point in points.items()} == {"503": 2, None: 1}
    assert points[None].explicit_bounds[0] == 0.005
    assert "url.full" not in points[None].attributes
    told = recorded.everything()
    assert not any(secret in told for secret in (SECRETIVE, KEY, SECRET))


@every_kind
def test_what_gets_no_answer_has_an_error_type(kind, recorded):
    with Wire(lambda peer: peer.reset()) as wire:
        kind.call(wire.base_url)
    with Wire(lambda peer: peer.stall()) as wire:
        kind.call(wire.base_url, timeout=0.2)
    kinds = [span.attributes["error.type"] for span in recorded.spans]
    assert kinds == ["connection", "APIConnectionError", "timeout", "APITimeoutError"]
    assert "http.response.status_code" not in recorded.spans[0].attributes
    assert recorded.spans[0].events == ()


@pytest.mark.parametrize("kind", ["sync", "async"])
def test_what_the_caller_gets_decides_over_the_call_s_span(kind, recorded):
    both = Both(kind)
    for status, body, error in ((404, b"{}", NotFoundError), (200, b"not json", DecodeError)):
        with pytest.raises(error):
            both.ask(lambda _, status=status, body=body: httpx.Response(status, content=body), GET)
    both.ask(lambda _: httpx.Response(200, content=b"{}"), GET)
    calls = recorded.named("things.get")
    assert [span.attributes.get("error.type") for span in calls] == ["NotFoundError", "DecodeError", None]
    assert "not json" not in recorded.everything()


def test_a_raw_answer_that_is_an_error_is_one(recorded):
    client = Both("sync").client(lambda _: httpx.Response(404, content=b"{}"))
    with pytest.raises(NotFoundError):
        client.call_raw(GET)
    assert recorded.spans[-1].attributes["error.type"] == "404"


def test_the_call_is_below_the_caller_s_span_and_current_for_what_it_uses(recorded):
    seen = []

    def answer(request):
        seen.append(trace.get_current_span().get_span_context().span_id)
        return httpx.Response(200, content=b"{}")

    with recorded.tracer.start_as_current_span("work") as work:
        Both("sync").ask(answer, GET)
        assert trace.get_current_span() is work
    attempt, call, _ = recorded.spans
    assert call.parent.span_id == work.get_span_context().span_id
    assert seen == [attempt.context.span_id]


def test_a_method_that_nobody_knows_is_no_name(recorded):
    Both("sync").ask(lambda _: httpx.Response(200, content=b"{}"), Operation(name="a.b", method="BREW", path="/a"))
    span = recorded.spans[0]
    assert (span.name, span.attributes["http.request.method"]) == ("HTTP /a", "_OTHER")
    assert span.attributes["http.request.method_original"] == "BREW"


def test_a_redirect_elsewhere_carries_no_context(recorded):
    seen = []

    def answer(request):
        seen.append(request.headers.get("traceparent"))
        if request.url.host == "api.example":
            return httpx.Response(302, headers={"location": "https://elsewhere.example/x?key=geheim"})
        return httpx.Response(200, content=b"{}")

    Both("sync").ask(answer, GET, settings={"follow_redirects": True})
    assert (seen[0] is None, seen[1]) == (False, None)
    first, second, call = recorded.spans
    assert (first.name, second.name) == ("GET /api/thing/details", "GET")
    assert second.attributes["server.address"] == "elsewhere.example"
    assert second.parent.span_id == call.context.span_id
    assert "geheim" not in recorded.everything()


def test_nothing_is_propagated_where_that_is_turned_off(recorded):
    seen = []
    client = Both("sync").client(lambda request: seen.append(request) or httpx.Response(200, content=b"{}"))
    otel.instrument(client, propagate=False, **recorded.given)
    client.call(GET)
    assert "traceparent" not in seen[0].headers
    assert len(recorded.spans) == 2


@pytest.mark.parametrize("kind", ["sync", "async"])
def test_one_client_and_its_views_alone(recorded, kind):
    otel.uninstrument()
    both = Both(kind)
    first, second = (both.client(lambda _: httpx.Response(200, content=b"{}")) for _ in range(2))
    for _ in range(2):
        otel.instrument(first, **recorded.given)
    both.call(second, GET)
    assert recorded.spans == ()
    both.call(first.with_options(timeout=5), GET)
    assert len(recorded.spans) == 2
    otel.uninstrument(first)
    otel.uninstrument(second)
    both.call(first, GET)
    assert len(recorded.spans) == 2
    assert ClientState.observer is None


def test_a_cancelled_call_ends_its_spans(recorded):
    async def main():
        reached = asyncio.Event()

        async def answer(request):
            reached.set()
            await asyncio.sleep(60)

        async with Both("async").client(answer) as client:
            task = asyncio.create_task(client.call(CREATE, body={}))
            await reached.wait()
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
            waiting = Both("async").client(lambda _: httpx.Response(503, headers={"Retry-After": "30"}), max_retries=1)
            task = asyncio.create_task(waiting.call(GET))
            await asyncio.sleep(0.05)
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task

    asyncio.run(main())
    assert [span.attributes["error.type"] for span in recorded.spans] == [
        "CancelledError", "CancelledError", "503", "CancelledError",
    ]  # fmt: skip
    assert not trace.get_current_span().get_span_context().is_valid


def streamed(peer):
    peer.send(b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n")
    peer.send(b"9\r\ndata: 1\n\n\r\n9\r\ndata: 2\n\n\r\n0\r\n\r\n")


def broken(peer):
    peer.send(b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n")
    peer.send(b"9\r\ndata: 1\n\n\r\n")
    peer.close()


def refused(peer):
    peer.answer(b"{}", status="404 Not Found")


def read(kind, base_url, use):
    """Read a stream with a client of a kind."""
    if kind.run is None:
        with kind.client(base_url) as client:
            return use(client.in_parts(streaming.Stream, EVENTS))

    async def main():
        async with kind.client(base_url) as client:
            return await use(client.in_parts(streaming.AsyncStream, EVENTS))

    return kind.run(main)


def all_of(kind):
    async def awaited(items):
        return [item async for item in items]

    return list if kind.run is None else awaited


def first_of(kind):
    def first(items):
        with items:
            return next(items)

    async def awaited(items):
        async with items:
            return await anext(items)

    return first if kind.run is None else awaited


@every_kind
def test_a_stream_s_spans_end_with_it(kind, recorded):
    with Wire(streamed) as wire:
        assert read(kind, wire.base_url, all_of(kind)) == [1, 2]
        assert len(recorded.spans) == 2
        assert read(kind, wire.base_url, first_of(kind)) == 1
    assert [span.name for span in recorded.spans] == ["GET /watch", "jobs.watch"] * 2
    assert {span.status.status_code for span in recorded.spans} == {StatusCode.UNSET}
    assert recorded.spans[0].parent.span_id == recorded.spans[1].context.span_id


@every_kind
def test_a_stream_that_breaks_off_or_is_refused_ends_its_spans(kind, recorded):
    with Wire(broken) as wire, pytest.raises(StreamError):
        read(kind, wire.base_url, all_of(kind))
    assert [span.attributes["error.type"] for span in recorded.spans] == ["connection", "StreamError"]
    with Wire(refused) as wire, pytest.raises(NotFoundError):
        read(kind, wire.base_url, all_of(kind))
    assert [span.attributes["error.type"] for span in recorded.spans[2:]] == ["404", "NotFoundError"]


def test_a_stream_that_is_left_to_the_collector_ends_its_spans(recorded):
    body = b"data: 1\n\ndata: 2\n\n"
    answer = lambda _: httpx.Response(200, headers={"content-type": "text/event-stream"}, content=body)  # noqa: E731
    client = Both("sync").client(answer)
    items = client.in_parts(streaming.Stream, EVENTS)
    assert next(items) == 1
    assert recorded.named("jobs.watch") == []
    del items
    gc.collect()
    assert len(recorded.named("jobs.watch")) == 1


def test_what_cannot_be_watched_is_refused():
    with pytest.raises(ConfigurationError, match="give it clients and handlers of webhooks, or nothing; got int"):
        otel.instrument(1)
    with pytest.raises(ConfigurationError, match="got str"):
        otel.uninstrument("a")


def test_without_the_library_a_sentence_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "opentelemetry", None)
    with pytest.raises(ConfigurationError, match=r"needs OpenTelemetry: pip install '.*\[otel\]'"):
        otel.instrument()


def test_nothing_of_it_is_there_until_it_is_asked_for(recorded):
    otel.uninstrument()
    Both("sync").ask(lambda _: httpx.Response(200, content=b"{}"), GET)
    assert recorded.spans == ()
