"""What a result type is made of, as msgspec reads it, for whatever walks a document beside its type."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime, time, timedelta
from decimal import Decimal
from functools import cache
from threading import RLock
from types import UnionType
from typing import Annotated, Any, Final, TypeGuard, Union, cast, get_args, get_origin
from uuid import UUID

import msgspec

from .._api import DATES
from ..enums import OpenEnum, OpenIntEnum, OrOrdinal
from .base_types import date_type, datetime_type
from .decimals import IN_TEXT
from .fields import EXTRAS, is_on_wire
from .nullable import ABSENT_TYPES, Nullable, NullableAmount

BUILDS_ON: Final = ("_api.DATES",)

NEEDS_OFFSET: Final = DATES == "rfc3339"
"""Whether a date without an offset from UTC is none."""

AWARE: Final[Any] = Annotated[datetime_type(), msgspec.Meta(tz=True)]
"""A date with an offset, as msgspec reads it."""

_COMMON: Final[frozenset[type]] = frozenset({bool, Decimal, int, str})
_SCALARS: Final[frozenset[Any]] = _COMMON | {bytes, date_type(), datetime_type(), time, timedelta, UUID}
_NULLABLE: Final[Any] = Nullable
_PLAIN: Final[dict[object, Any]] = {
    "NullableAmount": NullableAmount,
    "OmissibleAmount": NullableAmount,
    **{f"{kind.__name__} | None": kind | None for kind in _COMMON},
    **{f"Nullable[{kind.__name__}]": _NULLABLE[kind] for kind in _COMMON},
    **{f"Omissible[{kind.__name__}]": _NULLABLE[kind] for kind in _COMMON},
    "datetime | None": (AWARE if NEEDS_OFFSET else datetime_type()) | None,
    "Nullable[datetime]": _NULLABLE[AWARE if NEEDS_OFFSET else datetime_type()],
    "Omissible[datetime]": _NULLABLE[AWARE if NEEDS_OFFSET else datetime_type()],
}
"""What most fields are, which to evaluate would take a third of the time that a first answer does."""
_PATIENCE: Final = 1.0
"""Seconds that a fork waits for types to be read, which takes milliseconds."""

UNIONS: Final[list[Any]] = []
"""What msgspec calls for the value of a union, once a type with one was read; nothing where there is none."""

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
        kind: A model or other Struct, an enum of ours, `list`, `dict`, or the type of a scalar; else `object`.
        item: What a list holds, or None.
        value: What a map holds, or None.
        in_text: Whether it is a decimal that JSON has as a text.

    Attributes:
        choices: What a union may be, in the document's order; `kind` is then the class of the union.
        fields: A model's fields by their name in JSON.
        extras: The map of a model's members that are no fields; None where they are not kept.
        holds_nulls: Whether the items of a list may be null.
        is_amount: Whether it is a Decimal or an int that a caller gives for an amount; `kind` is then `object`.
    """

    __slots__ = ("choices", "extras", "fields", "holds_nulls", "in_text", "is_amount", "item", "kind", "value")

    def __init__(
        self, kind: Any, item: Shape | None = None, *, value: Shape | None = None, in_text: bool = False
    ) -> None:
        self.kind: Any = kind
        self.item: Shape | None = item
        self.value: Shape | None = value
        self.in_text: bool = in_text
        self.choices: tuple[Shape, ...] = ()
        self.fields: dict[str, Field] = {}
        self.extras: Shape | None = None
        self.holds_nulls: bool = False
        self.is_amount: bool = False

    def inner(self) -> Iterator[Shape]:
        """The shapes directly inside, but for those of a union: which of these a value has is chosen by itself."""
        for shape in (self.item, self.value, self.extras):
            if shape is not None:
                yield shape
        for field in self.fields.values():
            yield field.shape

    def reaches(self, is_meant: Callable[[Shape], bool], *, within_unions: bool = False) -> bool:
        """Return whether it is, or has inside, what is meant.

        Args:
            is_meant: Tells of one shape.
            within_unions: Whether what a union may be counts too.
        """
        seen: set[Shape] = set()
        pending: list[Shape] = [self]
        while pending:
            inner = pending.pop()
            if is_meant(inner):
                return True
            if inner not in seen:
                seen.add(inner)
                pending += inner.inner()
                if within_unions:
                    pending += inner.choices
        return False


def annotation(result: Any) -> Any:
    """Return the type that msgspec reads a result as, where the declared dialect makes a difference.

    Args:
        result: A model, enum, int, bool, str, datetime, or a list of these.
    """
    choices: Any = OrOrdinal
    if is_enum(result):
        return choices[result]
    return as_declared(result) if NEEDS_OFFSET else result


@cache
def keeps_extras(shape: Shape) -> bool:
    """Return whether a type has, or has inside, a model that keeps extras.

    Args:
        shape: The type.
    """
    return shape.reaches(lambda inner: inner.extras is not None)


@cache
def holds_own_form(shape: Shape) -> bool:
    """Return whether a type has, or has inside, what msgspec cannot write: extras, decimals in texts, durations.

    Args:
        shape: The type.
    """
    return shape.reaches(
        lambda inner: inner.extras is not None or inner.in_text or inner.kind is timedelta, within_unions=True
    )


@cache
def has_own_form(kind: Any) -> bool:
    """Return whether a model has, or has inside, what msgspec cannot write.

    Args:
        kind: The class of a model.
    """
    return holds_own_form(declared_shape(kind))


