"""Refuses what a caller gives for a union and none of its members is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final, cast

import msgspec

from .._json.shapes import Shape, declared_shape, is_enum
from ..errors import EncodeError
from .arguments import check_model, check_value, refusal

_LISTS: Final = (list, tuple, set, frozenset)
"""What msgspec writes as an array."""


def check_union(value: object, shape: Shape, place: str, *, is_argument: bool, is_quoted: bool) -> None:
    """Refuse what is no member of a union.

    An object passes as it is, and so does a list in a model: either may be what the service sent in a way that this
    version does not know. What models there are inside is looked at all the same.

    Args:
        value: The value.
        shape: That of the union.
        place: Operation and argument, for the error.
        is_argument: Whether it is no field of a model.
        is_quoted: Whether the error may quote the value.

    Raises:
        EncodeError: No member is of its type, or it is a model with a field of another type.
    """
    choices = list(_flat(shape, set()))
    if isinstance(value, Mapping):
        if not is_argument or any(choice.kind is dict or _is_model(choice) for choice in choices):
            _check_inside(cast("object", value), place, is_quoted=is_quoted)
            return
    elif isinstance(value, _LISTS) and not is_argument:
        _check_inside(cast("object", value), place, is_quoted=is_quoted)
        return
    # Of an argument, a union within a list is no argument of its own.
    is_list = isinstance(value, _LISTS)
    said: str | None = None
    for choice in choices:
        try:
            check_value(value, choice, place, is_amount_checked=not is_list, is_quoted=is_quoted)
        except EncodeError as error:
            # What is wrong inside a value says more than which members there are.
            if said is None and _is_meant_as(value, choice):
                said = error.message
        else:
            return
    raise EncodeError(said or refusal(place, shape, value))


def _is_meant_as(value: object, choice: Shape) -> bool:
    """Whether a value is of a member's kind, and wrong inside or misspelt."""
    if isinstance(value, str):
        return is_enum(choice.kind)
    return choice.kind is list if isinstance(value, _LISTS) else _is_model(choice) and isinstance(value, choice.kind)


def _flat(shape: Shape, seen: set[Shape]) -> Iterable[Shape]:
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
        check_model(value, declared_shape(cast("Any", type(value))), f"{place}.")
    elif isinstance(value, Mapping):
        for name, item in cast("Mapping[object, object]", value).items():
            if isinstance(name, str):
                where = f"{place}[{str.__str__(name)!r}]" if is_quoted else place
                _check_inside(item, where, is_quoted=is_quoted)
    elif isinstance(value, _LISTS):
        for index, item in enumerate(cast("Iterable[object]", value)):
            _check_inside(item, f"{place}[{index}]", is_quoted=is_quoted)
