"""Puts everything in an order that does not depend on the order of the upstream document."""

from typing import Any

from generator.normalise.context import Context

_FIRST = ("openapi", "info", "servers", "paths", "components")
_OPERATION = ("operationId", "tags", "summary", "description", "x-upstream-id", "x-paginated", "x-idempotent",
              "deprecated", "security", "parameters", "requestBody", "responses")  # fmt: skip


def stable_order(document: dict[str, Any], _context: Context) -> int:
    """Sort paths, schemas and responses by name; properties, values and parameters keep their meaningful order."""
    result = {key: document[key] for key in _FIRST}
    result["paths"] = {
        path: {method: _operation(item[method]) for method in sorted(item)}
        for path, item in sorted(document["paths"].items())
    }
    result["components"] = {
        key: dict(sorted(value.items())) for key, value in sorted(document["components"].items()) if value
    }
    document.clear()
    document.update(result)
    return len(result["paths"])


def _operation(operation: dict[str, Any]) -> dict[str, Any]:
    operation["responses"] = dict(sorted(operation["responses"].items()))
    return {key: operation[key] for key in _OPERATION if key in operation}
