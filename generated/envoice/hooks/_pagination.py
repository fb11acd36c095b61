"""The hook for pagination: where an answer has the items of a page, and how a page is asked for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar, Final, Protocol, TypeVar

import msgspec

from .._api import PAGINATION
from .._json.fields import python_name

BUILDS_ON: Final = ("_api.PAGINATION",)

T_co = TypeVar("T_co", covariant=True)


class AnyEnvelope(Protocol[T_co]):
    """What every paged answer looks like: nothing that all of them would share."""


class PageLayout(msgspec.Struct, frozen=True):
    """Where answers of one type have what makes them a page.

    Args:
        items: Name in Python of the field that holds the items.
        items_name: The same in JSON.
        total: Name in Python of the field that counts the items of all pages, or None if there is none.
        default_size: Items on a page when none are asked for.
        trust_total: Whether a list ends where its total is reached, however full the page is.
        total_name: Name in JSON of what counts the items of all pages, or None.
        count_name: Name in JSON of what counts the items of the page, or None.
    """

    items: str
    items_name: str
    total: str | None
    default_size: int
    trust_total: bool
    total_name: str | None = None
    count_name: str | None = None


class PageHook(Protocol):
    """What the package needs to know of the pages of an API."""

    def layout(self, kind: type[object]) -> PageLayout | None:
        """Return where answers of a type have what makes them a page, or None if they are no pages.

        Args:
            kind: The type of the decoded answer.
        """
        ...

    def items(self, envelope: object, layout: PageLayout) -> Sequence[Any]:
        """Return the items of a page.

        Args:
            envelope: The decoded answer. For a page that failed it may be another type than that of the layout.
            layout: What `layout` returned for the type that the operation answers.
        """
        ...

    def total(self, envelope: object, layout: PageLayout) -> int | None:
        """Return the number of items on all pages as the service counts them, or None when it gives none.

        Args:
            envelope: The decoded answer, as above.
            layout: As above.
        """
        ...

    def position(self, number: int, size: int) -> int:
        """Return the value of the parameter that asks for a page.

        Args:
            number: Number of the page, from 1.
            size: Items that a page is asked to have.
        """
        ...

    def build_envelope(self, items: Sequence[Any], total: int | None) -> Any:
        """Return the answer that a page might have come in, for tests.

        Args:
            items: The items.
            total: Number of items on all pages, or None.
        """
        ...


class BuiltEnvelope(msgspec.Struct, frozen=True):
    """The answer that a page of a test might have come in."""

    items: list[Any]
    total: int | None


class DefaultPages:
    """Reads and asks for pages as `[pagination]` of `spec/sdk.toml` declares them."""

    declared: ClassVar[Mapping[str, tuple[str, str, str | None, str | None, int, bool]]] = PAGINATION
    """Each page envelope: its style, items, total, count, default size, and whether its total is trusted."""

    def layout(self, kind: type[object]) -> PageLayout | None:
        """Return where answers of a type have what makes them a page, or None if they are no pages.

        Several envelopes may call their items the same. The one of which the type has the most counts then.

        Args:
            kind: The type of the decoded answer.
        """
        found, most = None, 0
        for _style, items, total, count, default_size, trust_total in self.declared.values():
            names = [python_name(kind, name) for name in (items, total, count) if name is not None]
            field, matching = python_name(kind, items), len(names) - names.count(None)
            if field is not None and matching > most:
                total_field = None if total is None else python_name(kind, total)
                found = PageLayout(
                    items=field,
                    items_name=items,
                    total=total_field,
                    default_size=default_size,
                    trust_total=trust_total,
                    total_name=None if total_field is None else total,
                    count_name=None if count is None or python_name(kind, count) is None else count,
                )
                most = matching
        return found

    def items(self, envelope: object, layout: PageLayout) -> Sequence[Any]:
        """Return the items of a page; none for an answer that lacks them.

        Args:
            envelope: The decoded answer.
            layout: What `layout` returned for the type that the operation answers.
        """
        return getattr(envelope, layout.items, None) or ()

    def total(self, envelope: object, layout: PageLayout) -> int | None:
        """Return the number of items on all pages as the service counts them, or None when it gives none.

        Args:
            envelope: The decoded answer.
            layout: What `layout` returned for the type that the operation answers.
        """
        total = None if layout.total is None else getattr(envelope, layout.total, None)
        return total if isinstance(total, int) and total >= 0 else None

    def position(self, number: int, size: int) -> int:  # noqa: ARG002 - for who counts items
        """Return the number of the page, which is what the service asks for.

        Args:
            number: Number of the page, from 1.
            size: Items that a page is asked to have.
        """
        return number

    def build_envelope(self, items: Sequence[Any], total: int | None) -> Any:
        """Return the answer that a page might have come in, for tests.

        Args:
            items: The items.
            total: Number of items on all pages, or None.
        """
        return BuiltEnvelope(list(items), total)
