"""Writes `models.py` with datamodel-code-generator: one msgspec Struct or enum a schema."""

import ast
import copy
import re
import textwrap
from collections.abc import Collection
from typing import Any

from datamodel_code_generator import generate

from sdkwright.emit.schemas import only_sent, python_name, sent_and_received
from sdkwright.errors import GeneratorError
from sdkwright.normalise.ordinals import ORDINALS
from sdkwright.normalise.units import UNITS

_KEPT = (
    "type",
    "format",
    "description",
    "properties",
    "required",
    "items",
    "allOf",
    "nullable",
    "enum",
    "x-enum-varnames",
    "$ref",
)


_WIDTH = 110


def models(document: dict[str, Any]) -> str:
    """The source of the models of a normalised document.

    A received model gives None for a property that is null or absent, and takes an enum as text or ordinal. In a model
    that is sent, null and absent differ: None is sent as null, and `UNSET`, the default, sends nothing. A model that is
    both sent and received keeps that difference, and reads as None all the same.

    Raises:
        GeneratorError: datamodel-code-generator could not read the schemas.
    """
    schemas = document["components"]["schemas"]
    sent = only_sent(document)
    shown = {name: _dialect(schema, only_sent=name in sent) for name, schema in schemas.items()}
    stripped = {
        "openapi": "3.0.3",
        "info": {"title": "models", "version": "1"},
        "paths": {},
        "components": {"schemas": shown},
    }
    try:
        source = generate(stripped, **_options(schemas))  # type: ignore[arg-type]
    except Exception as error:  # the generator raises whatever its parser met
        detail = " ".join(f"{type(error).__name__}: {error}".split())
        raise GeneratorError(f"datamodel-code-generator failed on the schemas: {detail[:300]}.") from error
    if not isinstance(source, str):
        raise GeneratorError("datamodel-code-generator wrote several modules where one was expected.")
    received = {name for name in schemas if name not in sent}
    source = _with_members(_on_our_bases(source.partition("\n\n")[2]), schemas)
    return _with_states(_with_ordinals(source, schemas, received), sent_and_received(document))


def _options(schemas: dict[str, Any]) -> dict[str, object]:
    names = {
        wire: python_name(wire, value)
        for schema in schemas.values()
        for wire, value in schema.get("properties", {}).items()
    }
    return {
        "input_file_type": "openapi",
        "openapi_scopes": ["schemas"],
        "output_model_type": "msgspec.Struct",
        "target_python_version": "3.11",
        "formatters": [],
        "disable_timestamp": True,
        "aliases": names,
        "snake_case_field": True,
        "strict_nullable": True,
        "use_annotated": False,
        "type_mappings": ["number+decimal=decimal"],
        "output_datetime_class": "datetime",
        "use_specialized_enum": True,
        "capitalise_enum_members": True,
        "enum_field_as_literal": "none",
        "keyword_only": True,
        "keep_model_order": True,
        "use_schema_description": True,
        "use_field_description": True,
        "base_class": "envoice._json.model.Model",
        "strict_refs": True,
        "allow_remote_refs": False,
    }


def _on_our_bases(source: str) -> str:
    """`source` with enums on our open base, which datamodel-code-generator has no option for."""
    source = re.sub(r"^from enum import StrEnum$", "from .enums import OpenEnum", source, flags=re.MULTILINE)
    source = re.sub(r"^from envoice\._json\.model import", "from ._json.model import", source, flags=re.MULTILINE)
    return re.sub(r"^class (\w+)\(StrEnum\):$", r"class \1(OpenEnum):", source, flags=re.MULTILINE)


def _with_members(source: str, schemas: dict[str, Any]) -> str:
    """`source` with the members that were asked for: datamodel-code-generator writes B2B as B2_B."""
    lines = source.split("\n")
    for node in ast.parse(source).body:
        if not isinstance(node, ast.ClassDef) or "enum" not in schemas.get(node.name, {}):
            continue
        written = [statement.targets[0] for statement in node.body if isinstance(statement, ast.Assign)]
        # Where a value was dropped or added, `verify` says so: it compares values and names.
        for target, asked in zip(written, schemas[node.name]["x-enum-varnames"], strict=False):
            _replace(lines, target, asked)
    return "\n".join(lines)


def _with_ordinals(source: str, schemas: dict[str, Any], received: set[str]) -> str:
    """`source` with corrected ordinals on the enums, and with enums that may be ordinals in the `received` models."""
    enums = {name: schema for name, schema in schemas.items() if "enum" in schema}
    lines = source.split("\n")
    for node in ast.parse(source).body:
        if not isinstance(node, ast.ClassDef):
            continue
        if numbers := enums.get(node.name, {}).get(ORDINALS):
            lines[node.lineno - 1] = f"class {node.name}(OpenEnum, ordinals=({', '.join(map(str, numbers))},)):"
        annotated = [field for field in node.body if isinstance(field, ast.AnnAssign) and node.name in received]
        for name in [name for field in annotated for name in _names(field, enums)]:
            _replace(lines, name, f"OrOrdinal[{name.id}]")
    return "\n".join(lines).replace("from .enums import OpenEnum\n", "from .enums import OpenEnum, OrOrdinal\n", 1)


