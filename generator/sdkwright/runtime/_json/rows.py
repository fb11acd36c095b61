"""Models as flat rows, for data frames: a column for each field, also of the models inside, by names with dots."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Any, Final, cast
from uuid import UUID

import msgspec

from ..errors import ConfigurationError
from .base_types import as_base_type, date_type, datetime_type
from .codec import encode
from .durations import duration_text
from .fields import EXTRAS
from .hiding import HIDDEN, is_secret, without_query
from .plain import plain_value
from .shapes import Shape, declared_shape, is_enum, is_int_enum

VALUE: Final = "value"
"""The column of what is no model."""

_ANY: Final = Shape(object)
_TEXTS: Final = frozenset({str, UUID, time, timedelta})


class Column(msgspec.Struct, frozen=True, eq=False):
    """A column.

    Args:
        name: Its name, `client.name`.
        steps: The fields that lead to its value.
        shape: What the value is.
        hides: Whether it holds a secret that is not shown.
    """

    name: str
    steps: tuple[str, ...]
    shape: Shape
    hides: bool = False

    @property
    def kind(self) -> Any:
        """The type of the values: str, bool, int, Decimal, bytes, date or datetime."""
        kind = Decimal if self.shape.is_amount else self.shape.kind
        if self.hides or self.shape.choices or kind in _TEXTS or is_enum(kind):
            return str
        if is_int_enum(kind):
            return int
        return kind if kind in {bool, int, Decimal, bytes, date_type(), datetime_type()} else str


def columns_of(shape: Shape, *, depth: int, secrets: bool) -> tuple[Column, ...]:
    """Return the columns of a type: of a union those of all its models, and `value` for what is none.

    Args:
        shape: The type of the items.
        depth: How many models within one another have columns of their own.
        secrets: Whether secrets are among the values.
    """
    return _columns(shape, depth, secrets)


@cache
def _columns(shape: Shape, depth: int, secrets: bool) -> tuple[Column, ...]:  # noqa: FBT001 - of a cache
    if not shape.choices:
        found = tuple(_fields(shape, (), depth, secrets, frozenset({shape})))
        return found or (Column(VALUE, (), shape),)
    merged: dict[str, Column] = {}
    for choice in shape.choices:
        _merge(merged, _columns(choice, depth, secrets))
    return tuple(merged.values())


def _merge(merged: dict[str, Column], columns: Iterable[Column]) -> None:
    """Add columns to those that are there."""
    for column in columns:
        known = merged.setdefault(column.name, column)
        if known.kind is not column.kind:
            # One name for different types: a text holds either.
            merged[column.name] = Column(column.name, column.steps, _ANY)


def _fields(
    shape: Shape,
    steps: tuple[str, ...],
    depth: int,
    secrets: bool,  # noqa: FBT001 - as above
    around: frozenset[Shape],
) -> Iterator[Column]:
    for field in shape.fields.values():
        inner, path = field.shape, (*steps, field.name)
        hides = not secrets and is_secret(shape.kind.__name__, field.name)
        if inner.fields and depth and not hides and inner not in around:
            yield from _fields(inner, path, depth - 1, secrets, around | {inner})
        else:
            yield Column(".".join(path), path, inner, hides)
    if shape.extras is not None:
        path = (*steps, EXTRAS)
        yield Column(".".join(path), path, Shape(dict, value=shape.extras.value))


def item_shape(shape: Shape, names: Sequence[str]) -> Shape | None:
    """Return the type of the items in an answer; None where it is not known.

    Args:
        shape: The type of the answer.
        names: The fields in Python that lead to the items; none where the answer is the list itself.
    """
    for name in names:
        found = next((field.shape for field in shape.fields.values() if field.name == name), None)
        if found is None:
            return None
        shape = found
    return shape.item


class Table:
    """Rows and the columns that all of them have.

    Args:
        models: The models. Anything else is a row with a `value`.
        item: Their type, where it is known: its columns are there even if no row needs them.
        depth: How many models within one another have columns of their own.
        explode: A field with a list; each row is then of one of its items. None for a row for each model.
        secrets: Whether secrets are among the values.

    Raises:
        ConfigurationError: No model has such a list, or an argument is of no use.
        EncodeError: A value has no JSON form; the message names the field.
    """

    def __init__(
        self, models: Iterable[object], item: Shape | None, *, depth: int, explode: str | None, secrets: bool
    ) -> None:
        if not isinstance(cast("object", depth), int) or isinstance(depth, bool) or depth < 0:
            raise ConfigurationError(f"depth must be an integer from 0; got {depth!r}.")
        self.columns: dict[str, Column] = {}
        self._depth, self._explode, self._secrets = depth, explode, secrets
        self._known: dict[type, tuple[Column, ...]] = {}
        self._was_found = explode is None
        if item is not None:
            _merge(self.columns, self._columns_of(item))
        self.rows = [row for model in models for row in self._rows_of(model)]
        if not self._was_found and (self.rows or item is not None):
            raise ConfigurationError(f"No model here has a list {str(explode)[:100]!r}, so explode= cannot split it.")

    def complete_rows(self) -> list[dict[str, object]]:
        """Return the rows, each with all columns in the same order."""
        names = [*self.columns]
        return [row if [*row] == names else {name: row.get(name) for name in names} for row in self.rows]

    def _columns_of(self, shape: Shape) -> tuple[Column, ...]:
        found: list[Column] = []
        for column in columns_of(shape, depth=self._depth, secrets=self._secrets):
            inner = column.shape.item
            if column.name != self._explode or inner is None:
                found.append(column)
                continue
            self._was_found = True
            items = columns_of(inner, depth=self._depth, secrets=self._secrets)
            found += [
                Column(column.name if not one.steps else f"{column.name}.{one.name}", (), one.shape, one.hides)
                for one in items
            ]
        return tuple(found)

    def _rows_of(self, model: object) -> Iterator[dict[str, object]]:
        if not isinstance(model, msgspec.Struct):
            column = Column(VALUE, (), _shape_of_value(model))
            _merge(self.columns, [column])
            yield {VALUE: self._cell(model, column)}
            return
        shape = declared_shape(cast("Any", type(model)))
        if type(model) not in self._known:
            self._known[type(model)] = columns_of(shape, depth=self._depth, secrets=self._secrets)
            _merge(self.columns, self._columns_of(shape))
        columns = self._known[type(model)]
        row = {column.name: self._cell(_at(model, column.steps), column) for column in columns}
        exploded = next((one for one in columns if one.name == self._explode and one.shape.item is not None), None)
        if exploded is None or exploded.shape.item is None:
            yield row
            return
        del row[exploded.name]
        for item in cast("list[object]", _at(model, exploded.steps)) or [None]:
            yield row | self._of_item(item, exploded.name, exploded.shape.item)

    def _of_item(self, item: object, name: str, shape: Shape) -> dict[str, object]:
        if isinstance(item, msgspec.Struct):
            shape = declared_shape(cast("Any", type(item)))
        columns = columns_of(shape, depth=self._depth, secrets=self._secrets)
        return {
            (f"{name}.{column.name}" if column.steps else name): self._cell(_at(item, column.steps), column)
            for column in columns
        }

    def _cell(self, value: Any, column: Column) -> object:
        if value is None or value is msgspec.UNSET:
            return None
        if column.hides:
            return HIDDEN
        if column.kind is str and column.shape.kind not in _TEXTS and not is_enum(column.shape.kind):
            return encode(plain_value(value, column.shape, column.name, secrets=self._secrets)).decode()
        return _scalar(as_base_type(value), column, secrets=self._secrets)


def _scalar(value: Any, column: Column, *, secrets: bool) -> object:
    if column.kind is Decimal and isinstance(value, int) and not isinstance(value, bool):
        return Decimal(value)
    if column.kind is not str:
        return value
    if isinstance(value, timedelta):
        return duration_text(value)
    if isinstance(value, time):
        return value.isoformat()
    return str(value) if secrets else str(without_query(str(value)))


def _at(value: Any, steps: Iterable[str]) -> Any:
    for step in steps:
        if value is None or value is msgspec.UNSET:
            return None
        value = getattr(value, step, None)
    return value


def _shape_of_value(value: object) -> Shape:
    if isinstance(value, Enum):
        return Shape(type(value))
    for kind in (bool, int, Decimal, str, bytes, datetime, date, time, timedelta, UUID):
        if isinstance(value, kind):
            return Shape(kind)
    return _ANY
