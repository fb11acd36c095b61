"""Answers as plain rows, in this package's names, without secrets; and the columns to show of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from decimal import Decimal
from enum import Enum
from pathlib import Path
from typing import Any, Final, TypeAlias, cast

import click
import msgspec

from .._api import COLUMNS
from .._json.decimals import decimal_text
from .._json.fields import EXTRAS, is_on_wire
from .._json.hiding import hide_secrets, is_secret, is_secret_member
from .._json.shapes import Shape, is_list, is_object, shape_of
from ._text import escape_terminal, nearest

BUILDS_ON: Final = ("_api.COLUMNS",)

Row: TypeAlias = dict[str, Any]
HIDDEN: Final = "<hidden>"

_MOST: Final = 8
_FEWEST: Final = 3


def plain(value: object) -> Any:
    """Return a value as plain objects: models as dicts of all their fields, enums as the service's texts.

    Args:
        value: What a method returned. Fields that hold secrets become `<hidden>`.
    """
    if isinstance(value, msgspec.Struct):
        kind = type(value)
        members = {name: _member(kind.__name__, name, getattr(value, name)) for name in _names(kind)}
        extras = plain(hide_secrets(getattr(value, EXTRAS, None)))
        return members | {EXTRAS: extras} if extras else members
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, list):
        return [plain(item) for item in cast("list[object]", value)]
    if isinstance(value, dict):
        members = cast("dict[str, object]", value)
        return {name: HIDDEN if item and is_secret_member(name) else plain(item) for name, item in members.items()}
    return str(value) if isinstance(value, Path) else value


def _member(model: str, name: str, value: object) -> Any:
    return HIDDEN if value and is_secret(model, name) else plain(value)


def _names(kind: type[msgspec.Struct]) -> list[str]:
    return [field.name for field in msgspec.structs.fields(kind) if is_on_wire(field.encode_name)]


def columns_of(kind: Any) -> tuple[str, ...]:
    """Return the names of all fields of a model, or of all models of a union; of anything else, `value`.

    Args:
        kind: The type of the items.
    """
    return tuple(_fields(shape_of(kind))) or ("value",)


def default_columns(kind: Any) -> tuple[str, ...]:
    """Return the default columns of a table. `--fields` and the other formats have the other fields.

    Args:
        kind: The type of the items.
    """
    fields = _fields(shape_of(kind))
    if not fields:
        return ("value",)
    found = [path for path in COLUMNS if _leads_somewhere(shape_of(kind), path)]
    if len(found) < _FEWEST:
        found += [name for name, inner in fields.items() if not inner.fields and inner.item is None]
    return tuple(dict.fromkeys(found))[:_MOST]


def by_weight(names: Sequence[str]) -> list[str]:
    """Return names of fields in the order of their importance."""
    return sorted(names, key=lambda name: COLUMNS.index(name) if name in COLUMNS else len(COLUMNS))


def _fields(shape: Shape) -> dict[str, Shape]:
    """The fields of a model by their names; of a union, those of all its models, and `value` for what is none."""
    if not shape.choices:
        return {field.name: field.shape for field in shape.fields.values()}
    found: dict[str, Shape] = {}
    for choice in shape.choices:
        found |= {name: inner for name, inner in _fields(choice).items() if name not in found}
    if found and not all(choice.fields for choice in shape.choices):
        found.setdefault("value", Shape(object))
    return found


def _leads_somewhere(shape: Shape, path: str) -> bool:
    place: Shape | None = shape
    for step in path.split("."):
        place = _fields(place).get(step) if place else None
    return place is not None and not place.fields and place.item is None


def chosen(fields: str, kind: Any) -> tuple[str, ...]:
    """Return the columns that `--fields` names.

    Args:
        fields: Names with commas between; `client.name` reaches into a model.
        kind: The type of the items.

    Raises:
        UsageError: There is no such field.
    """
    paths = tuple(filter(None, (path.strip() for path in fields.split(","))))
    if not paths:
        raise click.UsageError("--fields: name at least one field.")
    for path in paths:
        place = shape_of(kind)
        for step in path.split("."):
            names = _fields(place)
            if step not in names:
                near = nearest(step, names)
                hint = f"did you mean {near}?" if near else f"there are {', '.join(names) or 'none'}."
                raise click.UsageError(f"--fields: there is no field {escape_terminal(path)}; {hint}")
            place = names[step]
    return paths


def picked(row: object, columns: Sequence[str]) -> Row:
    """Return the columns of one row.

    Args:
        row: What `plain` made of an item.
        columns: Paths, as `columns_of`, `default_columns` or `chosen` returns them.
    """
    if not is_object(row):
        return {"value": row}
    return {path: _at(row, path) for path in columns}


def _at(row: Row, path: str) -> Any:
    if path in row:
        # What a query made may have a name with dots.
        return row[path]
    value: Any = row
    for step in path.split("."):
        value = value.get(step) if is_object(value) else None
    return value


def flat(row: Row) -> Iterable[tuple[str, Any]]:
    """Yield the path and value of each field of a model that is not empty."""
    for name, value in row.items():
        if is_object(value):
            yield from ((f"{name}.{inner}", item) for inner, item in flat(value))
        elif value is not None and not (is_list(value) and not value):
            yield name, value


def cell(value: Any) -> str:
    """Return a value as one line of text, as a cell of a table holds it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, datetime):
        midnight = (value.hour, value.minute, value.second, value.microsecond) == (0, 0, 0, 0)
        text = value.isoformat(sep=" ", timespec="minutes").replace("+00:00", "Z")
        return text.partition(" ")[0] if midnight else text
    if is_list(value) or is_object(value):
        return f"{len(value)} entries" if is_list(value) else escape_terminal(msgspec.json.encode(value).decode())
    return escape_terminal(decimal_text(value) if isinstance(value, Decimal) else value)
