"""Tells members of a union apart that have the same names, by the names that objects inside them have."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol, TypeVar

from .shapes import Shape, is_list, is_object


class Ranked(Protocol):
    """What is known of a member of a union."""

    names: frozenset[str]
    shape: Shape

    def rank(self, value: dict[str, Any], /) -> object:
        """Return how well an object fits, by its own names and values."""


_M = TypeVar("_M", bound=Ranked)


def are_alike(members: Sequence[Ranked]) -> bool:
    """Return whether two models have the same names, and objects inside that may differ.

    Args:
        members: Models and maps.
    """
    names = [member.names for member in members if member.names]
    return len({*names}) < len(names) and any(
        field.shape.reaches(lambda inner: bool(inner.fields))
        for member in members
        for field in member.shape.fields.values()
    )


def deepest_first(members: Sequence[_M], value: dict[str, Any]) -> list[_M]:
    """Return members with the one first, of those that fit an object as well as the first, that knows most inside it.

    Args:
        members: The members that the object may be, the likeliest first.
        value: The object.
    """
    first = members[0]
    rank = first.rank(value)
    alike = [member for member in members if member.names == first.names and member.rank(value) == rank]
    if len(alike) == 1:
        return [*members]
    seen: dict[tuple[int, int], int] = {}
    best = max(alike, key=lambda member: _known(member.shape, value, seen))
    return [best, *(member for member in members if member is not best)]


def _known(shape: Shape, value: object, seen: dict[tuple[int, int], int]) -> int:
    """How many names of a value, at any depth, a shape has; each is looked at once, however many ways lead to it."""
    if not (is_object(value) or is_list(value)):
        return 0
    key = (id(shape), id(value))
    if key not in seen:
        seen[key] = _counted(shape, value, seen)
    return seen[key]


def _counted(shape: Shape, value: object, seen: dict[tuple[int, int], int]) -> int:
    if is_object(value):
        if shape.choices:
            return max(_known(choice, value, seen) for choice in shape.choices)
        if shape.value is not None:
            return sum(_known(shape.value, item, seen) for item in value.values())
        found = [(shape.fields[name].shape, item) for name, item in value.items() if name in shape.fields]
        return len(found) + sum(_known(inner, item, seen) for inner, item in found)
    item = next((choice.item for choice in (shape, *shape.choices) if choice.item is not None), None)
    return sum(_known(item, one, seen) for one in value) if item is not None and is_list(value) else 0
