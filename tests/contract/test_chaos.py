"""Calls in a storm over real sockets: each ends in time, in its own result or an error of the tree; nothing is left.

A thousand calls as a rule; `--chaos-calls` sets another number.
"""

import asyncio
import gc
import threading
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import attrs
import pytest
from envoice import AsyncEnvoice, Envoice, RequestOptions
from envoice.errors import (
    APIConnectionError,
    APIDeadlineError,
    APITimeoutError,
    DecodeError,
    EnvoiceError,
    InternalServerError,
    RateLimitError,
)
from envoice.options import RetryPolicy
from envoice.transports import AiohttpTransport, AsyncHttpxTransport, HttpxTransport

from tests.contract.chaos import CALL_HEADER, GOOD, Storm, in_a_hurry

SEED = 20260131
CALLS = 1000
RETRIES = 3
TIMEOUT = 1.0
# One call in ten is in a hurry, the others have time for all attempts.
DEADLINE, HURRY = 20.0, 0.25
# A busy machine may come to a timer late; what hangs, hangs longer than any of this.
GRACE = 10.0
SETTINGS = {
    "api_key": "the-key",
    "api_secret": "the-secret",
    "timeout": TIMEOUT,
    "max_retries": RETRIES,
    "deadline": DEADLINE,
    "retry": RetryPolicy(first_delay=0.001, max_delay=0.01),
}


@attrs.frozen
class Way:
    """A way to send.

    Attributes:
        transport: Makes the transport.
        share: Its part of all calls.
        in_flight: Calls at a time.
        sends: How often the library below sends a GET whose kept connection turns out to be broken.
    """

    transport: type
    share: float
    in_flight: int
    sends: int = 1


ERRORS = {
    # What goes well on the other side may take too long on this one, if the machine is busy.
    **dict.fromkeys([*GOOD, "hang"], APITimeoutError),
    **dict.fromkeys(["reset", "hang-up", "bad chunk", "noise", "cut short"], APIConnectionError),
    **dict.fromkeys(["truncated", "garbage"], DecodeError),
    **dict.fromkeys(["503", "503 page"], InternalServerError),
    "429": RateLimitError,
}
"""What a call ends in whose last attempt met a fate."""

WAYS = {
    "sync": Way(HttpxTransport, 0.3, 16),
    "async": Way(AsyncHttpxTransport, 0.2, 16),
    "async-aiohttp": Way(AiohttpTransport, 0.5, 50, sends=2),
}


@attrs.frozen
class Ended:
    """How one call ended."""

    number: int
    posted: bool
    value: object
    error: EnvoiceError | None
    elapsed: float
    allowed: float


def is_post(number):
    return number % 5 < 2


def plan(client, number):
    """The call of a number, and the seconds it may take. A GET answers a record, a POST a number."""
    allowed = HURRY if in_a_hurry(number) else DEADLINE
    options = RequestOptions(headers={CALL_HEADER: str(number)}, deadline=allowed)
    types = client.work_types
    if is_post(number):
        return (lambda: types.create(title=f"call {number}", options=options)), allowed
    return (lambda: types.get(number, options=options)), allowed


def run_sync(storm, way, numbers):
    def one(number):
        call, allowed = plan(client, number)
        began, value, failure = time.monotonic(), None, None
        try:
            value = call()
        except EnvoiceError as error:
            failure = error
        return Ended(number, is_post(number), value, failure, time.monotonic() - began, allowed)

    with (
        Envoice(base_url=storm.base_url, transport=way.transport(), **SETTINGS) as client,
        ThreadPoolExecutor(way.in_flight) as pool,
    ):
        ended = list(pool.map(one, numbers))
        return ended, open_files()


def run_async(storm, way, numbers):
    async def one(client, number, places):
        async with places:
            call, allowed = plan(client, number)
            began, value, failure = time.monotonic(), None, None
            try:
                value = await call()
            except EnvoiceError as error:
                failure = error
            return Ended(number, is_post(number), value, failure, time.monotonic() - began, allowed)

    async def run():
        places = asyncio.Semaphore(way.in_flight)
        async with AsyncEnvoice(base_url=storm.base_url, transport=way.transport(), **SETTINGS) as client:
            ended = await asyncio.gather(*(one(client, number, places) for number in numbers))
            # Two turns for what is just ending.
            await asyncio.sleep(0.05)
            assert asyncio.all_tasks() == {asyncio.current_task()}
            return ended, open_files()

    return asyncio.run(run())


