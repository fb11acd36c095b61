"""Puts everything in an order that does not depend on the order of the upstream document."""

from typing import Any

from sdkwright.normalise.context import Context
from sdkwright.normalise.deprecations import is_alias
from sdkwright.normalise.sites import ADDITIONAL, OPERATION, WEBHOOKS

_FIRST = ("openapi", "info", "servers", "paths", "components")


def stable_order(document: dict[str, Any], _context: Context) -> int:
    """Sort everything by name but the values of an enum, whose order is their numbers; parameters for paging come last.

    A vendor may write anything else in another order without meaning anything by it.
    """
    result = {key: document[key] for key in _FIRST}
    if WEBHOOKS in document:
        result[WEBHOOKS] = dict(sorted(document[WEBHOOKS].items()))
    result["paths"] = {
        path: {method: _ordered(method, item[method]) for method in sorted(item)}
        for path, item in sorted(document["paths"].items())
    }
    result["components"] = {
        key: dict(sorted(value.items()))
        for key, value in sorted(document["components"].items())
        if value or key == "schemas"
    }
    for schema in result["components"].get("schemas", {}).values():
        if "properties" in schema:
            # Old names come last: nobody is to begin with them.
            schema["properties"] = dict(
                sorted(schema["properties"].items(), key=lambda item: (is_alias(item[1]), item[0]))
            )
        if "required" in schema:
            schema["required"] = sorted(schema["required"])
    document.clear()
    document.update(result)
    return len(result["paths"])


def _ordered(method: str, found: dict[str, Any]) -> dict[str, Any]:
    if method != ADDITIONAL:
        return _operation(found)
    return {other: _operation(found[other]) for other in sorted(found)}


def _operation(operation: dict[str, Any]) -> dict[str, Any]:
    operation["responses"] = dict(sorted(operation["responses"].items()))
    if "parameters" in operation:
        paging = operation.get("x-paginated", {})
        operation["parameters"] = sorted(
            operation["parameters"], key=lambda item: (item["name"] in paging, item["name"])
        )
    return {key: operation[key] for key in OPERATION if key in operation}
