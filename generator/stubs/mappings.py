"""WireMock 3 mappings for the documented success of every operation, one file per resource.

The same document gives the same bytes on every machine, and no stub changes because another operation came or went.
"""

import re
import uuid
from collections.abc import Iterator
from typing import Any, TypeAlias

import msgspec

from generator.errors import GeneratorError
from generator.stubs.bodies import Bodies

Mapping: TypeAlias = dict[str, Any]
"""One stub in WireMock's JSON format; numbers with a fraction are `Decimal`."""

_METHODS = ("get", "post", "put", "patch", "delete")
_FILE_NAME = re.compile(r"[a-z][a-z0-9_]{0,60}")
_QUERY_PATTERNS = {"integer": "-?[0-9]+", "number": r"-?[0-9]+(\.[0-9]+)?", "boolean": "true|false"}
# Money keeps its two places: 100.10 is written 100.10.
_ENCODER = msgspec.json.Encoder(decimal_format="number")


def build_mappings(document: dict[str, Any]) -> list[Mapping]:
    """One mapping per operation of the normalised `document`, in its order.

    Raises:
        GeneratorError: An operation is not as normalisation leaves it: no or several successes, an unknown schema.
    """
    bodies = Bodies(document.get("components", {}).get("schemas", {}))
    schemes = document.get("components", {}).get("securitySchemes", {})
    return [
        {
            "id": str(uuid.uuid5(uuid.NAMESPACE_URL, f"https://www.envoice.in/#{operation['operationId']}")),
            "name": operation["operationId"],
            "request": {
                "method": method.upper(),
                "urlPath": path,
                "headers": {"Accept": {"contains": "application/json"}} | _signed(operation, schemes),
            }
            | _query(operation),
            "response": _response(operation, bodies),
            "metadata": {"operationId": operation["operationId"]} | _upstream(operation),
        }
        for path, method, operation in _operations(document)
    ]


def render(document: dict[str, Any]) -> dict[str, str]:
    """The mapping files of `document`: file name (`invoices.json`) to JSON text with a final newline.

    Raises:
        GeneratorError: As `build_mappings`; or a resource's name cannot be a file name.
    """
    files: dict[str, list[Mapping]] = {}
    for (_, _, operation), mapping in zip(_operations(document), build_mappings(document), strict=True):
        resource = operation["operationId"].partition(".")[0]
        if not _FILE_NAME.fullmatch(resource):
            raise GeneratorError(
                f"{operation['operationId']!r}: the resource cannot be a file name; rename it in names.toml."
            )
        files.setdefault(f"{resource}.json", []).append(mapping)
    return {name: _text({"mappings": files[name]}) for name in sorted(files)}


def _text(value: object) -> str:
    return msgspec.json.format(_ENCODER.encode(value), indent=2).decode() + "\n"


def _operations(document: dict[str, Any]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    for path, item in document.get("paths", {}).items():
        for method in _METHODS:
            if method in item:
                yield path, method, item[method]


def _signed(operation: dict[str, Any], schemes: dict[str, Any]) -> dict[str, Any]:
    """The headers that the operation's security schemes put on a request; any value will do."""
    names = [name for requirement in operation.get("security", []) for name in requirement]
    return {schemes.get(name, {}).get("name", name): {"matches": ".+"} for name in names}


def _query(operation: dict[str, Any]) -> dict[str, Any]:
    patterns = {
        parameter.get("x-wire-name", parameter["name"]): {
            "matches": _QUERY_PATTERNS.get(parameter.get("schema", {}).get("type", "string"), ".+")
        }
        for parameter in operation.get("parameters", [])
        if parameter.get("in") == "query" and parameter.get("required")
    }
    return {"queryParameters": patterns} if patterns else {}


def _response(operation: dict[str, Any], bodies: Bodies) -> dict[str, Any]:
    name = operation["operationId"]
    successes = [status for status in operation.get("responses", {}) if re.fullmatch("2[0-9][0-9]", status)]
    if len(successes) != 1:
        raise GeneratorError(f"{name}: {len(successes)} success responses, where a stub needs exactly one.")
    content = operation["responses"][successes[0]].get("content", {})
    schema = content.get("application/json", {}).get("schema")
    response: dict[str, Any] = {"status": int(successes[0])}
    if schema is not None:
        response |= {
            "headers": {"Content-Type": "application/json"},
            "jsonBody": bodies.answer(schema, operation=name),
        }
    return response


def _upstream(operation: dict[str, Any]) -> dict[str, str]:
    upstream = operation.get("x-upstream-id")
    return {} if upstream is None else {"upstreamId": upstream}
