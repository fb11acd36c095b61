"""Connections of psycopg 3, plain ones and those to await."""

import functools
from typing import Any

from ..stores.base import new_token
from .faults import as_ended, autocommit
from .statements import Result, Statements, pyformat, statements
from .steps import Parameters

__all__ = ["AsyncPsycopg", "Psycopg"]


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
            raise autocommit()
        return statements("postgresql", prefix)

    def execute(self, text: str, parameters: Parameters) -> Result:
        """Execute a statement.

        Args:
            text: The statement.
            parameters: Its parameters.
        """
        with self.given.cursor(row_factory=_tuples()) as cursor:
            cursor.execute(pyformat(text), parameters or None)
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
        with as_ended():
            self.given.execute(f"RELEASE SAVEPOINT {savepoint}")

    def roll_back(self, savepoint: str, error: BaseException) -> None:
        """Undo what came after a savepoint.

        Args:
            savepoint: The savepoint.
            error: Why.

        Raises:
            Ended: It is gone.
        """
        del error
        with as_ended():
            self.given.execute(f"ROLLBACK TO SAVEPOINT {savepoint}")

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
            await cursor.execute(pyformat(text), parameters or None)
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
        with as_ended():
            await self.given.execute(f"RELEASE SAVEPOINT {savepoint}")

    async def roll_back(self, savepoint: str, error: BaseException) -> None:
        """Undo what came after a savepoint; see `Psycopg.roll_back`.

        Args:
            savepoint: The savepoint.
            error: Why.
        """
        del error
        with as_ended():
            await self.given.execute(f"ROLLBACK TO SAVEPOINT {savepoint}")

    async def check(self, savepoint: Any) -> None:
        """Leave it to the database, which refuses to release what is gone.

        Args:
            savepoint: The savepoint.
        """


@functools.cache
def _tuples() -> Any:
    from psycopg.rows import tuple_row

    return tuple_row
