"""Tells the parameters that stand in the query as plain values from all others."""

from collections.abc import Mapping

from sdkwright.ir.operations import Parameter
from sdkwright.ir.schemas import Alias, Enum, Schema
from sdkwright.ir.types import Array, Reference, Scalar, Type, Union


def is_plain(parameter: Parameter, schemas: Mapping[str, Schema]) -> bool:
    """Whether a parameter stands in the query as one plain value, or once for each of a list of such.

    Args:
        parameter: The parameter.
        schemas: The models and enums of the API, by name.
    """
    if parameter.location != "query" or parameter.media_type or parameter.reserved or parameter.style == "deepObject":
        return False
    match parameter.type:
        case Array(items):
            return parameter.explode and is_one_value(items, schemas)
        case type_:
            return is_one_value(type_, schemas)


def is_one_value(type_: Type, schemas: Mapping[str, Schema]) -> bool:
    """Whether a type is that of one plain value: a scalar, an enum of such, or one of several of these."""
    match type_:
        case Scalar():
            return True
        case Reference(name):
            schema = schemas.get(name)
            return isinstance(schema, Enum) or (isinstance(schema, Alias) and is_one_value(schema.type, schemas))
        case Union(members):
            return all(is_one_value(member, schemas) for member in members)
        case _:
            return False
