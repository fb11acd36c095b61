"""Lets every property be null: the document never says so, and the service sends null for any of them."""

from typing import Any

from sdkwright.normalise.context import Context


def everything_nullable(document: dict[str, Any], _context: Context) -> int:
    """Set `nullable` on each property that is not required, wrapping a reference so that it can carry it."""
    count = 0
    for schema in document["components"]["schemas"].values():
        required = schema.get("required", ())
        for name, value in schema.get("properties", {}).items():
            schema["properties"][name] = _wrapped(value)
            if name not in required:
                schema["properties"][name]["nullable"] = True
                count += 1
    return count


def _wrapped(value: dict[str, Any]) -> dict[str, Any]:
    """`value`, where OpenAPI 3.0 would ignore everything beside a `$ref`."""
    if "$ref" not in value:
        return value
    return {"allOf": [{"$ref": value["$ref"]}]} | {key: text for key, text in value.items() if key != "$ref"}
