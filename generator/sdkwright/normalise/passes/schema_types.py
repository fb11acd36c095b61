"""Gives every schema one plain type, and every enum values of one kind."""

from collections.abc import Callable, Iterator
from typing import Any, Final, TypeAlias

from sdkwright.normalise.context import Context
from sdkwright.normalise.schema_words import FORMATS, STATED
from sdkwright.normalise.sites import COMBINED, schema_sites
from sdkwright.text import clean

Tell: TypeAlias = Callable[[str], None]

_CHOICES: Final = ("oneOf", "anyOf")
_OF_OBJECTS: Final = ("properties", "additionalProperties")
_KINDS: Final = {str: "string", int: "integer", float: "number", bool: "boolean"}


def plain_types(document: dict[str, Any], context: Context) -> int:
    """Infer the types that are missing, and leave each schema nothing that its type cannot have; counts the schemas."""
    found = 0
    for where, schema in _schemas(document):
        before = dict(schema)

        def tell(what: str, where: str = where) -> None:
            context.ledger.tell(where, what)

        if "$ref" not in schema:
            _open(schema)
            _untype_nulls(schema)
            _type(schema, tell)
            _enum(schema, tell)
            _container(schema, tell)
        found += schema != before
    return found


def _schemas(document: dict[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    """Every schema, the outer ones before what is inside them."""
    components = document["components"].get("schemas", {})
    return [*components.items(), *((site.key, site.schema) for site in schema_sites(document))]


def _type(schema: dict[str, Any], tell: Tell) -> None:
    if "const" in schema:
        value = schema.pop("const")
        if "enum" not in schema:
            schema["enum"] = [value]
    if "type" in schema:
        return
    if any(word in schema for word in _OF_OBJECTS):
        schema["type"] = "object"
    elif "items" in schema:
        schema["type"] = "array"
    elif any(value is not None for value in schema.get("enum", ())) and _of_one_kind(schema["enum"]) is None:
        _several_kinds(schema, tell)


def _untype_nulls(schema: dict[str, Any]) -> None:
    """Leave no type to a choice of null alone: it is no choice of another kind."""
    for choice in (choice for word in _CHOICES for choice in schema.get(word, ())):
        if choice.get("enum") and all(value is None for value in choice["enum"]):
            choice.pop("type", None)


def _several_kinds(schema: dict[str, Any], tell: Tell) -> None:
    """Write an enum of values of several kinds as a choice of one enum, or one type, for each kind."""
    kinds: dict[str, list[Any]] = {}
    for value in schema["enum"]:
        kinds.setdefault("null" if value is None else _KINDS.get(type(value), ""), []).append(value)
    if "" in kinds or any(word in schema for word in COMBINED):
        tell("an enum of values of several kinds, read as any value")
        return
    if kinds.pop("null", None):
        schema["nullable"] = True
    if "number" in kinds:
        kinds["number"] += kinds.pop("integer", [])
    del schema["enum"]
    schema["oneOf"] = [
        {"type": kind} | ({"enum": [*_distinct(values)]} if kind in {"string", "integer"} else {})
        for kind, values in kinds.items()
    ]
    if plain := sorted({"number", "boolean"} & kinds.keys()):
        tell(f"an enum of values of several kinds, of which any {' or '.join(plain)} is read")


def _enum(schema: dict[str, Any], tell: Tell) -> None:
    """Leave `enum` only where it lists strings, or whole numbers, each once; null among them makes it nullable."""
    if "enum" not in schema:
        return
    if schema.get("type") == "array":
        _enum_of_array(schema, tell)
        return
    values = [*_distinct(schema.pop("enum"))]
    if None in values:
        schema["nullable"] = True
        values = [value for value in values if value is not None]
        if not values:
            # Null alone: the type still says what null stands in for.
            return
    kind = schema.get("type") or _of_one_kind(values)
    fitting = [*_distinct(_fitted(value, kind) for value in values)]
    if kind in {"string", "integer"} and None not in fitting:
        if fitting != values:
            tell(f"an enum of the type {kind} with other values, read as {kind}s")
        schema |= {"type": kind, "enum": fitting}
        schema.pop("format", None)
        return
    if kind is not None:
        schema["type"] = kind
        _state(schema, kind, values)
        # Of a boolean, both values are all that there are.
        if kind != "boolean" or len(fitting) == 1:
            tell(f"the enum {clean(values)} of the type {kind}, read as any {kind}")


def _enum_of_array(schema: dict[str, Any], tell: Tell) -> None:
    values, items = schema.pop("enum"), schema.get("items", {})
    if all(not isinstance(value, list | dict) for value in values) and items.get("type") and "enum" not in items:
        tell("an enum of an array, read as one of its items")
        items["enum"] = values
        _enum(items, tell)
    else:
        _state(schema, "array", values)
        tell("the enum of an array is not read")


def _state(schema: dict[str, Any], kind: str, values: list[Any]) -> None:
    """Keep the values of an enum of another type, for what makes examples."""
    kinds = (kind, "integer") if kind == "number" else (kind,)
    named = {**_KINDS, list: "array", dict: "object"}
    if found := [value for value in values if named.get(type(value)) in kinds]:
        schema[STATED] = found


def _of_one_kind(values: list[Any]) -> str | None:
    kinds = {_KINDS.get(type(value)) for value in values if value is not None}
    return kinds.pop() if len(kinds) == 1 else None


def _fitted(value: object, kind: str | None) -> str | int | None:
    """A value of an enum as one of the enum's type; None if it cannot be."""
    match kind, value:
        case "string", str():
            return value
        case "string", bool():
            return str(value).lower()
        case "string", int() | float():
            return str(value)
        case "integer", int() if not isinstance(value, bool):
            return value
        case "integer", str() if value.removeprefix("-").isdecimal() and value.isascii() and str(int(value)) == value:
            return int(value)
        case _:
            return None


def _distinct(values: Any) -> Iterator[Any]:
    """Each value once; true is not 1."""
    seen: set[tuple[type, str]] = set()
    for value in values:
        if (what := (type(value), repr(value))) not in seen:
            seen.add(what)
            yield value


def _container(schema: dict[str, Any], tell: Tell) -> None:
    kind = schema.get("type")
    if kind not in {None, "object"}:
        _without(schema, ("properties", "required"), tell)
        schema.pop("additionalProperties", None)
    if kind not in {None, "array"}:
        _without(schema, ("items",), tell)
    if kind == "array" and "items" not in schema:
        schema["items"] = {}
        tell("an array that does not say what is in it, read as one of any values")
    if "properties" in schema and not schema["properties"]:
        del schema["properties"]
    if "additionalProperties" in schema:
        _extras(schema)
    if schema.get("format", "") not in FORMATS.get(str(kind), ()):
        schema.pop("format", None)


def _without(schema: dict[str, Any], words: tuple[str, ...], tell: Tell) -> None:
    for word in words:
        if word in schema:
            del schema[word]
            tell(f"`{word}` of the type {schema['type']} is not read")


def _open(schema: dict[str, Any]) -> None:
    """Say of what is combined that it takes any members, where an object without properties of its own says so."""
    for part in schema.get("allOf", ()):
        takes_any = "properties" not in part and part.get("additionalProperties") in ({}, True)
        if takes_any and not any(word in part for word in COMBINED):
            schema.setdefault("additionalProperties", True)


def _extras(schema: dict[str, Any]) -> None:
    """Leave `additionalProperties` only where it says more than that an object may hold anything."""
    if schema["additionalProperties"] == {}:
        schema["additionalProperties"] = True
    if isinstance(schema["additionalProperties"], bool):
        combined = any(word in schema for word in COMBINED)
        if schema["additionalProperties"] is False and not (combined or "properties" in schema):
            schema["maxProperties"] = 0
        if schema["additionalProperties"] is False or not (combined or "properties" in schema):
            del schema["additionalProperties"]
