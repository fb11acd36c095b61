"""What passes through the seam: the request, the answer, the error, and the two kinds of transport. No HTTP library."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from typing import Final, Protocol

from ..errors import public_url

LEAST: Final = 0.001
"""The shortest time in seconds that a step is given, for none would mean not to wait at all."""


def is_success(status: int) -> bool:
    """Return whether a status is 2xx.

    Args:
        status: HTTP status, any integer.
    """
    return 200 <= status < 300  # noqa: PLR2004 - the class of statuses is its own name


class Stream(Protocol):
    """A body that is read piece by piece while it is sent.

    A synchronous transport iterates over it with `for`, an asynchronous one with `async for`. It is sent with its
    `content_length` where that is known, and in chunks where not.
    """

    @property
    def content_length(self) -> int | None:
        """How many bytes it has, or None where nobody knows."""
        ...

    def rewind(self) -> bool:
        """Go back to the beginning.

        Returns:
            Whether that was possible.
        """
        ...

    def __iter__(self) -> Iterator[bytes]: ...

    def __aiter__(self) -> AsyncIterator[bytes]: ...


class Request:
    """One attempt at a request, signed.

    Args:
        operation: Public name of the operation, such as `orders.get`.
        method: HTTP method in capitals.
        url: Absolute URL with the encoded query.
        headers: Header names and values, the credentials among them.
        content: Body as bytes or as a stream, or None for none.
        timeout: Seconds allowed for each step of the request (connect, write, read), or None for no limit.
        remaining: Gives the seconds left until the attempt has to end, because its timeout or the deadline of the call
            is over; None when it has neither. A transport gives up when nothing is left.
        max_body: Bytes of the unpacked body of a 2xx answer beyond which it is given up.
        max_error_body: The same for any other answer.
        pool_timeout: Seconds allowed for the wait for a free connection, which comes before the attempt, or None for no
            limit. What is left until the deadline is within it.
        on_restart: Counts the attempt's time anew and returns its `timeout`; for `restart`.
        elsewhere: Whether a redirect led to another origin, where nothing may go that a caller's own connections add to
            requests, such as headers and cookies.
        shown: The URL as it may be shown, where the path holds values; empty where it holds none.

    Attributes:
        is_queued: Whether a pool of connections, in its own queue, has not given it a connection yet.
        streamed: Whether its answer is read in parts: then it must not be packed, and `timeout` and `remaining` hold
            until its head has arrived.
    """

    __slots__ = (
        "_on_restart",
        "content",
        "elsewhere",
        "headers",
        "is_queued",
        "max_body",
        "max_error_body",
        "method",
        "operation",
        "pool_timeout",
        "remaining",
        "shown",
        "streamed",
        "timeout",
        "url",
    )

    def __init__(  # noqa: PLR0913 - one for each part
        self,
        operation: str,
        method: str,
        url: str,
        headers: dict[str, str],
        content: bytes | Stream | None,
        *,
        timeout: float | None,
        remaining: Callable[[], float] | None,
        max_body: int,
        max_error_body: int,
        pool_timeout: float | None = None,
        on_restart: Callable[[], float | None] | None = None,
        elsewhere: bool = False,
        shown: str = "",
    ) -> None:
        self.operation: str = operation
        self.method: str = method
        self.url: str = url
        self.headers: dict[str, str] = headers
        self.content: bytes | Stream | None = content
        self.timeout: float | None = timeout
        self.remaining: Callable[[], float] | None = remaining
        self.max_body: int = max_body
        self.max_error_body: int = max_error_body
        self.pool_timeout: float | None = pool_timeout
        self._on_restart = on_restart
        self.elsewhere: bool = elsewhere
        self.shown: str = shown
        self.is_queued: bool = False
        self.streamed: bool = False

    def __repr__(self) -> str:
        return f"<Request {self.operation}: {self.method} {public_url(self.shown or self.url)}>"

    def restart(self) -> None:
        """Count the attempt's time from now. A transport calls this after it has waited for a free connection."""
        if self._on_restart is not None:
            self.timeout = self._on_restart()

    def limit(self, status: int) -> int:
        """Return how many bytes of a body are read.

        Args:
            status: Status of the answer.
        """
        return self.max_body if is_success(status) else self.max_error_body


