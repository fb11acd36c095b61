"""One event many times at once, in threads, tasks and processes, and a process killed half way: handled once."""

import asyncio
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
import redis.asyncio
from sdk.webhooks.dispatch import AsyncWebhookHandler, WebhookHandler
from sdk.webhooks.stores import AsyncRedisStore, RedisStore, SQLiteStore

from tests.receiving import recorder
from tests.runtime.webhooks.receiver import delivery, webhooks
from tests.runtime.webhooks.timed import opened
from tests.runtime.webhooks.worker import store_at
from tests.waiting import until

MANY = 50


def test_fifty_threads_run_the_handler_once(timed):
    handler = WebhookHandler(webhooks(), store=timed.store)
    others_answered, ran = threading.Semaphore(0), []

    @handler.on()
    def slow(event):
        ran.append(event.id)
        for _ in range(MANY - 1):
            others_answered.acquire()

    def post(_):
        outcome = handler.handle(delivery())
        others_answered.release()
        return outcome.status

    with ThreadPoolExecutor(MANY) as pool:
        statuses = sorted(pool.map(post, range(MANY)))
    assert ran == [71]
    assert statuses == [200] + [503] * (MANY - 1)
    assert handler.handle(delivery()).text == "handled before"
    assert ran == [71]


def test_fifty_threads_with_a_handler_that_fails_at_first_run_it_until_it_succeeds(timed):
    handler = WebhookHandler(webhooks(), store=timed.store)
    ran = []

    @handler.on()
    def third_time_lucky(event):
        ran.append(event.id)
        if len(ran) < 3:
            raise ValueError

    def deliver_until_handled(_):
        # As the service does; it waits in between.
        while (outcome := handler.handle(delivery())).status != 200:
            assert outcome.status in {500, 503}

    with ThreadPoolExecutor(MANY) as pool:
        list(pool.map(deliver_until_handled, range(MANY)))
    assert ran == [71] * 3


@pytest.mark.parametrize("plain", [False, True], ids=["coroutine", "plain"])
@pytest.mark.parametrize("kind", ["memory", "sqlite", "redis", "async redis"])
def test_fifty_tasks_run_the_handler_once(request, tmp_path, kind, plain):
    async def post_all(store):
        handler = AsyncWebhookHandler(webhooks(), store=store)
        ran = []
        others_answered, others_answered_async = threading.Event(), asyncio.Event()

        def slow(event):
            ran.append(event.id)
            assert others_answered.wait(60)

        async def slow_async(event):
            ran.append(event.id)
            await others_answered_async.wait()

        handler.on()(slow if plain else slow_async)
        tasks = [asyncio.create_task(handler.handle(delivery())) for _ in range(MANY)]
        for count, task in enumerate(asyncio.as_completed(tasks), 1):
            await task
            if count == MANY - 1:
                others_answered.set()
                others_answered_async.set()
        again = await handler.handle(delivery())
        return ran, sorted(task.result().status for task in tasks), again.text

    async def run():
        if kind != "async redis":
            with opened(kind, request, tmp_path) as timed:
                return await post_all(timed.store)
        async with redis.asyncio.Redis.from_url(request.getfixturevalue("redis_server")) as client:
            await client.flushall()
            return await post_all(AsyncRedisStore(client))

    assert asyncio.run(run()) == ([71], [200] + [503] * (MANY - 1), "handled before")


@pytest.fixture(params=["sqlite", "redis"])
def shared(request, tmp_path):
    """Where a store lies that processes share."""
    if request.param == "sqlite":
        return f"sqlite:{tmp_path / 'webhooks.db'}"
    request.getfixturevalue("redis_client")
    return f"redis:{request.getfixturevalue('redis_server')}"


def test_four_processes_run_the_handler_once(shared, child):
    workers = [child("tests.runtime.webhooks.worker", "deliver", shared) for _ in range(4)]
    for worker in workers:
        assert worker.stdout.readline() == "ready\n"
    for worker in workers:
        worker.stdin.write("go\n")
        worker.stdin.flush()
    said = [line for worker in workers for line in worker.communicate(timeout=200)[0].splitlines()]
    statuses = [status for line in said if line != "ran" for status in line.split()]
    assert said.count("ran") == 1
    # Those that came after the handler's end are answered 200 as well.
    assert len(statuses) == 60
    assert set(statuses) <= {"200", "503"}
    assert "200" in statuses


def test_what_a_killed_process_was_handling_is_handled_after_the_lease(shared, child):
    worker = child("tests.runtime.webhooks.worker", "hang", shared)
    assert worker.stdout.readline() == "ran\n"
    worker.kill()
    assert worker.wait(60) == -9

    now = store_at(shared)
    ran = []
    handler = receiver(now, ran)
    assert handler.handle(delivery()).status == 503
    later = after_the_lease(shared, now)
    assert receiver(later, ran).handle(delivery()).status == 200
    assert ran == [71]
    assert handler.handle(delivery()).text == "handled before"
    assert ran == [71]
    close(now)
    close(later)


def test_of_two_handlers_the_one_that_ended_before_the_kill_does_not_run_again(shared, child):
    worker = child("tests.runtime.webhooks.worker", "hang_second", shared)
    assert worker.stdout.readline() == "ran\n"
    worker.kill()
    assert worker.wait(60) == -9

    now = store_at(shared)
    later, ran = after_the_lease(shared, now), []
    handler = WebhookHandler(webhooks(), store=later)
    handler.on()(recorder(ran, "first"))
    handler.on()(recorder(ran, "second"))
    assert handler.handle(delivery()).text == "handled"
    assert ran == [("second", 71)]
    close(now)
    close(later)


def receiver(store, ran):
    handler = WebhookHandler(webhooks(), store=store)
    handler.on()(lambda event: ran.append(event.id))
    return handler


def after_the_lease(shared, store):
    """The store as it is when the lease has run out."""
    if isinstance(store, RedisStore):
        claims = [key for key in store._client.scan_iter() if not store._client.get(key).startswith(b"done")]
        for key in claims:
            store._client.pexpire(key, 1)
        until(lambda: not store._client.exists(*claims))
        return store
    return SQLiteStore(shared.removeprefix("sqlite:"), clock=lambda: time.time() + 301)


def close(store):
    if isinstance(store, RedisStore):
        store._client.close()
    else:
        store.close()
