"""Keeps claims and marks in the caller's own SQL database, for receivers on many machines. It needs the extra `sql`.

`handle(..., transaction=)` and `handle(..., connection=)` write the mark in the transaction of the functions' effects.
"""

import logging
import time
from collections.abc import Callable
from typing import Any, Final, Self, TypeAlias

from ..._api import NAME
from ..._lazy import sqlalchemy, sqlalchemy_asyncio
from ...errors import ConfigurationError
from ..sql import parking
from ..sql.engines import AsyncDatabase, Database
from ..sql.parking import Failure, Parked
from ..sql.statements import DEFAULT_PREFIX, check_prefix
from ..sql.steps import Keeper, purge
from .base import DEFAULT_LEASE, DEFAULT_RETENTION, Refusal, check_terms

__all__ = ["AsyncSQLStore", "SQLStore"]

BUILDS_ON: Final = ("_api.NAME",)

BATCH: Final = 1000
"""Rows that one transaction of `purge` deletes at most."""

EVERY: Final = 60.0
"""Seconds between two purges that a store does by itself, each of one batch."""

Counter: TypeAlias = Callable[[str], object]

_log: Final = logging.getLogger(f"{NAME}.webhooks")


class _Terms:
    """What both stores keep."""

    def __init__(
        self, *, lease: float, retention: float, prefix: str, attempts: int | None, counter: Counter | None
    ) -> None:
        check_terms(type(self).__name__, lease=lease, retention=retention)
        self.prefix = check_prefix(prefix)
        self.lease, self.retention = lease, retention
        self.attempts = parking.check_attempts(attempts)
        self._counter = counter
        self._purged = time.monotonic()
        self.database: Any = None

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.database!r}, lease={self.lease}, retention={self.retention})"

    def _keeper(self) -> Keeper:
        return Keeper(self._opened().statements, self.lease, self.retention)

    def _opened(self) -> Any:
        if self.database is None:
            raise ConfigurationError(
                f"{type(self).__name__}() without an engine handles deliveries by handle(..., connection=) or "
                "handle(..., transaction=) only, and parks none: give it an engine or a URL."
            )
        return self.database

    def _check_parking(self) -> None:
        if self.database is None and self.attempts is not None:
            raise ConfigurationError(
                f"attempts= of {type(self).__name__} needs an engine or a URL: a rollback of the caller's transaction "
                "takes with it what is written there, so that failures are counted on a second connection."
            )

    def _failed(self, key: str, error: str, body: bytes, headers: dict[str, str]) -> tuple[Any, ...]:
        return parking.failed, self._opened().statements, key, error, self.attempts, (body, headers), self.retention

    def count(self, name: str) -> None:
        """Tell the counter of something that has happened.

        Args:
            name: What it is: `failed`, `parked`, `retried` or `dropped`.
        """
        if self._counter is None:
            return
        try:
            self._counter(name)
        except Exception as error:  # noqa: BLE001 - whatever it raises, the delivery goes on
            _log.error("counter= failed: %s.", type(error).__name__)

    def _counted(self, state: Failure) -> Failure:
        self.count("failed")
        if state.newly:
            self.count("parked")
        return state

    def _is_due(self) -> bool:
        """Whether it is time to purge, which the one that asks then does."""
        now = time.monotonic()
        if now < self._purged + EVERY:
            return False
        self._purged = now
        return True


