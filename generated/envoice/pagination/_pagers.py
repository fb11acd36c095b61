"""The pagers: what fetches the pages of a list while it is read. The decisions are those of a `Walk`."""

from __future__ import annotations

import copy
from collections.abc import AsyncIterator, Callable, Iterator, Mapping, Sequence
from typing import Any, Final, Generic, Self, TypeVar

from .._api import NAME
from .._core.async_client import AsyncClient
from .._core.client import NO_QUERY
from .._core.sync_client import SyncClient
from .._http.operation import Operation
from ..errors import FaultError
from ..hooks.pagination import Envelope
from ..options import RequestOptions
from ..responses import RawResponse, parse_in_time
from ._page_number import Walk
from ._request import Page, Plan
from ._tables import AsyncTables, Tables

BUILDS_ON: Final = ("_api.NAME",)

T = TypeVar("T")


class _Pages(Generic[T]):
    """The pages of one iteration. A class, for a generator is dead after its first error."""

    __slots__ = ("_fetch", "walk")

    def __init__(self, plan: Plan[T], fetch: Callable[[Sequence[int]], list[Page[T] | Exception]]) -> None:
        self.walk = Walk(plan)
        self._fetch = fetch

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> Page[T]:
        walk = self.walk
        while not walk.done:
            if numbers := walk.missing():
                walk.store(self._fetch(numbers))
            if (page := walk.next_page()) is not None:
                return page
        walk.finish()
        raise StopIteration


class Items(Generic[T]):
    """The items of one iteration over pages of any kind, whose `walk` tells the new ones of the last page."""

    __slots__ = ("_items", "_pages")

    def __init__(self, pages: Any) -> None:
        self._pages = pages
        self._items: Iterator[T] = iter(())

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> T:
        while True:
            for item in self._items:
                return item
            next(self._pages)
            self._items = iter(self._pages.walk.news)


class _AsyncPages(Generic[T]):
    """The same, awaited. An asynchronous generator would have to be closed by whoever leaves it, under trio loudly."""

    __slots__ = ("_fetch", "walk")

    def __init__(self, plan: Plan[T], fetch: Callable[[Sequence[int]], Any]) -> None:
        self.walk = Walk(plan)
        self._fetch = fetch

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> Page[T]:
        walk = self.walk
        while not walk.done:
            if numbers := walk.missing():
                walk.store(await self._fetch(numbers))
            if (page := walk.next_page()) is not None:
                return page
        walk.finish()
        raise StopAsyncIteration


class AsyncItems(Generic[T]):
    """The same, awaited."""

    __slots__ = ("_items", "_pages")

    def __init__(self, pages: Any) -> None:
        self._pages = pages
        self._items: Iterator[T] = iter(())

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> T:
        while True:
            for item in self._items:
                return item
            await anext(self._pages)
            self._items = iter(self._pages.walk.news)


class _Base(Generic[T]):
    """What both kinds of pager share: how to ask, and how to change that."""

    def __init__(
        self,
        operation: Operation[Envelope[T]],
        parameters: Mapping[str, object],
        query: Mapping[str, object],
        page: int | None,
        page_param: str | None,
        page_size: int | None,
        page_size_param: str | None,
        options: RequestOptions | None,
    ) -> None:
        self._plan: Plan[T] = Plan(
            operation=operation,
            parameters=parameters,
            query=query,
            page=page,
            page_param=page_param,
            page_size=page_size,
            page_size_param=page_size_param,
            options=options,
        )

    def prefetch(self, pages: int = 2) -> Self:
        """Return a pager that fetches several pages at once: the one that is needed, and some of those that follow.

        The first page is fetched alone, and what the service's total does not promise is not fetched ahead; a list read
        to its end costs at most `pages` requests more. An error is raised when its page is reached. All requests of one
        step have ended when the step ends, in threads or tasks of its own; between steps nothing runs.

        Args:
            pages: How many pages are fetched along with the one that is needed, from 1. The service may limit how much
                may be asked at once.

        Raises:
            ConfigurationError: `pages` is not an integer from 1.
        """
        pager = copy.copy(self)
        pager._plan = self._plan.prefetching(pages)  # noqa: SLF001 - of the same class
        return pager

    def _item_place(self) -> tuple[Any, tuple[str, ...]]:
        return self._plan.operation.result, (self._plan.layout.items,)

    def __repr__(self) -> str:
        plan = self._plan
        ahead = f", prefetch={plan.ahead}" if plan.ahead else ""
        return f"{type(self).__name__}({plan.operation.name!r}, page={plan.page}, page_size={plan.page_size}{ahead})"


