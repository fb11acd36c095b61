"""Connections and ORM sessions of SQLAlchemy, plain ones and those to await."""

from collections.abc import Callable
from functools import partial
from typing import Any, Final

from .engines import execute
from .faults import Ended, as_ended, autocommit
from .schema import check_database
from .statements import SQLITE, Result, Statements, statements
from .steps import Parameters

__all__ = ["Alchemy", "AsyncAlchemy"]

BUSY: Final = 1.0
"""Seconds to wait for SQLite's only writer; a connection that waits for less stays with that."""


class Alchemy:
    """A connection or an ORM session of SQLAlchemy.

    Args:
        given: The connection, session, or scoped session.
    """

    def __init__(self, given: Any) -> None:
        self.given = given
        self._real = given() if hasattr(given, "registry") else given

    def _connection(self) -> Any:
        return self._real if hasattr(self._real, "exec_driver_sql") else self._real.connection()

    def begin(self, prefix: str) -> Statements:
        """Make sure of a transaction that may write.

        Args:
            prefix: What the tables' names begin with.

        Raises:
            ConfigurationError: The connection commits each statement by itself, or the database is none that is known.
        """
        connection = self._connection()
        check_database(connection.dialect)
        known = statements(connection.dialect.name, prefix)
        set_by_engine = getattr(connection.dialect, "_on_connect_isolation_level", None)
        if connection.get_execution_options().get("isolation_level", set_by_engine) == "AUTOCOMMIT":
            raise autocommit()
        if known.database == SQLITE and not connection.connection.driver_connection.in_transaction:
            _begin_immediately(connection)
        return known

    def execute(self, text: str, parameters: Parameters) -> Result:
        """Execute a statement.

        Args:
            text: The statement.
            parameters: Its parameters.
        """
        return execute(self._connection(), text, parameters)

    def savepoint(self) -> Any:
        """Begin a savepoint; a session writes before what it holds."""
        return self._real.begin_nested()

    def check(self, savepoint: Any) -> None:
        """Refuse to go on after a function has ended the transaction.

        Args:
            savepoint: The savepoint.

        Raises:
            Ended: It is gone, and the connection is not.
        """
        if savepoint.is_active or self._real.get_nested_transaction() is savepoint:
            return
        try:
            is_lost = self._connection().invalidated
        except Exception as error:
            raise Ended from error
        if not is_lost:
            raise Ended

    def release(self, savepoint: Any) -> None:
        """End a savepoint; a session writes before what it holds.

        Args:
            savepoint: The savepoint.

        Raises:
            Ended: It is gone.
        """
        self.check(savepoint)
        with as_ended():
            savepoint.commit()

    def roll_back(self, savepoint: Any, error: BaseException) -> None:
        """Undo what came after a savepoint.

        Args:
            savepoint: The savepoint.
            error: Why.

        Raises:
            Ended: It is gone.
        """
        del error
        self.check(savepoint)
        with as_ended():
            savepoint.rollback()


def _begin_immediately(connection: Any) -> None:
    """Begin SQLite's transaction by its write lock, for a bounded time: Python's driver begins it too late, or not."""
    (patience,) = connection.exec_driver_sql("PRAGMA busy_timeout").one()
    connection.exec_driver_sql(f"PRAGMA busy_timeout = {min(int(patience), round(BUSY * 1000))}")
    try:
        connection.exec_driver_sql("BEGIN IMMEDIATE")
    finally:
        connection.exec_driver_sql(f"PRAGMA busy_timeout = {int(patience)}")


class AsyncAlchemy:
    """An asynchronous connection or session of SQLAlchemy, driven through the plain one that it has.

    Args:
        given: The connection, session, or scoped session.
    """

    def __init__(self, given: Any) -> None:
        self.given = given
        self._real = given() if hasattr(given, "registry") else given

    async def begin(self, prefix: str) -> Statements:
        """Make sure of a transaction that may write; see `Alchemy.begin`.

        Args:
            prefix: What the tables' names begin with.
        """
        known: Statements = await self._run(lambda bound: bound.begin(prefix))
        return known

    async def execute(self, text: str, parameters: Parameters) -> Result:
        """Execute a statement.

        Args:
            text: The statement.
            parameters: Its parameters.
        """
        result: Result = await self._run(lambda bound: bound.execute(text, parameters))
        return result

    async def savepoint(self) -> Any:
        """Begin a savepoint."""
        return await self._run(lambda bound: bound.savepoint())

    async def check(self, savepoint: Any) -> None:
        """Refuse to go on after a function has ended the transaction; see `Alchemy.check`.

        Args:
            savepoint: The savepoint.
        """
        await self._run(lambda bound: bound.check(savepoint))

    async def release(self, savepoint: Any) -> None:
        """End a savepoint; see `Alchemy.release`.

        Args:
            savepoint: The savepoint.
        """
        await self._run(lambda bound: bound.release(savepoint))

    async def roll_back(self, savepoint: Any, error: BaseException) -> None:
        """Undo what came after a savepoint.

        Args:
            savepoint: The savepoint.
            error: Why.
        """
        await self._run(lambda bound: bound.roll_back(savepoint, error))

    async def call(self, function: Callable[..., Any], event: Any) -> None:
        """Call a plain function with the plain connection, in the event loop: only the database is waited for.

        Args:
            function: Takes an event and a connection.
            event: The event.
        """
        await self._real.run_sync(partial(function, event))

    async def _run(self, step: Callable[[Alchemy], Any]) -> Any:
        def on_plain(plain: Any) -> Any:
            return step(Alchemy(plain))

        return await self._real.run_sync(on_plain)
