"""The caller's own connections, of whichever library: each executes statements and has savepoints.

What works in a connection's transaction has `given`, `begin`, `execute`, `savepoint`, `check`, `release`, `roll_back`.
"""

import inspect
from typing import Any

from ...errors import ConfigurationError

__all__ = ["bound_to"]


def bound_to(given: Any, *, is_async: bool) -> Any:
    """Return what works in the transaction of a connection.

    Args:
        given: The caller's connection or session.
        is_async: Whether it is to be awaited.

    Raises:
        ConfigurationError: It is of no known kind, or of the other.
    """
    kind, awaited = _kind_of(given)
    if kind is None:
        raise ConfigurationError(
            "connection= takes a connection or session of SQLAlchemy, a connection of psycopg 3, or Django's; got "
            f"{type(given).__name__}."
        )
    if awaited != is_async:
        needed = "WebhookHandler" if is_async else "AsyncWebhookHandler"
        raise ConfigurationError(f"{type(given).__name__} is a connection for {needed}.")
    return kind(given)


def _kind_of(given: Any) -> tuple[Any, bool]:
    if hasattr(given, "in_atomic_block"):
        from .django import Django

        return Django, False
    if hasattr(given, "pgconn") and hasattr(given, "cursor"):
        from .psycopg import AsyncPsycopg, Psycopg

        awaited = inspect.iscoroutinefunction(given.execute)
        return (AsyncPsycopg if awaited else Psycopg), awaited
    if hasattr(given, "begin_nested"):
        from .alchemy import Alchemy, AsyncAlchemy

        # A scoped session gives the one that is in use here.
        awaited = hasattr(given() if hasattr(given, "registry") else given, "run_sync")
        return (AsyncAlchemy if awaited else Alchemy), awaited
    return None, False
