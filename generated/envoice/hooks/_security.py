"""The hook for security schemes of HTTP that are neither basic nor bearer, such as digest: the project signs them."""

from __future__ import annotations

from typing import Final, Protocol

from .._redaction.values import HoldsSecrets
from ..errors import ConfigurationError

_COMPUTED: Final = frozenset({"digest", "hoba", "mutual", "negotiate", "scram-sha-1", "scram-sha-256", "vapid"})
"""Schemes whose credentials are worked out for each request; to send what the caller gave would give it away."""


class Signing(HoldsSecrets):
    """A request that waits for its signature.

    Args:
        scheme: The security scheme's name in the document.
        kind: HTTP's name of the scheme, such as `Digest`.
        value: What the caller gave for it.
        method: HTTP method.
        url: Where the request goes.
        content: The request's body if it is in memory, or None.
        challenge: What the service asked for with a 401, or None at first.
    """

    __slots__ = ("challenge", "content", "kind", "method", "scheme", "url", "value")

    def __init__(
        self, *, scheme: str, kind: str, value: str, method: str, url: str, content: bytes | None, challenge: str | None
    ) -> None:
        self.scheme: str = scheme
        self.kind: str = kind
        self.value: str = value
        self.method: str = method
        self.url: str = url
        self.content: bytes | None = content
        self.challenge: str | None = challenge


class SecurityHook(Protocol):
    """What the package needs to know of a way to sign requests."""

    @property
    def answers_challenges(self) -> bool:
        """Whether a request that was refused with a 401 is signed anew, once, with what the service asked for."""
        ...

    def headers(self, signing: Signing) -> dict[str, str]:
        """Return the headers that sign a request.

        Args:
            signing: The request, and what the caller gave.

        Raises:
            ConfigurationError: It cannot be signed.
        """
        ...


class DefaultSecurity:
    """Sends what the caller gave behind the scheme's name, where that gives nothing away."""

    answers_challenges: bool = False
    """Whether a request that was refused with a 401 is signed anew, once, with what the service asked for."""

    def headers(self, signing: Signing) -> dict[str, str]:
        """Return the header `Authorization` with the scheme's name and the value.

        Args:
            signing: The request, and what the caller gave.

        Raises:
            ConfigurationError: The scheme has credentials that are worked out for each request.
        """
        if signing.kind.lower() in _COMPUTED:
            raise ConfigurationError(
                f"The scheme {signing.kind} signs each request in a way of its own: pass a callable that takes the "
                "request and gives its headers, or write the project's module hooks/security.py."
            )
        return {"Authorization": f"{signing.kind} {signing.value}"}
