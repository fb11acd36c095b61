"""WireMock 3 mappings: the documented success of every operation, and the edges that the header `x-stub` chooses.

One file per resource for each, and one for the edges that all operations share.

The same document gives the same bytes on every machine, and no stub changes because another operation came or went,
unless that one's path says more of an address that both may fit.
"""

import re
import uuid
from collections import Counter
from collections.abc import Callable, Iterable
from typing import Final

import msgspec

from sdkwright.emit.answers import accepted, answers_of, own_errors, usual_errors
from sdkwright.errors import GeneratorError
from sdkwright.ir import Api, Operation
from sdkwright.normalise.identifiers import flat, is_file_name
from sdkwright.project import Project
from sdkwright.stubs import priorities
from sdkwright.stubs.addresses import addresses, constant_query, required
from sdkwright.stubs.answers import asked, chosen_answers, further_answers, main_answer
from sdkwright.stubs.bodies import Bodies
from sdkwright.stubs.edges import HEADER, generic_edges, operation_edges
from sdkwright.stubs.forward import NEXT, pages_of, second_page
from sdkwright.stubs.overlaps import left_to_others
from sdkwright.stubs.sent import body_matchers
from sdkwright.stubs.shapes import Edge, Mapping
from sdkwright.stubs.signatures import Signature, common, signatures, signed_by

# No resource can be called so.
_SHARED: Final = "any-operation"
# Money keeps its two places: 100.10 is written 100.10.
_ENCODER = msgspec.json.Encoder(decimal_format="number")


def build_mappings(api: Api, *, project: Project) -> list[Mapping]:
    """One mapping for each operation, in the order of the operations: its documented success.

    Args:
        api: The API.
        project: The checkout, for what it declares of values and pages.

    Raises:
        GeneratorError: An answer is of a type that no stub can have.
    """
    bodies, request_of, identify = Bodies(api.schemas, project), _requests(api), _identifier(api)
    return [
        {
            "id": identify(operation.name),
            "name": operation.name,
            "request": request_of(operation),
            "response": _own_answer(operation, bodies),
            "metadata": {"operationId": operation.name}
            | ({"upstreamId": operation.upstream_id} if operation.upstream_id else {}),
        }
        for operation in api.operations
    ]


def _own_answer(operation: Operation, bodies: Bodies) -> Mapping:
    """What an operation answers when nothing is said; of a list that is read forward, its first page."""
    response = main_answer(operation, bodies)
    pages = pages_of(operation, response, bodies)
    return response if pages is None else pages.first


def build_edges(api: Api, *, project: Project) -> dict[str, list[Mapping]]:
    """The edges of an API: by resource, and under `any-operation` what all operations share.

    Args:
        api: The API.
        project: The checkout, for what it declares of values and pages.

    Raises:
        GeneratorError: As `build_mappings`.
    """
    bodies, schemes, identify = Bodies(api.schemas, project), signatures(api), _identifier(api)
    request_of = _requests(api)
    # What all operations ask for, if they all ask for the same.
    accepts = [_accept(operation) for operation in api.operations]
    accept = accepts[0] if accepts and all(found == accepts[0] for found in accepts) else {}
    signed = common([signed_by(operation, schemes) for operation in api.operations])
    shared = {"urlPathPattern": "/.*", "method": "ANY"}
    shared |= _conditions(accept | signed.headers, signed.cookies, signed.query)
    found = {_SHARED: _edges("any", shared, generic_edges(project), {}, identify)}
    usual = usual_errors(api)
    for operation in api.operations:
        request, edges = request_of(operation), [*operation_edges(operation, bodies)]
        if own_errors(operation, api, usual) is not None or len(operation.successes) > 1:
            edges += [(edge, {"response": made}) for edge, made in further_answers(operation, api, bodies)]
        made = _edges(operation.name, request, edges, {"operationId": operation.name}, identify)
        found.setdefault(_resource(operation), []).extend([*_chosen(operation, request, bodies, identify), *made])
    return found


def _chosen(
    operation: Operation, request: Mapping, bodies: Bodies, identify: Callable[[str], str]
) -> Iterable[Mapping]:
    """What stands beside the mapping of an operation: its answers in other media types, and its second page."""
    for media_type, made in chosen_answers(operation, bodies):
        name = f"{operation.name} {media_type}"
        accept = {"Accept": _asking(media_type, operation)}
        yield {
            "id": identify(name),
            "name": name,
            "request": request | {"headers": request.get("headers", {}) | accept},
            "response": made,
            "metadata": {"operationId": operation.name},
        }
    if operation.pagination is not None and operation.pagination.forward is not None:
        pages = pages_of(operation, main_answer(operation, bodies), bodies)
        if pages is not None:
            name = f"{operation.name} {NEXT}"
            mapping = second_page(pages, request, edge=HEADER)
            yield {"id": identify(name), "name": name} | mapping | {"metadata": {"operationId": operation.name}}


