"""Gives query parameters plain Python names; the name on the wire stays beside it as `x-wire-name`."""

from collections import defaultdict
from typing import Any

from sdkwright import media
from sdkwright.errors import GeneratorError
from sdkwright.normalise.context import Context
from sdkwright.normalise.identifiers import check_snake, is_snake, snake
from sdkwright.normalise.naming import Proposal
from sdkwright.normalise.naming.fields import field_name
from sdkwright.normalise.naming.schemas import parameter_for
from sdkwright.normalise.references import resolved
from sdkwright.normalise.sites import OperationSite, operations


def plain_parameter_names(document: dict[str, Any], context: Context) -> int:
    """Drop the prefix before the last dot (`queryOptions.`) and write the rest in snake_case.

    Where parameters in two places have the same name, each has its place before it.
    """
    count = 0
    for site in operations(document):
        seen: dict[str, tuple[str, str]] = {}
        names = _names(site, context)
        used = {*names}
        for parameter, named in zip(site.parameters, names, strict=True):
            name, wire, place = named, parameter["name"], parameter["in"]
            key = site.parameter_key(parameter)
            if seen.get(name) == (place, wire):
                raise GeneratorError(f"{key[:200]}: this parameter is there twice; take one out with the overlay.")
            if not is_snake(name) and key not in context.names.parameters:
                name = _give("parameters that make no argument", key, wire, used, context)
            elif name in seen:
                name = _give(f"parameters that would be {name} like {seen[name][1]}", key, wire, used, context)
            check_snake(name, key)
            seen[name] = (place, wire)
            parameter["x-wire-name"] = wire
            parameter["name"] = name
            if _holds_more(parameter, document["components"]["schemas"]):
                context.ledger.tell(key, "lists and objects within it are sent as JSON, for OpenAPI says no other form")
            if not context.ledger.is_added("parameter", key):
                context.ledger.lives("parameter", key, name, was=wire)
            count += name != wire
        _name_plain_body(site, context, document["components"]["schemas"])
    return count


def _holds_more(parameter: dict[str, Any], schemas: dict[str, Any]) -> bool:
    """Whether items or members of a parameter are lists or objects themselves, which its style has no form for."""
    if "content" in parameter or parameter.get("style") == "deepObject":
        return False
    schema = resolved(parameter.get("schema", {}), schemas)
    inside = [schema.get("items"), *schema.get("properties", {}).values()]
    found = [resolved(node, schemas) for node in inside if isinstance(node, dict)]
    return any(node.get("type") in {"object", "array"} or "properties" in node for node in found)


def apart_from_the_body(document: dict[str, Any], context: Context) -> int:
    """Put its place before the name of a parameter that a field of the body has too."""
    schemas, count = document["components"]["schemas"], 0
    for site in operations(document):
        fields = _body_fields(site, schemas)
        taken = {parameter["name"] for parameter in site.parameters} | fields
        for parameter in site.parameters:
            name = f"{parameter['in']}_{parameter['name']}"
            key = site.parameter_key(parameter)
            if parameter["name"] not in fields or name in taken or key in context.names.parameters:
                continue
            context.ledger.tell(key, f"the body has a field {parameter['name']} too; the argument is {name}")
            context.ledger.lives("parameter", key, name, was=parameter["x-wire-name"])
            parameter["name"] = name
            count += 1
    return count


def _body_fields(site: OperationSite, schemas: dict[str, Any]) -> set[str]:
    """The arguments that the fields of the body make."""
    found: set[str] = set()
    for content in site.operation.get("requestBody", {}).get("content", {}).values():
        name = str(content.get("schema", {}).get("$ref", "")).rpartition("/")[2]
        properties = schemas.get(name, {}).get("properties", {})
        found |= {value.get("x-name") or snake(wire) for wire, value in properties.items()}
    return found


def _names(site: OperationSite, context: Context) -> list[str]:
    """The name of each parameter, with its place before it where another place has the same."""
    curated = [context.names.parameters.get(site.parameter_key(parameter)) for parameter in site.parameters]
    names = [given or _name(parameter["name"]) for given, parameter in zip(curated, site.parameters, strict=True)]
    places: dict[str, set[str]] = defaultdict(set)
    for name, parameter in zip(names, site.parameters, strict=True):
        places[name].add(parameter["in"])
    found = []
    for given, name, parameter in zip(curated, names, site.parameters, strict=True):
        if given is None and len(places[name]) > 1:
            context.ledger.tell(
                site.parameter_key(parameter), f"another place has {name} too; the argument is {parameter['in']}_{name}"
            )
            found.append(f"{parameter['in']}_{name}")
        else:
            found.append(name)
    return found


def _name(wire: str) -> str:
    return snake(wire.rpartition(".")[2])


def _give(what: str, key: str, wire: str, used: set[str], context: Context) -> str:
    """A name for a parameter whose own makes none, or is taken."""
    wanted = field_name(wire, "argument") if context.by_rule else wire
    proposal = parameter_for(key, wanted, used)
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
