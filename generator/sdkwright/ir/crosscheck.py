"""Compares the representation with a second reading of the same operations, by openapi-python-client.

Its parser is fed a copy in which an object schema is only its name: the models come from elsewhere, so nothing inside a
schema can cost us an operation. What it would leave out, or reads as another type than we do, is fatal.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final, assert_never

from openapi_python_client.parser.errors import GeneratorError as ClientGeneratorError
from openapi_python_client.parser.openapi import Endpoint
from openapi_python_client.parser.properties import Property

from sdkwright.errors import GeneratorError
from sdkwright.ir.api import Api
from sdkwright.ir.client_generator import parse
from sdkwright.ir.operations import Operation
from sdkwright.ir.types import Anything, Array, Object, Reference, Scalar, Type
from sdkwright.readings import JSON
from sdkwright.normalise.sites import operations

_SCALARS: Final = {"string": "str", "integer": "int", "number": "float", "boolean": "bool"}
_NULL: Final = re.compile(r" \| None|None \| ")
_LISTED: Final = 10
_STATUS: Final = re.compile(r"2[0-9]{2}")


def cross_check(document: Mapping[str, Any], api: Api) -> None:
    """Refuse a document of which the two readings differ.

    Args:
        document: The normalised document.
        api: What was built from it.

    Raises:
        GeneratorError: openapi-python-client would leave something out, or reads a parameter, a body or an answer as
            another type.
    """
    found = {_key(endpoint): endpoint for endpoint in _endpoints(document)}
    if missing := sorted({operation.key for operation in api.operations} - found.keys()):
        raise GeneratorError(f"openapi-python-client left out {', '.join(missing[:_LISTED])}.")
    problems = [line for operation in api.operations for line in _differences(operation, found[operation.key])]
    if problems:
        listed = "".join(f"\n  {line}" for line in problems[:_LISTED])
        raise GeneratorError(f"openapi-python-client and sdkwright read the normalised document differently:{listed}")


def _key(endpoint: Endpoint) -> str:
    return f"{endpoint.method.upper()} {endpoint.path.get_untrusted_value()}"


def _endpoints(document: Mapping[str, Any]) -> list[Endpoint]:
    data, _ = parse(_reduced(document), source="spec/openapi.yaml")
    if isinstance(data, ClientGeneratorError):
        raise GeneratorError(f"openapi-python-client cannot read the normalised document: {_sentence(data)}.")
    collections = data.endpoint_collections_by_tag.values()
    problems = [_sentence(error) for error in data.errors]
    problems += [_sentence(error) for collection in collections for error in collection.parse_errors]
    if problems:
        listed = "".join(f"\n  {line}" for line in problems[:_LISTED])
        raise GeneratorError(f"openapi-python-client would leave something out:{listed}")
    return [endpoint for collection in collections for endpoint in collection.endpoints]


def _reduced(document: Mapping[str, Any]) -> dict[str, Any]:
    schemas = {
        name: _numbered_members(schema["enum"]) if "enum" in schema else {"type": "object"}
        for name, schema in document.get("components", {}).get("schemas", {}).items()
    }
    paths: dict[str, Any] = {}
    for site in operations(dict(document)):
        operation = {key: value for key, value in site.operation.items() if not key.startswith("x-")}
        # Errors are judged by the package's core, the same for every operation.
        operation["responses"] = {
            status: response
            for status, response in site.operation["responses"].items()
            if _STATUS.fullmatch(status) and _is_read_by_both(response)
        }
        paths.setdefault(site.path, {})[site.method.lower()] = operation
    return {
        "openapi": "3.0.3",
        "info": {"title": "operations", "version": "1"},
        "paths": paths,
        "components": {"schemas": schemas},
    }


def _is_read_by_both(response: Any) -> bool:
    """Whether they read an answer as we do: in other media types and in ranges of them they leave it out."""
    return not isinstance(response, dict) or set(response.get("content", {})) <= {JSON}


def _numbered_members(values: list[str]) -> dict[str, Any]:
    """An enum whose members are its places: those that the parser makes of `A` and `a` would be the same."""
    return {"type": "string", "enum": values, "x-enum-varnames": [f"VALUE_{place}" for place in range(len(values))]}


def _differences(operation: Operation, endpoint: Endpoint) -> Iterator[str]:
    parameters = {parameter.name.get_untrusted_value(): parameter for parameter in endpoint.query_parameters}
    for ours in operation.parameters:
        theirs = parameters.pop(ours.name, None)
        if (line := _difference(ours.type, theirs)) is not None:
            yield f"{operation.key} ?{ours.wire}: {line}"
    for name in parameters:
        yield f"{operation.key} ?{name}: they alone have it"
    body = operation.body.content.type if operation.body is not None else None
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
        case Scalar("string", "date-time"):
            return "datetime.datetime"
        case Scalar(kind):
            return _SCALARS[kind]
        case Array(items):
            inner = _theirs(items)
            return None if inner is None else f"list[{inner}]"
        case Reference(name):
            return name
        case Object():
            return None
        case Anything():
            return "Any"
        case _:
            assert_never(type_)


def _sentence(error: ClientGeneratorError) -> str:
    return " ".join(f"{error.header or ''} {error.detail or ''}".split())[:400]
