"""Pages that are iterated or awaited, by any of the schemes that a configuration declares."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Generator, Iterator, Mapping
from typing import Any, Generic, Self, TypeAlias, TypeVar, cast

import httpx
import msgspec

from ._values import is_mapping

T = TypeVar("T")
P = TypeVar("P", bound="BaseAsyncPage[Any]")

Asked: TypeAlias = Mapping[str, Any] | str
"""What a page is asked for by: the values that turn pages among the others, or its address."""

_FIRST = 1
_NONE = "No next page expected; please check `.has_next_page()` before calling `.get_next_page()`."


class Scheme:
    """How the next page is asked for.

    Args:
        kind: `cursor`, `cursor_id`, `cursor_url`, `offset`, `page_number`, or another word for what has one page.
        items: Where the items stand, by names on the wire.
        request: From a purpose to the parameter.
        response: From a purpose to where the field stands.
        ends_empty: Whether a page without items is the last one.
    """

    def __init__(
        self,
        kind: str,
        items: str,
        request: Mapping[str, str],
        response: Mapping[str, str],
        *,
        ends_empty: bool = True,
    ) -> None:
        self.kind: str = kind
        self.items: str = items
        self.request: Mapping[str, str] = request
        self.response: Mapping[str, str] = response
        self.ends_empty: bool = ends_empty

    def listed(self, answer: Any) -> list[Any]:
        """Return the items of a page.

        Args:
            answer: The page.
        """
        return list(found(answer, self.items) or ())

    def next(self, answer: Any, asked: Mapping[str, Any]) -> Asked | None:
        """Return what is different for the next page, or its address; None behind the last one.

        Args:
            answer: The page.
            asked: What it was asked for by.
        """
        items = self.listed(answer)
        if (not items and self.ends_empty) or self._field(answer, "has_next_page_field") is False:
            return None
        if "cursor_url_field" in self.response:
            address: Any = self._field(answer, "cursor_url_field")
            return str(address) if address else None
        if "next_cursor_id_param" in self.request:
            path = self.response.get("cursor_item_id", "id").removeprefix(f"{self.items}.")
            return _turned(self.request["next_cursor_id_param"], found(items[-1], path) if items else None)
        if "next_cursor_param" in self.request:
            return _turned(self.request["next_cursor_param"], self._field(answer, "next_cursor_field"))
        if "offset_count_param" in self.request:
            return self._by_offset(answer, asked, len(items))
        return self._by_number(answer, asked) if "page_number_param" in self.request else None

    def _by_offset(self, answer: Any, asked: Mapping[str, Any], count: int) -> Asked | None:
        name = self.request["offset_count_param"]
        begun: Any = self._field(answer, "offset_count_start_field")
        start = int((asked.get(name) if begun is None else begun) or 0) + count
        total: Any = self._field(answer, "offset_total_count_field")
        return None if isinstance(total, int) and start >= total else {name: start}

    def _by_number(self, answer: Any, asked: Mapping[str, Any]) -> Asked | None:
        name = self.request["page_number_param"]
        current: Any = self._field(answer, "current_page_number_field")
        if current is None:
            current = asked.get(name)
        page = _FIRST if current is None else int(current)
        total: Any = self._field(answer, "total_page_count_field")
        return None if isinstance(total, int) and page >= total else {name: page + 1}

    def _field(self, answer: Any, purpose: str) -> Any:
        return found(answer, self.response.get(purpose, ""))


def _turned(name: str, cursor: Any) -> Asked | None:
    return {name: cursor} if cursor else None


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
            answer = answer.get(name) if is_mapping(answer) else None
    return answer if path and answer is not msgspec.UNSET else None


class PageInfo:
    """What the next page is asked for by.

    Args:
        params: The parameters, where it is asked for by those.
        url: Its address, where an answer has it.
    """

    def __init__(self, *, params: Mapping[str, Any] | None = None, url: str | None = None) -> None:
        self.params: Mapping[str, Any] | None = params
        self.url: httpx.URL | None = None if url is None else httpx.URL(url)

    def __repr__(self) -> str:
        # An address may hold a key.
        return "PageInfo(url=...)" if self.params is None else f"PageInfo(params={dict(self.params)!r})"


class _Page(Generic[T]):
    """What both kinds of page share.

    Args:
        answer: What came.
        scheme: How the next one is asked for.
        asked: What it was asked for by.
        fetch: Fetches the page that is asked for by something else.
    """

    def __init__(self, answer: Any, scheme: Scheme, asked: Asked, fetch: Callable[[Asked], Any]) -> None:
        self._answer = answer
        self._scheme = scheme
        self._asked = asked
        self._fetch = fetch

    def _items(self) -> list[T]:
        return self._scheme.listed(self._answer)

    def _parameters(self) -> Mapping[str, Any]:
        """What it was asked for by beside an address."""
        return {} if isinstance(self._asked, str) else self._asked

    def _next(self) -> Asked | None:
        asked = self._parameters()
        changes = self._scheme.next(self._answer, asked)
        if changes is None or changes == self._asked:
            return None
        if isinstance(changes, str):
            return changes
        # A service that gives the same cursor again has no end.
        is_same = all(asked.get(name) == value for name, value in changes.items())
        return None if is_same else {**asked, **changes}

    def _wanted(self) -> Asked:
        asked = self._next()
        if asked is None:
            raise RuntimeError(_NONE)
        return asked

    def has_next_page(self) -> bool:
        """Return whether there is another page."""
        return self._next() is not None

    def next_page_info(self) -> PageInfo | None:
        """Return what the next page is asked for by; None where there is none."""
        asked, wanted = self._parameters(), self._next()
        if wanted is None:
            return None
        if isinstance(wanted, str):
            return PageInfo(url=wanted)
        return PageInfo(params={name: value for name, value in wanted.items() if asked.get(name) != value})

    def to_dict(self, **options: Any) -> dict[str, Any]:
        """Return the page as plain values, as a model does.

        Args:
            options: As for a model.
        """
        return dict(self._answer.to_dict(**options))

    def model_dump(self, **options: Any) -> dict[str, Any]:
        """Return the page as plain values, as a model does.

        Args:
            options: As for a model.
        """
        return dict(self._answer.model_dump(**options))

    def model_dump_json(self, **options: Any) -> str:
        """Return the page as JSON, as a model does.

        Args:
            options: As for a model.
        """
        return str(self._answer.model_dump_json(**options))

    def __getattr__(self, name: str) -> Any:
        # What the scheme calls its fields.
        if name.startswith("_"):
            raise AttributeError(name)
        return getattr(self._answer, name)

    def __repr__(self) -> str:
        from .._json.display import screen_text

        return f"{type(self).__name__}({screen_text(self._answer)})"

    def _repr_html_(self) -> str:
        """Return what a notebook shows: a table of the items, without secrets."""
        from .._json.display import html_page

        return html_page(self._items(), type(self).__name__, None)


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
        return cast("Self", self._fetch(self._wanted()))


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
        return cast("Self", await self._fetch(self._wanted()))


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
