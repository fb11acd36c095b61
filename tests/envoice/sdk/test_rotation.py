"""Credentials that change while requests are in flight, through the whole client."""

import asyncio
import threading

import anyio
import httpx
import pytest
import trio
from envoice import APIDeadlineError, AsyncEnvoice, AuthenticationError, Credentials, Envoice, RequestOptions
from envoice._core.refreshing import RefreshableCredentials
from envoice.transports import AsyncHttpxTransport, HttpxTransport

CALLS = 50


class Account:
    """A service that takes one key pair at a time, and the provider of its current pair."""

    def __init__(self):
        self.generation = 1
        self.asked = 0
        self.refused = 0
        self.sent = []
        self.lock = threading.Lock()
        self.gate = None
        self.lasts = None

    def provide(self):
        with self.lock:
            self.asked += 1
            return Credentials(f"key-{self.generation}-0123456789", f"secret-{self.generation}-0123456789")

    async def provide_async(self):
        await asyncio.sleep(0)
        return self.provide()

    def rotate(self):
        with self.lock:
            self.generation += 1

    def accepted(self):
        return sum(current for _, current in self.sent)

    def answer(self, request):
        with self.lock:
            current = request.headers["x-auth-key"] == f"key-{self.generation}-0123456789"
            self.sent.append((request.method, current))
            self.refused += not current
            if current and self.lasts is not None and self.accepted() % self.lasts == 0:
                self.generation += 1
        return httpx.Response(200 if current else 401, content=b'{"Id":5}' if request.method == "GET" else b"7")

    def client(self):
        def handler(request):
            if self.gate is not None:
                self.gate.wait(120)
            return self.answer(request)

        transport = HttpxTransport(httpx.Client(transport=httpx.MockTransport(handler)))
        return Envoice(credentials=self.provide, transport=transport, max_retries=0)

    def async_client(self, provider):
        async def handler(request):
            await asyncio.sleep(0)
            return self.answer(request)

        transport = AsyncHttpxTransport(httpx.AsyncClient(transport=httpx.MockTransport(handler)))
        return AsyncEnvoice(credentials=provider, transport=transport, max_retries=0)


class Crowd:
    """Lets those who wait go when so many have come."""

    def __init__(self, number):
        self.number, self.came = number, 0
        self.changed = threading.Condition()

    def come(self):
        with self.changed:
            self.came += 1
            self.changed.notify_all()

    def wait(self):
        with self.changed:
            assert self.changed.wait_for(lambda: self.came >= self.number, timeout=120)


def in_threads(work):
    failures = []

    def run():
        try:
            work()
        except Exception as error:  # noqa: BLE001 - handed to the test
            failures.append(error)

    threads = [threading.Thread(target=run) for _ in range(CALLS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(200)
    assert not any(thread.is_alive() for thread in threads)
    assert failures == []


def test_a_rotation_with_fifty_requests_in_flight_asks_the_provider_once(monkeypatch):
    account, wanting = Account(), Crowd(CALLS)
    provide, get = account.provide, RefreshableCredentials.get

    def provide_late():
        # Every call wants newer credentials before there are any.
        if account.asked:
            wanting.wait()
        return provide()

    def get_counted(keyring, refused=0):
        if keyring._rejected:
            wanting.come()
        return get(keyring, refused)

    monkeypatch.setattr(RefreshableCredentials, "get", get_counted)
    account.provide = provide_late
    client = account.client()
    client.invoices.get(5)
    assert account.asked == 1

    # All are sent with the old pair, and answered after it has been replaced.
    def replace():
        account.gate = None
        account.rotate()

    account.gate = threading.Barrier(CALLS, action=replace)
    in_threads(lambda: client.invoices.get(5))
    assert account.asked == 2
    assert account.refused == CALLS


@pytest.mark.parametrize("kind", ["function", "coroutine"])
def test_fifty_tasks_with_a_401_ask_the_provider_once(kind):
    account = Account()

    async def run():
        provider = account.provide if kind == "function" else account.provide_async
        async with account.async_client(provider) as client:
            await client.invoices.get(5)
            account.rotate()
            answers = await asyncio.gather(*(client.invoices.get(5) for _ in range(CALLS)))
            assert [answer.id for answer in answers] == [5] * CALLS

    asyncio.run(run())
    assert account.asked == 2
    assert account.refused >= 1


def test_rotations_again_and_again_lose_no_call():
    account = Account()
    # Counted in calls, not in time: on a slow machine no call would ever be accepted.
    account.lasts = 7
    client = account.client()

    def get():
        while True:
            try:
                return client.invoices.get(5)
            except AuthenticationError:
                # Refused twice in one call: the pair changed again between the two.
                continue

    in_threads(lambda: [get() for _ in range(10)])
    assert account.accepted() == CALLS * 10
    assert account.generation == 1 + CALLS * 10 // 7
    assert account.refused >= 1


def test_a_post_that_was_refused_is_sent_again_once():
    account = Account()
    client = account.client()
    client.invoices.get(5)
    account.rotate()
    assert client.invoices.delete(7) == 7
    assert [sent for sent in account.sent if sent[0] == "POST"] == [("POST", False), ("POST", True)]


@pytest.mark.parametrize("run", [asyncio.run, trio.run], ids=["asyncio", "trio"])
@pytest.mark.parametrize("kind", ["function", "coroutine"])
def test_a_provider_has_until_the_deadline(run, kind):
    account = Account()
    given_up = threading.Event()

    def provide():
        given_up.wait(20)
        return account.provide()

    async def provide_async():
        await anyio.sleep(20)

    async def call():
        async with account.async_client(provide if kind == "function" else provide_async) as client:
            with pytest.raises(APIDeadlineError) as caught:
                await client.invoices.get(5, options=RequestOptions(deadline=0.05))
            return caught.value

    try:
        error = run(call) if run is trio.run else run(call())
    finally:
        given_up.set()
    assert (error.sent, account.sent) == (False, [])


def test_a_second_refusal_is_final_and_the_next_call_asks_anew():
    account = Account()
    stale = Credentials("key-0-0123456789", "secret-0-0123456789")
    given = [stale, stale]

    def provider():
        return given.pop() if given else account.provide()

    transport = HttpxTransport(httpx.Client(transport=httpx.MockTransport(account.answer)))
    client = Envoice(credentials=provider, transport=transport)
    with pytest.raises(AuthenticationError) as caught:
        client.invoices.get(5)
    assert caught.value.attempts == 2
    assert client.invoices.get(5).id == 5
