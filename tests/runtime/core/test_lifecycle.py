"""From the first call to the last: closing, views, calls in flight, cancelled calls, and what is left open."""

import asyncio
import contextlib
import gc
import threading
from pathlib import Path

import aiohttp
import anyio
import anyio.to_thread
import httpx
import pytest
from sdk import errors
from sdk.transports import AiohttpTransport, HttpxTransport

from tests.runtime.kinds import KINDS, asyncio_kinds, every_kind, nothing_is_left_open, sync_kinds  # noqa: F401 - a fixture
from tests.runtime.loopback import Wire
from tests.runtime.standin import CREATE, GET, Thing, ThingCreate

THING = b'{"Id":7}'
ASYNC_KINDS = pytest.mark.parametrize("kind", [kind for kind in KINDS if kind.run], ids=lambda kind: kind.name)
CLOSED = "client is closed; make a new one"


def serving():
    return Wire(lambda peer: peer.answer(THING))


def sockets():
    """How many sockets this process has open."""
    count = 0
    for link in Path("/proc/self/fd").iterdir():
        # The one of the listing itself is gone.
        with contextlib.suppress(FileNotFoundError):
            count += str(link.readlink()).startswith("socket:")
    return count


async def seen(wire, holds):
    """Wait, in a thread, until something is true of a server."""
    await anyio.to_thread.run_sync(wire.wait_until, holds)


async def tidily(client, use):
    try:
        return await use(client)
    finally:
        await client.aclose()


@sync_kinds
def test_a_client_is_closed_once_and_for_all(kind):
    with serving() as wire:
        client = kind.client(wire.base_url)
        with client as same:
            assert same is client
            assert client.call(GET) == Thing(id=7)
        client.close()
        assert client.is_closed
        with pytest.raises(errors.ConfigurationError, match=CLOSED):
            client.call(GET)
        with pytest.raises(errors.ConfigurationError, match=CLOSED), client:
            pass
        wire.wait_until(lambda wire: wire.open == 0)


@ASYNC_KINDS
def test_an_async_client_is_closed_once_and_for_all(kind):
    async def run():
        client = kind.client(wire.base_url)
        async with client as same:
            assert same is client
            assert await client.call(GET) == Thing(id=7)
        await client.aclose()
        assert client.is_closed
        with pytest.raises(errors.ConfigurationError, match=CLOSED):
            await client.call(GET)
        with pytest.raises(errors.ConfigurationError, match=CLOSED):
            await client.__aenter__()

    with serving() as wire:
        kind.run(run)
        wire.wait_until(lambda wire: wire.open == 0)


@every_kind
def test_a_client_that_was_never_used_is_closed_without_a_connection(kind):
    with serving() as wire:
        assert kind.calls(wire.base_url) == []
        assert wire.connections == 0


def test_a_transport_that_was_handed_over_is_closed_even_if_it_was_never_used():
    closed = []

    class Given:
        def send(self, request):
            pytest.fail("nothing is sent")

        def close(self):
            closed.append(True)

    client = KINDS[0].client("https://api.example", transport=Given())
    client.close()
    client.close()
    assert closed == [True]


@sync_kinds
def test_a_view_shares_the_connections_and_their_end(kind):
    with serving() as wire:
        client = kind.client(wire.base_url)
        view = client.with_options(timeout=5)
        other = client.with_options(timeout=6)
        assert view.call(GET) == other.call(GET) == client.call(GET)
        assert wire.connections == 1
        view.close()
        with pytest.raises(errors.ConfigurationError, match=CLOSED):
            view.call(GET)
        assert other.call(GET) == Thing(id=7)
        client.close()
        assert other.is_closed
        with pytest.raises(errors.ConfigurationError, match=CLOSED):
            other.call(GET)


@ASYNC_KINDS
def test_a_view_of_an_async_client_shares_the_connections_and_their_end(kind):
    async def run():
        client = kind.client(wire.base_url)
        view = client.with_options(timeout=5)
        await view.call(GET)
        await client.call(GET)
        await view.aclose()
        assert await client.call(GET) == Thing(id=7)
        other = client.with_options(timeout=6)
        await client.aclose()
        with pytest.raises(errors.ConfigurationError, match=CLOSED):
            await other.call(GET)

    with serving() as wire:
        kind.run(run)
        assert wire.connections == 1


