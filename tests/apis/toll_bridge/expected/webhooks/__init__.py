# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/toll_bridge; CONTRIBUTING.md says how to change what is generated.
"""Deliveries of the service, verified on the exact bytes received and turned into typed events.

    webhooks = Webhooks.from_environment()
    event = webhooks.unwrap(body, headers)

`WebhookHandler` and `AsyncWebhookHandler` run functions on the events, each event once. Each name is imported when it
is first used.
"""

from typing import TYPE_CHECKING, Any, Final

from .._lazy import available, lazy_attribute

if TYPE_CHECKING:
    from ..hooks.webhooks import WebhookEvent as WebhookEvent, Webhooks as Webhooks
    from ._strict import MAX_DEPTH as MAX_DEPTH
    from ._verifier import MAX_BODY as MAX_BODY
    from .dispatch import AsyncWebhookHandler as AsyncWebhookHandler, WebhookHandler as WebhookHandler
    from .endpoint import Outcome as Outcome
    from .stores.memory import MemoryStore as MemoryStore
    from .stores.redis import AsyncRedisStore as AsyncRedisStore, RedisStore as RedisStore
    from .stores.sql import SQLStore as SQLStore
    from .stores.sql_async import AsyncSQLStore as AsyncSQLStore
    from .stores.sqlite import SQLiteStore as SQLiteStore

    # For what reads the source; `__getattr__` gives what can be imported.
    __all__ = [
        "AsyncRedisStore",
        "AsyncSQLStore",
        "AsyncWebhookHandler",
        "MAX_BODY",
        "MAX_DEPTH",
        "MemoryStore",
        "Outcome",
        "RedisStore",
        "SQLStore",
        "SQLiteStore",
        "WebhookEvent",
        "WebhookHandler",
        "Webhooks",
    ]

_HOMES: Final = {
    "AsyncRedisStore": ".stores.redis",
    "AsyncSQLStore": ".stores.sql_async",
    "AsyncWebhookHandler": ".dispatch",
    "MAX_BODY": "._verifier",
    "MAX_DEPTH": "._strict",
    "MemoryStore": ".stores.memory",
    "Outcome": ".endpoint",
    "RedisStore": ".stores.redis",
    "SQLStore": ".stores.sql",
    "SQLiteStore": ".stores.sqlite",
    "WebhookEvent": "..hooks.webhooks",
    "WebhookHandler": ".dispatch",
    "Webhooks": "..hooks.webhooks",
}


def __getattr__(name: str) -> Any:
    return available(__name__, _HOMES) if name == "__all__" else lazy_attribute(__name__, _HOMES, name)


def __dir__() -> list[str]:
    return sorted({*globals(), *_HOMES, "__all__"})
