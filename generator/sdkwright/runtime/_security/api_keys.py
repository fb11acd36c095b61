"""Keeps an account's credentials: checked once, redacted in every text, from arguments or the environment."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Final, NoReturn, Self, TypeVar, cast

from .._api import ALTERNATIVES, SECURITY
from .._redaction.values import HoldsSecrets
from ..errors import ConfigurationError
from .checks import check, guarded
from .schemes import (
    NEEDS_NOTHING,
    SETTINGS,
    VARIABLE_OF,
    Way,
    all_of,
    arguments_of,
    basic,
    either,
    join,
    nearest,
    ways_through,
)

__all__ = ["ARGUMENTS", "VARIABLES", "ApiKeys", "join", "made", "secret_values", "values_of"]

BUILDS_ON: Final = ("_api.ALTERNATIVES", "_api.SECURITY")

ARGUMENTS: Final = tuple(argument for _, argument, _, _, _ in SECURITY)
"""The client's arguments."""

VARIABLES: Final = tuple(variable for _, _, variable, _, _ in SECURITY)
"""The environment variable of each argument."""

_BASIC: Final = tuple(
    tuple(row[1] for row in SECURITY if row[0] == scheme)
    for scheme in dict.fromkeys(row[0] for row in SECURITY if row[3] == "basic")
)
"""Name and password of each scheme of HTTP's basic authentication."""

K = TypeVar("K", bound="ApiKeys")


class ApiKeys(HoldsSecrets):
    """Base of a package's credentials, whose arguments and properties have the names that the package gives them."""

    __slots__ = ("_reveal",)

    _reveal: Callable[[], tuple[Any, ...]]

    def _hold(self, *values: Any) -> None:
        """Keep the values, in the order of `ARGUMENTS`.

        Args:
            values: What `as_secret` made of each; None for what was not given.

        Raises:
            ConfigurationError: A value cannot be sent. The message names the argument and never quotes the value.
        """
        given = [argument for argument, value in zip(ARGUMENTS, values, strict=True) if value is not None]
        ways = ways_through(ALTERNATIVES)
        for argument, value in zip(ARGUMENTS, values, strict=True):
            if value is not None or (not NEEDS_NOTHING and ways == [ARGUMENTS]):
                check(value, argument)
        if set(given) - SETTINGS and (way := nearest(given)) is not None:
            raise ConfigurationError(_half(given, way))
        # In no attribute, because tools that list slots read them whatever the class refuses.
        object.__setattr__(self, "_reveal", lambda: values)

    def _value(self, index: int) -> str:
        # The properties say where it may be a callable, or nothing.
        return cast("str", self._reveal()[index])

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError("Credentials never change: make others.")

    def __delattr__(self, name: str) -> NoReturn:
        raise AttributeError("Credentials never change: make others.")

    def __eq__(self, other: object) -> bool:
        return values_of(self) == values_of(other) if isinstance(other, ApiKeys) else NotImplemented

    def __hash__(self) -> int:
        return hash(values_of(self))

    def __repr__(self) -> str:
        # Of one whose making failed, nothing is known.
        given = given_of(self) if hasattr(self, "_reveal") else ARGUMENTS
        return f"Credentials({', '.join(f'{argument}=<hidden>' for argument in given)})"

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
        values: dict[str, Any] = {
            argument: guarded(argument, variables.get(name) or None) for argument, name in VARIABLE_OF.items()
        }
        # A traceback that shows locals would show the whole environment.
        del variables, environ
        given = [argument for argument, value in values.items() if value is not None]
        if (lacking := lacking_of(given)) is not None:
            raise ConfigurationError(lacking)
        for argument in given:
            check(values[argument], argument, VARIABLE_OF[argument])
        return made(cls, values.values())


def made(kind: Callable[..., K], values: Iterable[Any]) -> K:
    """Make credentials of their values.

    Args:
        kind: The class of the package's credentials.
        values: The values in the order of `ARGUMENTS`; None for what was not given.

    Raises:
        ConfigurationError: A value cannot be sent.
    """
    return kind(**dict(zip(ARGUMENTS, values, strict=True)))


def values_of(credentials: ApiKeys) -> tuple[Any, ...]:
    """Return the values in the order of `ARGUMENTS`; None for what was not given.

    Args:
        credentials: The credentials.
    """
    return credentials._reveal()  # noqa: SLF001 # pyright: ignore[reportPrivateUsage] - of this module


def given_of(credentials: ApiKeys) -> dict[str, Any]:
    """Return what was given, by the arguments.

    Args:
        credentials: The credentials.
    """
    pairs = zip(ARGUMENTS, values_of(credentials), strict=True)
    return {argument: value for argument, value in pairs if value is not None}


def secret_values(credentials: Iterable[ApiKeys]) -> Iterator[str]:
    """Yield every secret value of some credentials, in the forms in which requests carry it.

    Args:
        credentials: The credentials.
    """
    for one in credentials:
        given = given_of(one)
        yield from (value for name, value in given.items() if isinstance(value, str) and name not in SETTINGS)
        for pair in _BASIC:
            if all(argument in given for argument in pair):
                yield basic(*(given[argument] for argument in pair))


def unset(given: Iterable[str]) -> list[str]:
    """Return the environment variables that are lacking for the nearest way to sign; none where none is needed.

    Args:
        given: The arguments whose variables are set.
    """
    given = list(given)
    way = nearest(given)
    if way is None or (NEEDS_NOTHING and not given):
        return []
    return [VARIABLE_OF[argument] for argument in way if argument not in given]


def lacking_of(given: Iterable[str]) -> str | None:
    """Return what is said where variables are lacking, or None.

    Args:
        given: The arguments whose variables are set.
    """
    given = list(given)
    missing, ways = unset(given), ways_through(ALTERNATIVES)
    if not missing:
        return None
    verb = "is" if len(missing) == 1 else "are"
    if len(ways) == 1:
        return f"{join(missing)} {verb} not set: {_how_to_set(ways[0])}."
    named = either(join(VARIABLE_OF[argument] for argument in way) for way in ways)
    said = f"{join(missing)} {verb} not set" if set(given) - SETTINGS else "no credentials are set"
    return f"{said}: set {named}, or pass {arguments_of(ways)}."


def _how_to_set(way: Way) -> str:
    variables = "the variable" if len(way) == 1 else f"{all_of(way)} variables"
    return f"set {variables}, or pass {join(f'{argument}=' for argument in way)}"


def _half(given: Iterable[str], way: Way) -> str:
    """What is said where a part of what belongs together was given."""
    own = [f"{argument}=" for argument in given if argument not in SETTINGS]
    verb = "was" if len(own) == 1 else "were"
    lacking = join(f"{argument}=" for argument in way if argument not in given)
    neither = "neither" if all_of(way) == "both" else "none"
    return f"{join(own)} {verb} given without {lacking}: give {all_of(way)}, or {neither}."


def half_given(given: Iterable[str]) -> str | None:
    """Return what is said where a part of what belongs together was given, or None.

    Args:
        given: The client's arguments that have a value.
    """
    given = list(given)
    way = nearest(given)
    return None if way is None else _half(given, way)
