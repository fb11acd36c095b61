"""Gives every schema its public name and follows the change through all references."""

import re
from collections import defaultdict
from typing import Any

from sdkwright.documents import escape, walk
from sdkwright.errors import GeneratorError
from sdkwright.normalise.context import Context
from sdkwright.normalise.deprecations import MARK, alias_properties
from sdkwright.normalise.identifiers import OF_EVERY_MODEL, check_snake, is_snake, snake
from sdkwright.normalise.naming.fields import field_name, rule_fields
from sdkwright.normalise.naming.schemas import field_for, renamed_schema
from sdkwright.normalise.passes.classes import name_classes
from sdkwright.normalise.passes.enums import HOISTED
from sdkwright.normalise.passes.objects import ITEM

_SCHEMAS = "#/components/schemas/"
_UNESCAPED = frozenset('"\\')
# What is hoisted is called by its place; no component can be called so.
_PLACE = re.compile(r"[. ]")


def name_schemas(document: dict[str, Any], context: Context) -> int:
    """Rename the components and add the hoisted enums, refusing a schema without a name and two with the same."""
    upstream, names = document["components"]["schemas"], context.names.schemas
    hoisted = document["components"].get(HOISTED, {})
    name_classes(upstream, context, hoisted)
    for old, schema in upstream.items():
        _check_shape(old, schema)
        _leave_out(old, schema, context)
    if not context.by_rule:
        _fill_fields(upstream, context)
    document["components"].pop(HOISTED, None)
    used = {*names.values(), *hoisted, *context.clients}
    renamed: dict[str, Any] = dict(hoisted)
    origin = dict.fromkeys(hoisted, "an enum")
    for schema in upstream.values():
        schema.pop(ITEM, None)
    for old, schema in upstream.items():
        new = names[old]
        if new in hoisted and _continues(hoisted[new], schema):
            # One enum, still written out at some places.
            renamed[new], origin[new] = max(hoisted[new], schema, key=lambda enum: len(enum["enum"])), old
            continue
        if new in renamed:
            new = _another(old, new, origin[new], used, context)
        _name_properties(old, schema, context)
        renamed[new], origin[new] = schema, old
    document["components"]["schemas"] = renamed
    new_references = {f"{_SCHEMAS}{escape(old)}": f"{_SCHEMAS}{names[old]}" for old in upstream}
    new_references |= {f"#/components/{HOISTED}/{name}": f"{_SCHEMAS}{name}" for name in hoisted}
    for _, node in walk(document):
        if isinstance(node, dict) and isinstance(node.get("$ref"), str):
            node["$ref"] = new_references.get(node["$ref"], node["$ref"])
    alias_properties(document)
    return len(upstream)


def _another(old: str, new: str, bearer: str, used: set[str], context: Context) -> str:
    """Another class for a schema that has one which something else has."""
    proposal = renamed_schema(old, new, used)
    used.add(proposal.value)
    context.give(f"schemas that would be {new} like {bearer}", [proposal])
    context.ledger.tell(old[:200], f"the class {proposal.value}, for {new} is {bearer}")
    return proposal.value


def _continues(hoisted: dict[str, Any], schema: dict[str, Any]) -> bool:
    short, long = sorted((hoisted.get("enum", []), schema.get("enum", [])), key=len)
    return bool(short) and long[: len(short)] == short


def record_schemas(upstream: dict[str, Any], document: dict[str, Any], context: Context) -> None:
    """Write what became of the `upstream` schemas, and which ones are ours, to the ledger and on them."""
    schemas = document["components"]["schemas"]
    origin = {old: new for old, new in context.names.schemas.items() if old in upstream and new in schemas}
    for old, new in origin.items():
        schemas[new]["x-upstream-id"] = old
        context.ledger.lives("schema", old, new)
    added = set(schemas) - set(origin.values())
    places = {new: old for old, new in context.names.schemas.items() if old not in upstream}
    for name, schema in schemas.items():
        if name in added:
            context.ledger.added("schema", name, _reason(places.get(name), schema))


