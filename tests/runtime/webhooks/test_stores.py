"""Stores: one claim at a time, marks that stay, and tokens that cannot undo what came after them."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from sdk.errors import ConfigurationError
from sdk.webhooks import WebhookHandler, stores
from sdk.webhooks.stores import (
    AsyncRedisStore,
    AsyncSQLStore,
    MemoryStore,
    RedisStore,
    Refusal,
    SQLiteStore,
    SQLStore,
)

from tests.receiving import recorder
from tests.runtime.webhooks.receiver import delivery, webhooks

KEY = "event:71"


def test_a_claim_keeps_others_out(every):
    token = every.store.claim(KEY)
    assert isinstance(token, str)
    assert every.store.claim(KEY) is Refusal.IN_PROGRESS
    assert isinstance(every.store.claim("event:72"), str)


def test_what_is_done_stays_done_for_the_retention(every):
    assert every.store.done(KEY, every.store.claim(KEY))
    assert every.store.claim(KEY) is Refusal.DONE
    every.let_retention_end(KEY)
    assert isinstance(every.store.claim(KEY), str)


# The clock of Redis cannot be set; test_redis_store looks at the expiry itself.
@pytest.mark.parametrize("timed", ["memory", "sqlite"], indirect=True)
def test_what_is_done_outlives_the_lease(timed):
    assert timed.store.done(KEY, timed.store.claim(KEY))
    timed.let_lease_end(KEY)
    assert timed.store.claim(KEY) is Refusal.DONE


def test_what_is_released_is_there_for_the_next(every):
    first = every.store.claim(KEY)
    assert every.store.release(KEY, first)
    second = every.store.claim(KEY)
    assert isinstance(second, str)
    assert second != first


def test_a_claim_ends_with_its_lease_and_its_token_undoes_nothing(every):
    late = every.store.claim(KEY)
    every.let_lease_end(KEY)
    successor = every.store.claim(KEY)
    assert isinstance(successor, str)
    assert not every.store.done(KEY, late)
    assert not every.store.release(KEY, late)
    assert every.store.claim(KEY) is Refusal.IN_PROGRESS
    assert every.store.done(KEY, successor)
    assert not every.store.release(KEY, late)
    assert not every.store.done(KEY, late)
    assert every.store.claim(KEY) is Refusal.DONE


def test_a_late_holder_that_nobody_overtook_marks_all_the_same(every):
    token = every.store.claim(KEY)
    every.let_lease_end(KEY)
    assert every.store.done(KEY, token)
    assert every.store.claim(KEY) is Refusal.DONE


def test_a_late_holder_whose_successor_gave_up_marks_all_the_same(every):
    late = every.store.claim(KEY)
    every.let_lease_end(KEY)
    every.store.release(KEY, every.store.claim(KEY))
    assert every.store.done(KEY, late)
    assert every.store.claim(KEY) is Refusal.DONE


@pytest.mark.parametrize("settle", ["done", "release"])
def test_a_settled_claim_cannot_be_released_again(every, settle):
    token = every.store.claim(KEY)
    assert getattr(every.store, settle)(KEY, token)
    assert not every.store.release(KEY, token)


def test_of_fifty_threads_one_gets_the_claim(timed):
    ready = threading.Barrier(50)

    def claim(_):
        ready.wait(120)
        return timed.store.claim(KEY)

    with ThreadPoolExecutor(50) as pool:
        given = list(pool.map(claim, range(50)))
    assert sum(isinstance(one, str) for one in given) == 1
    assert given.count(Refusal.IN_PROGRESS) == 49


def test_memory_forgets_the_oldest_mark_when_full_and_never_a_claim():
    store = MemoryStore(capacity=2)
    held = {key: store.claim(key) for key in ("a", "b", "c", "d")}
    for key in ("a", "b", "c"):
        assert store.done(key, held[key])
    assert store.claim("d") is Refusal.IN_PROGRESS
    assert [store.claim(key) for key in ("b", "c")] == [Refusal.DONE, Refusal.DONE]
    assert isinstance(store.claim("a"), str)


def test_memory_counts_events_and_not_their_handlers():
    store, ran = MemoryStore(capacity=10), []
    handler = WebhookHandler(webhooks(), store=store)
    for name in ("book", "mail", "audit"):
        handler.on(name=name)(recorder(ran, name))
    for id in range(1, 12):
        assert handler.handle(delivery(id)).text == "handled"
    assert [handler.handle(delivery(id)).text for id in range(2, 12)] == ["handled before"] * 10
    assert len(ran) == 33
    assert handler.handle(delivery(1)).text == "handled"
    assert ran[33:] == [("book", 1), ("mail", 1), ("audit", 1)]


def test_memory_forgets_a_handler_of_an_event_whose_others_it_still_knows():
    now = 0.0
    store = MemoryStore(retention=20, clock=lambda: now)
    assert store.done("a/first", store.claim("a/first"))
    now = 10.0
    assert store.done("a/second", store.claim("a/second"))
    now = 21.0
    assert store.claim("a/second") is Refusal.DONE
    assert isinstance(store.claim("a/first"), str)
    now = 31.0
    store.claim("b")
    assert store._marks == {}


def test_memory_keeps_nothing_that_has_ended():
    now = 0.0
    store = MemoryStore(lease=10, retention=20, clock=lambda: now)
    store.claim("left")
    store.done("done", store.claim("done"))
    now = 21.0
    store.claim("new")
    assert (list(store._claims), list(store._marks)) == (["new"], [])


@pytest.mark.parametrize("kind", [MemoryStore, SQLiteStore, RedisStore, AsyncRedisStore, SQLStore, AsyncSQLStore])
@pytest.mark.parametrize("value", [0, -1, float("nan"), float("inf"), True, "300", None])
@pytest.mark.parametrize("name", ["lease", "retention"])
def test_a_time_that_is_none_is_refused(kind, value, name):
    where = () if kind is MemoryStore else ("unused",)
    with pytest.raises(ConfigurationError, match=f"^{name}= of {kind.__name__} must be a number of seconds above 0"):
        kind(*where, **{name: value})


@pytest.mark.parametrize("name", ["lease", "retention"])
def test_a_time_beyond_what_systems_know_is_refused(name):
    with pytest.raises(ConfigurationError, match=f"^{name}= of MemoryStore must be at most 1,000,000,000 seconds"):
        MemoryStore(**{name: 1e300})


@pytest.mark.parametrize("capacity", [0, -1, True, 1.5])
def test_a_capacity_that_is_none_is_refused(capacity):
    with pytest.raises(ConfigurationError, match=r"^capacity= of MemoryStore"):
        MemoryStore(capacity=capacity)


def test_every_store_is_to_be_had_from_the_package():
    assert {getattr(stores, name).__name__ for name in stores._HOMES} == set(stores._HOMES)
    with pytest.raises(AttributeError, match="no attribute 'FileStore'"):
        _ = stores.FileStore