def _with_states(source: str, both: set[str]) -> str:
    """`source` with fields that may be a value, null or absent in the models that are `both` sent and received."""
    lines = source.split("\n")
    used: set[str] = set()
    for node in ast.parse(source).body:
        if not isinstance(node, ast.ClassDef) or node.name not in both:
            continue
        for field in [field for field in node.body if isinstance(field, ast.AnnAssign)]:
            kind = ast.unparse(field.annotation)
            inner = kind.removesuffix(" | None")
            default = next((one.value for one in _keywords(field) if one.arg == "default"), None)
            if default is not None and inner != kind:
                _replace(lines, default, "ABSENT")
                kind = "NullableAmount" if inner == "Decimal" else f"Nullable[{inner}]"
            elif default is None and kind == "Decimal":
                kind = "RequiredAmount"
            else:
                continue
            _replace(lines, field.annotation, kind)
            used |= {kind.partition("[")[0], *(("ABSENT",) if default is not None else ())}
    if used:
        known = "from ._json.model import Model"
        place = lines.index(known)
        lines.insert(place, f"from ._json.nullable import {', '.join(sorted(used))}")
    return "\n".join(lines)


def _keywords(field: ast.AnnAssign) -> list[ast.keyword]:
    return field.value.keywords if isinstance(field.value, ast.Call) else []


def _replace(lines: list[str], node: ast.expr, text: str) -> None:
    """Put `text` in the place of a node that stands on one line."""
    line = lines[node.lineno - 1].encode()
    parts = (line[: node.col_offset], text.encode(), line[node.end_col_offset :])
    lines[node.lineno - 1] = b"".join(parts).decode()


def _names(field: ast.AnnAssign, wanted: Collection[str]) -> list[ast.Name]:
    """The names among `wanted` in a field's annotation, last first, so that changing one moves no other."""
    found = [node for node in ast.walk(field.annotation) if isinstance(node, ast.Name) and node.id in wanted]
    return sorted(found, key=lambda node: node.col_offset, reverse=True)


def _dialect(schema: dict[str, Any], *, only_sent: bool) -> dict[str, Any]:
    """`schema` in the words that make datamodel-code-generator write what we mean."""
    result = {key: copy.deepcopy(schema[key]) for key in _KEPT if key in schema}
    result["description"] = _about(schema)
    if "properties" in result:
        result["properties"] = {
            wire: _property(value, only_sent=only_sent) for wire, value in schema["properties"].items()
        }
    return result


def _property(schema: dict[str, Any], *, only_sent: bool) -> dict[str, Any]:
    result = {key: copy.deepcopy(schema[key]) for key in _KEPT if key in schema}
    if text := _with_unit(schema):
        result["description"] = text
    if not only_sent:
        return result
    choices = result.pop("allOf", None) or [
        {key: result.pop(key) for key in ("type", "format", "items") if key in result}
    ]
    if choices[0].get("type") == "number":
        # An int is as exact as a Decimal, and what people write: `quantity=1`.
        choices.append({"type": "integer"})
    if result.pop("nullable", False):
        # OpenAPI 3.1's way of saying null; the 3.0 keyword makes the generator forget the third state.
        choices.append({"type": "null"})
    return result | {"oneOf": choices} if len(choices) > 1 else result | choices[0]


def _about(schema: dict[str, Any]) -> str:
    """What a class is, for its docstring."""
    text = " ".join(str(schema.get("description", "")).split()).rstrip(".")
    if "enum" in schema and not text:
        text = "Values in the vendor's order; one that is not listed is kept as it comes"
    upstream = schema.get("x-upstream-id")
    origin = f"`{upstream}` in the vendor's document" if upstream else ""
    about = ". ".join(part for part in (text, origin) if part) + "."
    return "\n\n".join([about, *_units(schema)])


def _units(schema: dict[str, Any]) -> list[str]:
    """A sentence for each unit that fields of a class have."""
    found: dict[str, list[str]] = {}
    for wire, field in schema.get("properties", {}).items():
        if unit := UNITS.get(field.get("x-unit", "")):
            found.setdefault(unit.removeprefix("in "), []).append(f"`{python_name(wire, field)}`")
    return [textwrap.fill(f"In {unit}: {', '.join(fields)}.", _WIDTH) for unit, fields in found.items()]


def _with_unit(schema: dict[str, Any]) -> str:
    text = " ".join(str(schema.get("description", "")).split())
    if schema.get("deprecated"):
        text = f"Deprecated. {text}".rstrip()
    unit = UNITS.get(schema.get("x-unit", ""))
    return f"{text} ({unit})" if unit and text else text or (unit or "").capitalize()