def _reason(place: str | None, schema: dict[str, Any]) -> str:
    if "enum" in schema:
        return "hoisted from its sites, listed under Enums"
    if place is not None and _PLACE.search(place):
        return f"the {'union' if 'oneOf' in schema else 'object'} at {place.removesuffix('.*')}"
    return "added by the overlay"


def _check_shape(name: str, schema: dict[str, Any]) -> None:
    implied = "object" if "properties" in schema else None
    if "enum" not in schema and "oneOf" not in schema and (schema.get("type", implied) != "object" or "$ref" in schema):
        raise GeneratorError(
            f"the schema {name[:100]!r} is neither an object, an enum nor a union; refer to its type where it is used."
        )


def _leave_out(name: str, schema: dict[str, Any], context: Context) -> None:
    """Take the properties away that no model can have; what a service sends of them is kept as any unknown field is."""
    properties = schema.get("properties", {})
    for wire in [*properties]:
        if why := _no_field(wire):
            del properties[wire]
            schema["required"] = [one for one in schema.get("required", ()) if one != wire]
            where = f"{name}.{wire}"[:200]
            # A name may hold anything, line ends too.
            context.ledger.tell(where if where.isprintable() else repr(where), f"no field: {why}")
    if schema.get("required") == []:
        del schema["required"]


def _no_field(wire: str) -> str:
    """Why no model can have a property; empty where one can."""
    if not _UNESCAPED.isdisjoint(wire):
        return "msgspec has none whose name on the wire has a quote or a backslash"
    if wire.startswith(MARK) and wire.removeprefix(MARK).isidentifier():
        return f"old names of others begin with {MARK!r} on the wire"
    return ""


def _name_properties(name: str, schema: dict[str, Any], context: Context) -> None:
    """Note the Python name of a property where it is not simply the wire name in snake_case."""
    fields = rule_fields(schema.get("properties", {}), context.names.properties)
    for wire, value in schema.get("properties", {}).items():
        chosen = check_snake(fields[wire], f"{name}.{wire}"[:200])
        if chosen in OF_EVERY_MODEL:
            raise GeneratorError(
                f"{name}.{wire}"[:200] + f": {chosen!r} is a method of every model; name the field otherwise in "
                "spec/names.toml."
            )
        if chosen != snake(wire):
            value["x-name"] = chosen
        if wire not in context.names.properties and chosen not in {snake(wire), field_name(wire)}:
            context.ledger.tell(f"{name}.{wire}"[:200], f"the field {chosen}, for {field_name(wire)} is taken")


def _fill_fields(schemas: dict[str, Any], context: Context) -> None:
    """Give a field to each property that makes none, or one that another property of its schema has."""
    table = context.names.properties
    owners: dict[str, list[str]] = defaultdict(list)
    for name, schema in schemas.items():
        for wire in schema.get("properties", {}):
            owners[wire].append(name)
    fields = {wire: table.get(wire) or snake(wire) for wire in owners}
    # A name holds in all schemas, so what is proposed must be free in each that has such a property.
    used = {name: {fields[wire] for wire in schema.get("properties", {})} for name, schema in schemas.items()}
    for name, schema in schemas.items():
        seen: dict[str, str] = {}
        for wire in schema.get("properties", {}):
            where, chosen = f"{name}.{wire}"[:200], fields[wire]
            if wire not in table and not is_snake(chosen):
                what = "properties that make no field"
            elif chosen in seen:
                what = f"properties that would be {chosen} like {name}.{seen[chosen]}"
            else:
                seen[chosen] = wire
                continue
            existing = set().union(*(used[owner] for owner in owners[wire]))
            proposal = field_for(wire, existing, where, curated=table.get(wire))
            field = fields[wire] = proposal.value
            seen[field] = wire
            for owner in owners[wire]:
                used[owner].add(field)
            context.give(what, [proposal])
