"""What each error says of the operation: not sent, refused, done, or unknown."""

import copy
import inspect
import json
import logging
import pickle
from typing import get_args

import httpx
import pytest
from sdk import Outcome, RequestOptions, RetryPolicy, errors
from sdk._http.operation import Operation
from sdk.transports import Response, TransportError

from tests.runtime.standin import (
    CREATE,
    FLAG,
    GET,
    ITEMS,
    KEY,
    LIST,
    MESSAGE,
    REASONS,
    REQUESTS,
    SECRET,
    TEXT,
    TOTAL,
    UPDATE,
    Both,
    SyncClient,
)

CONTEXT = {"operation": "things.create", "method": "POST", "url": "https://api.example/api/thing", "elapsed": 0.25}
SURE = Operation(name="things.move", method="POST", path="/api/thing/move", result=int, fault_outcome="refused")
LIMITED = Operation(name="things.ping", method="POST", path="/api/thing/ping", result=int, retry_on_429=True)
MARKED = Operation(name="things.touch", method="POST", path="/api/thing/touch", result=int, idempotent=True)
FAULT = {TOTAL: 0, ITEMS: [], FLAG: True, REASONS: [{TEXT: "no"}]}
AT_ONCE = RetryPolicy(first_delay=0)
HTML = httpx.Response(200, html="<html>hello</html>")

OF_ANSWERS = [
    *((httpx.Response(status), "refused") for status in (400, 401, 403, 404, 409, 413, 418, 422, 425, 429, 499)),
    *((httpx.Response(status), "unknown") for status in (408, 500, 501, 502, 503, 504, 505, 520, 999)),
    # A page after the work (303, and by custom 301 and 302) or the same request elsewhere (307, 308).
    *((httpx.Response(status, headers={"location": "/x"}), "unknown") for status in (300, 301, 302, 303, 304, 305)),
    *((httpx.Response(status, headers={"location": "/x"}), "refused") for status in (307, 308)),
    (httpx.Response(404, html="<html>no</html>"), "refused"),
    (httpx.Response(504, json={MESSAGE: "late"}), "unknown"),
    (httpx.Response(200, json={"Id": 5}), "done"),
    (httpx.Response(201, json="five"), "done"),
    (httpx.Response(200, content=b"null", headers={"content-type": "text/plain"}), "done"),
    (HTML, "unknown"),
    (httpx.Response(200), "unknown"),
    (httpx.Response(204), "unknown"),
    (httpx.Response(200, content=b" \n"), "unknown"),
    (httpx.Response(200, content=b'{"Id": ', headers={"content-type": "application/json"}), "unknown"),
    (httpx.Response(200, content=b"5 6", headers={"content-type": "application/json"}), "unknown"),
    (httpx.Response(200, json=FAULT), "unknown"),
]
OF_FAILURES = [
    *((kind("x"), "not_sent") for kind in (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)),
    *((kind("x"), "unknown") for kind in (httpx.ReadError, httpx.ReadTimeout, httpx.WriteError, httpx.WriteTimeout)),
    (httpx.RemoteProtocolError("gone"), "unknown"),
]


@pytest.fixture(params=["sync", "async"])
def both(request):
    return Both(request.param)


def handler(*answers):
    left = list(answers)

    def handle(_request):
        answer = left.pop(0) if len(left) > 1 else left[0]
        if isinstance(answer, Exception):
            raise answer
        # A response can be streamed once.
        return httpx.Response(answer.status_code, headers=answer.headers, content=answer.content)

    return handle


def failed(both, *answers, operation=CREATE, options=None, **settings):
    """The error that a change ends with."""
    arguments = {"body": {"a": 1}} if operation.method == "POST" else {}
    with pytest.raises(errors.APIError) as caught:
        both.ask(handler(*answers), operation, settings={"retry": AT_ONCE} | settings, options=options, **arguments)
    return caught.value


def named(value):
    if isinstance(value, httpx.Response):
        return f"{value.status_code}-{value.content[:9].decode()}"
    return type(value).__name__ if isinstance(value, Exception) else str(value)


