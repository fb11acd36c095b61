"""Connections of Django, inside `transaction.atomic()`."""
# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false, reportUnknownVariableType=false

from typing import Any

from ...errors import ConfigurationError
from .faults import as_ended
from .statements import Result, Statements, pyformat, statements
from .steps import Parameters

__all__ = ["Django", "connection_of"]


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
            cursor.execute(pyformat(text), parameters or None)
            return Result(cursor.rowcount, [tuple(row) for row in cursor.fetchall()] if cursor.description else [])

    def savepoint(self) -> Any:
        """Begin a savepoint, as a nested `atomic` does."""
        from django.db import transaction  # type: ignore[import-untyped]

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
        with as_ended():
            savepoint.pop().__exit__(None, None, None)

    def roll_back(self, savepoint: Any, error: BaseException) -> None:
        """Undo what came after a savepoint.

        Args:
            savepoint: The savepoint.
            error: Why.
        """
        if not savepoint:
            return
        with as_ended():
            savepoint.pop().__exit__(type(error), error, error.__traceback__)

    def check(self, savepoint: Any) -> None:
        """Refuse what the end of `atomic` would roll back in silence: the delivery would be marked without its effect.

        Args:
            savepoint: The savepoint.

        Raises:
            RuntimeError: The transaction is marked for rollback.
        """
        del savepoint
        if self.given.get_rollback():
            raise RuntimeError("The function has left Django's transaction marked for rollback.")


def connection_of(atomic: Any) -> Any:
    """Return the connection of Django's `atomic`, which gives none.

    Args:
        atomic: What `transaction.atomic()` returned.

    Raises:
        ConfigurationError: It is something else.
    """
    if not hasattr(atomic, "savepoint") or not hasattr(atomic, "using"):
        raise ConfigurationError("transaction= must give contexts that hold a connection, as `engine.begin` does.")
    from django.db import DEFAULT_DB_ALIAS, connections

    every: Any = connections
    return every[atomic.using or DEFAULT_DB_ALIAS]
