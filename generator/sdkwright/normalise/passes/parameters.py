"""Gives query parameters plain Python names; the name on the wire stays beside it as `x-wire-name`."""

from typing import Any

from sdkwright import media
from sdkwright.errors import GeneratorError
from sdkwright.normalise.context import Context
from sdkwright.normalise.identifiers import check_snake, is_snake, snake
from sdkwright.normalise.naming import Proposal
from sdkwright.normalise.naming.schemas import parameter_for
from sdkwright.normalise.references import resolved
from sdkwright.normalise.sites import OperationSite, operations


def plain_parameter_names(document: dict[str, Any], context: Context) -> int:
    """Drop the prefix before the last dot (`queryOptions.`) and write the rest in snake_case."""
    count = 0
    for site in operations(document):
        seen: dict[str, str] = {}
        used = {_name(site, parameter, context) for parameter in site.parameters}
        for parameter in site.parameters:
            wire = parameter["name"]
            key = f"{site.key} ?{wire}"
            name = _name(site, parameter, context)
            if seen.get(name) == wire:
                raise GeneratorError(f"{key[:200]}: this parameter is there twice; take one out with the overlay.")
            if not is_snake(name) and key not in context.names.parameters:
                name = _give("parameters that make no argument", key, wire, used, context)
            elif name in seen:
                name = _give(f"parameters that would be {name} like {seen[name]}", key, wire, used, context)
            check_snake(name, key)
            if parameter["schema"].get("type") == "object" or "properties" in parameter["schema"]:
                raise GeneratorError(
                    f"{key}: an object in the query has no text form; give it a plain type in the overlay."
                )
            seen[name] = wire
            parameter["name"] = name
            parameter["x-wire-name"] = wire
            context.ledger.lives("parameter", key, name, was=wire)
            count += name != wire
        _name_plain_body(site, context, document["components"]["schemas"])
    return count


def _name(site: OperationSite, parameter: dict[str, Any], context: Context) -> str:
    wire: str = parameter["name"]
    return context.names.parameters.get(f"{site.key} ?{wire}") or snake(wire.rpartition(".")[2])


def _give(what: str, key: str, wire: str, used: set[str], context: Context) -> str:
    """A name for a parameter whose own makes none, or is taken."""
    proposal = parameter_for(key, wire, used)
    used.add(proposal.value)
    context.give(what, [proposal])
    return proposal.value


def _name_plain_body(site: OperationSite, context: Context, schemas: dict[str, Any]) -> None:
    """Note the argument for a body that is one value, which the document gives no name."""
    content = site.operation.get("requestBody", {}).get("content", {})
    if not content:
        return
    media_type, about = next(iter(content.items()))
    schema = resolved(about.get("schema", {}), schemas)
    if media.family(media_type) in {"json", "form", "multipart"} and schema.get("properties"):
        return
    key = f"{site.key} body"
    if key not in context.names.parameters:
        name = _body_name(media.family(media_type), schema)
        if any(parameter["name"] == name for parameter in site.parameters):
            name = f"body_{name}" if name != "body" else "request_body"
        context.give("bodies of one plain value without a name", [Proposal("parameters", key, name, "its type")])
    site.operation["requestBody"]["x-name"] = context.names.parameters[key]


def _body_name(family: media.Family, schema: dict[str, Any]) -> str:
    if family in {"text", "bytes"}:
        return "content"
    kind = schema.get("type")
    return {"integer": "id", "array": "values", "object": "body", None: "body"}.get(kind, "value")
