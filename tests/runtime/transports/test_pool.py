"""The pool of connections: no cancelled or late call keeps a connection, and who waits for one is served in turn."""

import asyncio
import random
import threading

import aiohttp
import anyio
import httpcore
import httpcore2
import httpx
import httpx2
import pytest
import trio
from sdk import errors, transports
from sdk.transports import Request, _limiter, _pool

from tests.runtime.kinds import GIVEN_UP, KINDS, every_kind
from tests.runtime.loopback import send, serve
from tests.runtime.standin import CREATE, GET, Thing

LIMIT = 4
BATCH = 30
CALLS = 900
ANSWER = b"HTTP/1.1 200 OK\r\n%bContent-Length: 8\r\n\r\n"
ASYNC = [kind for kind in KINDS if kind.run is not None]
async_kinds = pytest.mark.parametrize("kind", ASYNC, ids=lambda kind: kind.name)
httpx_kinds = pytest.mark.parametrize(
    "kind", [kind for kind in KINDS if kind.name != "aiohttp"], ids=lambda kind: kind.name
)


@pytest.fixture(scope="module")
def service():
    """A service that answers in parts, with pauses, and closes every third connection. Yields its URL."""
    ready, box = threading.Event(), {}

    async def answer(reader, writer):
        chance = random.Random(7)
        try:
            while True:
                await reader.readuntil(b"\r\n\r\n")
                await asyncio.sleep(chance.random() * 0.004)
                closes = chance.random() < 1 / 3
                writer.write(ANSWER % (b"Connection: close\r\n" if closes else b"") + b'{"Id"')
                await asyncio.sleep(chance.random() * 0.001)
                writer.write(b":7}")
                await writer.drain()
                if closes:
                    break
        except (asyncio.IncompleteReadError, OSError):
            pass
        writer.close()

    async def main():
        server = await asyncio.start_server(answer, "127.0.0.1", 0, backlog=500)
        box["url"] = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
        box["loop"], box["end"] = asyncio.get_running_loop(), asyncio.Event()
        ready.set()
        await box["end"].wait()
        server.close()

    thread = threading.Thread(target=asyncio.run, args=(main(),))
    thread.start()
    ready.wait()
    yield box["url"]
    box["loop"].call_soon_threadsafe(box["end"].set)
    thread.join()


def own(kind, limit=LIMIT, **settings):
    """Make a caller's client of a kind, with few connections."""
    if kind.name == "aiohttp":
        return aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=limit))
    library = httpx2 if kind.name.startswith("httpx2") else httpx
    make = library.Client if kind.run is None else library.AsyncClient
    return make(limits=library.Limits(max_connections=limit), **settings)


def client_of(kind, url, http, **settings):
    return kind.client(url, transport=getattr(transports, kind.transport)(http), **settings)


def assert_nothing_is_lost(kind, http):
    if kind.name == "aiohttp":
        assert not http.connector._acquired
        return
    pool = http._transport._pool
    assert pool._requests == []
    assert all(connection.is_idle() or connection.is_closed() for connection in pool._connections)
    assert _limiter.limiter_of(pool, LIMIT).is_idle


async def close(http):
    await (http.close() if isinstance(http, aiohttp.ClientSession) else http.aclose())


