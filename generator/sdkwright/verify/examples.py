"""Writes an example of each model as JSON: every field has a value, and what msgspec writes of it is the same text."""

import contextlib
import json
from collections.abc import Iterator, Mapping
from itertools import count
from typing import Final, assert_never

from sdkwright.ir import Anything, Api, Array, Enum, Map, Model, Object, Reference, Scalar, Schema, Type

_NUMBER: Final = "100.10"
_TEXTS: Final = {
    "": "text",
    "date-time": "2026-01-31T12:00:00Z",
    "date": "2026-01-31",
    "time": "12:00:00",
    "duration": "P1D",
    "uuid": "01234567-89ab-4def-8123-456789abcdef",
    "byte": "Ynl0ZXM=",
    "binary": "Ynl0ZXM=",
    "decimal": _NUMBER,
}


class _EndlessError(Exception):
    """A model requires itself, so that no object can be one."""


def examples_of(api: Api) -> dict[str, str | None]:
    """An example of each model as JSON, by its name; None where no object can be one.

    Args:
        api: The API.
    """
    maker = _Maker(api.schemas)
    return {name: maker.whole(model) for name, model in api.models.items()}


class _Maker:
    def __init__(self, schemas: Mapping[str, Schema]) -> None:
        self._schemas = schemas
        self._least: dict[str, str] = {}
        self._inside: set[str] = set()

    def whole(self, model: Model) -> str | None:
        """A model with all its fields, in which other models have those that they require."""
        members: dict[str, str] = {}
        for field in model.fields:
            if field.alias_of is not None:
                continue
            try:
                members[field.wire] = self._value(field.type)
            except _EndlessError:
                if field.required:
                    return None
        if model.extras is not None:
            with contextlib.suppress(_EndlessError):
                members[next(name for name in _beside() if name not in members)] = self._value(model.extras)
        return _object(members)

    def _value(self, type_: Type) -> str:
        match type_:
            case Scalar("string", format_):
                return json.dumps(_TEXTS.get(format_, _TEXTS[""]))
            case Scalar(kind):
                return {"integer": "1", "number": _NUMBER, "boolean": "true"}[kind]
            case Array(items):
                return f"[{self._value(items)}]"
            case Map(values):
                return _object({"key": self._value(values)})
            case Reference(name):
                return self._named(self._schemas[name])
            case Object() | Anything():
                # Anything may be an object too.
                return _object({"any": _NUMBER})
            case _:
                assert_never(type_)

    def _named(self, schema: Schema) -> str:
        if isinstance(schema, Enum):
            return json.dumps(schema.values[0])
        if schema.name not in self._least:
            if schema.name in self._inside:
                raise _EndlessError
            self._inside.add(schema.name)
            try:
                self._least[schema.name] = self._required(schema)
            finally:
                self._inside.discard(schema.name)
        return self._least[schema.name]

    def _required(self, model: Model) -> str:
        required = [field for field in model.fields if field.required and field.alias_of is None]
        return _object({field.wire: self._value(field.type) for field in required})


def _beside() -> Iterator[str]:
    return (f"beside_{number}" for number in count())


def _object(members: Mapping[str, str]) -> str:
    return "{" + ", ".join(f"{json.dumps(name)}: {value}" for name, value in members.items()) + "}"
