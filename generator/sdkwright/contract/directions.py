"""Who may set a value is said of properties alone: elsewhere a judge would refuse what it stands on."""

from typing import Any

from sdkwright.contract.contradictions import Resolve
from sdkwright.documents import walk
from sdkwright.normalise.schema_words import DIRECTIONS
from sdkwright.normalise.sites import COMBINED


def free_what_is_no_property(document: dict[str, Any], resolve: Resolve) -> None:
    """Take these words off the components, and off a property's schema where something else refers to it, in place.

    Args:
        document: The document.
        resolve: Gives a node behind its references.
    """
    for schema in ((document.get("components") or {}).get("schemas") or {}).values():
        if isinstance(schema, dict):
            for word in DIRECTIONS:
                schema.pop(word, None)
    for _, node in [*walk(document)]:
        if isinstance(node, dict):
            for word in COMBINED:
                if isinstance(parts := node.get(word), list):
                    node[word] = [_free(part, resolve) for part in parts]
            for word in ("schema", "items"):
                if word in node:
                    node[word] = _free(node[word], resolve)


def _free(node: Any, resolve: Resolve) -> Any:
    if not isinstance(node, dict) or "/properties/" not in str(node.get("$ref")):
        return node
    found = resolve(node)
    if not any(word in found for word in DIRECTIONS):
        return node
    return {word: value for word, value in found.items() if word not in DIRECTIONS}
