"""Keeps claims and marks in the caller's own SQL database, for receivers on many machines. It needs the extra `sql`.

`handle(..., transaction=)` and `handle(..., connection=)` write the mark in the transaction of the functions' effects.
"""

from typing import Any, Self

from ..._lazy import sqlalchemy
from ..sql import ordering, outbox, parking
from ..sql.engines import Database
from ..sql.ordering import Waiting
from ..sql.outbox import Job
from ..sql.parking import Failure, Parked
from ..sql.statements import DEFAULT_PREFIX
from ..sql.steps import purge
from ._sql_terms import BATCH, Counter, Terms
from .base import DEFAULT_LEASE, DEFAULT_RETENTION, Refusal

__all__ = ["SQLStore"]


class SQLStore(Terms):
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
        self.database: Any = None if engine is None else Database(engine, prefix)
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
        """Forget an event that is parked: what is delivered of it later is handled as new.

        Args:
            key: What names the delivery.

        Returns:
            Whether it was parked.
        """
        database = self._opened()
        dropped: bool = database.run(parking.drop, database.statements, key)
        if dropped:
            self.count("dropped")
        return dropped

    def forget_failures(self, key: str) -> None:
        """Forget that an event has failed, once it is handled.

        Args:
            key: What names the delivery.
        """
        database = self._opened()
        database.run(parking.forget, database.statements, key)

    def register(self, line: str, waiting: Waiting) -> None:
        """Let an event wait in its line; a handler with `order_by=` does.

        Args:
            line: The line.
            waiting: The event.
        """
        database = self._opened()
        database.run(ordering.register, database.statements, line, waiting, self.retention)

    def park_in_line(self, key: str, *, blocks: bool) -> None:
        """Let a parked event block its line, or leave it.

        Args:
            key: What names the event.
            blocks: Whether those after it wait.
        """
        database = self._opened()
        database.run(ordering.stay if blocks else ordering.leave, database.statements, key)

    def take_jobs(self, count: int, seconds: float) -> tuple[str, list[Job]]:
        """Take jobs that are due, which nobody else gets for a while; a relay does.

        Args:
            count: How many at most.
            seconds: For how long.

        Returns:
            The token that they are taken under, and the jobs.
        """
        database = self._opened()
        taken: tuple[str, list[Job]] = database.run(outbox.take, database.statements, count, seconds)
        return taken

    def finish_job(self, job: str, token: str) -> bool:
        """Forget a job that was handed on.

        Args:
            job: The job's id.
            token: What it was taken under.
        """
        database = self._opened()
        finished: bool = database.run(outbox.handed_on, database.statements, job, token)
        return finished

    def put_off_job(self, job: str, token: str, error: str, seconds: float) -> bool:
        """Leave a job that could not be handed on to a later time.

        Args:
            job: The job's id.
            token: What it was taken under.
            error: Why, fit for a log.
            seconds: After how long it is due again.
        """
        database = self._opened()
        put_off: bool = database.run(outbox.put_off, database.statements, job, token, error, seconds)
        return put_off

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
            self.tell_unpurged(error)
