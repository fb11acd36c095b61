"""Knows the keys that a configuration of that generator may have, and refuses others with the nearest."""

import difflib
from collections.abc import Iterator, Mapping
from typing import Any, Final

_LANGUAGES: Final = frozenset({"skip", "only", "deprecated", "mcp", "terraform", "cli", "description"})
_TOP: Final = frozenset({
    "edition", "organization", "targets", "package", "environments", "resources", "readme", "settings",
    "query_settings", "security", "security_schemes", "client_settings", "pagination", "unspecified_endpoints",
    "errors", "codeflow", "custom_casings", "openapi", "diagnostics", "streaming", "multipart_settings", "webhooks",
    "docs", "mcp",
})  # fmt: skip
_RESOURCE: Final = _LANGUAGES | {"models", "methods", "subresources", "name", "custom", "standalone_api"}
_METHOD: Final = _LANGUAGES | {
    "type", "endpoint", "to", "unwrap_response", "unwrap_response_fields", "paginated", "streaming",
    "skip_test_reason", "body_param_name", "positional_params", "default_request_options", "docs", "name", "custom",
    "example", "undocumented", "discriminator", "webhook_type", "webhook_key_opt", "event_types", "options",
    "path_params", "params", "bypass_validation", "polling",
}  # fmt: skip
_MODEL: Final = _LANGUAGES | {"type", "openapi_uri", "to", "no_params_suffix", "param_model", "name", "custom"}
_STREAMING: Final = frozenset({
    "stream_event_model", "param_discriminator", "params_type_name", "event_type", "type", "on_event",
})  # fmt: skip
_PAGINATION: Final = frozenset({
    "name", "description", "type", "request", "response", "param_location", "continue_on_empty_items", "is_sse",
})  # fmt: skip
_OPTION: Final = frozenset({
    "type", "description", "example", "default", "nullable", "read_env", "auth", "server_variable", "send_in_header",
    "required_in_tests", "name", "private", "skip", "only", "path_param", "send_as_body_param", "send_as_query_param",
    "send_as_path_param", "deprecated", "format", "enum",
})  # fmt: skip
_QUERIES: Final = frozenset({"nested_format", "array_format"})
_AUTH: Final = frozenset({"security_scheme", "role"})


def unknown_keys(found: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """The path of each key that no such configuration has, with the known one that is nearest, which may be empty.

    Settings that say nothing of the package may have any key.

    Args:
        found: The configuration.
    """
    yield from _unknown(found, "", _TOP)
    yield from _resources(found.get("resources"), "resources")
    yield from _unknown(found.get("query_settings"), "query_settings", _QUERIES)
    pagination = found.get("pagination")
    if isinstance(pagination, list):
        for number, scheme in enumerate(pagination):
            yield from _unknown(scheme, f"pagination.{number}", _PAGINATION)
    else:
        yield from _unknown(pagination, "pagination", _PAGINATION)
    settings = found.get("client_settings")
    for name, option in _items(settings, "opts"):
        yield from _unknown(option, f"client_settings.opts.{name}", _OPTION)
        auth = option.get("auth") if isinstance(option, dict) else None
        yield from _unknown(auth, f"client_settings.opts.{name}.auth", _AUTH)


def _resources(nodes: Any, place: str) -> Iterator[tuple[str, str]]:
    for name, node in nodes.items() if isinstance(nodes, dict) else ():
        here = f"{place}.{name}"
        yield from _unknown(node, here, _RESOURCE)
        for word, method in _items(node, "methods"):
            yield from _unknown(method, f"{here}.methods.{word}", _METHOD)
            streaming = method.get("streaming") if isinstance(method, dict) else None
            yield from _unknown(streaming, f"{here}.methods.{word}.streaming", _STREAMING)
        for word, model in _items(node, "models"):
            yield from _unknown(model, f"{here}.models.{word}", _MODEL)
        if isinstance(node, dict):
            yield from _resources(node.get("subresources"), f"{here}.subresources")


def _items(node: Any, key: str) -> Iterator[tuple[str, Any]]:
    inner = node.get(key) if isinstance(node, dict) else None
    yield from inner.items() if isinstance(inner, dict) else ()


def _unknown(node: Any, place: str, known: frozenset[str]) -> Iterator[tuple[str, str]]:
    for key in node if isinstance(node, dict) else ():
        if key not in known and not key.startswith("x-"):
            near = difflib.get_close_matches(key, sorted(known), n=1)
            yield (f"{place}.{key}" if place else key), (near[0] if near else "")