class Response:
    """What came back for one attempt.

    Args:
        status: HTTP status, any integer.
        headers: Response headers, looked up in any case.
        body: The unpacked bytes as far as they were read.
        defect: Why the body is not the whole body, or None.
    """

    __slots__ = ("body", "defect", "headers", "status")

    def __init__(self, status: int, headers: Mapping[str, str], body: bytes, defect: str | None = None) -> None:
        self.status: int = status
        self.headers: Mapping[str, str] = headers
        self.body: bytes = body
        self.defect: str | None = defect

    def __repr__(self) -> str:
        return f"<Response {self.status}, {len(self.body)} bytes>"


class TransportError(Exception):
    """No complete answer arrived.

    Args:
        reason: What happened, without any part of the request.
        sent: False if the request provably did not leave, so that it may be tried again whatever it does.
        timed_out: Whether a step took longer than it may.
        usable: False if the transport itself cannot be used any more, because it or its event loop is closed.
        waiting: Whether all the time went by in the wait for a free connection. The reason then names the way out, and
            the request is not repeated: it would have to queue again.
    """

    def __init__(
        self,
        reason: str,
        *,
        sent: bool = True,
        timed_out: bool = False,
        usable: bool = True,
        waiting: bool = False,
    ) -> None:
        super().__init__(reason)
        self.reason: str = reason
        self.sent: bool = sent
        self.timed_out: bool = timed_out
        self.usable: bool = usable
        self.waiting: bool = waiting


class Opened(Protocol):
    """A 2xx answer whose body is read in parts. One thread at a time uses it."""

    @property
    def status(self) -> int:
        """HTTP status."""
        ...

    @property
    def headers(self) -> Mapping[str, str]:
        """Response headers, looked up in any case."""
        ...

    def read(self, seconds: float | None, /) -> bytes:
        """Return the next bytes of the body, or none at its end.

        Args:
            seconds: How long to wait for them, or None for no limit.

        Raises:
            TransportError: The body broke off, or nothing came in time. The connection is closed.
        """
        ...

    def close(self) -> None:
        """Give the connection back, or close it if there is more of the body. Closing twice does nothing."""
        ...


class AsyncOpened(Protocol):
    """A 2xx answer whose body is read in parts, for an asynchronous client."""

    @property
    def status(self) -> int:
        """HTTP status."""
        ...

    @property
    def headers(self) -> Mapping[str, str]:
        """Response headers, looked up in any case."""
        ...

    async def read(self, seconds: float | None, /) -> bytes:
        """Return the next bytes of the body, or none at its end.

        Args:
            seconds: How long to wait for them, or None for no limit.

        Raises:
            TransportError: The body broke off, or nothing came in time. The connection is closed.
        """
        ...

    async def aclose(self) -> None:
        """Give the connection back, or close it if there is more of the body. Closing twice does nothing."""
        ...


class Transport(Protocol):
    """What a synchronous client sends through. One is used from many threads."""

    def send(self, request: Request, /) -> Response:
        """Send one request and read its answer.

        Args:
            request: What to send.

        Raises:
            TransportError: No complete answer arrived.
        """
        ...

    def close(self) -> None:
        """Let go of the connections. Closing twice does nothing."""
        ...


class AsyncTransport(Protocol):
    """What an asynchronous client sends through. One is used from many tasks of one event loop."""

    async def send(self, request: Request, /) -> Response:
        """Send one request and read its answer.

        Args:
            request: What to send.

        Raises:
            TransportError: No complete answer arrived.
        """
        ...

    async def aclose(self) -> None:
        """Let go of the connections. Closing twice does nothing."""
        ...
