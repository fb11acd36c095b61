"""Compares what no rule of its own judges: facts that the representation names, and the document's other keywords."""

from collections.abc import Collection, Iterator, Mapping
from typing import Final, TypeAlias

import attrs

from sdkwright.ir import Alias, Enum, Field, Model, Operation, Parameter

_LONGEST: Final = 60
# What OpenAPI calls a fact; the others have an extension of their name.
_KEYWORDS: Final = {
    "location": "in", "nullable": "nullable", "kind": "type", "extras": "additionalProperties", "read_only": "readOnly",
    "write_only": "writeOnly", "default": "default", "constraints": "constraints",
}  # fmt: skip

Node: TypeAlias = Operation | Parameter | Model | Enum | Alias | Field


def otherwise(old: Node, new: Node, *, judged: Collection[str], joint: str = " and ") -> Iterator[str]:
    """A text for each fact that has another value, or is there on one side only.

    Args:
        old: The earlier node.
        new: The later one.
        judged: The attributes that have a rule of their own, or that say nothing of what is sent and received.
        joint: What stands between the two values.
    """
    before, after = _facts(old, judged), _facts(new, judged)
    for keyword in sorted(before.keys() | after.keys()):
        was, now = before.get(keyword, "None"), after.get(keyword, "None")
        if was != now:
            yield f"`{keyword}` was {was[:_LONGEST]}{joint}is {now[:_LONGEST]}"


def _facts(node: Node, judged: Collection[str]) -> Mapping[str, str]:
    found = dict(node.others)
    for attribute in attrs.fields(type(node)):
        value, name = getattr(node, attribute.name), attribute.name
        # What a document does not say is no fact.
        if name not in {*judged, "others"} and (value or value != attribute.default):
            found[_KEYWORDS.get(name) or f"x-{name.replace('_', '-')}"] = repr(value)
    return found
