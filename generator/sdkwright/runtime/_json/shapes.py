"""What a result type is made of, as msgspec reads it, for whatever walks a document beside its type."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal
from functools import cache
from threading import RLock
from types import UnionType
from typing import Annotated, Any, Final, TypeGuard, Union, get_args, get_origin

import msgspec

from .._api import DATES
from ..enums import OpenEnum, OrOrdinal
from .base_types import datetime_type
from .nullable import Nullable, NullableAmount

BUILDS_ON: Final = ("_api.DATES",)

NEEDS_OFFSET: Final = DATES == "rfc3339"
"""Whether a date without an offset from UTC is none."""

AWARE: Final[Any] = Annotated[datetime_type(), msgspec.Meta(tz=True)]
"""A date with an offset, as msgspec reads it."""

_SCALARS: Final[frozenset[type]] = frozenset({bool, datetime_type(), Decimal, int, str})
_ABSENT: Final = frozenset({type(None), msgspec.UnsetType})
_NULLABLE: Final[Any] = Nullable
_PLAIN: Final[dict[object, Any]] = {
    "NullableAmount": NullableAmount,
    **{f"{kind.__name__} | None": kind | None for kind in _SCALARS - {datetime_type()}},
    **{f"Nullable[{kind.__name__}]": _NULLABLE[kind] for kind in _SCALARS - {datetime_type()}},
    "datetime | None": (AWARE if NEEDS_OFFSET else datetime_type()) | None,
    "Nullable[datetime]": _NULLABLE[AWARE if NEEDS_OFFSET else datetime_type()],
}
"""What most fields are, which to evaluate would take a third of the time that a first answer does."""
_PATIENCE: Final = 1.0
"""Seconds that a fork waits for types to be read, which takes milliseconds."""

_models: dict[type, Shape] = {}


class _Building:
    """A lock that no fork leaves locked in the child.

    A fork waits for who holds it, for in the child a type that was half read would remain so.
    """

    __slots__ = ("_lock",)

    def __init__(self) -> None:
        self._lock = RLock()

    def __enter__(self) -> None:
        self._lock.acquire()

    def __exit__(self, *_: object) -> None:
        self._lock.release()

    def before_fork(self) -> None:
        """Wait for whoever reads types, but not for ever."""
        self._lock.acquire(timeout=_PATIENCE)

    def after_in_parent(self) -> None:
        """Let the others go on."""
        # It is not ours when the wait was in vain.
        with contextlib.suppress(RuntimeError):
            self._lock.release()

    def after_in_child(self) -> None:
        """Let go of it, or of whoever held it and is not here to do so."""
        try:
            self._lock.release()
        except RuntimeError:
            self._lock = RLock()


BUILDING: Final = _Building()
"""Held while types are read for the first time, by msgspec or here: neither bears two threads at it."""

if hasattr(os, "register_at_fork"):
    os.register_at_fork(
        before=BUILDING.before_fork,
        after_in_parent=BUILDING.after_in_parent,
        after_in_child=BUILDING.after_in_child,
    )


class Field:
    """One field of a model.

    Args:
        name: In Python.
        wire: In JSON.
        shape: What it holds, None aside.
    """

    __slots__ = ("name", "shape", "wire")

    def __init__(self, name: str, wire: str, shape: Shape) -> None:
        self.name = name
        self.wire = wire
        self.shape = shape


class Shape:
    """What stands at one place of a document. Shapes may be cyclic, and each is only equal to itself.

    Args:
        kind: A model or other Struct, an `OpenEnum`, `list`, Decimal, datetime, int, bool or str; else `object`.
        item: What a list holds, or None.

    Attributes:
        fields: A model's fields by their name in JSON.
    """

    __slots__ = ("fields", "item", "kind")

    def __init__(self, kind: Any, item: Shape | None = None) -> None:
        self.kind: Any = kind
        self.item: Shape | None = item
        self.fields: dict[str, Field] = {}

    def inner(self) -> Iterator[Shape]:
        """The shapes directly inside."""
        if self.item is not None:
            yield self.item
        for field in self.fields.values():
            yield field.shape


def annotation(result: Any) -> Any:
    """Return the type that msgspec reads a result as, where the declared dialect makes a difference.

    Args:
        result: A model, enum, int, bool, str, datetime, or a list of these.
    """
    choices: Any = OrOrdinal
    if is_enum(result):
        return choices[result]
    return _as_declared(result) if NEEDS_OFFSET else result


def plain_type(kind: Any) -> Any:
    """Return a type without what it is annotated with.

    Args:
        kind: Any type.
    """
    return get_args(kind)[0] if get_origin(kind) is Annotated else kind


def is_enum(kind: object) -> TypeGuard[type[OpenEnum]]:
    """Whether a type is one of our enums."""
    return isinstance(kind, type) and issubclass(kind, OpenEnum)


def is_list(value: object) -> TypeGuard[list[Any]]:
    """Whether a plain value is a JSON array."""
    return isinstance(value, list)


def is_object(value: object) -> TypeGuard[dict[str, Any]]:
    """Whether a plain value is a JSON object."""
    return isinstance(value, dict)


@cache
def shape_of(result: Any) -> Shape:
    """Return the shape of a type that an operation answers.

    Args:
        result: A model, enum, int, bool, str, or a list of these.
    """
    # A cyclic shape is filled after others refer to it, so no other thread may see one before it is whole.
    with BUILDING:
        return _shape(result)


def _shape(kind: Any) -> Shape:
    kind = plain_type(kind)
    if get_origin(kind) is list:
        return Shape(list, _shape(get_args(kind)[0]))
    if choices := [choice for choice in get_args(kind) if choice not in _ABSENT]:
        # Of an enum and its ordinals, the enum stands first; no other union is in a model that is received.
        enums = [choice for choice in choices if is_enum(choice)]
        return _shape(enums[0] if enums else choices[0] if len(choices) == 1 else object)
    if is_enum(kind) or kind in _SCALARS:
        return Shape(kind)
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        return _models.get(kind) or _model(kind)
    return Shape(object)


def _model(kind: type[msgspec.Struct]) -> Shape:
    shape = _models[kind] = Shape(kind)
    written = kind.__annotations__
    written.update({name: _PLAIN[text] for name, text in written.items() if text in _PLAIN})
    must_change = NEEDS_OFFSET or datetime is not datetime_type()
    for field in msgspec.structs.fields(kind):
        if field.encode_name.startswith("-"):
            # An old name of another field, which is on no wire.
            continue
        # Reading annotations is half the price of a first answer, and msgspec would read them again.
        written[field.name] = _as_declared(field.type) if must_change else field.type
        shape.fields[field.encode_name] = Field(field.name, field.encode_name, _shape(written[field.name]))
    return shape


def _as_declared(kind: Any) -> Any:
    """A type with dates as the dialect has them.

    A type that was read under freezegun has a `datetime` of its own, where msgspec wants the real one.
    """
    kind = plain_type(kind)
    if get_origin(kind) in {Union, UnionType}:
        choices: Any = tuple(map(_as_declared, get_args(kind)))
        return Union[choices]  # noqa: UP007 - of as many as there are
    if get_origin(kind) is list:
        return list[_as_declared(get_args(kind)[0])]  # type: ignore[misc]
    if isinstance(kind, type) and datetime_type() in kind.__mro__:
        return AWARE if NEEDS_OFFSET else datetime_type()
    return kind
