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
    best = max(alike, key=lambda member: _known(member.shape, value))
    return [best, *(member for member in members if member is not best)]


def _known(shape: Shape, value: object) -> int:
    """How many names of a value, at any depth, a shape has."""
    if is_object(value):
        if shape.choices:
            return max(_known(choice, value) for choice in shape.choices)
        if shape.value is not None:
            return sum(_known(shape.value, item) for item in value.values())
        found = [(shape.fields[name].shape, item) for name, item in value.items() if name in shape.fields]
        return len(found) + sum(_known(inner, item) for inner, item in found)
    if is_list(value):
        item = next((choice.item for choice in (shape, *shape.choices) if choice.item is not None), None)
        return 0 if item is None else sum(_known(item, one) for one in value)
    return 0
