"""Tells whether a model may be written as it is, by the types of its values alone.

This takes a tenth of what reading the JSON again and walking the models does. What it cannot tell is for these, which
also know the sentence of an error. The checks of what is sent often are compiled to Python. Only the places of fields
stand in such a program: types and functions are given to it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime, time
from decimal import Decimal
from functools import cache
from typing import Any, Final, TypeAlias, get_args
from uuid import UUID

import msgspec
from msgspec import UNSET
from msgspec.structs import astuple

from ..enums import OpenEnum, OpenIntEnum
from .base_types import date_type, datetime_type
from .nullable import ABSENT_TYPES
from .shapes import NEEDS_OFFSET, Field, Shape, has_own_form, is_enum, is_int_enum, plain_type, shape_of

_NONE: Final[Any] = type(None)
_SCALARS: Final[frozenset[Any]] = frozenset({bool, bytes, str, time, UUID})
_OFTEN: Final = 64
"""After so many values a check is compiled, which takes as long as looking at a hundred."""

_Look: TypeAlias = Callable[[Any], bool]
"""Looks at a value of the right type."""
_Looks: TypeAlias = Mapping[Any, _Look | None]
"""The types that a value may have, each with what is looked at besides."""
_Column: TypeAlias = tuple[_Looks, bool]
"""What the values of a field may be, and whether there may be none."""


def is_right_at_once(model: msgspec.Struct) -> bool:
    """Return whether a model and all in it is as declared, and msgspec writes it as it has to be written.

    False may be a false alarm. A text that is no Unicode passes.

    Args:
        model: What is to be written.
    """
    check = _check_of(type(model))
    return check is not None and check((model,))


def _is_finite(value: Decimal) -> bool:
    return value.is_finite()


def _fits(value: int) -> bool:
    """Whether an integer has 64 bits with a sign."""
    return -(2**63) <= value < 2**63


def _has_offset(value: datetime) -> bool:
    return value.tzinfo is not None


def _is_meant(member: OpenEnum | OpenIntEnum) -> bool:
    """Whether a member of an enum is one of the document's, or was made as an unknown one on purpose."""
    return not member.is_slip_possible


_INT: Final[_Looks] = {int: _fits}
_AMOUNT: Final[_Looks] = {Decimal: _is_finite, **_INT}
_NUMBERS: Final[dict[Any, _Looks]] = {Decimal: _AMOUNT, int: _INT, object: {**_AMOUNT, bool: None, str: None}}
_INLINE: Final[dict[Any, str]] = {
    _is_finite: "{0}.is_finite()",
    # Small numbers are compared in a fraction of the time, and most are small.
    _fits: "0 <= {0} < 0x3FFFFFFF or -0x8000000000000000 <= {0} < 0x8000000000000000",
    _has_offset: "{0}.tzinfo is not None",
}
"""What a call would take longer than."""


class _Check:
    """Looks at several values of one declared type.

    Args:
        columns: What the fields of a model are, or the only one of what is no model.
        model: The class of the model; None for other values.
    """

    __slots__ = ("_columns", "_compiled", "_model", "_seen")

    def __init__(self, columns: list[_Column], model: Any = None) -> None:
        self._columns = columns
        self._model = model
        self._seen = 0
        self._compiled: Callable[[Iterable[Any]], bool] | None = None

    def __call__(self, values: list[Any] | tuple[Any, ...]) -> bool:
        """Return whether all values are right; those that are none count as right."""
        if self._compiled is not None:
            return self._compiled(values)
        self._seen += len(values)
        if self._seen > _OFTEN:
            self._compiled = _compiled(self._columns, self._model)
        return all(map(self.one, values))

    def one(self, value: Any) -> bool:
        """Return whether a value is right."""
        if self._compiled is not None:
            return self._compiled((value,))
        if type(value) in ABSENT_TYPES:
            return True
        if self._model is None:
            return _is_row_right((value,), self._columns)
        return type(value) is self._model and _is_row_right(astuple(value), self._columns)


def _is_row_right(values: tuple[Any, ...], columns: list[_Column]) -> bool:
    kinds: Iterator[Any] = map(type, values)
    for value, kind, (looks, may_be_absent) in zip(values, kinds, columns, strict=True):
        if kind in looks:
            look = looks[kind]
            if look is not None and not look(value):
                return False
        elif not may_be_absent or kind not in ABSENT_TYPES:
            return False
    return True


