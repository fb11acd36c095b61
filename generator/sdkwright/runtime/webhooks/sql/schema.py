"""The tables that the package keeps in a SQL database: for `create_table`, for migrations, and as SQL text.

from PACKAGE.webhooks.sql.schema import tables

tables(Base.metadata)  # Alembic then finds them as it finds your own
"""

from typing import Any

from ..._api import NAME
from ..._lazy import sqlalchemy
from ...errors import ConfigurationError
from .statements import DEFAULT_PREFIX, MARIADB, MAX_KEY, POSTGRESQL, check_prefix, statements

__all__ = ["schema_sql", "tables"]

BUILDS_ON = ("_api.NAME",)

MISSING = f"SQLStore needs SQLAlchemy: pip install '{NAME}[sql]'."
TEXT = 64 * 1024


def tables(metadata: "sqlalchemy.MetaData", *, prefix: str = DEFAULT_PREFIX) -> "list[sqlalchemy.Table]":
    """Add the tables to a `MetaData`, and return them.

    Args:
        metadata: Where they are added; those that are there already stay.
        prefix: What their names begin with, as the store has it.

    Raises:
        ConfigurationError: The prefix is none.
        ImportError: SQLAlchemy is not installed.
    """
    try:
        from sqlalchemy import Column, Double, Index, Integer, String, Table, Text  # an extra
        from sqlalchemy.dialects.mysql import LONGTEXT, VARCHAR
    except ImportError:
        raise ImportError(MISSING) from None
    check_prefix(prefix)

    def text(length: int) -> Any:
        # MariaDB's own comparison takes capitals and small letters for the same.
        exact = VARCHAR(length, charset="utf8mb4", collation="utf8mb4_bin")
        return String(length).with_variant(exact, "mysql", "mariadb")

    long = Text().with_variant(LONGTEXT(), "mysql", "mariadb")

    def table(name: str, *columns: Any, index: tuple[str, ...]) -> "sqlalchemy.Table":
        full = f"{prefix}_{name}"
        if full in metadata.tables:
            return metadata.tables[full]
        return Table(full, metadata, *columns, Index(f"{full}_{'_'.join(index)}", *index))

    column: Any = Column
    return [
        table(
            "deliveries",
            column("delivery", text(MAX_KEY), primary_key=True),
            # A row without a token is a mark.
            column("token", text(32)),
            column("until", Double(), nullable=False),
            index=("until",),
        ),
        table(
            "failures",
            column("delivery", text(MAX_KEY), primary_key=True),
            column("attempts", Integer(), nullable=False),
            column("error", long, nullable=False),
            # When it was parked, with its body and headers; none of them while it is still delivered.
            column("parked", Double()),
            # In base64: not every driver takes bytes.
            column("body", long),
            column("headers", long),
            column("until", Double(), nullable=False),
            index=("until",),
        ),
        table(
            "waiting",
            column("delivery", text(MAX_KEY), primary_key=True),
            column("line", text(MAX_KEY), nullable=False),
            column("place", text(64), nullable=False),
            column("body", long, nullable=False),
            column("headers", long, nullable=False),
            column("until", Double(), nullable=False),
            index=("line", "place"),
        ),
        table(
            "lines",
            column("line", text(MAX_KEY), primary_key=True),
            # The highest that was handled.
            column("place", text(64), nullable=False),
            column("until", Double(), nullable=False),
            index=("until",),
        ),
        table(
            "jobs",
            column("id", text(64), primary_key=True),
            column("name", text(MAX_KEY), nullable=False),
            column("payload", long, nullable=False),
            column("attempts", Integer(), nullable=False),
            column("token", text(32)),
            # When it may be handed on; a relay that has it moves this on.
            column("due", Double(), nullable=False),
            column("error", long),
            index=("due",),
        ),
    ]


def schema_sql(database: str, *, prefix: str = DEFAULT_PREFIX) -> str:
    """Return the statements that make the tables, for who makes them by hand.

    Args:
        database: `postgresql`, `mariadb` or `sqlite`.
        prefix: What their names begin with, as the store has it.

    Raises:
        ConfigurationError: The database is another, or the prefix is none.
        ImportError: SQLAlchemy is not installed.
    """
    known = statements(database, check_prefix(prefix)).database
    try:
        from sqlalchemy.dialects import mysql, postgresql, sqlite  # an extra
    except ImportError:
        raise ImportError(MISSING) from None
    dialect = {POSTGRESQL: postgresql, MARIADB: mysql}.get(known, sqlite).dialect()
    texts = [str(one.compile(dialect=dialect)).strip() for one in create(prefix)]
    return "".join(f"{text};\n\n" for text in texts)


def create(prefix: str) -> list[Any]:
    """Return the statements (`ExecutableDDLElement` of SQLAlchemy) that make the tables and indexes that are not there.

    Args:
        prefix: What their names begin with.
    """
    from sqlalchemy import MetaData
    from sqlalchemy.schema import CreateIndex, CreateTable

    made: list[Any] = []
    for table in tables(MetaData(), prefix=prefix):
        made.append(CreateTable(table, if_not_exists=True))
        made += [CreateIndex(index, if_not_exists=True) for index in table.indexes]
    return made


def check_database(dialect: Any) -> None:
    """Refuse a database whose statements would fail one by one.

    Args:
        dialect: SQLAlchemy's, connected.

    Raises:
        ConfigurationError: It is MySQL, which lacks what MariaDB has.
    """
    if dialect.name == "mysql" and not getattr(dialect, "is_mariadb", False):
        raise ConfigurationError("SQLStore works on PostgreSQL, MariaDB and SQLite; this server is MySQL.")
