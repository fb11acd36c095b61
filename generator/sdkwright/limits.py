"""How much a document may hold. The counts are taken before any work that grows with them.

The limits leave room for the largest public documents, and keep out what would take hours or all memory.
"""

from collections import Counter
from collections.abc import Iterator
from typing import Any, Final

import attrs

from sdkwright.errors import GeneratorError

_METHODS: Final = ("get", "put", "post", "delete", "options", "head", "patch", "trace", "query")


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
    "operations": Limit(4_000, "operations"),
    "schemas": Limit(6_000, "schemas"),
    "properties": Limit(100_000, "properties of schemas"),
    "properties of one": Limit(1_000, "properties of one schema"),
    "enum values": Limit(40_000, "values of enums"),
    "enum values of one": Limit(3_000, "values of one enum"),
    "parameters": Limit(24_000, "parameters of operations"),
    "parameters of one": Limit(600, "parameters of one operation"),
    "fields": Limit(60_000, "arguments and filters of operations"),
    "references": Limit(40_000, "references"),
    "responses": Limit(20_000, "responses of operations"),
    "media types": Limit(20_000, "media types of bodies"),
    "tags": Limit(5_000, "tags"),
    "servers": Limit(100, "servers"),
}
ACTIONS: Final = 1_000
NAMES: Final = 60_000
WHEEL: Final = 460_000
"""What a package's wheel may weigh, in bytes, where `[tool.sdkwright]` of its pyproject.toml has no `wheel-limit`."""


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
    yield from _anywhere(document)
    yield "tags", _length(document.get("tags")), "/tags"
    yield "servers", _length(document.get("servers")), "/servers"
    components = document.get("components")
    schemas = components.get("schemas") if isinstance(components, dict) else None
    yield "schemas", _length(schemas), "/components/schemas"
    for path, item in _items(document.get("paths")):
        item = dict(_items(item))  # noqa: PLW2901 - its structure may be wrong
        usual = [(method, item[method]) for method in _METHODS if method in item]
        for method, operation in [*usual, *_items(item.get("additionalOperations"))]:
            if isinstance(operation, dict):
                where = f"{method.upper()} {path}"
                yield "operations", 1, where
                yield "parameters", _length(operation.get("parameters")), where
                yield "responses", _length(operation.get("responses")), where
                yield "fields", _made(operation, components if isinstance(components, dict) else {}), where
                yield "tags", _length(operation.get("tags")), where


def _made(operation: dict[str, Any], components: dict[str, Any]) -> int:
    """How many arguments and filters an operation makes: its parameters, and the fields of what it sends and lists."""
    schemas = dict(_items(components.get("schemas")))
    sent = [_named(schema, schemas) for schema in _schemas(operation.get("requestBody"), components)]
    answers = [answer for _, answer in _items(operation.get("responses"))]
    answered = [_named(schema, schemas) for answer in answers for schema in _schemas(answer, components)]
    fields = [field for schema in answered for _, field in _items(schema.get("properties"))]
    items = [field["items"] for field in [*fields, *answered] if isinstance(field, dict) and "items" in field]
    listed = [_named(schema, schemas) for schema in items]
    largest = (max((_length(schema.get("properties")) for schema in found), default=0) for found in (sent, listed))
    return _length(operation.get("parameters")) + sum(largest)


def _schemas(body: object, components: dict[str, Any]) -> list[object]:
    """The schemas of a body or an answer, also of one that stands among the components."""
    if isinstance(body, dict) and isinstance(body.get("$ref"), str):
        kind, _, key = body["$ref"].removeprefix("#/components/").partition("/")
        body = dict(_items(components.get(kind))).get(key)
    content = body.get("content") if isinstance(body, dict) else None
    return [media.get("schema") for _, media in _items(content) if isinstance(media, dict)]


def _named(schema: object, schemas: dict[str, Any]) -> dict[str, Any]:
    if isinstance(schema, dict) and isinstance(schema.get("$ref"), str):
        schema = schemas.get(schema["$ref"].rpartition("/")[2])
    return schema if isinstance(schema, dict) else {}


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
            if isinstance(node.get("$ref"), str):
                yield "references", 1, "a reference"
            if isinstance(node.get("content"), dict):
                yield "media types", len(node["content"]), "a body"
            pending += node.values()
        elif isinstance(node, list):
            pending += node


def _length(value: object) -> int:
    return len(value) if isinstance(value, (dict, list)) else 0


def _items(value: object) -> list[tuple[str, Any]]:
    return list(value.items()) if isinstance(value, dict) else []
