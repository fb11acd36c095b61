"""Changes one place of a document: merges a value into it by the rules of either version of overlays, or removes it."""

from collections.abc import Collection
from typing import Any, Literal

import attrs

from sdkwright import documents
from sdkwright.errors import GeneratorError

Kind = Literal["an object", "an array", "a primitive value"]
Location = tuple[str | int, ...]


@attrs.frozen
class Size:
    """How much a value holds.

    Attributes:
        values: Itself and all values below it.
        depth: Levels below it.
    """

    values: int
    depth: int

    @classmethod
    def of(cls, value: object) -> "Size":
        """Count a value."""
        values, depth, pending = 0, 0, [(value, 0)]
        while pending:
            node, level = pending.pop()
            values, depth = values + 1, max(depth, level)
            children = node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()
            pending += [(child, level + 1) for child in children]
        return cls(values, depth)


def kind(value: object) -> Kind:
    """What RFC 9535 calls the kind of a value; null is a primitive value."""
    if isinstance(value, dict):
        return "an object"
    return "an array" if isinstance(value, list) else "a primitive value"


def at(document: Any, location: Location) -> Any:
    """The value at a place."""
    for step in location:
        document = document[step]
    return document


def remove(document: Any, location: Location, *, where: str) -> None:
    """Take a place out of what holds it.

    Raises:
        GeneratorError: It is the whole document.
    """
    if not location:
        raise GeneratorError(f"{where} removes the whole document; name a part of it.")
    parent = at(document, location[:-1])
    del parent[location[-1]]


def check_room(places: Collection[Location], size: Size, before: int, *, where: str) -> None:
    """Refuse what would make the document larger than we read one.

    Args:
        places: Where the value goes.
        size: Of the value.
        before: How many values the actions before this one gave the document.
        where: The action, for the error.

    Raises:
        GeneratorError: The actions give it too many values, or nest them too deeply.
    """
    if before + size.values * len(places) > documents.MAX_NODES:
        raise GeneratorError(
            f"{where} brings what the overlay adds to more than {documents.MAX_NODES:,} values; select fewer places."
        )
    if max(map(len, places), default=0) + size.depth > documents.MAX_DEPTH:
        raise GeneratorError(f"{where} nests the document more than {documents.MAX_DEPTH} levels deep; give it less.")


def merge_1_0(document: Any, location: Location, value: object, *, where: str) -> None:
    """Merge a value into an object, or append it to an array, as Overlay 1.0 says.

    Raises:
        GeneratorError: The place holds a primitive value, or an object and the value is none.
    """
    target = at(document, location)
    if isinstance(target, list):
        target.append(documents.copied(value))
    elif isinstance(target, dict) and isinstance(value, dict):
        _merge_objects(target, value, (), strict="")
    elif isinstance(target, dict):
        raise GeneratorError(f"{where} updates {kind(target)} with {kind(value)}; an object takes only an object.")
    else:
        raise GeneratorError(
            f"{where} updates {kind(target)}, which only Overlay 1.1 can; write `overlay: 1.1.0`, or select what holds "
            "it."
        )


def merge_1_1(document: Any, location: Location, value: object, *, where: str) -> None:
    """Merge a value into an object, add it to an array, or put it in the place of a primitive value: Overlay 1.1.

    Raises:
        GeneratorError: The kinds of the two do not go together, there or at a property below.
    """
    target = at(document, location)
    if isinstance(target, list):
        target.extend(documents.copied(value if isinstance(value, list) else [value]))
    elif kind(target) != kind(value):
        raise _incompatible(where, "", target, value)
    elif isinstance(target, dict) and isinstance(value, dict):
        _merge_objects(target, value, (), strict=where)
    else:
        at(document, location[:-1])[location[-1]] = value


def _merge_objects(target: dict[str, Any], value: dict[str, Any], path: tuple[str, ...], *, strict: str) -> None:
    """Merge recursively; `strict` names the action where kinds that differ are refused, and is empty elsewhere."""
    for key, new in value.items():
        here = (*path, key)
        if key not in target:
            target[key] = documents.copied(new)
            continue
        old = target[key]
        if isinstance(old, dict) and isinstance(new, dict):
            _merge_objects(old, new, here, strict=strict)
        elif isinstance(old, list) and isinstance(new, list):
            old.extend(documents.copied(new))
        elif strict and kind(old) != kind(new):
            raise _incompatible(strict, "/" + "/".join(map(documents.escape, here)), old, new)
        else:
            target[key] = documents.copied(new)


def _incompatible(where: str, pointer: str, old: object, new: object) -> GeneratorError:
    place = f" at {pointer[:200]}" if pointer else ""
    return GeneratorError(
        f"{where} merges {kind(new)} into {kind(old)}{place}; remove that with an action before, and give it anew."
    )
