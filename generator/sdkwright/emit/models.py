"""Writes `models.py` with datamodel-code-generator: one msgspec Struct or enum a schema.

datamodel-code-generator writes the classes and their texts. What a field's type and default are, and which value each
member of an enum has, the representation says: that is put in the place of what was written.
"""

import ast
import json
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Final

from sdkwright.emit.annotations import SHADOWED, aliases, unshadowed
from sdkwright.emit.fields import EXTRAS, FieldCode, fields_of
from sdkwright.emit.unions import named_unions
from sdkwright.emit.written import GROUP, written
from sdkwright.errors import GeneratorError
from sdkwright.ir import Alias, Api, Enum, Model, Schema

_KINDS: Final = (
    "ABSENT", "Extras", "Nullable", "NullableAmount", "Omissible", "OmissibleAmount", "ReadOnly", "RequiredAmount",
)  # fmt: skip
_NAME: Final = re.compile(r"\w+")
_IMPORTS: Final = """\
from __future__ import annotations

{aliases}from datetime import date, datetime, time
from decimal import Decimal
from typing import Annotated, Any, TypeAlias
from uuid import UUID

from msgspec import UNSET, UnsetType, field

from ._json.decimals import DecimalText
from ._json.calendar_durations import Duration
from ._json.model import Model
from ._json.nullable import {kinds}
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
    return imports(api) + "\n\n\n".join(classes(api).values()) + named_unions(api)


def imports(api: Api, *, depth: int = 1) -> str:
    """What the source of models begins with; more than it uses.

    Args:
        api: The API.
        depth: How many folders the module lies below the package's own, and one.
    """
    lines = _IMPORTS.format(aliases=aliases(shadowed(api)), kinds=", ".join(_kinds(api)))
    return lines.replace("from .", f"from {'.' * depth}")


def _kinds(api: Api) -> list[str]:
    """What fields are made with: all of it would not fit on one line, and stay on several when most is dropped."""
    codes = (code for model in api.models.values() for code in fields_of(model, api.schemas))
    used = {name for code in codes for text in (code.annotation, code.default or "") for name in _NAME.findall(text)}
    return [kind for kind in _KINDS if kind in used] or [_KINDS[0]]


def classes(api: Api, *, group: int = GROUP, processes: int | None = None) -> dict[str, str]:
    """The source of each class by its name, in the order of the names.

    Args:
        api: The API.
        group: As for `written`.
        processes: As for `written`.

    Raises:
        GeneratorError: As for `models`.
    """
    _check_names(api)
    taken = shadowed(api)
    found: dict[str, str] = {}
    listed = [schema for schema in api.schemas.values() if not isinstance(schema, Alias)]
    for source in written(listed, group=group, processes=processes):
        found |= _as_represented(source, api.schemas, taken)
    return dict(sorted(found.items()))


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


def _as_represented(source: str, schemas: Mapping[str, Schema], taken: Collection[str]) -> Iterator[tuple[str, str]]:
    """The classes of `source` by their names, with our bases, types, defaults, members and values."""
    lines = source.split("\n")
    for node in ast.parse(source).body:
        if not isinstance(node, ast.ClassDef):
            continue
        changed: dict[int, tuple[int, list[str]]] = {}
        # Of a class that is no schema `verify` says so.
        schema = schemas.get(node.name)
        if schema is not None and not isinstance(schema, Alias):
            changed[node.lineno] = (node.lineno, [_head(schema)])
            if isinstance(schema, Enum):
                changed |= _members(node, schema)
            else:
                changed |= _fields(node, lines, fields_of(schema, schemas), taken)
        made: list[str] = []
        number = node.lineno
        while number <= (node.end_lineno or node.lineno):
            last, text = changed.get(number, (number, [lines[number - 1]]))
            made += text
            number = last + 1
        yield node.name, "\n".join(made)


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
    # Of an empty list nobody could tell what it holds.
    kind = "" if names else ": list[str]"
    lines.insert(imports[-1].end_lineno or 0, f"\n__all__{kind} = {json.dumps(names)}\n")
    return "\n".join(lines)
