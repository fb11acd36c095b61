"""Reads of the configuration what only the surface of the former SDK has: further arguments, and what events mean."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import attrs

from sdkwright import documents
from sdkwright.documents import mapping
from sdkwright.normalise.identifiers import is_snake, snake
from sdkwright.stainless.tree import text

_TYPES: Final = {"string": "str", "boolean": "bool", "integer": "int", "number": "float"}
_HANDLES: Final = {"yield": "yield", "done": "done", "error": "error", "ignore": "ignore", "continue": "ignore"}
_TAKEN: Final = frozenset({
    "base_url", "default_headers", "default_query", "environment", "http_client", "max_retries", "self", "timeout",
})  # fmt: skip


@attrs.frozen
class Setting:
    """An argument of the client that signs nothing.

    Attributes:
        name: In Python.
        annotation: Its type.
        variable: The environment variable that is read where it is left out; empty for none.
        header: The header that it is sent in; empty for none.
    """

    name: str
    annotation: str
    variable: str
    header: str


@attrs.frozen
class Settings:
    """What only the surface has.

    Attributes:
        arguments: Further arguments of the client.
        rules: What is done with the events of streams.
        idempotency: The header that carries a key by which a repeated request is known; empty for none.
    """

    arguments: tuple[Setting, ...] = ()
    rules: tuple[tuple[str, str, str, str], ...] = ()
    idempotency: str = ""


def read_settings(path: Path, keys: Sequence[str]) -> Settings:
    """What a configuration says besides methods, models and pages.

    Args:
        path: The configuration.
        keys: The arguments that security schemes have already.
    """
    found = mapping(documents.load(path.read_bytes(), name=path.name))
    client = mapping(found.get("client_settings"))
    return Settings(
        tuple(_arguments(mapping(client.get("opts")), keys)),
        tuple(_rules(mapping(found.get("streaming")).get("on_event"))),
        text(client.get("idempotency_header")),
    )


def _arguments(options: Mapping[str, Any], keys: Sequence[str]) -> Iterator[Setting]:
    for key, node in options.items():
        about, name = mapping(node), str(key) if is_snake(str(key)) else snake(str(key))
        if mapping(about.get("auth")) or not is_snake(name) or name in _TAKEN or name in keys:
            continue
        annotation = _TYPES.get(text(about.get("type")), "str")
        yield Setting(name, annotation, text(about.get("read_env")), text(about.get("send_in_header")))


def _rules(events: object) -> Iterator[tuple[str, str, str, str]]:
    for node in events if isinstance(events, list) else ():
        about = mapping(node)
        handle = _HANDLES.get(text(about.get("handle")), "yield")
        failure = text(about.get("error_property"))
        if "data_starts_with" in about:
            yield "data_starts_with", text(about["data_starts_with"]), handle, failure
        elif "event_type" in about:
            names = about["event_type"] if isinstance(about["event_type"], list) else [about["event_type"]]
            # An event that says no kind is a message.
            yield from (("event_type", text(name) or "message", handle, failure) for name in names)
        else:
            yield "fallthrough", "", handle, failure
