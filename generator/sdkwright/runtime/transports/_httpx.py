"""Sends through httpx, or a library with its interface, with its exceptions turned into `TransportError`.

No exception of httpx is ever chained to ours, because each of them holds the request, and with it the credentials.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator
from functools import lru_cache
from traceback import walk_tb
from types import ModuleType
from typing import TYPE_CHECKING, Any, Final, cast

import httpx

from .._redaction.names import SECRET_HEADERS, SECRET_QUERY
from .._redaction.values import mask_headers, mask_url, strip_url
from ._body import ACCEPT_ENCODING, UNPACKED, Body
from ._clients import Clients
from ._contract import LEAST, AsyncOpened, Opened, Request, Response, Stream, TransportError
from ._leftovers import adiscard_leftovers, discard_leftovers
from ._logs import quieten
from ._loops import closed_client, other_loop
from ._pool import PoolSlot
from ._time_left import ends_within

if TYPE_CHECKING:
    from ._httpx_opened import Tools

_NOT_SENT: Final = ("ConnectError", "ConnectTimeout", "PoolTimeout", "ProxyError", "UnsupportedProtocol")
_CONNECTS: Final = frozenset({"connect_tcp", "_transport_for_url"})
"""Functions of httpx and httpcore that read a host name before anything is sent; what reads a redirect comes later."""


class HttpxTransport:
    """Sends through a synchronous httpx client.

    Args:
        http_client: A client of your own, for proxies, certificates, HTTP/2 or limits. It stays open when this is
            closed, and its timeouts, authentication and redirects are not used. None for new ones: one for
            http (to loopback), past the proxies of the environment, and one for https, made at the first such request.

    Raises:
        ConfigurationError: `http_client` is not an `httpx.Client`.
    """

    _library: ModuleType = httpx

    def __init__(self, http_client: httpx.Client | None = None) -> None:
        self._clients: Clients[httpx.Client] = Clients(self._library, "Client", http_client)
        self._caught: tuple[type[Exception], ...] = _failures(self._library)
        quieten(self._library)

    def send(self, request: Request, /) -> Response:
        """Send one request and read its answer. The time left is looked at whenever bytes come or go.

        Args:
            request: What to send.

        Raises:
            TransportError: No complete answer arrived.
        """
        client = self._clients.suited(request)
        with PoolSlot(self._library, client, request):
            return self._send(client, request)

    def _send(self, client: httpx.Client, request: Request) -> Response:
        try:
            with ends_within(request.remaining):
                body = self._send_and_read(client, request)
        except self._caught as error:
            failure = _failure(error, self._library, client)
        else:
            return body.response()
        raise failure

    def _send_and_read(self, client: httpx.Client, request: Request) -> Body:
        sent = _request(self._clients, client, request)
        try:
            response = client.send(sent, auth=None, stream=True, follow_redirects=False)
            unpacked = response.is_stream_consumed
            body = Body(request, response.status_code, response.headers, unpacked=unpacked)
            try:
                # Asking for iter_bytes of what is there already is the public way to get at it again. Unlike iter_raw,
                # the stream leaves the connection with us at the end of the answer.
                for chunk in response.iter_bytes() if unpacked else cast("httpx.SyncByteStream", response.stream):
                    if body.add(chunk):
                        break
                discard_leftovers(response)
            except self._library.RequestError as error:
                body.broke(transport_error(error))
            finally:
                response.close()
            return body
        finally:
            if self._clients.given is not None:
                strip(sent)

    def open(self, request: Request, /) -> Response | Opened:
        """Send one request; return a 2xx answer when its head has arrived, and any other one whole.

        Args:
            request: What to send.

        Raises:
            TransportError: No head, or no complete other answer, arrived.
        """
        from ._httpx_opened import open_answer  # only for what is read in parts

        client = self._clients.suited(request)
        try:
            return open_answer(_tools(self._library, self._clients), client, request)
        except self._caught as error:
            failure = _failure(error, self._library, client)
        raise failure

    def close(self) -> None:
        """Close the connections, unless the client is the caller's."""
        self._clients.close()


