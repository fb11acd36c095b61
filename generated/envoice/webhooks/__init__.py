"""Deliveries of the service, verified on the exact bytes received and turned into typed events.

    webhooks = Webhooks(secret="...", scheme="hmac-sha256:secret:timestamp+activity:hex")
    event = webhooks.unwrap(body, headers)

The vendor documents a delivery's `Signature` as a "sha256 string" and nothing more, so the construction is yours to
name: `python -m envoice.webhooks identify --body captured.json` finds it with a captured delivery. Each name is
imported when it is first used.
"""

from typing import TYPE_CHECKING, Any, Final

from .._lazy import available, lazy_attribute

if TYPE_CHECKING:
    from .delivery import WebhookEvent as WebhookEvent
    from .dispatch import AsyncWebhookHandler as AsyncWebhookHandler
    from .dispatch import WebhookHandler as WebhookHandler
    from .endpoint import Outcome as Outcome
    from .identification import Identifier as Identifier
    from .reading import MAX_BODY as MAX_BODY
    from .reading import MAX_DEPTH as MAX_DEPTH
    from .reading import Received as Received
    from .registry import constructions as constructions
    from .schemes import Scheme as Scheme
    from .stores import AsyncRedisStore as AsyncRedisStore
    from .stores import MemoryStore as MemoryStore
    from .stores import RedisStore as RedisStore
    from .stores import SQLiteStore as SQLiteStore
    from .verification import Webhooks as Webhooks

    # For what reads the source; `__getattr__` gives what can be imported.
    __all__ = [
        "MAX_BODY",
        "MAX_DEPTH",
        "AsyncRedisStore",
        "AsyncWebhookHandler",
        "Identifier",
        "MemoryStore",
        "Outcome",
        "Received",
        "RedisStore",
        "SQLiteStore",
        "Scheme",
        "WebhookEvent",
        "WebhookHandler",
        "Webhooks",
        "constructions",
    ]

_HOMES: Final = {
    "AsyncRedisStore": ".stores.redis",
    "AsyncWebhookHandler": ".dispatch",
    "Identifier": ".identification",
    "MAX_BODY": ".reading",
    "MAX_DEPTH": ".reading",
    "MemoryStore": ".stores.memory",
    "Outcome": ".endpoint",
    "Received": ".reading",
    "RedisStore": ".stores.redis",
    "SQLiteStore": ".stores.sqlite",
    "Scheme": ".schemes",
    "WebhookEvent": ".delivery",
    "WebhookHandler": ".dispatch",
    "Webhooks": ".verification",
    "constructions": ".registry",
}
"""Where each public name lies. The type checkers read the block above: a name is added to both."""


def __getattr__(name: str) -> Any:
    return available(__name__, _HOMES) if name == "__all__" else lazy_attribute(__name__, _HOMES, name)


def __dir__() -> list[str]:
    return sorted({*globals(), *_HOMES, "__all__"})
