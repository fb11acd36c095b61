"""JSON Schemas of what tools take and answer, made of the same types as the calls."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal
from functools import cache
from importlib.util import find_spec
from typing import Any, Final, TypeAlias, get_args, get_origin
from uuid import UUID

import msgspec

from .._json.base_types import date_type, datetime_type
from .._json.fields import EXTRAS
from .._json.hiding import is_secret
from .._json.shapes import Shape, is_enum, is_int_enum, is_list, is_object, shape_of
from ..cli._command import Argument
from ..cli._perform import type_of
from ..cli._text import escape_terminal
from ._operations import Operation

Schema: TypeAlias = dict[str, Any]

DATA: Final = "untrusted_data"
"""Holds what the service said, in every result."""

DEEPEST: Final = 8
"""Models within models that a description shows; what lies deeper is any value."""

HAS_POSITIONS: Final = find_spec("..pagination.forward", __package__) is not None
"""Whether the package has lists that are read forward."""

_LONGEST: Final = 160
"""Characters of a description in the list of tools."""

_AMOUNT: Final[Schema] = {"type": "string", "format": "decimal"}
_KINDS: Final[dict[str, Schema]] = {
    "int": {"type": "integer"},
    "str": {"type": "string"},
    "bool": {"type": "boolean"},
    "decimal": _AMOUNT,
    "datetime": {"type": "string", "format": "date-time"},
    "date": {"type": "string", "format": "date"},
    "time": {"type": "string", "format": "time"},
    "duration": {"type": "string", "format": "duration"},
    "uuid": {"type": "string", "format": "uuid"},
    "bytes": {"type": "string"},
    "texts": {"type": "array", "items": {"type": "string"}},
    "file": {"type": "string"},
    "upload": {"type": "string"},
    "uploads": {"type": "array", "items": {"type": "string"}},
    "named_uploads": {"type": "object", "additionalProperties": {"type": "string"}},
}
_FORMATS: Final = {Decimal: "decimal", timedelta: "duration", UUID: "uuid"}
_FIELDS: Final[Schema] = {"type": "array", "items": {"type": "string"}}
_NOTE: Final[Schema] = {"type": "string"}


def input_schema(operation: Operation, depth: int = DEEPEST, *, terse: bool = False) -> Schema:
    """Return the schema of what an operation takes.

    Args:
        operation: The operation.
        depth: Models within models to show.
        terse: Whether descriptions are cut.
    """
    command = operation.command
    properties: Schema = {}
    for argument in command.arguments:
        if is_offered(operation, argument):
            text = escape_terminal(argument.text)
            about = f"{text[: _LONGEST - 1]}…" if terse and len(text) > _LONGEST else text
            properties[argument.name] = _argument(operation, argument, depth) | ({"description": about} if text else {})
    required = [name for name in operation.needed if name in properties]
    if command.item is not None or command.answer is not None:
        properties["fields"] = _FIELDS if terse else _FIELDS | {"description": FIELDS_HELP}
    if command.item is not None or command.gives == "lines":
        properties["skip"] = {"type": "integer", "minimum": 0}
    if command.paged and HAS_POSITIONS:
        properties["position"] = {"type": ["string", "integer"]}
    schema: Schema = {"type": "object", "properties": properties, "additionalProperties": False}
    return schema | ({"required": required} if required else {})


FIELDS_HELP: Final = (
    "Names of the fields to answer, such as client.name; items[20:40] answers a part of a list or of a text."
)
"""What the argument `fields` takes."""


def is_offered(operation: Operation, argument: Argument) -> bool:
    """Return whether an argument may be given: a secret has no place in a conversation.

    Args:
        operation: The operation.
        argument: Its argument.
    """
    return not (argument.body and is_secret(operation.command.body or "", argument.name))


def _argument(operation: Operation, argument: Argument, depth: int) -> Schema:
    if argument.kind in operation.enums:
        return _values(type_of(argument.kind))
    if argument.kind == "accept":
        return {"type": "string", "enum": [media_type for media_type, _ in argument.choices]}
    if argument.kind in _KINDS:
        return dict(_KINDS[argument.kind])
    found = argument_shape(operation, argument)
    return {} if found is None else _sent(found, depth)


def argument_shape(operation: Operation, argument: Argument) -> Shape | None:
    """Return what an argument that is JSON holds; None for any value.

    Args:
        operation: The operation.
        argument: Its argument.
    """
    if argument.of:
        kind: Any = type_of(argument.of.removesuffix("[]"))
        return shape_of(list[kind] if argument.of.endswith("[]") else kind)
    if operation.command.body is None or not argument.body:
        return None
    fields = shape_of(type_of(operation.command.body)).fields.values()
    return next((field.shape for field in fields if field.name == argument.name), None)


def _sent(shape: Shape, depth: int) -> Schema:
    """The schema of what is sent, in the names of Python."""
    if shape.choices:
        return {"anyOf": [_sent(choice, depth - 1) for choice in shape.choices]} if depth > 0 else {}
    if shape.item is not None:
        return {"type": "array", "items": _sent(shape.item, depth)}
    if shape.value is not None:
        return {"type": "object", "additionalProperties": _sent(shape.value, depth)}
    if not shape.fields:
        return _values(shape.kind) if is_enum(shape.kind) else _scalar(shape)
    return _sent_model(shape, depth) if depth > 0 else {"type": "object"}


def _values(kind: Any) -> Schema:
    return {"type": "string", "enum": [str(member.value) for member in kind]}


@cache
def amounts_of(kind: Any) -> frozenset[str]:
    """Return the names of a model's fields that take amounts, which may be whole numbers too.

    Args:
        kind: The class of the model.
    """
    declared = msgspec.structs.fields(kind)
    return frozenset(field.name for field in declared if Decimal in {*_parts(field.type)})


def _parts(kind: Any) -> Iterator[Any]:
    """A type, and those that it may be."""
    yield kind
    for part in get_args(kind) if get_origin(kind) not in {list, dict} else ():
        yield from _parts(part)


def _sent_model(shape: Shape, depth: int) -> Schema:
    fields = [field for field in shape.fields.values() if not is_secret(shape.kind.__name__, field.name)]
    declared = msgspec.structs.fields(shape.kind)
    needed = {field.name for field in declared if field.required}
    required = [field.name for field in fields if field.name in needed]
    amounts = amounts_of(shape.kind)
    schema: Schema = {
        "type": "object",
        "properties": {
            one.name: dict(_AMOUNT) if one.name in amounts else _sent(one.shape, depth - 1) for one in fields
        },
    }
    return schema | ({"required": required} if required else {})


def _scalar(shape: Shape) -> Schema:
    kind = shape.kind
    if kind is object:
        return {}
    if kind is int or is_int_enum(kind):
        return {"type": "integer"}
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        return {"type": "object"}
    formats = {**_FORMATS, datetime_type(): "date-time", date_type(): "date"}
    named: Schema = {"type": "boolean" if kind is bool else "string"}
    return named | ({"format": formats[kind]} if kind in formats else {})


def output_schema(operation: Operation, depth: int = DEEPEST, *, terse: bool = False) -> Schema:
    """Return the schema of a result.

    Args:
        operation: The operation.
        depth: Models within models to show.
        terse: Whether what every result has is left out.
    """
    command = operation.command
    one = command.item or command.answer
    several = command.item is not None or command.gives == "lines"
    # Under another media type, something else is answered.
    data = received(shape_of(type_of(one)), depth) if one and not (operation.needs_folder or command.choices) else {}
    if several:
        data = {"type": "array", "items": data}
    properties: Schema = {DATA: data} if terse else {DATA: data, "notice": _NOTE, "note": _NOTE}
    if several:
        properties |= {"total": {"type": ["integer", "null"]}, "next": {"type": "object"}}
    schema: Schema = {"type": "object", "properties": properties, "required": [DATA]}
    opened: Schema = _open(schema)
    return opened if terse else schema | {"additionalProperties": False}


def received(shape: Shape, depth: int) -> Schema:
    """Return the schema of what is answered: any field may be left out, and none is null.

    Args:
        shape: What it is.
        depth: Models within models to show.
    """
    return _received(shape, depth, frozenset())


def _received(shape: Shape, depth: int, within: frozenset[Shape]) -> Schema:
    if shape.choices:
        inside = shape.choices if depth > 0 and shape not in within else ()
        choices = [_received(choice, depth - 1, within | {shape}) for choice in inside]
        return {"anyOf": choices} if choices else {}
    if shape.item is not None:
        items = _received(shape.item, depth, within)
        return {"type": "array", "items": {"anyOf": [{"type": "null"}, items]} if shape.holds_nulls else items}
    if shape.value is not None:
        return {"type": "object", "additionalProperties": _received(shape.value, depth, within)}
    if not shape.fields:
        return _scalar(shape)
    hidden = depth <= 0 or shape in within
    return {"type": "object"} if hidden else _received_model(shape, depth, within)


def _received_model(shape: Shape, depth: int, within: frozenset[Shape]) -> Schema:
    name, inner = shape.kind.__name__, within | {shape}
    properties = {
        # A secret is answered as a text that says so, whatever it is.
        field.name: {} if is_secret(name, field.name) else _received(field.shape, depth - 1, inner)
        for field in shape.fields.values()
    }
    if shape.extras is not None:
        properties[EXTRAS] = {"type": "object"}
    return {"type": "object", "properties": properties, "additionalProperties": False}


def _open(schema: Any) -> Any:
    """The schema without what closes it, for fewer bytes."""
    if is_list(schema):
        return [_open(one) for one in schema]
    if not is_object(schema):
        return schema
    return {name: _open(one) for name, one in schema.items() if name != "additionalProperties" or one is not False}
