"""What the stubs ask of a request for its security schemes: that the credentials are there, whatever they are."""

from collections.abc import Mapping, Sequence
from typing import TypeAlias

import attrs

from sdkwright.ir import Api, Operation, SecurityScheme

Conditions: TypeAlias = dict[str, dict[str, str]]
"""What WireMock asks of a header or a parameter, by its name."""

_ANY = {"matches": ".+"}
_WORDS = {"basic": "Basic ", "bearer": "Bearer "}


@attrs.frozen
class Signature:
    """Conditions of WireMock.

    Attributes:
        headers: By name.
        query: By name.
        cookies: By name.
    """

    headers: Conditions = attrs.field(factory=dict)
    query: Conditions = attrs.field(factory=dict)
    cookies: Conditions = attrs.field(factory=dict)


def signatures(api: Api) -> dict[str, Signature]:
    """What each security scheme puts on a request."""
    return {scheme.name: _of(scheme) for scheme in api.security_schemes}


def _of(scheme: SecurityScheme) -> Signature:
    if scheme.kind == "apiKey":
        name = scheme.parameter or scheme.name
        if scheme.location == "query":
            return Signature(query={name: _ANY})
        return Signature(cookies={name: _ANY}) if scheme.location == "cookie" else Signature({name: _ANY})
    if scheme.kind == "http":
        word = _WORDS.get(scheme.scheme.lower())
        return Signature({"Authorization": {"contains": word} if word else _ANY})
    return Signature({"Authorization": {"contains": "Bearer "}} if scheme.kind in {"oauth2", "openIdConnect"} else {})


def signed_by(operation: Operation, schemes: Mapping[str, Signature]) -> Signature:
    """What every alternative of an operation puts on its requests: a stub cannot ask for one thing or another."""
    found = [
        _together([schemes[name] for name in alternative if name in schemes])
        for alternative in operation.security or ()
    ]
    return common(found)


def _together(parts: Sequence[Signature]) -> Signature:
    headers: Conditions = {}
    query: Conditions = {}
    cookies: Conditions = {}
    for part in parts:
        headers |= part.headers
        query |= part.query
        cookies |= part.cookies
    return Signature(headers, query, cookies)


def common(found: Sequence[Signature]) -> Signature:
    """What several signatures have in common.

    Args:
        found: The signatures.
    """
    if not found:
        return Signature()
    first, *others = found
    return Signature(
        _shared(first.headers, [other.headers for other in others]),
        _shared(first.query, [other.query for other in others]),
        _shared(first.cookies, [other.cookies for other in others]),
    )


def _shared(first: Conditions, others: Sequence[Conditions]) -> Conditions:
    return {name: asked for name, asked in first.items() if all(other.get(name) == asked for other in others)}
