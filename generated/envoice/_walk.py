"""One way through a paged list, without I/O: what to ask for next, which pages are new, and when to stop.

Counts lie: a total may be that of the page, a service may give fewer items a page than it was asked for, and pages
beyond the last may start again from the first. So the end is a page that brings nothing new, or one shorter than its
like with which the total is reached. Where a count leaves a doubt, one more page is asked for.
"""

from __future__ import annotations

from collections import deque
from hashlib import sha256
from typing import TYPE_CHECKING, Final, Generic, Protocol, TypeVar, cast

import msgspec
from msgspec.structs import replace

from ._codec import BOM
from ._request import is_count
from ._tolerance import unknown_fields
from .errors import ConfigurationError, FaultError, PaginationError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from ._operation import Operation
    from .options import RequestOptions

DEFAULT_PAGE_SIZE: Final = 10
"""Items on a page when none are asked for, as the service has it."""

MAX_PAGES: Final = 10_000
"""Pages after which one iteration stops with an error, for a service that makes up new ones has no end."""

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


class Envelope(Protocol[T_co]):
    """What every paged answer looks like."""

    @property
    def total_count(self) -> int | None:
        """Number of items on all pages, as the service counts."""

    @property
    def result(self) -> Sequence[T_co] | None:
        """The items of this page."""


class Page(msgspec.Struct, Generic[T], frozen=True):
    """One page of a list.

    Args:
        items: The items in the service's order.
        number: Number of the page, from 1.
        total: Number of items on all pages as the service counts them, or None when it gives none.
        envelope: The decoded answer that the page was made from.
        next_number: Number of the page after this one, to go on from later; None when the list ends here.
        content: The answer as it came, unpacked; empty for a page that did not come from the service.
    """

    items: list[T]
    number: int
    total: int | None
    envelope: Envelope[T]
    next_number: int | None = None
    content: bytes = b""

    def unknown_fields(self) -> dict[str, object]:
        """Return what the answer holds and this package's models do not: JSON path to value."""
        return unknown_fields(self.content, type(self.envelope)) if self.content else {}

    def __repr__(self) -> str:
        return f"Page(items={self.items!r}, number={self.number}, total={self.total}, next_number={self.next_number})"

    def __iter__(self) -> Iterator[T]:
        return iter(self.items)

    def __len__(self) -> int:
        return len(self.items)


class _Sent(msgspec.Struct, rename="pascal"):
    """An envelope with its items uncounted and unread."""

    result: list[msgspec.Raw] | None = None


class Plan(msgspec.Struct, Generic[T], frozen=True, kw_only=True):
    """How to ask for any page of one list.

    Args:
        operation: The list operation.
        query: Wire names and values that every page is asked with.
        page: Number of the page to start at, from 1; None for the first.
        page_param: Wire name of the page number; None when the list has one page only.
        page_size: Items a page; None for the service's default.
        page_size_param: Wire name of the page size; None when there is none.
        options: What is different for each of the calls.
        ahead: How many pages are fetched along with the one that is needed.

    Raises:
        ConfigurationError: A number is no integer from 1, or the list has no pages to number.
    """

    operation: Operation[Envelope[T]]
    query: Mapping[str, object]
    page: int | None
    page_param: str | None
    page_size: int | None
    page_size_param: str | None
    options: RequestOptions | None
    ahead: int = 0

    def __post_init__(self) -> None:
        for name, value, param in (
            ("page", self.page, self.page_param),
            ("page_size", self.page_size, self.page_size_param),
        ):
            if value is None:
                continue
            if param is None:
                raise ConfigurationError(f"{self.operation.name} has no pages; leave out {name}.")
            self._check(name, value)

    @property
    def start(self) -> int:
        """Number of the page that reading starts at."""
        return self.page or 1

    def prefetching(self, pages: int) -> Plan[T]:
        """Return the same plan with pages fetched ahead.

        Args:
            pages: How many, from 1.
        """
        self._check("pages", pages)
        return replace(self, ahead=pages)

    def ask(self, number: int) -> dict[str, object]:
        """Return the query that asks for one page.

        Args:
            number: Number of the page.
        """
        query = dict(self.query)
        # The first page is what the service gives by itself, and what the vendor's guide asks for without a number.
        if self.page_param is not None and (number > 1 or self.page is not None):
            query[self.page_param] = number
        if self.page_size_param is not None:
            query[self.page_size_param] = self.page_size
        return query

    def read(self, envelope: Envelope[T], number: int, content: bytes) -> Page[T]:
        """Return the page that an answer holds.

        Args:
            envelope: The decoded answer.
            number: Number of the page.
            content: The answer as it came.
        """
        total = envelope.total_count
        known = total if total is not None and total >= 0 else None
        return Page(list(envelope.result or ()), number, known, envelope, content=content)

    def _check(self, name: str, value: object) -> None:
        if not is_count(value):
            raise ConfigurationError(f"{self.operation.name}: {name} must be an integer from 1; got {value!r}.")