def stalling():
    return Wire(lambda peer: peer.stall())


@sync_kinds
def test_closing_while_a_call_is_in_flight_ends_it_with_an_error_of_ours(kind):
    outcomes = []
    with stalling() as wire:
        client = kind.client(wire.base_url, timeout=1)
        thread = threading.Thread(target=lambda: outcomes.append(kind.outcome(client, GET)))
        thread.start()
        wire.wait_until(lambda wire: wire.lines)
        client.close()
        thread.join()
    assert isinstance(outcomes[0], errors.APIConnectionError | errors.ConfigurationError)


@asyncio_kinds
@pytest.mark.parametrize("retries", [0, 2])
def test_closing_while_calls_are_in_flight_ends_them_with_errors_of_ours(kind, retries):
    async def run():
        # More than there are connections, so that some wait for one.
        client = kind.client(wire.base_url, timeout=20, max_retries=retries)
        calls = [asyncio.create_task(kind.outcome(client, GET)) for _ in range(110)]
        await seen(wire, lambda wire: len(wire.lines) == 100)
        await client.aclose()
        return await asyncio.gather(*calls)

    with stalling() as wire:
        outcomes = kind.run(run)
    assert {isinstance(one, errors.APIConnectionError | errors.ConfigurationError) for one in outcomes} == {True}


@sync_kinds
def test_a_borrowed_client_stays_open(kind):
    with serving() as wire, httpx.Client() as own:
        with kind.client(wire.base_url, transport=HttpxTransport(own)) as client:
            assert client.call(GET) == Thing(id=7)
        assert own.get(wire.base_url).status_code == 200
        assert wire.connections == 1


def test_a_borrowed_session_stays_open_and_tells_when_it_is_closed():
    async def run():
        async with aiohttp.ClientSession(headers={"x-own": "1"}, raise_for_status=True) as own:
            async with KINDS[-1].client(wire.base_url, transport=AiohttpTransport(own)) as client:
                assert await client.call(GET) == Thing(id=7)
            async with own.get(wire.base_url) as response:
                assert response.status == 200
            client = KINDS[-1].client(wire.base_url, transport=AiohttpTransport(own))
        with pytest.raises(errors.ConfigurationError, match="the HTTP client is closed"):
            await client.call(GET)

    with serving() as wire:
        asyncio.run(run())
    assert wire.connections == 1
    assert wire.headers[0]["x-own"] == "1"


def test_a_session_that_is_closed_beside_us_ends_what_waits_for_a_connection():
    async def run():
        own = aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=1))
        client = KINDS[-1].client(wire.base_url, transport=AiohttpTransport(own))
        calls = [asyncio.create_task(KINDS[-1].outcome(client, CREATE, body=ThingCreate())) for _ in range(2)]
        await seen(wire, lambda wire: wire.lines)
        await own.close()
        return await asyncio.gather(*calls)

    with stalling() as wire:
        first, second = asyncio.run(run())
    assert type(first) is errors.APIConnectionError
    assert first.sent
    assert type(second) is errors.ConfigurationError


@ASYNC_KINDS
def test_a_cancelled_call_leaves_the_pool_usable(kind):
    answers = iter([lambda peer: peer.stall()] * 20)

    async def use(client):
        for number in range(1, 21):
            async with anyio.create_task_group() as group:
                group.start_soon(client.call, GET)
                await seen(wire, lambda wire, number=number: len(wire.lines) == number)
                group.cancel_scope.cancel()
        assert await client.call(GET) == Thing(id=7)
        assert await client.call(GET) == Thing(id=7)
        # The one that is kept, and none that was cancelled.
        await seen(wire, lambda wire: wire.open == 1)

    def answer(peer):
        next(answers, lambda peer: peer.answer(THING))(peer)

    with Wire(answer) as wire:
        kind.run(lambda: tidily(kind.client(wire.base_url), use))
        assert wire.connections == 21


@every_kind
def test_clients_leave_no_socket_behind(kind):
    with serving() as wire:
        kind.call(wire.base_url)
        wire.wait_until(lambda wire: wire.open == 0)
        before = sockets()
        for number in range(5):
            kind.calls(wire.base_url, GET, (CREATE, {"body": ThingCreate()}))
            wire.wait_until(lambda wire, number=number: wire.open == 0 and wire.connections == number + 2)
        gc.collect()
        assert sockets() <= before
