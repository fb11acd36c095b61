"""Writes examples of models and unions as JSON: every field has a value, and what msgspec writes of it is the same."""

import contextlib
import json
from collections.abc import Iterator, Mapping
from itertools import count
from typing import Final, assert_never

from sdkwright.ir import Alias, Anything, Api, Array, Enum, Map, Model, Object, Reference, Scalar, Schema, Type, Union
from sdkwright.ir.api import reachable

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


def examples_of(api: Api) -> dict[str, list[str]]:
    """Examples of each model and each named union as JSON, by its name; none where no object can be one.

    Each member of a union is in one of them.

    Args:
        api: The API.
    """
    maker = _Maker(api.schemas)
    found = {name: [*maker.wholes(model)] for name, model in api.models.items()}
    return found | {name: [*maker.members(alias)] for name, alias in api.aliases.items()}


def _holds_itself(name: str, schemas: Mapping[str, Schema]) -> bool:
    """Whether a named union leads back to itself."""
    schema = schemas[name]
    return isinstance(schema, Alias) and name in reachable(schema.references, schemas)


class _Maker:
    def __init__(self, schemas: Mapping[str, Schema]) -> None:
        self._schemas = schemas
        self._least: dict[str, dict[str, str]] = {}
        self._inside: set[str] = set()
        self._open = frozenset(name for name, schema in schemas.items() if _holds_itself(name, schemas))
        self._chosen = 0

    def members(self, alias: Alias) -> Iterator[str]:
        """An example of each member of a union that has a name."""
        if isinstance(alias.type, Union):
            yield from self._choices(alias.type)
        else:
            with contextlib.suppress(_EndlessError):
                yield self._value(alias.type)

    def wholes(self, model: Model) -> Iterator[str]:
        """A model as often as one of its fields has members to choose from, with another one each time."""
        for self._chosen in range(max([self._count(field.type) for field in model.fields], default=1)):
            if (text := self._whole(model)) is not None:
                yield text
        self._chosen = 0

    def _count(self, type_: Type) -> int:
        """How many members a type has to choose from."""
        match type_:
            case Union(members):
                return len(members)
            case Array(inner) | Map(inner):
                return self._count(inner)
            case Reference(name) if isinstance(alias := self._schemas[name], Alias) and isinstance(alias.type, Union):
                return len(alias.type.members)
            case _:
                return 1

    def _whole(self, model: Model) -> str | None:
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

    def _value(self, type_: Type) -> str:  # noqa: PLR0911 - one for each kind of type
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
            case Union():
                choices = [*self._choices(type_)]
                if not choices:
                    raise _EndlessError
                return choices[self._chosen % len(choices)]
            case Object() | Anything():
                # Anything may be an object too.
                return _object({"any": _NUMBER})
            case _:
                assert_never(type_)

    def _least_of(self, alias: Alias) -> str:
        """An example of the first member of a union that does not need another of the union."""
        if alias.name in self._inside:
            raise _EndlessError
        self._inside.add(alias.name)
        try:
            found = next(self._choices(alias.type), None) if isinstance(alias.type, Union) else self._value(alias.type)
        finally:
            self._inside.discard(alias.name)
        if found is None:
            raise _EndlessError
        return found

    def _choices(self, union: Union) -> Iterator[str]:
        """An example of each member of a union of which there can be one."""
        values = {name: value for value, name in reversed(union.variants)}
        for member in union.members:
            with contextlib.suppress(_EndlessError):
                if isinstance(member, Reference) and member.name in values:
                    yield self._named(self._schemas[member.name], {union.discriminator: values[member.name]})
                else:
                    yield self._value(member)

    def _named(self, schema: Schema, told: Mapping[str, str] | None = None) -> str:
        if isinstance(schema, Enum):
            return json.dumps(schema.values[0])
        if isinstance(schema, Alias):
            return self._value(schema.type) if schema.name not in self._open else self._least_of(schema)
        if schema.name not in self._least:
            if schema.name in self._inside:
                raise _EndlessError
            self._inside.add(schema.name)
            try:
                self._least[schema.name] = self._required(schema)
            finally:
                self._inside.discard(schema.name)
        members = self._least[schema.name] | {wire: json.dumps(value) for wire, value in (told or {}).items()}
        return _object(members)

    def _required(self, model: Model) -> dict[str, str]:
        required = [field for field in model.fields if field.required and field.alias_of is None]
        return {field.wire: self._value(field.type) for field in required}


def _beside() -> Iterator[str]:
    return (f"beside_{number}" for number in count())


def _object(members: Mapping[str, str]) -> str:
    return "{" + ", ".join(f"{json.dumps(name)}: {value}" for name, value in members.items()) + "}"
