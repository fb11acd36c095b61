"""Writes the pagination schemes of a configuration as tables of `spec/sdk.toml`."""

from collections.abc import Iterator
from typing import Any, Final

from sdkwright.ir import Alias, Api, Array, Model, Operation, Reference, Type
from sdkwright.new.proposal import Setting, Table
from sdkwright.stainless.migration import Migration, Scheme

_TURNED: Final = {
    "cursor": ("next_cursor_param", "cursor"),
    "cursor_id": ("next_cursor_id_param", "cursor"),
    "offset": ("offset_count_param", "offset"),
    "page_number": ("page_number_param", "page-number"),
}
_FIELDS: Final = {
    "cursor": {"next_cursor_field": "next", "has_next_page_field": "has_more"},
    "cursor_id": {"has_next_page_field": "has_more"},
    "cursor_url": {"cursor_url_field": "next", "has_next_page_field": "has_more"},
    "offset": {"offset_total_count_field": "total", "has_next_page_field": "has_more"},
    "page_number": {"total_page_count_field": "pages", "has_next_page_field": "has_more"},
}


def page_tables(migration: Migration, api: Api) -> Iterator[Table]:
    """A table for each scheme by which an operation is paged; what is not paged by it is told.

    Args:
        migration: What the configuration says.
        api: The API.
    """
    operations = {operation.key: operation for operation in api.operations}
    for scheme in migration.schemes.values():
        place = f"pagination.{scheme.name}"
        settings = _settings(scheme)
        if settings is None:
            migration.tell(place, "our own methods answer such pages as they come; those of the former SDK turn them")
            continue
        fitting, others = list[str](), list[str]()
        for endpoint in dict.fromkeys(one.endpoint for one in migration.methods if one.scheme == scheme.name):
            operation = operations.get(endpoint)
            if operation is not None:
                (fitting if _fits(scheme, settings, operation, api) else others).append(endpoint)
        if others:
            migration.tell(
                place, f"our own methods answer {', '.join(others)} as they come; those of the former SDK turn pages"
            )
        if fitting:
            if not scheme.ends_empty:
                migration.tell(place, "our own pagers end at an empty page; those of the former SDK go on behind it")
            settings["operations"] = fitting
            table = {key: Setting(value) for key, value in settings.items()}
            yield Table(place, table, reason=f"the scheme {scheme.name} of the configuration")


def _settings(scheme: Scheme) -> dict[str, Any] | None:
    """The keys of a scheme's table; None where we have no such way."""
    settings: dict[str, Any]
    if scheme.kind == "cursor_url":
        settings = {"style": "next-url", "items": scheme.items}
    elif scheme.kind in _TURNED:
        purpose, style = _TURNED[scheme.kind]
        if purpose not in scheme.request:
            return None
        settings = {"style": style, "items": scheme.items, "turned_by": scheme.request[purpose]}
    else:
        return None
    if scheme.sized_by:
        settings["sized_by"] = scheme.sized_by
    for field, key in _FIELDS[scheme.kind].items():
        if field in scheme.response:
            settings[key] = scheme.response[field]
    if scheme.kind == "cursor_id":
        settings["last_item"] = scheme.response.get("cursor_item_id", "id").removeprefix(f"{scheme.items}.")
    needs_next = settings["style"] == "next-url" or scheme.kind == "cursor"
    return None if needs_next and "next" not in settings else settings


def _fits(scheme: Scheme, settings: dict[str, Any], operation: Operation, api: Api) -> bool:
    """Whether our own pagers can turn the pages of an operation: items are objects with a name, where it says."""
    contents = operation.success.contents
    answer = contents[0].type if contents else None
    paths = [settings[key] for key in ("items", "next", "has_more", "total", "pages") if key in settings]
    types = [type_at(answer, path, api) for path in paths]
    items = types[0]
    if not isinstance(items, Array) or not isinstance(items.items, Reference) or None in types:
        return False
    wires = {parameter.wire for parameter in operation.parameters if parameter.location == "query"}
    turned = settings.get("turned_by")
    return turned is None or scheme.in_body or turned in wires


def type_at(type_: Type | None, path: str, api: Api) -> Type | None:
    """The type of what stands at a path of an answer; None where nothing does.

    Args:
        type_: The type of the answer.
        path: Names on the wire, with dots between.
        api: The API.
    """
    for wire in path.split("."):
        type_ = _plain(type_, api)
        schema = api.schemas.get(type_.name) if isinstance(type_, Reference) else None
        if not isinstance(schema, Model):
            return None
        type_ = next((field.type for field in schema.fields if field.wire == wire), None)
    return _plain(type_, api)


def _plain(type_: Type | None, api: Api) -> Type | None:
    while isinstance(type_, Reference) and isinstance(schema := api.schemas.get(type_.name), Alias):
        type_ = schema.type
    return type_