@pytest.mark.parametrize(("answer", "outcome"), OF_ANSWERS + OF_FAILURES, ids=named)
def test_a_change_that_failed_says_what_became_of_it(both, answer, outcome):
    error = failed(both, answer)
    assert error.outcome == outcome
    assert f"outcome {outcome}]" in str(error)
    assert f"outcome {outcome}]" in repr(error)
    for twin in (pickle.loads(pickle.dumps(error)), copy.copy(error), copy.deepcopy(error)):
        assert (twin.outcome, str(twin)) == (outcome, str(error))
    if isinstance(error, errors.APIConnectionError):
        assert error.sent is (outcome == "unknown")


def test_an_operation_without_a_result_is_done_only_with_json_or_nothing(both):
    assert both.ask(handler(httpx.Response(204)), UPDATE, body={}) is None
    assert failed(both, HTML, operation=UPDATE).outcome == "unknown"


def test_the_outcomes_are_those_that_the_type_names():
    assert set(get_args(Outcome)) == {"not_sent", "refused", "done", "unknown"}


def subclasses(kind):
    return {kind}.union(*map(subclasses, kind.__subclasses__()))


def test_every_class_of_api_error_has_an_outcome():
    kinds = subclasses(errors.APIError)
    public = {kind for _, kind in inspect.getmembers(errors, inspect.isclass) if issubclass(kind, errors.APIError)}
    assert kinds == public
    assert len(kinds) >= 17
    for kind in kinds:
        more = {}
        if issubclass(kind, errors.APIResponseError):
            more["status"] = 200
        if issubclass(kind, errors.APIStatusError):
            more["status"] = 503
        elif issubclass(kind, errors.FaultError):
            more |= {"messages": (), "envelope": None}
        error = kind(*([] if issubclass(kind, errors.APIStatusError) else ["broken"]), **more, **CONTEXT)
        assert error.outcome in get_args(Outcome)
        assert error.outcome == ("not_sent" if kind is errors.DownloadError else "unknown")
        assert str(error).endswith(f", outcome {error.outcome}]")
        assert vars(pickle.loads(pickle.dumps(error)))["outcome"] == error.outcome


@pytest.mark.parametrize(
    ("status", "outcome"),
    [(None, "not_sent"), (200, "done"), (204, "unknown"), (302, "unknown"), (403, "refused"), (503, "unknown")],
)
def test_a_file_that_could_not_be_stored_says_what_its_link_gave(status, outcome):
    assert errors.DownloadError("no file", status=status, **CONTEXT).outcome == outcome


def test_a_fault_is_what_the_overlay_says(both):
    fault = httpx.Response(200, json=FAULT)
    assert failed(both, fault).outcome == "unknown"
    error = failed(both, fault, operation=SURE)
    assert (type(error), error.outcome) == (errors.FaultError, "refused")
    assert failed(both, fault, operation=LIST).outcome == "unknown"


def test_an_attempt_in_doubt_stays_in_doubt_whatever_the_next_one_says(both):
    lost, refused = httpx.ReadError("reset"), httpx.ConnectError("refused")
    for first in (lost, httpx.Response(503)):
        for last in (httpx.Response(404), httpx.Response(200, json=FAULT), refused):
            error = failed(both, first, last, operation=MARKED, max_retries=1)
            assert (error.attempts, error.outcome) == (2, "unknown")
    error = failed(both, lost, refused, operation=MARKED, max_retries=1)
    assert error.sent
    assert failed(both, lost, httpx.Response(200, json="x"), operation=MARKED, max_retries=1).outcome == "done"
    # A GET changes nothing, so its last answer counts.
    assert failed(both, httpx.Response(503), httpx.Response(404), operation=GET, max_retries=1).outcome == "refused"


def test_what_was_refused_and_then_never_left_was_not_sent(both):
    error = failed(both, httpx.Response(429), httpx.ConnectError("x"), operation=LIMITED, max_retries=1)
    assert (error.attempts, error.outcome, error.sent) == (2, "not_sent", False)