class Walk(Generic[T]):
    """The state of one iteration, which outlives an error: what comes next is asked for again, or comes after a fault.

    Args:
        plan: How pages are asked for.
    """

    __slots__ = ("_barren", "_before", "_full", "_ids", "_number", "_ready", "_seen", "_total", "done", "plan")

    def __init__(self, plan: Plan[T]) -> None:
        self.plan = plan
        self.done = False
        self._number = plan.start
        self._before = 0
        self._full = 0
        self._total: int | None = None
        self._barren = 0
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
        last = self._number + (self.plan.ahead if self._seen else 0)
        if self._seen and self._total is not None:
            last = min(last, -(-self._total // self._full))
        return range(self._number, max(last, self._number) + 1)

    def give(self, outcomes: Iterable[Page[T] | Exception]) -> None:
        """Store what came for the missing pages.

        Args:
            outcomes: A page or an error for each, in their order.
        """
        self._ready.extend(outcomes)

    def take(self) -> Page[T] | None:
        """Return the page that is needed now, or None if it brings nothing new and the list has ended.

        Raises:
            FaultError: The service says the page failed. The walk goes on after it.
            Exception: Whatever else the page failed with. The walk stays before it.
        """
        outcome = self._ready.popleft()
        if not isinstance(outcome, Exception):
            return self.accept(outcome)
        try:
            if isinstance(outcome, FaultError) and outcome.page is not None:
                outcome.page = self._pass_over(outcome.page)
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
        return cast("Page[T]", outcome) if page is None else page

    def accept(self, page: Page[T]) -> Page[T] | None:
        """Take note of a fetched page.

        Args:
            page: What came for the number that was needed.

        Returns:
            The page with its `next_number`, or None if it brings nothing new.
        """
        first = not self._seen
        count = _length(page, self._full or DEFAULT_PAGE_SIZE)
        if not count or not self._is_new(page.items):
            self.done = True
            return None
        if len(self._seen) > MAX_PAGES:
            raise PaginationError(
                f"{self.plan.operation.name}: {MAX_PAGES:,} pages and no end; if the list is really that long, go on "
                f"with page={page.number}, or ask for larger pages."
            )
        if first:
            # A first page that is short of its size may be all that the service gives at once; below its own default it
            # cannot be. What lies before a later start is reckoned in pages like this one.
            self._full = min(self.plan.page_size or DEFAULT_PAGE_SIZE, max(count, DEFAULT_PAGE_SIZE))
            self._before = (page.number - 1) * self._full
        self._barren = 0
        self._before += count
        self._total = page.total
        self.done = self.plan.page_param is None or (count < self._full and page.total == self._before)
        self._number = page.number + 1
        return self._linked(page)

    def _is_new(self, items: list[T]) -> bool:
        """Whether a page brings anything, and remember what it brings.

        Items are recognised by their ids, for their other fields may change between two answers. Where they have none,
        a page is recognised by all that it holds.
        """
        ids = [cast("object", getattr(item, "id", None)) for item in items]
        told_apart = bool(ids) and all(is_count(id) for id in ids) and len(set(ids)) == len(ids)
        mark = sha256(msgspec.json.encode(ids if told_apart else items)).digest()
        known = mark in self._seen or (told_apart and self._ids.issuperset(cast("list[int]", ids)))
        self._seen.add(mark)
        if told_apart:
            self._ids.update(cast("list[int]", ids))
        return not known

    def _pass_over(self, page: Page[T]) -> Page[T]:
        """A faulted page says nothing of the end, but a service that does nothing but fail has none."""
        if (kept := self.accept(page)) is not None:
            return kept
        self._barren += 1
        self.done = self.plan.page_param is None or self._barren > 1
        self._number = page.number + 1
        return self._linked(page)

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
