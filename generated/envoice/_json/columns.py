"""Tells whether a model may be written as it is, by the types of its values alone: field by field over all models.

This takes a fifth of what reading the JSON again and walking the models does. What it cannot tell is for these, which
also know the sentence of an error.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator, Sequence
from datetime import time
from decimal import Decimal
from functools import cache
from itertools import chain
from typing import Any, Final, TypeAlias, get_args
from uuid import UUID

import msgspec
from msgspec import UNSET
from msgspec.structs import astuple

from .base_types import date_type, datetime_type
from .nullable import ABSENT_TYPES
from .shapes import NEEDS_OFFSET, Field, Shape, has_own_form, is_enum, is_int_enum, plain_type, shape_of

_NONE: Final[Any] = type(None)
_SCALARS: Final[frozenset[Any]] = frozenset({bool, bytes, int, str, time, UUID})
_AMOUNT: Final[frozenset[Any]] = frozenset({Decimal, int})
_ANY: Final[frozenset[Any]] = frozenset({bool, Decimal, int, str})

_LEAST: Final = -(2**63)
_MOST: Final = 2**63 - 1
"""The integers of 64 bits with a sign, which is what an array holds."""
_MANY: Final = 8
"""So many models are looked at field by field; fewer, model by model."""

_Look: TypeAlias = Callable[[Sequence[Any]], bool]
"""Looks at values of the right types; None and UNSET may be among them."""
_Column: TypeAlias = tuple[frozenset[Any], _Look | None]
"""The types that the values of a field have, and what is looked at besides."""


def is_right_at_once(model: msgspec.Struct) -> bool:
    """Return whether a model and all in it is as declared, and msgspec writes it as it has to be written.

    False may be a false alarm. A text that is no Unicode passes.

    Args:
        model: What is to be written.
    """
    columns = _columns_of(type(model))
    return columns is not None and _is_right(model, columns)


@cache
def _columns_of(kind: Any) -> list[_Column] | None:
    """The columns of a model that is sent by itself; None where it has something that types do not tell."""
    try:
        shape = shape_of(kind)
    except Exception:  # noqa: BLE001 - a caller's subclass may name types that only type checkers see
        return None
    return None if has_own_form(kind) else _columns(shape)


@cache
def _columns(shape: Shape) -> list[_Column] | None:
    # A model within itself would be walked without end.
    if any(inner.reaches(lambda found: found is shape) for inner in shape.inner()):
        return None
    fields = {field.name: field for field in shape.fields.values()}
    columns = list[_Column]()
    for name in shape.kind.__struct_fields__:
        # What is no member of the JSON by itself is what was kept of others.
        column = _column(shape.kind, fields[name]) if name in fields else (ABSENT_TYPES, None)
        if column is None:
            return None
        columns.append(column)
    return columns


def _column(kind: Any, field: Field) -> _Column | None:
    found = _looked_at(field.shape)
    if found is None or _must_be_there(kind, field.name):
        return found
    return found[0] | ABSENT_TYPES, found[1]


def _must_be_there(kind: Any, name: str) -> bool:
    names = kind.__struct_fields__
    # The fields without a default come first.
    is_required = names.index(name) < len(names) - len(kind.__struct_defaults__)
    return is_required and _NONE not in get_args(plain_type(kind.__annotations__[name]))


def _looked_at(shape: Shape) -> _Column | None:
    """What the values of a shape are; None for what types do not tell."""
    kind = shape.kind
    if shape.choices or shape.value is not None:
        return None
    if shape.is_amount or kind is Decimal:
        return _AMOUNT, None
    if kind is object:
        return _ANY, None
    if kind is datetime_type():
        return frozenset({kind}), _have_offsets if NEEDS_OFFSET else None
    if kind in _SCALARS or kind is date_type():
        return frozenset({kind}), None
    return _looked_into(shape)


def _looked_into(shape: Shape) -> _Column | None:
    kind = shape.kind
    if is_enum(kind) or is_int_enum(kind):
        # The text of a member is as good.
        types: set[Any] = {kind, str} if is_enum(kind) else {kind}
        return frozenset(types), lambda values: all(_is_member(value, kind) for value in set(values))
    if shape.item is not None:
        item = _looked_at(shape.item)
        return None if item is None else (frozenset({list}), lambda lists: _are_items_right(lists, *item))
    if shape.fields and (columns := _columns(shape)) is not None:
        return frozenset({kind}), lambda models: _are_right(models, columns)
    return None


def _is_member(value: Any, kind: Any) -> bool:
    if value is None or value is UNSET or value in kind._value2member_map_:
        return True
    return type(value) is kind and not value.is_slip_possible


def _have_offsets(values: Sequence[Any]) -> bool:
    return all(value.tzinfo is not None for value in values if value)


def _are_right(models: Sequence[Any], columns: list[_Column]) -> bool:
    there = [model for model in models if model is not None and model is not UNSET]
    if len(there) < _MANY:
        return all(_is_right(model, columns) for model in there)
    # A loop of its own: a generator and a call for each column would take a fifth of it.
    for values, (types, look) in zip(zip(*map(astuple, there), strict=True), columns, strict=False):
        kinds = {*map(type, values)}
        if not kinds <= types or not (look is None or look(values)):
            return False
        if not kinds.isdisjoint(_AMOUNT) and not _are_sound(values, kinds):
            return False
    return True


def _is_right(model: Any, columns: list[_Column]) -> bool:
    values: tuple[Any, ...] = astuple(model)
    kinds: Iterator[Any] = map(type, values)
    for value, kind, (types, look) in zip(values, kinds, columns, strict=False):
        if kind not in types:
            return False
        if kind is int:
            if not _LEAST <= value <= _MOST:
                return False
        elif kind is Decimal:
            if not value.is_finite():
                return False
        elif look is not None and kind not in ABSENT_TYPES and not look((value,)):
            return False
    return True


def _are_items_right(lists: Sequence[Any], types: frozenset[Any], look: _Look | None) -> bool:
    items = list(chain.from_iterable(filter(None, lists)))
    kinds = {*map(type, items)}
    return kinds <= types | ABSENT_TYPES and (look is None or look(items)) and _are_sound(items, kinds)


def _are_sound(values: Sequence[Any], kinds: set[Any]) -> bool:
    """Whether the numbers among values can be written and read."""
    is_pure = len(kinds) == 1
    if Decimal in kinds:
        decimals = values if is_pure else [value for value in values if type(value) is Decimal]
        if not all(map(Decimal.is_finite, decimals)):
            return False
    if int in kinds:
        try:
            array("q", values if is_pure else [value for value in values if type(value) is int])
        except OverflowError:
            return False
    return True
