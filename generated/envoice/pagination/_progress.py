"""How far an iteration over a list has come, what it has seen, and whether it has come to the end."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from typing import Final, TypeVar, cast

import msgspec

from .._checks import is_count

T = TypeVar("T")

_PATIENCE: Final = 3
"""A list has ended after this many pages in a row without new items, even if its total promises more."""


class Position:
    """Where an iteration is in its list.

    Args:
        start: Number of the first page that is read, from 1.
        size: Items that a page is asked to have.
        default_size: Items on a page when none are asked for.

    Attributes:
        number: Number of the page that is needed next.
        full: Items on a page that is not the last, as far as that is known; 0 before the first page with items.
    """

    __slots__ = ("_before", "_default_size", "_new", "_passed", "_size", "_start", "full", "number")

    def __init__(self, *, start: int, size: int, default_size: int) -> None:
        self.number = start
        self.full = 0
        self._start = start
        self._size = size
        self._default_size = default_size
        # Places in the list that lie before the first page; places on the pages since; new items in these.
        self._before = (start - 1) * size
        self._passed = 0
        self._new = 0

    @property
    def likely_size(self) -> int:
        """Items that a page has which does not look short."""
        return self.full or self._default_size

    @property
    def known(self) -> int:
        """Number of new items so far, with those before the first page."""
        return self._before + self._new

    @property
    def passed(self) -> int:
        """Places in the list that lie behind, as far as that is known."""
        return self._before + self._passed

    @property
    def reached(self) -> int:
        """Places in the list that lie behind, if the pages before the first were as full as those since."""
        return (self._start - 1) * self.full + self._passed

    def needed(self, ahead: int, total: int | None) -> range:
        """Return the numbers of the page that is needed and of those worth fetching along with it.

        Args:
            ahead: How many pages may be fetched ahead.
            total: Items on all pages as the service counts them, or None.
        """
        last = self.number + (ahead if self.full else 0)
        if self.full and total is not None:
            last = min(last, -(-total // self.full))
        return range(self.number, max(last, self.number) + 1)

    def measure(self, number: int, count: int) -> None:
        """Learn how full pages are.

        Args:
            number: Number of a page.
            count: Items on it.
        """
        if count and not self.full:
            # A first page that is short of its size may be all that the service gives at once; below its own default it
            # cannot be. What could not be read before it is reckoned in pages like this one.
            self.full = min(self._size, max(count, self._default_size))
            self._passed = (number - self._start) * self.full
        elif count:
            # The first page was not the last, so it was as full as pages are, and so were those before it.
            self._before = (self._start - 1) * self.full

    def pass_by(self, count: int) -> None:
        """Go on by so many places.

        Args:
            count: Items on a page, new or not.
        """
        self._passed += count

    def count_new(self, count: int) -> None:
        """Count the new items of a page.

        Args:
            count: Number of new items.
        """
        self._new += count


class EndRule:
    """Decides after each page whether the list has ended.

    Args:
        trust_total: Whether a list ends where its total is reached, however full the page is.

    Attributes:
        total: Items on all pages as the service counted them last, or None if it never did.
    """

    __slots__ = ("_faults", "_trust_total", "_without_news", "total")

    def __init__(self, *, trust_total: bool) -> None:
        self.total: int | None = None
        self._trust_total = trust_total
        self._without_news = 0
        self._faults = 0

    def after_news(self, total: int | None, reached: int, *, is_short: bool) -> bool:
        """Return whether a page with new items is the last.

        Args:
            total: Items on all pages as this page counts them, or None.
            reached: Places in the list up to the end of the page.
            is_short: Whether the page has fewer items than its like.
        """
        self._without_news = self._faults = 0
        self._count(total)
        if total is None:
            return False
        return total <= reached if self._trust_total else is_short and total == reached

    def after_no_news(self, total: int | None, passed: int) -> bool:
        """Return whether the list has ended with a page that brought nothing new.

        Args:
            total: Items on all pages as this page counts them, or None.
            passed: Places in the list that lie behind.
        """
        self._without_news += 1
        self._count(total)
        return self.total is None or self.total <= passed or self._without_news >= _PATIENCE

    def after_fault(self) -> bool:
        """Return whether the list has ended with a page that failed and brought nothing new."""
        self._faults += 1
        return self._faults > 1

    def _count(self, total: int | None) -> None:
        if total is not None:
            self.total = total


class Seen:
    """What the pages of an iteration had.

    Items are recognised by their ids, for their other fields may change between two answers. Where they have none, or
    share one, a page is recognised by all that it holds, and none of its items is left out.
    """

    __slots__ = ("_ids", "_pages")

    def __init__(self) -> None:
        self._pages: set[bytes] = set()
        self._ids: set[int] = set()

    def news(self, items: Sequence[T]) -> list[T] | None:
        """Return what a page has that none before it had, or None if that is nothing; and remember it.

        Args:
            items: The items of the page.
        """
        ids = [cast("object", getattr(item, "id", None)) for item in items]
        own = [id for id in ids if is_count(id)]
        are_distinct = len(set(own)) == len(own)
        mark = sha256(msgspec.json.encode(ids if are_distinct and len(own) == len(ids) else items)).digest()
        known = self._ids if are_distinct else frozenset[int]()
        news = [item for item, id in zip(items, ids, strict=True) if not is_count(id) or id not in known]
        repeated = mark in self._pages or (bool(items) and not news)
        self._pages.add(mark)
        if are_distinct:
            self._ids.update(cast("list[int]", own))
        return None if repeated else news
