"""WireMock 3 mappings: the documented success of every operation, and the edges that the header `x-stub` chooses.

One file per resource for each, and one for the edges that all operations share.

The same document gives the same bytes on every machine, and no stub changes because another operation came or went.
"""

import re
import uuid
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final, TypeAlias

import msgspec

from sdkwright.errors import GeneratorError
from sdkwright.project import Project
from sdkwright.stubs import priorities
from sdkwright.stubs.bodies import Bodies
from sdkwright.stubs.edges import HEADER, generic_edges, operation_edges
from sdkwright.stubs.paging import Edge

Mapping: TypeAlias = dict[str, Any]
"""One stub in WireMock's JSON format; numbers with a fraction are `Decimal`."""

_METHODS = ("get", "post", "put", "patch", "delete")
_FILE_NAME = re.compile(r"[a-z][a-z0-9_]{0,60}")
_QUERY_PATTERNS = {"integer": "-?[0-9]+", "number": r"-?[0-9]+(\.[0-9]+)?", "boolean": "true|false"}
_ACCEPT: Final = {"Accept": {"contains": "application/json"}}
# No resource can be called so.
_SHARED: Final = "any-operation"
# Money keeps its two places: 100.10 is written 100.10.
_ENCODER = msgspec.json.Encoder(decimal_format="number")


def build_mappings(document: dict[str, Any], *, project: Project) -> list[Mapping]:
    """One mapping per operation of the normalised `document`, in its order: its documented success.

    Args:
        document: The normalised document.
        project: The checkout, for what it declares of values and pages.

    Raises:
        GeneratorError: An operation is not as normalisation leaves it: no or several successes, an unknown schema.
    """
    bodies, schemes, identify = _bodies(document, project), _schemes(document), _identifier(document)
    return [
        {
            "id": identify(operation["operationId"]),
            "name": operation["operationId"],
            "request": _request(path, method, operation, schemes),
            "response": _response(operation, bodies),
            "metadata": {"operationId": operation["operationId"]} | _upstream(operation),
        }
        for path, method, operation in _operations(document)
    ]


def build_edges(document: dict[str, Any], *, project: Project) -> dict[str, list[Mapping]]:
    """The edges of the normalised `document`: by resource, and under `any-operation` what all operations share.

    Args:
        document: The normalised document.
        project: The checkout, for what it declares of values and pages.

    Raises:
        GeneratorError: As `build_mappings`.
    """
    bodies, schemes, identify = _bodies(document, project), _schemes(document), _identifier(document)
    signed = {name: {"matches": ".+"} for name in dict.fromkeys(schemes.values())}
    shared = {"urlPathPattern": "/.*", "method": "ANY", "headers": _ACCEPT | signed}
    found = {_SHARED: _edges("any", shared, generic_edges(project), {}, identify)}
    for path, method, operation in _operations(document):
        name = operation["operationId"]
        request, (_, schema) = _request(path, method, operation, schemes), _success(operation)
        edges = operation_edges(operation, schema, bodies)
        found.setdefault(_resource(name), []).extend(_edges(name, request, edges, {"operationId": name}, identify))
    return found


def _edges(
    whose: str, request: Mapping, edges: Iterable[Edge], metadata: Mapping, identify: Callable[[str], str]
) -> list[Mapping]:
    """Whole mappings of `edges`, told apart by a number where several have one name."""
    made: list[Mapping] = []
    count: Counter[str] = Counter()
    for edge, keys in edges:
        count[edge] += 1
        name = f"{whose} {edge}" + (f" {count[edge]}" if count[edge] > 1 else "")
        chosen = {"matches": keys["chosen"]} if "chosen" in keys else {"equalTo": edge}
        parameters = request.get("queryParameters", {}) | keys.get("request", {}).get("queryParameters", {})
        asked = request | {"headers": request["headers"] | {HEADER: chosen}}
        mapping: Mapping = {
            "id": identify(name),
            "name": name,
            "priority": priorities.EDGE if metadata else priorities.SHARED_EDGE,
            "request": asked | ({"queryParameters": parameters} if parameters else {}),
        }
        mapping |= {key: value for key, value in keys.items() if key not in {"request", "chosen"}}
        made.append(mapping | {"metadata": metadata | {"edge": edge}})
    return made


