"""Bounds the reading of an answer by the deadline of its call."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from threading import local
from typing import Any, Final, TypeVar

_BATCH: Final = 256
"""Items that are read between two looks at the clock."""
_T = TypeVar("_T")


class LateError(Exception):
    """The deadline has passed; internal, and always turned into an `APIDeadlineError`."""


class TimeLimit:
    """When the call that brought an answer has to end.

    Args:
        deadline: Seconds that were allowed for the whole call, for errors.
        remaining: Gives the seconds left.
    """

    __slots__ = ("_remaining", "deadline")

    def __init__(self, deadline: float, remaining: Callable[[], float]) -> None:
        self.deadline: float = deadline
        self._remaining = remaining

    def elapsed(self) -> float:
        """Return the seconds since the call began."""
        return self.deadline - self._remaining()

    def check(self) -> None:
        """Raise LateError when nothing is left."""
        if self._remaining() <= 0:
            raise LateError

    def during(self, read: Callable[[], _T]) -> _T:
        """Return the result of `read`, within which msgspec calls what looks at the clock.

        Args:
            read: Reads an answer in this thread.
        """
        before, current.limit = current.limit, self
        ACTIVE.append(None)
        try:
            return read()
        finally:
            current.limit = before
            ACTIVE.pop()


ACTIVE: Final[list[None]] = []
"""One for each limit that a thread is reading within: to ask the thread for its own costs more."""


class _Current(local):
    limit: TimeLimit | None = None


current: Final = _Current()
"""The limit of what this thread reads, for what msgspec calls while it reads."""


def batches(items: Sequence[Any], limit: TimeLimit | None) -> Iterator[Sequence[Any]]:
    """Yield items in batches, with a look at the clock before each.

    Args:
        items: A list.
        limit: Until when; None for no limit.

    Raises:
        LateError: The deadline has passed.
    """
    if limit is None:
        yield items
        return
    for start in range(0, len(items), _BATCH):
        limit.check()
        yield items[start : start + _BATCH]