def needs_own_form(value: object) -> bool:
    """Return whether a value is, or has inside, what msgspec cannot write.

    Args:
        value: Models and plain values, nested.

    Raises:
        RecursionError: It is nested too deeply.
    """
    if isinstance(value, msgspec.Struct):
        return has_own_form(cast("Any", type(value)))
    if isinstance(value, Mapping):
        value = cast("Mapping[Any, object]", value).values()
    elif not isinstance(value, list | tuple | set | frozenset):
        return isinstance(value, timedelta)
    return any(map(needs_own_form, cast("Iterable[object]", value)))


def union_reader() -> Any:
    """Return what msgspec calls for the value of a union; None where no type that was read has one."""
    return UNIONS[0] if UNIONS else None


def union_members(kind: Any) -> tuple[Any, ...]:
    """Return the members of a union; of anything else, none.

    Args:
        kind: Any type. A model may have a field of any name, so its own attributes say nothing.
    """
    return kind.one_of if hasattr(kind.__class__, "one_of") else ()


def plain_type(kind: Any) -> Any:
    """Return a type without what it is annotated with.

    Args:
        kind: Any type.
    """
    return get_args(kind)[0] if get_origin(kind) is Annotated else kind


def is_enum(kind: object) -> TypeGuard[type[OpenEnum]]:
    """Whether a type is one of our enums."""
    return isinstance(kind, type) and issubclass(kind, OpenEnum)


def is_int_enum(kind: object) -> TypeGuard[type[OpenIntEnum]]:
    """Whether a type is one of our enums of whole numbers."""
    return isinstance(kind, type) and issubclass(kind, OpenIntEnum)


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


@cache
def declared_shape(kind: Any) -> Shape:
    """Return the shape of a model, or of what it is a subclass of.

    Args:
        kind: The class of a model.
    """
    try:
        return shape_of(kind)
    except Exception:  # noqa: BLE001 - a caller's subclass may name types that only type checkers see
        return declared_shape(kind.__base__)


def _shape(kind: Any) -> Shape:
    in_text = IN_TEXT in get_args(kind)
    kind = plain_type(kind)
    if get_origin(kind) is list:
        (item,) = get_args(kind)
        shape = Shape(list, _shape(item))
        shape.holds_nulls = type(None) in get_args(plain_type(item))
        return shape
    if get_origin(kind) is dict:
        return Shape(dict, value=_shape(get_args(kind)[1]))
    if choices := [choice for choice in get_args(kind) if choice not in ABSENT_TYPES]:
        return _one_of(choices)
    if is_enum(kind) or is_int_enum(kind) or kind in _SCALARS:
        return Shape(kind, in_text=in_text)
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        return _models.get(kind) or _model(kind)
    return _union(cast("Any", kind))


def _one_of(choices: list[Any]) -> Shape:
    if {*choices} == {Decimal, int}:
        shape = Shape(object)
        shape.is_amount = True
        return shape
    # Of an enum and its ordinals, the enum stands first; no other union is in a model that is received.
    return _shape(next(filter(is_enum, choices), choices[0] if len(choices) == 1 else object))


def _union(kind: Any) -> Shape:
    """The shape of a union; of anything else, what may be any value."""
    if not union_members(kind):
        return Shape(object)
    if kind in _models:
        return _models[kind]
    shape = _models[kind] = Shape(kind)
    shape.choices = tuple(map(_shape, union_members(kind)))
    if not UNIONS:
        UNIONS.append(kind.choosing.read)
    return shape


def _model(kind: type[msgspec.Struct]) -> Shape:
    shape = _models[kind] = Shape(kind)
    written = kind.__annotations__
    written.update({name: _PLAIN[text] for name, text in written.items() if text in _PLAIN})
    must_change = NEEDS_OFFSET or datetime is not datetime_type()
    for field in msgspec.structs.fields(kind):
        if not is_on_wire(field.encode_name):
            if field.name == EXTRAS:
                shape.extras = _extras(kind, as_declared(field.type) if must_change else field.type)
                # Whatever the service has by this very name is no more than another member.
                written[EXTRAS] = Any
            continue
        # Reading annotations is half the price of a first answer, and msgspec would read them again.
        written[field.name] = as_declared(field.type) if must_change else field.type
        shape.fields[field.encode_name] = Field(field.name, field.encode_name, _shape(written[field.name]))
    return shape


def _extras(kind: type, declared: Any) -> Shape:
    """The map of a model's members that are no fields; that of its base, where the base was read before."""
    known = [base.extras for name in kind.__mro__ if (base := _models.get(name)) is not None]
    return next((extras for extras in known if extras is not None), None) or _shape(declared)


def as_declared(kind: Any) -> Any:
    """Return a type with dates as the dialect has them.

    A type that was read under freezegun has a `datetime` or `date` of its own, where msgspec wants the real one.
    """
    if IN_TEXT in get_args(kind):
        return kind
    kind = plain_type(kind)
    if get_origin(kind) in {Union, UnionType}:
        choices: Any = tuple(map(as_declared, get_args(kind)))
        return Union[choices]  # noqa: UP007 - of as many as there are
    if get_origin(kind) is list:
        return list[as_declared(get_args(kind)[0])]  # type: ignore[misc]
    if get_origin(kind) is dict:
        return dict[str, as_declared(get_args(kind)[1])]  # type: ignore[misc]
    if isinstance(kind, type) and datetime_type() in kind.__mro__:
        return AWARE if NEEDS_OFFSET else datetime_type()
    return date_type() if isinstance(kind, type) and date_type() in kind.__mro__ else kind
