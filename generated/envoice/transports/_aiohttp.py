"""Sends through aiohttp, under concurrency several times as fast as httpx, which needs the extra `aiohttp`.

It works under asyncio alone and verifies certificates with OpenSSL's default store, where httpx uses certifi's. No
exception of aiohttp is ever chained to ours, because some of them hold the request, and with it the credentials.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator
from contextvars import ContextVar
from functools import lru_cache
from typing import Final, cast
from urllib.request import getproxies, proxy_bypass

from .._api import NAME
from .._mismatch import client_refusal
from ..errors import ConfigurationError
from ._body import ACCEPT_ENCODING, UNPACKED, Body
from ._contract import AsyncOpened, Request, Response, Stream, TransportError, is_success
from ._idle import guard_idle
from ._limiter import Limiter, all_in_use, limiter_here
from ._logs import quieten_aiohttp
from ._loops import closed_client, other_loop
from ._watch import Watch

try:
    import aiohttp
    from aiohttp.connector import Connection
    from yarl import URL

    from ._aiohttp_answer import CAUGHT, LOOK, AiohttpOpened, aiohttp_failure, read_whole
except ImportError:
    raise ImportError(f"This transport needs aiohttp: pip install '{NAME}[aiohttp]'.") from None

BUILDS_ON: Final = ("_api.NAME",)


# What httpx does, so that the transports can be exchanged.
_CONNECTIONS: Final = 100
_KEPT_ALIVE: Final = 5.0

_WRITTEN_AT_ONCE: Final = 64 * 1024
"""Bytes of a body that asyncio takes without waiting for the peer."""

# Anything else could end the request line; yarl then quotes it.
_QUOTED: Final = re.compile(r"[!-~]*\Z")
# In place of a proxy of the environment that aiohttp cannot use.
_UNUSABLE: Final = ""


# Where a request that takes long to write notes the connection that it goes out on.
_USED: Final[ContextVar[list[asyncio.Transport]]] = ContextVar("_USED")


class _NotingRequest(aiohttp.ClientRequest):
    """Notes its connection for whoever wants it, which aiohttp shows only when the answer has begun."""

    async def send(self, conn: Connection) -> aiohttp.ClientResponse:
        used = _USED.get(None)
        if used is not None and isinstance(conn.transport, asyncio.Transport):
            used.append(conn.transport)
        return await super().send(conn)


class AiohttpTransport:
    """Sends through an aiohttp session, under asyncio.

    Args:
        session: A session of your own, for proxies, certificates or limits. It stays open when this is closed, and its
            timeouts and redirects are not used; its headers, cookies and middlewares are. Its trace hooks see each URL
            as it is sent, with keys that stand in the query. None for a new one, made at the first request, which keeps
            no cookies, and takes the proxies of the environment for https.

    Raises:
        ConfigurationError: `session` is not an `aiohttp.ClientSession`.
    """

    def __init__(self, session: aiohttp.ClientSession | None = None) -> None:
        given = cast("object", session)
        if given is not None and not isinstance(given, aiohttp.ClientSession):
            raise ConfigurationError(client_refusal("session", "aiohttp.ClientSession", given))
        quieten_aiohttp()
        self._owned = session is None
        self._session = session
        self._watch: Watch | None = None
        self._limiter: Limiter | None = None
        self._proxies: dict[str | None, str | None] = {}
        self._closed = False

    async def send(self, request: Request, /) -> Response:
        """Send one request and read its answer. The time left is kept to the moment.

        Args:
            request: What to send.

        Raises:
            TransportError: No complete answer arrived.
        """
        session, watch = self._connected()
        if request.elsewhere and not self._owned:
            # A session adds its headers and cookies to every request, wherever it goes.
            raise TransportError("a redirect led to another origin, where a session of your own does not follow")
        limiter = self._limiter
        if limiter is not None and not limiter.admit():
            await limiter.wait_async(request)
        try:
            if request.remaining is None:
                return await self._send(session, request)
            async with asyncio.timeout(None) as limit:
                watch.add(limit, max(request.remaining(), 0))
                try:
                    return await self._send(session, request)
                finally:
                    watch.drop(limit)
        except TimeoutError:
            pass
        finally:
            if limiter is not None:
                limiter.release()
        raise TransportError("the answer took too long", timed_out=True)

    async def open(self, request: Request, /) -> Response | AsyncOpened:
        """Send one request; return a 2xx answer when its head has arrived, and any other one whole.

        Args:
            request: What to send.

        Raises:
            TransportError: No head, or no complete other answer, arrived.
        """
        session, _ = self._connected()
        if request.elsewhere and not self._owned:
            raise TransportError("a redirect led to another origin, where a session of your own does not follow")
        limiter = self._limiter
        if limiter is not None and not limiter.admit():
            await limiter.wait_async(request)
        is_open = False
        try:
            opened = await self._open(session, request, limiter)
            is_open = isinstance(opened, AiohttpOpened)
            return opened
        finally:
            if limiter is not None and not is_open:
                limiter.release()

    async def _open(
        self, session: aiohttp.ClientSession, request: Request, limiter: Limiter | None
    ) -> Response | AsyncOpened:
        left = request.timeout if request.remaining is None else max(request.remaining(), 0)
        content = request.content
        try:
            async with asyncio.timeout(left), asyncio.timeout(None) as pace:
                small = content is None or (isinstance(content, bytes) and len(content) <= _WRITTEN_AT_ONCE)
                data = cast("bytes | None", content) if small else _paced(content or b"", request.timeout, pace)
                response = await self._sent(session, request, data)
                if is_success(response.status):
                    return AiohttpOpened(session, response, limiter)
                body = await read_whole(session, request, response)
        except TimeoutError:
            failure = TransportError("the answer took too long", timed_out=True)
        except CAUGHT as error:
            failure = _unconnected(error, session, request) or aiohttp_failure(error, session)
        else:
            return body.response()
        raise failure

    async def aclose(self) -> None:
        """Close the connections, unless the session is the caller's. Closing twice does nothing."""
        self._closed = True
        if self._watch is not None:
            self._watch.rest()
        if self._owned and self._session is not None:
            await self._session.close()

    def _connected(self) -> tuple[aiohttp.ClientSession, Watch]:
        """Return the session, and the watch over its requests, that belong to the running event loop."""
        loop = _running_loop()
        session, watch = self._session, self._watch
        if self._closed or (session is not None and session.closed):
            raise closed_client()
        if session is not None and watch is not None and watch.loop is loop:
            return session, watch
        if session is None or (self._owned and watch is not None and watch.loop.is_closed()):
            if session is not None:
                # Its connections ended with their loop. Detached, it does not warn that it was not closed.
                session.detach()
            self._session = session = _new_session()
        elif watch is not None:
            raise other_loop()
        guard_idle(session.connector)
        limit = _limit(session.connector)
        self._limiter = None if limit is None else limiter_here(session.connector, limit)
        self._watch = watch = Watch(loop)
        return session, watch

    async def _send(self, session: aiohttp.ClientSession, request: Request) -> Response:
        content = request.content
        try:
            if content is None or (isinstance(content, bytes) and len(content) <= _WRITTEN_AT_ONCE):
                body = await self._send_and_read(session, request, content)
            else:
                body = await self._send_and_read_paced(session, request, content)
        except CAUGHT as error:
            failure = _unconnected(error, session, request) or aiohttp_failure(error, session)
        except asyncio.CancelledError:
            # Closing a session cancels what waits for a connection of its pool, not the tasks that wait.
            task = asyncio.current_task()
            if not session.closed or (task is not None and task.cancelling()):
                raise
            failure = closed_client()
        else:
            return body.response()
        raise failure

    async def _send_and_read_paced(
        self, session: aiohttp.ClientSession, request: Request, content: bytes | Stream
    ) -> Body:
        used: list[asyncio.Transport] = []
        token = _USED.set(used)
        try:
            async with asyncio.timeout(None) as pace:
                return await self._send_and_read(session, request, _paced(content, request.timeout, pace))
        finally:
            _USED.reset(token)
            for transport in used:
                if transport.is_closing():
                    # Otherwise it stays open until the peer reads the rest, which may never happen.
                    transport.abort()

    async def _send_and_read(
        self, session: aiohttp.ClientSession, request: Request, data: bytes | AsyncIterator[bytes] | None
    ) -> Body:
        response = await self._sent(session, request, data)
        return await read_whole(session, request, response)

    async def _sent(
        self, session: aiohttp.ClientSession, request: Request, data: bytes | AsyncIterator[bytes] | None
    ) -> aiohttp.ClientResponse:
        """Send a request and return its answer when the head has arrived."""
        # Nobody else holds connections of a session of our own.
        connecting = request.timeout if self._owned else _connecting(session, request)
        url = URL(request.url, encoded=_QUOTED.match(request.url) is not None)
        return await session.request(
            request.method,
            url,
            headers=_headers(request),
            skip_auto_headers=_unwanted(request),
            data=data,
            allow_redirects=False,
            raise_for_status=False,
            auto_decompress=False,
            timeout=_timeouts(request.timeout, connecting, watched=request.streamed or _is_watched(request)),
            proxy=self._proxy(url.host) if self._owned and url.scheme == "https" else None,
        )

    def _proxy(self, host: str | None) -> str | None:
        if host not in self._proxies:
            self._proxies[host] = _environment_proxy(host or "")
        if self._proxies[host] == _UNUSABLE:
            raise TransportError(
                "aiohttp cannot use the proxy that the environment names for https, for it is not an http one",
                sent=False,
                usable=False,
            )
        return self._proxies[host]


