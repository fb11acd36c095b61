"""Ends what takes too long under asyncio, with one timer for however many requests are in flight."""

from __future__ import annotations

from contextvars import Context
from typing import Final

from .._lazy import asyncio

_NEVER: Final = float("inf")


class Watch:
    """Knows when each of the requests of one event loop has to end.

    A timer for each request, nearly always to be cancelled, costs a fifteenth of the request. The one timer here goes
    off when the first of those that it was set for would have to end, and is set anew for what is in flight by then.

    Args:
        loop: The event loop that the requests run in.
    """

    __slots__ = ("_due", "_ends", "_is_resting", "_timer", "loop")

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self.loop = loop
        self._ends: dict[asyncio.Timeout, float] = {}
        self._timer: asyncio.TimerHandle | None = None
        self._due = _NEVER
        self._is_resting = False

    def add(self, timeout: asyncio.Timeout, seconds: float) -> None:
        """Let a timeout that has no time of its own go off, unless it is dropped before.

        Args:
            timeout: An `asyncio.timeout(None)` that was entered.
            seconds: How long from now. With none left, it goes off before anything is waited for.
        """
        if seconds <= 0:
            timeout.reschedule(self.loop.time())
            return
        ends = self.loop.time() + seconds
        self._ends[timeout] = ends
        if ends < self._due:
            self._set(ends)

    def drop(self, timeout: asyncio.Timeout) -> None:
        """Forget a timeout, which is about to be left.

        Args:
            timeout: What was added.
        """
        self._ends.pop(timeout, None)
        if self._is_resting and not self._ends:
            self._unset()

    def rest(self) -> None:
        """Take the timer off the loop, as soon as nothing is in flight."""
        self._is_resting = True
        if not self._ends:
            self._unset()

    def _set(self, due: float) -> None:
        self._unset()
        # Or the context of the first request would be kept for as long as there are others.
        self._timer, self._due = self.loop.call_at(due, self._look, context=Context()), due

    def _unset(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
        self._timer, self._due = None, _NEVER

    def _look(self) -> None:
        # A loop may be early by as much as its clock cannot tell.
        now = max(self.loop.time(), self._due)
        self._timer, self._due = None, _NEVER
        for timeout in [timeout for timeout, ends in self._ends.items() if ends <= now]:
            del self._ends[timeout]
            timeout.reschedule(self.loop.time())
        if self._ends:
            self._set(min(self._ends.values()))
