"""Which members the unions of a type have to choose from, and what tells each from the others."""

from collections.abc import Iterator, Mapping

from sdkwright.ir.schemas import Alias, Model, Schema
from sdkwright.ir.types import Array, Map, Reference, Scalar, Type, Union


def union_of(type_: Type, schemas: Mapping[str, Schema]) -> Union | None:
    """The union that a type is, by name or in place; None where it is none.

    Args:
        type_: The type.
        schemas: The named schemas of the API.
    """
    if isinstance(type_, Union):
        return type_
    schema = schemas.get(type_.name) if isinstance(type_, Reference) else None
    return union_of(schema.type, schemas) if isinstance(schema, Alias) else None


def most_members(type_: Type, schemas: Mapping[str, Schema]) -> int:
    """How many members the largest union has that a type is or has inside; 1 where there is none.

    Args:
        type_: The type.
        schemas: The named schemas of the API.
    """
    most, seen = 1, set[str]()
    pending = [type_]
    while pending:
        inner = pending.pop()
        if isinstance(inner, Union):
            most = max(most, len(inner.members))
        if isinstance(inner, Reference):
            if inner.name in seen:
                continue
            seen.add(inner.name)
        pending += _inside(inner, schemas)
    return most


def _inside(type_: Type, schemas: Mapping[str, Schema]) -> Iterator[Type]:
    match type_:
        case Union(members):
            yield from members
        case Array(inner) | Map(inner):
            yield inner
        case Reference(name):
            schema = schemas.get(name)
            if isinstance(schema, Alias):
                yield schema.type
            elif isinstance(schema, Model):
                yield from (field.type for field in schema.fields)
                yield from [] if schema.extras is None else [schema.extras]
        case _:
            return


def members_from(union: Union, choice: int) -> Iterator[Type]:
    """The members of a union, beginning with one of them.

    Args:
        union: The union.
        choice: The number of the first; more than there are begin again.
    """
    first = choice % len(union.members)
    yield from union.members[first:] + union.members[:first]


def tag_of(union: Union, member: Type, schemas: Mapping[str, Schema]) -> dict[str, object]:
    """The discriminator with the value that a member has, by its name on the wire; empty where it has none.

    Args:
        union: The union.
        member: One of its members.
        schemas: The named schemas of the API.
    """
    name = member.name if isinstance(member, Reference) else ""
    value = next((value for value, model in union.variants if model == name), None)
    model = schemas.get(name)
    if value is None or not isinstance(model, Model):
        return {}
    type_ = next((field.type for field in model.fields if field.wire == union.discriminator), None)
    return {union.discriminator: _typed(value, type_)}


def _typed(value: str, type_: Type | None) -> object:
    """A value of a discriminator, which the document writes as a text, as its property has it."""
    match type_:
        case Scalar("integer") if value.lstrip("-").isdecimal():
            return int(value)
        case Scalar("boolean") if value in {"true", "false"}:
            return value == "true"
        case _:
            return value
