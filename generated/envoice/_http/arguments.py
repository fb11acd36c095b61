"""Refuses arguments of the wrong kind by their names, before anything is written or sent.

The types of the models and of the operations say what is right. A subclass of a type passes, and so does a member's
exact text for an enum. None and UNSET pass too: whether something may be absent is judged elsewhere, as are amounts.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from enum import Enum
from functools import cache
from operator import attrgetter
from typing import Any, Final, cast
from uuid import UUID

import msgspec

from .._json.base_types import JsonText, date_type, datetime_type
from .._json.fields import EXTRAS
from .._json.nullable import held_name
from .._json.shapes import Shape, declared_shape, is_enum, is_int_enum, shape_of
from ..enums import OpenEnum, OpenIntEnum
from ..errors import EncodeError
from .operation import Operation

_ABSENT: Final = (type(None), msgspec.UnsetType)
_LISTS: Final = (list, tuple, set, frozenset)
"""What msgspec writes as an array."""
_PLAIN: Final[frozenset[Any]] = frozenset({bool, bytes, date, datetime, int, str, time, timedelta, UUID})
"""The types whose own values need no second look."""
_CLOSE: Final = 0.6
"""Texts at least this similar, from 0 to 1, count as misspellings of each other. difflib has the same default."""
_MAX_QUOTED: Final = 64
_EXAMPLES: Final = 4


def check_query(operation: Operation[Any], query: Mapping[str, object]) -> None:
    """Refuse arguments of a query that are of the wrong kind.

    Args:
        operation: What is called.
        query: Wire names and values.

    Raises:
        EncodeError: An argument is of another type than the operation declares; the message names it.
    """
    for wire, (name, kind) in operation.kinds.items():
        if (value := query.get(wire)) is not None and not (type(value) is kind and kind in _PLAIN):
            _check(value, _shape(kind), f"{operation.name}: {name}", is_amount_checked=True)


def check_parameters(operation: Operation[Any], values: Mapping[str, object]) -> None:
    """Refuse values of parameters that are of the wrong kind.

    Args:
        operation: What is called.
        values: Names in Python and values.

    Raises:
        EncodeError: A value is of another type than the operation declares; the message names it, and quotes nothing
            that would stand in a path.
    """
    for parameter in operation.parameters:
        value: Any = values.get(parameter.name)
        kind: Any = parameter.kind
        if value is not None and not (type(value) is kind and kind in _PLAIN) and not _is_for_model(value, kind):
            place, is_quoted = f"{operation.name}: {parameter.name}", parameter.location != "path"
            _check(value, _shape(kind), place, is_amount_checked=True, is_quoted=is_quoted)


def _is_for_model(value: object, kind: object) -> bool:
    """Whether a mapping stands for a model, which is as good: it has the model's names on the wire."""
    return isinstance(value, Mapping) and isinstance(kind, type) and issubclass(kind, msgspec.Struct)


def check_field(kind: Any, value: object, place: str) -> None:
    """Refuse the value of one field that is of the wrong kind.

    Args:
        kind: What is declared.
        value: What was given.
        place: Operation and argument, for the error.

    Raises:
        EncodeError: It is of another type.
    """
    _check(value, _shape(kind), place, is_amount_checked=True)


def check_body(operation: Operation[Any], body: object) -> None:
    """Refuse a body with a field of the wrong kind, or with fewer fields than the operation needs.

    Args:
        operation: What is called.
        body: A model, or what the operation declares as its bare body. Other plain values are not checked.

    Raises:
        EncodeError: A field is of another type than its model declares, or too few are given; the message names them.
    """
    if (declared := operation.kinds.get("")) is not None:
        name, kind = declared
        _check(body, _shape(kind), f"{operation.name}: {name}", is_amount_checked=True)
    elif isinstance(body, msgspec.Struct):
        try:
            _check_model(body, declared_shape(type(body)), f"{operation.name}: ")
        except RecursionError:
            # A model within itself, which writing refuses too and says why.
            return
        if operation.min_fields:
            _check_count(operation, body)


def check_enum(kind: type[OpenEnum], value: object, place: str, *, is_quoted: bool = True) -> None:
    """Refuse what is no value of an enum, or looks like a slip of one.

    Args:
        kind: The enum.
        value: What is to be sent for it.
        place: Operation and argument, for the error.
        is_quoted: Whether the error may quote the value.

    Raises:
        EncodeError: It is of another type, or a text close to a member that is not marked as meant.
    """
    if isinstance(value, kind):
        if not value.is_slip_possible:
            return
    elif not isinstance(value, str) or is_enum(type(value)):
        raise EncodeError(_refusal(place, Shape(kind), value))
    elif str.__str__(value) in kind._value2member_map_:
        return
    text = str.__str__(value)
    name = kind.__name__
    if is_quoted and (nearest := _nearest(kind, text)) is not None:
        raise EncodeError(
            f"{place} is {text!r}, which is no value of {name}; the nearest is {name}.{nearest.name}. "
            f"Pass {name}.unknown({text!r}) if it is meant."
        )
    if not isinstance(value, kind):
        raise EncodeError(
            f"{place} is a text that is no value of {name}; pass a member, or {name}.unknown(...) for what this "
            "version does not know."
        )


