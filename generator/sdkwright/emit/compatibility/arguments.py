"""The types of what callers give as plain values: `TypedDict`s beside the models, and what they are called."""

import re
from collections.abc import Collection, Iterable, Iterator
from typing import Final

import attrs

from sdkwright.ir import Alias, Anything, Api, Array, Enum, Map, Model, Object, Reference, Scalar, Type, Union

_SCALARS: Final = {
    ("string", "date-time"): "str | _datetime.datetime",
    ("string", "date"): "str | _datetime.date",
    ("string", "time"): "str | _datetime.time",
    ("string", "uuid"): "str | _UUID",
    ("string", "byte"): "str | _bytes",
    ("string", "binary"): "str | _bytes",
    ("string", "decimal"): "str | float | _Decimal",
    ("string", ""): "str",
    ("number", ""): "float | _Decimal",
    ("integer", ""): "int",
    ("boolean", ""): "bool",
}
_MAPPING: Final = "Mapping[str, _object]"
# A field of such a name hides the type from the fields behind it.
_BUILTINS: Final = frozenset({"bool", "float", "int", "str"})


def annotated(  # noqa: PLR0911 - one for each kind of type
    type_: Type, api: Api, *, within: str = "_params.", hidden: Collection[str] = ()
) -> str:
    """What a caller may give for a value of a type.

    Args:
        type_: The type.
        api: The API, for its named schemas.
        within: What stands before the names of the `TypedDict`s.
        hidden: The built-in types whose names mean something else there.
    """

    def written(inner: Type) -> str:
        return annotated(inner, api, within=within, hidden=hidden)

    match type_:
        case Scalar(kind, format_):
            return _seen(_SCALARS.get((kind, format_)) or _SCALARS[kind, ""], hidden)
        case Array(items, nullable):
            return f"Sequence[{written(items)}{' | None' if nullable else ''}]"
        case Map(values, nullable):
            return f"{_seen('Mapping[str', hidden)}, {written(values)}{' | None' if nullable else ''}]"
        case Reference(name):
            return _named(name, api, within, hidden)
        case Object():
            return _seen(_MAPPING, hidden)
        case Anything():
            return "_object"
        case Union(members):
            return " | ".join(dict.fromkeys(written(member) for member in members))


def _named(name: str, api: Api, within: str, hidden: Collection[str]) -> str:
    schema = api.schemas[name]
    if isinstance(schema, Enum):
        return f"Literal[{', '.join(f'{value!a}' for value in schema.values)}] | _models.{name}"
    if isinstance(schema, Alias):
        return f"{within}{name}Param"
    extra = f" | {_seen(_MAPPING, hidden)}" if schema.extras is not None or not schema.fields else ""
    return f"{within}{name}Param | _models.{name}{extra}"


def _seen(annotation: str, hidden: Collection[str]) -> str:
    """A type of ours, with the built-in ones that its names hide reached in another way."""
    return re.sub(
        r"(?<![\w.])[a-z]+(?!\w)", lambda word: f"_builtins.{word[0]}" if word[0] in hidden else word[0], annotation
    )


def closure(types: Iterable[Type], api: Api) -> list[str]:
    """The named schemas that values of some types may hold, sorted; enums apart."""
    names = {name for type_ in types for name in _names(type_)}
    return sorted(name for name in api.reachable(names) if not isinstance(api.schemas[name], Enum))


def _names(type_: Type) -> Iterator[str]:
    match type_:
        case Reference(name):
            yield name
        case Array(inner) | Map(inner):
            yield from _names(inner)
        case Union(members):
            for member in members:
                yield from _names(member)
        case _:
            return


def params_module(names: Iterable[str], api: Api) -> str:
    """The module of the `TypedDict`s.

    Args:
        names: The schemas.
        api: The API.
    """
    lines = [_HEAD]
    aliases = []
    for name in names:
        schema = api.schemas[name]
        if isinstance(schema, Alias):
            aliases.append(f'{name}Param: TypeAlias = "{annotated(schema.type, api, within="")}"')
        elif isinstance(schema, Model):
            lines += ["", "", f"class {name}Param(TypedDict, total=False):"]
            lines.append(f'    """What may be given for a `{name}`."""')
            fields = [field for field in schema.fields if field.alias_of is None and not field.read_only]
            hidden = _BUILTINS & {field.name for field in fields}
            for field in fields:
                written = annotated(field.type, api, within="", hidden=hidden) + (" | None" if field.nullable else "")
                lines += ["", f"    {field.name}: {f'Required[{written}]' if field.required else written}"]
    return "\n".join([*lines, "", "", *aliases, "", *_specifications(names, api), ""])


_HEAD: Final = '''"""What callers give as mappings: a `TypedDict` for each model that requests carry."""

from __future__ import annotations

import builtins as _builtins
import datetime as _datetime
from builtins import bytes as _bytes, object as _object
from collections.abc import Mapping, Sequence
from decimal import Decimal as _Decimal
from typing import TYPE_CHECKING, Any, Final, Literal, Required, TypeAlias, TypedDict
from uuid import UUID as _UUID

if TYPE_CHECKING:
    from .. import models as _models'''
_EACH: Final = "a `TypedDict` for each model that requests carry"
ARGUMENTS_HEAD: Final = _HEAD.replace(_EACH, "all arguments of each method").replace(
    "if TYPE_CHECKING:", "from . import _params\nfrom ._values import FileTypes\n\nif TYPE_CHECKING:"
)
"""The head of the module of arguments."""


def _specifications(names: Iterable[str], api: Api) -> list[str]:
    """The table of the models whose fields have other names on the wire, or lead to such."""
    used = Renaming(api)
    lines = ["SPECIFICATIONS: Final[Mapping[str, Mapping[str, tuple[str, str]]]] = {"]
    for name in names:
        schema = api.schemas[name]
        if isinstance(schema, Model) and used.matters(name):
            fields = {field.name: (field.wire, used.models(field.type)) for field in schema.fields}
            lines.append(f"    {name!a}: {fields!a},")
    return [*lines, "}"]


@attrs.define
class Renaming:
    """Which models have fields with other names on the wire."""

    api: Api

    def matters(self, name: str) -> bool:
        """Whether a model, or one that it may hold, has such a field."""
        return any(
            field.name != field.wire
            for one in self.api.reachable([name])
            if isinstance(schema := self.api.schemas[one], Model)
            for field in schema.fields
        )

    def models(self, type_: Type) -> str:
        """The models that a value may be whose fields are renamed, with a bar between."""
        match type_:
            case Reference(name):
                schema = self.api.schemas[name]
                if isinstance(schema, Alias):
                    return self.models(schema.type)
                return name if isinstance(schema, Model) and self.matters(name) else ""
            case Array(inner):
                return self.models(inner)
            case Map(inner):
                found = self.models(inner)
                return f"*{found}" if found else ""
            case Union(members):
                known = [one for member in members if (one := self.models(member)) and not one.startswith("*")]
                return "|".join(dict.fromkeys(known))
            case _:
                return ""
