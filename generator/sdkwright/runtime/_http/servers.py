"""Where a client's calls go: to what the caller says, to a server that the document names, or to the first of them."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any, Final, NamedTuple
from urllib.parse import urlsplit

from .._api import ENVIRONMENT, HTTP_ORIGINS, SERVERS
from .._build import BASE_URL
from .._checks import is_loopback
from .._lazy import lazy_module
from ..errors import ConfigurationError, public_url
from .hosts import is_host
from .operation import Servers

# Only a package carries it whose document has servers to choose from.
_choice: Any = lazy_module("._http.server_choice")

BUILDS_ON: Final = ("_api.ENVIRONMENT", "_api.HTTP_ORIGINS", "_api.SERVERS", "_build.BASE_URL")

BASE_URL_VARIABLE: Final = f"{ENVIRONMENT}_BASE_URL"
"""The environment variable that holds the base URL, unless the client gets one."""
SERVER_VARIABLE: Final = f"{ENVIRONMENT}_SERVER"
"""The environment variable that names one of the document's servers, unless the client gets one or a base URL."""
IS_NAMED: Final = bool(BASE_URL)
"""Whether the document names a server."""

_NO_VARIABLES: Final[Mapping[str, str]] = {}

EXAMPLE: Final = BASE_URL or "https://api.example.com"
"""A base URL, for errors."""


class Base(NamedTuple):
    """Where calls go.

    Args:
        url: The base URL, without a trailing slash.
        is_given: Whether the caller or the environment says it, so that it holds for operations with servers of their
            own too.
        server: The name of the document's server that was chosen; empty where none was.
        variables: Values of variables, which hold for the servers that operations have of their own too.
    """

    url: str
    is_given: bool
    server: str = ""
    variables: Mapping[str, str] = _NO_VARIABLES

    def of_own(self, servers: Servers) -> str:
        """Return where the calls of an operation go that has servers with variables of its own.

        Args:
            servers: Name, URL and variables of each.

        Raises:
            ConfigurationError: With the values of its variables, one is no URL that credentials may be sent to.
        """
        return check_base_url(_choice.chosen_of_own(servers, self.server, self.variables))


def resolve_base_url(
    base_url: str | None, server: str | None = None, variables: Mapping[str, str] = _NO_VARIABLES
) -> Base:
    """Return where requests go: what is given, or what the environment says, or the service.

    Args:
        base_url: https, or http to a loopback host or an origin that the document names; None for the default.
        server: A server of the document, by its name or its URL; None for its first one.
        variables: Values of that server's variables.

    Raises:
        ConfigurationError: It is not such a URL, there is no such server or variable, or both are given.
    """
    chosen = server is not None or bool(variables)
    if base_url is not None and chosen:
        raise ConfigurationError("base_url= and server= (or server_variables=): give one of them.")
    if chosen:
        if not SERVERS:
            raise ConfigurationError("server: the API's document has no servers to choose from; pass base_url=.")
        return _base(server, variables, "server")
    given = os.environ.get(BASE_URL_VARIABLE) or None if base_url is None else base_url
    if given is None and SERVERS and (named := os.environ.get(SERVER_VARIABLE)):
        return _base(named, variables, SERVER_VARIABLE)
    if given is None and not BASE_URL:
        raise ConfigurationError(
            "There is no base_url: the API's document names no server; pass base_url=, or set "
            f"{BASE_URL_VARIABLE} in the environment."
        )
    return Base(check_base_url(BASE_URL if given is None else given), is_given=given is not None)


def server_named(server: str) -> str | None:
    """Return the name of a server of the document, or None if there is none.

    Args:
        server: Its name, or its URL as the document has it.
    """
    found: str | None = _choice.name_of(SERVERS, server) if SERVERS else None
    return found


def _base(server: str | None, variables: Mapping[str, str], what: str) -> Base:
    url, name = _choice.chosen(SERVERS, server, variables, what)
    return Base(check_base_url(url), is_given=False, server=name, variables=variables)


def check_base_url(base_url: object) -> str:
    """Return the base URL without a trailing slash, if credentials may be sent there.

    Args:
        base_url: https, or http to a loopback host or an origin that the document names.

    Raises:
        ConfigurationError: It is not such a URL.
    """
    way_out = f"pass one such as {EXAMPLE!r}"
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
    if parts.scheme == "http" and not may_be_plain(host, port):
        raise ConfigurationError(
            f"base_url {public_url(base_url)} would send the credentials unencrypted; use https (http is for loopback)."
        )
    return parts.scheme + base_url[len(parts.scheme) :].rstrip("/")


def may_be_plain(host: str, port: int | None) -> bool:
    """Return whether requests may go to a host without encryption: this machine, or an http origin of the document.

    Args:
        host: Lower-case host without brackets.
        port: Its port, or None for that of http.
    """
    return is_loopback(host) or f"{host}:{port or 80}" in HTTP_ORIGINS
