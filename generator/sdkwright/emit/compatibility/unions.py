"""Takes the fields of a body that is one of several objects as arguments, as the former SDK does."""

from collections.abc import Collection, Iterator

import attrs

from sdkwright.emit.compatibility.arguments import Renaming, annotated
from sdkwright.emit.compatibility.given import Given
from sdkwright.ir import Alias, Api, Field, Model, Reference, Type, Union
from sdkwright.stainless.former import argument_name
from sdkwright.stainless.migration import Method as Declared


def by_field(given: Given, declared: Declared, api: Api, taken: Collection[str]) -> tuple[Given, ...]:
    """The arguments that stand for a body: one for each field of the objects that it may be, else itself alone.

    Args:
        given: The argument that is the body.
        declared: What the configuration says of the method.
        api: The API.
        taken: The names that mean something else.
    """
    models = [*_objects(given.type, api)] if given.place == "whole" and not declared.body_argument else []
    if not models or None in models:
        return (given,)
    fields: dict[str, list[Field]] = {}
    for model in models:
        for field in model.fields if model is not None else ():
            if field.alias_of is None and not field.read_only:
                fields.setdefault(field.wire, []).append(field)
    return tuple(_given(given, found, declared, api, taken, len(models)) for found in fields.values())


def _objects(type_: Type, api: Api) -> Iterator[Model | None]:
    """The objects that a value may be, where it may be several; None for what is no object."""
    schema = api.schemas.get(type_.name) if isinstance(type_, Reference) else None
    if isinstance(schema, Alias):
        yield from _objects(schema.type, api)
    elif isinstance(type_, Union):
        for member in type_.members:
            yield from _objects(member, api)
    else:
        yield schema if isinstance(schema, Model) and schema.extras is None else None


def _given(body: Given, fields: list[Field], declared: Declared, api: Api, taken: Collection[str], count: int) -> Given:
    first, types = fields[0], [*dict.fromkeys(field.type for field in fields)]
    members = tuple(
        dict.fromkeys(one for type_ in types for one in (type_.members if isinstance(type_, Union) else (type_,)))
    )
    type_ = types[0] if len(types) == 1 else Union(members)
    required = body.required and len(fields) == count and all(field.required for field in fields)
    nullable = not required or any(field.nullable for field in fields)
    name = argument_name(first.wire, declared)
    return attrs.evolve(
        body,
        name=f"{name}_" if name in taken else name,
        key=name,
        wire=first.wire,
        place="body",
        type=type_,
        annotation=annotated(type_, api) + (" | None" if nullable else ""),
        required=required,
        positional=first.wire in declared.positional,
        models=Renaming(api).models(type_),
    )