def _running_loop() -> asyncio.AbstractEventLoop:
    try:
        return asyncio.get_running_loop()
    except RuntimeError:
        pass
    raise TransportError(
        "AiohttpTransport works under asyncio alone; under trio use AsyncHttpxTransport", sent=False, usable=False
    )


def _new_session() -> aiohttp.ClientSession:
    return aiohttp.ClientSession(
        connector=aiohttp.TCPConnector(limit=_CONNECTIONS, keepalive_timeout=_KEPT_ALIVE),
        cookie_jar=aiohttp.DummyCookieJar(),
        request_class=_NotingRequest,
    )


def _limit(connector: aiohttp.BaseConnector | None) -> int | None:
    """Return how many requests a connector serves at once, or None for no limit."""
    limits = () if connector is None else (connector.limit, connector.limit_per_host)
    return min((limit for limit in limits if limit), default=None)


def _is_watched(request: Request) -> bool:
    """Return whether the time for the whole attempt is not much more than that for one of its steps."""
    if request.remaining is None:
        return False
    return request.timeout is None or request.remaining() < request.timeout + LOOK


@lru_cache(maxsize=16)
def _timeouts(seconds: float | None, connecting: float | None, *, watched: bool) -> aiohttp.ClientTimeout:
    # `connect` also limits the wait for a connection of the pool and the resolution of the name. The threshold keeps
    # aiohttp from rounding up to whole seconds. A watched request needs no two more timers for its reads.
    threshold = float("inf") if seconds is None else seconds + 1
    return aiohttp.ClientTimeout(
        total=None,
        connect=connecting,
        sock_connect=seconds,
        sock_read=None if watched else seconds,
        ceil_threshold=threshold,
    )