def _compiled(columns: list[_Column], model: Any) -> Callable[[Iterable[Any]], bool]:
    known: dict[str, Any] = {"UNSET": UNSET, "astuple": astuple, "model": model}
    lines = ["def check(values):", " for value in values:", "  if value is None or value is UNSET: continue"]
    row = "".join(f"v{place}, " for place in range(len(columns)))
    if model is None:
        lines.append("  v0 = value")
    else:
        lines.append("  if type(value) is not model: return False")
        lines += [f"  {row}= astuple(value)"] if row else []
    for place, (looks, may_be_absent) in enumerate(columns):
        lines += _lines(f"v{place}", looks, known, may_be_absent=may_be_absent)
    exec("\n".join([*lines, " return True"]), known)  # noqa: S102 - of numbers alone
    check: Callable[[Iterable[Any]], bool] = known["check"]
    return check


def _lines(value: str, looks: _Looks, known: dict[str, Any], *, may_be_absent: bool) -> Iterator[str]:
    """The lines that look at a value."""
    yield f"  if {value} is not UNSET and {value} is not None:" if may_be_absent else "  if True:"
    yield f"   kind = type({value})"
    for number, (kind, look) in enumerate(looks.items()):
        type_, call = f"{value}t{number}", f"{value}f{number}"
        known |= {type_: kind, call: look}
        sound = "True" if look is None else _INLINE.get(look, f"{call}({{0}})").format(value)
        yield f"   {'elif' if number else 'if'} kind is {type_}:"
        yield f"    if not ({sound}): return False"
    yield "   else: return False" if looks else "   return False"


@cache
def _check_of(kind: Any) -> _Check | None:
    """The check of a model that is sent by itself; None where it has something that types do not tell."""
    try:
        shape = shape_of(kind)
    except Exception:  # noqa: BLE001 - a caller's subclass may name types that only type checkers see
        return None
    return None if has_own_form(kind) else _check(shape)


@cache
def _check(shape: Shape) -> _Check | None:
    # A model within itself would be walked without end.
    if any(inner.reaches(lambda found: found is shape) for inner in shape.inner()):
        return None
    fields = {field.name: field for field in shape.fields.values()}
    columns = list[_Column]()
    for name in shape.kind.__struct_fields__:
        # What is no member of the JSON by itself is what was kept of others.
        column = _column(shape.kind, fields[name]) if name in fields else (dict[Any, _Look | None](), True)
        if column is None:
            return None
        columns.append(column)
    return _Check(columns, shape.kind)


def _column(kind: Any, field: Field) -> _Column | None:
    found = _looked_at(field.shape)
    return None if found is None else (found, not _must_be_there(kind, field.name))


def _must_be_there(kind: Any, name: str) -> bool:
    names = kind.__struct_fields__
    # The fields without a default come first.
    is_required = names.index(name) < len(names) - len(kind.__struct_defaults__)
    return is_required and _NONE not in get_args(plain_type(kind.__annotations__[name]))


def _looked_at(shape: Shape) -> _Looks | None:
    """What the values of a shape are; None for what types do not tell."""
    kind = shape.kind
    if shape.choices or shape.value is not None:
        return None
    if shape.is_amount or kind in _NUMBERS:
        return _AMOUNT if shape.is_amount else _NUMBERS[kind]
    if kind is datetime_type():
        return {kind: _has_offset if NEEDS_OFFSET else None}
    if kind in _SCALARS or kind is date_type():
        return {kind: None}
    return _looked_into(shape)


def _looked_into(shape: Shape) -> _Looks | None:
    kind = shape.kind
    if is_enum(kind):
        # The text of a member is as good.
        return {kind: _is_meant, str: kind._value2member_map_.__contains__}
    if is_int_enum(kind):
        return {kind: _is_meant}
    if shape.item is not None:
        items = _check_of_items(shape.item)
        return None if items is None else {list: items}
    if shape.fields and (check := _check(shape)) is not None:
        return {kind: check.one}
    return None


def _check_of_items(shape: Shape) -> _Check | None:
    if shape.fields:
        return _check(shape)
    looks = _looked_at(shape)
    return None if looks is None else _Check([(looks, True)])
