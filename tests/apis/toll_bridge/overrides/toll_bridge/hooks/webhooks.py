"""Verifies deliveries: the header `Bridge-Signature: t=SECONDS,v1=HEX` is an HMAC over the time and the body."""

from __future__ import annotations

import hashlib
import hmac
import os
import re
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final, Self

import attrs
from toll_bridge._json.shapes import is_object
from toll_bridge._redaction.values import SecretBytes
from toll_bridge.enums import OpenEnum
from toll_bridge.errors import ConfigurationError, WebhookError, WebhookPayloadError, WebhookSignatureError
from toll_bridge.webhooks._handling import HandledEvent
from toll_bridge.webhooks._secrets import as_secrets, encoded, from_variables, values_of
from toll_bridge.webhooks._strict import check_depth, check_encoding, decode_strictly, limited_bytes
from toll_bridge.webhooks._verifier import MAX_BODY, BaseVerifier

if TYPE_CHECKING:
    from toll_bridge import webhook_events

__all__ = ["Deliveries", "EventType", "WebhookEvent", "Webhooks"]

BUILDS_ON: Final = (
    "testing.build",
    "webhook_events.WebhookEvent",
    "webhook_events.parse_event",
)

HEADER: Final = "bridge-signature"
VARIABLE: Final = "BRIDGE_WEBHOOK_SECRET"

_SIGNATURE: Final = re.compile(r"t=([0-9]{1,12}),v1=([0-9a-f]{64})")


class EventType(OpenEnum):
    """What kind of event a delivery is."""

    CROSSING_PAID = "crossing.paid"
    LANE_CLOSED = "lane.closed"


@attrs.frozen
class WebhookEvent(HandledEvent):
    """A verified delivery.

    Attributes:
        type: What kind of event it is.
        id: The same in every delivery of the event.
        data: What the document says of it.
        raw: The exact bytes of the delivery.
    """

    type: EventType | None
    id: str
    data: webhook_events.WebhookEvent = attrs.field(repr=False)
    raw: bytes = attrs.field(repr=False)


class Webhooks(BaseVerifier):
    """Verifies deliveries and decodes them.

    Args:
        secret: What deliveries are signed with, or several while one replaces another.
        max_body: The largest body to look at, in bytes.
        max_age: Seconds after which a delivery is refused.

    Raises:
        ConfigurationError: There is no secret, or an argument cannot be used.
    """

    __slots__ = ("_max_age", "_signers")

    def __init__(self, *, secret: str | Iterable[str], max_body: int = MAX_BODY, max_age: float = 300.0) -> None:
        super().__init__()
        self._max_age = max_age
        self._signers: tuple[Callable[[bytes], str], ...] = ()
        secret = as_secrets(secret)
        self._set_limit(max_body)
        secrets = encoded("secret", secret)
        if not secrets:
            raise ConfigurationError("secret= of Webhooks is missing.")
        self._signers = tuple(map(_signer, secrets))
        self._keep(secrets)

    @classmethod
    def from_environment(cls) -> Self:
        """Read the secret from `BRIDGE_WEBHOOK_SECRET`; while it is replaced, the old one from that with `_OLD`.

        Raises:
            ConfigurationError: It is not set.
        """
        return cls(secret=values_of(from_variables(os.environ, (VARIABLE,))))

    def unwrap(self, body: bytes, headers: Mapping[str, str] | None = None) -> WebhookEvent:
        """Verify one delivery and return its event.

        Args:
            body: The request's body exactly as received.
            headers: The request's headers.

        Raises:
            WebhookSignatureError: The signature is missing, malformed, or not made with any of the secrets.
            WebhookPayloadError: The body cannot be read.
            WebhookError: The delivery is too old.
        """
        content = limited_bytes(body, self.max_body)
        given = next((text for name, text in (headers or {}).items() if name.lower() == HEADER), "")
        match = _SIGNATURE.fullmatch(given)
        if match is None:
            raise WebhookSignatureError("The delivery has no header Bridge-Signature of the form t=SECONDS,v1=HEX.")
        signed = match[1].encode() + b"." + content
        fits = False
        for sign in self._signers:  # each is tried, so that the time does not tell which fits
            fits |= hmac.compare_digest(match[2], sign(signed))
        if not fits:
            raise WebhookSignatureError("The delivery's signature fits none of the secrets.")
        if abs(time.time() - int(match[1])) > self._max_age:
            raise WebhookError(f"The delivery was not made within {self._max_age:g} s (max_age= of Webhooks).")
        return _read(content)


class Deliveries:
    """Tells events apart and sums them up."""

    def event_key(self, event: WebhookEvent) -> str | None:
        """Return the event's id.

        Args:
            event: A verified event.
        """
        return event.id

    def read_unverified(self, body: bytes) -> WebhookEvent:
        """Return the event of a delivery whose signature is not checked.

        Args:
            body: The request's body.

        Raises:
            WebhookPayloadError: It cannot be read.
        """
        return _read(limited_bytes(body, MAX_BODY))

    def missing_setting(self, environ: Mapping[str, str]) -> str | None:
        """Return a sentence where the secret is not set.

        Args:
            environ: The environment variables.
        """
        return None if environ.get(VARIABLE) else f"{VARIABLE} is not set, so no signature is checked."

    def summary(self, event: WebhookEvent) -> Mapping[str, Any]:
        """Return the type and the id.

        Args:
            event: Any event.
        """
        return {"type": event.type, "id": event.id}

    def summary_line(self, event: WebhookEvent) -> str:
        """Return the same as one line.

        Args:
            event: Any event.
        """
        return f"{event.type} {event.id}"

    def event_names(self) -> Sequence[str]:
        """Return the types of events."""
        return tuple(str(kind.value) for kind in EventType)

    def sample(self, name: str, environ: Mapping[str, str]) -> tuple[bytes, Mapping[str, str]]:
        """Return a signed delivery.

        Args:
            name: The type.
            environ: The environment variables.

        Raises:
            ConfigurationError: The secret is not set.
        """
        from toll_bridge import models
        from toll_bridge._json.codec import encode
        from toll_bridge.testing import build

        secrets = values_of(from_variables(environ, (VARIABLE,)))
        if not secrets:
            raise ConfigurationError(f"{VARIABLE} is not set, so a delivery cannot be signed.")
        model = getattr(models, "".join(word.capitalize() for word in name.split(".")))
        body = encode(build(model))
        moment = str(int(time.time()))
        signed = _signer(SecretBytes(secrets[0].encode()))(f"{moment}.".encode() + body)
        return body, {HEADER: f"t={moment},v1={signed}", "content-type": "application/json"}


def _signer(secret: SecretBytes) -> Callable[[bytes], str]:
    # In a closure, because tools that list slots read them whatever the class refuses.
    return lambda signed: hmac.new(secret, signed, hashlib.sha256).hexdigest()


def _read(content: bytes) -> WebhookEvent:
    from toll_bridge.webhook_events import parse_event  # the models are slow to import

    check_encoding(content)
    check_depth(content)
    members = decode_strictly(content)
    kind, number = (members.get(name) if is_object(members) else None for name in ("kind", "id"))
    if not isinstance(kind, str) or not isinstance(number, str):
        raise WebhookPayloadError("The delivery has no id and kind that are texts.")
    return WebhookEvent(EventType(kind), number, parse_event(content), content)
