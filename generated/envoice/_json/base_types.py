"""Writes values of subclasses as their base types, and finds the value that JSON cannot carry.

msgspec writes text, numbers and dates of exactly these types. What callers have is often a subclass: the text that a
template renders, the time of a frozen clock or of pandas, an amount or an id with a class of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, datetime, time
from decimal import Decimal
from enum import Enum
from typing import Any, Final, cast

import msgspec

from .fields import EXTRAS, is_on_wire

_LISTS: Final = (list, tuple, set, frozenset)
"""What msgspec writes as an array."""


class JsonText:
    """A value of the package's own that JSON has as a text."""

    __slots__ = ()

    @property
    def json_text(self) -> str:
        """What stands for it in JSON."""
        raise NotImplementedError


def datetime_type() -> type[datetime]:
    """Return the standard library's `datetime`, also while freezegun has its own in the place of it.

    freezegun replaces it in every module, so that no module can keep it in a variable of its own.
    """
    return next(base for base in datetime.__mro__ if base.__module__ == "datetime")


def date_type() -> type[date]:
    """Return the standard library's `date`, also while freezegun has its own in the place of it."""
    return next(base for base in date.__mro__ if base.__module__ == "datetime")


def as_base_type(value: Any) -> Any:
    """Return text, a number or a date of a subclass as its base type, and any other value as it is.

    What the subclass says of itself (`__str__`, `__int__`, `isoformat`) is not asked: the value counts. The member of
    an enum becomes its value.

    Args:
        value: Any value.

    Raises:
        ValueError: A date is none, such as pandas' NaT.
    """
    if isinstance(value, Enum):
        value = value.value
    if isinstance(value, str):
        return str.__str__(value)
    if isinstance(value, int | float | Decimal):
        return _number(value)
    if isinstance(value, date | time):
        return _moment(value)
    return value.json_text if isinstance(value, JsonText) else value


def hook(value: Any) -> Any:
    """Return what msgspec cannot write as something that it can. For the `enc_hook` of an encoder.

    Args:
        value: A value of a type that msgspec does not know.

    Raises:
        TypeError: It has no base type that JSON can carry.
        ValueError: It is a date that is none.
    """
    base = as_base_type(value)
    if type(base) is type(value):
        raise TypeError(f"it is of the type {type(value).__name__}, which has no JSON form")
    return base


def _number(value: float | Decimal) -> object:
    if isinstance(value, bool):
        return value
    if isinstance(value, int):
        return int.__int__(value)
    return float.__float__(value) if isinstance(value, float) else Decimal(value)


def _moment(value: Any) -> Any:
    bases = [base for base in type(value).__mro__ if base.__module__ == "datetime"]
    if not bases or bases[0] is type(value):
        return value
    try:
        if isinstance(value, datetime):
            day, hour = (value.year, value.month, value.day), (value.hour, value.minute, value.second)
            return bases[0](*day, *hour, value.microsecond, value.tzinfo, fold=value.fold)
        if isinstance(value, time):
            return bases[0](value.hour, value.minute, value.second, value.microsecond, value.tzinfo, fold=value.fold)
        return bases[0](value.year, value.month, value.day)
    except (TypeError, ValueError):
        raise ValueError(f"it is of the type {type(value).__name__}, which is no date") from None


def find_unwritable(value: object, write: Callable[[object], object]) -> str:
    """Return the path of the first value that cannot be written; empty if that is the value itself.

    Args:
        value: Models and plain values, nested.
        write: What writes a value, and raises what it raises.

    Raises:
        RecursionError: It is nested too deeply.
    """
    return next(_unwritable(value, "", write), "")


def _unwritable(value: object, path: str, write: Callable[[object], object]) -> Iterator[str]:
    inside = _inside(value, path)
    if inside is None:
        if value is not msgspec.UNSET and not _is_writable(value, write):
            yield path
        return
    for place, key, item in inside:
        if not _is_writable({key: None}, write):
            yield place
        yield from _unwritable(item, place, write)


def _inside(value: object, path: str) -> Iterable[tuple[str, object, object]] | None:
    """Path, key and value of what a value contains; None for what contains nothing."""
    if isinstance(value, msgspec.Struct):
        names = [
            field.name
            for field in msgspec.structs.fields(value)
            if is_on_wire(field.encode_name) or field.name == EXTRAS
        ]
        return [(f"{path}.{name}" if path else name, name, getattr(value, name)) for name in names]
    if isinstance(value, Mapping):
        members = cast("Mapping[object, object]", value)
        return [(f"{path}[{_describe_key(key)}]", key, item) for key, item in members.items()]
    if isinstance(value, _LISTS):
        return [(f"{path}[{index}]", "", item) for index, item in enumerate(cast("Iterable[object]", value))]
    return None


def _describe_key(key: object) -> str:
    # A key that is no text may hold anything, so its value stays out of logs.
    return repr(str.__str__(key)) if isinstance(key, str) else f"a key of the type {type(key).__name__}"


def _is_writable(value: object, write: Callable[[object], object]) -> bool:
    try:
        write(value)
    except RecursionError:
        raise
    except Exception:  # noqa: BLE001 - whatever refuses it
        return False
    return True
