"""The types of values, in the document's terms.

`Type` is closed: a module that handles it ends its `match` with `assert_never`, so that mypy names every place that a
new member needs.
"""

from collections.abc import Iterator
from typing import Literal, TypeAlias

import attrs

ScalarKind: TypeAlias = Literal["string", "integer", "number", "boolean"]


@attrs.frozen
class Scalar:
    """One plain value.

    Attributes:
        kind: The JSON type.
        format: What the document says beyond it, as in `date-time`, `int64` or `decimal`; empty if nothing. A string's
            is one of `normalise.schema_words.STRING_FORMATS`.
    """

    kind: ScalarKind
    format: str = ""


@attrs.frozen
class Array:
    """A list.

    Attributes:
        items: The type of each item.
        nullable_items: Whether an item may be null.
    """

    items: "Type"
    nullable_items: bool = False


@attrs.frozen
class Map:
    """An object with members of any names that are all of one type.

    Attributes:
        values: The type of each member.
        nullable_values: Whether a member may be null.
    """

    values: "Type"
    nullable_values: bool = False


@attrs.frozen
class Reference:
    """A named schema, by its public name."""

    name: str


@attrs.frozen
class Object:
    """An object with any members."""


@attrs.frozen
class Anything:
    """Any value, of which the document says nothing."""


@attrs.frozen
class Union:
    """A value of one of several types.

    Attributes:
        members: The types in the document's order, each once; none is a union itself, or any value.
        discriminator: The name on the wire of the property whose value tells the models among them apart; empty if
            there is none.
        variants: The values of that property, each with the name of the model that it stands for. Of a value that is
            not among them, the members that no value stands for are what is left.
    """

    members: tuple["Type", ...]
    discriminator: str = ""
    variants: tuple[tuple[str, str], ...] = ()


Type: TypeAlias = Scalar | Array | Map | Reference | Object | Anything | Union


def inside(type_: Type) -> Iterator[Type]:
    """A type, and every type inside it; of a named schema, its name alone."""
    yield type_
    if isinstance(type_, Array):
        yield from inside(type_.items)
    elif isinstance(type_, Map):
        yield from inside(type_.values)
    elif isinstance(type_, Union):
        for member in type_.members:
            yield from inside(member)


def references(type_: Type) -> Iterator[str]:
    """The names of the named schemas that a type names, directly."""
    while isinstance(type_, Array | Map):
        type_ = type_.items if isinstance(type_, Array) else type_.values
    if isinstance(type_, Reference):
        yield type_.name
    elif isinstance(type_, Union):
        for member in type_.members:
            yield from references(member)
