"""Compares the methods of a new package with those of the former SDK."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from sdkwright.emit.compatibility.given import Given
from sdkwright.emit.compatibility.methods import Described
from sdkwright.emit.compatibility.surface import surface_of
from sdkwright.emit.methods import Method, method
from sdkwright.emit.security import keys_of
from sdkwright.ir import Alias, Api, Array, Enum, Map, Model, Object, Reference, Scalar, Type
from sdkwright.ir.types import inside
from sdkwright.project import MARK, Project
from sdkwright.stainless.answers import TAGS, answer_of, properties_of
from sdkwright.stainless.endpoints import Endpoints
from sdkwright.stainless.former import ANY, Parameter, parameters_of
from sdkwright.stainless.migration import Migration
from sdkwright.stainless.report import Compared

# What decodes to a type of its own, which the former SDK left as JSON has it.
_OTHER_TYPES: Final = {
    ("string", "uuid"): ("UUID", "str"),
    ("string", "byte"): ("bytes", "str"),
    ("string", "time"): ("time", "str"),
    ("string", "duration"): ("Duration", "str"),
    ("string", "decimal"): ("Decimal", "str"),
}
_NUMBER: Final = ("Decimal", "float")
_SHOWN: Final = 2


def compared(project: Project, api: Api, migration: Migration) -> list[Compared]:
    """Each method of the configuration beside what it was.

    Args:
        project: The project, with the configuration in its place.
        api: The API.
        migration: What the configuration says.
    """
    ours: dict[str, list[Method]] = {}
    for operation in api.operations:
        ours.setdefault(operation.key, []).append(method(operation, api))
    surface = surface_of(project, api, ours, keys_of(project.configuration, api, place=MARK))
    described = {one.declared.path: one for one in surface.methods}
    endpoints = Endpoints(migration.document)
    found = []
    for declared in migration.methods:
        one = described.get(declared.path)
        if one is None:
            found.append(Compared(declared, noticed=("it is not there, for its operation cannot be written",)))
            continue
        expected = parameters_of(declared, migration.document, endpoints)
        noticed = [*_arguments(expected, one.arguments, api), *_order(one), *_result(one, api)]
        noticed += _wrapped(one, migration, endpoints)
        result = (one.item or one.result).replace("_models.", "")
        found.append(Compared(declared, result, tuple(noticed)))
    return found


def _arguments(expected: Sequence[Parameter], ours: Sequence[Given], api: Api) -> Iterator[str]:
    named = {given.name: given for given in ours}
    wired = {"" if given.place == "whole" else given.wire.removesuffix("[]"): given for given in ours}
    used = set[str]()
    for parameter in expected:
        given = named.get(parameter.name)
        if given is None:
            other = wired.get(parameter.wire.removesuffix("[]"))
            if other is None:
                yield f"there is no argument `{parameter.name}`"
                continue
            yield f"the argument `{parameter.name}` is called `{other.name}`"
            given = other
        used.add(given.name)
        if given.required and not parameter.required:
            yield f"`{given.name}` must be given"
        kind = _kind(given.type, api)
        if ANY not in {kind, parameter.kind} and not given.file and kind != parameter.kind:
            yield f"`{given.name}` takes {_taken(given)}, and took {parameter.kind}"
    for given in ours:
        if given.required and given.name not in used:
            yield f"`{given.name}` must be given, which there was not"


def _taken(given: Given) -> str:
    return f"`{given.annotation}`"


def _order(one: Described) -> Iterator[str]:
    by_place = [given.wire for given in one.arguments if given.positional and given.place != "whole"]
    wanted = [wire for wire in one.declared.positional if any(given.wire == wire for given in one.arguments)]
    if by_place != wanted:
        yield f"by place go {_listed(by_place)}, and went {_listed(wanted)}"


def _result(one: Described, api: Api) -> Iterator[str]:
    """Which values of the result have another type than they had."""
    answers = [content.type for content in one.method.operation.success.contents]
    names = {
        name for type_ in answers for inner in inside(type_) if isinstance(inner, Reference) for name in [inner.name]
    }
    counted: Counter[tuple[str, str]] = Counter()
    examples: dict[tuple[str, str], list[str]] = {}
    for name in sorted(api.reachable(names)):
        schema = api.schemas[name]
        for field in schema.fields if isinstance(schema, Model) else ():
            for inner in inside(field.type):
                changed = _other_type(inner)
                if changed is not None and field.alias_of is None:
                    counted[changed] += 1
                    examples.setdefault(changed, []).append(field.name)
    for (now, before), count in sorted(counted.items()):
        shown = ", ".join(f"`{name}`" for name in dict.fromkeys(examples[now, before][:_SHOWN]))
        more = f" and {count - _SHOWN} more" if count > _SHOWN else ""
        yield f"{shown}{more} of the result: `{now}`, not `{before}`"


def _other_type(type_: Type) -> tuple[str, str] | None:
    """What a value decodes to, and what it decoded to, where these differ."""
    if not isinstance(type_, Scalar):
        return None
    return _NUMBER if type_.kind == "number" else _OTHER_TYPES.get((type_.kind, type_.format))


def _wrapped(one: Described, migration: Migration, endpoints: Endpoints) -> Iterator[str]:
    """Which field is not unwrapped, although the settings name it and it is all there is."""
    if one.declared.unwrapped or one.declared.scheme or one.declared.streams:
        return
    answer = answer_of(endpoints.operation(one.declared.endpoint), migration.document)
    properties = properties_of(answer, migration.document)
    for field in migration.unwrapped_fields:
        if properties.keys() - TAGS == {field}:
            yield f"a named model is not unwrapped, so write `.{field}`"


def _kind(type_: Type, api: Api) -> str:
    match type_:
        case Scalar(kind):
            return kind
        case Array():
            return "array"
        case Map() | Object():
            return "object"
        case Reference(name):
            schema = api.schemas[name]
            if isinstance(schema, Alias):
                return _kind(schema.type, api)
            return ANY if isinstance(schema, Enum) else "object"
        case _:
            return ANY


def _listed(names: Sequence[str]) -> str:
    return ", ".join(f"`{name}`" for name in names) or "none"
