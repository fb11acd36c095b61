"""Network streams for httpcore: synchronous ones end in time, and none is reused while it holds unread bytes.

httpcore reads a timeout once and then may read from the network for ever, as under 1xx answers or chunk extensions that
drip. These streams ask for the time left at each read and write.
"""

# ruff: noqa: ASYNC109 - the timeouts are part of the interface of httpcore
from __future__ import annotations

import socket
import ssl
import threading
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any, Final

from ._readable import Readable
from ._time_left import bounded, is_limited

_AT_ONCE: Final = 64 * 1024
"""Bytes that are written without a look at what the peer says meanwhile."""

_MAX_EARLY: Final = 1024 * 1024
"""Bytes of an early answer that are kept while a request is still being written."""

_LAYERS: Final = 8
"""More layers of streams than any library stacks."""


class GuardedStream:
    """A synchronous stream, each step of which ends by the time that the call has left.

    Args:
        core: httpcore, or a library with its interface.
        stream: The stream to guard.
        nested: Whether it is TLS inside TLS, where one step may read any number of times.
    """

    def __init__(self, core: Any, stream: Any, *, nested: bool = False) -> None:
        self._core = core
        self._stream = stream
        self._nested = nested
        self._layers: _Layers | None = None
        self._answered_early = False

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Read at most so many bytes."""
        left = bounded(timeout, self._core.ReadTimeout)
        if not self._nested:
            data: bytes = self._stream.read(max_bytes, left)
            return data
        with self._cut_off(left, self._core.ReadTimeout):
            return bytes(self._stream.read(max_bytes, left))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Write all of the bytes."""
        if not buffer:
            return
        left = bounded(timeout, self._core.WriteTimeout)
        if self._nested:
            with self._cut_off(left, self._core.WriteTimeout):
                self._stream.write(buffer, left)
        elif not is_limited():
            self._stream.write(buffer, timeout)
        else:
            self._write(buffer, timeout)

    def close(self) -> None:
        """Close the connection."""
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> GuardedStream:
        """Return the stream inside TLS."""
        left = bounded(timeout, self._core.ConnectTimeout)
        if self._stream.get_extra_info("ssl_object") is None:
            return GuardedStream(self._core, self._stream.start_tls(ssl_context, server_hostname, left))
        with self._cut_off(left, self._core.ConnectTimeout):
            inner = self._stream.start_tls(ssl_context, server_hostname, left)
        return GuardedStream(self._core, inner, nested=True)

    def get_extra_info(self, info: str) -> Any:
        """Return what the stream knows about itself; it is readable when it holds bytes in any layer."""
        if info != "is_readable":
            return self._stream.get_extra_info(info)
        if self._layers is None:
            self._layers = _Layers(self._stream)
        return self._answered_early or self._layers.are_readable()

    def _write(self, buffer: bytes, timeout: float | None) -> None:
        # One write of httpcore's sends any number of times, each with all of the timeout.
        connection: Any = self._stream.get_extra_info("socket")
        failure: Exception
        try:
            rest = memoryview(buffer)
            while rest:
                connection.settimeout(bounded(timeout, self._core.WriteTimeout))
                rest = rest[connection.send(rest) :]
                if rest and not self._answered_early:
                    self._answered_early = bool(self._stream.get_extra_info("is_readable"))
        except TimeoutError:
            failure = self._core.WriteTimeout("the peer takes no more")
        except OSError as error:
            failure = self._core.WriteError(str(error))
        else:
            return
        raise failure

    @contextmanager
    def _cut_off(self, seconds: float | None, error: type[Exception]) -> Iterator[None]:
        """End the connection when a step takes longer. A timeout of its socket would not."""
        if seconds is None:
            yield
            return
        connection: Any = self._stream.get_extra_info("socket")
        is_late = threading.Event()

        def end() -> None:
            is_late.set()
            with suppress(OSError):
                # The method of a TLS socket would first forget its TLS.
                socket.socket.shutdown(connection, socket.SHUT_RDWR)

        timer = threading.Timer(seconds, end)
        timer.daemon = True
        timer.start()
        try:
            yield
        except Exception:
            if not is_late.is_set():
                raise
        finally:
            timer.cancel()
        if is_late.is_set():
            raise error("no time is left")


