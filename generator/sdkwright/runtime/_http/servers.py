"""Where a client's calls go: to what the caller says, to a server that the document names, or to the first of them."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from typing import Final, NamedTuple, TypeAlias
from urllib.parse import urlsplit

from .._api import ENVIRONMENT, HTTP_ORIGINS, SERVERS
from .._build import BASE_URL
from .._checks import is_loopback
from ..errors import ConfigurationError, public_url
from .hosts import is_host

BUILDS_ON: Final = ("_api.ENVIRONMENT", "_api.HTTP_ORIGINS", "_api.SERVERS", "_build.BASE_URL")

BASE_URL_VARIABLE: Final = f"{ENVIRONMENT}_BASE_URL"
"""The environment variable that holds the base URL, unless the client gets one."""
SERVER_VARIABLE: Final = f"{ENVIRONMENT}_SERVER"
"""The environment variable that names one of the document's servers, unless the client gets one or a base URL."""
IS_NAMED: Final = bool(BASE_URL)
"""Whether the document names a server."""

EXAMPLE: Final = BASE_URL or "https://api.example.com"
"""A base URL, for errors."""
Variables: TypeAlias = "tuple[tuple[str, str, tuple[str, ...]], ...]"
"""What a server's URL leaves open: each variable with its default and the values that it may have."""
_NO_VARIABLES: Final[Mapping[str, str]] = {}
_HOLE: Final = re.compile(r"\{([^{}]*)\}")
_IN_HOST: Final = re.compile(r"[A-Za-z0-9._-]+")
_AS_HOST: Final = re.compile(r"[A-Za-z0-9._-]+(?::[0-9]{1,5})?|\[[0-9A-Fa-f:.]+\](?::[0-9]{1,5})?")
_IN_PATH: Final = re.compile(r"[^\\?#@%\s]+")


class Base(NamedTuple):
    """Where calls go.

    Args:
        url: The base URL, without a trailing slash.
        is_given: Whether the caller or the environment says it, so that it holds for operations with servers of their
            own too.
        server: The name of the document's server that was chosen; empty where none was.
    """

    url: str
    is_given: bool
    server: str = ""


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
    names = [name for name, _, _ in SERVERS]
    by_url = {url.rstrip("/"): name for name, url, _ in SERVERS}
    return server if server in names else by_url.get(server.rstrip("/"))


def _base(server: str | None, variables: Mapping[str, str], what: str) -> Base:
    named = {name: (url, known) for name, url, known in SERVERS}
    if not named:
        raise ConfigurationError("server: the API's document has no servers to choose from; pass base_url=.")
    name = next(iter(named)) if server is None else server_named(server) if isinstance(server, str) else None
    if name is None:
        raise ConfigurationError(f"{what} must be one of {', '.join(named)}, or the URL of one; got another text.")
    url, known = named[name]
    return Base(check_base_url(_filled(url, known, variables)), is_given=False, server=name)


def _filled(url: str, known: Variables, variables: Mapping[str, str]) -> str:
    names = [name for name, _, _ in known]
    if unknown := [name for name in variables if name not in names]:
        listed = ", ".join(names) or "none"
        raise ConfigurationError(f"server_variables: there is no variable {unknown[0]!r}; this server has {listed}.")
    values = {name: _value_of(name, variables.get(name, default), allowed) for name, default, allowed in known}
    # What the document lists is the vendor's word.
    chosen = {name for name, _, allowed in known if name in variables and not allowed}
    # In one go, so that no value can name another variable.
    filled = _HOLE.sub(lambda hole: values.get(hole[1], hole[0]), url)
    for hole in _HOLE.finditer(url):
        if hole[1] in chosen:
            _check_place(url, hole, values[hole[1]])
    return filled


def _value_of(name: str, value: object, allowed: tuple[str, ...]) -> str:
    if not isinstance(value, str) or not value:
        raise ConfigurationError(f"server_variables: {name!r} must be text that is not empty.")
    if allowed and value not in allowed:
        raise ConfigurationError(f"server_variables: {name!r} must be one of {', '.join(allowed)}.")
    return value


def _check_place(url: str, hole: re.Match[str], value: str) -> None:
    """Refuse a value that reaches beyond the part of the URL that it is for: it would choose who gets the credentials.

    Args:
        url: The server's URL, with its variables.
        hole: One of them.
        value: What the caller gives for it.

    Raises:
        ConfigurationError: It holds what ends the host or changes the path.
    """
    before, after = url[: hole.start()], url[hole.end() :]
    _, scheme, rest = before.rpartition("://")
    if after.startswith("://"):
        fits = value in {"http", "https"}
    elif not scheme:
        # What begins a URL is all of its origin, which the caller chooses then; the base URL is checked as a whole.
        return
    elif "/" in rest:
        fits = _IN_PATH.fullmatch(value) is not None and not {".", ".."} & {*value.split("/")}
    elif not rest and after[:1] in {"", "/"}:
        fits = _AS_HOST.fullmatch(value) is not None
    else:
        fits = _IN_HOST.fullmatch(value) is not None
    if not fits:
        raise ConfigurationError(
            f"server_variables: {hole[1]!r} holds a character that would lead to another host or path; pass base_url= "
            "if that is meant."
        )


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
