"""Follows the references of a document."""

from collections.abc import Mapping
from typing import Any

from sdkwright.documents import escape, unescape
from sdkwright.normalise.schema_words import SCHEMAS


def resolved(schema: dict[str, Any], schemas: dict[str, Any]) -> dict[str, Any]:
    """What a schema is, where it is a reference, or the `allOf` of one; empty if that leads nowhere.

    Args:
        schema: The schema.
        schemas: The named ones.
    """
    seen: set[str] = set()
    while True:
        match schema:
            case {"$ref": str(reference)} | {"allOf": [{"$ref": str(reference)}]} if reference not in seen:
                seen.add(reference)
                name = unescape(reference.removeprefix(SCHEMAS))
                schema = schemas.get(name, {})
            case _:
                return {} if "$ref" in schema else schema


def followed(node: Mapping[str, Any], document: Mapping[str, Any]) -> Mapping[str, Any]:
    """What a node of any kind is, where it is a reference into its document; empty if that leads nowhere.

    Args:
        node: The node.
        document: The document.
    """
    seen: set[str] = set()
    while isinstance(target := node.get("$ref"), str) and target not in seen:
        seen.add(target)
        found: Any = document
        for step in target.removeprefix("#/").split("/"):
            found = found.get(unescape(step)) if isinstance(found, Mapping) else None
        if not isinstance(found, Mapping):
            return {}
        node = found
    return {} if "$ref" in node else node


def reference(name: str) -> str:
    """A reference to a component.

    Args:
        name: The component.
    """
    return f"{SCHEMAS}{escape(name)}"


def component(target: object, schemas: Mapping[str, Any]) -> str | None:
    """The component that a reference or a mapping of a discriminator means; None if it is not there.

    Args:
        target: A reference, or a bare name.
        schemas: The components.
    """
    text = str(target)
    last = text.rpartition("/")[2]
    found = (text.removeprefix(SCHEMAS), last, last.partition(".")[0])
    plain = (unescape(name) for name in found)
    return next((name for name in (text, *plain) if name in schemas), None)
