"""Reads of the configuration what only the surface of the former SDK has: further arguments, and what events mean."""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import attrs

from sdkwright import documents
from sdkwright.documents import mapping
from sdkwright.normalise.identifiers import is_snake
from sdkwright.stainless.casing import in_python
from sdkwright.stainless.tree import text

_TYPES: Final = {"string": "str", "boolean": "bool", "integer": "int", "number": "float"}
_HANDLES: Final = {"yield": "yield", "done": "done", "error": "error", "ignore": "ignore", "continue": "ignore"}
_DURATION: Final = re.compile(r"PT(?:(\d{1,6})H)?(?:(\d{1,6})M)?(?:(\d{1,6}(?:\.\d{1,6})?)S)?")
_LONGEST: Final = 1_000_000_000
"""Milliseconds that a call may take."""
_MOST_RETRIES: Final = 100
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
        server: The variable of the addresses that it fills; empty for none.
    """

    name: str
    annotation: str
    variable: str
    header: str
    server: str = ""


@attrs.frozen
class Settings:
    """What only the surface has.

    Attributes:
        arguments: Further arguments of the client.
        rules: What is done with the events of streams.
        idempotency: The header that carries a key by which a repeated request is known; empty for none.
        defaults: What arguments of the client are where nobody gives them, those of security schemes among them.
        headers: What every request has.
        timeout: Seconds for an attempt; None for what is usual.
        retries: How often a failed attempt is repeated; None for what is usual.
        dotted: Whether the names of an object's members stand behind a dot in a query.
    """

    arguments: tuple[Setting, ...] = ()
    rules: tuple[tuple[str, str, str, str], ...] = ()
    idempotency: str = ""
    defaults: Mapping[str, str | int | float | bool] = attrs.field(factory=dict)
    headers: Mapping[str, str] = attrs.field(factory=dict)
    timeout: float | None = None
    retries: int | None = None
    dotted: bool = False


def read_settings(path: Path, keys: Sequence[str]) -> Settings:
    """What a configuration says besides methods, models and pages.

    Args:
        path: The configuration.
        keys: The arguments that security schemes have already.
    """
    found = mapping(documents.load(path.read_bytes(), name=path.name))
    client = mapping(found.get("client_settings"))
    options = mapping(client.get("opts"))
    arguments = tuple(_arguments(options, keys))
    taken = {*keys, *(one.name for one in arguments)}
    defaults = {in_python(key): mapping(node).get("default") for key, node in options.items()}
    retries = mapping(client.get("default_retries")).get("max_retries")
    return Settings(
        arguments,
        tuple(_rules(mapping(found.get("streaming")).get("on_event"))),
        text(client.get("idempotency_header")) or text(mapping(client.get("idempotency")).get("header")),
        {name: value for name, value in defaults.items() if name in taken and isinstance(value, str | int | float)},
        {str(name): value for name, value in mapping(client.get("default_headers")).items() if text(value)},
        _seconds(client.get("default_timeout")),
        retries if type(retries) is int and 0 <= retries <= _MOST_RETRIES else None,
        mapping(found.get("query_settings")).get("nested_format") == "dots",
    )


def _arguments(options: Mapping[str, Any], keys: Sequence[str]) -> Iterator[Setting]:
    for key, node in options.items():
        about, name = mapping(node), in_python(key)
        if mapping(about.get("auth")) or not is_snake(name) or name in _TAKEN or name in keys:
            continue
        annotation = _TYPES.get(text(about.get("type")), "str")
        header, server = text(about.get("send_in_header")), text(about.get("server_variable"))
        yield Setting(name, annotation, text(about.get("read_env")), header, server)


def _seconds(node: Any) -> float | None:
    """The seconds of a time in milliseconds or in the form of ISO 8601; None for what is none."""
    if isinstance(node, int | float) and not isinstance(node, bool):
        return node / 1000 if 0 < node < _LONGEST else None
    match = _DURATION.fullmatch(text(node))
    found = (
        sum(float(part or 0) * unit for part, unit in zip(match.groups(), (3600, 60, 1), strict=True)) if match else 0
    )
    return found if 0 < found * 1000 < _LONGEST else None


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