def open_files():
    """File descriptors of this process, sockets among them; 0 where the system does not tell."""
    gc.collect()
    folder = Path("/proc/self/fd")
    return len(list(folder.iterdir())) if folder.is_dir() else 0


@pytest.fixture(scope="module", autouse=True)
def _warm():
    """Load what loads once, so that only what a storm leaves is counted."""
    storm = Storm(0)
    for name, way in WAYS.items():
        (run_sync if name == "sync" else run_async)(storm, way, range(5))
    storm.close()


@pytest.mark.parametrize("name", WAYS)
def test_a_storm_is_weathered(name, request, record_property):
    way = WAYS[name]
    count = int(request.config.getoption("--chaos-calls", CALLS) * way.share)
    before, threads = open_files(), threading.active_count()
    storm = Storm(SEED)
    began = time.monotonic()
    try:
        ended, during = (run_sync if name == "sync" else run_async)(storm, way, range(count))
    finally:
        storm.close()
    seconds = time.monotonic() - began
    after = open_files()
    figures = told(name, ended, storm.fates, seconds, (before, during, after))
    print(figures)
    record_property("chaos", figures)

    assert [call.number for call in ended] == list(range(count))
    assert [call for call in ended if wrong(call, storm.fates[call.number], way)] == []
    assert [call for call in ended if call.elapsed > call.allowed + TIMEOUT + GRACE] == []
    assert storm.fates.keys() <= set(range(count))
    # Both ends of each connection are in this process.
    assert during - before <= 2 * way.in_flight + 20
    assert after <= before
    assert threading.active_count() <= threads
    assert_stormy(ended, storm.fates, count)


def wrong(call, fates, way):
    """Whether a call was sent too often, or its outcome is not that of its last attempt."""
    if len(fates) > (1 if call.posted else (RETRIES + 1) * way.sends):
        return True
    if call.error is None:
        number = call.value if call.posted else call.value.id
        return number != call.number or fates[-1] not in GOOD
    # Before an attempt arrives whole, and with next to no time, it may end in other ways than its own.
    allowed = {APIConnectionError, APITimeoutError} if not fates else {ERRORS[fates[-1]]}
    if call.allowed == HURRY:
        allowed = {APIDeadlineError} if fates and fates[-1] == "hang" else {*allowed, APIDeadlineError}
    return type(call.error) not in allowed


def assert_stormy(ended, fates, count):
    """Check that it was a storm: every fate was met, some calls were repeated, and enough came through."""
    met = Counter(fate for past in fates.values() for fate in past)
    posted = [call for call in ended if call.posted]
    asked = [call for call in ended if not call.posted]
    assert len(met) >= 12
    assert sum(len(fates[call.number]) > 1 for call in asked) > count * 0.15
    assert sum(call.error is None for call in asked) > len(asked) * 0.5
    assert sum(call.error is not None for call in posted) > len(posted) * 0.2
    assert sum(type(call.error) is APIDeadlineError for call in ended) >= count * 0.01
    assert sum(type(call.error) is APITimeoutError for call in ended) >= 1


def told(name, ended, fates, seconds, files):
    errors = Counter(type(call.error).__name__ for call in ended if call.error is not None)
    posts = [call.number for call in ended if call.posted]
    return {
        "name": name,
        "calls": len(ended),
        "attempts": sum(map(len, fates.values())),
        "results": sum(call.error is None for call in ended),
        "errors": dict(errors.most_common()),
        "posts": len(posts),
        "posts sent twice": sum(len(fates[number]) > 1 for number in posts),
        "longest": round(max(call.elapsed for call in ended), 2),
        "seconds": round(seconds, 1),
        "open files before, during, after": list(files),
    }