def _asking(media_type: str, operation: Operation) -> Mapping:
    """What Accept has to be where it asks for a media type, and not for another whose name holds this one's."""
    others = [content.media_type for content in operation.success.contents if content.media_type != media_type]
    if not any(media_type in other for other in others):
        return {"contains": media_type}
    return {"matches": rf"(?:.*[,\s])?{re.escape(media_type)}(?:[,;\s].*)?"}


def _edges(
    whose: str, request: Mapping, edges: Iterable[Edge], metadata: Mapping, identify: Callable[[str], str]
) -> list[Mapping]:
    """Whole mappings of `edges`, distinguished by a number where several have one name."""
    made: list[Mapping] = []
    count: Counter[str] = Counter()
    for edge, keys in edges:
        count[edge] += 1
        name = f"{whose} {edge}" + (f" {count[edge]}" if count[edge] > 1 else "")
        chosen = {"matches": keys["chosen"]} if "chosen" in keys else {"equalTo": edge}
        parameters = request.get("queryParameters", {}) | keys.get("request", {}).get("queryParameters", {})
        asked = request | {"headers": request.get("headers", {}) | {HEADER: chosen}}
        mapping: Mapping = {
            "id": identify(name),
            "name": name,
            "priority": priorities.EDGE if metadata else priorities.SHARED_EDGE,
            "request": asked | ({"queryParameters": parameters} if parameters else {}),
        }
        mapping |= {key: value for key, value in keys.items() if key not in {"request", "chosen"}}
        made.append(mapping | {"metadata": metadata | {"edge": edge}})
    return made


def render(api: Api, *, project: Project) -> dict[str, str]:
    """The mapping files of an API: file name (`invoices.json`) to JSON text with a final newline.

    The edges are in files of their own (`edge-invoices.json`), a line each.

    Args:
        api: The API.
        project: The checkout, for what it declares of values and pages.

    Raises:
        GeneratorError: As `build_mappings`; or a resource's name cannot be a file name.
    """
    files: dict[str, list[Mapping]] = {}
    for operation, mapping in zip(api.operations, build_mappings(api, project=project), strict=True):
        files.setdefault(f"{_resource(operation)}.json", []).append(mapping)
    texts = {name: _text({"mappings": mappings}) for name, mappings in files.items()}
    texts |= {f"edge-{name}.json": _lines(mappings) for name, mappings in build_edges(api, project=project).items()}
    return {name: texts[name] for name in sorted(texts)}


def _text(value: object) -> str:
    return msgspec.json.format(_ENCODER.encode(value), indent=2).decode() + "\n"


def _lines(mappings: Iterable[Mapping]) -> str:
    lines = ",\n".join(_ENCODER.encode(mapping).decode() for mapping in mappings)
    return f'{{"mappings": [\n{lines}\n]}}\n'


def _identifier(api: Api) -> Callable[[str], str]:
    """What makes a mapping's id of its name: different names and services have different ids."""
    service = next((server.url for server in api.servers), "")
    return lambda name: str(uuid.uuid5(uuid.NAMESPACE_URL, f"{service}/#{name}"))


def _resource(operation: Operation) -> str:
    resource = flat(operation.resource)
    if not is_file_name(resource):
        raise GeneratorError(f"{operation.name!r}: the resource cannot be a file name; rename it in names.toml.")
    return resource


def _requests(api: Api) -> Callable[[Operation], Mapping]:
    """What makes the request of an operation's stub."""
    schemes, known = signatures(api), addresses(api)
    left = left_to_others(api, known)
    return lambda operation: _request(
        operation, signed_by(operation, schemes), known[operation.name], left.get(operation.name, {}), api
    )


def _request(operation: Operation, signed: Signature, address: Mapping, left: Mapping, api: Api) -> Mapping:
    of_body, others = body_matchers(operation.body, api.schemas)
    asked = required(operation.parameters, api.schemas)
    headers = _accept(operation) | signed.headers | of_body | asked.get("headers", {})
    query = signed.query | constant_query(operation) | asked.get("queryParameters", {}) | left
    cookies = signed.cookies | asked.get("cookies", {})
    return {"method": operation.method, **address} | _conditions(headers, cookies, query) | others


def _conditions(headers: Mapping, cookies: Mapping, query: Mapping) -> Mapping:
    found = {"headers": headers, "cookies": cookies, "queryParameters": query}
    return {key: asked for key, asked in found.items() if asked}


def _accept(operation: Operation) -> Mapping:
    return {"Accept": {"contains": asked(accepted(answers_of(operation)))}}
