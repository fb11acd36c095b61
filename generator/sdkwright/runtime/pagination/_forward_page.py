"""What a list is made of whose pages each lead to the next: how they are turned, and what one holds."""

from __future__ import annotations

from collections.abc import Iterator
from types import GenericAlias
from typing import Any, Final, Generic, Literal, TypeAlias, TypeVar

import msgspec

from .._json.unknown import unknown_fields
from ..hooks._errors import ErrorHook
from ..hooks.errors import Errors
from ..hooks.pagination import Envelope

T = TypeVar("T")

Style: TypeAlias = Literal["page-number", "offset", "cursor", "next-url", "link-header"]
Place: TypeAlias = Literal["query", "parameters", "body"]
Position: TypeAlias = str | int
"""Where a page begins: its number, how many items are before it, a cursor, or an address."""

_ERRORS: Final[ErrorHook] = Errors()
_COUNTED: Final = frozenset({"page-number", "offset"})
_ADDRESSES: Final = frozenset({"next-url", "link-header"})


class Scheme(msgspec.Struct, frozen=True, kw_only=True):
    """How the pages of a list are turned. A path is made of names of fields in Python; an empty one leads nowhere.

    Args:
        style: What leads from one page to the next.
        items: The path of the items; empty where the answer is the list itself.
        turned_by: The argument that turns pages: by its name on the wire, or of a parameter by that in Python.
        place: Where that is: among the plain values of the query, the other parameters, or the fields of the body.
        sized_by: The argument for how many items a page has; empty if there is none.
        size_place: Where that is.
        next: The path of what leads to the next page.
        last_item: The path, within the last item, of the next cursor.
        has_more: The path of what says whether more pages follow.
        total: The path of the number of all items.
        pages: The path of the number of all pages.
        first: The number of the first page, or of the first item.
        default_size: Items on a page when none are asked for; 0 where that is unknown.
        trust_total: Whether a list ends where its total is reached, however full the page is.
    """

    style: Style
    items: tuple[str, ...] = ()
    turned_by: str = ""
    place: Place = "query"
    sized_by: str = ""
    size_place: Place = "query"
    next: tuple[str, ...] = ()
    last_item: tuple[str, ...] = ()
    has_more: tuple[str, ...] = ()
    total: tuple[str, ...] = ()
    pages: tuple[str, ...] = ()
    first: int = 0
    default_size: int = 0
    trust_total: bool = False

    @property
    def is_counted(self) -> bool:
        """Whether a position is a number, so that the next one is known without being told."""
        return self.style in _COUNTED

    @property
    def has_addresses(self) -> bool:
        """Whether a position is the address of a page."""
        return self.style in _ADDRESSES


class ForwardPage(msgspec.Struct, Generic[T], frozen=True):
    """One page of a list that is read forward.

    Args:
        items: The items in the service's order.
        number: Which page it is, from 1, counted from where reading began.
        total: Number of items on all pages as the service counts them, or None when it gives none.
        envelope: The decoded answer that the page was made from.
        next_position: Where the next page begins, for `resume`; None when the list ends here.
        content: The answer as it came, unpacked; empty for a page that did not come from the service.
    """

    items: list[T]
    number: int
    total: int | None
    envelope: Envelope[T]
    next_position: Position | None = None
    content: bytes = b""

    @property
    def is_faulted(self) -> bool:
        """Whether the service says that this page failed; `envelope` says why.

        Unless `raise_faults` is False, such a page is raised, in a `FaultError`.
        """
        return _ERRORS.find_fault(self.envelope, b"") is not None

    def unknown_fields(self) -> dict[str, object]:
        """Return what the answer holds and this package's models do not: JSON path to value."""
        kind: Any = type(self.envelope)
        if kind is list:
            kind = GenericAlias(list, (type(self.items[0]),)) if self.items else None
        return unknown_fields(self.content, kind) if self.content and kind is not None else {}

    def __repr__(self) -> str:
        from .._json.display import screen_text

        # A position may be an address of which nobody knows what it tells.
        more = "None" if self.next_position is None else "..."
        items = screen_text(self.items)
        return f"ForwardPage(items={items}, number={self.number}, total={self.total}, next_position={more})"

    def _repr_html_(self) -> str:
        """Return what a notebook shows: a table of the items, without secrets."""
        from .._json.display import html_page

        return html_page(self.items, f"Page {self.number}", self.total)

    def __iter__(self) -> Iterator[T]:
        return iter(self.items)

    def __len__(self) -> int:
        return len(self.items)