class SQLStore(_Terms):
    """A `Store` in PostgreSQL, MariaDB or SQLite, by an engine of SQLAlchemy. `create_table` makes its tables once.

    Leases and retention follow the database's clock. What is marked survives what the database survives. What has ended
    is deleted as new marks are written, by a batch a minute; `purge` deletes all of it.

    Args:
        engine: The `Engine`, which stays the caller's to dispose, or its URL. None for a store that works in the
            transactions of others only: `handle(..., connection=)`.
        lease: Seconds for which a claim holds; longer than the slowest handler takes.
        retention: Seconds for which a delivery is remembered as handled.
        prefix: What the tables' names begin with. Deliveries of different accounts need different prefixes.
        attempts: After how many failures an event is parked: it is answered 200 and waits for a person. None for never.
        counter: Is called with `failed`, `parked`, `retried` or `dropped` each time, for metrics.

    Raises:
        ConfigurationError: A time is not above 0, the prefix is no name, or the database is none of the three.
        ImportError: A URL is given and SQLAlchemy is not installed.
    """

    def __init__(
        self,
        engine: "sqlalchemy.Engine | str | None" = None,
        *,
        lease: float = DEFAULT_LEASE,
        retention: float = DEFAULT_RETENTION,
        prefix: str = DEFAULT_PREFIX,
        attempts: int | None = None,
        counter: Counter | None = None,
    ) -> None:
        super().__init__(lease=lease, retention=retention, prefix=prefix, attempts=attempts, counter=counter)
        self.database = None if engine is None else Database(engine, prefix)
        self._check_parking()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the connections of an engine that was made of a URL. The next use opens others."""
        if self.database is not None:
            self.database.close()

    def create_table(self) -> None:
        """Make the tables that are not there. Any number of processes may call it at once."""
        self._opened().create()

    def claim(self, key: str) -> str | Refusal:
        """Ask to handle a delivery; see `Store.claim`.

        Args:
            key: What names the delivery.

        Returns:
            A token, or why another's claim stands in the way.
        """
        given: str | Refusal = self._opened().run(self._keeper().claim, key)
        return given

    def done(self, key: str, token: str) -> bool:
        """Mark a delivery as handled; see `Store.done`.

        Args:
            key: What `claim` was asked for.
            token: What it gave.

        Returns:
            Whether it is marked by this call.
        """
        marked: bool = self._opened().run(self._keeper().done, key, token)
        self.tidy()
        return marked

    def release(self, key: str, token: str) -> bool:
        """Give a delivery back; see `Store.release`.

        Args:
            key: What `claim` was asked for.
            token: What it gave.

        Returns:
            Whether the claim was still this one.
        """
        released: bool = self._opened().run(self._keeper().release, key, token)
        return released

    def failed(self, key: str, error: str, body: bytes, headers: dict[str, str]) -> Failure:
        """Count a failure of an event, and park it when it is the last that is allowed.

        Args:
            key: What names the delivery.
            error: The failure, without secrets.
            body: The delivery, kept when it is parked.
            headers: Its headers.

        Returns:
            How the event stands now.
        """
        state: Failure = self._opened().run(*self._failed(key, error, body, headers))
        return self._counted(state)

    def state(self, key: str) -> Failure | None:
        """Return how often an event has failed; None where it has not.

        Args:
            key: What names the delivery.
        """
        database = self._opened()
        state: Failure | None = database.run(parking.state_of, database.statements, key)
        return state

    def parked(self, key: str | None = None) -> list[Parked]:
        """Return what is parked, the oldest first, at most a thousand.

        Args:
            key: What names one of them; None for all.
        """
        database = self._opened()
        found: list[Parked] = database.run(parking.parked, database.statements, key)
        return found

    def drop(self, key: str) -> bool:
        """Forget the failures of an event, parked or not: what is delivered of it later is handled as new.

        Args:
            key: What names the delivery.

        Returns:
            Whether there were any.
        """
        database = self._opened()
        dropped: bool = database.run(parking.forget, database.statements, key)
        return dropped

    def purge(self, *, batch: int = BATCH) -> int:
        """Delete all that has ended, so many rows at a time, each time in a transaction of its own.

        Args:
            batch: Rows to delete in one transaction.

        Returns:
            How many rows were deleted.
        """
        deleted, database = 0, self._opened()
        while count := database.run(purge, database.statements, batch):
            deleted += count
        return deleted

    def tidy(self) -> None:
        """Purge a batch when a minute has gone by since the last; what fails is left to the next."""
        if self.database is None or not self._is_due():
            return
        try:
            self.database.run(purge, self.database.statements, BATCH)
        except Exception as error:  # noqa: BLE001 - a backend's own errors; nothing depends on it
            _log.warning("What has ended could not be deleted: %s.", type(error).__name__)


class AsyncSQLStore(_Terms):
    """`SQLStore` on an `AsyncEngine`, with methods to await. Both understand each other's rows.

    Args:
        engine: The `AsyncEngine`, or its URL, such as `postgresql+asyncpg://host/name`; None as for `SQLStore`.
        lease: Seconds for which a claim holds.
        retention: Seconds for which a delivery is remembered as handled.
        prefix: What the tables' names begin with.
        attempts: After how many failures an event is parked; None for never.
        counter: As for `SQLStore`.

    Raises:
        ConfigurationError: As for `SQLStore`.
        ImportError: A URL is given and SQLAlchemy is not installed.
    """

    def __init__(
        self,
        engine: "sqlalchemy_asyncio.AsyncEngine | str | None" = None,
        *,
        lease: float = DEFAULT_LEASE,
        retention: float = DEFAULT_RETENTION,
        prefix: str = DEFAULT_PREFIX,
        attempts: int | None = None,
        counter: Counter | None = None,
    ) -> None:
        super().__init__(lease=lease, retention=retention, prefix=prefix, attempts=attempts, counter=counter)
        self.database = None if engine is None else AsyncDatabase(engine, prefix)
        self._check_parking()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *exception: object) -> None:
        await self.close()

    async def close(self) -> None:
        """Close the connections of an engine that was made of a URL. The next use opens others."""
        if self.database is not None:
            await self.database.close()

    async def create_table(self) -> None:
        """Make the tables that are not there. Any number of processes may call it at once."""
        await self._opened().create()

    async def claim(self, key: str) -> str | Refusal:
        """Ask to handle a delivery; see `Store.claim`.

        Args:
            key: What names the delivery.

        Returns:
            A token, or why another's claim stands in the way.
        """
        given: str | Refusal = await self._opened().run(self._keeper().claim, key)
        return given

    async def done(self, key: str, token: str) -> bool:
        """Mark a delivery as handled; see `Store.done`.

        Args:
            key: What `claim` was asked for.
            token: What it gave.

        Returns:
            Whether it is marked by this call.
        """
        marked: bool = await self._opened().run(self._keeper().done, key, token)
        await self.tidy()
        return marked

    async def release(self, key: str, token: str) -> bool:
        """Give a delivery back; see `Store.release`.

        Args:
            key: What `claim` was asked for.
            token: What it gave.

        Returns:
            Whether the claim was still this one.
        """
        released: bool = await self._opened().run(self._keeper().release, key, token)
        return released

    async def failed(self, key: str, error: str, body: bytes, headers: dict[str, str]) -> Failure:
        """Count a failure of an event, and park it when it is the last that is allowed.

        Args:
            key: What names the delivery.
            error: The failure, without secrets.
            body: The delivery, kept when it is parked.
            headers: Its headers.

        Returns:
            How the event stands now.
        """
        state: Failure = await self._opened().run(*self._failed(key, error, body, headers))
        return self._counted(state)

    async def state(self, key: str) -> Failure | None:
        """Return how often an event has failed; None where it has not.

        Args:
            key: What names the delivery.
        """
        database = self._opened()
        state: Failure | None = await database.run(parking.state_of, database.statements, key)
        return state

    async def parked(self, key: str | None = None) -> list[Parked]:
        """Return what is parked, the oldest first, at most a thousand.

        Args:
            key: What names one of them; None for all.
        """
        database = self._opened()
        found: list[Parked] = await database.run(parking.parked, database.statements, key)
        return found

    async def drop(self, key: str) -> bool:
        """Forget the failures of an event, parked or not: what is delivered of it later is handled as new.

        Args:
            key: What names the delivery.

        Returns:
            Whether there were any.
        """
        database = self._opened()
        dropped: bool = await database.run(parking.forget, database.statements, key)
        return dropped

    async def purge(self, *, batch: int = BATCH) -> int:
        """Delete all that has ended, so many rows at a time, each time in a transaction of its own.

        Args:
            batch: Rows to delete in one transaction.

        Returns:
            How many rows were deleted.
        """
        deleted, database = 0, self._opened()
        while count := await database.run(purge, database.statements, batch):
            deleted += count
        return deleted

    async def tidy(self) -> None:
        """Purge a batch when a minute has gone by since the last; what fails is left to the next."""
        if self.database is None or not self._is_due():
            return
        try:
            await self.database.run(purge, self.database.statements, BATCH)
        except Exception as error:  # noqa: BLE001 - as for SQLStore
            _log.warning("What has ended could not be deleted: %s.", type(error).__name__)
