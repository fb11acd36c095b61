"""Builds models, enums and names for unions from the named schemas of a normalised document."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

import attrs

from sdkwright.errors import GeneratorError
from sdkwright.ir.api import reachable
from sdkwright.ir.constraints import CONSTRAINTS, constraints, limits
from sdkwright.ir.nodes import Types, deprecation, others, text
from sdkwright.ir.operations import Operation, Webhook
from sdkwright.ir.schemas import Alias, Direction, Enum, Field, Model, Schema
from sdkwright.ir.types import references
from sdkwright.normalise.deprecations import ALIAS_OF, DEPRECATION, WAS_REQUIRED
from sdkwright.normalise.identifiers import snake
from sdkwright.normalise.ordinals import ORDINALS
from sdkwright.normalise.passes.keywords import REDACTED

_OF_ALL: Final = frozenset({"type", "description", "x-upstream-id"})
_OF_MODELS: Final = _OF_ALL | {"properties", "required", "minProperties", "additionalProperties"}
_OF_ENUMS: Final = _OF_ALL | {"enum", "x-enum-varnames", ORDINALS}
_OF_ALIASES: Final = _OF_ALL | {"oneOf", "discriminator", "nullable"}
_OF_FIELDS: Final = frozenset({
    "type", "format", "items", "$ref", "allOf", "description", "nullable", "x-name", "x-unit", "deprecated", REDACTED,
    DEPRECATION, WAS_REQUIRED, ALIAS_OF, "additionalProperties", "readOnly", "writeOnly", "default", "oneOf",
    "discriminator", *CONSTRAINTS,
})  # fmt: skip


def build_schemas(types: Types) -> dict[str, Schema]:
    """The named schemas by public name, without their directions.

    Raises:
        GeneratorError: A schema is not as normalisation leaves it.
    """
    return {name: _schema(name, schema, types) for name, schema in types.schemas.items()}


def with_directions(
    schemas: Mapping[str, Schema], operations: Iterable[Operation], webhooks: Iterable[Webhook] = ()
) -> dict[str, Schema]:
    """The schemas, each with the direction of the bodies that carry it."""
    operations = list(operations)
    sent = reachable((name for operation in operations for name in _sent(operation, schemas)), schemas)
    events = [name for webhook in webhooks for name in references(webhook.type)]
    received = reachable([*(name for operation in operations for name in operation.received), *events], schemas)
    return {
        name: attrs.evolve(schema, direction=_direction(sent=name in sent, received=name in received))
        for name, schema in schemas.items()
    }


def _direction(*, sent: bool, received: bool) -> Direction:
    if sent:
        return Direction.BOTH if received else Direction.SENT
    return Direction.RECEIVED if received else Direction.NONE


def _schema(name: str, schema: dict[str, Any], types: Types) -> Schema:
    if "enum" in schema:
        return _enum(name, schema)
    if "oneOf" in schema:
        return Alias(
            name=name,
            type=types.of(schema, name[:200]),
            description=text(schema, "description"),
            upstream_id=text(schema, "x-upstream-id"),
            others=others(schema, _OF_ALIASES),
        )
    if schema.get("type", "object") != "object" or "$ref" in schema:
        raise GeneratorError(f"the schema {name!r} is neither an object, an enum nor a union; normalise it first.")
    least = schema.get("minProperties")
    extras, nullable_extras = types.extras(schema, name)
    required = frozenset(schema.get("required", ()))
    return Model(
        name=name,
        fields=tuple(
            _field(wire, value, name, types, required=wire in required)
            for wire, value in schema.get("properties", {}).items()
        ),
        description=text(schema, "description"),
        upstream_id=text(schema, "x-upstream-id"),
        # What the vendor writes there may be anything.
        min_properties=least if type(least) is int and least > 0 else 0,
        extras=extras,
        nullable_extras=nullable_extras,
        others=others(schema, _OF_MODELS),
    )


def _sent(operation: Operation, schemas: Mapping[str, Schema]) -> Iterator[str]:
    """The schemas that a request carries: those of its body, and the models that stand in its parameters."""
    yield from operation.sent
    for parameter in operation.parameters:
        yield from (name for name in references(parameter.type) if isinstance(schemas.get(name), Model | Alias))


def _enum(name: str, schema: dict[str, Any]) -> Enum:
    values = tuple(schema["enum"])
    return Enum(
        name=name,
        values=values,
        members=tuple(schema.get("x-enum-varnames", map(str, values))),
        kind="integer" if schema.get("type") == "integer" else "string",
        ordinals=tuple(schema.get(ORDINALS, ())),
        description=text(schema, "description"),
        upstream_id=text(schema, "x-upstream-id"),
        others=others(schema, _OF_ENUMS),
    )


def _field(wire: str, schema: dict[str, Any], owner: str, types: Types, *, required: bool) -> Field:
    return Field(
        name=text(schema, "x-name") or snake(wire),
        wire=wire,
        type=types.of(schema, f"{owner}.{wire}"[:200]),
        required=required,
        nullable=types.nullable(schema),
        description=text(schema, "description"),
        unit=text(schema, "x-unit"),
        secret=schema.get(REDACTED),
        deprecated=bool(schema.get("deprecated")),
        deprecation=deprecation(schema),
        alias_of=schema.get(ALIAS_OF),
        was_required=WAS_REQUIRED in schema,
        read_only=schema.get("readOnly") is True,
        write_only=schema.get("writeOnly") is True,
        default=json.dumps(schema["default"]) if "default" in schema else "",
        constraints=constraints(schema),
        limits=limits(schema),
        others=others(schema, _OF_FIELDS),
    )
