"""Writes the words that OpenAPI 3.1 has of JSON Schema as those of OpenAPI 3.0, or as the nearest that it has.

They are read in a document of any version, for many of OpenAPI 3.0 have them too, and nothing else can be meant.
"""

import json
from typing import Any, Final

from sdkwright.normalise.sites import COMBINED
from sdkwright.normalise.versions.grammar import Place, places
from sdkwright.normalise.versions.types import plain_type
from sdkwright.plain_values import Tell

_BYTES: Final = "application/octet-stream"
_NO_BYTES: Final = ("application/json", "application/xml", "text/")
_UNNEEDED: Final = ("$schema", "$comment", "$vocabulary")
_LIMITS: Final = {"exclusiveMinimum": ("minimum", max), "exclusiveMaximum": ("maximum", min)}


def plain_schemas(document: dict[str, Any], tell: Tell, *, is_modern: bool = False) -> None:
    """Rewrite every schema of a document in place.

    Args:
        document: Its structure may be wrong anywhere.
        tell: Takes the place and what is read as less than it says.
        is_modern: Whether what stands beside a reference counts, as it does since OpenAPI 3.1.
    """
    for place in places(document):
        if place.kind == "media type" and str(place.slot).startswith("multipart/") and isinstance(place.node, dict):
            _content_types(place.node, document)
        if place.kind != "schema":
            continue
        if isinstance(place.node, bool):
            _boolean(place, tell)
        if place.is_there and isinstance(place.node, dict):
            if is_modern:
                _values_beside_reference(place.node)
            _Schema(place.node, place.where, tell).run()


def _boolean(place: Place, tell: Tell) -> None:
    """Write `true`, which is any value, and `false`, which is none, as what OpenAPI 3.0 has for them."""
    if place.slot in {"additionalProperties", "unevaluatedProperties", "unevaluatedItems", "additionalItems"}:
        return
    key = place.pointer.rpartition("/")[0].rpartition("/")[2]
    if place.node is False and key == "properties":
        del place.holder[place.slot]
        tell(place.where, "a property that is never there, as its schema is `false`, so it is not read")
    elif place.node is False and place.slot == "items":
        # No more items than those of `prefixItems`.
        return
    else:
        if place.node is False:
            tell(place.where, "the schema `false`, which no value fits, read as any value")
        place.holder[place.slot] = {}


def _values_beside_reference(node: dict[str, Any]) -> None:
    """Let values that stand beside a reference say what the value is: they are some of those that it allows."""
    values = [node["const"]] if "const" in node else node.get("enum")
    is_plain = isinstance(values, list) and values and not any(isinstance(value, dict | list) for value in values)
    if is_plain and isinstance(node.get("$ref"), str):
        del node["$ref"]


class _Schema:
    """One schema, its parts still in their own words."""

    def __init__(self, node: dict[str, Any], where: str, tell: Tell) -> None:
        self._node, self._where, self._report = node, where, tell

    def run(self) -> None:
        """Rewrite it in place."""
        for word in _UNNEEDED:
            self._node.pop(word, None)
        self._examples()
        self._constant()
        self._limits()
        self._items()
        self._contents()
        self._keys()
        plain_type(self._node, self._tell)

    def _tell(self, what: str) -> None:
        self._report(self._where, what)

    def _examples(self) -> None:
        examples = self._node.get("examples")
        if isinstance(examples, list | dict):
            del self._node["examples"]
            if isinstance(examples, list) and examples:
                self._node.setdefault("example", examples[0])

    def _constant(self) -> None:
        if "const" in self._node and self._node["const"] is None:
            del self._node["const"]
            self._node.setdefault("enum", [None])

    def _limits(self) -> None:
        for word, (plain, stricter) in _LIMITS.items():
            limit, other = self._node.get(word), self._node.get(plain)
            if isinstance(limit, bool) or not isinstance(limit, int | float):
                continue
            del self._node[word]
            if isinstance(other, int | float) and stricter(limit, other) == other != limit:
                continue
            self._node[plain] = limit
            self._node[word] = True

    def _items(self) -> None:
        """Read a tuple as an array of what any of its places may hold."""
        node = self._node
        listed = node.get("items") if isinstance(node.get("items"), list) else node.get("prefixItems")
        more = node.pop("additionalItems", None) if listed is node.get("items") else node.get("items")
        if not isinstance(listed, list) or not listed:
            if node.get("items") is False:
                node["items"] = {}
                self._tell("an array that is always empty, read as one of any values")
            return
        node.pop("prefixItems", None)
        # Whether there may be more of any kind, a tuple seldom means by saying nothing.
        said = [one for one in [*listed, more] if one is not None and not isinstance(one, bool)]
        members = [*{json.dumps(one, sort_keys=True): one for one in said}.values()]
        node["items"] = members[0] if len(members) == 1 else {"anyOf": members} if members else {}
        node.setdefault("type", "array")
        self._tell(f"a tuple of {len(listed)}, read as an array of any of its items")

    def _contents(self) -> None:
        """Read what text holds: base64 is bytes, and so is a file of a media type."""
        node = self._node
        encoding, media_type = node.get("contentEncoding"), node.get("contentMediaType")
        if encoding is None and media_type is None:
            return
        if node.get("type", "string") not in ("string", ["string"]) and "null" not in node.get("type", ()):
            return
        if isinstance(encoding, str) and "format" not in node:
            if encoding.lower() == "base64":
                node["format"] = "byte"
                node.setdefault("type", "string")
            else:
                self._tell(f"text that is {encoding[:40]!r}, read as the text itself")
        elif isinstance(media_type, str) and "format" not in node and not media_type.startswith(_NO_BYTES):
            node["format"] = "binary"
            node.setdefault("type", "string")
        for word in ("contentEncoding", "contentSchema"):
            node.pop(word, None)

    def _keys(self) -> None:
        """Read what says the values of an object's other keys as `additionalProperties`."""
        node = self._node
        other = node.get("unevaluatedProperties")
        if isinstance(other, bool) and other:
            del node["unevaluatedProperties"]
        elif isinstance(other, dict) and "additionalProperties" not in node:
            node["additionalProperties"] = node.pop("unevaluatedProperties")
        patterns = node.get("patternProperties")
        if not isinstance(patterns, dict) or not patterns or isinstance(node.get("additionalProperties"), dict):
            return
        if "properties" in node or any(word in node for word in (*COMBINED, "$ref")):
            return
        members = [one for one in patterns.values() if not isinstance(one, bool)]
        del node["patternProperties"]
        node["additionalProperties"] = members[0] if len(members) == 1 else {"anyOf": members} if members else True
        node.setdefault("type", "object")
        self._tell("`patternProperties`, read as the values of any keys")


def _content_types(media: dict[str, Any], document: dict[str, Any]) -> None:
    """Say of the parts of a form what media type they are, where their schemas do."""
    schema = media.get("schema")
    if isinstance(schema, dict) and isinstance(schema.get("$ref"), str):
        components = document.get("components")
        schemas = components.get("schemas") if isinstance(components, dict) else None
        schema = schemas.get(schema["$ref"].rpartition("/")[2]) if isinstance(schemas, dict) else None
    properties = schema.get("properties") if isinstance(schema, dict) else None
    for name, part in properties.items() if isinstance(properties, dict) else ():
        media_type = part.get("contentMediaType") if isinstance(part, dict) else None
        encoding = media.setdefault("encoding", {}) if isinstance(media_type, str) else None
        if isinstance(encoding, dict) and isinstance(encoding.setdefault(name, {}), dict):
            encoding[name].setdefault("contentType", media_type)
