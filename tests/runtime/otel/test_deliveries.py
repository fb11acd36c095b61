"""A webhook delivery has a span around its verification and its handlers, with a link to where it comes from."""

import asyncio
from importlib.util import find_spec

import pytest
from opentelemetry import trace
from opentelemetry.trace import SpanKind, StatusCode
from sdk import otel
from sdk._api import NAME

from tests.receiving import KINDS
from tests.runtime.webhooks.receiver import PERSONAL, SECRET, Receiver, delivery, stand_in

pytestmark = pytest.mark.skipif(find_spec("sdk.webhooks") is None, reason="this package has no webhooks")

TRACE = "0af7651916cd43dd8448eb211c80319c"
PARENT = f"00-{TRACE}-b7ad6b7169203331-01"


@pytest.fixture(autouse=True)
def _api(monkeypatch):
    stand_in(monkeypatch.setattr)


def handle(receiver, body, headers):
    outcome = receiver.handler.handle(body, headers)
    return outcome if receiver.kind == "sync" else asyncio.run(outcome)


@pytest.mark.parametrize("kind", KINDS)
def test_a_delivery_is_a_span_that_its_handlers_run_in(kind, recorded):
    receiver, inside = Receiver(kind), []
    receiver.add(lambda event: inside.append(trace.get_current_span().get_span_context().span_id))
    assert handle(receiver, delivery(71), {"Traceparent": PARENT, "X-Secret": "geheim"}).status == 200
    [span] = recorded.spans
    assert (span.name, span.kind) == (f"process {NAME}.webhooks", SpanKind.CONSUMER)
    assert inside == [span.context.span_id]
    assert (span.parent, [f"{link.context.trace_id:032x}" for link in span.links]) == (None, [TRACE])
    assert dict(span.attributes) == {
        "messaging.system": NAME,
        "messaging.destination.name": f"{NAME}.webhooks",
        "messaging.operation.name": "process",
        "messaging.operation.type": "process",
        "messaging.message.body.size": len(delivery(71)),
        "messaging.message.id": "event:71",
        f"{NAME}.webhook.type": "Paid",
        "http.response.status_code": 200,
    }
    [consumed] = recorded.points("messaging.client.consumed.messages")
    [duration] = recorded.points("messaging.process.duration")
    assert (consumed.value, duration.count) == (1, 1)
    assert "error.type" not in duration.attributes
    assert not any(text in recorded.everything() for text in ("geheim", SECRET, PERSONAL))
    assert not trace.get_current_span().get_span_context().is_valid


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("body", "error"),
    [
        (delivery(71), "not handled, deliver again"),
        (delivery(71, secret="x"), "signature refused"),
        (b"{", "body refused"),
    ],
)
def test_what_goes_wrong_has_an_error_type(kind, body, error, recorded):
    receiver = Receiver(kind)

    def fail(event):
        raise ValueError(PERSONAL)

    receiver.add(fail)
    handle(receiver, body, {})
    [span] = recorded.spans
    assert (span.attributes["error.type"], span.status.status_code) == (error, StatusCode.ERROR)
    assert recorded.points("messaging.process.duration")[0].attributes["error.type"] == error
    assert PERSONAL not in recorded.everything()


@pytest.mark.parametrize("header", ["", "00-zz-zz-01", "00-" + "0" * 32 + "-b7ad6b7169203331-01", "\0" * 500])
def test_a_hostile_traceparent_is_no_link(header, recorded):
    receiver = Receiver("sync")
    receiver.add(lambda event: None)
    assert handle(receiver, delivery(71), {"traceparent": header, "tracestate": "=,=" * 200}).status == 200
    assert recorded.spans[0].links == ()


def test_a_process_that_ends_in_a_handler_ends_the_span(recorded):
    receiver = Receiver("sync")

    def leave(event):
        raise KeyboardInterrupt

    receiver.add(leave)
    with pytest.raises(KeyboardInterrupt):
        handle(receiver, delivery(71), {})
    assert recorded.spans[0].attributes["error.type"] == "KeyboardInterrupt"


def test_one_handler_alone(recorded):
    otel.uninstrument()
    first, second = Receiver("sync"), Receiver("sync")
    otel.instrument(first.handler, propagate=False, **recorded.given)
    for receiver in (first, second):
        receiver.add(lambda event: None, name="one")
        handle(receiver, delivery(71), {"traceparent": PARENT})
    [span] = recorded.spans
    assert span.links == ()
    otel.uninstrument(first.handler)
    handle(first, delivery(72), {})
    assert len(recorded.spans) == 1
