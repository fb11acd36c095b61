"""Lists that fetch their pages as they are read, and end when pages run out or repeat, whatever the service counts."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, Any, Final, Generic, Protocol, TypeVar

import msgspec
from attrs import define, field, frozen

from ._request import is_count
from .errors import ConfigurationError, FaultError

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator, Mapping, Sequence

    from ._client import AsyncClient, SyncClient
    from ._operation import Operation

DEFAULT_PAGE_SIZE: Final = 10
"""Items on a page when none are asked for, as the service has it."""

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


@frozen
class Page(Generic[T]):
    """One page of a list.

    Args:
        items: The items in the service's order.
        number: Number of the page, from 1.
        total: Number of items on all pages as the service counts them, or None when it gives none.
        envelope: The decoded answer that the page was made from.
    """

    items: list[T]
    number: int
    total: int | None
    envelope: Envelope[T] = field(repr=False)

    def __iter__(self) -> Iterator[T]:
        return iter(self.items)

    def __len__(self) -> int:
        return len(self.items)


@frozen
class _Plan(Generic[T]):
    """How to ask for any page of one list."""

    operation: Operation[Envelope[T]]
    query: Mapping[str, object] = field(repr=False)
    page: int | None
    page_param: str | None
    page_size: int | None
    page_size_param: str | None

    def __attrs_post_init__(self) -> None:
        for name, value, param in (
            ("page", self.page, self.page_param),
            ("page_size", self.page_size, self.page_size_param),
        ):
            if value is None:
                continue
            if param is None:
                raise ConfigurationError(f"{self.operation.name} has no pages; leave out {name}.")
            if not is_count(value):
                raise ConfigurationError(f"{self.operation.name}: {name} must be an integer from 1; got {value!r}.")

    def ask(self, number: int) -> dict[str, object]:
        query = dict(self.query)
        if self.page_param is not None:
            query[self.page_param] = number
        if self.page_size_param is not None:
            query[self.page_size_param] = self.page_size
        return query

    def read(self, envelope: Envelope[T], number: int) -> Page[T]:
        total = envelope.total_count
        return Page(list(envelope.result or ()), number, total if total is not None and total >= 0 else None, envelope)


@define
class _Walk(Generic[T]):
    """One way through a list: which page is next, and when to stop.

    Counts lie: a total may be that of the page, a service may give fewer items a page than it was asked for, and pages
    beyond the last may start again from the first. So only a page shorter than the others ends a list, and a page that
    was seen before; where a count leaves a doubt, one more page is asked for.
    """

    plan: _Plan[T]
    number: int = 1
    reached: int = 0
    full: int = 0
    seen: set[bytes] = field(factory=set[bytes])
    done: bool = False

    def accept(self, page: Page[T]) -> bool:
        """Take note of a fetched page; return whether it is new."""
        digest = sha256(msgspec.json.encode(page.items)).digest()
        if not page.items or digest in self.seen:
            self.done = True
            return False
        count = len(page.items)
        if not self.seen:
            # A first page that is short may be the last one, or all that the service gives at once: only a total that
            # counts from the first page on can tell.
            counted = page.number == 1 and page.total is not None
            self.full = (self.plan.page_size or DEFAULT_PAGE_SIZE) if counted else count
        self.seen.add(digest)
        self.reached += count
        more_promised = self._from_first and page.total is not None and page.total > self.reached
        self.done = self.plan.page_param is None or (count < self.full and not more_promised)
        self.number = page.number + 1
        return True

    @property
    def _from_first(self) -> bool:
        return (self.plan.page or 1) == 1


class Pager(Generic[T]):
    """The items of a list, fetched page by page while they are read. Each iteration starts again.

    Args:
        client: Sends the requests.
        operation: The list operation.
        query: Wire names and values that every page is asked with.
        page: Number of the page to start at, from 1; None for the first.
        page_param: Wire name of the page number; None when the list has one page only.
        page_size: Items a page; None for the service's default.
        page_size_param: Wire name of the page size; None when there is none.

    Raises:
        ConfigurationError: `page` or `page_size` is not an integer from 1.
    """

    def __init__(
        self,
        client: SyncClient,
        operation: Operation[Envelope[T]],
        *,
        query: Mapping[str, object],
        page: int | None,
        page_param: str | None,
        page_size: int | None,
        page_size_param: str | None,
    ) -> None:
        self._client = client
        self._plan: _Plan[T] = _Plan(operation, query, page, page_param, page_size, page_size_param)

    def __iter__(self) -> Iterator[T]:
        """Iterate over the items of all pages from the requested one on.

        Raises:
            FaultError: The service says a page failed; `error.page` is what came with it.
            APIError: A page could not be fetched.
        """
        for page in self.pages():
            yield from page.items

    def pages(self) -> Iterator[Page[T]]:
        """Iterate over the pages from the requested one on. An empty list has none.

        Raises:
            FaultError: The service says a page failed; `error.page` is what came with it.
            APIError: A page could not be fetched.
        """
        walk = _Walk(self._plan, self._plan.page or 1)
        while not walk.done:
            page = self._fetch(walk.number)
            if walk.accept(page):
                yield page

    def page(self) -> Page[T]:
        """Fetch the requested page alone, even if it is empty.

        Raises:
            FaultError: The service says the page failed; `error.page` is what came with it.
            APIError: The page could not be fetched.
        """
        return self._fetch(self._plan.page or 1)

    def _fetch(self, number: int) -> Page[T]:
        try:
            envelope = self._client.call(self._plan.operation, query=self._plan.ask(number))
        except FaultError as error:
            error.page = self._plan.read(error.envelope, number)
            raise
        return self._plan.read(envelope, number)

    def __repr__(self) -> str:
        return _shown(self, self._plan)


class AsyncPager(Generic[T]):
    """The items of a list, fetched page by page while they are read. Each iteration starts again.

    Args:
        client: Sends the requests.
        operation: The list operation.
        query: Wire names and values that every page is asked with.
        page: Number of the page to start at, from 1; None for the first.
        page_param: Wire name of the page number; None when the list has one page only.
        page_size: Items a page; None for the service's default.
        page_size_param: Wire name of the page size; None when there is none.

    Raises:
        ConfigurationError: `page` or `page_size` is not an integer from 1.
    """

    def __init__(
        self,
        client: AsyncClient,
        operation: Operation[Envelope[T]],
        *,
        query: Mapping[str, object],
        page: int | None,
        page_param: str | None,
        page_size: int | None,
        page_size_param: str | None,
    ) -> None:
        self._client = client
        self._plan: _Plan[T] = _Plan(operation, query, page, page_param, page_size, page_size_param)

    async def __aiter__(self) -> AsyncIterator[T]:
        """Iterate over the items of all pages from the requested one on.

        Raises:
            FaultError: The service says a page failed; `error.page` is what came with it.
            APIError: A page could not be fetched.
        """
        async for page in self.pages():
            for item in page.items:
                yield item

    async def pages(self) -> AsyncIterator[Page[T]]:
        """Iterate over the pages from the requested one on. An empty list has none.

        Raises:
            FaultError: The service says a page failed; `error.page` is what came with it.
            APIError: A page could not be fetched.
        """
        walk = _Walk(self._plan, self._plan.page or 1)
        while not walk.done:
            page = await self._fetch(walk.number)
            if walk.accept(page):
                yield page

    async def page(self) -> Page[T]:
        """Fetch the requested page alone, even if it is empty.

        Raises:
            FaultError: The service says the page failed; `error.page` is what came with it.
            APIError: The page could not be fetched.
        """
        return await self._fetch(self._plan.page or 1)

    async def _fetch(self, number: int) -> Page[T]:
        try:
            envelope = await self._client.call(self._plan.operation, query=self._plan.ask(number))
        except FaultError as error:
            error.page = self._plan.read(error.envelope, number)
            raise
        return self._plan.read(envelope, number)

    def __repr__(self) -> str:
        return _shown(self, self._plan)


def _shown(pager: object, plan: _Plan[Any]) -> str:
    return f"{type(pager).__name__}({plan.operation.name!r}, page={plan.page}, page_size={plan.page_size})"
