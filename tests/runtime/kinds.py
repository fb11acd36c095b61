"""The ways to send, sync and async, each under the event loops that it works with, behind one way to call."""

import asyncio
import gc
import threading
import traceback
from pathlib import Path

import attrs
import pytest
import trio
from sdk import transports
from sdk._core.async_client import AsyncClient
from sdk._core.sync_client import SyncClient
from sdk.options import RetryPolicy

from tests.runtime.standin import GET, KEY, SECRET, ThingsError

AT_ONCE = RetryPolicy(first_delay=0)
"""Repeats without waiting."""

_TESTS = str(Path(__file__).parent)
_LIBRARIES = ("aiohttp", "anyio", "h11", "httpcore", "httpcore2", "httpx", "httpx2", "ssl", "trio")


@attrs.frozen
class Kind:
    """A transport, and what runs it."""

    name: str
    transport: str
    run: object = None

    def client(self, base_url, *, transport=None, **settings):
        """Return a client that sends this way."""
        settings = {"api_key": KEY, "api_secret": SECRET, "max_retries": 0, "retry": AT_ONCE} | settings
        if "http_client" not in settings:
            settings["transport"] = transport or getattr(transports, self.transport)()
        return (SyncClient if self.run is None else AsyncClient)(base_url=base_url, **settings)

    def calls(self, base_url, *calls, **settings):
        """Make a client, call one after the other, close. Returns the results and errors; what is not ours is raised.

        A call is an operation, or one with the arguments of `call`.
        """
        calls = [call if isinstance(call, tuple) else (call, {}) for call in calls]
        if self.run is None:
            with self.client(base_url, **settings) as client:
                return [self.outcome(client, operation, **arguments) for operation, arguments in calls]

        async def run():
            async with self.client(base_url, **settings) as client:
                return [await self.outcome(client, operation, **arguments) for operation, arguments in calls]

        return self.run(run)

    def call(self, base_url, operation=GET, arguments=None, **settings):
        """Make a client, call once, and return the result or the error."""
        return self.calls(base_url, (operation, arguments or {}), **settings)[0]

    def outcome(self, client, operation, **arguments):
        """Return the result of one call or our error, awaitable if the kind is."""
        if self.run is not None:
            return self._outcome(client, operation, arguments)
        try:
            return client.call(operation, **arguments)
        except ThingsError as error:
            return error

    async def _outcome(self, client, operation, arguments):
        try:
            return await client.call(operation, **arguments)
        except ThingsError as error:
            return error

    def at_once(self, base_url, count, operation=GET, workers=8, **settings):
        """Call as often, from so many threads or from as many tasks, with one client. Returns what came back."""
        outcomes = []
        if self.run is None:
            with self.client(base_url, **settings) as client:

                def work(share):
                    outcomes.extend(self.outcome(client, operation) for _ in range(share))

                threads = [threading.Thread(target=work, args=(count // workers,)) for _ in range(workers)]
                for thread in threads:
                    thread.start()
                for thread in threads:
                    thread.join()
            return outcomes

        async def work(client):
            outcomes.append(await self.outcome(client, operation))

        async def run():
            async with self.client(base_url, **settings) as client:
                if self.run is trio.run:
                    async with trio.open_nursery() as nursery:
                        for _ in range(count):
                            nursery.start_soon(work, client)
                else:
                    await asyncio.gather(*(work(client) for _ in range(count)))

        self.run(run)
        return outcomes


def _asyncio(function):
    return asyncio.run(function())


KINDS = (
    Kind("httpx", "HttpxTransport"),
    Kind("httpx-asyncio", "AsyncHttpxTransport", _asyncio),
    Kind("httpx-trio", "AsyncHttpxTransport", trio.run),
    Kind("httpx2", "Httpx2Transport"),
    Kind("httpx2-asyncio", "AsyncHttpx2Transport", _asyncio),
    Kind("httpx2-trio", "AsyncHttpx2Transport", trio.run),
    Kind("aiohttp", "AiohttpTransport", _asyncio),
)

every_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
sync_kinds = pytest.mark.parametrize("kind", [kind for kind in KINDS if kind.run is None], ids=lambda kind: kind.name)
asyncio_kinds = pytest.mark.parametrize(
    "kind", [kind for kind in KINDS if kind.run is _asyncio], ids=lambda kind: kind.name
)


# When an answer is given up, httpx leaves its inner generators to the collector, of which trio tells.
GIVEN_UP = pytest.mark.filterwarnings("ignore:Async generator .* was garbage collected:ResourceWarning")


def assert_tells_nothing(error):
    """Check that an error, all that hangs on it and the frames it came through show no secret and no foreign error."""
    seen = set()
    pending = [error]
    while pending:
        one = pending.pop()
        if one is None or id(one) in seen:
            continue
        seen.add(id(one))
        assert type(one).__module__.partition(".")[0] not in _LIBRARIES, f"{one!r} hangs on {error!r}"
        _assert_no_secret("".join(traceback.format_exception_only(one)), repr(one), repr(vars(one)))
        pending += [one.__cause__, one.__context__]
        for frame, _ in traceback.walk_tb(one.__traceback__):
            if not frame.f_code.co_filename.startswith(_TESTS):
                for name, value in frame.f_locals.items():
                    _assert_no_secret(f"{frame.f_code.co_qualname}: {name} = {value!r}")
                    pending += [value] if isinstance(value, BaseException) else []


def _assert_no_secret(*texts):
    for text in texts:
        assert KEY not in text
        assert SECRET not in text


@pytest.fixture(autouse=True)
def nothing_is_left_open():
    """Collect what a test left, so that a connection that was not closed fails it with its ResourceWarning."""
    yield
    gc.collect()
