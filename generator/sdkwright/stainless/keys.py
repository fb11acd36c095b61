"""Tells of each key of a configuration that has no counterpart, with its path and what becomes of it."""

import re
from collections.abc import Collection, Iterator, Mapping
from typing import Any, Final

from sdkwright.stainless.migration import Migration

# Patterns of paths that are read, or told by whoever reads them.
_READ: Final = tuple(
    re.compile(pattern, re.DOTALL)
    for pattern in (
        r"resources(\..*)?",
        r"environments(\..*)?",
        r"security(\..*)?|security_schemes(\..*)?",
        r"organization\.name",
        r"custom_casings\..*",
        r"client_settings\.(default_env_prefix|opts(\..*)?)",
        r"query_settings\.(array_format|nested_format)",
        r"pagination(\..*)?",
        r"settings\.(unwrap_response_fields(\..*)?|positional_params)",
        r"openapi\.(transforms|transformations)(\..*)?",
        r"targets\.python\.(package_name|project_name|package)|package\.python\.name",
    )
)
_METHOD: Final = frozenset({
    "endpoint", "type", "to", "paginated", "streaming", "body_param_name", "positional_params", "unwrap_response",
    "unwrap_response_fields", "skip", "only",
})  # fmt: skip
_RESOURCE: Final = frozenset({"models", "methods", "subresources", "name", "description", "skip", "only"})
_WORDS: Final = {
    "skip_test_reason": "not read; it is about that generator's own tests",
    "default_request_options": "not read; give timeout and max_retries to the client or the call",
    "deprecated": "not read; say `deprecated: true` in the document, or in an overlay action",
    "terraform": "not read; this is a generator for Python",
    "mcp": "not read; this is a generator for Python",
    "cli": "not read; [command_line] of spec/sdk.toml gives the package a command",
    "docs": "not read; the documentation has examples of its own",
    "custom": "not read; write such code as an override",
    "discriminator": "not read; the document says what tells kinds of events apart",
    "webhook_key_opt": "not read; give the secret to what verifies a delivery",
    "event_types": "not read; the document says which events there are",
    "polling": "not read; ask again as long as the answer says so",
}
_BECOMES: Final = {
    r"edition|targets\.[^.]+\.edition": "which edition it is written for says nothing here",
    r"organization\..*": "not read; write it into pyproject.toml and the documentation",
    r"targets\.python\.publish(\..*)?": "not read; `nox -s publish` publishes",
    r"targets\.python\.production_repo": "not read; the repository is the project's own",
    r"targets\.python\.skip": "not read; a package for Python is what is asked for",
    r"targets\.python\.(options|custom)(\..*)?": "not read; it is about that generator's own files",
    r"targets\.python\..*": "not read; write it into README.md and pyproject.toml",
    r"targets\.(?!python)[^.]+(\..*)?|package\..*": "not read; this is a generator for Python",
    r"settings\.license(\..*)?|settings\.python(\..*)?": "not read; the project has a LICENSE of its own: --licence",
    r"settings\.file_header": "not read; generated files have a header of their own",
    r"settings\.disable_mock_tests": "not read; the tests run against the package's own stubs",
    r"settings\.sort_schema_properties": "not read; fields stand in the document's order",
    r"streaming\.on_event(\..*)?": "the streams of the former SDK's surface alone go by it",
    r"readme(\..*)?": "not read; the README begins with an example of its own",
    r"client_settings\.idempotency.*": "the methods of the former SDK's surface alone send it",
    r"client_settings\.default_headers(\..*)?": "the clients of the former SDK's surface alone send them",
    r"client_settings\.default_timeout": "the clients of the former SDK's surface alone go by it",
    r"client_settings\.default_retries\..*": "the former SDK's surface alone goes by max_retries; waits are not read",
    r"unspecified_endpoints(\..*)?": "not read; these operations are methods too, named by rule",
    r"errors(\..*)?": "not read; [errors] of spec/sdk.toml says where errors have their text",
    r"codeflow(\..*)?|diagnostics(\..*)?": "not read; it is about that generator's own builds",
    r"openapi\.code_sample.*": "not read; the documentation has examples of its own",
    r"(webhooks|docs|mcp|multipart_settings)(\..*)?": "not read",
}


def tell_of_keys(found: Mapping[str, Any], migration: Migration, unknown: Collection[str]) -> None:
    """Tell of every key that nothing was made of; of a whole table at once where all of it is alike.

    Args:
        found: The configuration.
        migration: What is filled.
        unknown: The paths that were told before.
    """
    told: dict[str, str] = {}
    for path in _leaves(found, ""):
        if any(pattern.fullmatch(path) for pattern in _READ) or path.partition(".")[0] in unknown:
            continue
        known = next((text for pattern, text in _BECOMES.items() if re.fullmatch(pattern, path, re.DOTALL)), None)
        told[_shortened(path) if known is not None else path] = known or "has no counterpart and is left out"
    for path, text in told.items():
        migration.tell(path, text)
    for place, words in _methods(found.get("resources"), "resources"):
        for word in sorted(words):
            if f"{place}.{word}" not in unknown:
                migration.tell(f"{place}.{word}", _WORDS.get(word, "has no counterpart and is left out"))


def _shortened(path: str) -> str:
    parts = path.split(".")
    count = 2 if parts[0] == "targets" and parts[1:2] != ["python"] else 3
    return ".".join(parts[:count]) if parts[0] in {"targets", "organization"} else ".".join(parts[:2])


def _leaves(node: Any, path: str) -> Iterator[str]:
    """The paths of all that is no mapping."""
    if isinstance(node, dict) and node:
        for key, value in node.items():
            yield from _leaves(value, f"{path}.{key}" if path else str(key))
    elif isinstance(node, list) and any(isinstance(one, dict) for one in node):
        for number, value in enumerate(node):
            yield from _leaves(value, f"{path}.{number}")
    elif path:
        yield path


def _methods(nodes: Any, place: str) -> Iterator[tuple[str, set[str]]]:
    """The keys of resources and methods of which nothing was made."""
    for name, node in nodes.items() if isinstance(nodes, dict) else ():
        if not isinstance(node, dict):
            continue
        methods = node.get("methods")
        for word, about in methods.items() if isinstance(methods, dict) else ():
            if isinstance(about, dict):
                yield f"{place}.{name}.methods.{word}", {str(key) for key in about} - _METHOD
        yield f"{place}.{name}", {str(key) for key in node} - _RESOURCE
        yield from _methods(node.get("subresources"), f"{place}.{name}.subresources")
