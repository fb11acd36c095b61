"""From an operation and its arguments to the request that is sent, whatever sends it. No I/O, no HTTP library."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final, NamedTuple, cast
from urllib.parse import quote, urlsplit

from msgspec import UNSET

from .._api import NAME
from .._build import VERSION
from .._checks import describe_missing
from ..errors import EncodeError
from .operation import Operation
from .values import text_of

BUILDS_ON: Final = ("_api.NAME", "_build.VERSION")

USER_AGENT: Final = f"{NAME}-python/{VERSION}"
_PLAIN: Final = re.compile(r"[A-Za-z0-9._~-]*\Z").match
DEFAULT_PORTS: Final = {"http": 80, "https": 443}
_MAX_URL: Final = 65_536
"""Characters, beyond which httpx refuses a URL; the service refuses one long before."""


def request_url(base_url: str, operation: Operation[Any], *queries: Mapping[str, object]) -> str:
    """Return the URL of one call.

    Args:
        base_url: Checked base URL, without a trailing slash.
        operation: What to call.
        queries: Wire names and values; None and UNSET are left out, lists are repeated.

    Raises:
        EncodeError: A value cannot be written, or is None or UNSET where the operation requires one.
    """
    return _joined(base_url + operation.path, _query(operation, queries), operation)


def _joined(url: str, query: str, operation: Operation[Any]) -> str:
    if query:
        url = f"{url}{'&' if '?' in url else '?'}{query}"
    if len(url) > _MAX_URL:
        raise EncodeError(f"{operation.name}: the URL cannot be sent; an argument may be too long.")
    return url


class Target(NamedTuple):
    """Where a call goes whose operation has parameters of other kinds than plain values of the query.

    Args:
        url: The URL with all values.
        shown: The same with the names of what the path holds in the place of its values; empty if it holds none.
        headers: Headers by their names in lower case.
    """

    url: str
    shown: str
    headers: Mapping[str, str]


def target_of(
    base_url: str, operation: Operation[Any], values: Mapping[str, object], *queries: Mapping[str, object]
) -> Target:
    """Return where a call goes, and the headers that its parameters make.

    Args:
        base_url: Checked base URL, without a trailing slash.
        operation: What to call.
        values: What `operation.parameters` stand for, by their names in Python.
        queries: As for `request_url`.

    Raises:
        EncodeError: A value cannot be written or would change the path, a required one is missing, or there is no such
            parameter.
    """
    from .parameters import place  # what declares such parameters has imported it

    if unknown := values.keys() - {parameter.name for parameter in operation.parameters}:
        raise EncodeError(f"{operation.name} has no parameter {min(unknown)!r}.")
    placed = place(operation.name, operation.path, operation.parameters, values)
    query = "&".join(filter(None, (*placed.query, _query(operation, queries))))
    url = _joined(base_url + placed.path, query, operation)
    shown = "" if placed.path == operation.path else _joined(base_url + operation.path, query, operation)
    return Target(url, shown, placed.headers)


def _query(operation: Operation[Any], queries: tuple[Mapping[str, object], ...]) -> str:
    pairs = [
        (name, text) for query in queries for name, value in query.items() for text in _texts(name, value, operation)
    ]
    return _encoded(pairs) if pairs else ""


def _encoded(pairs: list[tuple[str, str]]) -> str:
    try:
        return "&".join(f"{_quoted(name)}={_quoted(text)}" for name, text in pairs)
    except UnicodeEncodeError:
        pass
    names = ", ".join(name for name, text in pairs if not text.isascii())
    raise EncodeError(f"A query parameter holds text with a lone surrogate; check {names}.")


def _quoted(text: str) -> str:
    # Most values are numbers, and most names words with a dot, which need no look at every character.
    return text if _PLAIN(text) else quote(text, safe="")


def _texts(name: str, value: object, operation: Operation[Any]) -> Iterator[str]:
    if value is None or value is UNSET:
        if name in operation.required:
            raise EncodeError(describe_missing(operation.name, operation.required[name], value))
        return
    if isinstance(value, list | tuple):
        for item in cast("list[object]", value):
            yield from _texts(name, item, operation)
    else:
        yield text_of(value, f"The query parameter {name!r}")


def origin(url: str) -> tuple[str, str | None, int | None]:
    """Return scheme, host and port of an absolute URL.

    Args:
        url: Absolute URL, checked.
    """
    parts = urlsplit(url)
    return parts.scheme, parts.hostname, parts.port or DEFAULT_PORTS.get(parts.scheme)
