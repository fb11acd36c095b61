"""`[pagination.NAME]`: what the answers are that hold one page of a list, and how the next page is asked for."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

import attrs

from sdkwright.config import values
from sdkwright.config.keys import key
from sdkwright.config.values import RefusedError, listed

_OF_ALL: Final = ("style", "items", "sized_by", "total", "default_size", "operations")
_TAKES: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "page-number": ("turned_by", "has_more", "count", "pages", "first", "trust_total"),
        "offset": ("turned_by", "has_more", "first", "trust_total"),
        "cursor": ("turned_by", "next", "last_item", "has_more"),
        "next-url": ("next", "has_more"),
        "link-header": (),
    }
)
"""The keys that only some styles have."""
_NEEDS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {"offset": ("turned_by",), "cursor": ("turned_by",), "next-url": ("items", "next")}
)


@attrs.frozen(kw_only=True)
class Pagination:
    """`[pagination.NAME]`: an answer that is one page of a list.

    A path leads to a value inside the answer, with dots between the names: `meta.next_cursor`.

    Attributes:
        style: How a caller gets the next page: by its number, by how many items to skip, by a cursor, or by an address
            in the answer's body or in its header `Link`.
        items: The path of the page's items; empty where the answer is the list itself.
        turned_by: The name on the wire of the parameter, or of the field of the body, that turns pages.
        sized_by: The name on the wire of the parameter for how many items a page has.
        next: The path of the next page's cursor or address.
        last_item: The path, within the page's last item, of the next page's cursor.
        has_more: The path of what says whether more pages follow.
        total: The path of what counts the items of all pages.
        count: The path of what counts the items of the page.
        pages: The path of what counts the pages.
        first: The number of the first page, by default 1; of offsets that of the first item, by default 0.
        default_size: The number of items on a page when the caller asks for none.
        trust_total: Whether a list may end because `total` is reached.
        operations: The operations that are paged so, by `GET /path` or by their public names; by default all that fit.
    """

    style: str = key(values.PAGINATION_STYLE)
    items: str = key(values.LINE, default="")
    turned_by: str | None = key(values.LINE, default=None)
    sized_by: str | None = key(values.LINE, default=None)
    next: str | None = key(values.LINE, default=None)
    last_item: str | None = key(values.LINE, default=None)
    has_more: str | None = key(values.LINE, default=None)
    total: str | None = key(values.LINE, default=None)
    count: str | None = key(values.LINE, default=None)
    pages: str | None = key(values.LINE, default=None)
    first: int | None = key(values.FIRST, default=None)
    default_size: int | None = key(values.COUNT, default=None)
    trust_total: bool = key(values.SWITCH, default=False)
    operations: tuple[str, ...] = key(values.OPERATIONS, default=())

    def __attrs_post_init__(self) -> None:
        takes = (*_OF_ALL, *_TAKES[self.style])
        for field in attrs.fields(Pagination):
            if field.name not in takes and getattr(self, field.name) != field.default:
                raise RefusedError(f'takes no {field.name} with style "{self.style}"; it takes {listed(takes)}')
        if lacking := [name for name in _NEEDS.get(self.style, ()) if not getattr(self, name)]:
            raise RefusedError(f'lacks {listed(lacking)}, which style "{self.style}" needs')
        if self.style == "cursor" and (self.next is None) == (self.last_item is None):
            raise RefusedError(
                'needs next or last_item, and not both: with style "cursor" the next page is asked for with what the '
                "answer says, or with a field of its last item"
            )

    @property
    def is_numbered(self) -> bool:
        """Whether any page can be asked for by its number, counted from 1, and its items stand at the answer's top."""
        paths = [path for path in (self.items, self.total, self.count) if path is not None]
        return (
            self.style == "page-number"
            and bool(self.items)
            and self.default_size is not None
            and self.first in {None, 1}
            and self.has_more is None
            and self.pages is None
            and not any("." in path for path in paths)
        )

    @property
    def start(self) -> int:
        """The number of the first page, or of the first item."""
        return int(self.style == "page-number") if self.first is None else self.first

    @property
    def paths(self) -> tuple[str, ...]:
        """The paths that an answer of this kind has."""
        return tuple(
            path for path in (self.items, self.total, self.count, self.next, self.has_more, self.pages) if path
        )
