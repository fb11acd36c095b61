"""Calls of any operation through either kind of client, the outcome as data."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from operator import attrgetter

import attrs
from envoice import AsyncEnvoice, AsyncPager, Envoice, Pager, RequestOptions
from envoice.errors import EnvoiceError
from envoice.testing import FakeClock

KEY = "key-5d0c4b1f7a"
SECRET = "secret-93e2ab6c08"
NOW = datetime(2026, 2, 1, tzinfo=UTC).timestamp()
"""What the callers' clocks begin with: after the earlier and before the later of the dates in `Retry-After`."""
_AT_ONCE = 32


@attrs.frozen
class Call:
    """What is to be done.

    Attributes:
        operation: `invoices.get`.
        arguments: Of the method, without the options.
        edge: The stub that is asked for; None for the operation's own answer.
        walk: Whether a list is read to its end, or its one page.
        raw: Whether the answer is asked for as it came.
        options: Further options.
    """

    operation: str
    arguments: dict
    edge: str | None = None
    walk: bool = False
    raw: bool = False
    options: dict = attrs.Factory(dict)

    def method(self, client):
        """The bound method and its arguments."""
        resource, _, verb = self.operation.rpartition(".")
        owner = attrgetter(resource)(client)
        headers = {} if self.edge is None else {"headers": {"x-stub": self.edge}}
        options = RequestOptions(**({"max_retries": 0} | headers | self.options))
        return getattr(owner.with_raw_response if self.raw else owner, verb), self.arguments | {"options": options}


@attrs.frozen
class Seen:
    """What came of a call: a value, or an error of the package's tree.

    Attributes:
        value: What it returned.
        error: What it raised.
        unknown: The fields that the models lack, of a call for the answer as it came.
        now: The time of the caller's clock when it ended.
    """

    value: object = None
    error: EnvoiceError | None = None
    unknown: dict | None = None
    now: float = 0.0


class SyncCaller:
    """Makes calls through one `Envoice`, whose clock never waits."""

    mode = "sync"

    def __init__(self, base_url: str, **settings) -> None:
        self.clock = FakeClock(NOW)
        settings = {"api_key": KEY, "api_secret": SECRET, "clock": self.clock, "timeout": 30} | settings
        self._client = Envoice(base_url=base_url, **settings)

    def run(self, calls):
        """One after the other."""
        return [self.call(call) for call in calls]

    def at_once(self, calls):
        """Several at a time."""
        with ThreadPoolExecutor(_AT_ONCE) as pool:
            return list(pool.map(self.call, calls))

    def call(self, call: Call) -> Seen:
        method, arguments = call.method(self._client)
        try:
            answer = method(**arguments)
            if call.raw:
                return Seen(answer.parse(), unknown=answer.unknown_fields())
            if isinstance(answer, Pager):
                return Seen(list(answer) if call.walk else answer.page().envelope)
            return Seen(answer)
        except EnvoiceError as error:
            return Seen(error=error, now=self.clock.time())

    def close(self):
        self._client.close()


class AsyncCaller:
    """The same through one `AsyncEnvoice` on an event loop of its own."""

    mode = "async"

    def __init__(self, base_url: str, **settings) -> None:
        self.clock = FakeClock(NOW)
        self._runner = asyncio.Runner()
        settings = {"api_key": KEY, "api_secret": SECRET, "clock": self.clock, "timeout": 30} | settings
        self._client = AsyncEnvoice(base_url=base_url, **settings)

    def run(self, calls):
        """One after the other."""

        async def all_of_them():
            return [await self._call(call) for call in calls]

        return self._runner.run(all_of_them())

    def at_once(self, calls):
        """Several at a time."""

        async def all_of_them():
            places = asyncio.Semaphore(_AT_ONCE)

            async def one(call):
                async with places:
                    return await self._call(call)

            return await asyncio.gather(*map(one, calls))

        return self._runner.run(all_of_them())

    def call(self, call: Call) -> Seen:
        return self._runner.run(self._call(call))

    async def _call(self, call: Call) -> Seen:
        method, arguments = call.method(self._client)
        try:
            answer = method(**arguments)
            if call.raw:
                raw = await answer
                return Seen(raw.parse(), unknown=raw.unknown_fields())
            if isinstance(answer, AsyncPager):
                return Seen([item async for item in answer] if call.walk else (await answer.page()).envelope)
            return Seen(await answer)
        except EnvoiceError as error:
            return Seen(error=error, now=self.clock.time())

    def close(self):
        self._runner.run(self._client.aclose())
        self._runner.close()


CALLERS: dict[str, Callable] = {caller.mode: caller for caller in (SyncCaller, AsyncCaller)}
