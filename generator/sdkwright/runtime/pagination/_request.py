"""What a paged list is made of: the envelope that an answer comes in, a page, and how to ask for any page. No I/O."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final, Generic, Protocol, TypeVar

import msgspec
from msgspec.structs import replace

from .._checks import is_count
from .._http.arguments import check_query
from .._http.operation import Operation
from .._json.unknown import unknown_fields
from .._lazy import lazy_module
from ..errors import APIError, ConfigurationError, FaultError, name_page
from ..options import RequestOptions

if TYPE_CHECKING:
    from .. import models
else:
    models = lazy_module(".models")

BUILDS_ON: Final = ("models.ErrorInfo",)

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

    @property
    def is_faulted(self) -> bool | None:
        """Whether the service says that the call failed."""

    @property
    def error_messages(self) -> Sequence[models.ErrorInfo] | None:
        """What the service says of the failure."""


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
        """Whether the service says that this page failed; see `envelope.error_messages`.

        Unless `raise_faults` is False, such a page is raised, in a `FaultError`.
        """
        return self.envelope.is_faulted is True

    def unknown_fields(self) -> dict[str, object]:
        """Return what the answer holds and this package's models do not: JSON path to value."""
        return unknown_fields(self.content, type(self.envelope)) if self.content else {}

    def __repr__(self) -> str:
        return f"Page(items={self.items!r}, number={self.number}, total={self.total}, next_number={self.next_number})"

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

    @property
    def start(self) -> int:
        """Number of the page that reading starts at."""
        return self.page or 1

    @property
    def size(self) -> int:
        """Items that a page is asked to have."""
        return self.page_size or DEFAULT_PAGE_SIZE

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
            # The first page is what the service gives by itself, and what the vendor's guide asks for without a number.
            # The name stands there all the same: options that set it too are then refused before anything is sent.
            query[self.page_param] = number if number > 1 or self.page is not None else None
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
