"""A document as a strict judge reads it."""

import copy
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any, Final

import attrs

_OF_VALUES: Final = frozenset({
    "pattern", "minLength", "maxLength", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf",
    "minItems", "maxItems", "uniqueItems", "minProperties", "maxProperties",
})  # fmt: skip
_TIME: Final = ("format", "time")
"""The judge takes a time with an offset from UTC, as RFC 3339 has it, for none."""
COMBINING: Final = frozenset({"allOf", "anyOf", "oneOf", "discriminator"})
"""The keywords that make a schema of several."""


@attrs.frozen(slots=False)
class StrictDocument:
    """A copy of a document for a judge.

    Attributes:
        received: The document.
    """

    received: Mapping[str, Any] = attrs.field(repr=False)

    @cached_property
    def whole(self) -> dict[str, Any]:
        """The document, in which nothing stands in for what is missing, and any server will do."""
        strict: dict[str, Any] = _without_values(copy.deepcopy(dict(self.received)))
        strict["servers"] = [{"url": "/"}]
        for item in (found for found in strict.get("paths", {}).values() if isinstance(found, dict)):
            item.pop("servers", None)
            for operation in (node for node in item.values() if isinstance(node, dict)):
                operation.pop("servers", None)
            for parameter in _parameters(item):
                # A default would stand in for a missing one.
                if parameter.get("required") and isinstance(parameter.get("schema"), dict):
                    parameter["schema"].pop("default", None)
        return strict

    def declared(self, path: str, method: str) -> list[dict[str, Any]]:
        """The parameters of an operation, those of its path among them.

        Args:
            path: The path, as the document writes it.
            method: In small letters.
        """
        item = self.whole["paths"].get(path, {})
        return [
            self.resolved(node)
            for node in _parameters({"parameters": item.get("parameters"), method: item.get(method)})
        ]

    def resolved(self, node: Any) -> dict[str, Any]:
        """A node behind its references within the document; empty for one that leads nowhere."""
        for _ in range(10):
            if not isinstance(node, dict) or "$ref" not in node:
                break
            found: Any = self.whole
            for part in str(node["$ref"]).removeprefix("#/").split("/"):
                found = found.get(part.replace("~1", "/").replace("~0", "~")) if isinstance(found, dict) else None
            node = found
        return node if isinstance(node, dict) else {}

    def combines(self, node: Any) -> bool:
        """Whether a schema that is made of several is reached from a node."""
        pending, seen = [node], set[str]()
        while pending:
            node = pending.pop()
            if isinstance(node, list):
                pending += node
            elif isinstance(node, dict):
                if not COMBINING.isdisjoint(node):
                    return True
                if isinstance(node.get("$ref"), str) and node["$ref"] not in seen:
                    seen.add(node["$ref"])
                    pending.append(self.resolved(node))
                pending += node.values()
        return False

    def keys(self, place: str) -> list[Any]:
        """The names under which keys are sent in a place."""
        schemes = self.whole.get("components", {}).get("securitySchemes", {}).values()
        return [scheme.get("name") for scheme in map(self.resolved, schemes) if scheme.get("in") == place]


def _parameters(holder: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """The parameters of a path and of its operations."""
    for node in (holder, *holder.values()):
        listed = node.get("parameters") if isinstance(node, dict) else None
        yield from (parameter for parameter in listed or () if isinstance(parameter, dict))


def _without_values(node: Any) -> Any:
    """A document without what it asks of values; names of properties are no keywords."""
    if isinstance(node, list):
        return [_without_values(item) for item in node]
    if not isinstance(node, dict):
        return node
    kept: dict[str, Any] = {}
    for name, value in node.items():
        if name == "properties" and isinstance(value, dict):
            kept[name] = {key: _without_values(schema) for key, schema in value.items()}
        elif name not in _OF_VALUES and (name, value) != _TIME:
            kept[name] = _without_values(value)
    if kept.get("type") == "object" and "properties" not in kept:
        # Said aloud, because what is undeclared is not let pass.
        kept.setdefault("additionalProperties", True)
    return kept
