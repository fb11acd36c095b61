"""The security schemes of the API: what each needs of a caller, which of them sign a call, and what they put on it."""

from __future__ import annotations

import itertools
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any, Final, TypeAlias
from urllib.parse import quote

from .._api import ALTERNATIVES, OAUTH2, SECURITY
from .._redaction.values import HoldsSecrets, SecretStr

BUILDS_ON: Final = ("_api.ALTERNATIVES", "_api.OAUTH2", "_api.SECURITY")

AUTHORIZATION: Final = "Authorization"

Way: TypeAlias = tuple[str, ...]
"""Arguments that suffice together."""

_FETCHED: Final = "oauth2"
_SIGNED: Final = "signed"
_TOGETHER: Final = ("basic", _SIGNED)
"""The places whose arguments suffice together, and not each by itself."""
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
    found: list[Way] = [(argument,) for argument, place, _ in rows if place not in {*_TOGETHER, _FETCHED}]
    shared = [tuple(argument for argument, place, _ in rows if place == one) for one in _TOGETHER]
    found.extend(filter(None, shared))
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


class Plan(HoldsSecrets):
    """How requests of one alternative are signed, with some credentials.

    Args:
        schemes: The security schemes of the alternative.
        given: What the caller gave, by argument; it suffices for the schemes.

    Attributes:
        headers: Names and values.
        cookies: Names and values.
        query: The pairs of the query, encoded: `key=abc`.
        tokens: The schemes whose token is had at the call, by the arguments that give it.
        hooked: The schemes that a hook signs, each with HTTP's name of it and the value, the values of its parts, or
            the callable that signs.
    """

    __slots__ = ("cookies", "headers", "hooked", "query", "tokens")

    def __init__(self, schemes: tuple[str, ...], given: Mapping[str, Any]) -> None:
        self.headers: tuple[tuple[str, str], ...] = ()
        self.cookies: tuple[str, ...] = ()
        self.query: tuple[str, ...] = ()
        self.tokens: tuple[tuple[str, tuple[str, ...]], ...] = ()
        self.hooked: tuple[tuple[str, str, Any], ...] = ()
        for scheme in schemes:
            self._add(scheme, way_of(scheme, given) or (), given)

    def _add(self, scheme: str, way: tuple[str, ...], given: Mapping[str, Any]) -> None:
        rows = [row for row in SECURITY if row[0] == scheme and row[1] in way]
        values = [given[argument] for _, argument, _, _, _ in rows]
        for (_, _, _, place, name), value in zip(rows, values, strict=True):
            match place:
                case "header":
                    self.headers += ((name, value),)
                case "query":
                    self.query += (SecretStr(f"{quote(name, safe='')}={quote(value, safe='')}"),)
                case "cookie":
                    self.cookies += (SecretStr(f"{name}={value}"),)
                case "hook":
                    self.hooked += ((scheme, name, value),)
                case "bearer" if not (is_provider(value) or _refreshed(scheme, given)):
                    self.headers += ((AUTHORIZATION, bearer(value)),)
                case "bearer":
                    self.tokens += ((scheme, way),)
                case _:
                    continue
        if rows:
            self._add_together(scheme, way, rows[0][3:], dict(zip((row[4] for row in rows), values, strict=True)))

    def _add_together(self, scheme: str, way: tuple[str, ...], first: tuple[str, ...], given: dict[str, Any]) -> None:
        """Add what several arguments of a scheme are together."""
        match first[0]:
            case "basic":
                self.headers += ((AUTHORIZATION, SecretStr(f"Basic {basic(*given.values())}")),)
            case "oauth2":
                self.tokens += ((scheme, way),)
            case "signed":
                parts = {name.partition(" ")[0]: value for name, value in given.items()}
                self.hooked += ((scheme, first[1].partition(" ")[2], parts),)
            case _:
                return


def bearer(token: str) -> str:
    """Return what the header holds that carries a token.

    Args:
        token: The token.
    """
    return SecretStr(f"Bearer {token}")


def part(scheme: str, name: str, given: Mapping[str, Any]) -> str | None:
    """Return what the caller gave for one part of an OAuth 2 scheme, or None.

    Args:
        scheme: The scheme.
        name: The part: `client_id`, `client_secret`, `refresh_token`, `token_url` or `scopes`.
        given: What the caller gave, by argument.
    """
    found = (given.get(row[1]) for row in SECURITY if row[0] == scheme and row[3] == "oauth2" and row[4] == name)
    return next(found, None)


def _refreshed(scheme: str, given: Mapping[str, Any]) -> bool:
    """Whether a token that was given can be renewed with a refresh token."""
    return scheme in OAUTH2 and part(scheme, "refresh_token", given) is not None


def basic(username: str, password: str) -> str:
    """Return what HTTP's basic authentication makes of a name and a password.

    Args:
        username: The name.
        password: The password.
    """
    from base64 import b64encode  # for basic authentication only

    return SecretStr(b64encode(f"{username}:{password}".encode()).decode("ascii"))


def is_provider(value: object) -> bool:
    """Return whether a value that `guarded` returned gives a token when it is called.

    Args:
        value: The value.
    """
    return callable(value) and not isinstance(value, type)
