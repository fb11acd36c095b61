"""The Redis store against a real server: expiry is the server's, and a repeated command finds its own claim."""

import asyncio
import socket

import pytest
import redis
from sdk._api import NAME
from sdk.webhooks.stores import AsyncRedisStore, RedisStore, Refusal

from tests.runtime.webhooks.timed import opened
from tests.waiting import until

KEY = "event:71"


def test_lease_and_retention_are_expiry_times(redis_client):
    store = RedisStore(redis_client, lease=100, retention=5000)
    token = store.claim(KEY)
    assert 0 < redis_client.pttl(f"{NAME}:webhooks:{KEY}") <= 100_000
    store.done(KEY, token)
    assert 100_000 < redis_client.pttl(f"{NAME}:webhooks:{KEY}") <= 5_000_000


def test_the_server_ends_a_lease_by_itself(redis_client):
    store = RedisStore(redis_client, lease=0.05)
    late = store.claim(KEY)
    until(lambda: isinstance(RedisStore(redis_client).claim(KEY), str))
    assert not store.done(KEY, late)


def test_a_claim_that_is_sent_twice_finds_itself(redis_client, monkeypatch):
    monkeypatch.setattr("sdk.webhooks.stores.redis.new_token", lambda: "the-same")
    store = RedisStore(redis_client)
    assert [store.claim(KEY), store.claim(KEY)] == ["the-same", "the-same"]


@pytest.mark.parametrize("kind", ["redis", "async redis"])
def test_a_mark_that_is_sent_twice_is_no_other_claim(request, tmp_path, kind):
    with opened(kind, request, tmp_path) as timed:
        token = timed.store.claim(KEY)
        assert [timed.store.done(KEY, token), timed.store.done(KEY, token)] == [True, True]
        assert not timed.store.done(KEY, "another")
        assert timed.store.claim(KEY) is Refusal.DONE


def test_a_client_that_decodes_gives_the_same(redis_server, redis_client):
    with redis.Redis.from_url(redis_server, decode_responses=True) as client:
        store = RedisStore(client)
        token = store.claim(KEY)
        assert store.claim(KEY) is Refusal.IN_PROGRESS
        assert store.done(KEY, token)
        assert RedisStore(redis_client).claim(KEY) is Refusal.DONE


def test_prefixes_keep_accounts_apart(redis_client):
    assert isinstance(RedisStore(redis_client, prefix="one:").claim(KEY), str)
    assert isinstance(RedisStore(redis_client, prefix="two:").claim(KEY), str)
    assert set(redis_client.keys()) == {f"one:{KEY}".encode(), f"two:{KEY}".encode()}


def test_both_kinds_understand_each_other(redis_server, redis_client):
    async def finish(token):
        store = AsyncRedisStore.from_url(redis_server)
        refusal = await store.claim(KEY)
        marked = await store.done(KEY, token)
        await store._client.aclose()
        return refusal, marked

    store = RedisStore.from_url(redis_server)
    assert asyncio.run(finish(store.claim(KEY))) == (Refusal.IN_PROGRESS, True)
    assert store.claim(KEY) is Refusal.DONE
    store._client.close()


@pytest.mark.parametrize(("end", "seconds"), [("", 5.0), ("?socket_timeout=2", 2.0)])
@pytest.mark.parametrize("kind", [RedisStore, AsyncRedisStore])
def test_a_server_is_not_waited_for_without_end(kind, end, seconds):
    client = kind.from_url(f"redis://localhost:1/0{end}")._client
    assert client.connection_pool.connection_kwargs["socket_timeout"] == seconds


def test_a_server_that_says_nothing_is_an_error_and_no_claim():
    with socket.create_server(("127.0.0.1", 0)) as silent:
        store = RedisStore.from_url(f"redis://127.0.0.1:{silent.getsockname()[1]}/0?socket_timeout=0.05")
        with store._client, pytest.raises(redis.TimeoutError):
            store.claim(KEY)


@pytest.mark.parametrize("kind", [RedisStore, AsyncRedisStore])
def test_the_repr_shows_no_password(kind):
    store = kind.from_url("redis://user:hunter2@localhost:1/0", prefix="shop:")
    assert repr(store) == f"{kind.__name__}(prefix='shop:', lease=300.0, retention=2592000.0)"


@pytest.mark.parametrize("kind", [RedisStore, AsyncRedisStore])
def test_a_missing_client_is_told_in_one_sentence(kind, monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "redis", None)
    monkeypatch.setitem(__import__("sys").modules, "redis.asyncio", None)
    with pytest.raises(ImportError, match=rf"^RedisStore needs the Redis client: pip install '{NAME}\[redis\]'\.$"):
        kind.from_url("redis://localhost")
