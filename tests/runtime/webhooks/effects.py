"""A database of the caller's own, with a table of effects, and handlers that write there."""

import threading

import attrs
from sdk._api import NAME
from sdk.webhooks import AsyncWebhookHandler, WebhookHandler
from sdk.webhooks.stores import AsyncSQLStore, SQLStore
from sqlalchemy import Integer, String, create_engine, text
from sqlalchemy.event import listen
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from tests.runtime.webhooks.databases import ASYNC, url_of
from tests.runtime.webhooks.receiver import webhooks
from tests.runtime.webhooks.timed import empty
from tests.waiting import until

INSERT = text("INSERT INTO effect (event, what) VALUES (:event, :what)")


class Base(DeclarativeBase):
    """The caller's tables."""


class Effect(Base):
    """What a function has done; nothing keeps it from standing there twice."""

    __tablename__ = "effect"

    id: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=True)
    event: Mapped[int] = mapped_column(Integer)
    what: Mapped[str] = mapped_column(String(40))


class Unique(Base):
    """A table that refuses a second row of one value."""

    __tablename__ = "only_once"

    event: Mapped[int] = mapped_column(Integer, primary_key=True)


@attrs.define
class Effects:
    """A database with effects.

    Attributes:
        kind: Which database, by which driver.
        url: Its URL for that driver.
        engine: A plain engine on it, for who looks at it.
    """

    kind: str
    url: str
    engine: object

    @property
    def count(self):
        """What was done, and for which event."""
        with self.engine.begin() as connection:
            return [tuple(row) for row in connection.execute(text("SELECT event, what FROM effect ORDER BY id"))]

    def rows(self, table, columns="*"):
        with self.engine.begin() as connection:
            return [tuple(row) for row in connection.execute(text(f"SELECT {columns} FROM {NAME}_webhook_{table}"))]

    def handler(self, **terms):
        store = SQLStore(self.engine, **terms)
        return WebhookHandler(webhooks(), store=store)

    def async_handler(self, engine, **terms):
        return AsyncWebhookHandler(webhooks(), store=AsyncSQLStore(engine, **terms))

    def async_engine(self):
        return create_async_engine(self.url)


def plain_url(url):
    return url.replace("asyncpg", "psycopg").replace("aiomysql", "pymysql").replace("+aiosqlite", "")


def prepared(kind, request, folder):
    """The database of a kind with empty tables."""
    url = url_of(kind, request, folder)
    engine = create_engine(plain_url(url))

    def end():
        # Failures of a caller's transaction are counted afterwards, in a thread; then nothing holds a connection.
        for thread in threading.enumerate():
            if thread.name == f"{NAME}.webhooks.failures":
                thread.join(60)
        until(lambda: engine.pool.checkedout() == 0)
        engine.dispose()

    request.addfinalizer(end)
    if engine.dialect.name == "sqlite":
        # The machine does not fail in a test, only processes do.
        listen(engine, "connect", lambda raw, _: raw.execute("PRAGMA synchronous = OFF").close())
    with engine.begin() as connection:
        Base.metadata.create_all(connection)
        for table in Base.metadata.tables:
            connection.execute(text(f"DELETE FROM {table}"))
    SQLStore(engine).create_table()
    empty(engine)
    return Effects(kind, url, engine)


def write(event, connection, what="done"):
    """Write an effect, whatever kind of connection it is."""
    if hasattr(connection, "pgconn"):
        connection.execute("INSERT INTO effect (event, what) VALUES (%s, %s)", (event.id, what))
    elif hasattr(connection, "in_atomic_block"):
        with connection.cursor() as cursor:
            cursor.execute("INSERT INTO effect (event, what) VALUES (%s, %s)", [event.id, what])
    elif hasattr(connection, "add"):
        connection.add(Effect(event=event.id, what=what))
    else:
        connection.execute(INSERT, {"event": event.id, "what": what})


__all__ = ["ASYNC", "Effect", "Effects", "prepared", "write"]
