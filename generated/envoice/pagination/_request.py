"""What a paged list is made of: a page, and how to ask for any page. No I/O."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final, Generic, TypeVar

import msgspec
from msgspec.structs import replace

from .._checks import is_count
from .._http.arguments import check_parameters, check_query
from .._http.operation import Operation
from .._json.unknown import unknown_fields
from ..errors import APIError, ConfigurationError, FaultError, name_page
from ..hooks._errors import ErrorHook
from ..hooks._pagination import PageHook, PageLayout
from ..hooks.errors import Errors
from ..hooks.pagination import Envelope, Pages
from ..options import RequestOptions

T = TypeVar("T")

_ERRORS: Final[ErrorHook] = Errors()
_PAGES: Final[PageHook] = Pages()


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

    @property
    def is_faulted(self) -> bool:
        """Whether the service says that this page failed; `envelope` says why.

        Unless `raise_faults` is False, such a page is raised, in a `FaultError`.
        """
        return _ERRORS.find_fault(self.envelope, b"") is not None

    def unknown_fields(self) -> dict[str, object]:
        """Return what the answer holds and this package's models do not: JSON path to value."""
        return unknown_fields(self.content, type(self.envelope)) if self.content else {}

    def __repr__(self) -> str:
        from .._json.display import screen_text

        items = screen_text(self.items)
        return f"Page(items={items}, number={self.number}, total={self.total}, next_number={self.next_number})"

    def _repr_html_(self) -> str:
        """Return what a notebook shows: a table of the items, without secrets."""
        from .._json.display import html_page

        return html_page(self.items, f"Page {self.number}", self.total)

    def __iter__(self) -> Iterator[T]:
        return iter(self.items)

    def __len__(self) -> int:
        return len(self.items)


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
        parameters: What `operation.parameters` stand for, by their names in Python.
        ahead: How many pages are fetched along with the one that is needed.

    Raises:
        ConfigurationError: A number is no integer from 1, or the list has no pages to number.
        EncodeError: A value of the query is of another type than the operation declares.
    """

    operation: Operation[Envelope[T]]
    query: Mapping[str, object]
    page: int | None
    page_param: str | None
    page_size: int | None
    page_size_param: str | None
    options: RequestOptions | None
    parameters: Mapping[str, object] = msgspec.field(default_factory=dict[str, object])
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
        check_query(self.operation, self.query)
        if self.operation.parameters:
            check_parameters(self.operation, self.parameters)

    @property
    def layout(self) -> PageLayout:
        """Where the answers have what makes them pages.

        Raises:
            ConfigurationError: The operation answers something else than a page.
        """
        kind: type[object] = self.operation.result or type(None)
        if (layout := _PAGES.layout(kind)) is None:
            raise ConfigurationError(f"{self.operation.name}: what it answers is not declared as a page of a list.")
        return layout

    @property
    def start(self) -> int:
        """Number of the page that reading starts at."""
        return self.page or 1

    @property
    def size(self) -> int:
        """Items that a page is asked to have."""
        return self.page_size or self.layout.default_size

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
        if self.page_param is not None:
            # A service gives the first page without a number; only the name stands there then. Options that set it too
            # are refused before anything is sent.
            named = number > 1 or self.page is not None
            query[self.page_param] = _PAGES.position(number, self.size) if named else None
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
        layout = self.layout
        items, total = _PAGES.items(envelope, layout), _PAGES.total(envelope, layout)
        return Page(list(items), number, total, envelope, content=content)

    def failed(self, error: Exception, number: int) -> Exception:
        """Return the error of a page, which tells what page it was and what came with a fault.

        Args:
            error: What the page failed with.
            number: Number of the page.
        """
        if isinstance(error, FaultError):
            error.page = self.read(error.envelope, number, error.body)
        if isinstance(error, APIError) and self.page_param is not None:
            name_page(error, number)
        return error

    def _check(self, name: str, value: object) -> None:
        if not is_count(value):
            raise ConfigurationError(f"{self.operation.name}: {name} must be an integer from 1; got {value!r}.")
