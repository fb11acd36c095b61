"""Keeps claims and marks in a SQLite file that the threads and processes of one machine share."""

import os
import threading
import time
from collections.abc import Callable, Generator
from contextlib import contextmanager
from typing import Any, Final, Self, cast

import attrs

from ..._api import NAME
from ...errors import ConfigurationError
from .base import DEFAULT_LEASE, DEFAULT_RETENTION, Refusal, check_terms, new_token

try:
    import sqlite3
except ImportError:
    raise ImportError("SQLiteStore needs sqlite3, which this Python lacks: use another store.") from None

__all__ = ["SQLiteStore"]

BUILDS_ON: Final = ("_api.NAME",)

_TABLE: Final = f"{NAME}_deliveries"
_SCHEMA: Final = (
    # A row without a token is a mark.
    f"""CREATE TABLE IF NOT EXISTS {_TABLE}
    (key TEXT PRIMARY KEY, token TEXT, until REAL NOT NULL) WITHOUT ROWID""",
    f"CREATE INDEX IF NOT EXISTS {_TABLE}_until ON {_TABLE} (until)",
)
# Each is a transaction of one statement that takes the write lock as it starts, so nothing can come between its parts.
_CLAIM: Final = (
    f"INSERT INTO {_TABLE} (key, token, until) VALUES (:key, :token, :until)"  # noqa: S608 - the package's own name
    " ON CONFLICT (key) DO UPDATE SET token = excluded.token, until = excluded.until WHERE until <= :now"
)
_DONE: Final = (
    f"INSERT INTO {_TABLE} (key, token, until) VALUES (:key, NULL, :until)"  # noqa: S608 - as above
    " ON CONFLICT (key) DO UPDATE SET token = NULL, until = excluded.until WHERE token = :token"
)
_RELEASE: Final = f"DELETE FROM {_TABLE} WHERE key = :key AND token = :token"  # noqa: S608 - as above
_IS_MARK: Final = f"SELECT token IS NULL FROM {_TABLE} WHERE key = :key AND until > :now"  # noqa: S608 - as above
_FORGET_ENDED: Final = f"DELETE FROM {_TABLE} WHERE until <= :now"  # noqa: S608 - as above

_LOCKED: Final = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
_PRIMARY: Final = 0xFF  # the bits of a result code that say what failed; the others say how


@attrs.frozen
class _Opened:
    connection: sqlite3.Connection
    file: tuple[int, int] | None
    """What tells the file from another that takes its place."""

    lock: threading.Lock = attrs.field(factory=threading.Lock)


