"""What one way of signing puts on a request: headers, cookies and values of the query, and the tokens that it needs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final
from urllib.parse import quote

from .._api import OAUTH2, SECURITY
from .._redaction.values import HoldsSecrets, SecretStr
from .api_keys import basic
from .checks import is_provider
from .schemes import way_of

BUILDS_ON: Final = ("_api.OAUTH2", "_api.SECURITY")

AUTHORIZATION: Final = "Authorization"


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
        hooked: The schemes that a hook signs, each with HTTP's name of it and the value, or the callable that signs.
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
        if rows and rows[0][3] == "basic":
            self.headers += ((AUTHORIZATION, SecretStr(f"Basic {basic(*values)}")),)
        elif rows and rows[0][3] == "oauth2":
            self.tokens += ((scheme, way),)


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
