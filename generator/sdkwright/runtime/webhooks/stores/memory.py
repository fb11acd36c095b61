"""Keeps claims and marks in this process: for tests, and for a receiver of one process that may forget when it ends."""

import threading
import time
from collections.abc import Callable

from ..._checks import is_count
from ...errors import ConfigurationError
from .base import DEFAULT_LEASE, DEFAULT_RETENTION, Refusal, check_terms, event_of, new_token

__all__ = ["MemoryStore"]


class MemoryStore:
    """A `Store` in memory. Another process, and this one after a restart, knows nothing of it.

    When it is full the event that was handled longest ago is forgotten, with all its handlers, and runs again if the
    service repeats it. What is in progress is never forgotten and does not count: there is as much of it as there are
    requests at a time.

    Args:
        capacity: How many handled events to remember, however many handlers each has.
        lease: Seconds for which a claim holds; longer than the slowest handler takes.
        retention: Seconds for which a delivery is remembered as handled.
        clock: Gives the time in seconds; only differences count.

    Raises:
        ConfigurationError: A number is not above 0.
    """

    def __init__(
        self,
        *,
        capacity: int = 100_000,
        lease: float = DEFAULT_LEASE,
        retention: float = DEFAULT_RETENTION,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._capacity = capacity
        self._lease = lease
        self._retention = retention
        check_terms("MemoryStore", lease=lease, retention=retention)
        if not is_count(capacity):
            raise ConfigurationError(f"capacity= of MemoryStore must be a number from 1; got {capacity!r}.")
        self._clock = clock
        self._lock = threading.Lock()
        # Both in the order of their ends, the first to end first. Marks are kept by event, which is what is counted.
        self._claims: dict[str, tuple[str, float]] = {}
        self._marks: dict[str, dict[str, float]] = {}

    def __repr__(self) -> str:
        return f"MemoryStore(capacity={self._capacity}, lease={self._lease}, retention={self._retention})"

    def claim(self, key: str) -> str | Refusal:
        """Ask to handle a delivery; see `Store.claim`.

        Args:
            key: What names the delivery.

        Returns:
            A token, or why another's claim stands in the way.
        """
        with self._lock:
            now = self._clock()
            self._forget_ended(now)
            if self._is_marked(key, now):
                return Refusal.DONE
            if key in self._claims:
                return Refusal.IN_PROGRESS
            token = new_token()
            self._claims[key] = token, now + self._lease
            return token

    def done(self, key: str, token: str) -> bool:
        """Mark a delivery as handled; see `Store.done`.

        Args:
            key: What `claim` was asked for.
            token: What it gave.

        Returns:
            Whether it is marked by this call.
        """
        with self._lock:
            now = self._clock()
            if self._is_marked(key, now) or self._claims.get(key, (token,))[0] != token:
                return False
            self._claims.pop(key, None)
            event = event_of(key)
            self._marks[event] = self._marks.pop(event, {}) | {key: now + self._retention}
            if len(self._marks) > self._capacity:
                del self._marks[next(iter(self._marks))]
            return True

    def release(self, key: str, token: str) -> bool:
        """Give a delivery back; see `Store.release`.

        Args:
            key: What `claim` was asked for.
            token: What it gave.

        Returns:
            Whether the claim was still this one.
        """
        with self._lock:
            held = key in self._claims and self._claims[key][0] == token
            if held:
                del self._claims[key]
            return held

    def _is_marked(self, key: str, now: float) -> bool:
        return self._marks.get(event_of(key), {}).get(key, now) > now

    def _forget_ended(self, now: float) -> None:
        while self._claims and next(iter(self._claims.values()))[1] <= now:
            del self._claims[next(iter(self._claims))]
        while self._marks and max(next(iter(self._marks.values())).values()) <= now:
            del self._marks[next(iter(self._marks))]
