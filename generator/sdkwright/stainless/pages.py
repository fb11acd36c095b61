"""Reads the pagination schemes."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any, Final

from sdkwright.documents import mapping
from sdkwright.normalise.identifiers import is_snake, snake
from sdkwright.stainless.migration import Migration, Scheme
from sdkwright.stainless.tree import text

_PURPOSE: Final = "x-stainless-pagination-property"
_KINDS: Final = frozenset({"cursor", "cursor_id", "cursor_url", "offset", "page_number", "fake_page"})
# What nobody marks because it is usual.
_USUAL: Final = {"has_more": "has_next_page_field", "has_next_page": "has_next_page_field"}
# What a scheme without marks has, by its kind: each purpose with the names that it goes by.
_TURNS: Final[Mapping[str, tuple[str, tuple[str, ...]]]] = {
    "cursor": ("next_cursor_param", ("cursor", "next_cursor", "after", "page_token", "next_token", "starting_after")),
    "cursor_id": ("next_cursor_id_param", ("starting_after", "after_id", "after", "cursor")),
    "offset": ("offset_count_param", ("offset", "skip", "start")),
    "page_number": ("page_number_param", ("page", "page_number", "current_page")),
}
_FIELDS: Final[Mapping[str, Mapping[str, tuple[str, ...]]]] = {
    "cursor": {"next_cursor_field": ("next_cursor", "cursor", "next_page_token", "next_token", "next")},
    "cursor_url": {"cursor_url_field": ("next", "next_url", "next_page", "next_page_url")},
    "offset": {"offset_total_count_field": ("total", "total_count", "count")},
    "page_number": {
        "current_page_number_field": ("page", "current_page", "page_number"),
        "total_page_count_field": ("total_pages", "pages", "page_count"),
    },
}
# The same purpose in another spelling.
_SPELLINGS: Final = {"has_next_page": "has_next_page_field"}
_BACKWARD: Final = "previous_"


def read_schemes(found: Mapping[str, Any], migration: Migration) -> None:
    """Read how pages are turned.

    Args:
        found: The configuration.
        migration: What is filled.
    """
    nodes = found.get("pagination") or ()
    for number, node in enumerate([nodes] if isinstance(nodes, dict) else nodes):
        about = mapping(node)
        place = "pagination" if isinstance(nodes, dict) else f"pagination.{number}"
        name, kind = snake(text(about.get("name"))) or f"page_{number}", text(about.get("type"))
        if not is_snake(name):
            migration.tell(place, f"{name!r} is no name; such answers come as one object")
        elif kind not in _KINDS:
            migration.tell(place, f"the type {kind!r} is unknown; such answers come as one object")
        elif (scheme := _scheme(name, kind, about, place, migration)) is not None:
            migration.schemes[name] = scheme


def _scheme(name: str, kind: str, about: Mapping[str, Any], place: str, migration: Migration) -> Scheme | None:
    request, response = mapping(about.get("request")), mapping(about.get("response"))
    for path, marked in _properties(response, "response"):
        if marked.get("is_top_level_array") is True:
            migration.tell(f"{place}.{path}", "the items are the answer itself; such answers come as one list")
            return None
        if marked.get("from_header"):
            migration.tell(f"{place}.{path}", "what a header says has no counterpart; pages end where one is empty")
    fields = {purpose: path for purpose, path in _marked(response) if not purpose.startswith(_BACKWARD)}
    fields |= {_USUAL[one]: one for one in response if one in _USUAL and _USUAL[one] not in fields}
    items = fields.get("items") or next(
        (one for one, schema in response.items() if mapping(schema).get("type") == "array"), ""
    )
    if not items:
        migration.tell(place, "no field holds the items; such answers come as one object")
        return None
    for purpose, names in _FIELDS.get(kind, {}).items():
        if purpose not in fields and (usual := _first(names, response)):
            fields[purpose] = usual
    turned = {purpose: path for purpose, path in _marked(request) if not purpose.startswith(_BACKWARD)}
    purpose, names = _TURNS.get(kind, ("", ()))
    if purpose and purpose not in turned and (usual := _first(names, request)):
        turned[purpose] = usual
    return Scheme(
        name,
        kind,
        turned,
        fields,
        items,
        frozenset(request),
        frozenset(response),
        sized_by=_size(request, {*turned.values()}),
        in_body=text(about.get("param_location")) == "body",
        ends_empty=about.get("continue_on_empty_items") is not True,
    )


def _first(names: Iterable[str], nodes: Mapping[str, Any]) -> str:
    return next((name for name in names if name in nodes), "")


def _size(request: Mapping[str, Any], turned: Collection[str]) -> str:
    """The parameter that says how many items a page has: a whole number that turns nothing; empty for none."""
    return next(
        (
            str(name)
            for name, node in request.items()
            if name not in turned
            and _PURPOSE not in mapping(node)
            and text(mapping(node).get("type")) in {"integer", "number"}
        ),
        "",
    )


def _marked(nodes: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """The purpose of each property that has one, with its path."""
    for path, marked in _properties(nodes, ""):
        if purpose := text(marked.get("purpose")):
            yield _SPELLINGS.get(purpose, purpose), path


def _properties(nodes: Mapping[str, Any], owner: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Each property that is marked, with its path; those of the items below what holds them."""
    for name, node in nodes.items():
        path, about = f"{owner}.{name}" if owner else str(name), mapping(node)
        if marked := mapping(about.get(_PURPOSE)):
            yield path, marked
        yield from _properties(mapping(about.get("properties")), path)
        items = mapping(about.get("items"))
        if marked := mapping(items.get(_PURPOSE)):
            yield path, marked
        yield from _properties(mapping(items.get("properties")), path)