class SQLiteStore:
    """A `Store` in a SQLite file, for any number of threads and processes on one machine; also across forks.

    The file is in WAL mode with full synchronisation: what is marked is on disk. It must not lie on a network file
    system. Leases follow the wall clock. Ended claims and marks are deleted as new marks are written. If the file is
    removed or replaced, everything in it is forgotten, and all processes go on with the new one.

    Args:
        path: The file, made when it is first needed. Its folder must exist.
        lease: Seconds for which a claim holds; longer than the slowest handler takes.
        retention: Seconds for which a delivery is remembered as handled.
        timeout: Seconds to wait for another's write before `sqlite3.OperationalError` is raised.
        clock: Gives the time in seconds since the epoch, in every process the same.

    Raises:
        ConfigurationError: A time is not above 0, or `path` names no file. The methods raise it where the file system
            cannot keep such a file.
    """

    def __init__(
        self,
        path: str | os.PathLike[str],
        *,
        lease: float = DEFAULT_LEASE,
        retention: float = DEFAULT_RETENTION,
        timeout: float = 10.0,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self._path = str(path)
        self._lease = lease
        self._retention = retention
        self._timeout = timeout
        check_terms("SQLiteStore", lease=lease, retention=retention, timeout=timeout)
        self._path = _file(path)
        self._clock = clock
        # SQLite forbids to use, or even close, a connection in a process forked from the one that opened it.
        # Nor may it wait for a lock that a thread of the other held.
        self._opened: dict[int, _Opened] = {}
        self._opening: dict[int, threading.Lock] = {}

    def __repr__(self) -> str:
        return f"SQLiteStore({self._path!r}, lease={self._lease}, retention={self._retention})"

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()

    def close(self) -> None:
        """Close this process's connection. The next use opens another."""
        opened = self._opened.pop(os.getpid(), None)
        if opened is not None:
            with opened.lock:
                opened.connection.close()

    def claim(self, key: str) -> str | Refusal:
        """Ask to handle a delivery; see `Store.claim`.

        Args:
            key: What names the delivery.

        Returns:
            A token, or why another's claim stands in the way.
        """
        token, now = new_token(), self._clock()
        with self._connected() as connection:
            terms = {"key": key, "token": token, "now": now, "until": now + self._lease}
            if connection.execute(_CLAIM, terms).rowcount == 1:
                return token
            row = connection.execute(_IS_MARK, {"key": key, "now": now}).fetchone()
        return Refusal.DONE if row and row[0] else Refusal.IN_PROGRESS

    def done(self, key: str, token: str) -> bool:
        """Mark a delivery as handled; see `Store.done`.

        Args:
            key: What `claim` was asked for.
            token: What it gave.

        Returns:
            Whether it is marked by this call.
        """
        now = self._clock()
        marked = self._write(_DONE, {"key": key, "token": token, "until": now + self._retention})
        self._write(_FORGET_ENDED, {"now": now})
        return marked == 1

    def release(self, key: str, token: str) -> bool:
        """Give a delivery back; see `Store.release`.

        Args:
            key: What `claim` was asked for.
            token: What it gave.

        Returns:
            Whether the claim was still this one.
        """
        return self._write(_RELEASE, {"key": key, "token": token}) == 1

    def _write(self, statement: str, terms: dict[str, Any]) -> int:
        with self._connected() as connection:
            return connection.execute(statement, terms).rowcount

    @contextmanager
    def _connected(self) -> Generator[sqlite3.Connection]:
        """The connection of this process, for this thread alone."""
        while True:
            opened = self._here()
            with opened.lock:
                # Else another thread has closed it while this one waited.
                if self._opened.get(os.getpid()) is opened:
                    yield opened.connection
                    return

    def _here(self) -> _Opened:
        """The connection of this process to the file that is there now."""
        process = os.getpid()
        opened = self._opened.get(process)
        if opened is not None and opened.file == _identity(self._path):
            return opened
        with self._opening.setdefault(process, threading.Lock()):
            # Another thread may have been quicker.
            opened = self._opened.get(process)
            if opened is None or opened.file != _identity(self._path):
                self.close()
                opened = self._opened[process] = self._connect()
            return opened

    def _connect(self) -> _Opened:
        # Without isolation level every statement is a transaction; one lock for each process orders the threads.
        connection = sqlite3.connect(self._path, timeout=self._timeout, isolation_level=None, check_same_thread=False)
        try:
            self._set_up(connection)
        except BaseException:
            connection.close()
            raise
        return _Opened(connection, _identity(self._path))

    def _set_up(self, connection: sqlite3.Connection) -> None:
        # Turning WAL on does not wait for other connections as all else does, so it is tried until one succeeded.
        last = time.monotonic() + self._timeout
        while True:
            try:
                (mode,) = connection.execute("PRAGMA journal_mode = WAL").fetchone()
                break
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode & _PRIMARY not in _LOCKED or time.monotonic() > last:
                    raise
                time.sleep(0.01)
        if mode != "wal":
            raise ConfigurationError(
                f"SQLiteStore: {self._path!r} cannot be put into WAL mode and stays in mode {mode!r}: give a file on a "
                "local file system."
            )
        connection.execute("PRAGMA synchronous = FULL")
        for statement in _SCHEMA:
            connection.execute(statement)


def _file(path: object) -> str:
    """The path of a file that processes can share.

    Raises:
        ConfigurationError: It is none.
    """
    given = os.fsdecode(cast("str", path)) if isinstance(path, str | bytes | os.PathLike) else None
    if not given or given == ":memory:":
        raise ConfigurationError(
            f"SQLiteStore needs the path of a file; got {path!r}. In memory there is MemoryStore()."
        )
    return given


def _identity(path: str) -> tuple[int, int] | None:
    try:
        there = os.stat(path)  # noqa: PTH116 - before every step, and a Path costs more than the call
    except OSError:
        return None
    return there.st_dev, there.st_ino
