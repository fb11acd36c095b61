"""What only the asynchronous handler has to deal with: requests and loops that end before a delivery does."""

import asyncio
import contextlib
import functools
import gc
import sys
import threading
import weakref

import pytest
import trio
from sdk.webhooks import django as sdk_django
from sdk.webhooks.flow import AT_ONCE
from sdk.webhooks.stores import MemoryStore, Refusal, SQLiteStore

from tests.runtime.webhooks.receiver import SECRET, Receiver, Webhooks, delivery


def slow_handler(receiver, started, go):
    ran = []

    @receiver.handler.on()
    async def slow(event):
        started.set()
        await go.wait()
        ran.append(event.id)

    return ran


def test_a_delivery_outlives_its_request():
    async def cancel():
        receiver, started, go = Receiver("async"), asyncio.Event(), asyncio.Event()
        ran = slow_handler(receiver, started, go)
        request = asyncio.create_task(receiver.handler.handle(delivery()))
        await started.wait()
        request.cancel()
        with pytest.raises(asyncio.CancelledError):
            await request
        during = (await receiver.handler.handle(delivery())).text
        go.set()
        await asyncio.gather(*receiver.handler._deliveries)
        return ran, during, (await receiver.handler.handle(delivery())).text

    assert asyncio.run(cancel()) == ([71], "in progress, deliver again", "handled before")


def test_a_delivery_outlives_its_request_on_trio():
    async def cancel():
        receiver, started, go = Receiver("async"), trio.Event(), trio.Event()
        ran = slow_handler(receiver, started, go)
        async with trio.open_nursery() as nursery:
            nursery.start_soon(receiver.handler.handle, delivery())
            await started.wait()
            nursery.cancel_scope.cancel()
            go.set()
        return ran, (await receiver.handler.handle(delivery())).text

    assert trio.run(cancel) == ([71], "handled before")


@pytest.mark.parametrize("kind", ["memory", "sqlite"])
def test_a_loop_that_ends_releases_what_a_coroutine_was_handling(kind, caplog, tmp_path):
    with contextlib.closing(SQLiteStore(tmp_path / "webhooks.db")) as file:
        receiver = Receiver("async", store=MemoryStore() if kind == "memory" else file)

        async def end():
            started = asyncio.Event()
            slow_handler(receiver, started, asyncio.Event())
            task = asyncio.create_task(receiver.handler.handle(delivery()))
            await started.wait()
            return task

        task = asyncio.run(end())
        assert task.cancelled()
        assert isinstance(receiver.store.claim("event:71"), str)
        assert caplog.records == []


def test_a_loop_that_ends_leaves_what_a_thread_is_handling_to_its_lease(caplog):
    receiver, started, go, ended = Receiver("plain"), threading.Event(), threading.Event(), threading.Event()

    def slow(event):
        started.set()
        go.wait(60)
        ended.set()

    receiver.add(slow)

    async def end():
        task = asyncio.create_task(receiver.handler.handle(delivery()))
        assert await asyncio.to_thread(started.wait, 60)
        return task

    asyncio.run(end())
    go.set()
    assert ended.wait(60)
    assert receiver.store.claim("event:71") is Refusal.IN_PROGRESS
    assert caplog.records == []


class Fatal(BaseException):
    """What no handler of exceptions catches."""


@pytest.mark.parametrize("run", [asyncio.run, trio.run], ids=["asyncio", "trio"])
@pytest.mark.parametrize("kind", ["async", "plain"])
@pytest.mark.parametrize("raised", [Fatal(), BaseExceptionGroup("several", [Fatal()])], ids=["one", "group"])
def test_what_is_no_exception_releases_the_delivery_and_is_raised(run, kind, raised):
    receiver = Receiver(kind)

    async def fails_async(event):
        raise raised

    def fails(event):
        raise raised

    receiver.handler.on()(fails_async if kind == "async" else fails)

    async def post():
        with pytest.raises(type(raised)):
            await receiver.handler.handle(delivery())

    run(post) if run is trio.run else run(post())
    assert receiver.store._claims == {}


def test_a_coroutine_that_exits_ends_the_loop_and_releases_the_delivery():
    receiver = Receiver("async")

    @receiver.handler.on()
    async def leave(event):
        sys.exit(3)

    with pytest.raises(SystemExit):
        asyncio.run(receiver.handler.handle(delivery()))
    assert receiver.store._claims == {}


@pytest.mark.parametrize("in_thread", [None, sdk_django._in_thread], ids=["anyio", "Django"])
def test_a_plain_handler_that_exits_has_failed_and_the_loop_goes_on(in_thread, caplog):
    receiver = Receiver("plain")

    @receiver.handler.on()
    def leave(event):
        sys.exit(3)

    async def post():
        outcome = await receiver.handler.handle(delivery(), in_thread=in_thread)
        return outcome.status, (await receiver.handler.handle(b"")).status

    assert asyncio.run(post()) == (500, 400)
    assert "RuntimeError: A function raised SystemExit." in caplog.text
    assert receiver.store._claims == {}


def test_a_delivery_whose_request_has_gone_is_kept_by_the_handler_alone():
    async def cancel():
        receiver, started, waits = Receiver("async"), asyncio.Event(), []

        @receiver.handler.on()
        async def slow(event):
            # Nothing but its own task holds on to what it waits for.
            future = asyncio.get_running_loop().create_future()
            waits.append(weakref.ref(future))
            started.set()
            await future

        request = asyncio.create_task(receiver.handler.handle(delivery()))
        await started.wait()
        request.cancel()
        with pytest.raises(asyncio.CancelledError):
            await request
        del request
        gc.collect()
        during = len(receiver.handler._deliveries)
        waits[0]().set_result(None)
        await asyncio.gather(*receiver.handler._deliveries)
        return during, len(receiver.handler._deliveries), (await receiver.handler.handle(delivery())).text

    assert asyncio.run(cancel()) == (1, 0, "handled before")


@pytest.mark.parametrize(("padding", "on_the_loop"), [(0, True), (AT_ONCE, False)])
def test_a_large_body_is_verified_in_a_thread(padding, on_the_loop):
    threads = []

    class Telling(Webhooks):
        def unwrap(self, body, headers=None):
            threads.append(threading.get_ident())
            return super().unwrap(body, headers)

    receiver = Receiver("async", webhooks=Telling(SECRET))
    receiver.add(lambda event: None)
    assert receiver.post(delivery(link="x" * padding)) == (200, "handled")
    assert receiver.post(delivery(link="x" * padding, secret="other")) == (400, "signature refused")
    assert [thread == threading.get_ident() for thread in threads] == [on_the_loop] * 2


def test_a_handler_that_waits_for_something_cancelled_has_failed(caplog):
    receiver = Receiver("async")

    @receiver.handler.on()
    async def wait(event):
        other = asyncio.ensure_future(asyncio.sleep(60))
        other.cancel()
        await other

    assert receiver.post(delivery()) == (500, "not handled, deliver again")
    assert "RuntimeError" in caplog.text
    assert isinstance(receiver.store.claim("event:71"), str)


def test_an_object_that_is_called_like_a_coroutine_function_is_awaited():
    receiver, ran = Receiver("plain"), []

    class Callable:
        async def __call__(self, event):
            ran.append(event.id)

    receiver.add(Callable())
    receiver.add(functools.partial(Callable.__call__, None), name="partial")
    assert receiver.post(delivery()) == (200, "handled")
    assert ran == [71, 71]
