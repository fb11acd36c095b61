"""The spans and metrics of webhook deliveries: one span for each, around its verification and its handlers."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Mapping
from contextlib import contextmanager
from time import perf_counter
from typing import Any, Final

from opentelemetry import context, metrics, propagate, trace
from opentelemetry.trace import Link, Span, SpanKind

from .._api import NAME
from .._build import VERSION
from ..webhooks.endpoint import Outcome
from ._attributes import BUCKETS, fail

BUILDS_ON: Final = ("_api.NAME", "_build.VERSION")

_DESTINATION: Final = f"{NAME}.webhooks"
_COMMON: Final[Mapping[str, str]] = {
    "messaging.system": NAME,
    "messaging.destination.name": _DESTINATION,
    "messaging.operation.name": "process",
    "messaging.operation.type": "process",
}
_REFUSED: Final = 400
_CONTEXT: Final = frozenset({"traceparent", "tracestate"})


class Observer:
    """Watches the deliveries of handlers.

    Args:
        tracers: Gives the tracer; the global provider when None.
        meters: Gives the meter; the global provider when None.
        propagate: Whether a delivery is linked to the span that its headers name.
    """

    def __init__(
        self, tracers: trace.TracerProvider | None, meters: metrics.MeterProvider | None, *, propagate: bool
    ) -> None:
        self._tracer = trace.get_tracer(NAME, VERSION, tracers)
        meter = metrics.get_meter(NAME, VERSION, meters)
        self._consumed = meter.create_counter(
            "messaging.client.consumed.messages",
            unit="{message}",
            description="Number of messages that were delivered to the application.",
        )
        self._duration = meter.create_histogram(
            "messaging.process.duration",
            unit="s",
            description="Duration of processing operation.",
            explicit_bucket_boundaries_advisory=BUCKETS,
        )
        self._propagate = propagate

    def delivery(
        self, steps: Generator[Callable[[], Any], Any, Outcome], body: object, headers: Mapping[str, str] | None
    ) -> Generator[Callable[[], Any], Any, Outcome]:
        """Say the steps of a delivery, in a span that is the current one for them.

        Args:
            steps: The steps.
            body: The request's body.
            headers: The request's headers.
        """
        links = _links(headers) if self._propagate else []
        size = {"messaging.message.body.size": len(body)} if isinstance(body, bytes) else {}
        with self._recorded(links, size) as ended:
            outcome = yield from steps
            ended(outcome)
            return outcome

    @contextmanager
    def _recorded(self, links: list[Link], attributes: Mapping[str, int]) -> Iterator[Callable[[Outcome], None]]:
        span = self._tracer.start_span(
            f"process {_DESTINATION}", kind=SpanKind.CONSUMER, links=links, attributes={**_COMMON, **attributes}
        )
        measured, started = dict(_COMMON), perf_counter()
        token = context.attach(trace.set_span_in_context(span))

        def failed(kind: str) -> None:
            measured["error.type"] = kind
            fail(span, kind)

        def ended(outcome: Outcome) -> None:
            span.set_attribute("http.response.status_code", outcome.status)
            if outcome.status >= _REFUSED:
                # The texts of outcomes are fixed, and few.
                failed(outcome.text)

        try:
            yield ended
        except BaseException as error:
            failed(type(error).__qualname__)
            raise
        finally:
            context.detach(token)
            self._consumed.add(1, measured)
            self._duration.record(perf_counter() - started, measured)
            span.end()

    def verified(self, key: str, kind: object) -> None:
        """Tell the delivery's span which event it is.

        Args:
            key: What is the same in every delivery of the event.
            kind: The type of the event, or None.
        """
        span: Span = trace.get_current_span()
        span.set_attribute("messaging.message.id", key)
        if kind is not None:
            span.set_attribute(f"{NAME}.webhook.type", str(kind))


def _links(headers: Mapping[str, str] | None) -> list[Link]:
    """A link to the span that a delivery comes from, where it says so."""
    carrier = {name.lower(): value for name, value in (headers or {}).items() if name.lower() in _CONTEXT}
    if "traceparent" not in carrier:
        return []
    found = trace.get_current_span(propagate.extract(carrier, context.Context())).get_span_context()
    return [Link(found)] if found.is_valid else []
