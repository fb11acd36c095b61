"""From an operation and its arguments to the request that is sent, whatever sends it. No I/O, no HTTP library."""

from __future__ import annotations

import math
from datetime import date
from decimal import Decimal
from enum import Enum
from ipaddress import ip_address
from typing import TYPE_CHECKING, Any, Final, cast
from urllib.parse import quote, urlencode, urlsplit

from attrs import field, frozen
from msgspec import UNSET

from ._build import VERSION
from ._codec import encode
from .errors import ConfigurationError, EncodeError, public_url

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ._operation import Operation

BUILDS_ON: Final = ("_build.VERSION",)

USER_AGENT: Final = f"envoice-python/{VERSION}"


@frozen
class Request:
    """One request, unsigned: whoever sends it adds the credentials.

    Args:
        operation: Public name of the operation.
        method: HTTP method.
        url: Absolute URL with the encoded query.
        headers: Header names and values.
        content: Body, or None for none.
        timeout: Seconds allowed for each step of the exchange (connect, write, read), or None for no limit.
    """

    operation: str
    method: str
    url: str = field(repr=public_url)
    headers: Mapping[str, str]
    content: bytes | None = field(repr=False)
    timeout: float | None


def build_request(
    operation: Operation[Any], *, base_url: str, query: Mapping[str, object], body: object, timeout: float | None
) -> Request:
    """Return the request for one call.

    Args:
        operation: What to call.
        base_url: Checked base URL, without a trailing slash.
        query: Wire names and values; None and UNSET are left out, lists are repeated.
        body: What to send as JSON, or UNSET for no body.
        timeout: Seconds allowed for each step of the exchange, or None.

    Raises:
        EncodeError: A value cannot be written.
    """
    headers = {"Accept": "application/json", "User-Agent": USER_AGENT}
    content = None
    if body is not UNSET:
        content = encode(body)
        headers["Content-Type"] = "application/json"
    url = base_url + operation.path
    pairs = [(name, text) for name, value in query.items() for text in _texts(name, value)]
    if pairs:
        url = f"{url}?{_encoded(pairs)}"
    return Request(operation.name, operation.method, url, headers, content, timeout)


def _encoded(pairs: list[tuple[str, str]]) -> str:
    try:
        return urlencode(pairs, quote_via=quote)
    except UnicodeEncodeError:
        pass
    names = ", ".join(name for name, text in pairs if not text.isascii())
    raise EncodeError(f"A query parameter holds text with a lone surrogate; check {names}.")


def _texts(name: str, value: object) -> Iterator[str]:
    if value is None or value is UNSET:
        return
    if isinstance(value, list | tuple):
        for item in cast("list[object]", value):
            yield from _texts(name, item)
    else:
        yield _text(name, value)


def _text(name: str, value: object) -> str:
    if isinstance(value, Enum):
        value = value.value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal | float) and not math.isfinite(value):
        raise EncodeError(f"The query parameter {name!r} is {value}; pass a finite number.")
    match value:
        case str():
            return value
        case int() | float():
            return str(value)
        case Decimal():
            return format(value, "f")
        case date():
            return value.isoformat()
        case _:
            pass
    raise EncodeError(f"The query parameter {name!r} has the type {type(value).__name__}, which has no text form.")


def check_base_url(base_url: object) -> str:
    """Return the base URL without a trailing slash, if credentials may be sent there.

    Args:
        base_url: https, or http to a loopback host.

    Raises:
        ConfigurationError: It is not such a URL.
    """
    way_out = "pass one such as 'https://www.envoice.in'"
    if not isinstance(base_url, str) or not base_url.isprintable() or any(char.isspace() for char in base_url):
        raise ConfigurationError(f"base_url must be text without spaces or control characters; {way_out}.")
    try:
        parts = urlsplit(base_url)
        host, port = parts.hostname, parts.port
    except ValueError:
        raise ConfigurationError(f"base_url is not a URL; {way_out}.") from None
    if not host or port == 0 or parts.scheme not in {"https", "http"}:
        raise ConfigurationError(f"base_url is not an absolute http(s) URL; {way_out}.")
    if parts.username is not None or parts.query or parts.fragment or base_url.endswith(("?", "#")):
        raise ConfigurationError(f"base_url must not hold user information, a query or a fragment; {way_out}.")
    if parts.scheme == "http" and not is_loopback(host):
        raise ConfigurationError(
            f"base_url {public_url(base_url)} would send the credentials unencrypted; use https (http is for loopback)."
        )
    return base_url.rstrip("/")


def is_loopback(host: str) -> bool:
    """Return whether a host name or address is this machine and never another one.

    Args:
        host: Lower-case host without brackets.
    """
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def check_timeout(timeout: object) -> float | None:
    """Return the timeout if it is one.

    Args:
        timeout: Seconds above zero, or None for no limit.

    Raises:
        ConfigurationError: It is something else.
    """
    if timeout is None:
        return None
    if isinstance(timeout, bool) or not isinstance(timeout, int | float) or not 0 < timeout < math.inf:
        raise ConfigurationError(
            f"timeout must be a number of seconds above zero, or None for no limit; got {timeout!r}."
        )
    return float(timeout)


def is_count(value: object) -> bool:
    """Return whether a value is an integer from 1.

    Args:
        value: Anything; True is not a number.
    """
    return isinstance(value, int) and not isinstance(value, bool) and value >= 1
