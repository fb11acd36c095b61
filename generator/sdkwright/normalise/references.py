"""Follows references between the schemas of a document."""

from typing import Any, Final

_SCHEMAS: Final = "#/components/schemas/"


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
                name = reference.removeprefix(_SCHEMAS).replace("~1", "/").replace("~0", "~")
                schema = schemas.get(name, {})
            case _:
                return {} if "$ref" in schema else schema