async def _paced(content: bytes | Stream, allowed: float | None, pace: asyncio.Timeout) -> AsyncIterator[bytes]:
    """Yield a long body in parts, each of which the peer has to take in time: aiohttp itself would wait for ever."""
    clock = asyncio.get_running_loop().time
    async for part in _cut(content) if isinstance(content, bytes) else content:
        if allowed is not None:
            pace.reschedule(clock() + allowed)
        yield part
        # The peer has taken it. What the caller needs to bring the next is no time of the peer's.
        pace.reschedule(None)


async def _cut(content: bytes) -> AsyncIterator[bytes]:
    for start in range(0, len(content), _WRITTEN_AT_ONCE):
        yield content[start : start + _WRITTEN_AT_ONCE]


def _environment_proxy(host: str) -> str | None:
    """Return the proxy that the environment names for https, which may hold a password, so nothing is raised here."""
    proxies = getproxies()
    proxy = proxies.get("https") or proxies.get("all")
    if not proxy or proxy_bypass(host):
        return None
    if "://" not in proxy:
        return f"http://{proxy}"
    return proxy if proxy.startswith(("http://", "https://")) else _UNUSABLE


def _headers(request: Request) -> dict[str, str]:
    headers = request.headers
    headers["Accept-Encoding"] = UNPACKED if request.streamed else ACCEPT_ENCODING
    content = request.content
    length = len(content) if isinstance(content, bytes) else None if content is None else content.content_length
    if length is not None:
        headers["Content-Length"] = str(length)
    return headers


def _unwanted(request: Request) -> list[str] | None:
    """Return the headers that aiohttp would add of its own accord and that were not asked for."""
    unwanted = [name for name in ("accept", "user-agent") if name not in request.headers]
    if request.content is None and request.method != "GET":
        unwanted.append("content-type")
    return unwanted or None


def _connecting(session: aiohttp.ClientSession, request: Request) -> float | None:
    """Return the seconds until there must be a connection, fewer when calls of the caller's hold them all."""
    timeout, pool_timeout = request.timeout, request.pool_timeout
    if pool_timeout is None or not _is_filled(session.connector):
        return timeout
    return pool_timeout if timeout is None else min(timeout, pool_timeout)


def _is_filled(connector: aiohttp.BaseConnector | None) -> bool:
    limit = 0 if connector is None else connector.limit
    return bool(limit) and len(getattr(connector, "_acquired", ())) >= limit


def _unconnected(error: Exception, session: aiohttp.ClientSession, request: Request) -> TransportError | None:
    """Return the error of a request that got no connection, because requests of the caller's own held them all."""
    connector = session.connector
    if connector is None or not isinstance(error, aiohttp.ConnectionTimeoutError) or not _is_filled(connector):
        return None
    return all_in_use(connector.limit, _connecting(session, request) or 0.0, by_others=True)
