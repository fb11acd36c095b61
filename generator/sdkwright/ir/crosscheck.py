"""Compares the representation with a second reading of the same operations, by openapi-python-client.

Its parser is fed a copy in which an object schema is only its name: the models come from elsewhere, so nothing inside a
schema can cost us an operation. What it reads as another type than we do is fatal; what it cannot read is counted.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final, assert_never

from sdkwright.documents import walk
from sdkwright.errors import GeneratorError
from sdkwright.ir.placing import is_plain
from sdkwright.ir.types import Anything, Array, Map, Object, Reference, Scalar, Type, Union
from sdkwright.media import JSON
from sdkwright.normalise.sites import OperationSite, operations

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from openapi_python_client.parser.openapi import Endpoint
    from openapi_python_client.parser.properties import Property

    from sdkwright.ir.api import Api
    from sdkwright.ir.operations import Operation

_SCALARS: Final = {"string": "str", "integer": "int", "number": "float", "boolean": "bool"}
_FORMATS: Final = {"date-time": "datetime.datetime", "date": "datetime.date", "uuid": "UUID", "binary": "File"}
_NULL: Final = re.compile(r" \| None|None \| ")
_LISTED: Final = 10
_AT_ONCE: Final = 25
_LEFT_OUT: Final = frozenset({"security", "servers"})
_OF_PARAMETERS: Final = frozenset({"name", "in", "required", "schema", "description"})
# Only the types are compared, and these are the methods that it knows.
_METHODS: Final = frozenset({"GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE"})
_STATUS: Final = re.compile(r"2[0-9]{2}")


def cross_check(document: Mapping[str, Any], api: Api) -> int:
    """Refuse a document of which the two readings differ.

    The operations are read a few at a time, each with the schemas that it names alone: the parser's time grows with the
    square of their number.

    Args:
        document: The normalised document.
        api: What was built from it.

    Returns:
        How many operations openapi-python-client cannot read, so that there is nothing to compare with.

    Raises:
        GeneratorError: openapi-python-client reads a parameter, a body or an answer as another type.
    """
    sites = {site.key: site for site in operations(dict(document))}
    problems: list[str] = []
    unread = 0
    # They read no streams.
    listed = [operation for operation in api.operations if not operation.twin_of]
    for start in range(0, len(listed), _AT_ONCE):
        part = listed[start : start + _AT_ONCE]
        read = _endpoints(document, [sites[operation.key] for operation in part])
        unread += len(part) - len(read)
        for operation in part:
            if operation.key in read:
                problems += _differences(operation, read[operation.key], api)
    if problems:
        told = "".join(f"\n  {line}" for line in problems[:_LISTED])
        raise GeneratorError(f"openapi-python-client and sdkwright read the normalised document differently:{told}")
    return unread


def _endpoints(document: Mapping[str, Any], sites: Sequence[OperationSite]) -> dict[str, Endpoint]:
    """What openapi-python-client reads, by the operations' keys; what it cannot read is left out."""
    # Slow to import, and needed where a package is written.
    from openapi_python_client.parser import GeneratorData  # noqa: PLC0415

    from sdkwright.ir.client_generator import parse  # noqa: PLC0415

    try:
        data, _ = parse(_reduced(document, sites), source="spec/openapi.yaml")
    except Exception:  # noqa: BLE001 - whatever it stumbles over is its own
        data = None
    if not isinstance(data, GeneratorData):
        # One of them may be what it cannot read.
        return {} if len(sites) == 1 else {k: v for site in sites for k, v in _endpoints(document, [site]).items()}
    found = {
        _place(endpoint): endpoint
        for collection in data.endpoint_collections_by_tag.values()
        for endpoint in collection.endpoints
    }
    return {site.key: found[number] for number, site in enumerate(sites) if number in found}


def _place(endpoint: Endpoint) -> int:
    return int(endpoint.path.get_untrusted_value().split("/")[1])


def _reduced(document: Mapping[str, Any], sites: Sequence[OperationSite]) -> dict[str, Any]:
    """A document of these operations alone: each at a path that is its number and then its parameters."""
    known = document.get("components", {}).get("schemas", {})
    paths: dict[str, Any] = {}
    for number, site in enumerate(sites):
        operation = {key: value for key, value in site.operation.items() if key not in _LEFT_OUT and key[:2] != "x-"}
        # Errors are judged by the package's core, the same for every operation.
        operation["responses"] = {
            status: response
            for status, response in site.operation["responses"].items()
            if _STATUS.fullmatch(status) and _is_read_by_both(response)
        }
        if JSON in operation.get("requestBody", {}).get("content", {}):
            # Other bodies it leaves out, or reads as classes of its own.
            operation["requestBody"] = {"content": {JSON: operation["requestBody"]["content"][JSON]}}
        else:
            operation.pop("requestBody", None)
        parameters = [_bare(parameter) for parameter in site.parameters]
        operation["parameters"] = parameters
        in_path = [f"{{{parameter['name']}}}" for parameter in parameters if parameter["in"] == "path"]
        method = site.method.lower() if site.method in _METHODS else "post"
        paths["/".join(["", str(number), *in_path])] = {method: operation}
    schemas = {
        name: _numbered_members(known[name]["enum"]) if "enum" in known[name] else {"type": "object"}
        for name in sorted(_named(paths))
        if name in known
    }
    return {
        "openapi": "3.0.3",
        "info": {"title": "operations", "version": "1"},
        "paths": paths,
        "components": {"schemas": schemas},
    }


