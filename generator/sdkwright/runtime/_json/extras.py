"""Keeps what JSON has beside the fields of a model, both ways; and writes durations, and decimals in texts.

msgspec drops the members that a class does not declare, and has one way to write a decimal or a duration. So an answer
whose type reaches a model with extras is read a second time as plain values, and the models are given what they lack.
A body with such models, with durations or with decimals in texts, is made into plain values before msgspec writes it.
All other bodies and answers pass by.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import timedelta
from decimal import Decimal
from functools import cache
from typing import Any, Final, cast

import msgspec
from msgspec.structs import force_setattr

from ..errors import EncodeError
from .base_types import as_base_type
from .decimals import decimal_text
from .fields import EXTRAS, defaults_of
from .nullable import held_name
from .shapes import (
    Shape,
    annotation,
    declared_shape,
    holds_own_form,
    is_list,
    is_object,
    keeps_extras,
    needs_own_form,
    union_reader,
)

_LISTS: Final = (list, tuple, set, frozenset)


def attach_extras(value: object, document: object, shape: Shape) -> None:
    """Give the models in a value what its document has beside their fields.

    Args:
        value: What was decoded.
        document: The same as plain values.
        shape: Its type, which `keeps_extras`.

    Raises:
        msgspec.ValidationError: Such a member is not of the type that is declared for all of them.
    """
    _attach(value, document, shape, "")


def _attach(value: Any, document: Any, shape: Shape, path: str) -> None:
    if shape.item is not None:
        if is_list(document) and value:
            for index, (inner, plain) in enumerate(zip(value, document, strict=False)):
                _attach(inner, plain, shape.item, f"{path}[{index}]")
    elif shape.value is not None:
        if is_object(document) and value:
            for name, inner in value.items():
                _attach(inner, document[name], shape.value, f"{path}.{name}")
    elif is_object(document) and isinstance(value, msgspec.Struct):
        _attach_to_model(value, document, shape, path)


def _attach_to_model(model: msgspec.Struct, document: dict[str, Any], shape: Shape, path: str) -> None:
    for wire, held, inner in _leading(shape):
        if wire in document:
            _attach(getattr(model, held), document[wire], inner, f"{path}.{wire}")
    if shape.extras is not None and (found := document.keys() - shape.fields.keys()):
        # In the order in which they came.
        members = {name: member for name, member in document.items() if name in found}
        force_setattr(model, EXTRAS, _converted(members, shape.extras, path))


@cache
def _leading(shape: Shape) -> list[tuple[str, str, Shape]]:
    """The fields that lead to models with extras: name in JSON, attribute, type."""
    return [
        (field.wire, held_name(shape.kind, field.name), field.shape)
        for field in shape.fields.values()
        if keeps_extras(field.shape)
    ]


def _converted(members: dict[str, Any], extras: Shape, path: str) -> dict[str, Any]:
    declared = cast("Shape", extras.value)
    if declared.kind is object:
        return members
    converted: dict[str, Any] = {}
    for name, member in members.items():
        try:
            converted[name] = msgspec.convert(member, _type_of(declared), dec_hook=union_reader())
        except msgspec.ValidationError as error:
            reason, _, inner = str(error).partition(" - at `$")
            place = f"{path}.{name}{inner.removesuffix('`')}".lstrip(".")
            raise msgspec.ValidationError(f"{reason} - at `$.{place}`") from None
        if keeps_extras(declared):
            _attach(converted[name], member, declared, f"{path}.{name}")
    return converted


@cache
def _type_of(shape: Shape) -> Any:
    """The type that msgspec reads a shape as, which may be null."""
    if shape.item is not None:
        return list[_type_of(shape.item)] | None  # type: ignore[misc]
    if shape.value is not None:
        return dict[str, _type_of(shape.value)] | None  # type: ignore[misc]
    return Any if shape.kind is object else annotation(shape.kind) | None


def written_form(body: Any) -> Any:
    """Return a body as msgspec has to write it: plain values in the place of the models that it cannot write.

    Args:
        body: Models and plain values, nested.

    Raises:
        EncodeError: Extras have the name of a field, or a name that is no text.
        RecursionError: It is nested too deeply.
    """
    if not needs_own_form(body):
        return body
    if isinstance(body, timedelta):
        return _duration_text(body)
    if isinstance(body, msgspec.Struct):
        return _members(body, declared_shape(cast("Any", type(body))))
    if isinstance(body, Mapping):
        return {name: written_form(item) for name, item in cast("Mapping[object, Any]", body).items()}
    return [written_form(item) for item in cast("Iterable[Any]", body)]


def _members(model: msgspec.Struct, shape: Shape) -> dict[str, Any]:
    """The members of a model's JSON object."""
    kind: Any = type(model)
    defaults = defaults_of(kind)
    members: dict[str, Any] = {}
    for wire, field in shape.fields.items():
        value = getattr(model, held_name(kind, field.name))
        if value is msgspec.UNSET or (field.name in defaults and value is defaults[field.name]):
            continue
        members[wire] = _written(value, field.shape) if holds_own_form(field.shape) else value
    if shape.extras is not None and isinstance(extras := getattr(model, EXTRAS), Mapping):
        for name, value in cast("Mapping[str, Any]", extras).items():
            _check_name(name, shape)
            members[str.__str__(name)] = _written(value, cast("Shape", shape.extras.value))
    return members


def _check_name(name: object, shape: Shape) -> None:
    if not isinstance(name, str):
        raise EncodeError(f"The field {EXTRAS!r} has a key of the type {type(name).__name__}; pass a str.")
    if (field := shape.fields.get(str.__str__(name))) is not None:
        raise EncodeError(
            f"The field {EXTRAS!r} has {name!r}, which is a field of its own; pass {field.name}=... for it."
        )


def _written(value: Any, shape: Shape) -> Any:
    if shape.choices:
        shape = shape.kind.sending.sent_as(shape, value)
    if shape.in_text:
        return _as_text(value)
    if shape.item is not None and isinstance(value, _LISTS):
        return [_written(item, shape.item) for item in cast("Iterable[Any]", value)]
    if shape.value is not None and isinstance(value, Mapping):
        return {name: _written(item, shape.value) for name, item in cast("Mapping[object, Any]", value).items()}
    return written_form(value)


def _duration_text(value: timedelta) -> str:
    from .durations import duration_text  # few documents have any

    return duration_text(value)


def _as_text(value: object) -> object:
    """A decimal as JSON has it; what is none is left to the checks of the body."""
    if isinstance(value, bool) or not isinstance(value, Decimal | int):
        return value
    number = Decimal(as_base_type(value))
    # What is not finite is refused by its name.
    return decimal_text(number) if number.is_finite() else number