def _nearest(kind: type[OpenEnum], text: str) -> OpenEnum | None:
    if len(text) > _MAX_QUOTED:
        return None
    from difflib import get_close_matches  # only for the sentence of an error

    spellings = {member.name.lower(): member for member in kind} | {member.value.lower(): member for member in kind}
    close = get_close_matches(text.lower(), spellings, 1, _CLOSE)
    return spellings[close[0]] if close else None


def _check_model(body: msgspec.Struct, shape: Shape, prefix: str) -> None:
    """Refuse a model with a field of the wrong kind."""
    for name, exact, expected in _table(shape):
        value = getattr(body, name)
        if type(value) not in exact:
            _check(value, expected, f"{prefix}{name}", is_amount_checked=False)
    if shape.extras is not None:
        # What is no field is checked nowhere else.
        _check(getattr(body, EXTRAS), shape.extras, f"{prefix}{EXTRAS}", is_amount_checked=True)


def _check_list(value: object, shape: Shape, place: str, *, is_amount_checked: bool, is_quoted: bool) -> None:
    if not isinstance(value, _LISTS):
        raise EncodeError(_refusal(place, shape, value))
    inner, items = shape.item or Shape(object), cast("Collection[object]", value)
    # Most items are right at once, and writing their places would cost more than checking them.
    if inner.fields and items and _are_right(items, inner):
        return
    for index, item in enumerate(items):
        _check(item, inner, f"{place}[{index}]", is_amount_checked=is_amount_checked, is_quoted=is_quoted)


def _are_right(items: Collection[object], shape: Shape) -> bool:
    """Whether models are right at once; field by field, which takes two thirds of what model by model does."""
    if shape.extras is not None or set(map(type, items)) != {shape.kind}:
        return False
    if not (table := _table(shape)):
        return True
    columns = zip(*map(_getter(shape), items), strict=True)
    return all(exact.issuperset(map(type, column)) for (_, exact, _), column in zip(table, columns, strict=False))


@cache
def _getter(shape: Shape) -> attrgetter[Any]:
    names = [name for name, *_ in _table(shape)]
    # Of a single name, it would give no tuple.
    return attrgetter(*names, names[0])


@cache
def _table(shape: Shape) -> list[tuple[str, frozenset[type], Shape]]:
    """The fields of a model that are checked: name, the types that are right at once, what is declared."""
    return [
        (field.name, frozenset({*_ABSENT, *({field.shape.kind} & _PLAIN)}), field.shape)
        for field in shape.fields.values()
        if field.shape.kind not in {object, Decimal}
    ]


def _check(value: object, shape: Shape, place: str, *, is_amount_checked: bool, is_quoted: bool = True) -> None:
    """Refuse a value that is not what is declared; of a list or a model, what is inside."""
    kind: Any = shape.kind
    if isinstance(value, _ABSENT) or kind is object:
        return
    if kind is list:
        _check_list(value, shape, place, is_amount_checked=is_amount_checked, is_quoted=is_quoted)
    elif is_enum(kind):
        check_enum(kind, value, place, is_quoted=is_quoted)
    elif is_int_enum(kind):
        _check_int_enum(kind, value, place)
    elif kind is dict:
        _check_map(value, shape, place, is_amount_checked=is_amount_checked, is_quoted=is_quoted)
    elif kind is Decimal:
        if is_amount_checked and not (isinstance(value, Decimal | int) and not isinstance(value, bool)):
            raise EncodeError(_refusal(place, shape, value))
    elif shape.choices:
        _check_union(value, shape, place, is_argument=is_amount_checked, is_quoted=is_quoted)
    else:
        _check_scalar_or_model(value, shape, place)


def _check_scalar_or_model(value: object, shape: Shape, place: str) -> None:
    if not _is_of(value, shape.kind):
        raise EncodeError(_refusal(place, shape, value))
    if isinstance(value, msgspec.Struct):
        _check_model(value, shape, f"{place}.")


def _is_of(value: object, kind: Any) -> bool:
    if kind is int:
        return isinstance(value, int) and not isinstance(value, bool)
    # A datetime is a date too, and would be sent with its time.
    if kind is timedelta and isinstance(value, JsonText):
        # A duration of years or months.
        return True
    return isinstance(value, kind) and not (kind is date_type() and isinstance(value, datetime_type()))


def _check_map(value: object, shape: Shape, place: str, *, is_amount_checked: bool, is_quoted: bool) -> None:
    if not isinstance(value, Mapping):
        raise EncodeError(_refusal(place, shape, value))
    inner = shape.value or Shape(object)
    for key, item in cast("Mapping[object, object]", value).items():
        if not isinstance(key, str):
            raise EncodeError(f"{place} has a key of the type {type(key).__name__}; each key must be a str.")
        if type(item) is not inner.kind or inner.kind not in _PLAIN:
            where = f"{place}[{str.__str__(key)!r}]" if is_quoted else place
            _check(item, inner, where, is_amount_checked=is_amount_checked, is_quoted=is_quoted)