class Pager(_Base[T], Tables[T]):
    """The items of a list, fetched page by page while they are read. Each iteration starts again.

    Args:
        client: Sends the requests.
        operation: The list operation.
        query: Wire names and values that every page is asked with.
        page: Number of the page to start at, from 1; None for the first.
        page_param: Wire name of the page number; None when the list has one page only.
        page_size: Items a page; None for the service's default.
        page_size_param: Wire name of the page size; None when there is none.
        parameters: What `operation.parameters` stand for, by their names in Python.
        options: What is different for each of the calls.

    Raises:
        ConfigurationError: `page` or `page_size` is not an integer from 1.
    """

    def __init__(  # noqa: PLR0913 - keywords, each of its own meaning
        self,
        client: SyncClient,
        operation: Operation[Envelope[T]],
        *,
        query: Mapping[str, object],
        page: int | None,
        page_param: str | None,
        page_size: int | None,
        page_size_param: str | None,
        parameters: Mapping[str, object] = NO_QUERY,
        options: RequestOptions | None = None,
    ) -> None:
        super().__init__(operation, parameters, query, page, page_param, page_size, page_size_param, options)
        self._client = client

    def __iter__(self) -> Iterator[T]:
        """Iterate over the items of all pages from the requested one on, those with ids of their own once.

        Raises:
            FaultError: The service says a page failed; `error.page` is what came with it.
            APIError: A page could not be fetched; `error.page_number` tells which.
            PaginationError: There are 10,000 pages and still no end.
        """
        return Items(_Pages(self._plan, self._fetch_all))

    def pages(self) -> Iterator[Page[T]]:
        """Iterate over the pages from the requested one on. An empty list has none.

        Raises:
            FaultError: The service says a page failed; `error.page` is what came with it.
            APIError: A page could not be fetched; `error.page_number` tells which.
            PaginationError: There are 10,000 pages and still no end.
        """
        return _Pages(self._plan, self._fetch_all)

    def page(self) -> Page[T]:
        """Fetch the requested page alone, even if it is empty.

        Raises:
            FaultError: The service says the page failed; `error.page` is what came with it.
            APIError: The page could not be fetched.
        """
        return Walk(self._plan).first_page(self._fetch(self._plan.start))

    def total(self) -> int | None:
        """Ask for the requested page and return the number of items on all pages, as the service counts them.

        A service may count wrongly, and gives no total for some lists. Every page has it too: `Page.total`.

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
        return self._client.call_raw(
            plan.operation, parameters=plan.parameters, query=plan.ask(plan.start), options=plan.options
        )

    def _fetch(self, number: int) -> Page[T] | Exception:
        plan = self._plan
        try:
            raw = self._client.call_raw(
                plan.operation, parameters=plan.parameters, query=plan.ask(number), options=plan.options
            )
            return plan.read(parse_in_time(raw), number, raw.content)
        except Exception as error:  # noqa: BLE001 - raised by whoever reaches the page
            return plan.failed(error, number)

    def _fetch_all(self, numbers: Sequence[int]) -> list[Page[T] | Exception]:
        needed, *ahead = numbers
        if not ahead:
            return [self._fetch(needed)]
        from concurrent.futures import ThreadPoolExecutor  # only for pages that are fetched ahead
        from contextvars import copy_context

        with ThreadPoolExecutor(len(ahead), f"{NAME}-prefetch") as pool:
            # A report of deviations, or a trace, is found through the context.
            futures = [pool.submit(copy_context().run, self._fetch, number) for number in ahead]
            outcome = self._fetch(needed)
        return [outcome, *(future.result() for future in futures)]


class AsyncPager(_Base[T], AsyncTables[T]):
    """The items of a list, fetched page by page while they are read. Each iteration starts again.

    The arguments are those of `Pager`, but for a client that is asynchronous.

    Raises:
        ConfigurationError: `page` or `page_size` is not an integer from 1.
    """

    def __init__(  # noqa: PLR0913 - keywords, each of its own meaning
        self,
        client: AsyncClient,
        operation: Operation[Envelope[T]],
        *,
        query: Mapping[str, object],
        page: int | None,
        page_param: str | None,
        page_size: int | None,
        page_size_param: str | None,
        parameters: Mapping[str, object] = NO_QUERY,
        options: RequestOptions | None = None,
    ) -> None:
        super().__init__(operation, parameters, query, page, page_param, page_size, page_size_param, options)
        self._client = client

    def __aiter__(self) -> AsyncIterator[T]:
        """Iterate over the items of all pages from the requested one on, those with ids of their own once.

        Raises:
            FaultError: The service says a page failed; `error.page` is what came with it.
            APIError: A page could not be fetched; `error.page_number` tells which.
            PaginationError: There are 10,000 pages and still no end.
        """
        return AsyncItems(_AsyncPages(self._plan, self._fetch_all))

    def pages(self) -> AsyncIterator[Page[T]]:
        """Iterate over the pages from the requested one on. An empty list has none.

        Raises:
            FaultError: The service says a page failed; `error.page` is what came with it.
            APIError: A page could not be fetched; `error.page_number` tells which.
            PaginationError: There are 10,000 pages and still no end.
        """
        return _AsyncPages(self._plan, self._fetch_all)

    async def page(self) -> Page[T]:
        """Fetch the requested page alone, even if it is empty.

        Raises:
            FaultError: The service says the page failed; `error.page` is what came with it.
            APIError: The page could not be fetched.
        """
        return Walk(self._plan).first_page(await self._fetch(self._plan.start))

    async def total(self) -> int | None:
        """Ask for the requested page and return the number of items on all pages, as the service counts them.

        A service may count wrongly, and gives no total for some lists. Every page has it too: `Page.total`.

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
        return await self._client.call_raw(
            plan.operation, parameters=plan.parameters, query=plan.ask(plan.start), options=plan.options
        )

    async def _fetch(self, number: int) -> Page[T] | Exception:
        plan = self._plan
        try:
            raw = await self._client.call_raw(
                plan.operation, parameters=plan.parameters, query=plan.ask(number), options=plan.options
            )
            return plan.read(parse_in_time(raw), number, raw.content)
        except Exception as error:  # noqa: BLE001 - raised by whoever reaches the page
            return plan.failed(error, number)

    async def _fetch_all(self, numbers: Sequence[int]) -> list[Page[T] | Exception]:
        needed, *ahead = numbers
        if not ahead:
            return [await self._fetch(needed)]
        import anyio  # comes with httpx, and is needed only to fetch ahead

        outcomes: dict[int, Page[T] | Exception] = {}

        async def fetch(number: int) -> None:
            outcomes[number] = outcome = await self._fetch(number)
            if number == needed and isinstance(outcome, Exception) and not isinstance(outcome, FaultError):
                group.cancel_scope.cancel()

        # The group ends within this step: a cancel scope must not be open while the iteration is left.
        async with anyio.create_task_group() as group:
            for number in numbers:
                group.start_soon(fetch, number)
        return [outcomes[number] for number in numbers if number in outcomes]
