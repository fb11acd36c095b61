"""Refuses what cannot be sent as a key, a password or a token, without ever quoting it."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Final, cast

from .._api import SECURITY
from .._redaction.values import as_secret
from ..errors import ConfigurationError
from .schemes import CALLABLE, is_provider

BUILDS_ON: Final = ("_api.SECURITY",)

# What a header carries the same way through every client and proxy.
_SENDABLE: Final = re.compile(r"[\x20-\x7e]*")

_PLACES: Final = {argument: (place, name) for _, argument, _, place, name in SECURITY}
_NOT_IN_COOKIES: Final = frozenset(' ",;\\')


def guarded(argument: str, value: object) -> Any:
    """Return an argument as a secret; a provider of a token, and what signs requests, as it is.

    Args:
        argument: Its name.
        value: What was given.
    """
    if argument in CALLABLE and callable(value) and not isinstance(value, type):
        return value
    return as_secret(value)


def check(value: object, argument: str, name: str = "") -> None:
    """Refuse what cannot be sent.

    Args:
        value: What `guarded` made of it, so that no traceback through here shows it.
        argument: The client's argument for it.
        name: What to call it, by default as the argument.

    Raises:
        ConfigurationError: The value is unfit; the message names it and never quotes it.
    """
    name = name or argument
    place, part = _PLACES.get(argument, ("header", ""))
    if argument in CALLABLE and is_provider(value):
        return
    if not isinstance(value, str):
        kind = value if isinstance(value, type) else type(value)
        ways = {"bearer": "a str or a callable that gives one", "hook": "a str or a callable that signs requests"}
        wanted = ways.get(place, "a str")
        raise ConfigurationError(f"{name} must be {wanted}, not {kind.__name__}.")
    if place == "basic":
        _check_basic(value, name, part)
        return
    if not value.strip():
        raise ConfigurationError(f"{name} is empty: copy it from the account's settings page.")
    if value != value.strip():
        raise ConfigurationError(f"{name} begins or ends with whitespace (a line break read from a file?): strip it.")
    sendable = _SENDABLE.match(value)
    if sendable is None or sendable.end() != len(value):
        at = 0 if sendable is None else sendable.end()
        raise ConfigurationError(
            f"{name} has a control or non-ASCII character at position {at}: copy it again from the settings page."
        )
    if place == "cookie" and not _NOT_IN_COOKIES.isdisjoint(value):
        raise ConfigurationError(
            f"{name} has a space, a comma, a semicolon, a quote or a backslash, which no cookie carries: copy it again "
            "from the settings page."
        )


def _check_basic(value: str, name: str, part: str) -> None:
    # Any language may be typed into a password, and some services take a key as the name and no password.
    if part == "username" and not value:
        raise ConfigurationError(f"{name} is empty: copy it from the account's settings page.")
    if part == "username" and ":" in value:
        raise ConfigurationError(f"{name} has a colon, which ends the name in HTTP's basic authentication.")
    if not value.isprintable():
        raise ConfigurationError(f"{name} has a control character (a line break read from a file?): strip it.")


def checked_token(value: object, argument: str) -> str | None:
    """Return what a provider gave as a secret, or None if it is no token.

    Args:
        value: What it gave.
        argument: The client's argument for the provider.

    Raises:
        ConfigurationError: It is a text that cannot be sent.
    """
    secret = cast("Callable[[object], Any]", as_secret)(value)
    if not isinstance(secret, str):
        return None
    check(secret, argument, f"the token that {argument} gave")
    return secret
