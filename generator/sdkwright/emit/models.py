"""Writes `models.py` with datamodel-code-generator: one msgspec Struct or enum a schema.

datamodel-code-generator writes the classes and their texts. What a field's type and default are, and which value each
member of an enum has, the representation says: that is put in the place of what was written.
"""

import ast
import json
from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache
from typing import Final

from datamodel_code_generator import generate

from sdkwright.emit.annotations import SHADOWED, aliases, unshadowed
from sdkwright.emit.dialect import dialect
from sdkwright.emit.fields import EXTRAS, FieldCode, fields_of
from sdkwright.emit.unions import named_unions
from sdkwright.errors import GeneratorError
from sdkwright.ir import Alias, Api, Enum, Model, Schema

# Never written: it would become relative imports.
_PACKAGE: Final = "package"
_IMPORTS: Final = """\
from __future__ import annotations

{aliases}from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Annotated, Any, TypeAlias
from uuid import UUID

from msgspec import UNSET, UnsetType, field

from ._json.decimals import DecimalText
from ._json.model import Model
from ._json.nullable import ABSENT, Extras, Nullable, NullableAmount, ReadOnly, RequiredAmount
from ._json.unions import Discriminator, OneOf
from .enums import OpenEnum, OpenIntEnum, OrOrdinal

"""


def models(api: Api) -> str:
    """The source of the models of an API. It imports more than it uses.

    A received model gives None for a property that is null or absent, and takes an enum as text or ordinal. In a model
    that is sent, null and absent differ: None is sent as null, and `UNSET`, the default, sends nothing. A model that is
    both sent and received keeps that difference, and reads as None all the same.

    Raises:
        GeneratorError: datamodel-code-generator could not read the schemas, or a property has a name that no class can
            have for it.
    """
    _check_names(api)
    if not api.schemas:
        return _IMPORTS.format(aliases="")
    try:
        source = _written(json.dumps([dialect(api), _options(api)]))
    except Exception as error:  # the generator raises whatever its parser met
        detail = " ".join(f"{type(error).__name__}: {error}".split())
        raise GeneratorError(f"datamodel-code-generator failed on the schemas: {detail[:300]}.") from error
    if not isinstance(source, str):
        raise GeneratorError("datamodel-code-generator wrote several modules where one was expected.")
    taken = shadowed(api)
    return _IMPORTS.format(aliases=aliases(taken)) + _as_represented(source, api.schemas, taken) + named_unions(api)


def shadowed(api: Api) -> frozenset[str]:
    """The types that `models.py` imports by another name, because a field has theirs.

    Args:
        api: The API.
    """
    return frozenset(field.name for model in api.models.values() for field in model.fields) & SHADOWED


def _check_names(api: Api) -> None:
    for model in api.models.values():
        for field in model.fields:
            # msgspec's rule.
            if any(char in '"\\' or char < " " for char in field.wire):
                raise GeneratorError(
                    f"{model.name}: the name of the property {field.wire[:80]!r} has a quote, a backslash or a control "
                    "character, which the name of no field can have; take it out with an overlay action."
                )


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
        # Else names such as `json` and `copy` would be changed.
        "aliases": {field.name: field.name for model in api.models.values() for field in model.fields},
        "snake_case_field": True,
        "strict_nullable": True,
        "use_annotated": False,
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


def _as_represented(source: str, schemas: Mapping[str, Schema], taken: Collection[str]) -> str:
    """`source` without its imports, with our bases, types, defaults, members and values."""
    lines, changed = source.split("\n"), dict[int, tuple[int, list[str]]]()
    tree = ast.parse(source)
    classes = [node for node in tree.body if isinstance(node, ast.ClassDef)]
    for node in classes:
        schema = schemas.get(node.name)
        if schema is None or isinstance(schema, Alias):
            # `verify` says so.
            continue
        changed[node.lineno] = (node.lineno, [_head(schema)])
        if isinstance(schema, Enum):
            changed |= _members(node, schema)
        else:
            changed |= _fields(node, lines, fields_of(schema, schemas), taken)
    first = classes[0].lineno if classes else len(lines) + 1
    made: list[str] = []
    number = first
    while number <= len(lines):
        last, text = changed.get(number, (number, [lines[number - 1]]))
        made += text
        number = last + 1
    return "\n".join(made)


def _head(schema: Model | Enum) -> str:
    if not isinstance(schema, Enum):
        return f"class {schema.name}(Model, kw_only=True):"
    if schema.kind == "integer":
        return f"class {schema.name}(OpenIntEnum):"
    ordinals = f", ordinals=({', '.join(map(str, schema.ordinals))},)" if schema.ordinals else ""
    return f"class {schema.name}(OpenEnum{ordinals}):"


def _members(node: ast.ClassDef, enum: Enum) -> dict[int, tuple[int, list[str]]]:
    """The members as lines, by the line on which each stands: datamodel-code-generator writes B2B as B2_B."""
    written = [statement for statement in node.body if isinstance(statement, ast.Assign)]
    pairs = zip(written, enum.members, enum.values, strict=False)
    # Where a value was dropped or added, `verify` says so: it compares values and names.
    return {old.lineno: (old.end_lineno or old.lineno, [f"    {name} = {value!r}"]) for old, name, value in pairs}


def _fields(
    node: ast.ClassDef, lines: Sequence[str], codes: Sequence[FieldCode], taken: Collection[str]
) -> dict[int, tuple[int, list[str]]]:
    """The fields as lines, by the line on which each stands."""
    by_name = {code.field.name: code for code in codes}
    changed: dict[int, tuple[int, list[str]]] = {}
    for statement in node.body:
        if isinstance(statement, ast.AnnAssign) and (code := by_name.get(ast.unparse(statement.target))) is not None:
            changed[statement.lineno] = (statement.end_lineno or statement.lineno, [_statement(code, taken)])
    if (extras := by_name.get(EXTRAS)) is not None:
        last = node.body[-1]
        end = last.end_lineno or last.lineno
        before = [] if isinstance(last, ast.Pass) else lines[last.lineno - 1 : end]
        before = changed[last.lineno][1] if last.lineno in changed else before
        said = f'    """\n    {extras.field.description}\n    """'
        changed[last.lineno] = (end, [*before, _statement(extras, taken), said])
    return changed


def _statement(code: FieldCode, taken: Collection[str]) -> str:
    annotation = unshadowed(code.annotation, taken)
    default = "" if code.default is None else f", default={code.default}"
    return f"    {code.field.name}: {annotation} = field(name={code.field.wire!r}{default})"


def with_public_names(source: str, names: list[str]) -> str:
    """`source` with an `__all__` behind its imports."""
    lines = source.split("\n")
    imports = [node for node in ast.parse(source).body if isinstance(node, ast.Import | ast.ImportFrom)]
    lines.insert(imports[-1].end_lineno or 0, f"\n__all__ = {json.dumps(names)}\n")
    return "\n".join(lines)
