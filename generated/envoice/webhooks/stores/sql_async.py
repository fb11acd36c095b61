"""Keeps claims and marks in the caller's own SQL database, by an asynchronous engine. It needs the extra `sql`."""

from typing import Any, Self

from ..._lazy import sqlalchemy_asyncio
from ..sql import ordering, outbox, parking
from ..sql.engines import AsyncDatabase
from ..sql.ordering import Waiting
from ..sql.outbox import Job
from ..sql.parking import Failure, Parked
from ..sql.statements import DEFAULT_PREFIX
from ..sql.steps import purge
from ._sql_terms import BATCH, Counter, Terms
from .base import DEFAULT_LEASE, DEFAULT_RETENTION, Refusal

__all__ = ["AsyncSQLStore"]


class AsyncSQLStore(Terms):
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
        self.database: Any = None if engine is None else AsyncDatabase(engine, prefix)
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
        """Forget an event that is parked: what is delivered of it later is handled as new.

        Args:
            key: What names the delivery.

        Returns:
            Whether it was parked.
        """
        database = self._opened()
        dropped: bool = await database.run(parking.drop, database.statements, key)
        if dropped:
            self.count("dropped")
        return dropped

    async def forget_failures(self, key: str) -> None:
        """Forget that an event has failed, once it is handled.

        Args:
            key: What names the delivery.
        """
        database = self._opened()
        await database.run(parking.forget, database.statements, key)

    async def register(self, line: str, waiting: Waiting) -> None:
        """Let an event wait in its line; a handler with `order_by=` does.

        Args:
            line: The line.
            waiting: The event.
        """
        database = self._opened()
        await database.run(ordering.register, database.statements, line, waiting, self.retention)

    async def park_in_line(self, key: str, *, blocks: bool) -> None:
        """Let a parked event block its line, or leave it.

        Args:
            key: What names the event.
            blocks: Whether those after it wait.
        """
        database = self._opened()
        await database.run(ordering.stay if blocks else ordering.leave, database.statements, key)

    async def take_jobs(self, count: int, seconds: float) -> tuple[str, list[Job]]:
        """Take jobs that are due, which nobody else gets for a while; a relay does.

        Args:
            count: How many at most.
            seconds: For how long.

        Returns:
            The token that they are taken under, and the jobs.
        """
        database = self._opened()
        taken: tuple[str, list[Job]] = await database.run(outbox.take, database.statements, count, seconds)
        return taken

    async def finish_job(self, job: str, token: str) -> bool:
        """Forget a job that was handed on.

        Args:
            job: The job's id.
            token: What it was taken under.
        """
        database = self._opened()
        finished: bool = await database.run(outbox.handed_on, database.statements, job, token)
        return finished

    async def put_off_job(self, job: str, token: str, error: str, seconds: float) -> bool:
        """Leave a job that could not be handed on to a later time.

        Args:
            job: The job's id.
            token: What it was taken under.
            error: Why, fit for a log.
            seconds: After how long it is due again.
        """
        database = self._opened()
        put_off: bool = await database.run(outbox.put_off, database.statements, job, token, error, seconds)
        return put_off

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
            self.tell_unpurged(error)
