"""The top of a document of Swagger 2.0."""

from typing import Any, Final

from sdkwright.normalise.sites import METHODS
from sdkwright.normalise.swagger.operations import Operations, server_order
from sdkwright.normalise.swagger.schemas import is_named, mend_names, move_references, plain_definitions
from sdkwright.normalise.tolerance.pointers import write_out
from sdkwright.plain_values import Tell
from sdkwright.text import clean

_INNER: Final = "3.0.3"
_KEPT: Final = ("info", "tags", "externalDocs", "security")
_FLOWS: Final = {
    "implicit": "implicit",
    "password": "password",
    "application": "clientCredentials",
    "accessCode": "authorizationCode",
}
_MORE_PATHS: Final = ("x-ms-paths", "x-paths")


def converted(document: dict[str, Any], tell: Tell) -> dict[str, Any]:
    """A document of OpenAPI 3.0 that says what one of Swagger 2.0 says.

    Args:
        document: The document, which is used up; its structure may be wrong anywhere.
        tell: Takes the place and what is read as less than it says.

    Raises:
        GeneratorError: What operations share is too much to be written out for each.
    """
    mend_names(document, tell)
    write_out(document, tell, is_kept=is_named)
    plain_definitions(document)
    operations = Operations(document, tell)
    result: dict[str, Any] = {"openapi": _INNER}
    result |= {word: document[word] for word in _KEPT if word in document}
    servers = _servers(document, tell)
    if servers:
        result["servers"] = servers
    result["paths"] = _paths(document, operations, servers, tell)
    components = {
        "schemas": document.get("definitions", {}),
        "parameters": operations.shared_parameters(),
        "responses": operations.shared_responses(),
        "securitySchemes": _schemes(document),
    }
    result["components"] = {kind: named for kind, named in components.items() if named}
    move_references(result)
    return result


def _paths(document: dict[str, Any], operations: Operations, servers: list[dict[str, Any]], tell: Tell) -> Any:
    paths = document.get("paths")
    if not isinstance(paths, dict):
        return paths
    found = {**paths}
    for word in _MORE_PATHS:
        for path, item in document.get(word, {}).items() if isinstance(document.get(word), dict) else ():
            tell(path[:200], f"stands in `{word}`, read as one of the paths")
            found.setdefault(path, item)
    result = {}
    for path, item in found.items():
        result[path] = operations.item(item, path) if isinstance(item, dict) else item
        for method, operation in item.items() if isinstance(item, dict) else ():
            if method.lower() in METHODS and isinstance(operation, dict) and servers:
                _own_scheme(operation, result[path][method], servers)
    return result


def _own_scheme(operation: dict[str, Any], plain: dict[str, Any], servers: list[dict[str, Any]]) -> None:
    """Let an operation that is asked for by another scheme than the others have a server of its own."""
    schemes = operation.get("schemes")
    if not isinstance(schemes, list) or not servers[0]["url"].startswith("http"):
        return
    names = [one for one in schemes if isinstance(one, str)]
    scheme, _, rest = servers[0]["url"].partition("://")
    if names and scheme not in (order := server_order(names)):
        plain["servers"] = [{"url": f"{one}://{rest}"} for one in order]


def _servers(document: dict[str, Any], tell: Tell) -> list[dict[str, Any]]:
    base, host, named = document.get("basePath"), document.get("host"), document.get("schemes")
    path = base if isinstance(base, str) and base.strip("/") else ""
    path = f"/{path.strip('/')}" if path else ""
    schemes = [one for one in named if isinstance(one, str)] if isinstance(named, list) else []
    for one in schemes:
        if one.lower() not in ("http", "https"):
            tell("/schemes", f"the scheme {clean(one)!r} is not that of requests, and is not read")
    if isinstance(host, str) and host.strip():
        # Some have the scheme or a path in it.
        given, _, rest = host.strip().rpartition("://")
        order = [given.lower()] if given and not schemes else server_order(schemes)
        return [{"url": f"{scheme}://{rest.rstrip('/')}{path}"} for scheme in order]
    return [{"url": path}] if path else []


def _schemes(document: dict[str, Any]) -> dict[str, Any]:
    declared = document.get("securityDefinitions")
    return {name: _scheme(one) for name, one in declared.items()} if isinstance(declared, dict) else {}


def _scheme(scheme: Any) -> Any:
    match scheme:
        case {"type": "basic"}:
            return _without(scheme, ("type",)) | {"type": "http", "scheme": "basic"}
        case {"type": "oauth2"}:
            kept = _without(scheme, ("flow", "authorizationUrl", "tokenUrl", "scopes"))
            flow = {word: scheme[word] for word in ("authorizationUrl", "tokenUrl") if word in scheme}
            scopes = scheme.get("scopes")
            flow["scopes"] = scopes if isinstance(scopes, dict) else {}
            kind = _FLOWS.get(str(scheme.get("flow")), str(scheme.get("flow")))
            return kept | {"flows": {kind: flow}}
        case _:
            return scheme


def _without(scheme: dict[str, Any], words: tuple[str, ...]) -> dict[str, Any]:
    return {word: value for word, value in scheme.items() if word not in words}
