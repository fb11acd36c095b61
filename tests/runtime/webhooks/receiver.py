"""Signed deliveries of an API of the tests' own, in place of what a hook knows, and handlers for them."""

import hashlib
import hmac
import json

import attrs
from sdk.enums import OpenEnum
from sdk.errors import WebhookError, WebhookSignatureError
from sdk.hooks import webhooks as hook
from sdk.webhooks import flow
from sdk.webhooks._handling import HandledEvent
from sdk.webhooks._secrets import encoded
from sdk.webhooks._strict import check_depth, check_encoding, decode_strictly, limited_bytes, members_of
from sdk.webhooks._verifier import MAX_BODY, BaseVerifier
from sdk.webhooks.dispatch import AsyncWebhookHandler, WebhookHandler
from sdk.webhooks.stores import MemoryStore

from tests import receiving

SECRET = "the-webhook-secret"
PAID, UNPAID, UNKNOWN = "Paid", "Unpaid", "Mystery"
MADE = "2026-01-31T11:43:30Z"
PERSONAL = "Jane Roe paid from 10.1.2.3"


class EventType(OpenEnum):
    CREATED = "Created"
    PAID = "Paid"
    UNPAID = "Unpaid"


@attrs.frozen
class Event(HandledEvent):
    id: int | None
    type: EventType | None
    message: str | None
    raw: bytes


class Webhooks(BaseVerifier):
    """Verifies the deliveries below; one made before `oldest` is too old."""

    __slots__ = ("_oldest", "_secrets")

    def __init__(self, secret, *, max_body=MAX_BODY, oldest=""):
        super().__init__()
        self._set_limit(max_body)
        self._oldest, self._secrets = oldest, encoded("secret", secret)
        self._keep(self._secrets)

    def unwrap(self, body, headers=None):
        content = limited_bytes(body, self.max_body)
        check_encoding(content)
        check_depth(content)
        members = members_of(content, "the body")
        signature, signed = (bytes(members.get(name, b"null")) for name in ("signature", "event"))
        if not any(hmac.compare_digest(signature, f'"{sign(secret, signed)}"'.encode()) for secret in self._secrets):
            raise WebhookSignatureError("The signature is not made with the secret.")
        decode_strictly(signed)
        event = json.loads(signed)
        if event["made"] < self._oldest:
            raise WebhookError(f"The delivery was made before {self._oldest}.")
        kind = event.get("type")
        return Event(event.get("id"), None if kind is None else EventType(kind), event.get("message"), content)


class Deliveries:
    """What the package's own hook says of its deliveries, of those below."""

    def event_key(self, event):
        return f"event:{event.id}" if event.id else None


def stand_in(replace=setattr):
    """Let the package know the deliveries below from now on."""
    replace(hook, "EventType", EventType)
    replace(flow, "_DELIVERIES", Deliveries())


def sign(secret, event):
    return hmac.new(secret, event, hashlib.sha256).hexdigest()


def delivery(id=71, type=PAID, *, secret=SECRET, made=MADE, **members):
    """Return the body of a delivery; an id or type of None is left out."""
    given = {"id": id, "type": type, "made": made, "message": PERSONAL} | members
    event = json.dumps({name: value for name, value in given.items() if value is not None})
    return f'{{"signature": "{sign(secret.encode(), event.encode())}", "event": {event}}}'.encode()


def webhooks(**settings):
    return Webhooks(SECRET, **settings)


class Receiver(receiving.Receiver):
    """Either kind of handler, called from plain tests."""

    def __init__(self, kind, **settings):
        store = settings.pop("store", None) or MemoryStore()
        made = WebhookHandler if kind == "sync" else AsyncWebhookHandler
        handler = made(settings.pop("webhooks", None) or webhooks(), store=store, **settings)
        super().__init__(kind, handler, store)
