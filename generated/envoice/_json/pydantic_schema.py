"""What pydantic and FastAPI ask of a model: how it is read and written, and its JSON schema."""

from __future__ import annotations

import importlib
import re
from collections.abc import Mapping
from datetime import time, timedelta
from decimal import Decimal
from typing import Any, Final, Literal, cast, get_args
from uuid import UUID

import msgspec

from .._api import ENUMS
from ..errors import ModelError
from .base_types import date_type, datetime_type
from .fields import is_on_wire
from .hiding import HIDDEN, hide_secrets, is_secret, is_secret_member
from .plain import from_plain
from .shapes import Shape, declared_shape, is_enum, is_int_enum, plain_type

BUILDS_ON: Final = ("_api.ENUMS",)

_IS_CLOSED: Final = ENUMS == "closed"
_STEP: Final = re.compile(r"\[(?P<index>[^\]]*)\]|\.?(?P<name>[^.\[]+)")
_KINDS: Final[Mapping[Any, str]] = {
    bool: "bool_schema",
    bytes: "str_schema",
    date_type(): "date_schema",
    datetime_type(): "datetime_schema",
    Decimal: "decimal_schema",
    int: "int_schema",
    str: "str_schema",
    time: "time_schema",
    timedelta: "timedelta_schema",
    UUID: "uuid_schema",
}


def core_schema(kind: type[msgspec.Struct]) -> Any:
    """Return how pydantic reads and writes a model.

    It reads an instance, or a mapping as `from_dict` does, by the names of JSON or those of Python. It writes what
    `to_dict` gives: with the names of JSON where aliases are asked for, as FastAPI does, and without secrets unless the
    context says `{"secrets": True}`.

    Args:
        kind: The class of the model.
    """
    # Who asks has imported pydantic.
    core = importlib.import_module("pydantic_core")

    def read(value: object) -> object:
        if isinstance(value, kind):
            return value
        if not isinstance(value, Mapping):
            raise core.PydanticCustomError("model_type", f"Input should be {kind.__name__} or a mapping of its fields")
        data = cast("Mapping[object, object]", value)
        try:
            return from_plain(kind, data, names=_names(kind, data), floats=True)
        except ModelError as error:
            refusal = error
        place = _place(refusal.path)
        said = core.PydanticCustomError("model_error", "{reason}", {"reason": refusal.message})
        line = {"type": said, "loc": place, "input": _given(data, place)}
        # What pydantic adds to any other error is the whole input, which may hold secrets.
        raise core.ValidationError.from_exception_data(kind.__name__, [line]) from None

    def write(value: Any, info: Any) -> Any:
        if not isinstance(value, msgspec.Struct):
            return value
        context: object = info.context
        secrets = isinstance(context, Mapping) and cast("Mapping[str, object]", context).get("secrets") is True
        model: Any = value
        return model.to_dict(names="wire" if info.by_alias else "python", secrets=secrets)

    schemas = core.core_schema
    written = schemas.plain_serializer_function_ser_schema(write, info_arg=True)
    return schemas.no_info_plain_validator_function(read, ref=_reference(kind), serialization=written)


def json_schema(kind: type[msgspec.Struct], handler: Any) -> Any:
    """Return the JSON schema of a model; those of the models inside stand beside it, by their names.

    Args:
        kind: The class of the model.
        handler: What pydantic gives to make it with.
    """
    schemas = importlib.import_module("pydantic_core").core_schema
    described = _Describing(schemas, handler.mode).model(kind)
    return handler(schemas.definitions_schema(schemas.definition_reference_schema(described["ref"]), [described]))


class _Describing:
    """Describes types in pydantic's words."""

    __slots__ = ("_mode", "_schemas", "_seen")

    def __init__(self, schemas: Any, mode: Literal["validation", "serialization"]) -> None:
        self._schemas = schemas
        self._mode = mode
        self._seen: set[type] = set()

    def model(self, kind: Any) -> Any:
        """Describe a model; one that was described before by its name."""
        name = _reference(kind)
        if kind in self._seen:
            return self._schemas.definition_reference_schema(name)
        self._seen.add(kind)
        shape = declared_shape(kind)
        fields = {
            field.name: self._field(shape, field)
            for field in msgspec.structs.fields(shape.kind)
            if is_on_wire(field.encode_name)
        }
        extras: dict[str, Any] = {}
        if shape.extras is not None:
            extras = {"extra_behavior": "allow", "extras_schema": self._value(shape.extras.value or Shape(object))}
        return self._schemas.typed_dict_schema(fields, cls=kind, ref=name, **extras)

    def _field(self, shape: Shape, field: Any) -> Any:
        inner = shape.fields[field.encode_name].shape
        hides = self._mode == "serialization" and is_secret(shape.kind.__name__, field.name)
        described = self._schemas.str_schema() if hides else self._value(inner)
        if type(None) in get_args(plain_type(field.type)):
            described = self._schemas.nullable_schema(described)
        wire = field.encode_name
        return self._schemas.typed_dict_field(
            described, required=field.required, validation_alias=wire, serialization_alias=wire
        )

    def _value(self, shape: Shape) -> Any:
        kind, schemas = shape.kind, self._schemas
        if shape.choices:
            return schemas.union_schema([*map(self._value, shape.choices)])
        if shape.item is not None:
            item = self._value(shape.item)
            return schemas.list_schema(schemas.nullable_schema(item) if shape.holds_nulls else item)
        if kind is dict:
            return schemas.dict_schema(schemas.str_schema(), self._value(shape.value or Shape(object)))
        if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
            return self.model(kind)
        plain = cast("Any", kind)
        if is_enum(plain) or is_int_enum(plain):
            return self._enum(plain)
        plain = Decimal if shape.is_amount else plain
        return getattr(schemas, _KINDS.get(plain, "any_schema"))()

    def _enum(self, kind: Any) -> Any:
        schemas = self._schemas
        known = schemas.literal_schema([member.value for member in kind])
        if _IS_CLOSED:
            return known
        # Of these values, or any other: the service may have new ones.
        return schemas.union_schema([known, schemas.str_schema() if is_enum(kind) else schemas.int_schema()])


def _reference(kind: Any) -> str:
    """What pydantic calls the schema of a class: the class and what tells it from another one of its name."""
    return f"{kind.__module__}.{kind.__qualname__}:{id(kind)}"


def _names(kind: Any, data: Mapping[object, object]) -> Literal["wire", "python"]:
    """Which names the members have: those of Python where some are and none is of JSON."""
    fields = declared_shape(kind).fields
    if any(name in fields for name in data):
        return "wire"
    return "python" if any(field.name in data for field in fields.values()) else "wire"


def _place(path: str) -> tuple[str | int, ...]:
    """A path such as `Items[0].Cost` as pydantic writes it."""
    found: list[str | int] = []
    for step in _STEP.finditer(path):
        index = step["index"]
        found.append(step["name"] if index is None else int(index) if index.isdecimal() else index)
    return tuple(found)


def _given(data: Any, place: tuple[str | int, ...]) -> object:
    """What was given at a place, without secrets."""
    for step in place:
        if isinstance(step, str) and is_secret_member(step):
            return HIDDEN
        try:
            data = data[step]
        except (LookupError, TypeError):
            return None
    return hide_secrets(data)
