"""Questions about the schemas of a normalised document."""

from collections.abc import Iterator
from typing import Any

from sdkwright.documents import walk
from sdkwright.normalise.identifiers import snake
from sdkwright.normalise.sites import operations

REFERENCE = "#/components/schemas/"


def python_name(wire: str, schema: dict[str, Any]) -> str:
    """The name of a property in Python: curated, or the wire name in snake_case."""
    return str(schema.get("x-name") or snake(wire))


def referenced(value: object) -> Iterator[str]:
    """The names of the schemas that `value` refers to, directly."""
    for _, node in walk(value):
        if isinstance(node, dict) and str(node.get("$ref", "")).startswith(REFERENCE):
            yield node["$ref"].removeprefix(REFERENCE)


def only_sent(document: dict[str, Any]) -> set[str]:
    """The schemas that requests carry and answers never do, so that null and absent can differ in them."""
    return _sent(document) - _received(document)


def sent_and_received(document: dict[str, Any]) -> set[str]:
    """The schemas that both requests and answers carry."""
    return _sent(document) & _received(document)


def _sent(document: dict[str, Any]) -> set[str]:
    return _reachable(document, (site.operation.get("requestBody", {}) for site in operations(document)))


def _received(document: dict[str, Any]) -> set[str]:
    return _reachable(document, (site.operation["responses"] for site in operations(document)))


def _reachable(document: dict[str, Any], starts: Iterator[dict[str, Any]]) -> set[str]:
    schemas = document["components"]["schemas"]
    found: set[str] = set()
    pending = [name for start in starts for name in referenced(start)]
    while pending:
        name = pending.pop()
        if name not in found:
            found.add(name)
            pending += referenced(schemas[name])
    return found
