"""Writes `models.py` with datamodel-code-generator: one msgspec Struct or enum a schema."""

import ast
import json
import re
from collections.abc import Collection, Mapping
from functools import lru_cache

from datamodel_code_generator import generate

from sdkwright.emit.dialect import dialect
from sdkwright.errors import GeneratorError
from sdkwright.ir import Api, Direction, Enum, Schema

# Never written: it becomes relative imports.
_PACKAGE = "package"


def models(api: Api) -> str:
    """The source of the models of an API.

    A received model gives None for a property that is null or absent, and takes an enum as text or ordinal. In a model
    that is sent, null and absent differ: None is sent as null, and `UNSET`, the default, sends nothing. A model that is
    both sent and received keeps that difference, and reads as None all the same.

    Raises:
        GeneratorError: datamodel-code-generator could not read the schemas.
    """
    try:
        source = _written(json.dumps([dialect(api), _options(api)]))
    except Exception as error:  # the generator raises whatever its parser met
        detail = " ".join(f"{type(error).__name__}: {error}".split())
        raise GeneratorError(f"datamodel-code-generator failed on the schemas: {detail[:300]}.") from error
    if not isinstance(source, str):
        raise GeneratorError("datamodel-code-generator wrote several modules where one was expected.")
    source = _with_members(_on_our_bases(source.partition("\n\n")[2]), api.enums)
    both = {name for name, schema in api.schemas.items() if schema.direction is Direction.BOTH}
    return _with_states(_with_ordinals(source, api.schemas), both)


@lru_cache(maxsize=8)
def _written(asked: str) -> object:
    """What datamodel-code-generator answers to schemas and options, as JSON.

    It takes longest of all, and two revisions of a document often have the same schemas.
    """
    schemas, options = json.loads(asked)
    return generate(schemas, **options)


def _options(api: Api) -> dict[str, object]:
    return {
        "input_file_type": "openapi",
        "openapi_scopes": ["schemas"],
        "output_model_type": "msgspec.Struct",
        "target_python_version": "3.11",
        "formatters": [],
        "disable_timestamp": True,
        "aliases": {field.wire: field.name for model in api.models.values() for field in model.fields},
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
        "base_class": f"{_PACKAGE}._json.model.Model",
        "strict_refs": True,
        "allow_remote_refs": False,
    }


def _on_our_bases(source: str) -> str:
    """`source` with enums on our open base, which datamodel-code-generator has no option for."""
    source = re.sub(r"^from enum import StrEnum$", "from .enums import OpenEnum", source, flags=re.MULTILINE)
    source = re.sub(rf"^from {_PACKAGE}\._json\.model import", "from ._json.model import", source, flags=re.MULTILINE)
    return re.sub(r"^class (\w+)\(StrEnum\):$", r"class \1(OpenEnum):", source, flags=re.MULTILINE)


def _with_members(source: str, enums: Mapping[str, Enum]) -> str:
    """`source` with the members that were asked for: datamodel-code-generator writes B2B as B2_B."""
    lines = source.split("\n")
    for node in ast.parse(source).body:
        if not isinstance(node, ast.ClassDef) or node.name not in enums:
            continue
        written = [statement.targets[0] for statement in node.body if isinstance(statement, ast.Assign)]
        # Where a value was dropped or added, `verify` says so: it compares values and names.
        for target, member in zip(written, enums[node.name].members, strict=False):
            _replace(lines, target, member)
    return "\n".join(lines)


def _with_ordinals(source: str, schemas: Mapping[str, Schema]) -> str:
    """`source` with corrected ordinals on the enums, and with enums that may be ordinals in the received models."""
    enums = {name for name, schema in schemas.items() if isinstance(schema, Enum)}
    lines = source.split("\n")
    for node in ast.parse(source).body:
        schema = schemas.get(node.name) if isinstance(node, ast.ClassDef) else None
        if not isinstance(node, ast.ClassDef) or schema is None:
            continue
        if isinstance(schema, Enum) and schema.ordinals:
            numbers = ", ".join(map(str, schema.ordinals))
            lines[node.lineno - 1] = f"class {node.name}(OpenEnum, ordinals=({numbers},)):"
        if schema.direction is not Direction.SENT:
            annotated = [field for field in node.body if isinstance(field, ast.AnnAssign)]
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
            default = next((argument.value for argument in _keywords(field) if argument.arg == "default"), None)
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


def with_public_names(source: str, names: list[str]) -> str:
    """`source` with an `__all__` behind its imports."""
    lines = source.split("\n")
    imports = [node for node in ast.parse(source).body if isinstance(node, ast.Import | ast.ImportFrom)]
    lines.insert(imports[-1].end_lineno or 0, f"\n__all__ = {json.dumps(names)}\n")
    return "\n".join(lines)
