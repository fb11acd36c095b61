"""What signs a request is given of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from .._redaction.values import HoldsSecrets

_NOTHING: Final[Mapping[str, str]] = {}


class Signing(HoldsSecrets):
    """A request that waits for its signature.

    Args:
        scheme: The security scheme's name in the document.
        kind: HTTP's name of the scheme, such as `Digest`; of a key, the header or parameter that the document names.
        value: What the caller gave for it; empty where that has several parts.
        method: HTTP method.
        url: Where the request goes.
        content: The request's body if it is in memory, or None.
        challenge: What the service asked for with a 401, or None at first.
        values: What the caller gave, by the parts that `spec/sdk.toml` names.
        headers: The other headers of the request, as they are sent.
        time: Seconds since 1970, by the client's clock.
        streamed: Whether the request has a body that is read while it is sent, and so is not in `content`.
    """

    __slots__ = (
        "challenge",
        "content",
        "headers",
        "kind",
        "method",
        "scheme",
        "streamed",
        "time",
        "url",
        "value",
        "values",
    )

    def __init__(  # noqa: PLR0913 - it is data, each part by name
        self,
        *,
        scheme: str,
        kind: str,
        value: str,
        method: str,
        url: str,
        content: bytes | None,
        challenge: str | None,
        values: Mapping[str, str] = _NOTHING,
        headers: Mapping[str, str] = _NOTHING,
        time: float = 0.0,
        streamed: bool = False,
    ) -> None:
        self.scheme: str = scheme
        self.kind: str = kind
        self.value: str = value
        self.method: str = method
        self.url: str = url
        self.content: bytes | None = content
        self.challenge: str | None = challenge
        self.values: Mapping[str, str] = values
        self.headers: Mapping[str, str] = headers
        self.time: float = time
        self.streamed: bool = streamed