class AsyncHttpxTransport:
    """Sends through an asynchronous httpx client, under asyncio or trio.

    Args:
        http_client: A client of your own, for proxies, certificates, HTTP/2 or limits. It stays open when this is
            closed, and its timeouts, authentication and redirects are not used. None for new ones: one for
            http (to loopback), past the proxies of the environment, and one for https, made at the first such request.

    Raises:
        ConfigurationError: `http_client` is not an `httpx.AsyncClient`.
    """

    _library: ModuleType = httpx

    def __init__(self, http_client: httpx.AsyncClient | None = None) -> None:
        self._clients: Clients[httpx.AsyncClient] = Clients(self._library, "AsyncClient", http_client)
        self._caught: tuple[type[Exception], ...] = _failures(self._library)
        quieten(self._library)

    async def send(self, request: Request, /) -> Response:
        """Send one request and read its answer. The time left is kept to the moment.

        Args:
            request: What to send.

        Raises:
            TransportError: No complete answer arrived.
        """
        self._clients.enter_loop()
        client = self._clients.suited(request)
        async with PoolSlot(self._library, client, request):
            return await self._send_in_time(client, request)

    async def _send_in_time(self, client: httpx.AsyncClient, request: Request) -> Response:
        if request.remaining is None:
            return await self._send(client, request)
        import anyio  # comes with httpx, and is needed only for a deadline

        with anyio.move_on_after(max(request.remaining(), 0)):
            return await self._send(client, request)
        raise TransportError("the answer took too long", timed_out=True)

    async def _send(self, client: httpx.AsyncClient, request: Request) -> Response:
        try:
            body = await self._send_and_read(client, request)
        except self._caught as error:
            failure = _failure(error, self._library, client)
        else:
            return body.response()
        raise failure

    async def _send_and_read(self, client: httpx.AsyncClient, request: Request) -> Body:
        sent = _request(self._clients, client, request)
        try:
            response = await client.send(sent, auth=None, stream=True, follow_redirects=False)
            unpacked = response.is_stream_consumed
            body = Body(request, response.status_code, response.headers, unpacked=unpacked)
            try:
                chunks = response.aiter_bytes() if unpacked else cast("httpx.AsyncByteStream", response.stream)
                async for chunk in chunks:
                    if body.add(chunk):
                        break
                await adiscard_leftovers(response)
            except self._library.RequestError as error:
                body.broke(transport_error(error))
            finally:
                await response.aclose()
            return body
        finally:
            if self._clients.given is not None:
                strip(sent)

    async def open(self, request: Request, /) -> Response | AsyncOpened:
        """Send one request; return a 2xx answer when its head has arrived, and any other one whole.

        Args:
            request: What to send.

        Raises:
            TransportError: No head, or no complete other answer, arrived.
        """
        from ._httpx_opened import aopen_answer  # only for what is read in parts

        self._clients.enter_loop()
        client = self._clients.suited(request)
        try:
            return await aopen_answer(_tools(self._library, self._clients), client, request)
        except self._caught as error:
            failure = _failure(error, self._library, client)
        raise failure

    async def aclose(self) -> None:
        """Close the connections, unless the client is the caller's."""
        await self._clients.aclose()


class Timeouts(dict[str, "float | None"]):
    """Timeouts that shrink with the time left: each step of a request asks when it begins.

    Args:
        timeout: Seconds allowed for each step, or None for no limit.
        remaining: Gives the seconds left for all of them, or None for no limit.
        request: Whose steps they are. It learns when it waits in the queue of a pool, and has a limit for that.
    """

    def __init__(
        self, timeout: float | None, remaining: Callable[[], float] | None, request: Request | None = None
    ) -> None:
        super().__init__(dict.fromkeys(("connect", "read", "write", "pool"), timeout))
        self._remaining = remaining
        self.request = request
        if request is not None:
            self["pool"] = request.pool_timeout

    def get(self, key: str, default: Any = None) -> Any:
        """Return the seconds that a step beginning now may take.

        Args:
            key: Name of the step.
            default: As for `dict.get`.
        """
        value = super().get(key, default)
        if self.request is not None:
            self.request.is_queued = key == "pool"
        if self._remaining is None:
            return value
        left = max(self._remaining(), LEAST)
        return left if value is None else min(value, left)

    def unbind(self, seconds: float | None) -> None:
        """Forget the time left for all steps: whoever reads an answer in parts limits each of them.

        Args:
            seconds: How long the next read may take, or None for no limit.
        """
        self._remaining = None
        self["read"] = seconds


def _tools(library: ModuleType, clients: Clients[Any]) -> Tools:
    from ._httpx_opened import Tools  # only for what is read in parts

    return Tools(library, clients, build=_request, strip=strip, explain=transport_error)


def _request(clients: Clients[Any], client: httpx.Client | httpx.AsyncClient, request: Request) -> httpx.Request:
    request.headers["Accept-Encoding"] = UNPACKED if request.streamed else ACCEPT_ENCODING
    try:
        return _built(clients, client, request)
    except (clients.library.InvalidURL, ValueError):
        pass
    raise TransportError("the URL or a header cannot be sent", sent=False)


