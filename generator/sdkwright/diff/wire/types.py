"""What may stand at a place of a document, and whether a change of that is one of type."""

import enum
from collections.abc import Mapping
from typing import assert_never

import attrs

from sdkwright import ir


@attrs.frozen
class Type:
    """What a schema allows, for comparison.

    Attributes:
        kind: `string`, `integer`, `reference`, `array` ...
        detail: The format, or the public name of the schema that is referred to.
        item: What an array or a map holds.
        is_enum: Whether the reference is to an enum.
        members: What a union is one of.
    """

    kind: str
    detail: str = ""
    item: "Type | None" = None
    is_enum: bool = False
    members: "frozenset[Type]" = frozenset()

    def __str__(self) -> str:
        if self.kind == "union":
            return " or ".join(sorted(map(str, self.members)))
        if self.kind in {"array", "map"}:
            return f"{self.kind} of {self.item}"
        return self.detail if self.kind == "reference" else f"{self.kind} ({self.detail})" if self.detail else self.kind


_TEXT = Type("string")


class Change(enum.Enum):
    """How one type becomes another."""

    NONE = enum.auto()
    WIDENED = enum.auto()
    CLOSED = enum.auto()
    OPENED = enum.auto()
    OTHER = enum.auto()


def type_of(type_: ir.Type, schemas: Mapping[str, ir.Schema]) -> Type:  # noqa: PLR0911 - one for each kind of type
    """A type as it is compared.

    Args:
        type_: The type at a place.
        schemas: The models and enums, by name.
    """
    match type_:
        case ir.Reference(name):
            return Type("reference", name, is_enum=isinstance(schemas.get(name), ir.Enum))
        case ir.Array(items):
            return Type("array", item=type_of(items, schemas))
        case ir.Map(values):
            return Type("map", item=type_of(values, schemas))
        case ir.Scalar(kind, format_):
            return Type(kind, format_ if kind in {"integer", "string"} else "")
        case ir.Object():
            return Type("object")
        case ir.Anything():
            return Type("anything")
        case ir.Union(members):
            return Type("union", members=frozenset(type_of(member, schemas) for member in members))
        case _:
            assert_never(type_)


def change(old: Type, new: Type, *, sent: bool) -> Change:
    """How `old` becomes `new` for who sends it, or for who receives it."""
    if old.kind == new.kind and old.item is not None and new.item is not None:
        return change(old.item, new.item, sent=sent)
    if old == new:
        return Change.NONE
    if _TEXT in {old, new} and (old.is_enum or new.is_enum):
        return Change.CLOSED if new.is_enum else Change.OPENED
    if "union" in {old.kind, new.kind}:
        return _of_unions(old, new, sent=sent)
    # A Python int holds either integer, but what is sent may be too large for the smaller one.
    integers = old.kind == new.kind == "integer" and not (sent and old.detail == "int64")
    wider = sent and ((old.kind, new.kind) == ("integer", "number") or new.kind == "anything")
    return Change.WIDENED if integers or wider else Change.OTHER


def _of_unions(old: Type, new: Type, *, sent: bool) -> Change:
    """How a choice of types changes: what was sent may still be, and what is received must be known."""
    before, after = (one.members or frozenset({one}) for one in (old, new))
    wider = sent and (before <= after or new.kind == "anything")
    narrower = not sent and before > after
    return Change.WIDENED if wider or narrower else Change.OTHER
