"""A client and what it runs in: one event loop after the other, two at a time, trio, and forked processes."""

import asyncio
import contextlib
import gc
import os
import signal
import threading
import traceback

import httpx
import msgspec
import pytest
import trio
from sdk import errors
from sdk._json.codec import decode
from sdk._json.model import Model
from sdk._json.shapes import BUILDING
from sdk.transports import HttpxTransport

from tests.runtime.kinds import KINDS, asyncio_kinds, nothing_is_left_open  # noqa: F401 - a fixture
from tests.runtime.loopback import Wire
from tests.runtime.standin import GET, Thing

THING = b'{"Id":7}'


def serving():
    return Wire(lambda peer: peer.answer(THING))


@asyncio_kinds
@pytest.mark.filterwarnings("ignore:unclosed:ResourceWarning")
def test_an_async_client_serves_one_event_loop_after_the_other(kind):
    """What asyncio says about connections that outlive their loop is left to it."""
    with serving() as wire:
        client = kind.client(wire.base_url)
        for _ in range(3):
            assert asyncio.run(kind.outcome(client, GET)) == Thing(id=7)
        asyncio.run(client.aclose())
        gc.collect()


@asyncio_kinds
def test_an_async_client_used_from_two_living_loops_gives_a_clear_error(kind):
    outcomes = []

    async def run():
        async with kind.client(wire.base_url) as client:
            assert await client.call(GET) == Thing(id=7)
            thread = threading.Thread(target=lambda: outcomes.append(asyncio.run(kind.outcome(client, GET))))
            thread.start()
            await asyncio.to_thread(thread.join)
            assert await client.call(GET) == Thing(id=7)

    with serving() as wire:
        asyncio.run(run())
    assert type(outcomes[0]) is errors.ConfigurationError
    assert "belongs to one event loop" in str(outcomes[0])


@pytest.mark.parametrize("name", ["httpx", "httpx2"])
@pytest.mark.filterwarnings("ignore:unclosed:ResourceWarning", "ignore:Async generator:ResourceWarning")
def test_an_async_client_serves_asyncio_and_trio_in_turn(name):
    kinds = {kind.name: kind for kind in KINDS}
    one, other = kinds[f"{name}-asyncio"], kinds[f"{name}-trio"]
    with serving() as wire:
        client = one.client(wire.base_url)
        for kind in (one, other, other, one):
            assert kind.run(lambda kind=kind: kind.outcome(client, GET)) == Thing(id=7)
        one.run(client.aclose)
        gc.collect()


@pytest.mark.parametrize("name", ["httpx", "httpx2"])
def test_an_async_client_used_from_asyncio_and_trio_at_once_gives_a_clear_error(name):
    kinds = {kind.name: kind for kind in KINDS}
    outer, inner = kinds[f"{name}-trio"], kinds[f"{name}-asyncio"]
    outcomes = []

    async def run():
        async with outer.client(wire.base_url) as client:
            assert await client.call(GET) == Thing(id=7)
            ask = lambda: outcomes.append(inner.run(lambda: inner.outcome(client, GET)))  # noqa: E731 - in a thread
            await trio.to_thread.run_sync(ask)
            assert await client.call(GET) == Thing(id=7)

    with serving() as wire:
        trio.run(run)
    assert "belongs to one event loop" in str(outcomes[0])


def test_aiohttp_under_trio_gives_a_clear_error():
    with serving() as wire:

        async def run():
            async with KINDS[-1].client(wire.base_url) as client:
                return await KINDS[-1].outcome(client, GET)

        error = trio.run(run)
    assert type(error) is errors.ConfigurationError
    assert "under asyncio alone" in str(error)


def in_a_child(use):
    """Run something in a forked process; what it raises fails the test."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        said = b""
        try:
            use()
        except BaseException:  # noqa: BLE001 - told by the parent
            said = traceback.format_exc().encode()
        os.write(writer, said)
        os._exit(0)
    os.close(writer)
    with os.fdopen(reader, "rb") as told:
        said = told.read()
    _, status = os.waitpid(child, 0)
    assert said == b"", said.decode()
    assert status == 0


def first_answer():
    """Have a type read that no other test has had read."""
    model = msgspec.defstruct("Fresh", [("id", int | None, None)], bases=(Model,), rename="pascal")
    assert decode(b'{"Id":7}', model) == model(id=7)


@contextlib.contextmanager
def held():
    """Another thread holds what is held while types are read. Yields how to have it let go."""
    holds, let_go = threading.Event(), threading.Event()

    def hold():
        with BUILDING:
            holds.set()
            let_go.wait(60)

    thread = threading.Thread(target=hold)
    thread.start()
    holds.wait(60)
    try:
        yield let_go.set
    finally:
        let_go.set()
        thread.join()


def in_a_child_that_may_hang(use):
    def bounded():
        signal.alarm(60)
        use()

    in_a_child(bounded)


def test_a_fork_waits_while_a_thread_reads_types():
    with held() as let_go:
        threading.Timer(0.1, let_go).start()
        in_a_child_that_may_hang(first_answer)
    first_answer()


def test_a_process_forked_while_a_thread_reads_types_without_end_reads_its_own():
    with held():
        in_a_child_that_may_hang(first_answer)
    first_answer()


def test_a_thread_that_reads_types_may_fork():
    with BUILDING:
        in_a_child_that_may_hang(first_answer)
    first_answer()


def test_a_forked_process_makes_connections_of_its_own():
    with serving() as wire, KINDS[0].client(wire.base_url, http_client=None) as client:
        assert client.call(GET) == Thing(id=7)

        def use():
            assert client.call(GET) == client.call(GET) == Thing(id=7)
            client.close()

        in_a_child(use)
        assert client.call(GET) == Thing(id=7)
        assert (wire.connections, len(wire.lines)) == (2, 4)


def test_a_forked_process_cannot_use_connections_that_were_lent():
    with serving() as wire, httpx.Client() as own:
        assert own.get(wire.base_url).content == THING
        for given in ({"http_client": own}, {"transport": HttpxTransport(own)}):
            with KINDS[0].client(wire.base_url, **given) as client:

                def use(client=client):
                    with pytest.raises(errors.ConfigurationError, match="before the process forked"):
                        client.call(GET)

                in_a_child(use)
                assert client.call(GET) == Thing(id=7)
        # The first was made before the client had it, so nobody could tell what it holds after an answer.
        assert wire.connections == 2


def test_a_forked_process_makes_connections_of_its_own_with_an_async_client():
    with serving() as wire:
        client = KINDS[1].client(wire.base_url, http_client=None)

        async def run():
            assert await client.call(GET) == Thing(id=7)
            await asyncio.to_thread(in_a_child, lambda: asyncio.run(use()))
            assert await client.call(GET) == Thing(id=7)
            await client.aclose()

        async def use():
            assert await client.call(GET) == Thing(id=7)

        asyncio.run(run())
        assert wire.connections == 2
