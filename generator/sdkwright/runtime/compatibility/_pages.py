"""Pages that are iterated or awaited, by any of the schemes that a configuration declares."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Generator, Iterator, Mapping
from typing import Any, Generic, Self, TypeVar, cast

import msgspec

T = TypeVar("T")
P = TypeVar("P", bound="BaseAsyncPage[Any]")

_FIRST = 1


class Scheme:
    """How the next page is asked for.

    Args:
        kind: `cursor`, `cursor_id`, `cursor_url`, `offset` or `page_number`.
        items: Where the items stand, by names on the wire.
        request: From a purpose to the parameter.
        response: From a purpose to where the field stands.
    """

    def __init__(self, kind: str, items: str, request: Mapping[str, str], response: Mapping[str, str]) -> None:
        self.kind: str = kind
        self.items: str = items
        self.request: Mapping[str, str] = request
        self.response: Mapping[str, str] = response

    def next(self, answer: Any, query: Mapping[str, Any]) -> dict[str, Any] | None:
        """Return what is different in the query of the next page; None behind the last one.

        Args:
            answer: The page.
            query: What was asked for.
        """
        items = found(answer, self.items) or []
        more = found(answer, self.response.get("has_next_page_field", ""))
        if not items or more is False:
            return None
        for cursor in ("next_cursor_param", "next_cursor_id_param"):
            if cursor in self.request:
                value = found(answer, self.response.get("next_cursor_field", ""))
                return {self.request[cursor]: value} if value else None
        if "offset_count_param" in self.request:
            name = self.request["offset_count_param"]
            start = (query.get(name) or 0) + len(items)
            total = found(answer, self.response.get("offset_total_count_field", ""))
            return None if isinstance(total, int) and start >= total else {name: start}
        if "page_number_param" in self.request:
            name = self.request["page_number_param"]
            page = found(answer, self.response.get("current_page_number_field", "")) or query.get(name) or _FIRST
            total = found(answer, self.response.get("total_page_count_field", ""))
            return None if isinstance(total, int) and page >= total else {name: page + 1}
        return None


def found(answer: Any, path: str) -> Any:
    """Return what stands in an answer; None where nothing does.

    Args:
        answer: A model, or a mapping.
        path: Names on the wire with dots between.
    """
    for name in path.split(".") if path else ():
        if isinstance(answer, msgspec.Struct):
            field = next((one for one in msgspec.structs.fields(answer) if one.encode_name == name), None)
            answer = None if field is None else getattr(answer, field.name)
        else:
            answer = answer.get(name) if isinstance(answer, Mapping) else None
    return answer if path and answer is not msgspec.UNSET else None


class _Page(Generic[T]):
    """What both kinds of page share.

    Args:
        answer: What came.
        scheme: How the next one is asked for.
        query: What was asked for.
        fetch: Fetches the page of a query.
    """

    def __init__(self, answer: Any, scheme: Scheme, query: Mapping[str, Any], fetch: Callable[[Any], Any]) -> None:
        self._answer = answer
        self._scheme = scheme
        self._query = query
        self._fetch = fetch

    def _items(self) -> list[T]:
        return list(found(self._answer, self._scheme.items) or ())

    def _next(self) -> dict[str, Any] | None:
        changes = self._scheme.next(self._answer, self._query)
        if changes is None or all(self._query.get(name) == value for name, value in changes.items()):
            # A service that gives the same cursor again has no end.
            return None
        return {**self._query, **changes}

    def has_next_page(self) -> bool:
        """Return whether there is another page."""
        return self._next() is not None

    def __getattr__(self, name: str) -> Any:
        # What the scheme calls its fields.
        if name.startswith("_"):
            raise AttributeError(name)
        return getattr(self._answer, name)


class BaseSyncPage(_Page[T]):
    """A page whose iteration goes on with the pages behind it."""

    def __iter__(self) -> Iterator[T]:
        for page in self.iter_pages():
            yield from page._items()  # noqa: SLF001 - of the same class

    def iter_pages(self) -> Iterator[Self]:
        """Give this page and those behind it."""
        page = self
        while True:
            yield page
            if not page.has_next_page():
                return
            page = page.get_next_page()

    def get_next_page(self) -> Self:
        """Return the next page.

        Raises:
            RuntimeError: There is none; ask `has_next_page` first.
        """
        query = self._next()
        if query is None:
            raise RuntimeError("No next page expected; please check `.has_next_page()` before `.get_next_page()`.")
        return cast("Self", self._fetch(query))


class BaseAsyncPage(_Page[T]):
    """The same, awaited."""

    async def __aiter__(self) -> AsyncIterator[T]:
        async for page in self.iter_pages():
            for item in page._items():  # noqa: SLF001 - of the same class
                yield item

    async def iter_pages(self) -> AsyncIterator[Self]:
        """Give this page and those behind it."""
        page = self
        while True:
            yield page
            if not page.has_next_page():
                return
            page = await page.get_next_page()

    async def get_next_page(self) -> Self:
        """Return the next page.

        Raises:
            RuntimeError: There is none; ask `has_next_page` first.
        """
        query = self._next()
        if query is None:
            raise RuntimeError("No next page expected; please check `.has_next_page()` before `.get_next_page()`.")
        return cast("Self", await self._fetch(query))


class AsyncPaginator(Generic[T, P]):
    """A list that is awaited for its first page, or iterated.

    Args:
        first: Fetches the first page.
    """

    def __init__(self, first: Callable[[], Awaitable[P]]) -> None:
        self._first = first

    def __await__(self) -> Generator[Any, None, P]:
        return self._first().__await__()

    async def __aiter__(self) -> AsyncIterator[T]:
        async for item in await self._first():
            yield item
