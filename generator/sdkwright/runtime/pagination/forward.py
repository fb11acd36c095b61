"""Lists of which each page says where the next begins: by a cursor, an offset, a number or an address.

They are read forward, page by page, and end where the service says so. A cursor that leads back is an error; an address
is followed only within the origin that the client asks, without the credentials that it may quote. Pages are given as
the service sent them, without those that hold nothing. When the service counts more than a list gave to its end, the
logger `events.LOGGER` has a warning.

Nothing runs and nothing is held between two steps of an iteration, so one may be left at any point without closing it.
An iterator outlives an error: the next step asks for the same page again, or goes on after the page that had a fault.
"""

from __future__ import annotations

import copy
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from typing import Any, Final, Generic, Self, TypeAlias, TypeVar

from msgspec import UNSET

from .._core.async_client import AsyncClient
from .._core.client import NO_QUERY
from .._core.sync_client import SyncClient
from .._http.operation import Operation
from .._lazy import lazy_module
from ..hooks.pagination import Envelope
from ..options import RequestOptions
from ..responses import RawResponse, parse_in_time
from ._forward_page import ForwardPage, Position, Scheme
from ._forward_request import ForwardPlan
from ._forward_walk import ForwardWalk
from ._pagers import AsyncItems, Items
from ._tables import AsyncTables, Tables

# Only a package carries it whose lists have addresses of pages.
_addresses: Any = lazy_module(".pagination._addresses")

__all__ = ["AsyncForwardPager", "ForwardPage", "ForwardPager", "Position", "Scheme"]

T = TypeVar("T")

_NO_HEADERS: Final[Mapping[str, str]] = {}
_Fetched: TypeAlias = tuple["ForwardPage[T] | Exception", str, Mapping[str, str]]
"""A page or why there is none, the address that it came from, and the headers of its answer."""


class _Pages(Generic[T]):
    """The pages of one iteration. A class, for a generator is dead after its first error."""

    __slots__ = ("_fetch", "walk")

    def __init__(self, plan: ForwardPlan[T], fetch: Callable[[Position | None, int], _Fetched[T]]) -> None:
        self.walk = ForwardWalk(plan)
        self._fetch = fetch

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> ForwardPage[T]:
        walk = self.walk
        while not walk.done:
            walk.check()
            outcome, address, headers = self._fetch(walk.position, walk.number)
            if (page := walk.accept(outcome, address=address, headers=headers)) is not None:
                return page
        walk.finish()
        raise StopIteration


class _AsyncPages(Generic[T]):
    """The same, awaited. An asynchronous generator would have to be closed by whoever leaves it, under trio loudly."""

    __slots__ = ("_fetch", "walk")

    def __init__(self, plan: ForwardPlan[T], fetch: Callable[[Position | None, int], Any]) -> None:
        self.walk = ForwardWalk(plan)
        self._fetch = fetch

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> ForwardPage[T]:
        walk = self.walk
        while not walk.done:
            walk.check()
            outcome, address, headers = await self._fetch(walk.position, walk.number)
            if (page := walk.accept(outcome, address=address, headers=headers)) is not None:
                return page
        walk.finish()
        raise StopAsyncIteration


class _Base(Generic[T]):
    """What both kinds of pager share: how to ask, and from where on."""

    def __init__(self, plan: ForwardPlan[T]) -> None:
        self._plan = plan

    def resume(self, position: Position) -> Self:
        """Return a pager of the same list that begins at another page.

        Args:
            position: The `next_position` of the page before it, from this list and these arguments.

        Raises:
            ConfigurationError: It is no position of this list.
        """
        pager = copy.copy(self)
        pager._plan = self._plan.resumed(position)  # noqa: SLF001 - of the same class
        return pager

    def _item_place(self) -> tuple[Any, tuple[str, ...]]:
        return self._plan.operation.result, self._plan.scheme.items

    def __repr__(self) -> str:
        plan = self._plan
        resumed = ", resumed" if plan.position is not None else ""
        return f"{type(self).__name__}({plan.operation.name!r}, {plan.scheme.style!r}{resumed})"


