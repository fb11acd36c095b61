"""Reads how arrays and objects are written into queries, as corrections of the parameters."""

from collections.abc import Iterator, Mapping
from typing import Any

from sdkwright.documents import mapping
from sdkwright.normalise.sites import method_steps, path_operations
from sdkwright.stainless.answers import resolved
from sdkwright.stainless.migration import Migration
from sdkwright.stainless.transforms import correct, normalized
from sdkwright.stainless.tree import text


def read_queries(found: Mapping[str, Any], document: dict[str, Any], migration: Migration) -> None:
    """Read `query_settings`.

    Args:
        found: The configuration.
        document: The document, which is changed as they say.
        migration: What is filled.
    """
    settings = mapping(found.get("query_settings"))
    arrays, nested = text(settings.get("array_format")), text(settings.get("nested_format"))
    reason = "The configuration says how arrays are written."
    if arrays == "comma":
        _correct("array", {"style": "form", "explode": False}, reason, document, migration)
    elif arrays == "repeat":
        _correct("array", {"style": "form", "explode": True}, reason, document, migration)
    elif arrays == "brackets":
        for place, about in _parameters("array", document):
            if not str(about.get("name")).endswith("[]"):
                update = {"name": f"{about.get('name')}[]"}
                correct({"target": normalized(place), "description": reason, "update": update}, document, migration)
    elif arrays:
        migration.tell("query_settings.array_format", f"{arrays!r} has no counterpart; each item is repeated")
    reason = "The configuration says how objects are written."
    if nested == "brackets":
        _correct("object", {"style": "deepObject", "explode": True}, reason, document, migration)
    elif nested == "dots":
        migration.tell("query_settings.nested_format", "our own methods write objects as declared; others with dots")
    elif nested:
        migration.tell(
            "query_settings.nested_format", f"{nested!r} has no counterpart; objects are written as declared"
        )


def _correct(kind: str, wanted: Mapping[str, Any], reason: str, document: dict[str, Any], migration: Migration) -> None:
    for place, about in _parameters(kind, document):
        style = about.get("style", "form")
        if {"style": style, "explode": about.get("explode", style == "form")} != wanted:
            action = {"target": normalized(place), "description": reason, "update": dict(wanted)}
            correct(action, document, migration)


def _parameters(kind: str, document: dict[str, Any]) -> Iterator[tuple[tuple[str | int, ...], Mapping[str, Any]]]:
    """The parameters of queries whose values are of a kind: where each stands, and what it says."""
    found: dict[tuple[str | int, ...], Mapping[str, Any]] = {}
    for name, node in mapping(mapping(document.get("components")).get("parameters")).items():
        found["components", "parameters", name] = mapping(node)
    for path, item in mapping(document.get("paths")).items():
        nodes: dict[tuple[str, ...], Any] = {("parameters",): mapping(item).get("parameters")}
        for method, operation in path_operations(mapping(item)):
            nodes[*method_steps(method), "parameters"] = mapping(operation).get("parameters")
        for steps, listed in nodes.items():
            for number, node in enumerate(listed if isinstance(listed, list) else ()):
                found["paths", path, *steps, number] = mapping(node)
    for place, about in found.items():
        schema = resolved(about.get("schema"), document)
        if about.get("in") == "query" and "$ref" not in about and schema.get("type") == kind:
            yield place, about
