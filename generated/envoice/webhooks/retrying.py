"""Handles a parked event again by a handler that a command names."""

import asyncio
import sys
from typing import Any

from ..errors import ConfigurationError
from .dispatch import AsyncWebhookHandler, WebhookHandler
from .endpoint import Outcome
from .senders import loaded

__all__ = ["retry"]


def retry(key: str, place: str, transaction: str | None) -> Outcome:
    """Handle a parked event again.

    Args:
        key: What names it.
        place: Where the handler is, as `module:name`.
        transaction: Where there is what begins a transaction; None for the store's engine.

    Returns:
        What came of it.

    Raises:
        ConfigurationError: The handler cannot be loaded, or no such event is parked.
    """
    # Applications lie where the command is called.
    sys.path.insert(0, "")
    handler = loaded(place)
    begin: Any = True if transaction is None else loaded(transaction)
    if isinstance(handler, WebhookHandler):
        return handler.retry(key, transaction=begin)
    if isinstance(handler, AsyncWebhookHandler):
        return asyncio.run(_awaited(handler, key, begin))
    raise ConfigurationError(f"{place} is no WebhookHandler and no AsyncWebhookHandler.")


async def _awaited(handler: AsyncWebhookHandler, key: str, begin: Any) -> Outcome:
    outcome = await handler.retry(key, transaction=begin)
    engine: Any = getattr(getattr(handler.store, "database", None), "engine", None)
    if hasattr(engine, "sync_engine"):
        # Its connections belong to this loop, which ends.
        await engine.dispose()
    return outcome
