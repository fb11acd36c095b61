"""When an attempt is repeated, how long is waited, and what the deadline of a call cuts short."""

import email.utils
import itertools
import time
from datetime import UTC, datetime

import httpx
import pytest
from sdk import Credentials, RequestOptions, RetryPolicy, errors
from sdk._http.operation import Operation

from tests.runtime.standin import CREATE, GET, Both

NO_JITTER = RetryPolicy(first_delay=1.0, max_delay=8.0, random=lambda: 1.0)
MARKED = Operation(name="things.touch", method="POST", path="/api/thing/touch", result=int, idempotent=True)
NOW = 1_790_000_000.0


class Clock:
    """Time that passes only while it is slept through, or when the service takes its time."""

    def __init__(self):
        self.now = 100.0
        self.slept = []

    def monotonic(self):
        return self.now

    def time(self):
        return NOW + self.now - 100.0

    def sleep(self, seconds):
        self.slept.append(seconds)
        self.now += seconds

    async def asleep(self, seconds):
        self.sleep(seconds)


class Service:
    """Answers attempts in turn: with a status, one with a Retry-After, or an exception, after some `seconds`."""

    def __init__(self, clock, *answers, seconds=0.0):
        self.clock = clock
        self.answers = itertools.chain(answers, itertools.repeat(answers[-1]))
        self.requests = []
        self.seconds = seconds

    def __call__(self, request):
        self.requests.append(request)
        self.clock.now += self.seconds
        answer = next(self.answers)
        if isinstance(answer, Exception):
            raise answer
        if isinstance(answer, tuple):
            return httpx.Response(answer[0], headers={"retry-after": answer[1]})
        return httpx.Response(answer, content=b'{"Id":5}' if answer == 200 and request.method == "GET" else b"7")


@pytest.fixture(params=["sync", "async"])
def both(request):
    return Both(request.param)


@pytest.fixture
def clock():
    return Clock()


def ask(both, clock, service, operation=GET, *, options=None, **settings):
    settings = {"clock": clock, "retry": NO_JITTER, "max_retries": 2} | settings
    arguments = {"body": {"a": 1}} if operation.method == "POST" else {}
    return both.ask(service, operation, settings=settings, options=options, **arguments)


@pytest.mark.parametrize("status", [408, 429, 500, 502, 503, 504, 520, 599])
def test_a_get_is_repeated_after_what_may_pass(both, clock, status):
    service = Service(clock, status, status, 200)
    assert ask(both, clock, service).id == 5
    assert clock.slept == [1.0, 2.0]


@pytest.mark.parametrize("status", [400, 401, 403, 404, 409, 422, 451, 499, 501, 505, 304])
def test_a_get_is_not_repeated_after_what_stays(both, clock, status):
    service = Service(clock, status, 200)
    with pytest.raises(errors.APIStatusError) as caught:
        ask(both, clock, service)
    assert caught.value.attempts == 1
    assert len(service.requests) == 1


def test_the_last_answer_is_what_is_raised(both, clock):
    service = Service(clock, 503, 502, 504, seconds=0.5)
    with pytest.raises(errors.InternalServerError, match=r"504 .*3 attempts") as caught:
        ask(both, clock, service)
    assert caught.value.attempts == 3
    assert caught.value.elapsed == 4.5
    assert len(service.requests) == 3


@pytest.mark.parametrize(
    "failure",
    [
        httpx.ReadError("reset"),
        httpx.ReadTimeout("slow"),
        httpx.RemoteProtocolError("gone"),
        httpx.WriteError("broken pipe"),
        503,
        429,
        (503, "0"),
    ],
    ids=str,
)
def test_a_post_whose_bytes_left_is_sent_once(both, clock, failure):
    service = Service(clock, failure, 200)
    with pytest.raises(errors.APIError) as caught:
        ask(both, clock, service, CREATE, max_retries=5)
    assert len(service.requests) == 1
    assert caught.value.attempts == 1
    assert clock.slept == []


@pytest.mark.parametrize("failure", [httpx.ConnectError("refused"), httpx.ConnectTimeout("x"), httpx.PoolTimeout("x")])
def test_what_was_never_sent_is_repeated_whatever_it_does(both, clock, failure):
    service = Service(clock, failure, failure, 200)
    assert ask(both, clock, service, CREATE) == 7
    assert len(service.requests) == 3


def test_a_failure_says_whether_it_was_sent(both, clock):
    for failure, sent in ((httpx.ConnectError("refused"), False), (httpx.ReadError("reset"), True)):
        with pytest.raises(errors.APIConnectionError) as caught:
            ask(both, clock, Service(clock, failure), CREATE, max_retries=0)
        assert caught.value.sent is sent


@pytest.mark.parametrize("failure", [503, httpx.ReadTimeout("slow")], ids=str)
def test_a_post_that_the_overlay_marks_is_repeated(both, clock, failure):
    service = Service(clock, failure, 200)
    assert ask(both, clock, service, MARKED) == 7
    assert len(service.requests) == 2


@pytest.mark.parametrize(
    ("header", "slept"),
    [
        ("7", [7.0]),
        ("0.5", [1.0]),
        ("0", [1.0]),
        (email.utils.formatdate(NOW + 5, usegmt=True), [5.0]),
        (email.utils.formatdate(NOW - 500, usegmt=True), [1.0]),
        ("Wednesday, 23-Sep-26 00:00:00 GMT", None),
        ("60", [60.0]),
        ("61", None),
        ("999999999999", None),
        ("soon", [1.0]),
        ("-3", [1.0]),
        ("inf", [1.0]),
        ("", [1.0]),
    ],
)
@pytest.mark.parametrize("status", [429, 503])
def test_the_service_says_when_to_come_back(both, clock, status, header, slept):
    service = Service(clock, (status, header), 200)
    if slept is None:
        with pytest.raises(errors.APIStatusError) as caught:
            ask(both, clock, service)
        assert caught.value.retry_after > 60
        assert clock.slept == []
    else:
        assert ask(both, clock, service).id == 5
        assert clock.slept == slept


