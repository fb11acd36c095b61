"""Reads the fields of the generated models back from their source, so that methods and models cannot disagree."""

import ast
import re
from typing import Final

import attrs

_OR_ORDINAL: Final = re.compile(r"\bOrOrdinal\[(\w+)\]")
_AMOUNTS: Final = {"NullableAmount": "Decimal | int | None | UnsetType", "RequiredAmount": "Decimal | int"}
_DEFAULTS: Final = {"ABSENT": "UNSET"}


@attrs.frozen
class Field:
    """One field of a model as `models.py` has it.

    Attributes:
        name: In Python.
        wire: In JSON.
        annotation: Source of its type, as a caller sees it: what a caller passes for an enum is never an ordinal.
        default: Source of its default, or None if the field is required.
    """

    name: str
    wire: str
    annotation: str
    default: str | None


def fields(models_source: str) -> dict[str, list[Field]]:
    """The fields of every class in the source of `models.py`, by class."""
    return {
        node.name: [_field(item) for item in node.body if isinstance(item, ast.AnnAssign)]
        for node in ast.parse(models_source).body
        if isinstance(node, ast.ClassDef)
    }


def _field(node: ast.AnnAssign) -> Field:
    name = ast.unparse(node.target)
    options = node.value.keywords if isinstance(node.value, ast.Call) else []
    given = {option.arg: option.value for option in options}
    wire = ast.literal_eval(given["name"]) if "name" in given else name
    default = ast.unparse(given["default"]) if "default" in given else None
    if node.value is not None and not isinstance(node.value, ast.Call):
        default = ast.unparse(node.value)
    return Field(name, str(wire), _as_given(node.annotation), _DEFAULTS.get(default or "", default))


def _as_given(annotation: ast.expr) -> str:
    """What a caller may pass for a field."""
    text = ast.unparse(annotation)
    if isinstance(annotation, ast.Subscript) and ast.unparse(annotation.value) == "Nullable":
        text = f"{ast.unparse(annotation.slice)} | None | UnsetType"
    return _OR_ORDINAL.sub(r"\1", _AMOUNTS.get(text, text))
