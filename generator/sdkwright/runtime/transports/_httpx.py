"""Sends through httpx, or a library with its interface, with its exceptions turned into `TransportError`.

No exception of httpx is ever chained to ours, because each of them holds the request, and with it the credentials.
"""

from __future__ import annotations

from traceback import walk_tb
from types import ModuleType
from typing import Any, Final, cast

import httpx

from .._lazy import lazy_module
from ._body import Body
from ._clients import Clients
from ._contract import AsyncOpened, Opened, Request, Response, TransportError
from ._httpx_request import httpx_request, strip
from ._leftovers import adiscard_leftovers, discard_leftovers
from ._logs import quieten
from ._loops import closed_client, other_loop
from ._pool import PoolSlot
from ._time_left import ends_within

# Only a package carries it with answers that are read in parts.
_opened: Any = lazy_module(".transports._httpx_opened")

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
        sent = httpx_request(self._clients, client, request)
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
        client = self._clients.suited(request)
        try:
            answer: Response | Opened = _opened.open_answer(_tools(self._library, self._clients), client, request)
        except self._caught as error:
            failure = _failure(error, self._library, client)
        else:
            return answer
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
        sent = httpx_request(self._clients, client, request)
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
        self._clients.enter_loop()
        client = self._clients.suited(request)
        try:
            answer: Response | AsyncOpened
            answer = await _opened.aopen_answer(_tools(self._library, self._clients), client, request)
        except self._caught as error:
            failure = _failure(error, self._library, client)
        else:
            return answer
        raise failure

    async def aclose(self) -> None:
        """Close the connections, unless the client is the caller's."""
        await self._clients.aclose()


def _tools(library: ModuleType, clients: Clients[Any]) -> Any:
    return _opened.Tools(library, clients, build=httpx_request, strip=strip, explain=transport_error)


def _failures(library: ModuleType) -> tuple[type[Exception], ...]:
    return (
        library.RequestError,
        library.StreamError,
        library.InvalidURL,
        OSError,
        RuntimeError,
        LookupError,
        UnicodeError,
    )


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
    return _runtime_failure(error, client)


def _runtime_failure(error: Exception, client: httpx.Client | httpx.AsyncClient) -> TransportError:
    if client.is_closed:
        return closed_client()
    if str(error) == "Event loop is closed" or "different event loop" in str(error):
        return other_loop()
    if any(frame.f_globals.get("__name__", "").endswith(".http2") for frame, _ in walk_tb(error.__traceback__)):
        # What httpx knows of a connection over HTTP/2 is read by one thread while another changes it.
        return TransportError("another thread used the connection over HTTP/2 at that moment")
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
