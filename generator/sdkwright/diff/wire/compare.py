"""Puts the parts of the comparison together."""

from collections.abc import Iterator
from typing import Any

from sdkwright.diff.findings import Finding, Level
from sdkwright.diff.rules import finding
from sdkwright.diff.wire.operations import compare_operations
from sdkwright.diff.wire.schemas import compare_schemas
from sdkwright.diff.wire.side import Side


def compare(old: dict[str, Any], new: dict[str, Any]) -> list[Finding]:
    """What differs between two documents that were mended alike, but for the nullability that we add.

    Args:
        old: The earlier one.
        new: The later one.
    """
    before, after = Side(old), Side(new)
    return [*_whole(old, new), *compare_operations(before, after), *compare_schemas(before, after)]


def _whole(old: dict[str, Any], new: dict[str, Any]) -> Iterator[Finding]:
    if old["servers"] != new["servers"]:
        text = f"{old['servers'][0]['url']} becomes {new['servers'][0]['url']}"
        yield finding(Level.WIRE, "server-changed", "servers", text)
    schemes = [_schemes(document) for document in (old, new)]
    if schemes[0] != schemes[1]:
        yield finding(Level.WIRE, "security-changed", "securitySchemes", f"{schemes[0]} becomes {schemes[1]}")
    elif any(
        old["components"].get("securitySchemes", {}).get(key) != value
        for key, value in new["components"].get("securitySchemes", {}).items()
    ):
        yield finding(Level.WIRE, "texts-changed", "securitySchemes", "of the security schemes")
    if old["info"] != new["info"]:
        yield finding(Level.WIRE, "texts-changed", "info", "of the document")
    shared = [document["components"].get("responses", {}) for document in (old, new)]
    if shared[0] != shared[1]:
        yield finding(Level.WIRE, "errors-changed", "responses", "the shared ones")


def _schemes(document: dict[str, Any]) -> dict[str, Any]:
    """The security schemes by what they send: without texts, the names of headers without case."""
    found = {}
    for key, scheme in document["components"].get("securitySchemes", {}).items():
        sent = {word: value for word, value in scheme.items() if word != "description"}
        if sent.get("in") == "header" and "name" in sent:
            sent["name"] = sent["name"].lower()
        found[key] = sent
    return found
