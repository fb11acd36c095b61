"""Stores that keep a delivery from being handled twice: in memory, in a file, in Redis; `base` says the contract."""

from importlib import import_module
from typing import TYPE_CHECKING, Final

from .base import DEFAULT_LEASE, DEFAULT_RETENTION, AsyncStore, Refusal, Store

if TYPE_CHECKING:
    from .memory import MemoryStore
    from .redis import AsyncRedisStore, RedisStore
    from .sqlite import SQLiteStore

__all__ = [
    "DEFAULT_LEASE",
    "DEFAULT_RETENTION",
    "AsyncRedisStore",
    "AsyncStore",
    "MemoryStore",
    "RedisStore",
    "Refusal",
    "SQLiteStore",
    "Store",
]

# Loaded when first used: a Python may lack sqlite3, and nobody needs all of them.
_HOMES: Final = {"AsyncRedisStore": "redis", "MemoryStore": "memory", "RedisStore": "redis", "SQLiteStore": "sqlite"}


def __getattr__(name: str) -> object:
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value: object = getattr(import_module(f".{home}", __name__), name)
    globals()[name] = value
    return value
