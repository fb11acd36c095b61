"""The hook for security schemes of HTTP that are neither basic nor bearer, such as digest: the project signs them."""

from __future__ import annotations

from typing import Final, Protocol

from .._security.signing import Signing
from ..errors import ConfigurationError

__all__ = ["DefaultSecurity", "SecurityHook", "Signing"]

_COMPUTED: Final = frozenset({"digest", "hoba", "mutual", "negotiate", "scram-sha-1", "scram-sha-256", "vapid"})
"""Schemes whose credentials are worked out for each request; to send what the caller gave would give it away."""


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
