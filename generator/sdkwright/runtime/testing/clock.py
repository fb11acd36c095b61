"""A clock that never waits: sleeping moves it on, so that retries and deadlines are tested in no time."""

from __future__ import annotations

import threading
from typing import Final

__all__ = ["FakeClock"]

_START: Final = 1_767_225_600.0
"""2026-01-01T00:00:00Z."""


class FakeClock:
    """A clock for a client's argument `clock` that stands still until somebody sleeps or `advance` is called.

        clock = FakeClock()
        client = FakeService().client(clock=clock)
        ...
        assert clock.sleeps == [2.0]

    Args:
        time: What `time` begins with: seconds since 1970-01-01T00:00:00Z.
    """

    def __init__(self, time: float = _START) -> None:
        self._start = time
        self._elapsed = 0.0
        self._lock = threading.Lock()
        self.sleeps: list[float] = []
        """How long was slept, each time, in seconds."""

    def monotonic(self) -> float:
        """Return the seconds that have passed on this clock."""
        return self._elapsed

    def time(self) -> float:
        """Return seconds since 1970-01-01T00:00:00Z."""
        return self._start + self._elapsed

    def advance(self, seconds: float) -> None:
        """Let time pass.

        Args:
            seconds: How much, zero or more.

        Raises:
            ValueError: Time does not go back.
        """
        if not seconds >= 0:
            raise ValueError(f"FakeClock: time passes by zero seconds or more; got {seconds!r}.")
        with self._lock:
            self._elapsed += seconds

    def sleep(self, seconds: float, /) -> None:
        """Let the time pass and note it.

        Args:
            seconds: How long.
        """
        self.advance(seconds)
        self.sleeps.append(seconds)

    async def asleep(self, seconds: float, /) -> None:
        """Let the time pass and note it, and let other tasks run once.

        Args:
            seconds: How long.
        """
        import anyio.lowlevel  # comes with httpx, and is needed for waits only

        self.sleep(seconds)
        await anyio.lowlevel.checkpoint()

    def __repr__(self) -> str:
        return f"FakeClock(elapsed={self._elapsed}, sleeps={self.sleeps})"
