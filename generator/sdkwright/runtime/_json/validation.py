"""Holds a request body against what its models declare: amounts are exact numbers, and what is required is there.

Where the API's dates are those of RFC 3339, each has an offset from UTC.

msgspec checks types when it reads, not when it writes. So the JSON that was written is read once more, as types that
have nothing but the fields in question: their twins. That costs as much as the writing; a walk would cost twice that.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal, InvalidOperation
from functools import cache
from typing import Any, Final, cast, get_args, get_origin

import msgspec

from .._checks import describe_missing
from ..errors import EncodeError
from .base_types import datetime_type
from .decimals import IN_TEXT
from .fields import is_on_wire
from .nullable import ABSENT_TYPES
from .shapes import AWARE, BUILDING, NEEDS_OFFSET, plain_type, union_members

_ANYTHING: Final[Any] = bool | int | float | str | list[Any] | dict[str, Any]
_NUMBER: Final[Any] = int | float
_CONTAINERS: Final = frozenset({list, dict})
_LISTS: Final = (list, tuple, set, frozenset)
"""What msgspec writes as an array."""
_MAX_TEXT: Final = 40
_twins: dict[type, Any] = {}


class _Field:
    """One field of a model: its names, what is checked of it, and which lists and maps are around what it holds."""

    # A plain class: a named tuple would double the time of importing this module.
    __slots__ = (
        "around",
        "is_amount",
        "is_checked",
        "is_in_text",
        "is_moment",
        "is_required",
        "is_union",
        "models",
        "name",
        "wire",
    )

    def __init__(self, field: msgspec.structs.FieldInfo) -> None:
        choices = _choices(field.type)
        self.name = field.name
        self.wire = field.encode_name
        self.is_required = field.required and type(None) not in choices
        self.around: tuple[Any, ...] = ()
        while len(held := choices - ABSENT_TYPES) == 1 and get_origin(choice := next(iter(held))) in _CONTAINERS:
            choices = _choices(get_args(choice)[-1])
            self.around += (get_origin(choice),)
        self.is_union = any(map(union_members, held))
        held = frozenset(member for option in held for member in union_members(option) or (option,))
        self.is_in_text = any(IN_TEXT in get_args(option) for option in held)
        held = frozenset(map(plain_type, held)) if self.is_in_text else held
        self.is_amount = Decimal in held and held <= {Decimal, int}
        moments = {plain_type(option) for option in held} & {datetime_type()}
        self.is_moment = NEEDS_OFFSET and bool(moments) and (self.is_union or len(held) == 1)
        self.is_checked = self.is_required or self.is_amount or self.is_moment
        self.models: list[Any] = list(_models(held, set()))


def _models(kinds: Iterable[Any], seen: set[Any]) -> Iterator[Any]:
    """The models among types; of a list, a map or a union within a union, those that it holds."""
    for kind in map(plain_type, kinds):
        if kind in seen:
            continue
        seen.add(kind)
        if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
            yield kind
        elif get_origin(kind) in _CONTAINERS:
            yield from _models(_choices(get_args(kind)[-1]), seen)
        else:
            yield from _models(union_members(kind), seen)


def is_as_declared(content: bytes, kind: type) -> bool | None:
    """Return whether the JSON of a model is sound; False may be a false alarm, None says that `kind` is no model.

    Args:
        content: What was written. A number that JSON cannot carry makes it unsound too.
        kind: The model's class.
    """
    if not issubclass(kind, msgspec.Struct):
        return None
    reader = _reader(kind)
    if reader is None:
        return False
    try:
        reader.decode(content)
    except msgspec.MsgspecError:
        return False
    return True


def validate_body(body: object, operation: str) -> None:
    """Refuse a body in which something required is absent, an amount is no exact number, or a date is not as declared.

    Args:
        body: A model, or plain values with models in them.
        operation: Public name of the operation.

    Raises:
        EncodeError: Something is not as declared; the message names the first such field.
    """
    for field, path, value in _checked(body, ""):
        if field.is_required and (value is None or value is msgspec.UNSET):
            raise EncodeError(describe_missing(operation, path, value))
        if field.is_amount:
            for place, leaf in _leaves(value, path, field.around):
                if leaf is not None and leaf is not msgspec.UNSET and not _is_exact(leaf):
                    raise EncodeError(_no_amount(place, leaf))
        if field.is_moment:
            for place, leaf in _leaves(value, path, field.around):
                if isinstance(leaf, datetime_type()) and leaf.tzinfo is None:
                    raise EncodeError(
                        f"The field {place!r} is a date without an offset from UTC; give it a tzinfo, such as "
                        "datetime.UTC."
                    )


def _is_exact(value: object) -> bool:
    return isinstance(value, Decimal | int) and not isinstance(value, bool)


def _no_amount(path: str, value: object) -> str:
    if isinstance(value, str) and _is_number(value):
        return f"The field {path!r} is the text {value!r} and not a number; pass Decimal({value!r})."
    # A value that is no number may hold anything, so it stays out of logs.
    return (
        f"The field {path!r} is of the type {type(value).__name__}, which is no amount; "
        "pass a Decimal such as Decimal('100.10'), or an int."
    )


def _is_number(text: str) -> bool:
    try:
        return len(text) <= _MAX_TEXT and Decimal(text).is_finite()
    except InvalidOperation:
        return False


def _checked(value: object, path: str) -> Iterator[tuple[_Field, str, object]]:
    """The fields that are checked in all models in a value, with path and value."""
    if isinstance(value, msgspec.Struct):
        for field in _fields(type(value)):
            held, place = getattr(value, field.name), f"{path}.{field.name}" if path else field.name
            if field.is_checked:
                yield field, place, held
            yield from _checked(held, place)
    else:
        for place, item in _inside(value, path):
            yield from _checked(item, place)


def _leaves(value: object, path: str, around: tuple[Any, ...]) -> Iterator[tuple[str, object]]:
    """What is in the lists and maps around a value, each with its path."""
    if around and isinstance(value, Mapping if around[0] is dict else _LISTS):
        for place, item in _inside(cast("object", value), path):
            yield from _leaves(item, place, around[1:])
    else:
        yield path, value


def _inside(value: object, path: str) -> Iterator[tuple[str, object]]:
    if isinstance(value, Mapping):
        for key, item in cast("Mapping[object, object]", value).items():
            yield f"{path}[{key!r}]", item
    elif isinstance(value, _LISTS):
        for index, item in enumerate(cast("Iterable[object]", value)):
            yield f"{path}[{index}]", item


@cache
def _reader(kind: type) -> msgspec.json.Decoder[Any] | None:
    """What reads a model's JSON; None where a union is inside, of which each value has to be looked at."""
    # Neither msgspec nor the filling of twins bears two threads at it.
    with BUILDING:
        return None if _reaches(kind, lambda field: field.is_union) else msgspec.json.Decoder(_twin(kind))


