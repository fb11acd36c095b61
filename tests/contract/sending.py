"""What a call has to send, made from the vendor's own document and from the names alone, never from the package.

Every leaf has a value of its own, so that one that is lost, repeated, crossed with another or replaced is seen.
"""

import json
import zlib
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from functools import cache

import attrs
from envoice import models

from sdkwright import documents
from sdkwright.normalise.identifiers import snake
from sdkwright.normalise.sites import operations
from sdkwright.project import Project

GIVEN = ("required", "all")
"""Which arguments a call has: those that it needs, or each one, down to the last field of a model."""

LEFT_OUT = {"payment_links.delete": "the overlay sends the id alone, not the account's whole entity"}
"""Operations that send less than the document declares, and why: what they do send is what the overlay declares."""

_JSON = "application/json"
_BEGIN = datetime(2026, 1, 1, tzinfo=UTC)
# Below so many records of one kind no further one: the service's own refer to one another in circles.
_DEPTH = 1


@attrs.frozen
class Sending:
    """A call and what it has to send.

    Attributes:
        arguments: Of the method, by their names in Python.
        query: Wire names and texts, sorted.
        body: The JSON value with exact numbers; None for none.
    """

    arguments: dict
    query: tuple[tuple[str, str], ...]
    body: object


@cache
def _documents():
    project = Project.find(__file__)
    upstream = json.loads(project.upstream.read_bytes())
    return upstream, documents.load(project.normalised.read_bytes(), name="openapi.yaml")


@cache
def _sites():
    """By public name: the operation as the normalised document names it, and as the vendor declares it."""
    upstream, normalised = _documents()
    return {
        site.operation["operationId"]: (site, upstream["paths"][site.path][site.method.lower()])
        for site in operations(normalised)
    }


@cache
def sending(operation: str, given: str) -> Sending:
    """The call of an operation with the required arguments, or with every one that the vendor's document declares."""
    site, declared = _sites()[operation]
    everything = given == "all" and operation not in LEFT_OUT
    arguments, query = {}, []
    named = {item["x-wire-name"]: item for item in site.parameters}
    for parameter in declared.get("parameters", []):
        if parameter["in"] == "query" and (everything or parameter.get("required")):
            value = _leaf(parameter["schema"], f"{operation} ?{parameter['name']}")
            ours = named[parameter["name"]]
            arguments[ours["name"]] = _in_python(value, ours["schema"])
            query.append((parameter["name"], _text(value)))
    body = None
    if "requestBody" in site.operation:
        body = _value(_body_schema(declared), _body_schema(site.operation), operation, everything, ())
        arguments |= _body_arguments(site, body)
    return Sending(arguments, tuple(sorted(query)), body)


def arguments(operation: str, given: str) -> dict:
    """The arguments of such a call."""
    return sending(operation, given).arguments


def declared_inputs(operation: str) -> set[str]:
    """What the vendor's document lets the operation be given at its top: query parameters and members of the body."""
    _, declared = _sites()[operation]
    found = {item["name"] for item in declared.get("parameters", []) if item["in"] == "query"}
    if "requestBody" in declared:
        schema = _resolved(_body_schema(declared), _documents()[0])
        found |= set(schema.get("properties", {"(body)": None}))
    return found


def _body_schema(operation):
    body = operation["requestBody"]
    if "$ref" in body:
        body = _documents()[0]["components"]["requestBodies"][body["$ref"].rpartition("/")[2]]
    return body["content"][_JSON]["schema"]


def _body_arguments(site, body):
    schema = _body_schema(site.operation)
    if "$ref" not in schema:
        return {site.operation["requestBody"]["x-name"]: body}
    return _members(body, schema)


def _value(declared, ours, where, everything, within):
    """A JSON value of a schema as the vendor declares it; `ours` says which members are required."""
    upstream, normalised = _documents()
    name = declared.get("$ref")
    if name in within and within.count(name) >= _DEPTH:
        return None
    declared, ours = _resolved(declared, upstream), _resolved(ours, normalised)
    if declared.get("type") == "array":
        item = _value(declared["items"], ours["items"], where, everything, within)
        return [] if item is None else [item]
    if "properties" not in declared:
        return _leaf(declared, where)
    members = {
        wire: _value(schema, ours["properties"][wire], f"{where}.{wire}", everything, (*within, name))
        for wire, schema in declared["properties"].items()
        if everything or wire in _needed(declared, ours)
    }
    return {wire: value for wire, value in members.items() if value is not None}


def _needed(declared, ours):
    """The members that the normalised document requires, and plain ones up to the number that it asks for."""
    needed = [wire for wire in declared["properties"] if wire in ours.get("required", ())]
    plain = [wire for wire, schema in declared["properties"].items() if "type" in schema and wire not in needed]
    return needed + plain[: max(0, ours.get("minProperties", 0) - len(needed))]


def _resolved(schema, document):
    """A schema behind its reference, which the normalised document wraps in order to add to it."""
    schema = schema.get("allOf", [schema])[0]
    reference = schema.get("$ref")
    return document["components"]["schemas"][reference.rpartition("/")[2]] if reference else schema


def _leaf(schema, where):
    """A value that no other place has; an enum has too few for that, so at least not its first."""
    dice = zlib.crc32(where.encode())
    kind = schema.get("type")
    if "enum" in schema:
        return schema["enum"][1 + dice % (len(schema["enum"]) - 1)] if len(schema["enum"]) > 1 else schema["enum"][0]
    if kind == "integer":
        return 1 + dice % 2_000_000_000
    if kind == "number":
        return Decimal(1 + dice % 10_000_000).scaleb(-2)
    if kind == "boolean":
        return dice % 2 == 0
    assert kind == "string", f"{where}: {schema}"
    if schema.get("format") == "date-time":
        return (_BEGIN + timedelta(seconds=dice % 100_000_000)).isoformat().replace("+00:00", "Z")
    return f"{where} {dice}"


def _in_python(value, schema):
    """A JSON value as the package takes it: models by their class and field names, enums, dates."""
    _, normalised = _documents()
    resolved = _resolved(schema, normalised)
    if isinstance(value, list):
        return [_in_python(item, resolved["items"]) for item in value]
    if isinstance(value, dict):
        return getattr(models, _reference(schema))(**_members(value, schema))
    if "enum" in resolved:
        return getattr(models, _reference(schema))(value)
    if resolved.get("format") == "date-time":
        return datetime.fromisoformat(value)
    return value


def _members(value, schema):
    properties = _resolved(schema, _documents()[1])["properties"]
    return {
        properties[wire].get("x-name") or snake(wire): _in_python(item, properties[wire])
        for wire, item in value.items()
    }


def _reference(schema):
    return schema.get("allOf", [schema])[0]["$ref"].rpartition("/")[2]


def _text(value):
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)
