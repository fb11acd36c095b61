"""How an operation that answers one page of a list is asked for the others."""

from typing import Literal, TypeAlias

import attrs

Style: TypeAlias = Literal["page-number", "offset", "cursor", "next-url", "link-header"]
Path: TypeAlias = tuple[str, ...]
"""Names on the wire that lead to a value inside an answer, one below the other."""


@attrs.frozen
class Turning:
    """What turns pages, or says how many items one has: a parameter of the query, or a field of the JSON body.

    Attributes:
        name: Its Python name if it is a parameter, its name on the wire if it is a field of the body.
        in_body: Whether it is a field of the body.
    """

    name: str
    in_body: bool = False


@attrs.frozen
class Forward:
    """How pages are turned of which each leads to the next.

    Attributes:
        style: What leads from one page to the next.
        items: Where the items are; empty where the answer is the list itself.
        turned_by: What asks for another page; None where an address does.
        sized_by: What asks for a number of items on a page; None if nothing does.
        next: Where the next page's cursor or address is; empty if it is nowhere.
        last_item: Where, in the last item, the next cursor is; empty if it is nowhere.
        has_more: Where it is whether more pages follow; empty if it is nowhere.
        total: Where the number of all items is; empty if it is nowhere.
        pages: Where the number of all pages is; empty if it is nowhere.
        first: The number of the first page, or of the first item.
        default_size: How many items a page has where nobody asks; 0 if that is unknown.
        trust_total: Whether a list ends where its total is reached.
    """

    style: Style
    items: Path = ()
    turned_by: Turning | None = None
    sized_by: Turning | None = None
    next: Path = ()
    last_item: Path = ()
    has_more: Path = ()
    total: Path = ()
    pages: Path = ()
    first: int = 0
    default_size: int = 0
    trust_total: bool = False

    @property
    def has_addresses(self) -> bool:
        """Whether pages are asked for by their addresses."""
        return self.style in {"next-url", "link-header"}


@attrs.frozen
class Pagination:
    """How an operation that answers one page of a list is asked for the others.

    Attributes:
        items: The model of the items.
        page: The Python name of the parameter for the page's number; empty if it has none.
        page_size: The Python name of the parameter for the number of items on a page; empty if it has none.
        forward: How each page leads to the next; None where any page can be asked for by its number.
    """

    items: str
    page: str = ""
    page_size: str = ""
    forward: Forward | None = None

    @property
    def parameters(self) -> tuple[str, ...]:
        """The Python names of the parameters that turn pages by number."""
        return tuple(filter(None, (self.page, self.page_size)))
