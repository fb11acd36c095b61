"""Calls either kind of webhook handler from plain tests."""

import asyncio
import functools

KINDS = ["sync", "async", "plain"]
"""Plain handlers, coroutines on asyncio, and plain handlers in threads of asyncio."""


class Receiver:
    """A handler of a kind.

    Args:
        kind: One of `KINDS`.
        handler: The `WebhookHandler` or `AsyncWebhookHandler`.
        store: The handler's store.
    """

    def __init__(self, kind, handler, store):
        self.kind, self.handler, self.store = kind, handler, store

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
    """A handler that notes each event's id."""

    def record(event):
        into.append((name, event.id))

    record.__qualname__ = name
    return record