def _is_read_by_both(response: Any) -> bool:
    """Whether they read an answer as we do: in other media types and in ranges of them they leave it out."""
    return not isinstance(response, dict) or set(response.get("content", {})) <= {JSON}


def _bare(parameter: Mapping[str, Any]) -> dict[str, Any]:
    """A parameter without what says how it is written; it takes no object in `content` for one."""
    return {key: value for key, value in parameter.items() if key in _OF_PARAMETERS}


def _named(paths: Mapping[str, Any]) -> set[str]:
    return {
        node["$ref"].rpartition("/")[2]
        for _, node in walk(paths)
        if isinstance(node, dict) and isinstance(node.get("$ref"), str)
    }


def _numbered_members(values: list[str] | list[int]) -> dict[str, Any]:
    """An enum whose members are its places: those that the parser makes of `A` and `a` would be the same."""
    kind = "integer" if all(type(value) is int for value in values) else "string"
    return {"type": kind, "enum": values, "x-enum-varnames": [f"VALUE_{place}" for place in range(len(values))]}


def _differences(operation: Operation, endpoint: Endpoint, api: Api) -> Iterator[str]:
    read = {
        "path": endpoint.path_parameters,
        "query": endpoint.query_parameters,
        "header": endpoint.header_parameters,
        "cookie": endpoint.cookie_parameters,
    }
    theirs = {
        (place, parameter.name.get_untrusted_value()): parameter for place, all_ in read.items() for parameter in all_
    }
    for ours in operation.parameters:
        found = theirs.pop((ours.location, ours.name), None)
        where = f"{operation.key} {ours.location} {ours.wire}"
        # It drops what it has no text for, and says nothing of how text is made of the rest.
        if (found is not None or is_plain(ours, api.schemas)) and (line := _difference(ours.type, found)) is not None:
            yield f"{where}: {line}"
    for place, name in theirs:
        yield f"{operation.key} {place} {name}: they alone have it"
    body = _json_body(operation)
    if (line := _difference(body, endpoint.bodies[0].prop if endpoint.bodies else None)) is not None:
        yield f"{operation.key} body: {line}"
    answers = {str(response.status_code.pattern): response.prop for response in endpoint.responses}
    for response in operation.successes:
        content = response.content
        if response.status in answers and (content is None or content.media_type == JSON):
            # An answer without a body is any value there.
            line = _difference(Anything() if content is None else content.type, answers[response.status])
            if line is not None:
                # A 200 is the rule, and reads better without its number.
                place = "response" if response.status == "200" else f"response {response.status}"
                yield f"{operation.key} {place}: {line}"


def _json_body(operation: Operation) -> Type | None:
    contents = operation.body.contents if operation.body is not None else ()
    return next((content.type for content in contents if content.media_type == JSON), None)


def _difference(ours: Type | None, theirs: Property | None) -> str | None:
    """What two readings of a type have different, or None; whether a value may be null is not compared."""
    expected = None if ours is None else _theirs(ours)
    found = None if theirs is None else _type_of(theirs)
    if ours is None or found is None:
        return None if ours is None and found is None else f"we read {expected}, they read {found}"
    if expected is None or _comparable(expected) == _comparable(found):
        return None
    return f"we read {expected}, they read {found}"


def _type_of(theirs: Property) -> str:
    return _NULL.sub("", str(theirs.get_type_string(no_optional=True).as_unembedded_code()))


def _comparable(text: str) -> str:
    """A type without what their rules for the names of classes change."""
    return text.replace("_", "").lower()


def _theirs(type_: Type) -> str | None:
    """A type in their words; None where they make a class of their own."""
    match type_:
        case Scalar("string", format_) if format_ in _FORMATS:
            return _FORMATS[format_]
        case Scalar(kind):
            return _SCALARS[kind]
        case Array(items):
            inner = _theirs(items)
            return None if inner is None else f"list[{inner}]"
        case Reference(name):
            return name
        case Map() | Object() | Union():
            return None
        case Anything():
            return "Any"
        case _:
            assert_never(type_)