def _check_union(value: object, shape: Shape, place: str, *, is_argument: bool, is_quoted: bool) -> None:
    """Refuse what is no member of a union.

    An object passes as it is, and so does a list in a model: either may be what the service sent in a way that this
    version does not know. What models there are inside is looked at all the same.
    """
    given, choices = value, list(_flat(shape, set()))
    if isinstance(value, Mapping):
        if not is_argument or any(choice.kind is dict or _is_model(choice) for choice in choices):
            _check_inside(cast("object", value), place, is_quoted=is_quoted)
            return
    elif isinstance(value, _LISTS) and not is_argument:
        _check_inside(cast("object", value), place, is_quoted=is_quoted)
        return
    # Of an argument, a union within a list is no argument of its own.
    is_list = isinstance(value, _LISTS)
    _check_choices(given, shape, choices, place, is_amount_checked=not is_list, is_quoted=is_quoted)


def _check_choices(
    value: object, shape: Shape, choices: list[Shape], place: str, *, is_amount_checked: bool, is_quoted: bool
) -> None:
    said: str | None = None
    for choice in choices:
        try:
            _check(value, choice, place, is_amount_checked=is_amount_checked, is_quoted=is_quoted)
        except EncodeError as error:
            # What is wrong inside a value says more than which members there are.
            if said is None and _is_meant_as(value, choice):
                said = error.message
        else:
            return
    raise EncodeError(said or _refusal(place, shape, value))


def _is_meant_as(value: object, choice: Shape) -> bool:
    """Whether a value is of a member's kind, and wrong inside or misspelt."""
    if isinstance(value, str):
        return is_enum(choice.kind)
    return choice.kind is list if isinstance(value, _LISTS) else _is_model(choice) and isinstance(value, choice.kind)


def _flat(shape: Shape, seen: set[Shape]) -> Iterator[Shape]:
    """The members of a union; of a union among them, its own."""
    for choice in shape.choices:
        if not choice.choices:
            yield choice
        elif choice not in seen:
            seen.add(choice)
            yield from _flat(choice, seen)


def _is_model(shape: Shape) -> bool:
    kind: Any = shape.kind
    return isinstance(kind, type) and issubclass(kind, msgspec.Struct)


def _check_inside(value: object, place: str, *, is_quoted: bool) -> None:
    """Look at the models inside plain values."""
    if isinstance(value, msgspec.Struct):
        _check_model(value, declared_shape(cast("Any", type(value))), f"{place}.")
    elif isinstance(value, Mapping):
        for name, item in cast("Mapping[object, object]", value).items():
            if isinstance(name, str):
                where = f"{place}[{str.__str__(name)!r}]" if is_quoted else place
                _check_inside(item, where, is_quoted=is_quoted)
    elif isinstance(value, _LISTS):
        for index, item in enumerate(cast("Iterable[object]", value)):
            _check_inside(item, f"{place}[{index}]", is_quoted=is_quoted)


def _check_int_enum(kind: type[OpenIntEnum], value: object, place: str) -> None:
    is_other = isinstance(value, bool) or (isinstance(value, Enum) and not isinstance(value, kind))
    if is_other or not isinstance(value, int):
        raise EncodeError(_refusal(place, Shape(kind), value))
    if value in kind._value2member_map_ or (isinstance(value, kind) and not value.is_slip_possible):
        return
    name = kind.__name__
    raise EncodeError(
        f"{place} is a number that is no value of {name}; pass a member, or {name}.unknown(...) for what this version "
        "does not know."
    )


def _check_count(operation: Operation[Any], body: msgspec.Struct) -> None:
    names, kind = body.__struct_fields__, type(body)
    # The fields without a default come first.
    required = len(names) - len(body.__struct_defaults__)
    count, absent = required, list[str]()
    for name, default in zip(names[required:], body.__struct_defaults__, strict=True):
        # What is held: a field that is absent may read as None.
        if getattr(body, held_name(kind, name)) is default:
            absent.append(name)
        else:
            count += 1
    if count >= operation.min_fields or any(isinstance(getattr(body, name), _ABSENT) for name in names[:required]):
        # What is required and absent has words of its own.
        return
    more = " and the other fields" if len(absent) > _EXAMPLES else ""
    raise EncodeError(
        f"{operation.name}: {_describe_given(names[:required])}, so there is nothing to send; pass at least one of "
        f"{', '.join(absent[:_EXAMPLES])}{more}."
    )


def _describe_given(names: tuple[str, ...]) -> str:
    return f"only {' and '.join(names)} is given" if names else "no field is given"


@cache
def _shape(kind: Any) -> Shape:
    return shape_of(kind)


def _refusal(place: str, shape: Shape, value: object) -> str:
    from .argument_refusals import refusal  # only for the sentence of an error

    return refusal(place, shape, value)
