"""Reads the names that a document gives by that generator's extensions, and tells of those that stay unread."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

import attrs

from sdkwright.documents import mapping, unescape, walk
from sdkwright.normalise.identifiers import RESERVED_CLASSES, is_snake
from sdkwright.stainless.answers import resolved
from sdkwright.stainless.endpoints import Endpoints
from sdkwright.stainless.former import body_of, fields_of, python_name
from sdkwright.stainless.migration import Method, Migration
from sdkwright.stainless.tree import text
from sdkwright.text import clean

_NAMING: Final = "x-stainless-naming"
_PARAMETER: Final = "x-stainless-param"
_OVERRIDE: Final = "x-stainless-override-schema"
_LANGUAGE: Final = "python"
_ARGUMENT: Final = ("method_argument", "property_name")
_FIELD: Final = "property_name"
_TYPES: Final = ("type_name", "model_name")
_PLACE_OF_FIELD: Final = re.compile(r".*/properties/([^/]+)", re.DOTALL)
_PLACE_OF_PARAMETER: Final = re.compile(r".*/parameters/[^/]+(/schema)?", re.DOTALL)
_PLACE_OF_SCHEMA: Final = re.compile(r"/components/schemas/([^/]+)", re.DOTALL)
_CLASS: Final = re.compile(r"[A-Z][A-Za-z0-9]{0,79}")
_MOST: Final = 20
"""Places that are told one by one."""


def read_names(document: Mapping[str, Any], migration: Migration) -> None:
    """Name arguments, fields and models as the document says, and tell of each name that is not read.

    Args:
        document: The document as the configuration changes it.
        migration: What is filled.
    """
    endpoints = Endpoints(document)
    migration.methods[:] = [
        attrs.evolve(method, names=_arguments(method, endpoints.operation(method.endpoint), document))
        for method in migration.methods
    ]
    found = [(place, node) for place, node in walk(document) if isinstance(node, dict) and _said(node)]
    fields = _fields(document)
    left = [one for place, node in found for one in _left(place, node, fields, migration)]
    for place, word, name in left[:_MOST]:
        migration.tell(
            f"{clean(place[:200])} {word}",
            f"the name {clean(name[:80])!r} is not read; give it in spec/names.toml, and compare what callers wrote",
        )
    if len(left) > _MOST:
        more = len(left) - _MOST
        migration.tell("the document", f"{more} more names of {_NAMING} and {_PARAMETER} are not read")


def _arguments(method: Method, operation: Mapping[str, Any], document: Mapping[str, Any]) -> dict[str, str]:
    """The names of arguments, by those on the wire."""
    declared = operation.get("parameters")
    nodes: list[tuple[str, Any]] = []
    for one in declared if isinstance(declared, list) else ():
        about = resolved(one, document)
        schema = mapping(about.get("schema"))
        said = (about, schema, mapping(schema.get(_OVERRIDE)), resolved(schema, document))
        nodes += [(text(about.get("name")), node) for node in said]
    if not method.body_argument:
        nodes += [(wire, node) for wire, (node, _) in fields_of(body_of(operation, document), document)]
    names: dict[str, str] = {}
    for wire, node in nodes:
        name = python_name(text(mapping(node).get(_PARAMETER)) or _named(node, *_ARGUMENT))
        if wire and is_snake(name) and name not in names.values():
            names.setdefault(wire, name)
    return names


def _fields(document: Mapping[str, Any]) -> dict[str, set[str]]:
    """The names of fields by those on the wire; an empty one where a field of that name has none."""
    found: dict[str, set[str]] = {}
    for place, node in walk(document):
        if match := _PLACE_OF_FIELD.fullmatch(place):
            found.setdefault(unescape(match[1]), set()).add(_named(node, _FIELD))
    return found


def _left(
    place: str, node: Mapping[str, Any], fields: Mapping[str, set[str]], migration: Migration
) -> Iterator[tuple[str, str, str]]:
    """Name what stands at a place; what is not read, as word and name."""
    argument = _PLACE_OF_PARAMETER.fullmatch(place) is not None
    field, schema = _PLACE_OF_FIELD.fullmatch(place), _PLACE_OF_SCHEMA.fullmatch(place)
    for word, key, name in _said(node):
        if argument and (word == _PARAMETER or key in _ARGUMENT) and is_snake(python_name(name)):
            continue
        if field is not None and key == _FIELD and is_snake(name) and fields[unescape(field[1])] == {name}:
            # A name holds for all fields that have that name on the wire.
            migration.names.setdefault("properties", {})[unescape(field[1])] = name
            continue
        if schema is not None and (key in _TYPES or not key) and _is_class(name, unescape(schema[1]), migration):
            migration.names.setdefault("schemas", {}).setdefault(unescape(schema[1]), name)
            continue
        if word == _PARAMETER and schema is not None:
            # Parameters that refer to it are called so.
            continue
        yield place, word, name


def _is_class(name: str, schema: str, migration: Migration) -> bool:
    named = migration.names.get("schemas", {})
    others = {public for one, public in named.items() if one != schema}
    return _CLASS.fullmatch(name) is not None and name not in RESERVED_CLASSES | others


def _named(node: Any, *keys: str) -> str:
    own = mapping(mapping(mapping(node).get(_NAMING)).get(_LANGUAGE))
    return next((text(own[key]) for key in keys if text(own.get(key))), "")


def _said(node: Mapping[str, Any]) -> list[tuple[str, str, str]]:
    """What a node is called in Python: the word that says so, its key there, and the name. Other languages are none."""
    named = node.get(_NAMING)
    own = mapping(named).get(_LANGUAGE)
    names = [("", named)] if isinstance(named, str) else [*own.items()] if isinstance(own, dict) else []
    found = [(_NAMING, str(key), name) for key, name in names if isinstance(name, str)]
    parameter = node.get(_PARAMETER)
    return [*found, *([(_PARAMETER, "", parameter)] if isinstance(parameter, str) else [])]
