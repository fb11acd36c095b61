"""The pool of connections behind a client of httpx, or of a library with its interface.

httpcore keeps a connection for good when a request is cancelled at certain moments: after it was assigned a new
connection, after it has connected, and while it gives the connection back. Each then counts as active for ever, and the
pool is full when all have gone this way. `PoolSlot` takes such connections out.
"""

from __future__ import annotations

import sys
from functools import lru_cache
from time import monotonic
from types import TracebackType
from typing import Any, Final

from ._contract import Request, TransportError
from ._limiter import Limiter, admit, admit_async, all_in_use

_MOST_WRAPPERS: Final = 4
"""How many transports that wrap another are looked through for a pool."""


class PoolSlot:
    """A request's right to use the pool that its URL leads to, from before it is sent until its answer is closed.

    There are as many of these at once as the pool has connections. A pool that may speak HTTP/2, where one connection
    carries many requests, has no limit, and neither has a transport whose pool cannot be found.

    Args:
        library: The library.
        client: Its client, of either kind.
        request: What is to be sent.

    Raises:
        TransportError: On entering, when no connection became free in time.
    """

    __slots__ = ("_begun", "_limit", "_limiter", "_pool", "_request")

    def __init__(self, library: Any, client: Any, request: Request) -> None:
        self._request = request
        self._pool: Any = None
        try:  # noqa: SIM105 - a context manager would take as long as all the rest
            self._pool = find_pool(client._transport_for_url(_origin(library, request.url)))  # noqa: SLF001 - no other
        except (library.InvalidURL, UnicodeError):
            # Whether the URL can be used at all is for the request to find out.
            pass
        self._limit = None if self._pool is None else _limit(self._pool)
        self._limiter: Limiter | None = None
        self._begun = 0.0

    def __enter__(self) -> None:
        if self._pool is None:
            return
        if self._limit is not None:
            self._limiter = admit(self._pool, self._limit, self._request)
        self._begun = monotonic()
        if _is_full(self._pool):
            try:
                self._pool._close_connections(self._repaired())  # noqa: SLF001 - as above
            except BaseException:
                self._left(None)
                raise

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        if self._pool is not None and (closing := self._left(error)):
            self._pool._close_connections(closing)  # noqa: SLF001 - as above

    async def __aenter__(self) -> None:
        if self._pool is None:
            return
        if self._limit is not None:
            self._limiter = await admit_async(self._pool, self._limit, self._request)
        self._begun = monotonic()
        if _is_full(self._pool) and (closing := self._repaired()):
            try:
                await self._pool._close_connections(closing)  # noqa: SLF001 - as above
            except BaseException:
                self._left(None)
                raise

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        if self._pool is not None and (closing := self._left(error)):
            # Shielded by the pool, and the connections are out of it already.
            await self._pool._close_connections(closing)  # noqa: SLF001 - as above

    def _left(self, error: BaseException | None) -> list[Any]:
        """Give the slot back. Return what is to be closed."""
        try:
            if error is None:
                return []
            self._explain(error)
            return self._repaired()
        finally:
            if self._limiter is not None:
                self._limiter.release()

    def _explain(self, error: BaseException) -> None:
        """Name the full pool in an error when the request ended in the pool's own queue."""
        if isinstance(error, TransportError) and error.timed_out and self._request.is_queued:
            queued = all_in_use(self._limit or _most(self._pool), monotonic() - self._begun, by_others=True)
            error.args, error.reason, error.sent, error.waiting = queued.args, queued.reason, False, True

    def _repaired(self) -> list[Any]:
        """Remove unusable requests and connections from the pool. Return the connections to close."""
        pool = self._pool
        with pool._optional_thread_lock:  # noqa: SLF001 - as above
            requests: list[Any] = pool._requests  # noqa: SLF001 - as above
            stale = [kept for kept in requests if _belongs_to(kept, self._request)]
            for kept in stale:
                requests.remove(kept)
            held = {id(kept.connection) for kept in requests}
            connections: list[Any] = pool._connections  # noqa: SLF001 - as above
            lost = [
                connection
                for connection in connections
                if id(connection) not in held and not (connection.is_idle() or connection.is_closed())
            ]
            if not lost and not stale:
                return []
            for connection in lost:
                connections.remove(connection)
            # Requests that wait in the pool's queue get the connections that became free.
            return [*lost, *pool._assign_requests_to_connections()]  # noqa: SLF001 - as above


def find_pool(transport: Any, depth: int = _MOST_WRAPPERS) -> Any:
    """Return the pool of a transport, or that of the only transport that it wraps; None when there is none.

    Args:
        transport: A transport of httpx, or of a library with its interface.
        depth: How many wrappers are looked through.
    """
    pool = getattr(transport, "_pool", None)
    if isinstance(getattr(pool, "_requests", None), list) and isinstance(getattr(pool, "_connections", None), list):
        return pool
    if not depth:
        return None
    inner = [value for value in getattr(transport, "__dict__", {}).values() if _is_transport(value)]
    return find_pool(inner[0], depth - 1) if len(inner) == 1 else None


def _is_transport(value: object) -> bool:
    return not isinstance(value, type) and (hasattr(value, "handle_async_request") or hasattr(value, "handle_request"))


def _most(pool: Any) -> int | None:
    most: object = getattr(pool, "_max_connections", None)
    return most if isinstance(most, int) and 0 < most < sys.maxsize else None


def _limit(pool: Any) -> int | None:
    return None if getattr(pool, "_http2", False) else _most(pool)


def _is_full(pool: Any) -> bool:
    """Whether a request would have to wait although it has a slot."""
    connections: list[Any] = pool._connections  # noqa: SLF001 - as above
    if len(connections) < pool._max_connections:  # noqa: SLF001 - as above
        return False
    # A copy, because other threads change the list.
    return not any(connection.is_available() or connection.is_idle() for connection in list(connections))


def _belongs_to(kept: Any, request: Request) -> bool:
    timeouts = kept.request.extensions.get("timeout")
    return getattr(timeouts, "request", None) is request


@lru_cache(maxsize=128)
def _parsed(library: Any, origin: str) -> Any:
    return library.URL(origin)


def _origin(library: Any, url: str) -> Any:
    """Return the URL's origin, which is all that the choice of a transport depends on."""
    scheme, _, rest = url.partition("://")
    return _parsed(library, f"{scheme}://{rest.partition('/')[0].partition('?')[0]}")
