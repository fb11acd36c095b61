"""Answers in parts that are cancelled or forgotten: their connections are closed or given back."""

import gc

import aiohttp
import anyio
import anyio.lowlevel
import httpx
import httpx2
import pytest
from sdk import streaming, transports
from sdk._http.operation import Operation

from tests.runtime.kinds import GIVEN_UP, KINDS, nothing_is_left_open  # noqa: F401 - a fixture
from tests.runtime.loopback import Wire

pytestmark = GIVEN_UP

EVENTS = Operation(
    name="jobs.watch",
    method="GET",
    path="/watch",
    answers=(("200", "text/event-stream", int),),
    accept="text/event-stream",
)
FILE = Operation(name="jobs.get_file", method="GET", path="/file", answers=(("200", "application/pdf", bytes),))
PLAIN = Operation(name="jobs.count", method="GET", path="/count", result=int)

POOL = 5
CANCELLED = 100


def answer(peer):
    if b"/count" in peer.line:
        return peer.answer(b"7")
    kind = b"text/event-stream" if b"/watch" in peer.line else b"application/pdf"
    peer.send(b"HTTP/1.1 200 OK\r\nContent-Type: %s\r\nTransfer-Encoding: chunked\r\n\r\n" % kind)
    peer.send(b"9\r\ndata: 1\n\n\r\n")
    peer.stall()
    return True


def limited(kind):
    """A transport of a kind over a client with few connections, and what closes that client."""
    if kind.transport == "AiohttpTransport":
        session = aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=POOL))
        return transports.AiohttpTransport(session), session.close
    library = httpx2 if "2" in kind.transport else httpx
    client = library.AsyncClient(limits=library.Limits(max_connections=POOL))
    return getattr(transports, kind.transport)(client), client.aclose


async def in_read(client, came, _):
    async with client.in_parts(streaming.AsyncStream, EVENTS) as items:
        await anext(items)
        came()
        await anext(items)


async def left_open(client, came, _):
    items = client.in_parts(streaming.AsyncStream, EVENTS)
    await anext(items)
    came()
    await anext(items)


async def between_reads(client, came, _):
    async with client.in_parts(streaming.AsyncStream, EVENTS) as items:
        async for _item in items:
            came()
            await anyio.sleep_forever()


async def in_download(client, came, folder):
    response = client.in_parts(streaming.AsyncStreamedResponse, FILE)
    async with response:
        came()
        await response.download_to(folder / "file.pdf")


USES = (in_read, left_open, between_reads, in_download)


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind.run is not None], ids=lambda kind: kind.name)
def test_calls_pass_when_more_were_cancelled_than_would_fill_the_pool(kind, tmp_path):
    async def main(base_url):
        transport, close = limited(kind)
        async with kind.client(base_url, transport=transport, timeout=10, pool_timeout=5) as client:
            for number in range(CANCELLED // POOL):
                await batch(client, USES[number % len(USES)])
            values = [await client.call(PLAIN) for _ in range(CANCELLED)]
        await close()
        return values

    async def batch(client, use):
        there, all_came = 0, anyio.Event()

        def came():
            nonlocal there
            there += 1
            if there == POOL:
                all_came.set()

        async with anyio.create_task_group() as group:
            for _ in range(POOL):
                group.start_soon(use, client, came, tmp_path)
            await all_came.wait()
            # Into whatever they wait for.
            await anyio.lowlevel.checkpoint()
            group.cancel_scope.cancel()

    with Wire(answer) as wire:
        values = kind.run(lambda: main(wire.base_url))
        assert values == [7] * CANCELLED
        wire.wait_until(lambda wire: wire.open == 0)
    assert [*tmp_path.iterdir()] == []


async def forgotten_items(client):
    await anext(client.in_parts(streaming.AsyncStream, EVENTS))


async def forgotten_events(client):
    await anext(client.in_parts(streaming.AsyncStream, EVENTS).events())


async def forgotten_when_entered(client):
    await client.in_parts(streaming.AsyncStream, EVENTS).__aenter__()


async def forgotten_chunks(client):
    async for _chunk in client.in_parts(streaming.AsyncStreamedResponse, FILE):
        break


async def forgotten_file(client):
    await client.in_parts(streaming.AsyncStreamedResponse, FILE).__aenter__()


FORGOTTEN = (forgotten_items, forgotten_events, forgotten_when_entered, forgotten_chunks, forgotten_file)


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind.run is not None], ids=lambda kind: kind.name)
def test_calls_pass_when_answers_were_left_to_the_collector(kind):
    async def main(base_url):
        transport, close = limited(kind)
        async with kind.client(base_url, transport=transport, timeout=10, pool_timeout=5) as client:
            for use in FORGOTTEN:
                for _ in range(POOL + 1):
                    await use(client)
                    gc.collect()
            value = await client.call(PLAIN)
        await close()
        return value

    with Wire(answer) as wire:
        assert kind.run(lambda: main(wire.base_url)) == 7