class ForwardPager(_Base[T], Tables[T]):
    """The items of a list, fetched page by page while they are read. Each iteration starts again.

    Args:
        client: Sends the requests.
        operation: The list operation.
        scheme: How its pages are turned.
        query: Wire names and plain values of the query, of the first page.
        parameters: What `operation.parameters` stand for, by their names in Python.
        body: The model or mapping that is sent; UNSET for no body.
        options: What is different for each of the calls.

    Raises:
        EncodeError: An argument is of another type than the operation declares.
    """

    def __init__(
        self,
        client: SyncClient,
        operation: Operation[Envelope[T]],
        scheme: Scheme,
        *,
        query: Mapping[str, object] = NO_QUERY,
        parameters: Mapping[str, object] = NO_QUERY,
        body: object = UNSET,
        options: RequestOptions | None = None,
    ) -> None:
        super().__init__(
            ForwardPlan(
                operation=operation, scheme=scheme, query=query, parameters=parameters, body=body, options=options
            )
        )
        self._client = client

    def __iter__(self) -> Iterator[T]:
        """Iterate over the items of all pages from the requested one on.

        Raises:
            FaultError: The service says a page failed; `error.page` is what came with it.
            APIError: A page could not be fetched; `error.page_number` tells which, counted from where reading began.
            PaginationError: The pages lead back or to another origin, or there are 10,000 and still no end.
        """
        return Items(_Pages(self._plan, self._fetch))

    def pages(self) -> Iterator[ForwardPage[T]]:
        """Iterate over the pages from the requested one on, without those that are empty.

        Raises:
            FaultError: The service says a page failed; `error.page` is what came with it.
            APIError: A page could not be fetched; `error.page_number` tells which, counted from where reading began.
            PaginationError: The pages lead back or to another origin, or there are 10,000 and still no end.
        """
        return _Pages(self._plan, self._fetch)

    def page(self) -> ForwardPage[T]:
        """Fetch the requested page alone, even if it is empty.

        Raises:
            FaultError: The service says the page failed; `error.page` is what came with it.
            APIError: The page could not be fetched.
        """
        outcome, address, headers = self._fetch(self._plan.position, 1)
        return ForwardWalk(self._plan).only(outcome, address=address, headers=headers)

    def total(self) -> int | None:
        """Ask for the requested page and return the number of items on all pages, as the service counts them.

        A service may count wrongly, and gives no total for some lists. Every page has it too: `ForwardPage.total`.

        Raises:
            FaultError: The service says the page failed; `error.page` is what came with it.
            APIError: The page could not be fetched.
        """
        return self.page().total

    def raw(self) -> RawResponse[Envelope[T]]:
        """Fetch the requested page as it comes.

        Raises:
            APIError: The page could not be fetched.
        """
        plan = self._plan
        return self._call() if plan.position is None else self._get(plan.position)[0]

    def _call(self, position: Position | None = None) -> RawResponse[Envelope[T]]:
        plan = self._plan
        parameters, query, body = plan.asked(position)
        return self._client.call_raw(
            plan.operation, parameters=parameters, query=query, body=body, options=plan.options
        )

    def _get(self, position: Position | None) -> tuple[RawResponse[Envelope[T]], str]:
        """An answer and the address that it came from, where pages have addresses."""
        if not self._plan.scheme.has_addresses:
            return self._call(position), ""
        state = _addresses.request(self._client, self._plan, position)
        raw: RawResponse[Envelope[T]] = _addresses.send(self._client, state)
        return raw, _addresses.url_of(state)

    def _fetch(self, position: Position | None, number: int) -> _Fetched[T]:
        plan = self._plan
        try:
            raw, address = self._get(position)
            return plan.page(parse_in_time(raw), number, raw.content), address, raw.headers
        except Exception as error:  # noqa: BLE001 - raised by whoever reaches the page
            return plan.failed(error, number), "", _NO_HEADERS


