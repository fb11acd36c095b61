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
from typing import Final, Generic, TypeVar, cast

import msgspec
from msgspec.structs import replace

from .._json.codec import BOM
from ..errors import FaultError, PaginationError
from ..events import LOGGER
from ._progress import EndRule, Position, Seen
from ._request import Page, Plan

MAX_PAGES: Final = 10_000
"""Pages after which one iteration stops with an error: a service that makes up new ones has no end."""

T = TypeVar("T")


class Walk(Generic[T]):
    """The state of one iteration, which outlives an error: what comes next is asked for again, or comes after a fault.

    Args:
        plan: How pages are asked for.
    """

    __slots__ = ("_end", "_position", "_ready", "_seen", "_warned", "done", "news", "plan")

    def __init__(self, plan: Plan[T]) -> None:
        layout = plan.layout
        self.plan = plan
        self.done = False
        self.news: Sequence[T] = ()
        """What the last page had that none before it had."""
        self._position = Position(start=plan.start, size=plan.size, default_size=layout.default_size)
        self._end = EndRule(trust_total=layout.trust_total)
        self._seen = Seen()
        self._warned = False
        self._ready: deque[Page[T] | Exception] = deque()

    def missing(self) -> range:
        """Return the page that is needed now and those worth fetching along with it; none while one is ready.

        Before the first page nothing is known, so that a short list costs one request. After it only what a total
        promises is fetched ahead; without a total, as much as may be.
        """
        return range(0) if self._ready else self._position.needed(self.plan.ahead, self._end.total)

    def store(self, outcomes: Iterable[Page[T] | Exception]) -> None:
        """Store the outcomes of the missing pages.

        Args:
            outcomes: A page or an error for each, in their order.
        """
        self._ready.extend(outcomes)

    def next_page(self) -> Page[T] | None:
        """Return the page that is needed now, or None if it brings nothing new.

        Raises:
            FaultError: The service says that the page failed. The walk continues after it.
            Exception: The page failed otherwise. The walk stays before it.
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

    def first_page(self, outcome: Page[T] | Exception) -> Page[T]:
        """Return the page of a walk of one step, even if it is empty.

        Args:
            outcome: The page, or the error of its request.

        Raises:
            Exception: The outcome is an error.
        """
        self.store([outcome])
        page = self.next_page()
        return self._linked(cast("Page[T]", outcome)) if page is None else page

    def finish(self) -> None:
        """Warn, once, when the list has ended and the service counts more than was read."""
        known, total = self._position.known, self._end.total
        if self._warned or total is None or total <= known:
            return
        self._warned = True
        start = self.plan.start
        LOGGER.warning(
            "%s: the list has ended after %d items%s, and the service counts %d; items may have been added or removed "
            "while it was read, or the count is wrong",
            self.plan.operation.name,
            known,
            f" (those before page {start} included)" if start > 1 else "",
            total,
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
            self._turn(page, end=self._end.after_no_news(page.total, self._position.passed))
        return kept

    def _pass_over(self, page: Page[T]) -> Page[T]:
        """A faulted page says nothing of the end, but a service that does nothing but fail has none."""
        if (kept := self._kept(page)) is not None:
            return kept
        self._turn(page, end=self._end.after_fault())
        return self._linked(page)

    def _kept(self, page: Page[T]) -> Page[T] | None:
        """The page with its `next_number`, or None if it brings nothing new."""
        position, count = self._position, self._length(page)
        position.measure(page.number, count)
        news = self._seen.news(page.items) if count else None
        position.pass_by(count)
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
        position.count_new(count - len(page.items) + len(news))
        is_short = count < position.full
        self._turn(page, end=self._end.after_news(page.total, position.reached, is_short=is_short))
        return self._linked(page)

    def _turn(self, page: Page[T], *, end: bool) -> None:
        self.done = end or self.plan.page_param is None
        self._position.number = page.number + 1

    def _linked(self, page: Page[T]) -> Page[T]:
        return replace(page, next_number=None if self.done else self._position.number)

    def _length(self, page: Page[T]) -> int:
        """How many items the service sent, with the nulls that `page.items` lacks, if a page looks short."""
        count = len(page.items)
        if count >= self._position.likely_size or b"null" not in page.content:
            return count
        try:
            sent = msgspec.json.decode(page.content.removeprefix(BOM), type=dict[str, msgspec.Raw])
            items = sent.get(self.plan.layout.items_name, b"null")
            return len(msgspec.json.decode(items, type=list[msgspec.Raw] | None) or ())
        except (msgspec.MsgspecError, UnicodeDecodeError):
            # The body of an error is cut.
            return count
