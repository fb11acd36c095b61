"""The spans and metrics of calls: one span for a call, and below it one for each request that is sent."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, Final

from opentelemetry import context, metrics, propagate, trace
from opentelemetry.trace import Span, SpanKind

from .._api import NAME
from .._build import VERSION
from .._core.timed import TimedCall
from ..transports._contract import Request
from ._attributes import BUCKETS, ERRORS, fail, template_of
from ._sending import AsyncSending, Attempt, Sending

BUILDS_ON: Final = ("_api.NAME", "_build.VERSION")

_CURRENT: Final[ContextVar[Call | None]] = ContextVar("current_call", default=None)


class Observer:
    """Watches the calls of clients.

    Args:
        tracers: Gives the tracer; the global provider when None.
        meters: Gives the meter; the global provider when None.
        propagate: Whether requests carry the context of their span.
    """

    def __init__(
        self, tracers: trace.TracerProvider | None, meters: metrics.MeterProvider | None, *, propagate: bool
    ) -> None:
        self.tracer: trace.Tracer = trace.get_tracer(NAME, VERSION, tracers)
        meter = metrics.get_meter(NAME, VERSION, meters)
        self.duration: metrics.Histogram = meter.create_histogram(
            "http.client.request.duration",
            unit="s",
            description="Duration of HTTP client requests.",
            explicit_bucket_boundaries_advisory=BUCKETS,
        )
        self._propagate = propagate

    @contextmanager
    def call(self, state: TimedCall[Any]) -> Iterator[Call]:
        """Watch a call for as long as a block lasts. Its span is the current one there.

        Args:
            state: The call. Inside of a block for the same call, this is that one.
        """
        within = _CURRENT.get()
        if within is not None and within.state is state:
            yield within
            return
        call = self.begin(state)
        mark, token = _CURRENT.set(call), context.attach(trace.set_span_in_context(call.span))
        try:
            yield call
        except BaseException as error:
            call.end(error)
            raise
        finally:
            context.detach(token)
            _CURRENT.reset(mark)
            call.end()

    def begin(self, state: TimedCall[Any]) -> Call:
        """Begin the span of a call that ends when its `end` is called.

        Args:
            state: The call.
        """
        span = self.tracer.start_span(state.operation.name, kind=SpanKind.INTERNAL)
        return Call(self, state, span)

    def attempt(self, call: Call, request: Request) -> Attempt:
        """Begin the span of a request, and let the request carry its context.

        Args:
            call: What it is for.
            request: What is sent.
        """
        attempt = Attempt(self.tracer, self.duration, call.span, request, *call.place_of(request))
        if self._propagate and not request.elsewhere:
            propagate.inject(request.headers, attempt.context)
        return attempt


class Call:
    """The span of one call.

    Args:
        observer: What records.
        state: The call.
        span: Its span.
    """

    def __init__(self, observer: Observer, state: TimedCall[Any], span: Span) -> None:
        self.state = state
        self.span = span
        self._observer = observer
        self._sent = 0
        self._status = 0
        self._has_ended = False

    def sending(self, transport: Any, *, asynchronous: bool) -> Any:
        """Return what sends in place of a transport.

        Args:
            transport: The client's.
            asynchronous: Whether its requests are awaited.
        """
        kind = AsyncSending if asynchronous else Sending
        return kind(transport, self._begin)

    def _begin(self, request: Request) -> Attempt:
        return self._observer.attempt(self, request)

    def place_of(self, request: Request) -> tuple[str | None, int]:
        """Return the template of a request's URL, where it is known, and how often the request was sent before.

        Args:
            request: What is sent: of the call itself, or to get a token for it.
        """
        operation = self.state.operation
        if request.operation != operation.name:
            return None, 0
        count, self._sent = self._sent, self._sent + 1
        return None if request.elsewhere else template_of(self.state.base_url, operation.path), count

    def answered(self, status: int) -> None:
        """Take note of the answer, which may be given as it came.

        Args:
            status: Its HTTP status.
        """
        self._status = status

    def end(self, error: BaseException | None = None) -> None:
        """End the span. Ending it twice does nothing.

        Args:
            error: What ended the call, or None.
        """
        if self._has_ended:
            return
        self._has_ended = True
        if error is not None:
            fail(self.span, type(error).__qualname__)
        elif self._status >= ERRORS:
            fail(self.span, str(self._status))
        self.span.end()

    def __del__(self) -> None:
        # A stream may be left to the collector.
        self.end()