@pytest.mark.parametrize("operation", [CREATE, LIMITED], ids=["by the policy", "by the overlay"])
def test_a_change_answered_429_is_repeated_where_that_is_allowed(both, operation):
    policy = RetryPolicy(first_delay=0, retry_post_on_429=operation is CREATE)
    limited = httpx.Response(429, headers={"retry-after": "0"})
    answers = handler(httpx.Response(429), limited, httpx.Response(200, json=7))
    settings = {"retry": policy, "max_retries": 2}
    assert both.ask(answers, operation, settings=settings, body={}) == 7
    for options, attempts in ((RequestOptions(max_retries=1), 2), (RequestOptions(max_retries=0), 1)):
        error = failed(both, httpx.Response(429), operation=operation, retry=policy, options=options)
        assert (type(error), error.attempts, error.outcome) == (errors.RateLimitError, attempts, "refused")


@pytest.mark.parametrize(
    "answer", [httpx.Response(503), httpx.Response(408), httpx.ReadError("reset"), HTML], ids=named
)
def test_nothing_else_is_repeated_for_being_allowed_after_a_429(both, answer):
    policy = RetryPolicy(first_delay=0, retry_post_on_429=True)
    assert failed(both, answer, operation=LIMITED, retry=policy, max_retries=3).attempts == 1


def test_a_change_answered_429_is_not_repeated_by_default(both):
    error = failed(both, httpx.Response(429), max_retries=3)
    assert (error.attempts, error.outcome) == (1, "refused")


@pytest.mark.parametrize("flag", ["yes", 1, None])
def test_the_policy_takes_a_flag_only(flag):
    with pytest.raises(errors.ConfigurationError, match="retry_post_on_429 must be True or False"):
        RetryPolicy(retry_post_on_429=flag)


@pytest.mark.parametrize(
    ("answer", "outcome"),
    [
        (httpx.Response(404), "refused"),
        (httpx.Response(503), "unknown"),
        (httpx.ReadError("reset"), "unknown"),
        (httpx.ConnectError("refused"), "not_sent"),
    ],
    ids=named,
)
def test_hooks_and_logs_are_given_the_outcome_of_each_attempt(both, caplog, answer, outcome):
    seen = []
    with caplog.at_level(logging.INFO, REQUESTS):
        failed(both, answer, on_response=seen.append)
        done = handler(httpx.Response(200, json=7))
        assert both.ask(done, CREATE, settings={"on_response": seen.append}, body={}) == 7
    assert [event.outcome for event in seen] == [outcome, None]
    first, second = (record.message for record in caplog.records if record.name == REQUESTS)
    assert f"outcome {outcome}" in first
    assert "outcome" not in second


class Fixed:
    """A transport with one answer for all."""

    def __init__(self, answer):
        self.answer = answer

    def send(self, _request):
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer

    def close(self):
        pass


@pytest.mark.parametrize(
    ("answer", "outcome"),
    [
        (TransportError("gone"), "unknown"),
        (TransportError("slow", timed_out=True), "unknown"),
        (TransportError("slow", timed_out=True, sent=False), "not_sent"),
        (Response(200, {}, b'{"Id"', "larger than 67108864 bytes"), "unknown"),
        (Response(200, {}, b"7", "not gzip"), "unknown"),
        (Response(413, {}, b"", "larger than 65536 bytes"), "refused"),
        (Response(500, {}, b"", "not gzip"), "unknown"),
        (Response(200, {}, json.dumps({"a": 1}).encode()), "done"),
    ],
    ids=repr,
)
def test_what_a_transport_of_your_own_gives_is_judged_alike(answer, outcome):
    client = SyncClient(api_key=KEY, api_secret=SECRET, base_url="https://api.example", transport=Fixed(answer))
    with client, pytest.raises(errors.APIError) as caught:
        client.with_options(max_retries=0).call(CREATE, body={})
    assert caught.value.outcome == outcome


def test_a_deadline_that_passes_after_the_request_left_leaves_it_in_doubt(both):
    class Clock:
        now = 0.0

        def monotonic(self):
            return self.now

        time = monotonic

        def sleep(self, seconds):
            self.now += seconds

        async def asleep(self, seconds):
            self.now += seconds

    clock = Clock()

    def slow(_request):
        clock.now += 60
        raise httpx.ReadTimeout("slow")

    with pytest.raises(errors.APIDeadlineError) as caught:
        both.ask(slow, CREATE, settings={"clock": clock, "deadline": 10}, body={})
    assert (caught.value.sent, caught.value.outcome) == (True, "unknown")
