"""Which security schemes the API has, what each needs of a caller, and by which of several ways a call is signed."""

from __future__ import annotations

import itertools
from collections.abc import Collection, Iterable, Iterator
from typing import Final, TypeAlias

from .._api import ALTERNATIVES, OAUTH2, SECURITY

BUILDS_ON: Final = ("_api.ALTERNATIVES", "_api.OAUTH2", "_api.SECURITY")

Way: TypeAlias = tuple[str, ...]
"""Arguments that suffice together."""

_FETCHED: Final = "oauth2"
_SETTINGS: Final = frozenset({"token_url", "scopes"})
_LISTED: Final = 6
"""Ways that a sentence names."""
_TWO: Final = 2

SETTINGS: Final = frozenset(
    argument for _, argument, _, place, name in SECURITY if place == _FETCHED and name in _SETTINGS
)
"""The arguments that are no secret: where tokens are fetched, and for which scopes."""

CALLABLE: Final = frozenset(argument for _, argument, _, place, _ in SECURITY if place in {"bearer", "hook"})
"""The arguments that may be a callable: one that gives a token, or one that signs requests."""

EVERY: Final = tuple(dict.fromkeys(scheme for scheme, *_ in SECURITY))
"""The schemes that need something of the caller."""

VARIABLE_OF: Final = {argument: variable for _, argument, variable, _, _ in SECURITY}
"""The environment variable of each argument."""


def _ways_of(scheme: str) -> tuple[Way, ...]:
    rows = [(argument, place, name) for owner, argument, _, place, name in SECURITY if owner == scheme]
    fetching = {name: argument for argument, place, name in rows if place == _FETCHED}
    found: list[Way] = [(argument,) for argument, place, _ in rows if place not in {"basic", _FETCHED}]
    if basic := tuple(argument for argument, place, _ in rows if place == "basic"):
        found.append(basic)
    if "refresh_token" in fetching:
        found.append((fetching["refresh_token"],))
    if fetching and OAUTH2[scheme][0]:
        found.append((fetching["client_id"], fetching["client_secret"]))
    # Of mutual TLS, nothing but the connection knows.
    return tuple(found) or ((),)


STAND_INS: Final = frozenset(argument for _, argument, _, place, _ in SECURITY if place != _FETCHED)
"""The arguments that together suffice for every scheme without anything being fetched."""

WAYS: Final = {scheme: _ways_of(scheme) for scheme in {*EVERY, *itertools.chain(*ALTERNATIVES)}}
"""What suffices for each scheme; the first that the caller gave counts."""

NEEDS_NOTHING: Final = () in ALTERNATIVES or not SECURITY
"""Whether there is an operation that needs no credentials."""


def way_of(scheme: str, given: Collection[str]) -> Way | None:
    """Return by which arguments a scheme is served, or None.

    Args:
        scheme: Its name.
        given: The arguments that have a value.
    """
    return next((way for way in WAYS.get(scheme, ()) if all(argument in given for argument in way)), None)


def chosen(alternatives: Iterable[tuple[str, ...]], given: Collection[str]) -> tuple[str, ...] | None:
    """Return the schemes that sign a call: the first alternative of which the caller gave all; None if there is none.

    An alternative that needs nothing counts only where no other is served.

    Args:
        alternatives: The schemes of each alternative.
        given: The arguments that have a value.
    """
    idle: tuple[str, ...] | None = None
    for alternative in alternatives:
        ways = [way_of(scheme, given) for scheme in alternative]
        if None in ways:
            continue
        if any(ways):
            return alternative
        idle = alternative if idle is None else idle
    return idle


def ways_through(alternatives: Iterable[tuple[str, ...]]) -> list[Way]:
    """Return the arguments that suffice, each way once.

    Args:
        alternatives: The schemes of each alternative.
    """
    found = (
        tuple(dict.fromkeys(itertools.chain(*ways)))
        for alternative in alternatives
        for ways in itertools.product(*(WAYS.get(scheme, ()) for scheme in alternative))
    )
    return [way for way in dict.fromkeys(found) if way]


def nearest(given: Collection[str]) -> Way | None:
    """Return the way that some arguments are a part of and none is the whole of; None where nothing is amiss.

    Args:
        given: The arguments that have a value.
    """
    ways = ways_through(ALTERNATIVES)
    whole = [way for way in ways if all(argument in given for argument in way)]
    own = [argument for argument in given if argument not in SETTINGS]
    if not whole:
        return max(ways, key=lambda way: len({*way} & {*own}), default=None)
    used = {argument for scheme in EVERY for argument in way_of(scheme, given) or ()}
    for scheme in EVERY:
        for way in WAYS[scheme]:
            # An id without its secret, beside something else that suffices.
            if {*way} & {*own} - used and way_of(scheme, given) is None:
                return way
    return None


def join(names: Iterable[str]) -> str:
    """Return names as they stand in a sentence: `a, b and c`.

    Args:
        names: One or more names.
    """
    *head, last = names
    return f"{', '.join(head)} and {last}" if head else last


def all_of(way: Way) -> str:
    """Return how a sentence names all arguments of a way: `both`, or `all` of more than two.

    Args:
        way: The arguments.
    """
    return "both" if len(way) == _TWO else "all"


def either(texts: Iterable[str]) -> str:
    """Return alternatives as they stand in a sentence: `a, or b and c`.

    Args:
        texts: One or more.
    """
    listed = list(itertools.islice(_shortened(texts), _LISTED + 1))
    return ", or ".join(listed)


def _shortened(texts: Iterable[str]) -> Iterator[str]:
    for number, text in enumerate(texts):
        if number == _LISTED:
            yield "what else the documentation names"
            return
        yield text


def arguments_of(ways: Iterable[Way]) -> str:
    """Return what to pass, as a sentence names it: `api_key=, or username= and password=`.

    Args:
        ways: Each way.
    """
    return either(join(f"{argument}=" for argument in way) for way in ways)
