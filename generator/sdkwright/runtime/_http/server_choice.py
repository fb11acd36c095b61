"""One of the document's servers, with the values of its variables."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final, TypeAlias

from .._api import OWN_VARIABLES
from ..errors import ConfigurationError

BUILDS_ON: Final = ("_api.OWN_VARIABLES",)

Variables: TypeAlias = tuple[tuple[str, str, tuple[str, ...]], ...]
Servers: TypeAlias = tuple[tuple[str, str, Variables], ...]

_HOLE: Final = re.compile(r"\{([^{}]*)\}")
_IN_HOST: Final = re.compile(r"[A-Za-z0-9._-]+")
_AS_HOST: Final = re.compile(r"[A-Za-z0-9._-]+(?::[0-9]{1,5})?|\[[0-9A-Fa-f:.]+\](?::[0-9]{1,5})?")
_IN_PATH: Final = re.compile(r"[^\\?#@%\s]+")


def name_of(servers: Servers, server: str) -> str | None:
    """Return the name of a server of the document, or None if there is none.

    Args:
        servers: What the document has: name, URL and variables of each.
        server: Its name, or its URL as the document has it.
    """
    names = [name for name, _, _ in servers]
    by_url = {url.rstrip("/"): name for name, url, _ in servers}
    return server if server in names else by_url.get(server.rstrip("/"))


def chosen(servers: Servers, server: object, variables: Mapping[str, str], what: str) -> tuple[str, str]:
    """Return the URL of a server of the document, and its name.

    Args:
        servers: What the document has: name, URL and variables of each.
        server: Its name, or its URL as the document has it; None for the first one.
        variables: Values of its variables.
        what: Who says which server, for the error: an argument, or a variable of the environment.

    Raises:
        ConfigurationError: There is no such server or variable, or a value would lead elsewhere.
    """
    named = {name: (url, known) for name, url, known in servers}
    name = next(iter(named)) if server is None else name_of(servers, server) if isinstance(server, str) else None
    if name is None:
        raise ConfigurationError(f"{what} must be one of {', '.join(named)}, or the URL of one; got another text.")
    url, known = named[name]
    names = [*dict.fromkeys([*(name for name, _, _ in known), *OWN_VARIABLES])]
    if unknown := [name for name in variables if name not in names]:
        listed = ", ".join(names) or "none"
        raise ConfigurationError(f"server_variables: there is no variable {unknown[0]!r}; this server has {listed}.")
    return _filled(url, known, variables), name


def chosen_of_own(servers: Servers, server: str, variables: Mapping[str, str]) -> str:
    """Return the URL of a server that an operation has of its own: that of a name, or else the first.

    Args:
        servers: What the operation has, as `chosen` takes it.
        server: The name of the client's server; empty where none was chosen.
        variables: Values of variables; of those that the server does not have, nothing is taken.

    Raises:
        ConfigurationError: A value would lead elsewhere.
    """
    _, url, known = next((one for one in servers if one[0] == server), servers[0])
    names = {name for name, _, _ in known}
    return _filled(url, known, {name: value for name, value in variables.items() if name in names})


def _filled(url: str, known: Variables, variables: Mapping[str, str]) -> str:
    """The URL of a server with values for its variables, each checked."""
    values = {name: _value_of(name, variables.get(name, default), allowed) for name, default, allowed in known}
    # What the document lists is the vendor's word.
    given = {name for name, _, allowed in known if name in variables and not allowed}
    # In one go, so that no value can name another variable.
    filled = _HOLE.sub(lambda hole: values.get(hole[1], hole[0]), url)
    for hole in _HOLE.finditer(url):
        if hole[1] in given:
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
