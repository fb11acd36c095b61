"""The named schemas: models with their fields, enums with their values, and names for other types."""

import enum
from collections.abc import Iterator, Mapping
from typing import Literal, TypeAlias

import attrs

from sdkwright.ir.constraints import Limits
from sdkwright.ir.types import Type, references

EnumKind: TypeAlias = Literal["string", "integer"]


class Direction(enum.Enum):
    """Which bodies carry a schema: a model that is sent tells null from absent, one that is received does not."""

    NONE = enum.auto()
    SENT = enum.auto()
    RECEIVED = enum.auto()
    BOTH = enum.auto()


@attrs.frozen
class Deprecation:
    """How long a name is kept.

    Attributes:
        until: The version that is without it.
        use: The public name of what replaces it; empty if nothing does.
    """

    until: str
    use: str = ""


@attrs.frozen
class Field:
    """One property of a model.

    Attributes:
        name: Its name in Python.
        wire: Its name in JSON. For an old name it is no name in JSON, and begins with `-`.
        type: The type of its value.
        required: Whether it must be there.
        nullable: Whether it may be null.
        description: The document's text.
        unit: The key of its unit in `UNITS`; empty if it has none.
        secret: Whether nobody should see its value; None where its name decides.
        deprecated: Whether the document, or the overlay, calls it deprecated.
        deprecation: How long it is kept, where the overlay says so.
        alias_of: The JSON name of the field that it is an old name of; None for any other field.
        was_required: Whether it, or the field that it is an old name of, would be required but for its deprecation.
        read_only: Whether only the service may set it.
        write_only: Whether it is sent and never answered.
        default: What the service takes where it is not sent, as JSON; empty if the document does not say.
        constraints: What the document says of the value beyond its type, a text each, as in `at most 20 characters`.
        limits: The same by keyword, as far as it can be checked; see `ir.constraints`.
        others: The document's other keywords with their values as text; `diff` alone reads them.
    """

    name: str
    wire: str
    type: Type
    required: bool = False
    nullable: bool = False
    description: str = ""
    unit: str = ""
    secret: bool | None = None
    deprecated: bool = False
    deprecation: Deprecation | None = None
    alias_of: str | None = None
    was_required: bool = False
    read_only: bool = False
    write_only: bool = False
    default: str = ""
    constraints: tuple[str, ...] = ()
    limits: Limits = attrs.field(factory=dict, repr=False)
    others: Mapping[str, str] = attrs.field(factory=dict, repr=False)


@attrs.frozen
class Model:
    """A named object.

    Attributes:
        name: Its public name.
        fields: Its fields by name in JSON, old names last.
        description: The document's text.
        upstream_id: The vendor's name; empty if the overlay added it.
        min_properties: How many properties an object has at least; 0 if the document does not say.
        extras: The type of the members that an object may have beside the fields; None if there are none to keep.
        nullable_extras: Whether such a member may be null.
        direction: Which bodies carry it.
        others: The document's other keywords with their values as text; `diff` alone reads them.
    """

    name: str
    fields: tuple[Field, ...] = ()
    description: str = ""
    upstream_id: str = ""
    min_properties: int = 0
    extras: Type | None = None
    nullable_extras: bool = False
    direction: Direction = Direction.NONE
    others: Mapping[str, str] = attrs.field(factory=dict, repr=False)

    def field(self, wire: str) -> Field:
        """The field of a name in JSON.

        Raises:
            KeyError: There is none.
        """
        for field in self.fields:
            if field.wire == wire:
                return field
        raise KeyError(wire)

    @property
    def references(self) -> Iterator[str]:
        """The names of the schemas that its fields and extras name, directly."""
        types = [field.type for field in self.fields] + ([] if self.extras is None else [self.extras])
        return (name for type_ in types for name in references(type_))


@attrs.frozen
class Enum:
    """A named list of values, all of one kind.

    Attributes:
        name: Its public name.
        values: The values in JSON, in the vendor's order.
        members: Their names in Python, in the same order.
        ordinals: The numbers that stand for the values, where the overlay states them; empty if their places do.
        description: The document's text.
        upstream_id: The vendor's name; empty if it was written in place, or if the overlay added it.
        direction: Which bodies carry it.
        others: The document's other keywords with their values as text; `diff` alone reads them.
        kind: The JSON type of the values.
    """

    name: str
    values: tuple[str | int, ...]
    members: tuple[str, ...]
    ordinals: tuple[int, ...] = ()
    description: str = ""
    upstream_id: str = ""
    direction: Direction = Direction.NONE
    others: Mapping[str, str] = attrs.field(factory=dict, repr=False)
    kind: EnumKind = "string"

    @property
    def numbers(self) -> tuple[int, ...]:
        """The number that stands for each value, stated or by its place."""
        return self.ordinals or tuple(range(len(self.values)))

    @property
    def references(self) -> Iterator[str]:
        """Nothing: an enum names no schema."""
        return iter(())


@attrs.frozen
class Alias:
    """A name for a type, which is a union.

    Attributes:
        name: Its public name.
        type: The type; no union where one member alone is left of it.
        description: The document's text.
        upstream_id: The vendor's name; empty if it was written in place, or if the overlay added it.
        direction: Which bodies carry it.
        others: The document's other keywords with their values as text; `diff` alone reads them.
    """

    name: str
    type: Type
    description: str = ""
    upstream_id: str = ""
    direction: Direction = Direction.NONE
    others: Mapping[str, str] = attrs.field(factory=dict, repr=False)

    @property
    def references(self) -> Iterator[str]:
        """The names of the schemas that its type names, directly."""
        return references(self.type)


Schema: TypeAlias = Model | Enum | Alias
