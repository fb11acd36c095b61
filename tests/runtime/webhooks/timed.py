"""Every store, and time that passes for it when a test says so."""

import asyncio
import contextlib

import redis.asyncio
from sdk._api import NAME
from sdk.webhooks.stores import AsyncRedisStore, AsyncSQLStore, MemoryStore, RedisStore, SQLiteStore, SQLStore
from sqlalchemy import create_engine, text
from sqlalchemy.ext.asyncio import create_async_engine

from tests.runtime.webhooks.databases import ASYNC, DRIVERS, url_of

LEASE, RETENTION = 300, 30_000


class Clock:
    """The time, set by the test."""

    def __init__(self):
        self.now = 1_000_000.0

    def __call__(self):
        return self.now


class Timed:
    """A store, and time that passes for it when told to."""

    def __init__(self, store, clock):
        self.store, self._clock = store, clock

    def let_lease_end(self, key):
        self._clock.now += LEASE

    def let_retention_end(self, key):
        self._clock.now += RETENTION


class TimedRedis:
    """The server's clock cannot be set: what its expiry does is done by hand, and that it will is tested apart."""

    def __init__(self, store, client):
        self.store, self._client = store, client

    def let_lease_end(self, key):
        assert self._client.delete(f"{NAME}:webhooks:{key}") <= 1

    let_retention_end = let_lease_end


class TimedSQL:
    """The server's clock cannot be set: times are set back by hand."""

    def __init__(self, store, engine):
        self.store, self._engine = store, engine

    def let_lease_end(self, key):
        with self._engine.begin() as connection:
            connection.execute(
                text(f"UPDATE {NAME}_webhook_deliveries SET until = 1 WHERE delivery = :key"), {"key": key}
            )

    let_retention_end = let_lease_end


class Awaited:
    """An asynchronous store, called from plain tests."""

    def __init__(self, store, runner):
        self._store, self._runner = store, runner

    def claim(self, key):
        return self._runner.run(self._store.claim(key))

    def done(self, key, token):
        return self._runner.run(self._store.done(key, token))

    def release(self, key, token):
        return self._runner.run(self._store.release(key, token))


@contextlib.contextmanager
def opened(kind, request, folder):
    """A store of a kind, with its clock."""
    terms = {"lease": LEASE, "retention": RETENTION}
    clock = Clock()
    if kind == "memory":
        yield Timed(MemoryStore(**terms, clock=clock), clock)
    elif kind == "sqlite":
        with SQLiteStore(folder / "webhooks.db", **terms, clock=clock) as store:
            yield Timed(store, clock)
    elif kind == "redis":
        client = request.getfixturevalue("redis_client")
        yield TimedRedis(RedisStore(client, **terms), client)
    elif kind in DRIVERS:
        with opened_sql(kind, request, folder, **terms) as (store, engine):
            yield TimedSQL(store, engine)
    else:
        client = redis.asyncio.Redis.from_url(request.getfixturevalue("redis_server"))
        with asyncio.Runner() as runner:
            yield TimedRedis(Awaited(AsyncRedisStore(client, **terms), runner), request.getfixturevalue("redis_client"))
            runner.run(client.aclose())


@contextlib.contextmanager
def opened_sql(kind, request, folder, **terms):
    """A SQL store with empty tables, called from plain tests, and a plain engine on the same database."""
    url = url_of(kind, request, folder)
    plain = create_engine(url.replace("asyncpg", "psycopg").replace("aiomysql", "pymysql").replace("+aiosqlite", ""))
    with contextlib.closing(SQLStore(plain)) as store:
        store.create_table()
    empty(plain)
    try:
        if kind not in ASYNC:
            yield SQLStore(plain, **terms), plain
            return
        with asyncio.Runner() as runner:
            engine = create_async_engine(url)
            yield Awaited(AsyncSQLStore(engine, **terms), runner), plain
            runner.run(engine.dispose())
    finally:
        plain.dispose()


def empty(engine):
    with engine.begin() as connection:
        for table in ("deliveries", "failures", "waiting", "lines", "jobs"):
            connection.execute(text(f"DELETE FROM {NAME}_webhook_{table}"))