def test_what_an_earlier_answer_said_of_when_to_come_back_is_forgotten(both, clock):
    with pytest.raises(errors.AuthenticationError) as caught:
        ask(both, clock, Service(clock, (503, "3"), 401))
    assert (caught.value.attempts, caught.value.retry_after) == (2, None)


@pytest.mark.parametrize("status", [302, 401, 404, 503])
def test_any_error_tells_when_to_come_back_if_the_service_says_so(both, clock, status):
    with pytest.raises(errors.APIStatusError) as caught:
        ask(both, clock, Service(clock, (status, "7")), max_retries=0)
    assert caught.value.retry_after == 7


@pytest.mark.parametrize("zone", ["Asia/Tokyo", "America/New_York", "UTC"])
@pytest.mark.parametrize("form", ["%a %b %d %H:%M:%S %Y", "%a, %d %b %Y %H:%M:%S", "%a, %d %b %Y %H:%M:%S -0000"])
def test_a_date_without_a_zone_is_in_utc_wherever_the_machine_stands(both, clock, monkeypatch, zone, form):
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    try:
        when = datetime.fromtimestamp(NOW + 30, UTC).strftime(form)
        assert ask(both, clock, Service(clock, (503, when), 200)).id == 5
    finally:
        monkeypatch.undo()
        time.tzset()
    assert clock.slept == [30.0]


def test_waits_double_up_to_a_bound_and_are_random(both, clock):
    service = Service(clock, *[503] * 6, 200)
    ask(both, clock, service, max_retries=6)
    assert clock.slept == [1.0, 2.0, 4.0, 8.0, 8.0, 8.0]
    halved = Clock()
    ask(both, halved, Service(halved, 503, 200), retry=RetryPolicy(first_delay=1.0, random=lambda: 0.5))
    assert halved.slept == [0.5]


def test_full_jitter_stays_within_its_bounds():
    policy = RetryPolicy()
    delays = [policy.delay(retries, None) for retries in range(200)]
    assert all(0 <= delay <= min(8.0, 0.5 * 2**retries) for retries, delay in enumerate(delays))
    assert len(set(delays)) > 190


def test_no_retries_means_none(both, clock):
    service = Service(clock, 503, 200)
    with pytest.raises(errors.InternalServerError):
        ask(both, clock, service, max_retries=0)
    with pytest.raises(errors.InternalServerError):
        ask(both, clock, Service(clock, 503, 200), options=RequestOptions(max_retries=0))
    assert clock.slept == []


def test_a_deadline_includes_the_waiting(both, clock):
    service = Service(clock, 503, seconds=1.0)
    with pytest.raises(errors.InternalServerError) as caught:
        ask(both, clock, service, max_retries=10, deadline=6.5)
    # 1 s of service, 1 s of waiting, 1 s, 2 s, 1 s: the 4 s that come next would reach beyond.
    assert clock.slept == [1.0, 2.0]
    assert caught.value.elapsed == 6.0
    assert caught.value.attempts == 3


def test_an_attempt_gets_no_more_time_than_is_left(both, clock):
    service = Service(clock, 503, 200, seconds=1.0)
    ask(both, clock, service, timeout=30.0, deadline=5.0)
    timeouts = [request.extensions["timeout"] for request in service.requests]
    assert [round(dict(given)["read"], 3) for given in timeouts] == [5.0, 3.0]
    assert timeouts[1].get("read") == pytest.approx(2.0)


def test_a_timeout_beyond_the_deadline_is_the_deadlines(both, clock):
    service = Service(clock, httpx.ReadTimeout("slow"), seconds=5.0)
    with pytest.raises(errors.APIDeadlineError, match=r"deadline of 5\.0 s") as caught:
        ask(both, clock, service, deadline=5.0)
    assert isinstance(caught.value, errors.APITimeoutError)
    assert caught.value.attempts == 1
    assert caught.value.sent


def test_credentials_that_take_too_long_use_the_deadline_up(both, clock):
    def provider():
        clock.now += 9.0
        return Credentials("key-4f1d2c", "secret-9b7e8a")

    service = Service(clock, 200)
    settings = {"api_key": None, "api_secret": None, "credentials": provider}
    with pytest.raises(errors.APIDeadlineError) as caught:
        ask(both, clock, service, deadline=5.0, **settings)
    assert not caught.value.sent
    assert service.requests == []


@pytest.mark.parametrize(
    "wrong",
    [{"max_retries": -1}, {"max_retries": 1.5}, {"max_retries": True}, {"deadline": 0}, {"deadline": float("nan")}],
)
def test_wrong_settings_are_refused(both, wrong):
    (name,) = wrong
    with pytest.raises(errors.ConfigurationError, match=name):
        both.client(lambda _: None, **wrong)
    with pytest.raises(errors.ConfigurationError, match=name):
        RequestOptions(**wrong)


@pytest.mark.parametrize("wrong", [{"first_delay": -1}, {"max_delay": float("inf")}, {"max_retry_after": "1"}])
def test_a_wrong_policy_is_refused(wrong):
    with pytest.raises(errors.ConfigurationError, match=next(iter(wrong))):
        RetryPolicy(**wrong)
