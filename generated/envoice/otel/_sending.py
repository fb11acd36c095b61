"""Stand in for a transport: each request that goes through has a span of its own, which is current while it is sent."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from time import perf_counter
from typing import Any, Self

from opentelemetry import context, trace
from opentelemetry.context import Context
from opentelemetry.metrics import Histogram
from opentelemetry.trace import Span, SpanKind, Tracer

from ..transports._contract import Request, Response, TransportError
from ._attributes import ERRORS, fail, of_request, of_span


class Attempt:
    """The span of one request.

    Args:
        tracer: Makes the span.
        duration: Takes how long it took.
        parent: The call's span.
        request: What is sent.
        template: The template of its URL, or None.
        resent: How often it was sent before.
    """

    def __init__(
        self, tracer: Tracer, duration: Histogram, parent: Span, request: Request, template: str | None, resent: int
    ) -> None:
        self._attributes = of_request(request, template)
        method = self._attributes["http.request.method"]
        name = "HTTP" if method == "_OTHER" else method
        self.span: Span = tracer.start_span(
            f"{name} {template}" if template else name,
            trace.set_span_in_context(parent),
            SpanKind.CLIENT,
            self._attributes | of_span(request, resent),
        )
        self.context: Context = trace.set_span_in_context(self.span)
        self._duration = duration
        self._started = perf_counter()
        self._has_ended = False

    def __enter__(self) -> Self:
        self._token = context.attach(self.context)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, traceback: object) -> None:
        context.detach(self._token)
        if error is not None:
            self.end(error=error)

    def end(self, *, status: int | None = None, error: BaseException | None = None) -> None:
        """End the span and record how long it took. Ending it twice does nothing.

        Args:
            status: HTTP status, if an answer came.
            error: Why none came, or why it broke off.
        """
        if self._has_ended:
            return
        self._has_ended = True
        measured = self._attributes
        if status is not None:
            measured = measured | {"http.response.status_code": status}
            self.span.set_attribute("http.response.status_code", status)
        kind = _kind_of(error) if error is not None else str(status) if status and status >= ERRORS else None
        if kind is not None:
            measured = measured | {"error.type": kind}
            fail(self.span, kind)
        self._duration.record(perf_counter() - self._started, measured, self.context)
        self.span.end()

    def answered(self, answer: Any) -> Any:
        """Take note of an answer and return it; one that is read in parts ends the span at its end.

        Args:
            answer: What the transport gave.
        """
        if isinstance(answer, Response):
            self.end(status=answer.status)
        return answer


def _kind_of(error: BaseException) -> str:
    if isinstance(error, TransportError):
        return "timeout" if error.timed_out else "connection"
    return type(error).__qualname__


class _Opened:
    """An answer that is read in parts, whose span ends with it."""

    def __init__(self, opened: Any, attempt: Attempt) -> None:
        self._opened = opened
        self._attempt = attempt

    @property
    def status(self) -> int:
        """HTTP status."""
        status: int = self._opened.status
        return status

    @property
    def headers(self) -> Mapping[str, str]:
        """Response headers."""
        headers: Mapping[str, str] = self._opened.headers
        return headers

    def _read(self, chunk: bytes) -> bytes:
        if not chunk:
            self._attempt.end(status=self.status)
        return chunk

    def __del__(self) -> None:
        # A stream may be left to the collector.
        self._attempt.end(status=self.status)


class SyncOpened(_Opened):
    """The same for a synchronous client."""

    def read(self, seconds: float | None, /) -> bytes:
        """Return the next bytes of the body, or none at its end.

        Args:
            seconds: How long to wait for them, or None for no limit.

        Raises:
            TransportError: The body broke off.
        """
        try:
            return self._read(self._opened.read(seconds))
        except BaseException as error:
            self._attempt.end(status=self.status, error=error)
            raise

    def close(self) -> None:
        """Give the connection back."""
        try:
            self._opened.close()
        finally:
            self._attempt.end(status=self.status)


class AsyncOpened(_Opened):
    """The same for an asynchronous client."""

    async def read(self, seconds: float | None, /) -> bytes:
        """Return the next bytes of the body, or none at its end.

        Args:
            seconds: How long to wait for them, or None for no limit.

        Raises:
            TransportError: The body broke off.
        """
        try:
            return self._read(await self._opened.read(seconds))
        except BaseException as error:
            self._attempt.end(status=self.status, error=error)
            raise

    async def aclose(self) -> None:
        """Give the connection back."""
        try:
            await self._opened.aclose()
        finally:
            self._attempt.end(status=self.status)


class _Sending:
    """What both kinds share.

    Args:
        transport: What sends.
        begin: Begins the span of a request.
    """

    def __init__(self, transport: Any, begin: Callable[[Request], Attempt]) -> None:
        self._transport = transport
        self._begin = begin

    @property
    def open(self) -> Any:
        """What opens an answer that is read in parts; None where the transport cannot."""
        opens = getattr(self._transport, "open", None)
        return None if opens is None else self._opening(opens)

    def _opening(self, opens: Any) -> Any:
        raise NotImplementedError


class Sending(_Sending):
    """A transport of a synchronous client."""

    def send(self, request: Request, /) -> Any:
        """Send one request and read its answer.

        Args:
            request: What to send.

        Raises:
            TransportError: No complete answer arrived.
        """
        with self._begin(request) as attempt:
            return attempt.answered(self._transport.send(request))

    def _opening(self, opens: Any) -> Any:
        def opened(request: Request, /) -> Any:
            with self._begin(request) as attempt:
                answer = attempt.answered(opens(request))
            return answer if isinstance(answer, Response) else SyncOpened(answer, attempt)

        return opened


class AsyncSending(_Sending):
    """A transport of an asynchronous client."""

    async def send(self, request: Request, /) -> Any:
        """Send one request and read its answer.

        Args:
            request: What to send.

        Raises:
            TransportError: No complete answer arrived.
        """
        with self._begin(request) as attempt:
            return attempt.answered(await self._transport.send(request))

    def _opening(self, opens: Any) -> Any:
        async def opened(request: Request, /) -> Any:
            with self._begin(request) as attempt:
                answer = attempt.answered(await opens(request))
            return answer if isinstance(answer, Response) else AsyncOpened(answer, attempt)

        return opened
