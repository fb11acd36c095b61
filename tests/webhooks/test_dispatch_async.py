"""What only the asynchronous handler has to deal with: requests and loops that end before a delivery does."""

import asyncio
import functools

import pytest
import trio
from envoice.webhooks.stores import Refusal

from tests.webhooks.receiver import Receiver, delivery


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


def test_a_loop_that_ends_leaves_the_delivery_to_its_lease(caplog):
    receiver = Receiver("async")

    async def end():
        started = asyncio.Event()
        slow_handler(receiver, started, asyncio.Event())
        task = asyncio.create_task(receiver.handler.handle(delivery()))
        await started.wait()
        return task

    asyncio.run(end())
    assert receiver.store.claim("activity:71") is Refusal.IN_PROGRESS
    assert caplog.records == []


def test_a_handler_that_waits_for_something_cancelled_has_failed(caplog):
    receiver = Receiver("async")

    @receiver.handler.on()
    async def wait(event):
        other = asyncio.ensure_future(asyncio.sleep(60))
        other.cancel()
        await other

    assert receiver.post(delivery()) == (500, "not handled, deliver again")
    assert "RuntimeError" in caplog.text
    assert isinstance(receiver.store.claim("activity:71"), str)


def test_an_object_that_is_called_like_a_coroutine_function_is_awaited():
    receiver, ran = Receiver("plain"), []

    class Callable:
        async def __call__(self, event):
            ran.append(event.id)

    receiver.add(Callable())
    receiver.add(functools.partial(Callable.__call__, None))
    assert receiver.post(delivery()) == (200, "handled")
    assert ran == [71, 71]
