"""Answers that are read in parts, through httpx or a library with its interface."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from contextlib import AsyncExitStack, ExitStack
from time import monotonic
from types import ModuleType
from typing import Any

from ._body import Body
from ._clients import Clients
from ._contract import Request, Response, TransportError, is_success
from ._leftovers import adiscard_leftovers, discard_leftovers
from ._pool import PoolSlot
from ._time_left import ends_within


class Tools:
    """What a transport does in the ways of its library.

    Args:
        library: The library.
        clients: The clients that it has.
        build: Makes the library's request.
        strip: Takes the credentials out of a request that was sent.
        explain: Makes our error of one of the library's.
    """

    __slots__ = ("build", "clients", "explain", "library", "strip")

    def __init__(
        self,
        library: ModuleType,
        clients: Clients[Any],
        *,
        build: Callable[[Any, Any, Request], Any],
        strip: Callable[[Any], None],
        explain: Callable[[Any], TransportError],
    ) -> None:
        self.library: Any = library
        self.clients = clients
        self.build = build
        self.strip = strip
        self.explain = explain


def open_answer(tools: Tools, client: Any, request: Request) -> Response | HttpxOpened:
    """Send one request; return a 2xx answer when its head has arrived, and any other one whole.

    Args:
        tools: What the transport does in the ways of its library.
        client: The client.
        request: What to send.

    Raises:
        Exception: What the library raises, or a `TransportError`.
    """
    with ExitStack() as stack:
        stack.enter_context(PoolSlot(tools.library, client, request))
        with ends_within(request.remaining):
            sent = tools.build(tools.clients, client, request)
            try:
                response = client.send(sent, auth=None, stream=True, follow_redirects=False)
            finally:
                if tools.clients.given is not None:
                    tools.strip(sent)
            stack.callback(response.close)
            if not is_success(response.status_code):
                return _whole(tools, request, response)
        return HttpxOpened(tools, response, sent, stack.pop_all())


def _whole(tools: Tools, request: Request, response: Any) -> Response:
    unpacked = response.is_stream_consumed
    body = Body(request, response.status_code, response.headers, unpacked=unpacked)
    try:
        for chunk in response.iter_bytes() if unpacked else response.stream:
            if body.add(chunk):
                break
        discard_leftovers(response)
    except tools.library.RequestError as error:
        body.broke(tools.explain(error))
    return body.response()


class HttpxOpened:
    """A 2xx answer of which the body is yet to come.

    Args:
        tools: What the transport does in the ways of its library.
        response: The library's response.
        sent: Its request, whose timeouts hold for what is read too.
        stack: What is to be left when the body is read, or given up.
    """

    def __init__(self, tools: Tools, response: Any, sent: Any, stack: ExitStack) -> None:
        self.status: int = response.status_code
        self.headers: Mapping[str, str] = response.headers
        self._tools = tools
        self._response = response
        self._timeouts: Any = sent.extensions.get("timeout")
        self._stack = stack
        stream = response.iter_bytes() if response.is_stream_consumed else response.stream
        self._chunks: Iterator[bytes] = iter(stream)

    def read(self, seconds: float | None, /) -> bytes:
        """Return the next bytes of the body, or none at its end.

        Args:
            seconds: How long to wait for them, or None for no limit.

        Raises:
            TransportError: The body broke off, or nothing came in time.
        """
        ends = None if seconds is None else monotonic() + seconds
        self._timeouts.unbind(seconds)
        failure: TransportError
        try:
            with ends_within(None if ends is None else lambda: ends - monotonic()):
                chunk = next(self._chunks, b"")
                if not chunk:
                    discard_leftovers(self._response)
        except self._tools.library.RequestError as error:
            failure = self._tools.explain(error)
        except self._tools.library.StreamError as error:
            failure = TransportError(type(error).__name__)
        except BaseException:
            self.close()
            raise
        else:
            return chunk
        self.close()
        raise failure

    def close(self) -> None:
        """Give the connection back, or close it if there is more of the body."""
        self._stack.close()


async def aopen_answer(tools: Tools, client: Any, request: Request) -> Response | AsyncHttpxOpened:
    """Send one request; return a 2xx answer when its head has arrived, and any other one whole.

    Args:
        tools: What the transport does in the ways of its library.
        client: The client.
        request: What to send.

    Raises:
        Exception: What the library raises, or a `TransportError`.
    """
    import anyio  # comes with httpx

    async with AsyncExitStack() as stack:
        await stack.enter_async_context(PoolSlot(tools.library, client, request))
        left = None if request.remaining is None else max(request.remaining(), 0)
        with anyio.move_on_after(left):
            sent = tools.build(tools.clients, client, request)
            try:
                response = await client.send(sent, auth=None, stream=True, follow_redirects=False)
            finally:
                if tools.clients.given is not None:
                    tools.strip(sent)
            stack.push_async_callback(response.aclose)
            if not is_success(response.status_code):
                return await _awhole(tools, request, response)
            return AsyncHttpxOpened(tools, response, sent, stack.pop_all())
        raise TransportError("the answer took too long", timed_out=True)


async def _awhole(tools: Tools, request: Request, response: Any) -> Response:
    unpacked = response.is_stream_consumed
    body = Body(request, response.status_code, response.headers, unpacked=unpacked)
    try:
        async for chunk in response.aiter_bytes() if unpacked else response.stream:
            if body.add(chunk):
                break
        await adiscard_leftovers(response)
    except tools.library.RequestError as error:
        body.broke(tools.explain(error))
    return body.response()


class AsyncHttpxOpened:
    """A 2xx answer of which the body is yet to come, for an asynchronous client.

    Args:
        tools: What the transport does in the ways of its library.
        response: The library's response.
        sent: Its request, whose timeouts hold for what is read too.
        stack: What is to be left when the body is read, or given up.
    """

    def __init__(self, tools: Tools, response: Any, sent: Any, stack: AsyncExitStack) -> None:
        self.status: int = response.status_code
        self.headers: Mapping[str, str] = response.headers
        self._tools = tools
        self._response = response
        self._timeouts: Any = sent.extensions.get("timeout")
        self._stack = stack
        stream = response.aiter_bytes() if response.is_stream_consumed else response.stream
        self._chunks: AsyncIterator[bytes] = aiter(stream)

    async def read(self, seconds: float | None, /) -> bytes:
        """Return the next bytes of the body, or none at its end.

        Args:
            seconds: How long to wait for them, or None for no limit.

        Raises:
            TransportError: The body broke off, or nothing came in time.
        """
        import anyio  # comes with httpx

        failure = TransportError("nothing came in time", timed_out=True)
        # The scope below is what limits it.
        self._timeouts.unbind(None)
        try:
            with anyio.move_on_after(seconds):
                chunk = await anext(self._chunks, b"")
                if not chunk:
                    await adiscard_leftovers(self._response)
                return chunk
        except self._tools.library.RequestError as error:
            failure = self._tools.explain(error)
        except self._tools.library.StreamError as error:
            failure = TransportError(type(error).__name__)
        except BaseException:
            await self._give_up()
            raise
        await self._give_up()
        raise failure

    async def aclose(self) -> None:
        """Give the connection back, or close it if there is more of the body."""
        await self._stack.aclose()

    async def _give_up(self) -> None:
        import anyio  # comes with httpx

        # Also for a task that is being cancelled: a connection that is never given back fills the pool.
        with anyio.CancelScope(shield=True):
            await self._stack.aclose()
