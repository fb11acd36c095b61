"""Models as plain values and back, for programs that store, log or compare them."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Mapping
from datetime import timedelta
from decimal import Decimal
from enum import Enum
from typing import Any, Final, Literal, TypeAlias, TypeVar, cast

import msgspec

from ..errors import ConfigurationError, EncodeError, ModelError
from .base_types import as_base_type
from .codec import Undecodable, decode_plain, encode
from .decimals import decimal_text
from .durations import duration_text
from .fields import EXTRAS, defaults_of
from .finite import find_non_finite
from .hiding import HIDDEN, is_secret, is_secret_member, without_query
from .lenient import repair
from .nullable import held_name
from .shapes import Shape, declared_shape, shape_of

Names: TypeAlias = Literal["wire", "python"]
"""Which names the fields have: those of JSON, or those of the classes."""

_LISTS: Final = (list, tuple, set, frozenset)
_SCALARS: Final = (str, int, float, Decimal)
_LOCATED: Final = re.compile(r"(?P<reason>.*) - at `\$\.?(?P<path>.*)`\Z", re.DOTALL)
_M = TypeVar("_M", bound=msgspec.Struct)


def to_plain(model: msgspec.Struct, *, names: Names, secrets: bool) -> dict[str, Any]:
    """Return a model as plain values; what `Model.to_dict` documents.

    Args:
        model: The model.
        names: Which names the fields get.
        secrets: Whether secrets are among the values.

    Raises:
        ConfigurationError: There are no such names.
        EncodeError: A value has no JSON form; the message names the field.
    """
    _check_names(names)
    try:
        return _Writer(by_python=names == "python", secrets=secrets).model(model, "")
    except RecursionError:
        raise EncodeError(f"{type(model).__name__} cannot be written: it is nested too deeply.") from None


def to_text(model: msgspec.Struct, *, names: Names, secrets: bool, indent: int | None) -> str:
    """Return a model as JSON; what `Model.to_json` documents.

    Args:
        model: The model.
        names: Which names the fields get.
        secrets: Whether secrets are among the values.
        indent: Spaces for each level; None for JSON on one line.

    Raises:
        ConfigurationError: There are no such names.
        EncodeError: A value has no JSON form; the message names the field.
    """
    content = encode(to_plain(model, names=names, secrets=secrets))
    return (content if indent is None else msgspec.json.format(content, indent=indent)).decode()


def from_plain(kind: type[_M], data: object, *, names: Names, floats: bool = False) -> _M:
    """Return the model of plain values; what `Model.from_dict` documents.

    Args:
        kind: Its class.
        data: The values.
        names: Which names the fields have.
        floats: Whether a float may stand for an amount. One of up to 15 digits is read as these.

    Raises:
        ConfigurationError: There are no such names.
        ModelError: They are not those of such a model; the message names the field.
    """
    _check_names(names)
    if not isinstance(data, Mapping):
        raise ModelError(f"{kind.__name__} is read from a mapping; got {type(data).__name__}.")
    shape = shape_of(kind)
    reader = _Reader(kind.__name__, by_python=names == "python", floats=floats)
    try:
        document = reader.members(cast("Mapping[object, Any]", data), shape, "")
        model: _M = repair(document, kind)
    except msgspec.ValidationError as error:
        match = _LOCATED.match(str(error))
        reason, path = (match["reason"], match["path"]) if match else (str(error), "")
        raise reader.refusal("Invalid enum value" if reason.startswith("Invalid enum") else reason, path) from None
    except RecursionError:
        raise reader.refusal("it is nested too deeply", "") from None
    except (ValueError, OverflowError, ArithmeticError) as error:
        if isinstance(error, ModelError):
            raise
        raise reader.refusal(f"a value is out of range ({type(error).__name__})", "") from None
    if (path := find_non_finite(model, kind)) is not None:
        raise reader.refusal("the number is not finite", path)
    return model


def from_text(kind: type[_M], text: str | bytes, *, names: Names) -> _M:
    """Return the model of a JSON text; what `Model.from_json` documents.

    Args:
        kind: Its class.
        text: JSON, in UTF-8 if it is bytes.
        names: Which names the fields have.

    Raises:
        ConfigurationError: There are no such names.
        ModelError: It is not JSON, or not that of such a model.
    """
    try:
        body = text.encode() if isinstance(text, str) else text
        data = decode_plain(body)
    except UnicodeEncodeError:
        raise ModelError(f"{kind.__name__} cannot be read: the text holds a lone surrogate.") from None
    except Undecodable as error:
        raise ModelError(f"{kind.__name__} cannot be read: {error.reason}.") from None
    return from_plain(kind, data, names=names)


def plain_value(value: object, shape: Shape, path: str, *, secrets: bool) -> Any:
    """Return what a field holds as plain values, with the names of Python.

    Args:
        value: The value.
        shape: Its type.
        path: Where it is, for an error.
        secrets: Whether secrets are among the values.

    Raises:
        EncodeError: A value has no JSON form; the message names the field.
    """
    try:
        return _Writer(by_python=True, secrets=secrets).value(value, shape, path)
    except RecursionError:
        raise EncodeError(f"The field {path!r} cannot be written: it is nested too deeply.") from None


def _check_names(names: object) -> None:
    if names not in {"wire", "python"}:
        raise ConfigurationError(f"names must be 'wire' or 'python'; got {names!r}.")


class _Writer:
    """Makes plain values of models."""

    __slots__ = ("_by_python", "_secrets")

    def __init__(self, *, by_python: bool, secrets: bool) -> None:
        self._by_python = by_python
        self._secrets = secrets

    def model(self, model: msgspec.Struct, path: str) -> dict[str, Any]:
        kind: Any = type(model)
        shape, defaults = shape_of(kind), defaults_of(kind)
        members: dict[str, Any] = {}
        for wire, field in shape.fields.items():
            value = getattr(model, held_name(kind, field.name))
            if value is msgspec.UNSET or (field.name in defaults and value is defaults[field.name]):
                continue
            name = field.name if self._by_python else wire
            hides = not self._secrets and bool(value) and is_secret(kind.__name__, field.name)
            members[name] = HIDDEN if hides else self.value(value, field.shape, _joined(path, field.name))
        if shape.extras is not None and (extras := self._extras(model, shape.extras, path)):
            if self._by_python:
                members[EXTRAS] = extras
            else:
                members = extras | members
        return members

    def _extras(self, model: object, shape: Shape, path: str) -> dict[str, Any]:
        held: object = getattr(model, EXTRAS)
        extras: dict[str, Any] = dict(cast("Mapping[str, Any]", held)) if isinstance(held, Mapping) else {}
        return {
            name: HIDDEN
            if not self._secrets and value and is_secret_member(name)
            else self.value(value, shape.value or Shape(object), _joined(path, name))
            for name, value in extras.items()
        }

    def value(self, value: Any, shape: Shape, path: str) -> Any:
        if isinstance(value, msgspec.Struct):
            return self.model(value, path)
        if shape.choices:
            shape = shape.kind.sending.sent_as(shape, value)
        if isinstance(value, Mapping):
            return self._mapping(cast("Mapping[object, Any]", value), shape.value or Shape(object), path)
        if isinstance(value, _LISTS):
            inner, items = shape.item or Shape(object), cast("Iterable[Any]", value)
            return [self.value(item, inner, f"{path}[{index}]") for index, item in enumerate(items)]
        return self._scalar(value, shape, path)

    def _mapping(self, members: Mapping[object, Any], inner: Shape, path: str) -> dict[str, Any]:
        # Of what the document does not describe, the names alone tell.
        hides = not self._secrets and inner.kind is object
        return {
            str(key): HIDDEN
            if hides and item and is_secret_member(str(key))
            else self.value(item, inner, _joined(path, str(key)))
            for key, item in members.items()
        }

    def _scalar(self, value: Any, shape: Shape, path: str) -> Any:
        try:
            value = as_base_type(value)
            if value is None or isinstance(value, _SCALARS):
                if shape.in_text and isinstance(value, int | Decimal):
                    return decimal_text(Decimal(value))
                return value if self._secrets else without_query(value)
            return duration_text(value) if isinstance(value, timedelta) else msgspec.to_builtins(value)
        except (TypeError, ValueError):
            kind = type(value).__name__
            raise EncodeError(
                f"The field {path!r} cannot be written: a value of the type {kind} has no JSON form."
            ) from None


class _Reader:
    """Makes the values of JSON of what a caller has, and refuses what would be lost."""

    __slots__ = ("_by_python", "_floats", "_name", "_unions")

    def __init__(self, name: str, *, by_python: bool, floats: bool) -> None:
        self._name = name
        self._by_python = by_python
        self._floats = floats
        # How many are around what is read.
        self._unions = 0

    def refusal(self, reason: str, path: str) -> ModelError:
        where = f" at {path!r}" if path else ""
        return ModelError(f"{self._name} cannot be read{where}: {reason.rstrip('.')}.", path=path)

    def members(self, data: Mapping[Any, Any], shape: Shape, path: str) -> dict[str, Any]:
        named = {field.name: field for field in shape.fields.values()} if self._by_python else shape.fields
        document: dict[str, Any] = {}
        for name, value in data.items():
            place = _joined(path, str(name))
            if not isinstance(name, str):
                raise self.refusal(f"a key is of the type {type(name).__name__}; it must be a str", path)
            if (field := named.get(name)) is not None:
                document[field.wire] = self._value(value, field.shape, place)
            elif shape.value is not None:
                document[name] = self._value(value, shape.value, place)
            elif self._unions and (shape.extras is None or name in shape.fields):
                # It may turn out that no member of the union fits, and then nothing may be lost.
                document.setdefault(name, value)
            elif shape.extras is None:
                continue
            elif self._by_python and name == EXTRAS and isinstance(value, Mapping):
                document |= self._extras(cast("Mapping[object, Any]", value), shape, place)
            else:
                document |= self._extras({name: value}, shape, path)
        return document

    def _extras(self, members: Mapping[Any, Any], shape: Shape, path: str) -> dict[str, Any]:
        inner = (shape.extras and shape.extras.value) or Shape(object)
        for name in members:
            if name in shape.fields:
                raise self.refusal(f"{EXTRAS} has {name!r}, which is a field of its own", path)
        return {name: self._value(value, inner, _joined(path, str(name))) for name, value in members.items()}

    def _value(self, value: Any, shape: Shape, path: str) -> Any:
        if shape.choices:
            self._unions += 1
            try:
                return self._value(value, _member(value, shape, by_python=self._by_python), path)
            finally:
                self._unions -= 1
        if isinstance(value, Mapping):
            members = cast("Mapping[object, Any]", value)
            if _is_known(shape):
                return self.members(members, shape, path)
            return {name: self._value(item, shape, _joined(path, str(name))) for name, item in members.items()}
        if isinstance(value, _LISTS):
            inner, items = shape.item or Shape(object), cast("Iterable[Any]", value)
            return [self._value(item, inner, f"{path}[{index}]") for index, item in enumerate(items)]
        if isinstance(value, msgspec.Struct):
            # Of its own names, whatever those around it have.
            writer = _Writer(by_python=self._by_python, secrets=True)
            kind: Any = type(value)
            return self.members(writer.model(value, path), shape if shape.fields else shape_of(kind), path)
        if isinstance(value, str | Enum):
            self._refuse_hidden(value, path)
        is_inexact = (shape.kind is Decimal or shape.is_amount) and isinstance(value, float)
        return self._amount(float.__float__(cast("float", value)), path) if is_inexact else as_base_type(value)

    def _amount(self, value: float, path: str) -> Decimal:
        exact = Decimal(repr(value))
        if not self._floats:
            raise self.refusal(
                f"the float {value!r} is not exact; pass Decimal('{value!r}'), and read JSON with from_json", path
            )
        # A text of so many digits survives as a float; one of more may have been another.
        if exact.is_finite() and len(exact.as_tuple().digits) > sys.float_info.dig:
            raise self.refusal(f"the number {value!r} has more digits than a float holds; send it as a text", path)
        return exact

    def _refuse_hidden(self, value: object, path: str) -> None:
        if isinstance(value, str) and (value == HIDDEN or value.endswith(f"?{HIDDEN}")):
            raise self.refusal("the value was hidden when it was written; write it with secrets=True", path)


def _member(value: Any, shape: Shape, *, by_python: bool) -> Shape:
    """The member of a union that a value is meant as."""
    if isinstance(value, msgspec.Struct):
        kind: Any = type(value)
        return declared_shape(kind)
    member: Shape = shape.kind.sending.named(shape, value, by_python=by_python)
    return member


def _is_known(shape: Shape) -> bool:
    return bool(shape.fields) or shape.value is not None or shape.extras is not None


def _joined(path: str, name: str) -> str:
    return f"{path}.{name}" if path else name
