"""One way through a paged list, without I/O: what to ask for next, which pages are new, and when to stop.

Counts lie: a total may be that of the page, a service may give fewer items a page than it was asked for, and pages
beyond the last may start again from the first. And items move: what is added at the head of a list while it is read
pushes on what follows, so that a page in its midst may hold nothing but what was read before. So the end is a page that
brings nothing new where the total promises no more, a few of these in a row whatever it promises, or a page shorter
than its like with which the total is reached.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence
from hashlib import sha256
from typing import Final, Generic, TypeVar, cast

import msgspec
from msgspec.structs import replace

from .._checks import is_count
from .._json.codec import BOM
from ..errors import FaultError, PaginationError
from ..events import LOGGER
from ._request import DEFAULT_PAGE_SIZE, Page, Plan

MAX_PAGES: Final = 10_000
"""Pages after which one iteration stops with an error, for a service that makes up new ones has no end."""

_PATIENCE: Final = 3
"""Pages without news in a row after which a list has ended, for a total that promises more may be a lie."""

T = TypeVar("T")


class _Sent(msgspec.Struct, rename="pascal"):
    """An envelope with its items uncounted and unread."""

    result: list[msgspec.Raw] | None = None


class Walk(Generic[T]):
    """The state of one iteration, which outlives an error: what comes next is asked for again, or comes after a fault.

    Args:
        plan: How pages are asked for.
    """

    __slots__ = (
        "_barren",
        "_before",
        "_faults",
        "_full",
        "_given",
        "_ids",
        "_number",
        "_passed",
        "_ready",
        "_seen",
        "_told",
        "_total",
        "done",
        "news",
        "plan",
    )

    def __init__(self, plan: Plan[T]) -> None:
        self.plan = plan
        self.done = False
        self.news: Sequence[T] = ()
        """What the last page had that none before it had."""
        self._number = plan.start
        self._full = 0
        # Places in the list that lie before the first page; places on the pages since; new items in these.
        self._before = (plan.start - 1) * plan.size
        self._passed = 0
        self._given = 0
        self._total: int | None = None
        self._barren = 0
        self._faults = 0
        self._told = False
        self._seen: set[bytes] = set()
        self._ids: set[int] = set()
        self._ready: deque[Page[T] | Exception] = deque()

    def missing(self) -> range:
        """Return the page that is needed now and those worth fetching along with it; none while one is ready.

        Before the first page nothing is known, so that a short list costs one request. After it only what a total
        promises is fetched ahead; without a total, as much as may be.
        """
        if self._ready:
            return range(0)
        last = self._number + (self.plan.ahead if self._full else 0)
        if self._full and self._total is not None:
            last = min(last, -(-self._total // self._full))
        return range(self._number, max(last, self._number) + 1)

    def give(self, outcomes: Iterable[Page[T] | Exception]) -> None:
        """Store what came for the missing pages.

        Args:
            outcomes: A page or an error for each, in their order.
        """
        self._ready.extend(outcomes)

    def take(self) -> Page[T] | None:
        """Return the page that is needed now, or None if it brings nothing new.

        Raises:
            FaultError: The service says the page failed. The walk goes on after it.
            Exception: Whatever else the page failed with. The walk stays before it.
        """
        outcome = self._ready.popleft()
        if not isinstance(outcome, Exception):
            return self._pass_over(outcome) if outcome.is_faulted else self.accept(outcome)
        try:
            if isinstance(outcome, FaultError) and outcome.page is not None:
                outcome.page = self._pass_over(cast("Page[T]", outcome.page))
            else:
                self._ready.clear()
            raise outcome
        finally:
            # The error's traceback holds this frame, which must not hold the error.
            del outcome

    def only(self, outcome: Page[T] | Exception) -> Page[T]:
        """Return the page of a walk of one step, even if it is empty.

        Args:
            outcome: What came for it.

        Raises:
            Exception: What it failed with.
        """
        self.give([outcome])
        page = self.take()
        return self._linked(cast("Page[T]", outcome)) if page is None else page

    def finish(self) -> None:
        """Warn, once, when the list has ended and the service counts more than was read."""
        known = self._before + self._given
        if self._told or self._total is None or self._total <= known:
            return
        self._told = True
        start = self.plan.start
        LOGGER.warning(
            "%s: the list has ended after %d items%s, and the service counts %d; items may have been added or removed "
            "while it was read, or the count is wrong",
            self.plan.operation.name,
            known,
            f" (those before page {start} included)" if start > 1 else "",
            self._total,
        )

    def accept(self, page: Page[T]) -> Page[T] | None:
        """Take note of a fetched page.

        Args:
            page: What came for the number that was needed.

        Returns:
            The page with its `next_number`, or None if it brings nothing new.

        Raises:
            PaginationError: There are too many pages.
        """
        kept = self._kept(page)
        if kept is None:
            self._barren += 1
            self._count(page)
            promised = self._total is not None and self._total > self._before + self._passed
            self._turn(page, end=not promised or self._barren >= _PATIENCE)
        return kept

    def _pass_over(self, page: Page[T]) -> Page[T]:
        """A faulted page says nothing of the end, but a service that does nothing but fail has none."""
        if (kept := self._kept(page)) is not None:
            return kept
        self._faults += 1
        self._turn(page, end=self._faults > 1)
        return self._linked(page)

    def _kept(self, page: Page[T]) -> Page[T] | None:
        """The page with its `next_number`, or None if it brings nothing new."""
        count = self._measured(page)
        news = self._novel(page.items) if count else None
        self._passed += count
        if news is None:
            self.news = ()
            return None
        if page.number - self.plan.start >= MAX_PAGES:
            self.done = True
            raise PaginationError(
                f"{self.plan.operation.name}: {MAX_PAGES:,} pages and no end; if the list is really that long, go on "
                f"with page={page.number}, or ask for larger pages."
            )
        self.news = news
        # Nulls are no items, but the service counts them.
        self._given += count - len(page.items) + len(news)
        self._barren = self._faults = 0
        self._count(page)
        reached = (self.plan.start - 1) * self._full + self._passed
        self._turn(page, end=count < self._full and page.total == reached)
        return self._linked(page)

    def _measured(self, page: Page[T]) -> int:
        """How many items a page has, after a look at what that says of the size of pages."""
        count = _length(page, self._full or DEFAULT_PAGE_SIZE)
        if count and not self._full:
            # A first page that is short of its size may be all that the service gives at once; below its own default it
            # cannot be. What could not be read before it is reckoned in pages like this one.
            self._full = min(self.plan.size, max(count, DEFAULT_PAGE_SIZE))
            self._passed = (page.number - self.plan.start) * self._full
        elif count:
            # The first page was not the last, so it was as full as pages are, and so were those before it.
            self._before = (self.plan.start - 1) * self._full
        return count

    def _novel(self, items: list[T]) -> list[T] | None:
        """What a page has that none before it had, or None if that is nothing; and remember it.

        Items are recognised by their ids, for their other fields may change between two answers. Where they have none,
        or share one, a page is recognised by all that it holds, and none of its items is left out.
        """
        ids = [cast("object", getattr(item, "id", None)) for item in items]
        own = [id for id in ids if is_count(id)]
        told_apart = len(set(own)) == len(own)
        mark = sha256(msgspec.json.encode(ids if told_apart and len(own) == len(ids) else items)).digest()
        known = self._ids if told_apart else frozenset[int]()
        news = [item for item, id in zip(items, ids, strict=True) if not is_count(id) or id not in known]
        repeated = mark in self._seen or (bool(items) and not news)
        self._seen.add(mark)
        if told_apart:
            self._ids.update(cast("list[int]", own))
        return None if repeated else news

    def _count(self, page: Page[T]) -> None:
        if page.total is not None:
            self._total = page.total

    def _turn(self, page: Page[T], *, end: bool) -> None:
        self.done = end or self.plan.page_param is None
        self._number = page.number + 1

    def _linked(self, page: Page[T]) -> Page[T]:
        return replace(page, next_number=None if self.done else self._number)


def _length(page: Page[T], full: int) -> int:
    """How many items the service sent, with the nulls that `page.items` lacks, if a page looks short."""
    count = len(page.items)
    if count >= full or b"null" not in page.content:
        return count
    try:
        sent = msgspec.json.decode(page.content.removeprefix(BOM), type=_Sent).result
    except (msgspec.MsgspecError, UnicodeDecodeError):
        # The body of an error is cut.
        return count
    return len(sent or ())
