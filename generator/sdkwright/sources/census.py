"""What is in a document, in numbers and names, and how two documents differ: for the lock and for people.

Reads any document that claims to be OpenAPI without trusting its shape; judging it is the normaliser's work.
"""

import json
from typing import Any

import attrs

from sdkwright.errors import GeneratorError
from sdkwright.text import clean

_METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace", "query")
_ADDITIONAL = "additionalOperations"
_NAMES_LISTED = 12


@attrs.frozen
class Census:
    """What a document contains.

    Attributes:
        openapi: The version of OpenAPI or Swagger it declares.
        title: `info.title`, or nothing.
        version: `info.version`, or nothing.
        size: Its bytes.
        operations: `METHOD path` of every operation, with its content as canonical JSON.
        schemas: The name of every named schema, with its content as canonical JSON.
        everything: The whole document as canonical JSON.
    """

    openapi: str
    title: str
    version: str
    size: int
    operations: dict[str, str] = attrs.field(repr=False)
    schemas: dict[str, str] = attrs.field(repr=False)
    everything: str = attrs.field(repr=False)


def count(document: dict[str, Any], *, size: int, name: str) -> Census:
    """Count what is in `document`.

    Args:
        document: The parsed document.
        size: Its bytes as received.
        name: What to call it in an error.

    Raises:
        GeneratorError: It does not say that it is OpenAPI.
    """
    declared = document.get("openapi", document.get("swagger"))
    if isinstance(declared, bool) or not isinstance(declared, str | int | float):
        raise GeneratorError(
            f"{name}: not an OpenAPI document, for it has no `openapi` version at its top level; check where the "
            "source leads."
        )
    info = _mapping(document, "info")
    schemas = _mapping(_mapping(document, "components"), "schemas") or _mapping(document, "definitions")
    return Census(
        openapi=clean(declared),
        title=clean(info.get("title", "")),
        version=clean(info.get("version", "")),
        size=size,
        operations=_operations(_mapping(document, "paths")),
        schemas={key: _canonical(schema) for key, schema in schemas.items()},
        everything=_canonical(document),
    )


def differences(old: Census, new: Census) -> list[str]:
    """What distinguishes `new` from `old`, a few short lines for a terminal."""
    lines = [f"{old.size:,} -> {new.size:,} bytes"]
    lines += _moved("OpenAPI", old.openapi, new.openapi)
    lines += _moved("title", old.title, new.title)
    lines += _moved("version", old.version, new.version)
    lines += _changes("operations", old.operations, new.operations)
    lines += _changes("schemas", old.schemas, new.schemas)
    if old.everything == new.everything:
        lines.append("the same content, written differently")
    elif old.operations == new.operations and old.schemas == new.schemas:
        lines.append("nothing in operations or schemas; only around them")
    return lines


def _operations(paths: dict[str, Any]) -> dict[str, str]:
    found = {}
    for path in paths:
        item = _mapping(paths, path)
        # What stands beside the methods (parameters, servers) is part of each of them.
        shared = {key: value for key, value in item.items() if key not in {*_METHODS, _ADDITIONAL}}
        for method in _METHODS:
            if method in item:
                found[f"{method.upper()} {path}"] = _canonical([item[method], shared])
        for method, operation in _mapping(item, _ADDITIONAL).items():
            found[f"{method} {path}"] = _canonical([operation, shared])
    return found


def _mapping(parent: dict[str, Any], key: str) -> dict[str, Any]:
    value = parent.get(key)
    return value if isinstance(value, dict) else {}


def _canonical(value: object) -> str:
    return json.dumps(value, sort_keys=True, separators=(",", ":"))


def _moved(what: str, old: str, new: str) -> list[str]:
    return [f"{what} {old or '(none)'} -> {new or '(none)'}"] if old != new else []


def _changes(what: str, old: dict[str, str], new: dict[str, str]) -> list[str]:
    added = [key for key in new if key not in old]
    removed = [key for key in old if key not in new]
    changed = sum(1 for key in new if key in old and new[key] != old[key])
    head = f"{what} {len(old)} -> {len(new)}: {len(added)} added, {len(removed)} removed, {changed} changed"
    return [head, *_listed("+", added), *_listed("-", removed)]


def _listed(sign: str, names: list[str]) -> list[str]:
    lines = [f"  {sign} {clean(name)}" for name in names[:_NAMES_LISTED]]
    return lines + ([f"  {sign} and {len(names) - _NAMES_LISTED} more"] if len(names) > _NAMES_LISTED else [])
