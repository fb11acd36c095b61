"""Writes the schemas in the words that make datamodel-code-generator write what we mean.

The types of fields are not among them: `emit/models.py` puts those of the representation in the place of any others. So
no schema here refers to another one, and whatever is written of one is the same beside any others.
"""

import textwrap
from collections.abc import Iterable
from typing import Any, Final

from sdkwright.emit.docstrings import readable
from sdkwright.emit.notes import notes
from sdkwright.ir import Direction, Enum, Field, Model, Schema
from sdkwright.normalise.units import UNITS

_WIDTH: Final = 110


def dialect(schemas: Iterable[Model | Enum]) -> dict[str, Any]:
    """A document with nothing but these schemas.

    Args:
        schemas: The models and enums.
    """
    return {
        "openapi": "3.0.3",
        "info": {"title": "models", "version": "1"},
        "paths": {},
        "components": {"schemas": {schema.name: _schema(schema) for schema in schemas}},
    }


def _schema(schema: Model | Enum) -> dict[str, Any]:
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
        "properties": {field.name: _property(field, schema.direction) for field in schema.fields},
        "required": [field.name for field in schema.fields if field.required],
    }


def _property(field: Field, direction: Direction) -> dict[str, Any]:
    text = _with_notes(field, direction)
    # Whether it may be null decides with `required` whether it has a default, and so its place.
    null = {"nullable": True} if field.nullable else {}
    return {"type": "string"} | null | ({"description": text} if text else {})


def about(schema: Schema) -> str:
    """What a named schema is, for its docstring.

    Args:
        schema: The schema.
    """
    text = readable(schema.description).rstrip(".")
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
    text = readable(field.description)
    if field.deprecated:
        text = f"Deprecated. {text}".rstrip()
    said = "; ".join(notes(field, direction))
    return f"{text} ({said})" if said and text else text or said[:1].upper() + said[1:]