def render(document: dict[str, Any], *, project: Project) -> dict[str, str]:
    """The mapping files of `document`: file name (`invoices.json`) to JSON text with a final newline.

    The edges are in files of their own (`edge-invoices.json`), a line each.

    Args:
        document: The normalised document.
        project: The checkout, for what it declares of values and pages.

    Raises:
        GeneratorError: As `build_mappings`; or a resource's name cannot be a file name.
    """
    files: dict[str, list[Mapping]] = {}
    for (_, _, operation), mapping in zip(
        _operations(document), build_mappings(document, project=project), strict=True
    ):
        files.setdefault(f"{_resource(operation['operationId'])}.json", []).append(mapping)
    texts = {name: _text({"mappings": mappings}) for name, mappings in files.items()}
    texts |= {
        f"edge-{name}.json": _lines(mappings) for name, mappings in build_edges(document, project=project).items()
    }
    return {name: texts[name] for name in sorted(texts)}


def _text(value: object) -> str:
    return msgspec.json.format(_ENCODER.encode(value), indent=2).decode() + "\n"


def _lines(mappings: Iterable[Mapping]) -> str:
    lines = ",\n".join(_ENCODER.encode(mapping).decode() for mapping in mappings)
    return f'{{"mappings": [\n{lines}\n]}}\n'


def _identifier(document: dict[str, Any]) -> Callable[[str], str]:
    """What makes a mapping's id of its name: different names and services have different ids."""
    servers = document.get("servers") or [{}]
    service = str(servers[0].get("url", ""))
    return lambda name: str(uuid.uuid5(uuid.NAMESPACE_URL, f"{service}/#{name}"))


def _resource(operation: str) -> str:
    resource = operation.partition(".")[0]
    if not _FILE_NAME.fullmatch(resource):
        raise GeneratorError(f"{operation!r}: the resource cannot be a file name; rename it in names.toml.")
    return resource


def _bodies(document: dict[str, Any], project: Project) -> Bodies:
    return Bodies(document.get("components", {}).get("schemas", {}), project)


def _schemes(document: dict[str, Any]) -> dict[str, str]:
    """Security schemes to the headers that they put on a request."""
    found = document.get("components", {}).get("securitySchemes", {})
    return {name: scheme.get("name", name) for name, scheme in found.items()}


def _request(path: str, method: str, operation: dict[str, Any], schemes: dict[str, str]) -> Mapping:
    headers = _ACCEPT | _signed(operation, schemes)
    if operation.get("requestBody", {}).get("required"):
        headers |= {"Content-Type": {"contains": "application/json"}}
    return {"method": method.upper(), "urlPath": path, "headers": headers} | _query(operation)


def _operations(document: dict[str, Any]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    for path, item in document.get("paths", {}).items():
        for method in _METHODS:
            if method in item:
                yield path, method, item[method]


def _signed(operation: dict[str, Any], schemes: dict[str, str]) -> dict[str, Any]:
    """The headers that the operation's security schemes put on a request; any value will do."""
    names = [name for requirement in operation.get("security", []) for name in requirement]
    return {schemes.get(name, name): {"matches": ".+"} for name in names}


def _query(operation: dict[str, Any]) -> dict[str, Any]:
    patterns = {
        parameter.get("x-wire-name", parameter["name"]): {
            "matches": _QUERY_PATTERNS.get(parameter.get("schema", {}).get("type", "string"), ".+")
        }
        for parameter in operation.get("parameters", [])
        if parameter.get("in") == "query" and parameter.get("required")
    }
    return {"queryParameters": patterns} if patterns else {}


def _success(operation: dict[str, Any]) -> tuple[int, dict[str, Any] | None]:
    """The status of the one documented success, and the schema of its body if it has one."""
    successes = [status for status in operation.get("responses", {}) if re.fullmatch("2[0-9][0-9]", status)]
    if len(successes) != 1:
        raise GeneratorError(
            f"{operation['operationId']}: {len(successes)} success responses, where a stub needs exactly one."
        )
    content = operation["responses"][successes[0]].get("content", {})
    return int(successes[0]), content.get("application/json", {}).get("schema")


def _response(operation: dict[str, Any], bodies: Bodies) -> dict[str, Any]:
    status, schema = _success(operation)
    if schema is None:
        return {"status": status}
    body = bodies.answer(schema, operation=operation["operationId"])
    return {"status": status, "headers": {"Content-Type": "application/json"}, "jsonBody": body}


def _upstream(operation: dict[str, Any]) -> dict[str, str]:
    upstream = operation.get("x-upstream-id")
    return {} if upstream is None else {"upstreamId": upstream}
