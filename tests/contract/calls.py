"""Calls of any operation through either kind of client: the arguments from its signature, the outcome as data."""

import asyncio
import inspect
import types
import typing
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from decimal import Decimal
from enum import Enum
from functools import cache

import attrs
import msgspec
from envoice import AsyncEnvoice, AsyncPager, Envoice, Pager, RequestOptions
from envoice.errors import EnvoiceError
from envoice.testing import FakeClock

KEY = "key-5d0c4b1f7a"
SECRET = "secret-93e2ab6c08"
GIVEN = ("required", "all")
"""Which arguments a call has: the required ones, or each one, down to the last field of a model."""

_SAMPLES = {
    int: 7,
    str: "text",
    bool: True,
    Decimal: Decimal("100.10"),
    datetime: datetime(2026, 1, 31, 12, tzinfo=UTC),
}
NOW = datetime(2026, 2, 1, tzinfo=UTC).timestamp()
"""What the callers' clocks begin with: after the earlier and before the later of the dates in `Retry-After`."""
_AT_ONCE = 32
# Below so many models of the same kind no further one: the service's own records refer to one another in circles.
_DEPTH = 1


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
        resource, _, verb = self.operation.partition(".")
        owner = getattr(client, resource)
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


@cache
def arguments(operation: str, given: str) -> dict:
    """A value for every required argument of an operation, or for every one, `options` apart."""
    method, _ = Call(operation, {}).method(Envoice(api_key=KEY, api_secret=SECRET))
    hints = typing.get_type_hints(method)
    return {
        name: _value(hints[name], everything=given == "all")
        for name, parameter in inspect.signature(method).parameters.items()
        if name != "options" and (given == "all" or parameter.default is parameter.empty)
    }


def _value(annotation, *, everything, within=()):
    """Some value of a type, not None where the type has anything else."""
    origin, inner = typing.get_origin(annotation), typing.get_args(annotation)
    if origin in {typing.Union, types.UnionType}:
        return _value(inner[0], everything=everything, within=within)
    if origin is list:
        item = _value(inner[0], everything=everything, within=within)
        return [] if item is None else [item]
    if annotation in _SAMPLES:
        return _SAMPLES[annotation]
    if issubclass(annotation, Enum):
        return next(iter(annotation))
    if within.count(annotation) >= _DEPTH:
        return None
    hints = typing.get_type_hints(annotation)
    values = {
        field.name: _value(hints[field.name], everything=everything, within=(*within, annotation))
        for field in msgspec.structs.fields(annotation)
        if everything or field.required
    }
    return annotation(**{name: value for name, value in values.items() if value is not None})