def _built(clients: Clients[Any], client: httpx.Client | httpx.AsyncClient, request: Request) -> httpx.Request:
    method, url, headers = request.method, request.url, request.headers
    content: object = request.content
    if content is not None and not isinstance(content, bytes):
        content = _streamed(request, asynchronous=isinstance(client, clients.library.AsyncClient))
    parts: dict[str, Any] = {
        "content": content,
        "extensions": {"timeout": Timeouts(request.timeout, request.remaining, request)},
    }
    if clients.given is None or request.elsewhere:
        # A client of ours has no headers or cookies to merge, which is most of what its build_request does.
        # What a path holds may be personal, and is not kept beyond its call.
        parsed = url if "?" in url or request.shown else _parsed(clients.library, url)
        return cast("httpx.Request", clients.library.Request(method, parsed, headers=headers, **parts))
    if clients.builds_plainly:
        built = client.build_request(method, url, **parts)
    else:
        built = client.build_request(method, url, headers=headers, **parts)
    # Only a client of the caller's has event hooks.
    mask_headers(built)
    mask_url(built)
    if clients.builds_plainly:
        # To have the headers merged with the client's would cost twice as much.
        for name, text in headers.items():
            built.headers[name] = text
        if "Content-Length" in headers:
            # It was built without, so in chunks.
            built.headers.pop("Transfer-Encoding", None)
    return built


def _streamed(request: Request, *, asynchronous: bool) -> _Parts | _AsyncParts:
    """The body of a request that is read while it is sent, announced in the request's headers."""
    content = cast("Stream", request.content)
    if content.content_length is not None:
        request.headers["Content-Length"] = str(content.content_length)
    return _AsyncParts(content) if asynchronous else _Parts(content)


class _Parts:
    """A body for a synchronous client, which httpx takes for nothing else."""

    def __init__(self, content: Stream) -> None:
        self._content = content

    def __iter__(self) -> Iterator[bytes]:
        return iter(self._content)


class _AsyncParts:
    """A body for an asynchronous client, which httpx takes for nothing else."""

    def __init__(self, content: Stream) -> None:
        self._content = content

    def __aiter__(self) -> AsyncIterator[bytes]:
        return aiter(self._content)


@lru_cache(maxsize=128)
def _parsed(library: Any, url: str) -> httpx.URL:
    return cast("httpx.URL", library.URL(url))


def strip(request: httpx.Request) -> None:
    """Take the credentials out of a request that was sent.

    Args:
        request: A request of httpx, or of a library with its interface.
    """
    # What keeps the request, as an event hook may, then keeps no credentials.
    if SECRET_QUERY:
        strip_url(request)
    headers = request.headers
    for name in SECRET_HEADERS:
        # Not pop, which reads the value first, at a twentieth of the cost of a call. A hook may have been there before.
        try:  # noqa: SIM105 - a context manager would take as long again
            del headers[name]
        except KeyError:
            pass


def _failures(library: ModuleType) -> tuple[type[Exception], ...]:
    return (library.RequestError, library.StreamError, library.InvalidURL, OSError, RuntimeError, UnicodeError)


def transport_error(error: httpx.RequestError) -> TransportError:
    """Return our error for a failure of the connection, without the request that httpx's error holds.

    Args:
        error: What httpx, or a library with its interface, raised.
    """
    names = {kind.__name__ for kind in type(error).__mro__}
    # A local protocol error quotes the invalid header, which may be the secret. A remote one quotes, after a colon,
    # what the other side sent, which may be an echo of the secret.
    said = str(error).partition(":")[0] if "RemoteProtocolError" in names else str(error)
    reason = "" if "LocalProtocolError" in names or not said else f": {said}"
    return TransportError(
        f"{type(error).__name__}{reason[:200]}",
        sent=names.isdisjoint(_NOT_SENT),
        timed_out="TimeoutException" in names,
    )


def _failure(error: Exception, library: Any, client: httpx.Client | httpx.AsyncClient) -> TransportError:
    """Return our error for one of httpx, or raise it again if it is not about sending."""
    if isinstance(error, library.RequestError):
        return transport_error(cast("httpx.RequestError", error))
    if isinstance(error, library.InvalidURL):
        # httpx looks at where a redirect leads, followed or not.
        return _not_a_url()
    if isinstance(error, OSError | library.StreamError):
        return TransportError(type(error).__name__)
    if isinstance(error, UnicodeError):
        return host_error(error)
    if client.is_closed:
        return closed_client()
    if str(error) == "Event loop is closed" or "different event loop" in str(error):
        return other_loop()
    raise error


def host_error(error: UnicodeError) -> TransportError:
    """Return our error for a host name that cannot be encoded, or raise it again if it is not about one.

    Args:
        error: What httpx let through, of Python's codec or of the package `idna`.
    """
    is_about_host = type(error) is UnicodeError or type(error).__module__.partition(".")[0] == "idna"
    if not is_about_host and getattr(error, "encoding", None) != "idna":
        raise error
    entered = {frame.f_code.co_name for frame, _ in walk_tb(error.__traceback__)}
    if _CONNECTS.isdisjoint(entered):
        return _not_a_url()
    return TransportError("the host name cannot be looked up", sent=False)


def _not_a_url() -> TransportError:
    return TransportError("the answer redirects to what is not a URL")
