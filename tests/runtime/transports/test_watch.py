"""One timer for however many requests are in flight, on a loop whose time is ours."""

import heapq
import itertools

from hypothesis import given
from hypothesis import strategies as st
from sdk.transports._watch import Watch


class Timer:
    def __init__(self, when, call):
        self.when = when
        self.call = call
        self.cancelled = False

    def cancel(self):
        self.cancelled = True


class Loop:
    """As much of an event loop as a watch uses."""

    def __init__(self):
        self.now = 0.0
        self._timers = []
        self._order = itertools.count()

    def time(self):
        return self.now

    def call_at(self, when, call, *, context):
        assert not [*context], "what the first request carries would live as long as the timer"
        timer = Timer(when, call)
        heapq.heappush(self._timers, (when, next(self._order), timer))
        return timer

    def pending(self):
        return [timer for _, _, timer in self._timers if not timer.cancelled]

    def advance(self, until, early=0.0):
        """Go on to a moment, and let each timer go off in its turn, by so much before its time."""
        while self._timers and self._timers[0][0] <= until:
            when, _, timer = heapq.heappop(self._timers)
            self.now = max(self.now, when - early)
            if not timer.cancelled:
                timer.call()
        self.now = max(self.now, until)


class Timeout:
    """Notes when it went off."""

    def __init__(self, loop):
        self._loop = loop
        self.went_off = []

    def reschedule(self, when):
        assert when <= self._loop.time(), "asyncio would set a timer"
        self.went_off.append(self._loop.time())


STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("add"), st.floats(0, 50)),
        st.tuples(st.just("drop"), st.integers(0, 30)),
        st.tuples(st.just("wait"), st.floats(0, 20)),
    ),
    max_size=30,
)


@given(STEPS, st.sampled_from([0.0, 1e-6]))
def test_each_goes_off_once_at_its_time_unless_it_was_dropped(steps, early):
    loop = Loop()
    watch = Watch(loop)
    added, ends, dropped = [], {}, {}
    for step, number in steps:
        if step == "add":
            timeout = Timeout(loop)
            added.append(timeout)
            ends[timeout] = loop.time() + number
            watch.add(timeout, number)
        elif step == "wait":
            loop.advance(loop.time() + number, early)
        elif number < len(added):
            watch.drop(added[number])
            dropped.setdefault(added[number], loop.time())
        assert len(loop.pending()) <= 1
    loop.advance(1e6, early)
    for timeout in added:
        # Dropped in the moment that the loop may be early by, it may have gone off or not.
        if timeout in dropped and dropped[timeout] < ends[timeout] - 2 * early:
            assert timeout.went_off == []
        elif timeout not in dropped or dropped[timeout] > ends[timeout]:
            (moment,) = timeout.went_off
            assert abs(moment - ends[timeout]) <= 2 * early
    assert not loop.pending()


def test_requests_that_end_in_time_need_one_timer_for_all():
    loop = Loop()
    watch = Watch(loop)
    set_timers = []
    loop.call_at = lambda when, call, **_: set_timers.append(when) or Timer(when, call)
    for _ in range(1000):
        timeout = Timeout(loop)
        watch.add(timeout, 30)
        loop.now += 0.001
        watch.drop(timeout)
    assert set_timers == [30.0]


def test_the_timer_rests_when_nothing_is_in_flight_any_more():
    loop = Loop()
    watch = Watch(loop)
    first, second = Timeout(loop), Timeout(loop)
    watch.add(first, 30)
    watch.add(second, 30)
    watch.rest()
    watch.drop(first)
    assert len(loop.pending()) == 1
    watch.drop(second)
    assert not loop.pending()


def test_with_no_time_left_nothing_is_waited_for():
    loop = Loop()
    watch = Watch(loop)
    timeout = Timeout(loop)
    watch.add(timeout, 0)
    assert timeout.went_off == [0.0]
    assert not loop.pending()
