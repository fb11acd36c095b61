"""Source of how a method turns pages of which each leads to the next."""

from collections.abc import Iterator, Mapping

from sdkwright.emit.arguments import Argument
from sdkwright.ir import Alias, Api, Field, Forward, Model, Operation, Reference, Schema, Turning, Type, Union
from sdkwright.ir.pagination import Path

_PATHS = ("next", "has_more", "total", "pages")


def scheme_of(operation: Operation, arguments: list[Argument], api: Api) -> dict[str, str]:
    """The arguments of the runtime's `Scheme` as source, by their names; none where pages are not turned so.

    Args:
        operation: The operation.
        arguments: Its method's arguments.
        api: The API, for its models.
    """
    pagination = operation.pagination
    content = operation.success.content
    if pagination is None or pagination.forward is None or content is None:
        return {}
    forward = pagination.forward
    found: dict[str, object] = {"style": forward.style, "items": python_path(content.type, forward.items, api.schemas)}
    if forward.turned_by is not None:
        found |= dict(zip(("turned_by", "place"), _placed(forward.turned_by, arguments), strict=True))
    if forward.sized_by is not None:
        found |= dict(zip(("sized_by", "size_place"), _placed(forward.sized_by, arguments), strict=True))
    found |= {name: python_path(content.type, getattr(forward, name), api.schemas) for name in _PATHS}
    found["last_item"] = python_path(Reference(pagination.items), forward.last_item, api.schemas)
    found |= {"first": forward.first, "default_size": forward.default_size, "trust_total": forward.trust_total}
    usual = {"place": "query", "size_place": "query"}
    return {name: ascii(value) for name, value in found.items() if value and usual.get(name) != value}


def python_path(type_: Type, path: Path, schemas: Mapping[str, Schema]) -> Path:
    """The names in Python of what a path on the wire leads through.

    Args:
        type_: The type that it begins at.
        path: The names on the wire.
        schemas: The API's models and enums.
    """
    return tuple(_names(type_, path, schemas))


def field_at(type_: Type, path: Path, schemas: Mapping[str, Schema]) -> Field | None:
    """The field that a path on the wire leads to; None where it leads to none.

    Args:
        type_: The type that it begins at.
        path: The names on the wire.
        schemas: The API's models and enums.
    """
    found: Field | None = None
    for wire in path:
        fields = (field for model in _models(type_, schemas, set()) for field in model.fields)
        found = next((field for field in fields if field.wire == wire), None)
        if found is None:
            return None
        type_ = found.type
    return found


def needed_rooms(forwards: list[Forward]) -> Iterator[str]:
    """The rooms of the runtime that lists need which are read forward.

    Args:
        forwards: How they turn pages.
    """
    if forwards:
        yield "forward pages"
    if any(forward.has_addresses for forward in forwards):
        yield "addresses of pages"


def _placed(turning: Turning, arguments: list[Argument]) -> tuple[str, str]:
    """The key by which an argument is found, and where that is."""
    if turning.in_body:
        return turning.name, "body"
    argument = next(one for one in arguments if one.name == turning.name and one.place == "query")
    return (argument.wire, "query") if argument.plain else (argument.name, "parameters")


def _names(type_: Type, path: Path, schemas: Mapping[str, Schema]) -> Iterator[str]:
    for number, wire in enumerate(path, 1):
        field = field_at(type_, path[:number], schemas)
        yield wire if field is None else field.name


def _models(type_: Type, schemas: Mapping[str, Schema], seen: set[str]) -> Iterator[Model]:
    """The models that a value of a type may be."""
    if isinstance(type_, Union):
        for member in type_.members:
            yield from _models(member, schemas, seen)
    elif isinstance(type_, Reference) and type_.name not in seen:
        seen.add(type_.name)
        schema = schemas.get(type_.name)
        if isinstance(schema, Model):
            yield schema
        elif isinstance(schema, Alias):
            yield from _models(schema.type, schemas, seen)
