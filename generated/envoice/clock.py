"""Time as the client sees it, so that a test can hold it still: what retries wait by and deadlines are counted with."""

from __future__ import annotations

import time
from typing import Protocol

__all__ = ["Clock", "SystemClock"]


class Clock(Protocol):
    """A clock and the two ways to wait by it. `testing.FakeClock` is one that never waits."""

    def monotonic(self) -> float:
        """Return seconds since some moment, never going back."""
        ...

    def time(self) -> float:
        """Return seconds since 1970-01-01T00:00:00Z."""
        ...

    def sleep(self, seconds: float, /) -> None:
        """Wait, blocking the thread.

        Args:
            seconds: How long, zero or more.
        """
        ...

    async def asleep(self, seconds: float, /) -> None:
        """Wait without blocking the event loop, under asyncio or trio.

        Args:
            seconds: How long, zero or more.
        """
        ...


class SystemClock:
    """The machine's own time."""

    def monotonic(self) -> float:
        """Return seconds since some moment, never going back."""
        return time.monotonic()

    def time(self) -> float:
        """Return seconds since 1970-01-01T00:00:00Z."""
        return time.time()

    def sleep(self, seconds: float, /) -> None:
        """Wait, blocking the thread.

        Args:
            seconds: How long, zero or more.
        """
        time.sleep(seconds)

    async def asleep(self, seconds: float, /) -> None:
        """Wait without blocking the event loop, under asyncio or trio.

        Args:
            seconds: How long, zero or more.
        """
        import anyio  # comes with httpx, and is needed for waits only

        await anyio.sleep(seconds)