class AsyncGuardedStream:
    """An asynchronous stream that hears an early answer while a long request is being written.

    Args:
        core: httpcore, or a library with its interface.
        stream: The stream to guard.
        multiplexed: Whether calls share the connection, so that another one may be reading from it.
    """

    def __init__(self, core: Any, stream: Any, *, multiplexed: bool = False) -> None:
        self._core = core
        self._stream = stream
        self._multiplexed = multiplexed
        self._early: deque[bytes] = deque()
        self._layers: _Layers | None = None
        self._answered_early = False

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Read at most so many bytes, or what came while a request was being written."""
        if self._early:
            return self._early.popleft()
        data: bytes = await self._stream.read(max_bytes, timeout)
        return data

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Write all of the bytes, unless the peer answers before that it refuses them."""
        if len(buffer) <= _AT_ONCE or self._is_multiplexed():
            await self._stream.write(buffer, timeout)
            return
        import anyio  # comes with httpx

        failure: Exception | None = None
        async with anyio.create_task_group() as group:
            group.start_soon(self._listen, group.cancel_scope)
            try:
                await self._stream.write(buffer, timeout)
            except (self._core.NetworkError, self._core.TimeoutException) as error:
                failure = error
            group.cancel_scope.cancel()
        if failure is None and self._is_refused():
            # httpcore goes on to read the answer, and then closes the connection.
            failure = self._core.WriteError("the peer refused the request before it was sent")
        if failure is not None:
            raise failure

    async def aclose(self) -> None:
        """Close the connection."""
        await self._stream.aclose()

    async def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> AsyncGuardedStream:
        """Return the stream inside TLS."""
        inner = await self._stream.start_tls(ssl_context, server_hostname, timeout)
        return AsyncGuardedStream(self._core, inner, multiplexed=self._multiplexed)

    def get_extra_info(self, info: str) -> Any:
        """Return what the stream knows about itself; it is readable when it holds bytes in any layer."""
        if info != "is_readable":
            return self._stream.get_extra_info(info)
        if self._layers is None:
            self._layers = _Layers(self._stream)
        return self._answered_early or bool(self._early) or self._layers.are_readable()

    async def _listen(self, scope: Any) -> None:
        """Keep what comes, and stop the writing when it refuses the request."""
        kept = 0
        while kept < _MAX_EARLY:
            try:
                data = await self._stream.read(_AT_ONCE, None)
            except (self._core.NetworkError, self._core.TimeoutException):
                return
            if not data:
                return
            kept += len(data)
            self._answered_early = True
            self._early.append(data)
            if self._is_refused():
                scope.cancel()
                return

    def _is_refused(self) -> bool:
        # A 1xx says nothing yet, and a 2xx may be on its way to the end.
        head = self._early[0][:10] if self._early else b""
        return head.startswith(b"HTTP/1.") and head[9:10] in {b"4", b"5"}

    def _is_multiplexed(self) -> bool:
        tls = self._stream.get_extra_info("ssl_object")
        return self._multiplexed or (tls is not None and tls.selected_alpn_protocol() == "h2")


class _Layers:
    """The socket, and what lies between it and the HTTP library and may hold bytes that nobody has read.

    httpcore asks about each idle connection at each request, so all of it is looked up once.

    Args:
        stream: The stream of the library that the connection was made with.
    """

    __slots__ = ("_is_known", "_memories", "_protocol", "_readable", "_tls")

    def __init__(self, stream: Any) -> None:
        self._readable = Readable(stream.get_extra_info("socket"))
        self._tls: Any = stream.get_extra_info("ssl_object")
        self._memories: list[Any] = []
        self._protocol: Any = None
        self._is_known = False
        layer: Any = stream
        for _ in range(_LAYERS):
            parts: dict[str, Any] = getattr(layer, "__dict__", {})
            # Of TLS: httpcore and trio, then anyio.
            memory = parts.get("_incoming") or parts.get("_read_bio")
            if memory is not None:
                self._memories.append(memory)
            self._protocol = parts.get("_protocol")
            if self._protocol is not None:
                self._is_known = hasattr(self._protocol, "read_queue")
                return
            if parts.get("_sock") is not None or parts.get("socket") is not None:
                self._is_known = True
                return
            layer = parts.get("_stream") or parts.get("transport_stream")
            if layer is None:
                return

    def are_readable(self) -> bool:
        """Return whether any of them holds bytes, or cannot be looked into."""
        if not self._is_known or self._readable.now():
            return True
        if self._protocol is not None and self._protocol.read_queue:
            return True
        if self._tls is not None and self._tls.pending():
            return True
        return any(memory.pending for memory in self._memories)
