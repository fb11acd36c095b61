"""Executes statements on an engine of SQLAlchemy, each piece of work in a transaction of its own."""

import os
from typing import Any, Final

from ...errors import ConfigurationError
from .faults import explained, is_conflict
from .schema import MISSING, check_database, create
from .statements import POSTGRESQL, Result, Statements, statements
from .steps import Parameters, drive

__all__ = ["AsyncDatabase", "Database", "execute"]

TRIES: Final = 5
"""How often a piece of work is tried whose transaction the database gives up for another's sake."""


class _Base:
    """What both kinds share.

    Args:
        engine: The engine, or its URL.
        prefix: What the tables' names begin with.

    Raises:
        ConfigurationError: It is no such engine, or the database is none that is known.
        ImportError: SQLAlchemy is not installed.
    """

    def __init__(self, engine: Any, prefix: str) -> None:
        self._is_own = isinstance(engine, str)
        self.engine: Any = self._made(engine) if self._is_own else engine
        dialect = getattr(self.engine, "dialect", None)
        if dialect is None:
            raise ConfigurationError(
                f"A SQL store takes an engine of SQLAlchemy or a URL; got {type(engine).__name__}."
            )
        if bool(getattr(dialect, "is_async", False)) != self.is_async or hasattr(engine, "sync_engine") != (
            self.is_async and not self._is_own
        ):
            kinds = ("AsyncSQLStore", "SQLStore") if self.is_async else ("SQLStore", "AsyncSQLStore")
            raise ConfigurationError(
                f"{kinds[0]} takes an {'AsyncEngine' if self.is_async else 'Engine'}; this one is for {kinds[1]}."
            )
        self.statements: Statements = statements(dialect.name, prefix)
        self._process = os.getpid()

    is_async = False

    def __repr__(self) -> str:
        return repr(self.engine.url.render_as_string(hide_password=True))

    def _made(self, url: str) -> Any:
        try:
            from sqlalchemy import create_engine
            from sqlalchemy.exc import SQLAlchemyError
            from sqlalchemy.ext.asyncio import create_async_engine
        except ImportError:
            raise ImportError(MISSING) from None
        try:
            # What a connection was closed under is told by the first use, and costs a delivery.
            options: Any = {"pool_pre_ping": True, "hide_parameters": True}
            made = (create_async_engine if self.is_async else create_engine)(url, **options)
        except SQLAlchemyError as error:
            # Not its text, which may hold the password.
            problem = f"The URL of a SQL store cannot be used ({type(error).__name__}): pass one such as " + (
                "'postgresql+asyncpg://user@host/name'." if self.is_async else "'postgresql+psycopg://user@host/name'."
            )
        else:
            if made.dialect.name == "sqlite" and made.url.database in {None, "", ":memory:"}:
                raise ConfigurationError("A SQL store on SQLite needs a file; in memory there is MemoryStore().")
            return made
        raise ConfigurationError(problem)

    def forked(self) -> bool:
        """Whether this process is a fork of the one that opened the connections, which are then the other's."""
        process = os.getpid()
        if process == self._process:
            return False
        self._process = process
        return self._is_own


class Database(_Base):
    """Runs steps on an `Engine`."""

    def run(self, steps: Any, *arguments: Any) -> Any:
        """Return what steps come to, committed.

        Args:
            steps: Gives the steps; is called anew for each try.
            *arguments: What it is called with.

        Raises:
            ConfigurationError: A table is missing.
        """
        if self.forked():
            self.engine.dispose(close=False)
        for attempt in range(1, TRIES + 1):
            try:
                with self.engine.begin() as connection:
                    check_database(connection.dialect)
                    return drive(steps(*arguments), lambda text, terms: execute(connection, text, terms))
            except Exception as error:  # noqa: BLE001 - a backend's own errors
                if attempt == TRIES or not is_conflict(error):
                    raise explained(error, self.statements.prefix) from error.__cause__
        raise AssertionError

    def create(self) -> None:
        """Make the tables that are not there."""
        with self.engine.begin() as connection:
            create_on(connection, self.statements)

    def close(self) -> None:
        """Close the connections of an engine that was made of a URL."""
        if self._is_own:
            self.engine.dispose()


class AsyncDatabase(_Base):
    """Runs steps on an `AsyncEngine`."""

    is_async = True

    async def run(self, steps: Any, *arguments: Any) -> Any:
        """Return what steps come to, committed; see `Database.run`.

        Args:
            steps: Gives the steps.
            *arguments: What it is called with.

        Raises:
            ConfigurationError: A table is missing.
        """
        if self.forked():
            await self.engine.dispose(close=False)
        for attempt in range(1, TRIES + 1):
            try:
                async with self.engine.begin() as connection:
                    check_database(connection.dialect)

                    def work(sync: Any) -> Any:
                        return drive(steps(*arguments), lambda text, terms: execute(sync, text, terms))

                    return await connection.run_sync(work)
            except Exception as error:  # noqa: BLE001 - a backend's own errors
                if attempt == TRIES or not is_conflict(error):
                    raise explained(error, self.statements.prefix) from error.__cause__
        raise AssertionError

    async def create(self) -> None:
        """Make the tables that are not there."""
        async with self.engine.begin() as connection:
            await connection.run_sync(create_on, self.statements)

    async def close(self) -> None:
        """Close the connections of an engine that was made of a URL."""
        if self._is_own:
            await self.engine.dispose()


def execute(connection: Any, text: str, parameters: Parameters) -> Result:
    """Execute a statement on a connection of SQLAlchemy.

    Args:
        connection: The connection.
        text: The statement.
        parameters: Its parameters.
    """
    from sqlalchemy import text as statement

    done = connection.execute(statement(text), parameters)
    rows = [tuple(row) for row in done] if done.returns_rows else []
    return Result(done.rowcount, rows)


def create_on(connection: Any, known: Statements) -> None:
    """Make the tables that are not there.

    Args:
        connection: A connection of SQLAlchemy.
        known: The statements of the database.
    """
    check_database(connection.dialect)
    if known.database == POSTGRESQL:
        # Two that make a table at once fail there, in spite of IF NOT EXISTS.
        execute(connection, "SELECT pg_advisory_xact_lock(CAST(:lock AS bigint))", {"lock": known.lock("")})
    for statement in create(known.prefix):
        connection.execute(statement)
