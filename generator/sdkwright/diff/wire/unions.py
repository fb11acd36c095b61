"""Compares the unions that have names: what a value may be one of, and what tells the members apart."""

from collections.abc import Iterator
from typing import TypeAlias

from sdkwright.diff.wire.side import Side
from sdkwright.diff.wire.types import Type, type_of
from sdkwright.ir import Alias, Union

Difference: TypeAlias = tuple[str, str, str]
"""A rule, or its end where the rule depends on the direction; what there is to say; and the member."""


def compare_unions(before: Alias, after: Alias, old: Side, new: Side) -> Iterator[Difference]:
    """What differs between two unions of one name.

    Args:
        before: The earlier one.
        after: The later one.
        old: The document that has the earlier one.
        new: The document that has the later one.
    """
    was, now = _members(before, old), _members(after, new)
    for member in now:
        if member not in was:
            yield "variant-added", "new", str(member)
    for member in was:
        if member not in now:
            yield "variant-removed", "gone", str(member)
    if _told(before) != _told(after):
        yield "variants-told-otherwise", f"by {_told(before)}, and now by {_told(after)}", ""


def _members(alias: Alias, side: Side) -> list[Type]:
    members = alias.type.members if isinstance(alias.type, Union) else (alias.type,)
    return [type_of(member, side.schemas) for member in members]


def _told(alias: Alias) -> str:
    name = alias.type.discriminator if isinstance(alias.type, Union) else ""
    return name or "what they have"
