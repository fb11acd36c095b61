"""How much a document may hold. The counts are taken before any work that grows with them.

Each limit was chosen so that a document at the limit is done within 30 seconds of one core, the type checkers apart.
"""

from collections import Counter
from collections.abc import Iterator
from typing import Any, Final

import attrs

from generator.errors import GeneratorError

_METHODS: Final = ("get", "put", "post", "delete", "options", "head", "patch", "trace")


@attrs.frozen
class Limit:
    """The most of one kind that a document may hold.

    Attributes:
        most: The count that is still read.
        what: What is counted, in the plural.
    """

    most: int
    what: str


LIMITS: Final[dict[str, Limit]] = {
    "operations": Limit(1_000, "operations"),
    "schemas": Limit(1_500, "schemas"),
    "properties": Limit(6_000, "properties of schemas"),
    "properties of one": Limit(1_000, "properties of one schema"),
    "enum values": Limit(5_000, "values of enums"),
    "enum values of one": Limit(1_000, "values of one enum"),
    "parameters": Limit(4_000, "parameters of operations"),
    "parameters of one": Limit(200, "parameters of one operation"),
    "responses": Limit(5_000, "responses of operations"),
    "media types": Limit(10_000, "media types of bodies"),
    "tags": Limit(5_000, "tags"),
    "servers": Limit(100, "servers"),
}
ACTIONS: Final = 1_000
NAMES: Final = 20_000


def check_counts(document: dict[str, Any], *, name: str) -> None:
    """Refuse a document that holds more than we read.

    Args:
        document: As `documents.load` gives it; its structure may still be wrong.
        name: What to call it in an error.

    Raises:
        GeneratorError: It holds more of something than `LIMITS` allows.
    """
    counts: Counter[str] = Counter()
    for kind, number, where in _counted(document):
        counts[kind] += number
        _refuse(f"{kind} of one", number, f"{name}: {where[:200]}")
        _refuse(kind, counts[kind], name)


def _refuse(kind: str, number: int, where: str) -> None:
    limit = LIMITS.get(kind)
    if limit is not None and number > limit.most:
        raise GeneratorError(f"{where}: more than {limit.most:,} {limit.what}; split the document or take some out.")


def _counted(document: dict[str, Any]) -> Iterator[tuple[str, int, str]]:
    yield "tags", _length(document.get("tags")), "/tags"
    yield "servers", _length(document.get("servers")), "/servers"
    components = document.get("components")
    schemas = components.get("schemas") if isinstance(components, dict) else None
    yield "schemas", _length(schemas), "/components/schemas"
    for path, item in _items(document.get("paths")):
        for method in _METHODS:
            if isinstance(operation := item.get(method) if isinstance(item, dict) else None, dict):
                where = f"{method.upper()} {path}"
                yield "operations", 1, where
                yield "parameters", _length(operation.get("parameters")), where
                yield "responses", _length(operation.get("responses")), where
                yield "tags", _length(operation.get("tags")), where
    yield from _anywhere(document)


def _anywhere(document: dict[str, Any]) -> Iterator[tuple[str, int, str]]:
    """What may stand at any depth."""
    pending: list[object] = [document]
    while pending:
        node = pending.pop()
        if isinstance(node, dict):
            if isinstance(node.get("enum"), list):
                yield "enum values", len(node["enum"]), "an enum"
            if isinstance(node.get("properties"), dict):
                yield "properties", len(node["properties"]), "a schema"
            if isinstance(node.get("content"), dict):
                yield "media types", len(node["content"]), "a body"
            pending += node.values()
        elif isinstance(node, list):
            pending += node


def _length(value: object) -> int:
    return len(value) if isinstance(value, (dict, list)) else 0


def _items(value: object) -> list[tuple[str, Any]]:
    return list(value.items()) if isinstance(value, dict) else []
