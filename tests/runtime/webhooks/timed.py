"""Every store, and time that passes for it when a test says so."""

import asyncio
import contextlib

import redis.asyncio
from sdk._api import NAME
from sdk.webhooks.stores import AsyncRedisStore, MemoryStore, RedisStore, SQLiteStore

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
    else:
        client = redis.asyncio.Redis.from_url(request.getfixturevalue("redis_server"))
        with asyncio.Runner() as runner:
            yield TimedRedis(Awaited(AsyncRedisStore(client, **terms), runner), request.getfixturevalue("redis_client"))
            runner.run(client.aclose())
