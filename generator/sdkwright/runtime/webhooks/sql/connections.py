"""The caller's own connections, of whichever library: each executes statements and has savepoints in its transaction."""

import functools
import inspect
import re
from collections.abc import Callable
from typing import Any, Final, Protocol

from ...errors import ConfigurationError
from ..stores.base import new_token
from .engines import execute
from .faults import is_ended
from .schema import check_database
from .statements import SQLITE, Result, Statements, statements
from .steps import Parameters

__all__ = ["AsyncBound", "Bound", "Ended", "bound_to"]

BUSY: Final = 1.0
"""Seconds to wait for SQLite's only writer; a connection that waits for less stays with that."""

_PARAMETER: Final = re.compile(r":(\w+)")


class Ended(Exception):  # noqa: N818 - says what has happened to a transaction
    """A function has ended the transaction that it runs in."""


class Bound(Protocol):
    """A connection with an open transaction. A savepoint is whatever `savepoint` gives."""

    given: Any

    def begin(self, prefix: str) -> Statements:
        """Make sure of a transaction that may write, and return the database's statements."""
        ...

    def execute(self, text: str, parameters: Parameters) -> Result:
        """Execute a statement."""
        ...

    def check(self, savepoint: Any) -> None:
        """Raise `Ended` where it is known without asking the database that a savepoint is gone."""
        ...

    def savepoint(self) -> Any:
        """Begin a savepoint."""
        ...

    def release(self, savepoint: Any) -> None:
        """End a savepoint; raise `Ended` where it is gone."""
        ...

    def roll_back(self, savepoint: Any, error: BaseException) -> None:
        """Undo what came after a savepoint; raise `Ended` where it is gone."""
        ...


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
            raise _autocommit()
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
        try:
            savepoint.commit()
        except Exception as error:
            if is_ended(error):
                raise Ended from error
            raise

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
        try:
            savepoint.rollback()
        except Exception as second:
            if is_ended(second):
                raise Ended from second
            raise


def _begin_immediately(connection: Any) -> None:
    """Begin SQLite's transaction by its write lock, for a bounded time: Python's driver begins it too late, or not."""
    (patience,) = connection.exec_driver_sql("PRAGMA busy_timeout").one()
    connection.exec_driver_sql(f"PRAGMA busy_timeout = {min(int(patience), round(BUSY * 1000))}")
    try:
        connection.exec_driver_sql("BEGIN IMMEDIATE")
    finally:
        connection.exec_driver_sql(f"PRAGMA busy_timeout = {int(patience)}")


class Psycopg:
    """A connection of psycopg 3.

    Args:
        given: The connection.
    """

    def __init__(self, given: Any) -> None:
        self.given = given

    def begin(self, prefix: str) -> Statements:
        """Make sure of a transaction; the first statement begins it.

        Args:
            prefix: What the tables' names begin with.

        Raises:
            ConfigurationError: The connection commits each statement by itself.
        """
        if self.given.autocommit and not self.given.info.transaction_status:
            raise _autocommit()
        return statements("postgresql", prefix)

    def execute(self, text: str, parameters: Parameters) -> Result:
        """Execute a statement.

        Args:
            text: The statement.
            parameters: Its parameters.
        """
        with self.given.cursor(row_factory=_tuples()) as cursor:
            cursor.execute(_PARAMETER.sub(r"%(\1)s", text), parameters or None)
            return Result(cursor.rowcount, cursor.fetchall() if cursor.description else [])

    def savepoint(self) -> str:
        """Begin a savepoint."""
        name = f"s{new_token()}"
        self.given.execute(f"SAVEPOINT {name}")
        return name

    def release(self, savepoint: str) -> None:
        """End a savepoint.

        Args:
            savepoint: The savepoint.

        Raises:
            Ended: It is gone.
        """
        try:
            self.given.execute(f"RELEASE SAVEPOINT {savepoint}")
        except Exception as error:
            if is_ended(error):
                raise Ended from error
            raise

    def roll_back(self, savepoint: str, error: BaseException) -> None:
        """Undo what came after a savepoint.

        Args:
            savepoint: The savepoint.
            error: Why.

        Raises:
            Ended: It is gone.
        """
        del error
        try:
            self.given.execute(f"ROLLBACK TO SAVEPOINT {savepoint}")
        except Exception as second:
            if is_ended(second):
                raise Ended from second
            raise

    def check(self, savepoint: Any) -> None:
        """Leave it to the database, which refuses to release what is gone.

        Args:
            savepoint: The savepoint.
        """