def _twin(kind: type) -> Any:
    """A type that reads a model's JSON, with the fields alone that are checked or lead to such."""
    if kind not in _twins:
        fields = [field for field in _fields(kind) if field.is_checked or any(map(_matters, field.models))]
        # Without their types, because models refer to one another in circles.
        twin = _twins[kind] = msgspec.defstruct(
            kind.__name__, [(field.name, Any, _named(field)) for field in fields], kw_only=True, gc=False
        )
        twin.__annotations__.update({field.name: _read_as(field) for field in fields})
    return _twins[kind]


def _named(field: _Field) -> Any:
    return msgspec.field(name=field.wire) if field.is_required else msgspec.field(name=field.wire, default=None)


def _read_as(field: _Field) -> Any:
    inner: Any = _ANYTHING
    if field.is_amount:
        inner = Decimal if field.is_in_text else _NUMBER
    elif field.is_moment:
        inner = AWARE
    elif len(field.models) == 1 and _matters(field.models[0]):
        inner = _twin(field.models[0])
    elif not field.is_required:
        return Any
    for container in reversed(field.around):
        inner = list[inner | None] if container is list else dict[str, inner | None]
    return inner if field.is_required else inner | None


@cache
def _matters(kind: type) -> bool:
    """Whether a model has fields that are checked, itself or in a model inside."""
    return _reaches(kind, lambda field: field.is_checked)


def _reaches(kind: type, is_meant: Callable[[_Field], bool]) -> bool:
    """Whether a model has fields that are meant, itself or in a model inside."""
    seen: set[type] = set()
    pending = [kind]
    while pending:
        model = pending.pop()
        if model not in seen:
            seen.add(model)
            for field in _fields(model):
                if is_meant(field):
                    return True
                pending += field.models
    return False


@cache
def _fields(kind: Any) -> list[_Field]:
    try:
        found = msgspec.structs.fields(kind)
    except Exception:  # noqa: BLE001 - a caller's subclass may name types that only type checkers see
        return _fields(kind.__base__)
    return [_Field(field) for field in found if is_on_wire(field.encode_name)]


def _choices(kind: Any) -> frozenset[Any]:
    if IN_TEXT in get_args(kind):
        return frozenset({kind})
    kind = plain_type(kind)
    # Of a list or map, the arguments are what it holds.
    return frozenset({kind} if get_origin(kind) in _CONTAINERS or not get_args(kind) else get_args(kind))
