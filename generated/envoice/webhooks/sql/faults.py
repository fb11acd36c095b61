"""What an error of a database means, whichever driver raised it."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

from ...errors import ConfigurationError

__all__ = ["Ended", "as_ended", "autocommit", "explained", "is_conflict", "is_ended", "is_given_up", "is_locked"]

_MISSING: Final = {"42P01", "42703", 1146, 1054}
# The last two are SQLite's SQLITE_BUSY and SQLITE_LOCKED.
_LOCKED: Final = {"55P03", 1205, 5, 6}
# Serialization failure, deadlock; MariaDB's deadlock, and its "record has changed since last read".
_CONFLICT: Final = {"40001", "40P01", 1213, 1020}
# SQLite's SQLITE_NOMEM, SQLITE_IOERR and SQLITE_FULL: it may roll back by itself, as for a conflict.
_GIVEN_UP: Final = {*_CONFLICT, 7, 10, 13}
# "Savepoint does not exist", "no active transaction".
_ENDED: Final = {"3B001", "25P01", 1305}
_PRIMARY: Final = 0xFF  # the bits of SQLite's code that say what failed


class Ended(Exception):  # noqa: N818 - says what has happened to a transaction
    """A function has ended the transaction that it runs in."""


def is_locked(error: BaseException) -> bool:
    """Whether another holds what was asked for.

    Args:
        error: What was raised.
    """
    return not _LOCKED.isdisjoint(_codes(error))


def is_conflict(error: BaseException) -> bool:
    """Whether the same transaction may succeed when it is tried again.

    Args:
        error: What was raised.
    """
    return not _CONFLICT.isdisjoint(_codes(error))


def is_given_up(error: BaseException) -> bool:
    """Whether the database itself may have rolled the whole transaction back.

    Args:
        error: What was raised.
    """
    return not _GIVEN_UP.isdisjoint(_codes(error))


def is_ended(error: BaseException) -> bool:
    """Whether a savepoint is gone, and so the transaction that had it.

    Args:
        error: What was raised.
    """
    return not _ENDED.isdisjoint(_codes(error)) or any("no such savepoint" in str(one) for one in _chain(error))


@contextmanager
def as_ended() -> Iterator[None]:
    """Say that the transaction has ended where a database says that a savepoint is gone.

    Raises:
        Ended: The savepoint is gone.
    """
    try:
        yield
    except Exception as error:
        if is_ended(error):
            raise Ended from error
        raise


def explained(error: Exception, prefix: str) -> Exception:
    """Return a sentence in place of an error that a missing table or column is the reason of; else the error itself.

    Args:
        error: What was raised.
        prefix: What the tables' names begin with.
    """
    named = any(prefix in str(one) for one in _chain(error))
    texts = [str(one).lower() for one in _chain(error)]
    lacks = any("no such table" in text or "no such column" in text or "has no column" in text for text in texts)
    if not (named and (lacks or not _MISSING.isdisjoint(_codes(error)))):
        return error
    made = ConfigurationError(
        f"A table {prefix}_... or a column of it is missing: call create_table() of the store, or let your migrations "
        "make what tables() of webhooks.sql.schema names. Tables of an older version need the columns of this one."
    )
    made.__cause__ = error
    return made


def _codes(error: BaseException) -> set[Any]:
    """The codes of an error and of what it came from: SQLSTATE, or the number that MariaDB or SQLite gives it."""
    found: set[Any] = set()
    for one in _chain(error):
        found |= {getattr(one, "sqlstate", None), getattr(one, "pgcode", None)}
        code = getattr(one, "sqlite_errorcode", None)
        if code is not None:
            found.add(code & _PRIMARY)
        elif one.args and isinstance(one.args[0], int) and type(one).__module__.partition(".")[0] in _OF_MARIADB:
            found.add(one.args[0])
    return found


_OF_MARIADB: Final = {"pymysql", "MySQLdb", "asyncmy", "aiomysql", "mariadb"}


def _chain(error: BaseException) -> Iterator[BaseException]:
    """The error and what it came from: SQLAlchemy and Django wrap what a driver raises, and functions wrap that."""
    seen: list[BaseException] = []
    waiting: list[BaseException | None] = [error]
    while waiting:
        one = waiting.pop()
        if one is None or one in seen or not isinstance(one, BaseException):  # pyright: ignore[reportUnnecessaryIsInstance]
            continue
        seen.append(one)
        yield one
        waiting += [getattr(one, "orig", None), one.__cause__, one.__context__]


def autocommit() -> ConfigurationError:
    """Return what refuses a connection that commits each statement by itself."""
    return ConfigurationError(
        "connection= commits each statement by itself, so that mark and effect are not one: open a transaction on it."
    )
