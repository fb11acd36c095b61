"""The fields that are kept for a while, as the package needs to know them."""

from typing import Any

from sdkwright.emit.schemas import python_name
from sdkwright.normalise.deprecations import ALIAS_OF, DEPRECATION, message, was_required


def deprecated_fields(document: dict[str, Any]) -> dict[str, dict[str, tuple[str, str, bool]]]:
    """By model and field: what its user is told, what has taken its place if anything has, and if one must be given."""
    found: dict[str, dict[str, tuple[str, str, bool]]] = {}
    for model, schema in document["components"]["schemas"].items():
        properties = schema.get("properties", {})
        for wire, value in properties.items():
            if DEPRECATION not in value:
                continue
            other = value.get(ALIAS_OF)
            name = python_name(wire, value)
            replacement = python_name(other, properties[other]) if other is not None else ""
            use = f"{model}.{replacement}" if replacement else ""
            text = message(f"{model}.{name}", value[DEPRECATION], use)
            found.setdefault(model, {})[name] = (text, replacement, bool(replacement) and was_required(value))
    return found
