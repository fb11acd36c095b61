"""Writes the schemas in the words that make datamodel-code-generator write what we mean."""

import textwrap
from collections.abc import Mapping
from typing import Any, Final, assert_never

from sdkwright.emit.notes import notes
from sdkwright.ir import (
    Alias,
    Anything,
    Api,
    Array,
    Direction,
    Enum,
    Field,
    Map,
    Model,
    Object,
    Reference,
    Scalar,
    Schema,
    Type,
    Union,
)
from sdkwright.normalise.units import UNITS

_SCHEMAS: Final = "#/components/schemas/"
_WIDTH: Final = 110


def dialect(api: Api) -> dict[str, Any]:
    """A document with nothing but the schemas of an API."""
    classes = {name: schema for name, schema in api.schemas.items() if not isinstance(schema, Alias)}
    return {
        "openapi": "3.0.3",
        "info": {"title": "models", "version": "1"},
        "paths": {},
        "components": {"schemas": {name: _schema(schema, api.schemas) for name, schema in classes.items()}},
    }


def _schema(schema: Model | Enum, schemas: Mapping[str, Schema]) -> dict[str, Any]:
    if isinstance(schema, Enum):
        return {
            "type": schema.kind,
            "description": about(schema),
            "enum": list(schema.values),
            "x-enum-varnames": list(schema.members),
        }
    return {
        "type": "object",
        "description": about(schema),
        # By their names in Python, so that none is renamed; `models` adds those in JSON.
        "properties": {field.name: _property(field, schema.direction, schemas) for field in schema.fields},
        "required": [field.name for field in schema.fields if field.required],
    }


def _property(field: Field, direction: Direction, schemas: Mapping[str, Schema]) -> dict[str, Any]:
    text = _with_notes(field, direction)
    schema = _plain(field.type, schemas)
    # OpenAPI 3.0 ignores everything beside a `$ref`.
    schema = {"allOf": [schema]} if isinstance(field.type, Reference) and schema else schema
    return schema | _null(field.nullable) | ({"description": text} if text else {})


def _null(nullable: bool) -> dict[str, Any]:  # noqa: FBT001 - it is all that there is to say
    return {"nullable": True} if nullable else {}


def _plain(type_: Type, schemas: Mapping[str, Schema]) -> dict[str, Any]:  # noqa: PLR0911 - one for each kind of type
    match type_:
        case Scalar(kind, format_):
            return {"type": kind} | ({"format": format_} if format_ and format_ != "decimal" else {})
        case Array(items, nullable_items):
            return {"type": "array", "items": _plain(items, schemas) | _null(nullable_items)}
        case Map(values, nullable_values):
            return {"type": "object", "additionalProperties": _plain(values, schemas) | _null(nullable_values)}
        case Reference(name) if isinstance(schemas[name], Alias):
            return {}
        case Reference(name):
            return {"$ref": f"{_SCHEMAS}{name}"}
        case Object():
            return {"type": "object"}
        case Anything() | Union():
            # What stands for a union is written by us.
            return {}
        case _:
            assert_never(type_)


def about(schema: Schema) -> str:
    """What a named schema is, for its docstring.

    Args:
        schema: The schema.
    """
    text = " ".join(schema.description.split()).rstrip(".")
    if isinstance(schema, Enum) and not text:
        text = "Values in the vendor's order; one that is not listed is kept as it comes"
    origin = f"`{schema.upstream_id}` in the vendor's document" if schema.upstream_id else ""
    about = ". ".join(part for part in (text, origin) if part) or "Not described by the vendor"
    return "\n\n".join([f"{about}.", *(_units(schema) if isinstance(schema, Model) else ())])


def _units(model: Model) -> list[str]:
    """A sentence for each unit that fields of a class have."""
    found: dict[str, list[str]] = {}
    for field in model.fields:
        if unit := UNITS.get(field.unit):
            found.setdefault(unit.removeprefix("in "), []).append(f"`{field.name}`")
    return [textwrap.fill(f"In {unit}: {', '.join(fields)}.", _WIDTH) for unit, fields in found.items()]


def _with_notes(field: Field, direction: Direction) -> str:
    text = " ".join(field.description.split())
    if field.deprecated:
        text = f"Deprecated. {text}".rstrip()
    said = "; ".join(notes(field, direction))
    return f"{text} ({said})" if said and text else text or said[:1].upper() + said[1:]
