"""From an operation and its arguments to the request that is sent, whatever sends it. No I/O, no HTTP library."""

from __future__ import annotations

import math
import os
import re
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any, Final, cast
from urllib.parse import quote, urlsplit

from msgspec import UNSET

from .._api import ENVIRONMENT, NAME
from .._build import BASE_URL, VERSION
from .._checks import describe_missing, is_loopback
from .._json.base_types import as_base_type
from .._json.decimals import MAX_ZEROS, decimal_text
from ..errors import ConfigurationError, EncodeError, public_url
from .hosts import is_host
from .operation import Operation

BUILDS_ON: Final = ("_api.ENVIRONMENT", "_api.NAME", "_build.BASE_URL", "_build.VERSION")

USER_AGENT: Final = f"{NAME}-python/{VERSION}"
BASE_URL_VARIABLE: Final = f"{ENVIRONMENT}_BASE_URL"
"""The environment variable that holds the base URL, unless the client gets one."""

_PLAIN_NUMBER: Final = 10**18
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
    url = base_url + operation.path
    pairs = [
        (name, text) for query in queries for name, value in query.items() for text in _texts(name, value, operation)
    ]
    if pairs:
        url = f"{url}?{_encoded(pairs)}"
        if len(url) > _MAX_URL:
            raise EncodeError(f"{operation.name}: the URL cannot be sent; an argument may be too long.")
    return url


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
        yield _text(name, value)


def _text(name: str, value: object) -> str:
    if type(value) is int and -_PLAIN_NUMBER < value < _PLAIN_NUMBER:
        # Most are ids, which need no look at what else they could be.
        return str(value)
    kind = type(value).__name__
    try:
        value = as_base_type(value)
    except ValueError as error:
        raise EncodeError(f"The query parameter {name!r} has no text form: {error}.") from None
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and not math.isfinite(value):
        raise EncodeError(f"The query parameter {name!r} is {value}; pass a finite number.")
    match value:
        case str():
            return value
        case int() | float():
            try:
                return str(value)
            except ValueError:
                raise EncodeError(f"The query parameter {name!r} is a number with too many digits.") from None
        case Decimal():
            return _digits(name, value)
        case date():
            return value.isoformat()
        case _:
            pass
    raise EncodeError(f"The query parameter {name!r} has the type {kind}, which has no text form.")


def _digits(name: str, value: Decimal) -> str:
    if not value.is_finite():
        raise EncodeError(f"The query parameter {name!r} is {value}; pass a finite number.")
    text = decimal_text(value)
    if "E" in text:
        # The service reads no exponents there.
        raise EncodeError(
            f"The query parameter {name!r} has the exponent {value.adjusted()}; pass a Decimal with one of at most "
            f"{MAX_ZEROS} either way."
        )
    return text


def resolve_base_url(base_url: str | None) -> str:
    """Return where requests go: what is given, or what the environment says, or the service.

    Args:
        base_url: https, or http to a loopback host; None for the default.

    Raises:
        ConfigurationError: It is not such a URL.
    """
    return check_base_url(os.environ.get(BASE_URL_VARIABLE) or BASE_URL if base_url is None else base_url)


def check_base_url(base_url: object) -> str:
    """Return the base URL without a trailing slash, if credentials may be sent there.

    Args:
        base_url: https, or http to a loopback host.

    Raises:
        ConfigurationError: It is not such a URL.
    """
    way_out = f"pass one such as {BASE_URL!r}"
    if not isinstance(base_url, str) or not base_url.isprintable() or any(char.isspace() for char in base_url):
        raise ConfigurationError(f"base_url must be text without spaces or control characters; {way_out}.")
    try:
        parts = urlsplit(base_url)
        host, port = parts.hostname, parts.port
    except ValueError:
        raise ConfigurationError(f"base_url is not a URL; {way_out}.") from None
    if not host or port == 0 or parts.scheme not in {"https", "http"}:
        raise ConfigurationError(f"base_url is not an absolute http(s) URL; {way_out}.")
    if not is_host(host):
        raise ConfigurationError(
            f"base_url has a host that is no host name: parts of 1 to 63 characters with dots between; {way_out}."
        )
    if parts.username is not None or parts.query or parts.fragment or base_url.endswith(("?", "#")):
        raise ConfigurationError(f"base_url must not hold user information, a query or a fragment; {way_out}.")
    if parts.scheme == "http" and not is_loopback(host):
        raise ConfigurationError(
            f"base_url {public_url(base_url)} would send the credentials unencrypted; use https (http is for loopback)."
        )
    return parts.scheme + base_url[len(parts.scheme) :].rstrip("/")


def origin(url: str) -> tuple[str, str | None, int | None]:
    """Return scheme, host and port of an absolute URL.

    Args:
        url: Absolute URL, checked.
    """
    parts = urlsplit(url)
    return parts.scheme, parts.hostname, parts.port or DEFAULT_PORTS.get(parts.scheme)
