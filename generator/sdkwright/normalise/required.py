"""Judges the names that schemas require: the overlay's must be there, the vendor's may be a slip of his."""

import difflib
from collections.abc import Iterator
from typing import Any

from sdkwright.documents import walk
from sdkwright.errors import GeneratorError
from sdkwright.normalise.overlay import Overlay
from sdkwright.normalise.sites import COMBINED


def check_required(
    upstream: dict[str, Any], document: dict[str, Any], overlay: Overlay, complaints: list[str] | None = None
) -> list[str]:
    """Refuse what the overlay requires of a schema without such a property.

    Args:
        upstream: The vendor's document.
        document: The same as the overlay leaves it.
        overlay: Our corrections.
        complaints: Takes what would be refused, to go on; None to refuse.

    Returns:
        A line for each such name that the vendor requires himself.

    Raises:
        GeneratorError: The overlay requires a property that is not there.
    """
    notes = []
    theirs = _schemas(upstream)
    for schema, field in _ghosts(document):
        if field in theirs.get(schema, {}).get("required", ()):
            notes.append(f"{schema[:100]} requires {field[:100]!r}, which it does not have; nothing is made of that")
            continue
        said = f"{_place(overlay, schema, field)} requires {field[:100]!r} of {schema[:100]}, " + _way_out(
            field, _schemas(document)[schema]
        )
        if complaints is None:
            raise GeneratorError(said)
        complaints.append(said)
    return notes


def _schemas(document: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = document.get("components", {}).get("schemas", {})
    return found


def _ghosts(document: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for name, schema in _schemas(document).items():
        # What is combined has the properties of others.
        if "$ref" in schema or any(word in schema for word in COMBINED):
            continue
        for field in dict.fromkeys(schema.get("required", ())):
            if field not in schema.get("properties", {}):
                yield name, field


def _place(overlay: Overlay, schema: str, field: str) -> str:
    """The action that requires it: one that speaks of the schema before any other."""
    found = [
        action
        for action in overlay.actions
        if any(isinstance(node, dict) and field in _listed(node) for _, node in walk(action.update))
    ]
    found.sort(key=lambda action: schema not in action.target)
    return str(found[0]) if found else "the overlay"


def _listed(node: dict[str, Any]) -> list[Any]:
    listed = node.get("required")
    return listed if isinstance(listed, list) else []


def _way_out(field: str, schema: dict[str, Any]) -> str:
    properties = list(schema.get("properties", {}))
    # The vendor's own case is what is mistaken most often.
    lowered = {name.lower(): name for name in properties}
    close = difflib.get_close_matches(field.lower(), lowered, 1, cutoff=0)
    if not close:
        return "which has no properties; take it out there."
    return f"which has no such property; the nearest is {lowered[close[0]][:100]!r}."
