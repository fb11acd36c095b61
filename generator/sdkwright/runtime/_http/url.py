"""From an operation and its arguments to the request that is sent, whatever sends it. No I/O, no HTTP library."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final, cast
from urllib.parse import quote, urlsplit

from msgspec import UNSET

from .._api import NAME
from .._build import VERSION
from .._checks import describe_missing
from .._lazy import lazy_module
from ..errors import EncodeError
from .operation import Operation

if TYPE_CHECKING:
    from . import values
else:
    values = lazy_module("._http.values")

BUILDS_ON: Final = ("_api.NAME", "_build.VERSION")

USER_AGENT: Final = f"{NAME}-python/{VERSION}"
_PLAIN: Final = re.compile(r"[A-Za-z0-9._~-]*\Z").match
DEFAULT_PORTS: Final = {"http": 80, "https": 443}
_MAX_URL: Final = 65_536
_PLAIN_NUMBER: Final = 10**18
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
    url, query = base_url + operation.path, query_of(operation, queries)
    return joined(url, query, operation) if query else url


def joined(url: str, query: str, operation: Operation[Any]) -> str:
    """Return a URL with its query.

    Args:
        url: The URL, which may have a query.
        query: What is added to it, encoded.
        operation: What is called, for an error.

    Raises:
        EncodeError: It is too long.
    """
    if query:
        url = f"{url}{'&' if '?' in url else '?'}{query}"
    if len(url) > _MAX_URL:
        raise EncodeError(f"{operation.name}: the URL cannot be sent; an argument may be too long.")
    return url


def query_of(operation: Operation[Any], queries: tuple[Mapping[str, object], ...]) -> str:
    """Return the query of a call, encoded.

    Args:
        operation: What to call.
        queries: Names and values, in order; None and UNSET are left out.

    Raises:
        EncodeError: A value cannot be written, or is None or UNSET where the operation requires one.
    """
    pairs: list[tuple[str, str]] = []
    for query in queries:
        for name, value in query.items():
            if type(value) is str or (type(value) is int and -_PLAIN_NUMBER < value < _PLAIN_NUMBER):
                # Most are ids, which need no look at what else they could be.
                pairs.append((name, str(value)))
            else:
                pairs += [(name, text) for text in _texts(name, value, operation)]
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
        yield values.text_of(value, f"The query parameter {name!r}")


def origin(url: str) -> tuple[str, str | None, int | None]:
    """Return scheme, host and port of an absolute URL.

    Args:
        url: Absolute URL, checked.
    """
    parts = urlsplit(url)
    return parts.scheme, parts.hostname, parts.port or DEFAULT_PORTS.get(parts.scheme)
