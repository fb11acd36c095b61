"""Signed deliveries and handlers for the tests, made apart from the code under test."""

import hashlib
import hmac
import json

from envoice.webhooks import Webhooks
from envoice.webhooks.dispatch import AsyncWebhookHandler, WebhookHandler
from envoice.webhooks.stores import MemoryStore

from tests import receiving

SECRET = "the-webhook-secret"
SCHEME = "hmac-sha256:secret:timestamp+activity:hex"
TIMESTAMP = "2026-01-31T11:43:30.1234567Z"
PAID, UNPAID, UNKNOWN = 11, 12, 4711  # positions in the vendor's list, and one beyond it
PERSONAL = "Jane Roe paid from 10.1.2.3"


def delivery(id=71, type=PAID, *, secret=SECRET, timestamp=TIMESTAMP, **members):
    """Return the body of a delivery; an id or type of None is left out."""
    given = {"Id": id, "Type": type, "Message": PERSONAL, "InvoiceId": 3971} | members
    activity = json.dumps({name: value for name, value in given.items() if value is not None})
    signature = hmac.new(secret.encode(), (timestamp + activity).encode(), hashlib.sha256).hexdigest()
    return f'{{"Signature": "{signature}", "Timestamp": "{timestamp}", "Activity": {activity}}}'.encode()


def webhooks(**settings):
    return Webhooks(secret=SECRET, scheme=SCHEME, **settings)


class Receiver(receiving.Receiver):
    """Either kind of handler, called from plain tests."""

    def __init__(self, kind, **settings):
        store = settings.pop("store", None) or MemoryStore()
        made = WebhookHandler if kind == "sync" else AsyncWebhookHandler
        handler = made(settings.pop("webhooks", None) or webhooks(), store=store, **settings)
        super().__init__(kind, handler, store)
