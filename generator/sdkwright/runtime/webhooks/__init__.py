"""Deliveries of the service, verified on the exact bytes received and turned into typed events.

    webhooks = Webhooks.from_environment()
    event = webhooks.unwrap(body, headers)

`WebhookHandler` and `AsyncWebhookHandler` run functions on the events, each event once. Each name is imported when it
is first used.
"""

from typing import TYPE_CHECKING, Any, Final

from .._lazy import available, lazy_attribute

if TYPE_CHECKING:
    from ..hooks.webhooks import WebhookEvent as WebhookEvent
    from ..hooks.webhooks import Webhooks as Webhooks
    from ._strict import MAX_DEPTH as MAX_DEPTH
    from ._verifier import MAX_BODY as MAX_BODY
    from .dispatch import AsyncWebhookHandler as AsyncWebhookHandler
    from .dispatch import WebhookHandler as WebhookHandler
    from .endpoint import Outcome as Outcome
    from .stores import AsyncRedisStore as AsyncRedisStore
    from .stores import AsyncSQLStore as AsyncSQLStore
    from .stores import MemoryStore as MemoryStore
    from .stores import RedisStore as RedisStore
    from .stores import SQLiteStore as SQLiteStore
    from .stores import SQLStore as SQLStore

    # For what reads the source; `__getattr__` gives what can be imported.
    __all__ = [
        "MAX_BODY",
        "MAX_DEPTH",
        "AsyncRedisStore",
        "AsyncSQLStore",
        "AsyncWebhookHandler",
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
"""Where each public name lies. The type checkers read the block above: a name is added to both."""


def __getattr__(name: str) -> Any:
    return available(__name__, _HOMES) if name == "__all__" else lazy_attribute(__name__, _HOMES, name)


def __dir__() -> list[str]:
    return sorted({*globals(), *_HOMES, "__all__"})
