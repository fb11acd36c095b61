"""The threads of plain functions: a bounded number of their own, on every event loop."""

import asyncio
import contextvars
import os
import signal
import threading

import anyio
import anyio.to_thread
import httpx
import pytest
from fastapi import FastAPI
from sdk.errors import ConfigurationError
from sdk.webhooks import django as sdk_django
from sdk.webhooks.dispatch import AsyncWebhookHandler
from sdk.webhooks.stores import MemoryStore

from tests.runtime.webhooks import sites
from tests.runtime.webhooks.receiver import delivery, webhooks

BACKENDS = ["asyncio", "trio"]
WAYS = {"anyio": None, "Django": sdk_django._in_thread}
NAME = contextvars.ContextVar("name", default="")


def receiver(**settings):
    return AsyncWebhookHandler(webhooks(), store=MemoryStore(), **settings)


class Slow:
    """A handler that runs until it is let go, and counts how many run at once."""

    def __init__(self):
        self.go, self.lock = threading.Event(), threading.Lock()
        self.running = self.most = self.ended = 0

    def __call__(self, event):
        with self.lock:
            self.running += 1
            self.most = max(self.most, self.running)
        assert self.go.wait(60)
        with self.lock:
            self.running -= 1
            self.ended += 1


async def until(condition):
    with anyio.fail_after(60):
        while not condition():  # noqa: ASYNC110 - threads tell no event of the loop
            await anyio.sleep(0.01)


@pytest.mark.parametrize("backend", BACKENDS)
@pytest.mark.parametrize("count", [1, 5])
def test_no_more_run_at_once_than_are_allowed(backend, count):
    handler, slow, outcomes = receiver(max_threads=count), Slow(), []
    handler.on(name="slow")(slow)

    async def post(number):
        outcomes.append(await handler.handle(delivery(number)))

    async def main():
        async with anyio.create_task_group() as group:
            for number in range(1, 21):
                group.start_soon(post, number)
            await until(lambda: slow.running == count)
            # The application's own threads are free all the while.
            limiter = anyio.to_thread.current_default_thread_limiter()
            assert limiter.borrowed_tokens == 0
            assert await anyio.to_thread.run_sync(lambda: "free") == "free"
            slow.go.set()

    anyio.run(main, backend=backend)
    assert (slow.most, slow.ended) == (count, 20)
    assert {outcome.text for outcome in outcomes} == {"handled"}


@pytest.mark.parametrize("way", WAYS)
def test_a_framework_s_own_threads_are_bounded_as_well(way):
    handler, slow = receiver(max_threads=3), Slow()
    handler.on(name="slow")(slow)

    async def main():
        posts = [asyncio.create_task(handler.handle(delivery(n), in_thread=WAYS[way])) for n in range(1, 11)]
        await until(lambda: slow.running)
        slow.go.set()
        return await asyncio.gather(*posts)

    assert {outcome.text for outcome in asyncio.run(main())} == {"handled"}
    assert slow.most <= 3
    assert slow.ended == 10


def test_sixty_slow_functions_keep_no_plain_endpoint_waiting():
    handler, slow = sites.handler(AsyncWebhookHandler), Slow()
    handler.on(name="slow")(slow)
    app = sites.fastapi_router(handler)
    app.get("/plain")(lambda: "plain")

    async def main():
        transport = httpx.ASGITransport(app)
        async with httpx.AsyncClient(transport=transport, base_url="http://x") as http:
            posts = [asyncio.create_task(http.post(sites.PATH, content=delivery(n))) for n in range(1, 61)]
            await until(lambda: slow.running == 40)
            with anyio.fail_after(30):
                assert (await http.get("/plain")).json() == "plain"
            assert slow.ended == 0
            slow.go.set()
            return await asyncio.gather(*posts)

    assert {answer.text for answer in asyncio.run(main())} == {"handled"}


@pytest.mark.parametrize("backend", BACKENDS)
def test_slow_functions_keep_the_store_and_coroutines_going(backend):
    handler, slow, ran = receiver(max_threads=1), Slow(), []
    handler.on(name="slow")(slow)
    other = AsyncWebhookHandler(webhooks(), store=MemoryStore(), max_threads=1)

    @other.on(name="coroutine")
    async def coroutine(event):
        ran.append(event.id)

    async def main():
        async with anyio.create_task_group() as group:
            group.start_soon(handler.handle, delivery(1))
            await until(lambda: slow.running)
            with anyio.fail_after(30):
                assert (await other.handle(delivery(2))).text == "handled"
                assert (await handler.handle(delivery(1))).text == "in progress, deliver again"
            slow.go.set()

    anyio.run(main, backend=backend)
    assert ran == [2]


@pytest.mark.parametrize("backend", BACKENDS)
def test_context_variables_are_those_of_the_request(backend):
    handler, seen = receiver(), []
    handler.on(name="sees")(lambda event: seen.append(NAME.get()))

    async def main():
        for number, name in enumerate(("first", "second"), 1):
            NAME.set(name)
            await handler.handle(delivery(number))

    anyio.run(main, backend=backend)
    assert seen == ["first", "second"]


def test_the_threads_end_with_the_loop_and_another_loop_has_its_own():
    handler, threads = receiver(max_threads=2), []
    handler.on(name="names")(lambda event: threads.append(threading.current_thread()))
    for number in range(1, 4):
        assert asyncio.run(handler.handle(delivery(number))).text == "handled"
        threads[-1].join(60)
        assert not threads[-1].is_alive()
    anyio.run(handler.handle, delivery(4), backend="trio")
    assert len(threads) == 4


def test_loops_in_several_threads_share_one_receiver():
    handler, ran = receiver(max_threads=1), []
    handler.on(name="runs")(lambda event: ran.append(event.id))
    threads = [
        threading.Thread(target=lambda number=number: asyncio.run(handler.handle(delivery(number))))
        for number in range(1, 9)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert sorted(ran) == list(range(1, 9))


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
@pytest.mark.filterwarnings("ignore:.*multi-threaded.*:DeprecationWarning")
def test_a_forked_process_has_threads_of_its_own():
    handler = receiver(max_threads=1)
    handler.on(name="runs")(lambda event: None)
    assert asyncio.run(handler.handle(delivery(1))).text == "handled"
    child = os.fork()
    if not child:
        signal.alarm(60)
        os._exit(0 if asyncio.run(handler.handle(delivery(2))).text == "handled" else 1)
    assert os.waitpid(child, 0)[1] == 0


@pytest.mark.parametrize("wrong", [0, -1, 1.5, "2", True, None])
def test_a_number_of_threads_that_is_none_is_refused(wrong):
    with pytest.raises(ConfigurationError, match=r"^max_threads must be an integer from 1; got "):
        receiver(max_threads=wrong)


def test_an_application_of_fastapi_is_made_without_a_loop():
    app = FastAPI()
    app.include_router(sites.sdk_fastapi.router(receiver()))
    assert app.routes
