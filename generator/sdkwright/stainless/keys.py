"""Tells of each key of a configuration that has no counterpart, with its path and what becomes of it."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from sdkwright.stainless.migration import Migration

# Patterns of paths that are read, or told by whoever reads them.
_READ: Final = tuple(
    re.compile(pattern)
    for pattern in (
        r"resources\..*",
        r"environments\..*",
        r"security(\..*)?|security_schemes\..*",
        r"client_settings\.(default_env_prefix|opts\..*)",
        r"query_settings\.(array_format|nested_format)",
        r"pagination\..*",
        r"settings\.unwrap_response_fields(\..*)?",
        r"openapi\.(transforms|transformations)\..*",
        r"targets\.python\.(package_name|project_name|package)",
    )
)
_METHOD: Final = frozenset({
    "endpoint", "type", "paginated", "streaming", "body_param_name", "positional_params", "unwrap_response_fields",
})  # fmt: skip
_RESOURCE: Final = frozenset({"models", "methods", "subresources", "name", "description"})
_BECOMES: Final = {
    r"edition|targets\.[^.]+\.edition": "which edition it is written for says nothing here",
    r"organization\.(name|docs|contact)": "not read; write it into pyproject.toml and the documentation",
    r"targets\.python\.publish(\..*)?": "not read; `nox -s publish` publishes",
    r"targets\.python\.production_repo": "not read; the repository is the project's own",
    r"targets\.python\.options(\..*)?": "not read; it is about that generator's own files",
    r"targets\.(?!python)[^.]+(\..*)?": "not read; this is a generator for Python",
    r"settings\.license": "not read; the project has a LICENSE of its own",
    r"settings\.file_header": "not read; generated files have a header of their own",
    r"settings\.disable_mock_tests": "not read; the tests run against the package's own stubs",
    r"streaming\.on_event(\..*)?": "not read; `[DONE]` ends a stream, and any other event is an item",
    r"readme(\..*)?": "not read; the README begins with an example of its own",
    r"client_settings\.idempotency(\..*)?": "not read; give the header with extra_headers",
}


def tell_of_keys(found: Mapping[str, Any], migration: Migration) -> None:
    """Tell of every key that nothing was made of; of a whole table at once where all of it is alike.

    Args:
        found: The configuration.
        migration: What is filled.
    """
    told: dict[str, str] = {}
    for path in _leaves(found, ""):
        if any(pattern.fullmatch(path) for pattern in _READ):
            continue
        known = next((text for pattern, text in _BECOMES.items() if re.fullmatch(pattern, path)), None)
        told[_shortened(path) if known is not None else path] = known or "has no counterpart and is left out"
    for path, text in told.items():
        migration.tell(path, text)
    for place, words in _methods(found.get("resources"), "resources"):
        for word in words - _METHOD:
            migration.tell(f"{place}.{word}", "has no counterpart and is left out")


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
    for name, node in nodes.items() if isinstance(nodes, dict) else ():
        if not isinstance(node, dict):
            continue
        for word, about in (node.get("methods") or {}).items() if isinstance(node.get("methods"), dict) else ():
            if isinstance(about, dict):
                yield f"{place}.{name}.methods.{word}", {str(key) for key in about}
        yield f"{place}.{name}", {str(key) for key in node} - _RESOURCE
        yield from _methods(node.get("subresources"), f"{place}.{name}.subresources")
