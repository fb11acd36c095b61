"""Writes the schemas in the words that make datamodel-code-generator write what we mean."""

import textwrap
from typing import Any, Final, assert_never

from sdkwright.ir import (
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
)
from sdkwright.normalise.units import UNITS

_SCHEMAS: Final = "#/components/schemas/"
_WIDTH: Final = 110


def dialect(api: Api) -> dict[str, Any]:
    """A document with nothing but the schemas of an API."""
    return {
        "openapi": "3.0.3",
        "info": {"title": "models", "version": "1"},
        "paths": {},
        "components": {"schemas": {name: _schema(schema) for name, schema in api.schemas.items()}},
    }


def _schema(schema: Schema) -> dict[str, Any]:
    if isinstance(schema, Enum):
        return {
            "type": schema.kind,
            "description": _about(schema),
            "enum": list(schema.values),
            "x-enum-varnames": list(schema.members),
        }
    only_sent = schema.direction is Direction.SENT
    return {
        "type": "object",
        "description": _about(schema),
        "properties": {field.wire: _property(field, only_sent=only_sent) for field in schema.fields},
        "required": [field.wire for field in schema.fields if field.required],
    }


def _property(field: Field, *, only_sent: bool) -> dict[str, Any]:
    text = _with_unit(field)
    described = {"description": text} if text else {}
    if not only_sent:
        schema = _plain(field.type)
        # OpenAPI 3.0 ignores everything beside a `$ref`.
        schema = {"allOf": [schema]} if isinstance(field.type, Reference) else schema
        return schema | _null(field.nullable) | described
    choices = [_plain(field.type)]
    if isinstance(field.type, Scalar) and field.type.kind == "number":
        # An int is as exact as a Decimal, and what people write: `quantity=1`.
        choices.append({"type": "integer"})
    if field.nullable:
        # OpenAPI 3.1's way of saying null; the 3.0 keyword makes the generator forget the third state.
        choices.append({"type": "null"})
    return described | ({"oneOf": choices} if len(choices) > 1 else choices[0])


def _null(nullable: bool) -> dict[str, Any]:  # noqa: FBT001 - it is all that there is to say
    return {"nullable": True} if nullable else {}


def _plain(type_: Type) -> dict[str, Any]:
    match type_:
        case Scalar(kind, format_):
            return {"type": kind} | ({"format": format_} if kind != "string" or format_ == "date-time" else {})
        case Array(items, nullable_items):
            return {"type": "array", "items": _plain(items) | _null(nullable_items)}
        case Map(values, nullable_values):
            return {"type": "object", "additionalProperties": _plain(values) | _null(nullable_values)}
        case Reference(name):
            return {"$ref": f"{_SCHEMAS}{name}"}
        case Object():
            return {"type": "object"}
        case Anything():
            return {}
        case _:
            assert_never(type_)


def _about(schema: Schema) -> str:
    """What a class is, for its docstring."""
    text = " ".join(schema.description.split()).rstrip(".")
    if isinstance(schema, Enum) and not text:
        text = "Values in the vendor's order; one that is not listed is kept as it comes"
    origin = f"`{schema.upstream_id}` in the vendor's document" if schema.upstream_id else ""
    about = ". ".join(part for part in (text, origin) if part) + "."
    return "\n\n".join([about, *(_units(schema) if isinstance(schema, Model) else ())])


def _units(model: Model) -> list[str]:
    """A sentence for each unit that fields of a class have."""
    found: dict[str, list[str]] = {}
    for field in model.fields:
        if unit := UNITS.get(field.unit):
            found.setdefault(unit.removeprefix("in "), []).append(f"`{field.name}`")
    return [textwrap.fill(f"In {unit}: {', '.join(fields)}.", _WIDTH) for unit, fields in found.items()]


def _with_unit(field: Field) -> str:
    text = " ".join(field.description.split())
    if field.deprecated:
        text = f"Deprecated. {text}".rstrip()
    unit = UNITS.get(field.unit, "")
    return f"{text} ({unit})" if unit and text else text or unit.capitalize()
