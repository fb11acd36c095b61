"""Signed deliveries and handlers for the tests, made apart from the code under test."""

import asyncio
import functools
import hashlib
import hmac
import json

from envoice.webhooks import Webhooks
from envoice.webhooks.dispatch import AsyncWebhookHandler, WebhookHandler
from envoice.webhooks.stores import MemoryStore

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


class Receiver:
    """Either kind of handler, called from plain tests."""

    def __init__(self, kind, **settings):
        self.kind, self.store = kind, settings.pop("store", None) or MemoryStore()
        made = {"sync": WebhookHandler, "async": AsyncWebhookHandler, "plain": AsyncWebhookHandler}[kind]
        self.handler = made(settings.pop("webhooks", None) or webhooks(), store=self.store, **settings)

    def add(self, function, *types, name=None):
        return self.handler.on(*types, name=name)(self.fitting(function))

    def fitting(self, function):
        """The function, as a coroutine function where coroutines are tried."""
        if self.kind != "async":
            return function

        @functools.wraps(function)
        async def wrapped(event):
            await asyncio.sleep(0)
            function(event)

        return wrapped

    def post(self, body):
        outcome = self.handler.handle(body, {})
        outcome = outcome if self.kind == "sync" else asyncio.run(outcome)
        return outcome.status, outcome.text

    def dispatch(self, event):
        dispatched = self.handler.dispatch(event)
        return dispatched if self.kind == "sync" else asyncio.run(dispatched)


def recorder(into, name):
    def record(event):
        into.append((name, event.id))

    record.__qualname__ = name
    return record