class AsyncPsycopg:
    """An asynchronous connection of psycopg 3.

    Args:
        given: The connection.
    """

    def __init__(self, given: Any) -> None:
        self.given = given

    async def begin(self, prefix: str) -> Statements:
        """Make sure of a transaction; see `Psycopg.begin`.

        Args:
            prefix: What the tables' names begin with.
        """
        return Psycopg(self.given).begin(prefix)

    async def execute(self, text: str, parameters: Parameters) -> Result:
        """Execute a statement.

        Args:
            text: The statement.
            parameters: Its parameters.
        """
        async with self.given.cursor(row_factory=_tuples()) as cursor:
            await cursor.execute(_PARAMETER.sub(r"%(\1)s", text), parameters or None)
            return Result(cursor.rowcount, await cursor.fetchall() if cursor.description else [])

    async def savepoint(self) -> str:
        """Begin a savepoint."""
        name = f"s{new_token()}"
        await self.given.execute(f"SAVEPOINT {name}")
        return name

    async def release(self, savepoint: str) -> None:
        """End a savepoint; see `Psycopg.release`.

        Args:
            savepoint: The savepoint.
        """
        try:
            await self.given.execute(f"RELEASE SAVEPOINT {savepoint}")
        except Exception as error:
            if is_ended(error):
                raise Ended from error
            raise

    async def roll_back(self, savepoint: str, error: BaseException) -> None:
        """Undo what came after a savepoint; see `Psycopg.roll_back`.

        Args:
            savepoint: The savepoint.
            error: Why.
        """
        del error
        try:
            await self.given.execute(f"ROLLBACK TO SAVEPOINT {savepoint}")
        except Exception as second:
            if is_ended(second):
                raise Ended from second
            raise

    async def check(self, savepoint: Any) -> None:
        """Leave it to the database, which refuses to release what is gone.

        Args:
            savepoint: The savepoint.
        """


class Django:
    """A connection of Django, inside `transaction.atomic()`.

    Args:
        given: `django.db.connection`, or one of `connections`.
    """

    def __init__(self, given: Any) -> None:
        self.given = given

    def begin(self, prefix: str) -> Statements:
        """Make sure of a transaction.

        Args:
            prefix: What the tables' names begin with.

        Raises:
            ConfigurationError: There is no `atomic` around, or the database is none that is known.
        """
        if not self.given.in_atomic_block:
            raise ConfigurationError("A connection of Django handles deliveries inside transaction.atomic() only.")
        if self.given.vendor == "mysql" and not self.given.mysql_is_mariadb:
            raise ConfigurationError("SQLStore works on PostgreSQL, MariaDB and SQLite; this server is MySQL.")
        return statements(self.given.vendor, prefix)

    def execute(self, text: str, parameters: Parameters) -> Result:
        """Execute a statement.

        Args:
            text: The statement.
            parameters: Its parameters.
        """
        with self.given.cursor() as cursor:
            cursor.execute(_PARAMETER.sub(r"%(\1)s", text), parameters or None)
            return Result(cursor.rowcount, [tuple(row) for row in cursor.fetchall()] if cursor.description else [])

    def savepoint(self) -> Any:
        """Begin a savepoint, as a nested `atomic` does."""
        from django.db import transaction  # type: ignore[import-untyped] # pyright: ignore

        atomic: Any = transaction.atomic(using=self.given.alias)
        atomic.__enter__()
        # Taken out by whoever ends it: it ends once.
        return [atomic]

    def release(self, savepoint: Any) -> None:
        """End a savepoint.

        Args:
            savepoint: The savepoint.

        Raises:
            Ended: It is gone.
        """
        try:
            savepoint.pop().__exit__(None, None, None)
        except Exception as error:
            if is_ended(error):
                raise Ended from error
            raise

    def roll_back(self, savepoint: Any, error: BaseException) -> None:
        """Undo what came after a savepoint.

        Args:
            savepoint: The savepoint.
            error: Why.
        """
        if not savepoint:
            return
        try:
            savepoint.pop().__exit__(type(error), error, error.__traceback__)
        except Exception as second:
            if is_ended(second):
                raise Ended from second
            raise

    def check(self, savepoint: Any) -> None:
        """Refuse what the end of `atomic` would roll back in silence: the delivery would be marked without its effect.

        Args:
            savepoint: The savepoint.

        Raises:
            RuntimeError: The transaction is marked for rollback.
        """
        if self.given.get_rollback():
            raise RuntimeError("The function has left Django's transaction marked for rollback.")


class AsyncBound:
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
        await self._real.run_sync(lambda plain: function(event, plain))

    async def _run(self, step: Callable[[Alchemy], Any]) -> Any:
        return await self._real.run_sync(lambda plain: step(Alchemy(plain)))


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
        return Django, False
    if hasattr(given, "pgconn") and hasattr(given, "cursor"):
        awaited = inspect.iscoroutinefunction(given.execute)
        return (AsyncPsycopg if awaited else Psycopg), awaited
    if hasattr(given, "begin_nested"):
        awaited = hasattr(given, "run_sync") or (hasattr(given, "registry") and hasattr(given(), "run_sync"))
        return (AsyncBound if awaited else Alchemy), awaited
    return None, False


@functools.cache
def _tuples() -> Any:
    from psycopg.rows import tuple_row

    return tuple_row


def _autocommit() -> ConfigurationError:
    return ConfigurationError(
        "connection= commits each statement by itself, so that mark and effect are not one: open a transaction on it."
    )
