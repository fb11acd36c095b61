"""The statements of each database, as SQL with `:name` for a parameter. The time is that of the database's clock.

Times are seconds since the epoch. Under PostgreSQL a claim takes an advisory lock of its transaction and never waits
for one; under MariaDB it waits for no lock of a row; under SQLite the transaction has the write lock already.
"""

import hashlib
import re
from typing import Any, Final

import attrs

from ..._api import NAME
from ...errors import ConfigurationError

__all__ = ["DEFAULT_PREFIX", "Result", "Statements", "pyformat", "stored"]

BUILDS_ON: Final = ("_api.NAME",)

DEFAULT_PREFIX: Final = f"{NAME}_webhook"
MAX_KEY: Final = 255
"""Characters of a key that is kept as it is; a longer one is kept as its digest."""

_PARAMETER: Final = re.compile(r":(\w+)")
_PREFIX: Final = re.compile(r"[A-Za-z_][A-Za-z0-9_]{0,39}")
_PLAIN: Final = re.compile(r"[\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?")

POSTGRESQL: Final = "postgresql"
SQLITE: Final = "sqlite"
MARIADB: Final = "mariadb"
_NOW: Final = {
    # The time of the call. `now()` would be that of the transaction's begin.
    POSTGRESQL: "CAST(EXTRACT(EPOCH FROM clock_timestamp()) AS double precision)",
    # In UTC: the local time of a session is ambiguous once a year.
    MARIADB: "(TIMESTAMPDIFF(MICROSECOND, '1970-01-01', UTC_TIMESTAMP(6)) / 1000000e0)",
    SQLITE: "((julianday('now') - 2440587.5) * 86400.0)",
}


@attrs.frozen
class Result:
    """What a statement gave.

    Attributes:
        count: Rows that it wrote.
        rows: Rows that it returned.
    """

    count: int
    rows: list[tuple[Any, ...]]


@attrs.frozen
class Statements:
    """The statements for one database.

    Attributes:
        database: `postgresql`, `mariadb` or `sqlite`.
        prefix: What the tables' names begin with.
    """

    database: str
    prefix: str

    @property
    def now(self) -> str:
        """The database's clock."""
        return _NOW[self.database]

    def table(self, name: str) -> str:
        """Return a table's name.

        Args:
            name: What it holds.
        """
        return f"{self.prefix}_{name}"

    @property
    def claim(self) -> str:
        """Takes a key under a token, unless another holds or has marked it. MariaDB's returns the token that stands."""
        table, now = self.table("deliveries"), self.now
        into = f"INSERT INTO {table} (delivery, token, until)"
        if self.database == MARIADB:
            return (
                f"SET STATEMENT innodb_lock_wait_timeout = 0 FOR {into} VALUES (:key, :token, {now} + :lease)"
                f" ON DUPLICATE KEY UPDATE token = IF(until <= {now}, VALUES(token), token),"
                " until = IF(token = VALUES(token), VALUES(until), until) RETURNING token"
            )
        overtake = (
            " ON CONFLICT (delivery) DO UPDATE SET token = excluded.token, until = excluded.until"
            f" WHERE {table}.until <= {now}"
        )
        if self.database == SQLITE:
            return f"{into} VALUES (:key, :token, {now} + :lease){overtake}"
        # A row that is looked at only, and not written, is not locked: who was refused keeps nobody waiting.
        return (
            f"{into} SELECT CAST(:key AS varchar), CAST(:token AS varchar), {now} + CAST(:lease AS double precision)"
            f" WHERE pg_try_advisory_xact_lock(CAST(:lock AS bigint)) AND NOT EXISTS (SELECT 1 FROM {table} AS held"
            f" WHERE held.delivery = CAST(:key AS varchar) AND held.until > {now}){overtake}"
        )

    @property
    def is_mark(self) -> str:
        """Tells whether a key that stands is a mark."""
        return (
            f"SELECT CASE WHEN token IS NULL THEN 1 ELSE 0 END FROM {self.table('deliveries')}"
            f" WHERE delivery = :key AND until > {self.now}"
        )

    @property
    def mark(self) -> str:
        """Turns the claim of a token into a mark."""
        return (
            f"UPDATE {self.table('deliveries')} SET token = NULL, until = {self.now} + :retention"
            " WHERE delivery = :key AND token = :token"
        )

    @property
    def mark_absent(self) -> str:
        """Writes a mark where nothing stands."""
        rows = f"{self.table('deliveries')} (delivery, token, until) VALUES (:key, NULL, {self.now} + :retention)"
        if self.database == MARIADB:
            return f"INSERT IGNORE INTO {rows}"
        return f"INSERT INTO {rows} ON CONFLICT (delivery) DO NOTHING"

    @property
    def release(self) -> str:
        """Forgets the claim of a token."""
        return f"DELETE FROM {self.table('deliveries')} WHERE delivery = :key AND token = :token"

    def purge(self, table: str, key: str) -> str:
        """Return the statement that forgets some rows whose time has ended, and waits for none.

        Args:
            table: What the table holds.
            key: The column of its primary key.
        """
        name, ended = self.table(table), f"until <= {self.now}"
        if self.database == MARIADB:
            return f"SET STATEMENT innodb_lock_wait_timeout = 1 FOR DELETE FROM {name} WHERE {ended} LIMIT :batch"
        skip = " FOR UPDATE SKIP LOCKED" if self.database == POSTGRESQL else ""
        return f"DELETE FROM {name} WHERE {key} IN (SELECT {key} FROM {name} WHERE {ended} LIMIT :batch{skip})"

    def lock(self, key: str) -> int:
        """Return the number that PostgreSQL's advisory lock of a key has: 64 bits with a sign.

        Args:
            key: The key as it is stored.
        """
        digest = hashlib.sha256(f"{self.prefix}\0{key}".encode()).digest()
        return int.from_bytes(digest[:8], "big", signed=True)


def statements(database: str, prefix: str) -> Statements:
    """Return the statements for a database.

    Args:
        database: Its name, as SQLAlchemy or Django says it.
        prefix: What the tables' names begin with.

    Raises:
        ConfigurationError: No statements are known for it.
    """
    known = MARIADB if database in {"mysql", MARIADB} else database
    if known not in _NOW:
        raise ConfigurationError(f"SQLStore works on PostgreSQL, MariaDB and SQLite; got {database!r}.")
    return Statements(known, prefix)


def check_prefix(prefix: object) -> str:
    """Return what tables' names begin with.

    Args:
        prefix: What was given.

    Raises:
        ConfigurationError: It is no name of at most 40 letters, digits and underscores.
    """
    if isinstance(prefix, str) and _PREFIX.fullmatch(prefix):
        return prefix
    raise ConfigurationError(
        f"prefix= of a SQL store must be a name of at most 40 letters, digits and underscores; got {prefix!r}."
    )


def stored(key: str) -> str:
    """Return how a key stands in its column: as it is where every database keeps that, else as its digest.

    Args:
        key: Any text.
    """
    if len(key) <= MAX_KEY and _PLAIN.fullmatch(key):
        return key
    return f"sha256:{hashlib.sha256(key.encode(errors='surrogatepass')).hexdigest()}"


def pyformat(text: str) -> str:
    """Return a statement with its parameters as psycopg and Django write them.

    Args:
        text: The statement, with `:name` for a parameter.
    """
    return _PARAMETER.sub(r"%(\1)s", text)
