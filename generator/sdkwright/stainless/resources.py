"""Reads the methods: names, endpoints, streams, pages, and what is unwrapped."""

import difflib
import re
from collections.abc import Mapping
from typing import Any, Final

from sdkwright.documents import mapping
from sdkwright.errors import GeneratorError
from sdkwright.normalise.identifiers import is_snake, snake
from sdkwright.normalise.sites import of_method, path_operations
from sdkwright.stainless.answers import answer_of, is_scheme_of, unwrapped_field
from sdkwright.stainless.migration import Method, Migration
from sdkwright.stainless.models import schema_of
from sdkwright.stainless.tree import SHARED, resources_of, text

_ENDPOINT: Final = re.compile(r"\s*(get|post|put|patch|delete|head|options)\s+(/\S*)\s*", re.IGNORECASE)
_PARAMETER: Final = re.compile(r"\{[^{}]*\}")
_STREAMS: Final = "text/event-stream"


def read_methods(found: Mapping[str, Any], document: Mapping[str, Any], migration: Migration, *, name: str) -> None:
    """Read every method, and name its operation.

    Args:
        found: The configuration.
        document: The document.
        migration: What is filled.
        name: The configuration's file, for messages.

    Raises:
        GeneratorError: Two methods have the same name.
    """
    endpoints = _endpoints(document)
    seen: dict[str, str] = {}
    named = migration.names.setdefault("operations", {})
    for resource, place, node in resources_of(found):
        if resource == SHARED:
            continue
        for word, about in mapping(node.get("methods")).items():
            where = f"{place}.methods.{word}"
            path = f"{_python(resource)}.{_python(str(word))}"
            if not all(map(is_snake, path.split("."))):
                migration.tell(where, f"{path!r} is no name in Python; the method is left out")
                continue
            if path in seen:
                raise GeneratorError(f"{name}: {where} and {seen[path]} are both called {path}; rename one of them.")
            seen[path] = where
            method = _method(path, where, about, found, document, endpoints, migration)
            if method is None:
                continue
            migration.methods.append(method)
            if method.endpoint in named:
                migration.tell(where, f"{method.endpoint} is {named[method.endpoint]} already; both call it")
            named.setdefault(method.endpoint, path)


def _method(
    path: str,
    place: str,
    about: Any,
    found: Mapping[str, Any],
    document: Mapping[str, Any],
    endpoints: Mapping[str, str],
    migration: Migration,
) -> Method | None:
    declared = about if isinstance(about, dict) else {"endpoint": about}
    endpoint = _found(text(declared.get("endpoint")), place, endpoints, migration)
    if endpoint is None:
        return None
    if (kind := declared.get("type", "http")) != "http":
        migration.tell(f"{place}.type", f"{kind!r} has no counterpart; the method is called as any other")
    operation, streaming = _operation(endpoint, document), mapping(declared.get("streaming"))
    streams = bool(streaming) or declared.get("streaming") is True
    argument = text(streaming.get("param_discriminator"))
    if streams and not argument and _answers_both(operation):
        migration.tell(f"{place}.streaming", "no param_discriminator; the method gives its stream always")
    answer = answer_of(operation, document)
    schemes = () if declared.get("paginated") is False or streams else migration.schemes.values()
    wanted = declared.get("paginated")
    scheme = next(
        (
            one.name
            for one in schemes
            if (wanted == one.name) or (not isinstance(wanted, str) and is_scheme_of(one, operation, answer, document))
        ),
        "",
    )
    if wanted is True and not scheme:
        migration.tell(f"{place}.paginated", "no scheme fits the answer; it is answered as one object")
    return Method(
        path,
        endpoint,
        place,
        streams=streams,
        stream_argument=argument,
        event_model=schema_of(text(streaming.get("stream_event_model")), migration),
        scheme=scheme,
        unwrapped="" if scheme or streams else _unwrapped(declared, found, answer, document, migration),
        body_argument=snake(text(declared.get("body_param_name"))),
        positional=tuple(str(one) for one in declared.get("positional_params") or ()),
    )


def _unwrapped(
    declared: Mapping[str, Any],
    found: Mapping[str, Any],
    answer: Any,
    document: Mapping[str, Any],
    migration: Migration,
) -> str:
    own = declared.get("unwrap_response_fields")
    fields = own if isinstance(own, list) else mapping(found.get("settings")).get("unwrap_response_fields")
    named = {schema for table in migration.models.values() for schema in table.values()}
    return unwrapped_field(
        [str(one) for one in fields or ()], answer, document, named=named, demanded=isinstance(own, list)
    )


def _endpoints(document: Mapping[str, Any]) -> dict[str, str]:
    """The operations as the ledger calls them, by themselves and by their addresses without names of parameters."""
    keys = [
        f"{method} {path}"
        for path, item in mapping(document.get("paths")).items()
        for method, _ in path_operations(mapping(item))
    ]
    return {_PARAMETER.sub("{}", key): key for key in keys} | {key: key for key in keys}


def _found(endpoint: str, place: str, endpoints: Mapping[str, str], migration: Migration) -> str | None:
    match = _ENDPOINT.fullmatch(endpoint)
    if match is None:
        migration.tell(place, "no endpoint such as `get /path`; the method is left out")
        return None
    key = f"{match[1].upper()} {match[2]}"
    known = endpoints.get(key) or endpoints.get(_PARAMETER.sub("{}", key))
    if known is None:
        near = difflib.get_close_matches(key, [*endpoints], n=1, cutoff=0.4)
        meant = f"; the nearest is {endpoints[near[0]]}" if near else ""
        migration.tell(place, f"the document has no {key}{meant}; the method is left out")
    return known


def _operation(endpoint: str, document: Mapping[str, Any]) -> Mapping[str, Any]:
    method, _, path = endpoint.partition(" ")
    item = mapping(mapping(document.get("paths")).get(path))
    operation = of_method(item, method.upper())
    shared = item.get("parameters")
    return {**operation, "parameters": [*(operation.get("parameters") or ()), *(shared or ())]} if shared else operation


def _answers_both(operation: Mapping[str, Any]) -> bool:
    contents = [mapping(one).get("content") for one in mapping(operation.get("responses")).values()]
    return any(_STREAMS in mapping(content) and len(mapping(content)) > 1 for content in contents)


def _python(path: str) -> str:
    """A path of names as Python has them: `query_chunks` for `queryChunks`."""
    words = (part if is_snake(part) else snake(part) for part in path.split("."))
    return ".".join(words)