class AsyncForwardPager(_Base[T], AsyncTables[T]):
    """The items of a list, fetched page by page while they are read. Each iteration starts again.

    The arguments are those of `ForwardPager`, but for a client that is asynchronous.

    Raises:
        EncodeError: An argument is of another type than the operation declares.
    """

    def __init__(
        self,
        client: AsyncClient,
        operation: Operation[Envelope[T]],
        scheme: Scheme,
        *,
        query: Mapping[str, object] = NO_QUERY,
        parameters: Mapping[str, object] = NO_QUERY,
        body: object = UNSET,
        options: RequestOptions | None = None,
    ) -> None:
        super().__init__(
            ForwardPlan(
                operation=operation, scheme=scheme, query=query, parameters=parameters, body=body, options=options
            )
        )
        self._client = client

    def __aiter__(self) -> AsyncIterator[T]:
        """Iterate over the items of all pages from the requested one on.

        Raises:
            FaultError: The service says a page failed; `error.page` is what came with it.
            APIError: A page could not be fetched; `error.page_number` tells which, counted from where reading began.
            PaginationError: The pages lead back or to another origin, or there are 10,000 and still no end.
        """
        return AsyncItems(_AsyncPages(self._plan, self._fetch))

    def pages(self) -> AsyncIterator[ForwardPage[T]]:
        """Iterate over the pages from the requested one on, without those that are empty.

        Raises:
            FaultError: The service says a page failed; `error.page` is what came with it.
            APIError: A page could not be fetched; `error.page_number` tells which, counted from where reading began.
            PaginationError: The pages lead back or to another origin, or there are 10,000 and still no end.
        """
        return _AsyncPages(self._plan, self._fetch)

    async def page(self) -> ForwardPage[T]:
        """Fetch the requested page alone, even if it is empty.

        Raises:
            FaultError: The service says the page failed; `error.page` is what came with it.
            APIError: The page could not be fetched.
        """
        outcome, address, headers = await self._fetch(self._plan.position, 1)
        return ForwardWalk(self._plan).only(outcome, address=address, headers=headers)

    async def total(self) -> int | None:
        """Ask for the requested page and return the number of items on all pages, as the service counts them.

        A service may count wrongly, and gives no total for some lists. Every page has it too: `ForwardPage.total`.

        Raises:
            FaultError: The service says the page failed; `error.page` is what came with it.
            APIError: The page could not be fetched.
        """
        return (await self.page()).total

    async def raw(self) -> RawResponse[Envelope[T]]:
        """Fetch the requested page as it comes.

        Raises:
            APIError: The page could not be fetched.
        """
        plan = self._plan
        return await self._call() if plan.position is None else (await self._get(plan.position))[0]

    async def _call(self, position: Position | None = None) -> RawResponse[Envelope[T]]:
        plan = self._plan
        parameters, query, body = plan.asked(position)
        return await self._client.call_raw(
            plan.operation, parameters=parameters, query=query, body=body, options=plan.options
        )

    async def _get(self, position: Position | None) -> tuple[RawResponse[Envelope[T]], str]:
        """An answer and the address that it came from, where pages have addresses."""
        if not self._plan.scheme.has_addresses:
            return await self._call(position), ""
        state = _addresses.request(self._client, self._plan, position)
        raw: RawResponse[Envelope[T]] = await _addresses.asend(self._client, state)
        return raw, _addresses.url_of(state)

    async def _fetch(self, position: Position | None, number: int) -> _Fetched[T]:
        plan = self._plan
        try:
            raw, address = await self._get(position)
            return plan.page(parse_in_time(raw), number, raw.content), address, raw.headers
        except Exception as error:  # noqa: BLE001 - raised by whoever reaches the page
            return plan.failed(error, number), "", _NO_HEADERS
