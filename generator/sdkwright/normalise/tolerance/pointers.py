"""Writes out what a document refers to at a place that has no name of its own, as in another operation's answer."""

from collections.abc import Callable, Iterator
from typing import Any, Final
from urllib.parse import unquote

from sdkwright.documents import Steps, copied, pointer_to, unescape, walk
from sdkwright.normalise.tolerance.parts import Tell
from sdkwright.normalise.tolerance.texts import FREE
from sdkwright.text import clean

MAX_COPIED: Final = 200_000
"""Values that are copied for one document; a reference beyond them stays, and its reader says what he makes of it."""

_CHAIN: Final = 20
_DIGITS: Final = 6
# Behind these stands a name, which is no keyword.
_NAMES: Final = frozenset({
    "properties", "schemas", "definitions", "parameters", "responses", "requestBodies", "paths", "headers",
})  # fmt: skip


def write_out(document: dict[str, Any], tell: Tell, *, is_kept: Callable[[str], bool] | None = None) -> None:
    """Write out in place what a document refers to by any other pointer than that of a component.

    What would hold itself stays a reference.

    Args:
        document: As `documents.load` gives it; its structure may be wrong anywhere.
        tell: Takes the place and what became of it.
        is_kept: Whether a reference names something as such; by default those do that name components.
    """
    is_kept = is_kept or _is_component
    left = MAX_COPIED
    # A copy may hold references of its own: those are the next round's.
    while places := [*_elsewhere(document, is_kept)]:
        before = left
        for pointer, node, found in places:
            size = _size(found, node, left)
            if not size:
                continue
            left -= size
            reference, written = node["$ref"], copied(found)
            node.clear()
            node.update(written)
            tell(pointer[:200], f"refers to {clean(reference)}, which is written out here")
        if left == before:
            return


def references(document: object) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every reference of a document, or of a part of one, with its pointer: none inside an example or an extension."""
    pending: list[tuple[Steps, Any, bool]] = [((), document, False)]
    while pending:
        steps, node, is_named = pending.pop()
        if isinstance(node, list):
            inner = [
                ((steps, place), child, False) for place, child in enumerate(node) if isinstance(child, dict | list)
            ]
            pending += inner[::-1]
        elif isinstance(node, dict):
            if not is_named and isinstance(node.get("$ref"), str):
                yield pointer_to(steps), node
            inner = [
                ((steps, key), child, not is_named and key in _NAMES)
                for key, child in node.items()
                if isinstance(child, dict | list) and (is_named or not (key in FREE or str(key).startswith("x-")))
            ]
            pending += inner[::-1]


def _elsewhere(
    document: dict[str, Any], is_kept: Callable[[str], bool]
) -> Iterator[tuple[str, dict[str, Any], dict[str, Any]]]:
    for pointer, node in references(document):
        found = None if is_kept(node["$ref"]) else _followed(document, node["$ref"], is_kept)
        if found is not None:
            yield pointer, node, found


def _followed(document: dict[str, Any], reference: str, is_kept: Callable[[str], bool]) -> dict[str, Any] | None:
    """What a reference to a nameless place leads to: a value that is no such reference itself."""
    for _ in range(_CHAIN):
        if is_kept(reference):
            return {"$ref": reference}
        found = _at(document, reference)
        if found is None or not isinstance(found.get("$ref"), str):
            return found
        reference = found["$ref"]
    return None


def _is_component(reference: str) -> bool:
    return reference.startswith("#/components/") and reference.count("/") == len(("components", "schemas", "Order"))


def _at(document: Any, reference: str) -> dict[str, Any] | None:
    """The object at a pointer; its steps may have the escapes of URLs."""
    if not reference.startswith("#/"):
        return None
    for step in reference.removeprefix("#/").rstrip("/").split("/"):
        key = unescape(step)
        if isinstance(document, dict):
            plain = unescape(unquote(step))
            document = document.get(key, document.get(plain))
        elif isinstance(document, list) and key.isdecimal() and len(key) <= _DIGITS and int(key) < len(document):
            document = document[int(key)]
        else:
            return None
    return document if isinstance(document, dict) else None


def _size(found: dict[str, Any], node: dict[str, Any], most: int) -> int:
    """How many values a copy has; 0 where that are too many, or where what is copied holds the reference itself."""
    count = 0
    for _, inner in walk(found):
        count += 1
        if inner is node or count > most:
            return 0
    return count
