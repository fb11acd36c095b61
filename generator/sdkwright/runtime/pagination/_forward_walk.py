"""One way through a list of which each page leads to the next, without I/O: what to ask for, and when to stop.

Services lie here too: a cursor leads back to where it came from, an answer says for ever that more follows, a total
is that of the page. Numbers of pages and items end as `_page_number` has it. A cursor or an address ends the list
where the answer has none; one that was followed before is an error, unless it stays the same while the items change.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import Any, Final, Generic, TypeVar, cast

import msgspec
from msgspec.structs import replace

from .._lazy import lazy_module
from ..errors import FaultError, PaginationError
from ..events import LOGGER
from ._forward_page import ForwardPage, Position
from ._forward_request import ForwardPlan, value_at
from ._progress import EndRule

# Only a package carries it whose lists have addresses of pages.
_addresses: Any = lazy_module(".pagination._addresses")

MAX_PAGES: Final = 10_000
"""Pages after which one iteration stops with an error: a service that makes up new ones has no end."""

_ENDLESS: Final = 10**18
"""What a total would say that more follows than anybody reads."""

T = TypeVar("T")


class ForwardWalk(Generic[T]):
    """The state of one iteration, which outlives an error: what comes next is asked for again, or comes after a fault.

    Args:
        plan: How pages are asked for.
    """

    __slots__ = (
        "_asked",
        "_begun",
        "_end",
        "_failure",
        "_fullest",
        "_ids",
        "_known",
        "_marks",
        "_passed",
        "_total",
        "_warned",
        "done",
        "news",
        "number",
        "plan",
        "position",
    )

    def __init__(self, plan: ForwardPlan[T]) -> None:
        self.plan = plan
        self.position = plan.position
        """Where the page begins that is needed now; None for where the arguments say."""
        self.number = 1
        self.done = False
        self.news: Sequence[T] = ()
        """What the last page had that none before it had."""
        self._begun = plan.start
        self._end = EndRule(trust_total=plan.scheme.trust_total)
        self._failure: PaginationError | None = None
        self._asked: set[Position | None] = set()
        self._marks: set[bytes] = set()
        self._ids: set[object] = set()
        self._fullest = 0
        self._passed = 0
        self._known = 0
        self._total: int | None = None
        self._warned = False

    def accept(
        self, outcome: ForwardPage[T] | Exception, *, address: str = "", headers: Mapping[str, str] | None = None
    ) -> ForwardPage[T] | None:
        """Take note of what came for the position that was needed.

        Args:
            outcome: A page without its `next_position`, or an error.
            address: The URL that was asked for, where pages have addresses.
            headers: Those of the answer.

        Returns:
            The page with its `next_position`, or None if it brings nothing new.

        Raises:
            PaginationError: There are too many pages.
            Exception: The page failed. The walk stays before it, but after a fault that says where the next begins.
        """
        if isinstance(outcome, FaultError) and outcome.page is not None:
            faulted: Any = self._pass_over(cast("Any", outcome.page), address, headers)
            outcome.page = faulted
        if isinstance(outcome, Exception):
            try:
                raise outcome
            finally:
                # The error's traceback holds this frame, which must not hold the error.
                del outcome
        if self.number > MAX_PAGES:
            self.done = True
            raise PaginationError(
                f"{self.plan.operation.name}: {MAX_PAGES:,} pages and no end; if the list is really that long, go on "
                "with resume() from the next_position of the last page, or ask for larger pages."
            )
        if outcome.is_faulted:
            return self._pass_over(outcome, address, headers)
        given = bool(outcome.items)
        page = self._linked(outcome, address, headers)
        return page if given and self.news else None

    def check(self) -> None:
        """Raise what keeps the walk from its next page, once the page before it was given.

        Raises:
            PaginationError: The service leads back, or to another origin.
        """
        if self._failure is not None:
            self.done = True
            raise self._failure

    def only(self, outcome: ForwardPage[T] | Exception, *, address: str, headers: Mapping[str, str]) -> ForwardPage[T]:
        """Return the page of a walk of one step with its `next_position`, even if it is empty.

        Args:
            outcome: The page, or the error of its request.
            address: The URL that was asked for, where pages have addresses.
            headers: Those of the answer.

        Raises:
            Exception: The outcome is an error.
        """
        page = self.accept(outcome, address=address, headers=headers)
        if self._failure is not None:
            LOGGER.warning("%s", self._failure)
        if page is None:
            following = None if self.done or self._failure is not None else self.position
            page = replace(cast("ForwardPage[T]", outcome), next_position=following)
        return page

    def finish(self) -> None:
        """Warn, once, when the list has ended and the service counts more than was read."""
        total = self._total
        if self._warned or total is None or total <= self._known or not self.plan.is_whole:
            return
        self._warned = True
        LOGGER.warning(
            "%s: the list has ended after %d items, and the service counts %d; items may have been added or removed "
            "while it was read, or the count is wrong",
            self.plan.operation.name,
            self._known,
            total,
        )

    def _pass_over(self, page: ForwardPage[T], address: str, headers: Mapping[str, str] | None) -> ForwardPage[T]:
        """A page that failed says nothing of the end, but a service that does nothing but fail has none."""
        following = None if self.plan.scheme.is_counted else self._told(page, address, headers)
        if page.items or (following is not None and following not in self._asked):
            return self._linked(page, address, headers)
        self.news = ()
        self.number += 1
        self.done = self._end.after_fault()
        if self.plan.scheme.is_counted and not self.done:
            self.position = self._counted_on(page)
        return page if self.done else replace(page, next_position=self.position)

    def _linked(self, page: ForwardPage[T], address: str, headers: Mapping[str, str] | None) -> ForwardPage[T]:
        """The page with its `next_position`; the walk goes on to there."""
        self._total = self._total if page.total is None else page.total
        is_new = self._note(page)
        following = (
            self._counted(page) if self.plan.scheme.is_counted else self._led(page, address, headers, is_new=is_new)
        )
        self._known += len(self.news)
        self.number += 1
        self.done = following is None and self._failure is None
        if following is None:
            return page
        self._asked.add(self._current)
        self.position = following
        return replace(page, next_position=following)

    @property
    def _current(self) -> Position | None:
        return self._begun if self.position is None else self.position

    def _note(self, page: ForwardPage[T]) -> bool:
        """Whether no page before had the same items; `news` are then those that are given."""
        items = page.items
        mark = sha256(msgspec.json.encode(items)).digest()
        is_new = mark not in self._marks
        self._marks.add(mark)
        if not self.plan.scheme.is_counted:
            # Where each page leads to the next, what comes twice is there twice.
            self.news = items
            return is_new
        ids = [cast("object", getattr(item, "id", None)) for item in items]
        own = [id for id in ids if isinstance(id, str | int) and id]
        known = self._ids if len({*own}) == len(own) else frozenset[object]()
        self.news = [item for item, id in zip(items, ids, strict=True) if id not in known] if is_new else ()
        self._ids.update(own)
        return bool(self.news)

    def _counted(self, page: ForwardPage[T]) -> Position | None:
        """The number of the next page or item; None at the end."""
        scheme, plan, count = self.plan.scheme, self.plan, len(page.items)
        full = max(plan.size, self._fullest)
        self._fullest = max(self._fullest, count)
        following = self._counted_on(page)
        if self._ends_here(page, following):
            return None
        self._passed += count
        begun = self._begun if isinstance(self._begun, int) else scheme.first
        reached = (begun - scheme.first) * (1 if scheme.style == "offset" else full) + self._passed
        more = self._says_more(page)
        if self.news:
            ends = self._end.after_news(page.total, reached, is_short=count < full) and not more
        else:
            ends = self._end.after_no_news(_ENDLESS if more else page.total, reached)
            # Nothing to skip leads nowhere.
            ends = ends or (scheme.style == "offset" and not count)
        return None if ends else following

    def _counted_on(self, page: ForwardPage[T]) -> int:
        current = self._current
        number = current if isinstance(current, int) else self.plan.scheme.first
        return number + (len(page.items) if self.plan.scheme.style == "offset" else 1)

    def _ends_here(self, page: ForwardPage[T], following: int = 0) -> bool:
        """Whether the answer says that no page follows."""
        scheme = self.plan.scheme
        if scheme.has_more and value_at(page.envelope, scheme.has_more) is False:
            return True
        pages: object = value_at(page.envelope, scheme.pages) if scheme.pages else None
        return isinstance(pages, int) and following - scheme.first >= pages

    def _led(
        self, page: ForwardPage[T], address: str, headers: Mapping[str, str] | None, *, is_new: bool
    ) -> Position | None:
        """The cursor or address of the next page; None at the end, or where a failure stands before it."""
        following = None if self._ends_here(page) else self._told(page, address, headers)
        if following is None:
            if self._failure is None and self.plan.scheme.last_item and not page.items and self._says_more(page):
                self._failure = PaginationError(
                    f"{self.plan.operation.name}: the service says that more follows, and its page has no item to go "
                    "on from; ask it again later, with resume()."
                )
            return None
        if following not in self._asked and following != self._current:
            return following
        if following == self._current and is_new and page.items:
            # A cursor of the whole list, which the service moves.
            return following
        if following == self._current and not is_new:
            # It does not move it, or knows nothing of cursors: this page is the one before.
            self.news = ()
            return None
        if page.items and is_new:
            self._failure = PaginationError(
                f"{self.plan.operation.name}: page {self.number} leads back to a page that was read before, so the "
                "list has no end; what follows it cannot be read."
            )
        return None

    def _says_more(self, page: ForwardPage[T]) -> bool:
        has_more = self.plan.scheme.has_more
        return bool(has_more) and value_at(page.envelope, has_more) is True

    def _told(self, page: ForwardPage[T], address: str, headers: Mapping[str, str] | None) -> Position | None:
        """What the answer says of the next page; a failure is kept until that is needed."""
        try:
            if not self.plan.scheme.has_addresses:
                return self.plan.cursor(page)
            found: str | None = _addresses.following(self.plan, page, address, headers or {})
        except PaginationError as error:
            self._failure = error
            return None
        return found
