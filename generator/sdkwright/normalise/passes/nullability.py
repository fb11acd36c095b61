"""Lets every property be null, for a service that sends null whatever its document says."""

from typing import Any

from sdkwright.normalise.context import Context


def everything_nullable(document: dict[str, Any], context: Context) -> int:
    """Set `nullable` on each property that is not required, wrapping a reference so that it can carry it.

    Nothing is changed where `[dialect]` says that the document declares what may be null.
    """
    if context.configuration.dialect.nullable != "every-property":
        return 0
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
