"""The time that the synchronous call of this thread has left, for every step that can wait."""

from __future__ import annotations

import math
from collections.abc import Callable
from contextvars import ContextVar
from typing import Final

_REMAINING: Final[ContextVar[Callable[[], float] | None]] = ContextVar("_REMAINING", default=None)


class ends_within:  # noqa: N801 - it is used as a function; a generator would take three times as long
    """Let every step on a guarded connection end in time, until the block ends.

    Args:
        remaining: Gives the seconds left, or None for no limit.
    """

    __slots__ = ("_remaining", "_token")

    def __init__(self, remaining: Callable[[], float] | None) -> None:
        self._remaining = remaining

    def __enter__(self) -> None:
        self._token = _REMAINING.set(self._remaining)

    def __exit__(self, *_: object) -> None:
        _REMAINING.reset(self._token)


def is_limited() -> bool:
    """Return whether the call of this thread has an end."""
    return _REMAINING.get() is not None


def bounded(timeout: float | None, error: type[Exception]) -> float | None:
    """Return the seconds that a step beginning now may take.

    Args:
        timeout: Seconds that the HTTP library allows, or None for no limit.
        error: What to raise when no time is left.

    Raises:
        Exception: `error`, when no time is left.
    """
    remaining = _REMAINING.get()
    if remaining is None:
        return timeout
    left = remaining()
    if left <= 0:
        raise error("no time is left")
    bound = left if timeout is None else min(timeout, left)
    return None if math.isinf(bound) else bound
