"""Lists the fields that a normalised document declares, beside the representation that is built of it."""

from collections.abc import Mapping
from typing import Any

from sdkwright.normalise.deprecations import ALIAS_OF


def declared_fields(document: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    """The names on the wire of the properties of each schema that has any, by the name of the schema.

    Args:
        document: The normalised document. An old name of a property is on no wire.
    """
    schemas: Mapping[str, Mapping[str, Any]] = document.get("components", {}).get("schemas", {})
    return {
        name: tuple(field for field, node in schema["properties"].items() if ALIAS_OF not in node)
        for name, schema in schemas.items()
        if schema.get("properties")
    }
