"""Stores that keep a delivery from being handled twice: in memory, a file, Redis, SQL; `base` says the contract."""

from typing import TYPE_CHECKING, Any, Final

from ..._lazy import available, lazy_attribute
from .base import DEFAULT_LEASE as DEFAULT_LEASE
from .base import DEFAULT_RETENTION as DEFAULT_RETENTION
from .base import AsyncStore as AsyncStore
from .base import Refusal as Refusal
from .base import Store as Store

if TYPE_CHECKING:
    from .memory import MemoryStore as MemoryStore
    from .redis import AsyncRedisStore as AsyncRedisStore
    from .redis import RedisStore as RedisStore
    from .sql import SQLStore as SQLStore
    from .sql_async import AsyncSQLStore as AsyncSQLStore
    from .sqlite import SQLiteStore as SQLiteStore

    # For what reads the source; `__getattr__` gives what can be imported.
    __all__ = [
        "DEFAULT_LEASE",
        "DEFAULT_RETENTION",
        "AsyncRedisStore",
        "AsyncSQLStore",
        "AsyncStore",
        "MemoryStore",
        "RedisStore",
        "Refusal",
        "SQLStore",
        "SQLiteStore",
        "Store",
    ]

_HERE: Final = ("DEFAULT_LEASE", "DEFAULT_RETENTION", "AsyncStore", "Refusal", "Store")
# Loaded when first used: a Python may lack sqlite3, and nobody needs all of them.
_HOMES: Final = {
    "AsyncRedisStore": ".redis",
    "AsyncSQLStore": ".sql_async",
    "MemoryStore": ".memory",
    "RedisStore": ".redis",
    "SQLStore": ".sql",
    "SQLiteStore": ".sqlite",
}


def __getattr__(name: str) -> Any:
    return available(__name__, (*_HERE, *_HOMES)) if name == "__all__" else lazy_attribute(__name__, _HOMES, name)


def __dir__() -> list[str]:
    return sorted({*globals(), *_HOMES, "__all__"})
