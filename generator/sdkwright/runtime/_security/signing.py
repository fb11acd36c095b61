"""What signs a request is given of it."""

from __future__ import annotations

from .._redaction.values import HoldsSecrets


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
