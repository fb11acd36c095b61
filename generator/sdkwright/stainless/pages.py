"""Reads the pagination schemes."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from sdkwright.documents import mapping
from sdkwright.normalise.identifiers import is_snake, snake
from sdkwright.stainless.migration import Migration, Scheme
from sdkwright.stainless.tree import text

_PURPOSE: Final = "x-stainless-pagination-property"
_KINDS: Final = frozenset({"cursor", "cursor_id", "cursor_url", "offset", "page_number"})
# What nobody marks because it is usual.
_USUAL: Final = {"has_more": "has_next_page_field", "has_next_page": "has_next_page_field"}


def read_schemes(found: Mapping[str, Any], migration: Migration) -> None:
    """Read how pages are turned.

    Args:
        found: The configuration.
        migration: What is filled.
    """
    for number, node in enumerate(found.get("pagination") or ()):
        about, place = mapping(node), f"pagination.{number}"
        name, kind = snake(text(about.get("name"))) or f"page_{number}", text(about.get("type"))
        if not is_snake(name):
            migration.tell(place, f"{name!r} is no name; such answers come as one object")
            continue
        if kind not in _KINDS:
            migration.tell(place, f"the type {kind!r} is unknown; such answers come as one object")
            continue
        request, response = mapping(about.get("request")), mapping(about.get("response"))
        fields = dict(_marked(response, ""))
        fields |= {_USUAL[one]: one for one in response if one in _USUAL and _USUAL[one] not in fields}
        items = fields.get("items") or next(
            (one for one, schema in response.items() if mapping(schema).get("type") == "array"), ""
        )
        migration.schemes[name] = Scheme(
            name, kind, dict(_marked(request, "")), fields, items, frozenset(request), frozenset(response)
        )


def _marked(nodes: Mapping[str, Any], owner: str) -> Iterator[tuple[str, str]]:
    """The purpose of each property that has one, with its path."""
    for name, node in nodes.items():
        path = f"{owner}.{name}" if owner else str(name)
        about = mapping(node)
        if purpose := text(mapping(about.get(_PURPOSE)).get("purpose")):
            yield purpose, path
        yield from _marked(mapping(about.get("properties")), path)