@GIVEN_UP
@async_kinds
def test_calls_cancelled_at_any_time_keep_no_connection(kind, service):
    chance = random.Random(1)

    async def call(client, seconds):
        with anyio.move_on_after(seconds):
            await client.call(GET)

    async def run():
        http = own(kind)
        async with client_of(kind, service, http, timeout=5) as client:
            for _ in range(CALLS // BATCH):
                async with anyio.create_task_group() as group:
                    for _ in range(BATCH):
                        group.start_soon(call, client, chance.random() * 0.04)
            await anyio.sleep(0.05)
            assert_nothing_is_lost(kind, http)
            for _ in range(2 * LIMIT):
                assert await client.call(GET) == Thing(id=7)
        await close(http)

    kind.run(run)


@GIVEN_UP
@pytest.mark.parametrize("kind", [kind for kind in ASYNC if kind.run is not trio.run], ids=lambda kind: kind.name)
def test_tasks_cancelled_twice_while_they_give_a_connection_back_keep_none(kind, service):
    chance = random.Random(2)

    async def cancel(task):
        await asyncio.sleep(chance.random() * 0.04)
        for _ in range(3):
            task.cancel()
            await asyncio.sleep(0)

    async def run():
        http = own(kind)
        async with client_of(kind, service, http, timeout=5) as client:
            for _ in range(15):
                tasks = [asyncio.create_task(client.call(GET)) for _ in range(BATCH)]
                await asyncio.gather(*map(cancel, tasks))
                await asyncio.gather(*tasks, return_exceptions=True)
            await anyio.sleep(0.05)
            assert_nothing_is_lost(kind, http)
            assert await client.call(GET) == Thing(id=7)
        await close(http)

    kind.run(run)


class _Stepping:
    """Awaits a coroutine and cancels it at its nth step."""

    def __init__(self, coroutine, step):
        self.coroutine = coroutine
        self.step = step
        self.steps = 0

    def __await__(self):
        inner = self.coroutine.__await__()
        value = error = None
        while True:
            try:
                waits_for = inner.send(value) if error is None else inner.throw(error)
            except StopIteration as end:
                return end.value
            value = error = None
            self.steps += 1
            if self.steps == self.step:
                asyncio.current_task().cancel()
            try:
                value = yield waits_for
            except BaseException as caught:  # noqa: BLE001 - goes on inside
                error = caught


@GIVEN_UP
@pytest.mark.parametrize("waits", [False, True])
@pytest.mark.parametrize("kind", [kind for kind in ASYNC if kind.run is not trio.run], ids=lambda kind: kind.name)
def test_a_call_cancelled_at_each_step_keeps_no_connection(kind, service, waits):
    async def attempt(client, step):
        others = [asyncio.create_task(client.call(GET)) for _ in range(LIMIT if waits else 0)]
        await asyncio.sleep(0)
        stepping = _Stepping(client.call(GET), step)

        async def run():
            return await stepping

        results = await asyncio.gather(asyncio.create_task(run()), *others, return_exceptions=True)
        assert results[1:] == [Thing(id=7)] * len(others)
        return isinstance(results[0], asyncio.CancelledError)

    async def run():
        step = cancelled = 0
        http = own(kind)
        async with client_of(kind, service, http, timeout=5) as client:
            while True:
                step += 1
                if not await attempt(client, step):
                    break
                cancelled += 1
                await asyncio.sleep(0)
                assert_nothing_is_lost(kind, http)
        await close(http)
        return cancelled

    assert kind.run(run) >= 2


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind.run is None], ids=lambda kind: kind.name)
def test_threads_whose_calls_run_out_of_time_keep_no_connection(kind, service):
    http = own(kind)
    with client_of(kind, service, http) as client:
        views = [client.with_options(timeout=t, pool_timeout=p) for t in (0.002, 0.02) for p in (0.001, 0.005)]

        def work():
            for view in views * 10:
                kind.outcome(view, GET)

        threads = [threading.Thread(target=work) for _ in range(20)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert_nothing_is_lost(kind, http)
        assert client.with_options(timeout=5).call(GET) == Thing(id=7)
    http.close()


class _Overtaken:
    """A lock, where another thread gives its place back just before the second who takes it."""

    def __init__(self, limiter):
        self.lock, self.limiter, self.taken = limiter._lock, limiter, 0

    def __enter__(self):
        self.taken += 1
        if self.taken == 2:
            self.limiter.release()
        return self.lock.__enter__()

    def __exit__(self, *error):
        return self.lock.__exit__(*error)


@pytest.mark.parametrize("is_async", [False, True])
def test_a_place_given_while_a_wait_ends_is_taken_once(is_async):
    limiter = _limiter.Limiter(1)
    request = _request(pool_timeout=0)
    assert limiter.admit()
    limiter._lock = _Overtaken(limiter)
    anyio.run(limiter.wait_async, request) if is_async else limiter.wait(request)
    assert not limiter.admit()
    limiter.release()
    assert limiter.is_idle


@httpx_kinds
def test_a_lost_connection_that_cannot_be_closed_takes_no_place_along(kind, service, monkeypatch):
    http = own(kind)
    pool = http._transport._pool

    def refuse(*_):
        raise OSError("it cannot be closed")

    async def refuse_later(*_):
        refuse()

    # As when the pool is full of connections, one of which is lost.
    monkeypatch.setattr(_pool, "_is_full", lambda _: True)
    monkeypatch.setattr(_pool.PoolSlot, "_repaired", lambda _: [object()])
    monkeypatch.setattr(pool, "_close_connections", refuse if kind.run is None else refuse_later)

    def call():
        with client_of(kind, service, http, max_retries=0) as client:
            kind.outcome(client, GET)

    async def call_async():
        async with client_of(kind, service, http, max_retries=0) as client:
            await kind.outcome(client, GET)

    run = call if kind.run is None else lambda: kind.run(call_async)
    with pytest.raises(OSError, match="it cannot be closed"):
        run()
    assert _limiter.limiter_of(pool, LIMIT).is_idle


@every_kind
@pytest.mark.parametrize("operation", [GET, CREATE], ids=["get", "post"])
def test_the_wait_for_a_connection_has_an_error_of_its_own(kind, operation):
    release = threading.Event()

    def answer(handler):
        release.wait(10)
        send(handler, 200, b'{"Id":7}')

    with serve(answer) as (url, _):
        error, others = _held(kind, url, operation, release)
    assert others == [Thing(id=7)]
    assert isinstance(error, errors.APITimeoutError)
    assert not isinstance(error, errors.APIDeadlineError)
    assert error.sent is False
    assert error.attempts == 1
    assert "no connection became free in 0.2" in str(error)
    assert "the connection is in use" in str(error)
    assert "raise pool_timeout" in str(error)


def _held(kind, url, operation, release):
    """Call while another call holds the only connection; return both outcomes."""
    others = []
    if kind.run is None:
        http = own(kind, 1)
        with client_of(kind, url, http, timeout=20, max_retries=2) as client:
            thread = threading.Thread(target=lambda: others.append(kind.outcome(client, GET)))
            thread.start()
            while _limiter.limiter_of(http._transport._pool, 1).is_idle:
                pass
            error = kind.outcome(client.with_options(pool_timeout=0.2), operation)
            release.set()
            thread.join()
        http.close()
        return error, others

    async def hold(client):
        others.append(await kind.outcome(client, GET))

    async def run():
        http = own(kind, 1)
        async with client_of(kind, url, http, timeout=20, max_retries=2) as client, anyio.create_task_group() as group:
            group.start_soon(hold, client)
            await anyio.sleep(0.05)
            error = await kind.outcome(client.with_options(pool_timeout=0.2), operation)
            release.set()
        await close(http)
        return error

    return kind.run(run), others


@async_kinds
def test_the_deadline_ends_a_wait_and_the_timeout_begins_after_it(kind, service):
    async def run():
        http = own(kind, 1)
        async with client_of(kind, service, http, pool_timeout=None) as client:
            limiter = await _hold(kind, http)
            late = await kind.outcome(client.with_options(deadline=0.2), GET)
            with anyio.fail_after(10):
                async with anyio.create_task_group() as group:
                    box = []

                    async def call():
                        box.append(await kind.outcome(client.with_options(timeout=1), GET))

                    group.start_soon(call)
                    await anyio.sleep(1.2)
                    limiter.release()
        await close(http)
        return late, box

    late, box = kind.run(run)
    assert isinstance(late, errors.APIDeadlineError)
    assert late.sent is False
    assert "the deadline of 0.2 s has passed: no connection became free" in str(late)
    assert box == [Thing(id=7)]


async def _hold(kind, http):
    """Take the only place of a client's pool."""
    pool = http.connector if kind.name == "aiohttp" else http._transport._pool
    limiter = _limiter.limiter_of(pool, 1)
    assert limiter.admit()
    return limiter


@async_kinds
def test_who_waits_is_served_in_turn(kind, service):
    order = []

    async def call(client, number):
        await client.call(GET)
        order.append(number)

    async def run():
        http = own(kind, 1)
        async with client_of(kind, service, http) as client:
            limiter = await _hold(kind, http)
            async with anyio.create_task_group() as group:
                for number in range(10):
                    group.start_soon(call, client, number)
                    await anyio.sleep(0.01)
                limiter.release()
        await close(http)

    kind.run(run)
    assert order == list(range(10))


@httpx_kinds
def test_two_clients_that_share_a_pool_share_its_limit(kind):
    http = own(kind)
    pool = http._transport._pool
    assert _pool.find_pool(http._transport) is pool
    assert _limiter.limiter_of(pool, LIMIT) is _limiter.limiter_of(pool, LIMIT)
    if kind.run is None:
        http.close()
    else:
        kind.run(http.aclose)


@httpx_kinds
def test_a_pool_is_found_behind_a_transport_that_wraps_it(kind):
    http = own(kind)

    class Wrapper:
        def __init__(self, wrapped):
            self.anything = wrapped

        def handle_request(self, request):
            return self.anything.handle_request(request)

    pool = http._transport._pool
    assert _pool.find_pool(Wrapper(Wrapper(http._transport))) is pool
    assert _pool.find_pool(httpx.MockTransport(lambda _: httpx.Response(200))) is None


@GIVEN_UP
@pytest.mark.parametrize("kind", [kind for kind in ASYNC if kind.name != "aiohttp"], ids=lambda kind: kind.name)
def test_a_pool_that_the_callers_own_calls_have_lost_is_repaired(kind, service):
    async def run():
        http = own(kind)
        pool = http._transport._pool
        origin = (httpcore2 if kind.name.startswith("httpx2") else httpcore).URL(service).origin
        async with client_of(kind, service, http, timeout=5) as client:
            # As after calls that were cancelled when they got a new connection.
            pool._connections[:] = [pool.create_connection(origin) for _ in range(LIMIT)]
            assert await client.call(GET) == Thing(id=7)
        await close(http)

    kind.run(run)


def test_a_pool_of_http2_has_no_limit():
    with httpx.Client(http2=True) as http:
        assert _pool._limit(http._transport._pool) is None
    with httpx.Client(limits=httpx.Limits(max_connections=None)) as http:
        assert _pool._limit(http._transport._pool) is None
    with httpx.Client() as http:
        assert _pool._limit(http._transport._pool) == 100


@pytest.mark.parametrize("kind", [kind for kind in ASYNC if kind.name != "aiohttp"], ids=lambda kind: kind.name)
def test_a_loop_that_ended_in_the_middle_of_calls_takes_no_place_along(kind, service):
    http = own(kind, 1)
    pool = http._transport._pool

    async def first():
        await _limiter.admit_async(pool, 1, _request())

    async def second():
        limiter = await _limiter.admit_async(pool, 1, _request())
        limiter.release()
        assert limiter.is_idle

    kind.run(first)
    kind.run(second)


def _request(pool_timeout=1):
    return Request(
        "x.y",
        "GET",
        "http://127.0.0.1",
        {},
        None,
        timeout=1,
        remaining=None,
        max_body=1,
        max_error_body=1,
        pool_timeout=pool_timeout,
    )


@every_kind
@pytest.mark.parametrize("limits", [{"timeout": 0.3}, {"pool_timeout": 0.3}, {"deadline": 0.3}], ids=min)
def test_a_wait_behind_the_callers_own_calls_is_reported_in_the_same_way(kind, limits):
    release = threading.Event()

    def answer(handler):
        release.wait(20)
        send(handler, 200, b'{"Id":7}')

    limits = {"timeout": 15} | limits
    with serve(answer) as (url, asked):
        error = _behind(kind, url, limits, release)
    assert [path for path, _ in asked] == ["/own"]
    assert isinstance(error, errors.APITimeoutError)
    assert isinstance(error, errors.APIDeadlineError) is ("deadline" in limits)
    assert error.sent is False
    assert error.attempts == 1
    assert "because the connection is in use by other calls of your own" in str(error)


def _behind(kind, url, limits, release):
    """Call while a call of the caller's own holds the only connection; return the outcome."""
    http = own(kind, 1) if kind.run is None else None
    if http is not None:
        thread = threading.Thread(target=http.get, args=(f"{url}/own",), kwargs={"timeout": 20})
        thread.start()
        while not http._transport._pool._requests:
            pass
        with client_of(kind, url, http, max_retries=2, **limits) as client:
            error = kind.outcome(client, CREATE)
        release.set()
        thread.join()
        http.close()
        return error

    async def run():
        http = own(kind, 1)
        async with client_of(kind, url, http, max_retries=2, **limits) as client, anyio.create_task_group() as group:

            async def hold():
                response = await http.get(f"{url}/own", timeout=20)
                await (response.read() if kind.name == "aiohttp" else response.aread())

            group.start_soon(hold)
            await anyio.sleep(0.05)
            error = await kind.outcome(client, CREATE)
            release.set()
        await close(http)
        return error

    return kind.run(run)
