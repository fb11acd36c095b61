"""Checks an account's API keys once, and redacts them in every text. They come from arguments or the environment."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final, NoReturn, Self, TypeVar

from .._api import SECURITY
from .._redaction.values import HoldsSecrets, as_secret
from ..errors import ConfigurationError

BUILDS_ON: Final = ("_api.SECURITY",)

ARGUMENTS: Final = tuple(argument for _, argument, _, _, _ in SECURITY)
"""The client's argument for each key."""

VARIABLES: Final = tuple(variable for _, _, variable, _, _ in SECURITY)
"""The environment variable of each key."""

_HEADERS: Final = tuple(name for _, _, _, _, name in SECURITY)

# What a header carries the same way through every client and proxy.
_SENDABLE: Final = re.compile(r"[\x20-\x7e]*")

_TWO: Final = 2

K = TypeVar("K", bound="ApiKeys")


class ApiKeys(HoldsSecrets):
    """Base of a package's credentials, whose arguments and properties have the names that the package gives them."""

    __slots__ = ("_reveal",)

    _reveal: Callable[[], tuple[tuple[str, str], ...]]

    def _hold(self, *values: str) -> None:
        """Keep the keys, in the order of `ARGUMENTS`.

        Args:
            values: What `as_secret` made of each key.

        Raises:
            ConfigurationError: A value cannot be sent. The message names the argument and never quotes the value.
        """
        for argument, value in zip(ARGUMENTS, values, strict=True):
            _check(value, argument)
        headers = tuple(zip(_HEADERS, values, strict=True))
        # In no attribute, because tools that list slots read them whatever the class refuses.
        object.__setattr__(self, "_reveal", lambda: headers)

    def _value(self, index: int) -> str:
        return self._reveal()[index][1]

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError("Credentials never change: make others.")

    def __delattr__(self, name: str) -> NoReturn:
        raise AttributeError("Credentials never change: make others.")

    def __eq__(self, other: object) -> bool:
        return headers_of(self) == headers_of(other) if isinstance(other, ApiKeys) else NotImplemented

    def __hash__(self) -> int:
        return hash(headers_of(self))

    def __repr__(self) -> str:
        return f"Credentials({', '.join(f'{argument}=<hidden>' for argument in ARGUMENTS)})"

    @classmethod
    def from_environment(cls, environ: Mapping[str, str] | None = None) -> Self:
        """Read the environment variables that a client reads.

        Args:
            environ: The variables to read; the process's own when None.

        Returns:
            The credentials.

        Raises:
            ConfigurationError: A variable is unset, empty or unfit; the message names it.
        """
        variables = os.environ if environ is None else environ
        values: dict[str, str] = {name: as_secret(variables.get(name)) for name in VARIABLES}
        # A traceback that shows locals would show the whole environment.
        del variables, environ
        missing = [name for name, value in values.items() if not value]
        if missing:
            verb = "is" if len(missing) == 1 else "are"
            raise ConfigurationError(f"{join(missing)} {verb} not set: {_how_to_set()}.")
        for name, value in values.items():
            _check(value, name)
        return made(cls, values.values())


def made(kind: Callable[..., K], values: Iterable[str]) -> K:
    """Make credentials of keys.

    Args:
        kind: The class of the package's credentials.
        values: The keys, in the order of `ARGUMENTS`.

    Raises:
        ConfigurationError: A value cannot be sent.
    """
    return kind(*values)


def headers_of(keys: ApiKeys) -> tuple[tuple[str, str], ...]:
    """Return the headers that carry the keys: names and values.

    Args:
        keys: The credentials.
    """
    return keys._reveal()  # noqa: SLF001 # pyright: ignore[reportPrivateUsage] - of this module


def secret_values(credentials: Iterable[ApiKeys]) -> Iterator[str]:
    """Yield every secret value of some credentials.

    Args:
        credentials: The credentials.
    """
    for keys in credentials:
        for _, value in headers_of(keys):
            yield value


def join(names: Iterable[str]) -> str:
    """Return names as they stand in a sentence: `a, b and c`.

    Args:
        names: One or more names.
    """
    *head, last = names
    return f"{', '.join(head)} and {last}" if head else last


def all_of_them() -> str:
    """Return how a sentence names all keys: `both`, or `all` of more than two."""
    return "both" if len(ARGUMENTS) == _TWO else "all"


def _how_to_set() -> str:
    variables = "the variable" if len(ARGUMENTS) == 1 else f"{all_of_them()} variables"
    return f"set {variables}, or pass {join(f'{argument}=' for argument in ARGUMENTS)}"


def _check(value: object, name: str) -> None:
    """Refuse what cannot be sent as a header value.

    Args:
        value: What `as_secret` made of it, so that no traceback through here shows it.
        name: What to call it.

    Raises:
        ConfigurationError: The value is unfit; the message names it and never quotes it.
    """
    if not isinstance(value, str):
        kind = value if isinstance(value, type) else type(value)
        raise ConfigurationError(f"{name} must be a str, not {kind.__name__}.")
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
