"""Limits how many requests use the connections of one pool at once, and lets the others wait in their order.

The limit keeps requests out of the pool's own queue. httpcore loses a connection for good when a request leaves that
queue, because it is cancelled or out of time, at the moment when it gets a new connection.
"""

from __future__ import annotations

import threading
from collections import deque
from contextlib import suppress
from time import monotonic
from typing import Any, Final, Protocol
from weakref import WeakKeyDictionary

from ._contract import Request, TransportError
from ._loops import has_ended, running_loop


class _Event(Protocol):
    def set(self) -> Any: ...


class _Waiter:
    """One request that waits, and whether it has been given a place."""

    __slots__ = ("event", "is_admitted")

    def __init__(self, event: _Event) -> None:
        self.event = event
        self.is_admitted = False


class Limiter:
    """Admits at most `limit` requests at once, first come, first served.

    Args:
        limit: Number of requests, from 1.

    Attributes:
        loop: The event loop in which the requests run; None for threads.
    """

    __slots__ = ("__weakref__", "_free", "_lock", "_waiters", "limit", "loop")

    def __init__(self, limit: int) -> None:
        self.limit = limit
        self.loop: object = None
        self._free = limit
        self._waiters: deque[_Waiter] = deque()
        self._lock = threading.Lock()

    @property
    def is_idle(self) -> bool:
        """Whether no request is admitted."""
        return self._free == self.limit

    def admit(self) -> bool:
        """Return whether a request is admitted at once. Nobody who waits is overtaken."""
        with self._lock:
            # While somebody waits, no place is free: `release` hands it over.
            if not self._free:
                return False
            self._free -= 1
            return True

    def release(self) -> None:
        """Give a place back, or hand it over to the request that has waited longest."""
        with self._lock:
            while self._waiters:
                waiter = self._waiters.popleft()
                try:
                    waiter.event.set()
                except RuntimeError:
                    # Its event loop has ended, and the request with it.
                    continue
                waiter.is_admitted = True
                return
            self._free += 1

    def wait(self, request: Request) -> None:
        """Block until a request is admitted.

        Args:
            request: What is to be sent.

        Raises:
            TransportError: No place became free in time.
        """
        event = threading.Event()
        begun, waiter = monotonic(), self._join(event)
        try:
            event.wait(_seconds(request.pool_timeout))
        except BaseException:
            self._leave(waiter)
            raise
        self._conclude(waiter, request, begun)

    async def wait_async(self, request: Request) -> None:
        """Wait until a request is admitted. A cancelled wait takes no place.

        Args:
            request: What is to be sent.

        Raises:
            TransportError: No place became free in time.
        """
        import anyio  # comes with the libraries, and is needed only for a wait

        event = anyio.Event()
        begun, waiter = monotonic(), self._join(event)
        try:
            with anyio.move_on_after(_seconds(request.pool_timeout)):
                await event.wait()
        except BaseException:
            self._leave(waiter)
            raise
        self._conclude(waiter, request, begun)

    def _join(self, event: _Event) -> _Waiter:
        waiter = _Waiter(event)
        with self._lock:
            if self._free:
                # A place was given back since `admit` was asked.
                self._free -= 1
                waiter.is_admitted = True
                event.set()
            else:
                self._waiters.append(waiter)
        return waiter

    def _withdraw(self, waiter: _Waiter) -> bool:
        """Take a waiter out of the queue unless it has been given a place. Return whether it has none."""
        with self._lock:
            if waiter.is_admitted:
                return False
            with suppress(ValueError):
                self._waiters.remove(waiter)
            return True

    def _leave(self, waiter: _Waiter) -> None:
        """Take a waiter out of the queue, or give its place back."""
        if not self._withdraw(waiter):
            self.release()

    def _conclude(self, waiter: _Waiter, request: Request, begun: float) -> None:
        # A place that was given at the last moment is taken.
        if not waiter.is_admitted and self._withdraw(waiter):
            raise all_in_use(self.limit, monotonic() - begun)
        # The time of the attempt begins with the connection.
        request.restart()
        if request.remaining is not None and request.remaining() <= 0:
            self.release()
            raise all_in_use(self.limit, monotonic() - begun)


def _seconds(pool_timeout: float | None) -> float | None:
    # Zero would not let a waiting loop run once.
    return None if pool_timeout is None else max(pool_timeout, 0.0)


def all_in_use(limit: int | None, seconds: float, *, by_others: bool = False) -> TransportError:
    """Return the error of a request that got no connection in time.

    Args:
        limit: How many connections there are, or None when that is unknown.
        seconds: How long it waited.
        by_others: Whether requests that are not ours hold them, so that the wait was part of the attempt.
    """
    whose, raised = (" by other calls of your own", "timeout and pool_timeout") if by_others else ("", "pool_timeout")
    which = "the connection is" if limit == 1 else "all connections are" if limit is None else f"all {limit} are"
    return TransportError(
        f"no connection became free in {seconds:.3g} s, because {which} in use{whose}; "
        f"make fewer calls at once, allow more connections, or raise {raised}",
        sent=False,
        timed_out=True,
        waiting=True,
    )


_LIMITERS: Final[WeakKeyDictionary[Any, Limiter]] = WeakKeyDictionary()
"""The limiter of each pool. Clients that share a pool share its limiter."""


def limiter_of(pool: Any, limit: int) -> Limiter:
    """Return the limiter of a pool.

    Args:
        pool: What holds the connections.
        limit: How many it may hold.
    """
    limiter = _LIMITERS.get(pool)
    if limiter is None:
        # Two threads get the same one.
        limiter = _LIMITERS.setdefault(pool, Limiter(limit))
    return limiter


def limiter_here(pool: Any, limit: int) -> Limiter:
    """Return the limiter of a pool for requests of the running event loop.

    Args:
        pool: What holds the connections.
        limit: How many it may hold.
    """
    limiter, loop = limiter_of(pool, limit), running_loop()
    if limiter.loop is not loop:
        if not limiter.is_idle and has_ended(limiter.loop):
            # A loop that was stopped in the middle of requests never gives their places back.
            _LIMITERS[pool] = limiter = Limiter(limit)
        limiter.loop = loop
    return limiter


async def admit_async(pool: Any, limit: int, request: Request) -> Limiter:
    """Wait until a request may use a pool; return the limiter to release when it is over.

    Args:
        pool: What holds the connections.
        limit: How many it may hold.
        request: What is to be sent.

    Raises:
        TransportError: No place became free in time.
    """
    limiter = limiter_here(pool, limit)
    if not limiter.admit():
        await limiter.wait_async(request)
    return limiter


def admit(pool: Any, limit: int, request: Request) -> Limiter:
    """Block until a request may use a pool; return the limiter to release when it is over.

    Args:
        pool: What holds the connections.
        limit: How many it may hold.
        request: What is to be sent.

    Raises:
        TransportError: No place became free in time.
    """
    limiter = limiter_of(pool, limit)
    if not limiter.admit():
        limiter.wait(request)
    return limiter