class Noting:
    """Auth and event hooks of a caller's own client, which note what they see."""

    def __init__(self, library, *, asynchronous):
        self.seen = []

        async def asked(request):
            self.seen.append((request.method, request.url.path))

        async def answered(response):
            self.seen.append(response.status_code)

        hooks = [asked, answered]
        if not asynchronous:
            hooks = [lambda request: self.seen.append((request.method, request.url.path))]
            hooks.append(lambda response: self.seen.append(response.status_code))
        self.arguments = {
            "event_hooks": {"request": hooks[:1], "response": hooks[1:]},
            "cookies": {"tour": "7"},
            "auth": library.BasicAuth("me", "mine"),
            "params": {"more": "1"},
        }


def own(kind):
    """A client of the caller's, for a kind of httpx, with all that such a client may add."""
    library = httpx2 if "2" in kind.transport else httpx
    noting = Noting(library, asynchronous=kind.run is not None)
    return (library.Client if kind.run is None else library.AsyncClient)(**noting.arguments), noting


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind.name != "aiohttp"], ids=lambda kind: kind.name)
def test_a_client_of_the_callers_own_reads_in_parts_as_it_sends(kind, tmp_path):
    def whole(peer):
        kind = b"text/event-stream" if b"/watch" in peer.line else b"application/pdf"
        peer.answer(b"data: 1\n\ndata: 2\n\n", b"Content-Type: " + kind, b"Set-Cookie: seen=1")

    client, noting = own(kind)
    transport = getattr(transports, kind.transport)(client)

    def sync(base_url):
        with kind.client(base_url, transport=transport) as made:
            answer = made.in_parts(streaming.StreamedResponse, FILE)
            found = [*made.in_parts(streaming.Stream, EVENTS)], answer.download_to(tmp_path / "file").read_bytes()
        client.close()
        return found

    async def asynchronous(base_url):
        async with kind.client(base_url, transport=transport) as made:
            items = [item async for item in made.in_parts(streaming.AsyncStream, EVENTS)]
            answer = made.in_parts(streaming.AsyncStreamedResponse, FILE)
            found = items, (await answer.download_to(tmp_path / "file")).read_bytes()
        await client.aclose()
        return found

    with Wire(whole) as wire:
        found = sync(wire.base_url) if kind.run is None else kind.run(lambda: asynchronous(wire.base_url))
    assert found == ([1, 2], b"data: 1\n\ndata: 2\n\n")
    assert noting.seen == [("GET", "/watch"), 200, ("GET", "/file"), 200]
    assert [headers["cookie"] for headers in wire.headers] == ["tour=7", "tour=7; seen=1"]
    # Our scheme signs, and the client's own auth would replace it.
    assert all("authorization" not in headers for headers in wire.headers)
    assert wire.connections == 1
