"""Answers in which the members of unions are some that the document does not have."""

from collections.abc import Mapping
from typing import Any, Final

from sdkwright.ir import Array, Map, Model, Reference, Schema, Type
from sdkwright.ir.choices import union_of

_NEW: Final = "AddedInALaterRevision"


def with_unknown_members(value: object, type_: Type, schemas: Mapping[str, Schema]) -> object:
    """An answer with an object of no known kind in the place of each union.

    Args:
        value: The expected answer.
        type_: Its type.
        schemas: The named schemas of the API.
    """
    union = union_of(type_, schemas)
    if union is not None:
        return value if value is None else {union.discriminator or "kind": _NEW, "of": {_NEW: [1]}}
    if isinstance(value, list) and isinstance(type_, Array):
        return [with_unknown_members(item, type_.items, schemas) for item in value]
    if not isinstance(value, dict):
        return value
    types = _members(type_, schemas)
    return {name: with_unknown_members(item, types(name), schemas) for name, item in value.items()}


def _members(type_: Type, schemas: Mapping[str, Schema]) -> Any:
    """What gives the type of a member of an object by its name; None of what the document says nothing of."""
    if isinstance(type_, Map):
        return lambda _name: type_.values
    schema = schemas.get(type_.name) if isinstance(type_, Reference) else None
    if not isinstance(schema, Model):
        return lambda _name: None
    types = {field.wire: field.type for field in schema.fields}
    return lambda name: types.get(name, schema.extras)
