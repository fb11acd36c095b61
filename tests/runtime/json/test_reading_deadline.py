"""A call ends by its deadline while a large answer that is not clean is read, and says that the answer has arrived."""

import logging

import httpx
import pytest
from sdk._json.codec import decode
from sdk._json.time_limit import LateError, TimeLimit
from sdk.clock import SystemClock
from sdk.deviations._inspection import findings
from sdk.errors import APIDeadlineError, DecodeError

from tests.runtime.standin import (
    ALL,
    CREATE,
    ITEMS,
    LIST,
    TOTAL,
    Both,
    Thing,
    every_property_nullable,
)

COUNT = 4_000


class Ticking(SystemClock):
    """A clock that goes on by a millisecond whenever it is looked at."""

    def __init__(self):
        self.now = 1_000.0
        self.looks = 0

    def monotonic(self):
        self.looks += 1
        self.now += 0.001
        return self.now


class Counting(TimeLimit):
    """A limit that is over after so many looks."""

    def __init__(self, looks):
        super().__init__(9.0, lambda: 1.0)
        self.left = looks

    def check(self):
        self.left -= 1
        if self.left < 0:
            raise LateError


def things(item, count=COUNT):
    return b"[" + b",".join([item] * count) + b"]"


def listed(items):
    return b'{"%s":1,"%s":%s}' % (TOTAL.encode(), ITEMS.encode(), items)


ODD = b'{"Id":1,"Items":[{"Cost":"1.5"},null]}'
BAD = b'{"Id":"x","Items":[null]}'


@every_property_nullable
@pytest.mark.parametrize("kind", ["sync", "async"])
@pytest.mark.parametrize(
    ("operation", "body"),
    [
        (ALL, things(ODD)),
        (ALL, things(BAD)),
        (LIST, listed(things(ODD))),
        (LIST, listed(things(BAD))),
        (CREATE, b'"x"'),
    ],
)
def test_the_deadline_holds_for_what_is_not_clean(kind, operation, body):
    clock = Ticking()

    def handler(_):
        # All but what the reading takes is over.
        clock.now += 4.985
        return httpx.Response(200, content=body)

    settings = {"clock": clock, "deadline": 5.0, "timeout": None}
    with pytest.raises((APIDeadlineError, DecodeError)) as caught:
        Both(kind).ask(handler, operation, settings=settings, **({"body": 1} if operation is CREATE else {}))
    if operation is CREATE:
        # Nothing of it takes long.
        assert type(caught.value) is DecodeError
        return
    error = caught.value
    assert type(error) is APIDeadlineError
    assert "the answer (200) has arrived, but the deadline of 5.0 s passed while it was read" in str(error)
    assert error.sent
    assert error.elapsed >= 5
    assert error.__context__ is None


@every_property_nullable
@pytest.mark.parametrize("looks", range(4))
@pytest.mark.parametrize("item", [ODD, BAD])
def test_a_reading_ends_at_the_next_look(item, looks):
    limit = Counting(looks)
    with pytest.raises(LateError):
        decode(things(item), list[Thing], limit)
    assert limit.left == -1


@every_property_nullable
def test_looks_at_the_clock_are_few():
    limit = Counting(10**9)
    assert len(decode(things(ODD), list[Thing], limit)) == COUNT
    # One for each list, and one for each few hundred of its items.
    assert 10 < 10**9 - limit.left < 2 * COUNT + 100


def test_a_clean_answer_is_given_however_late_it_is():
    limit = Counting(0)
    assert len(decode(things(b'{"Id":1}'), list[Thing], limit)) == COUNT


def test_deviations_are_left_out_when_there_is_no_time_for_them(caplog):
    clock, told = Ticking(), []

    def handler(_):
        clock.now += 4.99
        return httpx.Response(200, content=things(b'{"Id":1}'))

    settings = {"clock": clock, "deadline": 5.0, "timeout": None, "on_deviation": told.append}
    with caplog.at_level(logging.WARNING):
        found = Both("sync").ask(handler, ALL, settings=settings)
    assert len(found) == COUNT
    assert not told
    assert "things.all: there was no time left to look for deviations in the answer" in caplog.text


@every_property_nullable
def test_looking_for_deviations_ends_at_the_next_look():
    with pytest.raises(LateError):
        findings(list[Thing], things(ODD), Counting(30))


@every_property_nullable
def test_a_raw_answer_may_be_read_whenever_the_caller_likes():
    clock = Ticking()

    def handler(_):
        return httpx.Response(200, content=things(ODD, 300))

    client = Both("sync").client(handler, clock=clock, deadline=5.0)
    raw = client.call_raw(ALL)
    clock.now += 100
    assert len(raw.parse()) == 300


@every_property_nullable
@pytest.mark.parametrize("kind", ["sync", "async"])
def test_a_page_keeps_the_deadline_too(kind):
    clock, both = Ticking(), Both(kind)

    def handler(_):
        clock.now += 4.99
        return httpx.Response(200, content=listed(things(ODD)))

    client = both.client(handler, clock=clock, deadline=5.0, timeout=None)
    with pytest.raises(APIDeadlineError, match="page 1: the answer"):
        both.ended(both.pager(client).page())
