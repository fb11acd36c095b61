"""A process on a shared store: `claim`, `fork`, `deliver`, `hang` or `hang_second`, and where its store is."""

import os
import sys
import threading
from concurrent.futures import ThreadPoolExecutor

from sdk.webhooks.dispatch import WebhookHandler
from sdk.webhooks.stores import RedisStore, SQLiteStore

from tests.receiving import recorder
from tests.runtime.webhooks.receiver import delivery, stand_in, webhooks


def store_at(where, **terms):
    kind, _, place = where.partition(":")
    # On a slow disk many processes wait long for their turn.
    return SQLiteStore(place, timeout=120, **terms) if kind == "sqlite" else RedisStore.from_url(place, **terms)


def claim(store):
    print("ready")
    sys.stdin.readline()
    given = store.claim("event:71")
    print("claimed" if isinstance(given, str) else given.name)


def fork(store):
    token = store.claim("event:71")
    before = store._here().connection
    child = os.fork()
    if child == 0:
        marked = store.done("event:71", token)
        print("child", store.claim("event:71").name, marked, store._here().connection is not before)
        os._exit(0)
    os.waitpid(child, 0)
    print("parent", store.claim("event:71").name)


def deliver(store):
    """Fifteen threads post one delivery at once; says what was answered, and `ran` for each run of the handler."""
    handler = WebhookHandler(webhooks(), store=store)
    at_once = threading.Barrier(15)

    @handler.on()
    def count(event):
        print("ran\n", end="")

    def post(_):
        at_once.wait(120)
        return handler.handle(delivery()).status

    print("ready")
    sys.stdin.readline()
    with ThreadPoolExecutor(15) as pool:
        statuses = list(pool.map(post, range(15)))
    print(*statuses)


def hang(store):
    """Handle a delivery without end."""
    handler = WebhookHandler(webhooks(), store=store)

    @handler.on()
    def wait(event):
        print("ran")
        sys.stdin.read()

    handler.handle(delivery())


def hang_second(store):
    """Handle a delivery by a handler that ends and another that does not."""
    handler = WebhookHandler(webhooks(), store=store)
    handler.on()(recorder([], "first"))

    def second(event):
        print("ran")
        sys.stdin.read()

    second.__module__, second.__qualname__ = recorder.__module__, "second"
    handler.on()(second)
    handler.handle(delivery())


if __name__ == "__main__":
    stand_in()
    globals()[sys.argv[1]](store_at(sys.argv[2]))
