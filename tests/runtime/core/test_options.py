"""Options of a client, a view and a call; raw answers; and what hooks and logs are told."""

import asyncio
import copy
import logging
import pickle
from functools import partial

import httpx
import pytest
from sdk import FaultError, RequestOptions, errors
from sdk._build import VERSION
from sdk.errors import ConfigurationError
from sdk.options import RetryPolicy
from sdk.responses import RawResponse

from tests.runtime.standin import (
    BASE_URL,
    CREATE,
    GET,
    KEY,
    KEY_HEADER,
    LIST,
    NAME,
    REQUEST_ID,
    REQUESTS,
    SECRET,
    SECRET_HEADER,
    AsyncThings,
    Both,
    Things,
    page,
)


@pytest.fixture(params=["sync", "async"])
def both(request):
    return Both(request.param)


class Echo:
    """Answers an empty thing and keeps the requests."""

    def __init__(self, status=200, content=b"{}", **headers):
        self.answer = (status, content, headers)
        self.requests = []

    def __call__(self, request):
        self.requests.append(request)
        status, content, headers = self.answer
        return httpx.Response(status, content=content, headers=headers)

    @property
    def last(self):
        return self.requests[-1]


def test_a_view_has_other_options_and_the_same_connections(both):
    echo = Echo()
    client = both.client(echo, headers={"X-Team": "billing"})
    view = client.with_options(timeout=5, headers={"x-team": None, "x-run": "7"}, query={"debug": True}, max_retries=0)
    assert type(view) is type(client)
    both.call(view, GET)
    assert echo.last.headers["x-run"] == "7"
    assert "x-team" not in echo.last.headers
    assert str(echo.last.url).endswith("?debug=true")
    assert echo.last.extensions["timeout"]["read"] == 5
    both.call(client, GET)
    assert echo.last.headers["x-team"] == "billing"
    assert "x-run" not in echo.last.headers
    assert echo.last.extensions["timeout"]["read"] == 30
    assert (client.timeout, view.timeout, view.max_retries) == (30, 5, 0)
    assert view._state.transport() is client._state.transport()


def test_a_call_has_the_last_word(both):
    echo = Echo()
    view = both.client(echo).with_options(timeout=5, headers={"x-run": "7"})
    both.call(view, GET, options=RequestOptions(timeout=None, headers={"X-Run": "8"}, query={"a": [1, 2]}))
    assert echo.last.headers["x-run"] == "8"
    assert echo.last.extensions["timeout"]["read"] is None
    assert echo.last.url.query == b"a=1&a=2"


def test_a_view_is_closed_alone_and_with_its_parent(both):
    def close(client):
        client.close() if both.kind == "sync" else asyncio.run(client.aclose())

    echo = Echo()
    client = both.client(echo)
    first, second = client.with_options(timeout=1), client.with_options(timeout=2)
    close(first)
    assert (first.is_closed, second.is_closed, client.is_closed) == (True, False, False)
    both.call(second, GET)
    for closed in (first, first.with_options(timeout=3)):
        with pytest.raises(errors.ConfigurationError, match="closed"):
            both.call(closed, GET)
    close(client)
    with pytest.raises(errors.ConfigurationError, match="closed"):
        both.call(second, GET)


def test_what_a_subclass_has_set_belongs_to_the_view_too():
    class Billing(Things):
        def __init__(self, tenant):
            super().__init__(api_key=KEY, api_secret=SECRET, transport=Both("sync").client(Echo())._state.transport())
            self.tenant = tenant

    client = Billing("a")
    view = client.with_options(timeout=5)
    assert (view.tenant, type(view), view.timeout) == ("a", Billing, 5)


def test_a_query_that_every_request_carries(both):
    echo = Echo()
    client = both.client(echo, query={"debug": True, "team": "a"})
    both.call(client, GET, query={"id": 7})
    assert echo.last.url.query == b"id=7&debug=true&team=a"
    both.call(client.with_options(query={"team": None}), GET, query={"id": 7})
    assert echo.last.url.query == b"id=7&debug=true"


def test_a_parameter_of_the_operation_itself_is_no_addition(both):
    echo = Echo()
    for arguments in ({"options": RequestOptions(query={"id": 8})}, {}):
        client = both.client(echo, query={} if arguments else {"id": 8})
        with pytest.raises(errors.ConfigurationError, match=r"'id' is a parameter of things\.get itself"):
            both.call(client, GET, query={"id": 7}, **arguments)
    assert echo.requests == []


@pytest.mark.parametrize(
    "headers",
    [
        {KEY_HEADER: "other"},
        {SECRET_HEADER.title(): None},
        {"Host": "evil.example"},
        {"Content-Length": "0"},
        {"Transfer-Encoding": "chunked"},
        {"a b": "c"},
        {"": "c"},
        {"x": "a\r\nb: c"},
        {"x": "ü"},
        {"x": " a"},
        {"x": "a "},
        {"x": 1},
        {1: "x"},
    ],
)
def test_no_header_can_change_the_account_or_the_framing(both, headers):
    with pytest.raises(errors.ConfigurationError, match="header"):
        RequestOptions(headers=headers)
    with pytest.raises(errors.ConfigurationError, match="header"):
        both.client(Echo(), headers=headers)


def test_the_user_agent_can_be_extended(both):
    echo = Echo()
    both.ask(echo, GET, settings={"user_agent": "billing/2.1"})
    assert echo.last.headers["user-agent"] == f"{NAME}-python/{VERSION} billing/2.1"
    for wrong in ("", " ", "a\nb", "ü", 7):
        with pytest.raises(errors.ConfigurationError, match="user_agent"):
            both.client(echo, user_agent=wrong)


def test_faults_can_be_returned(both):
    echo = Echo(content=page({"Id": 1}, flag=True, reasons=[]))
    client = both.client(echo)
    with pytest.raises(FaultError) as caught:
        both.call(client, LIST)
    assert caught.value.envelope.result[0].id == 1
    assert both.call(client, LIST, options=RequestOptions(raise_faults=False)).is_faulted
    assert both.call(client.with_options(raise_faults=False), LIST).is_faulted
    with pytest.raises(FaultError):
        both.call(client.with_options(raise_faults=False), LIST, options=RequestOptions(raise_faults=True))


def raw_of(both, handler, operation, **arguments):
    return both.ended(both.client(handler).call_raw(operation, **arguments))


def test_an_answer_as_it_came(both):
    content = b'{"Id":5,"CC":"x@y.example","Cost":100.10}'
    echo = Echo(content=content, **{REQUEST_ID: "r-1"})
    raw = raw_of(both, echo, GET, query={"id": 5})
    assert type(raw) is RawResponse
    assert (raw.status, raw.ok, raw.request_id, raw.attempts) == (200, True, "r-1", 1)
    assert raw.content == content
    assert str(raw.json()["Cost"]) == "100.10"
    assert raw.parse().id == 5
    assert {name: str(value) for name, value in raw.unknown_fields().items()} == {"CC": "x@y.example", "Cost": "100.10"}
    assert raw.url == f"{BASE_URL}{GET.path}?id=***"
    assert "x@y" not in repr(raw)


def test_a_page_as_it_came(both):
    raw = raw_of(both, Echo(content=page({"Id": 1}, total=1)), LIST)
    assert raw.parse().result[0].id == 1


def test_a_bad_status_is_raised_and_a_bad_body_only_when_it_is_read(both):
    with pytest.raises(errors.NotFoundError):
        raw_of(both, Echo(404), GET, query={"id": 5})
    raw = raw_of(both, Echo(content=b"<html>"), GET, query={"id": 5})
    assert raw.content == b"<html>"
    for read in (raw.parse, raw.json, raw.unknown_fields):
        with pytest.raises(errors.DecodeError):
            read()


def test_hooks_see_each_attempt_and_no_secret(both):
    told = []
    answers = iter([503, 200])

    def handler(request):
        assert request.headers["traceparent"] == "00-1-2-01"
        return httpx.Response(next(answers), content=b'{"Id":5}')

    def trace(event):
        told.append(event)
        event.headers["traceparent"] = "00-1-2-01"

    settings = {"on_request": trace, "on_response": told.append, "max_retries": 1}
    settings["clock"] = Still()
    both.ask(handler, GET, settings=settings, query={"id": 5})
    assert [type(event).__name__ for event in told] == ["RequestEvent", "ResponseEvent"] * 2
    assert [(event.attempt, event.url) for event in told] == [(n, f"{BASE_URL}{GET.path}?id=***") for n in (1, 1, 2, 2)]
    assert (told[1].status, told[1].retry_in is not None) == (503, True)
    assert (told[3].status, told[3].retry_in) == (200, None)
    for event in told:
        assert KEY not in repr(event)
        assert SECRET not in repr(pickle.dumps(event))


def test_a_hook_that_fails_costs_nothing_but_a_line(both, caplog):
    def fail(event):
        raise ValueError("hook")

    assert both.ask(Echo(content=b"7"), CREATE, settings={"on_request": fail, "on_response": fail}, body={}) == 7
    assert [record.message for record in caplog.records if record.name == REQUESTS] == [
        "a hook failed and was ignored"
    ] * 2


@pytest.mark.parametrize("name", [KEY_HEADER.upper(), "Host", "content-length", "a b", "ü"])
def test_what_a_hook_may_not_add_is_left_out_and_said(both, caplog, name):
    def add(event):
        event.headers[name] = "evil"

    def handler(request):
        assert "evil" not in request.headers.values()
        assert request.headers.get_list(KEY_HEADER) == [KEY]
        return httpx.Response(200, content=b"7")

    assert both.ask(handler, CREATE, settings={"on_request": add}, body={}) == 7
    assert f"{name!r}" in caplog.text


@pytest.mark.parametrize("text", ["a\nb", "ü", 5, " a", "a ", "\ta"])
def test_what_a_hook_adds_and_nobody_can_send_costs_no_call(both, caplog, text):
    def add(event):
        event.headers["x-run"] = text

    echo = Echo(content=b"7")
    assert both.ask(echo, CREATE, settings={"on_request": add}, body={}) == 7
    assert "x-run" not in echo.last.headers
    assert "'x-run' must be printable ASCII" in caplog.text


def test_what_fails_on_a_deviation_costs_nothing_but_a_line(both, caplog):
    def fail(deviation):
        raise ValueError("told")

    assert both.ask(Echo(content=b'{"Id":5,"New":1}'), GET, settings={"on_deviation": fail}).id == 5
    assert [record.message for record in caplog.records] == ["a hook failed and was ignored"]


async def awaited(_):
    """What an asynchronous client may be given by mistake."""


@pytest.mark.parametrize("wrong", [5, awaited])
@pytest.mark.parametrize("name", ["on_request", "on_response", "on_deviation"])
def test_a_hook_that_would_never_run_is_refused(both, name, wrong):
    with pytest.raises(errors.ConfigurationError, match=f"{name} must be a plain function"):
        both.client(Echo(), **{name: wrong})


@pytest.mark.parametrize("name", ["retry", "clock"])
def test_parts_that_are_none_are_refused(both, name):
    with pytest.raises(errors.ConfigurationError, match=f"{name} must be a"):
        both.client(Echo(), **{name: None})


@pytest.mark.parametrize("name", ["headers", "query"])
@pytest.mark.parametrize("wrong", ["x", None, [("a", "b")]])
def test_options_that_are_no_mapping_are_refused(both, name, wrong):
    with pytest.raises(errors.ConfigurationError, match=f"{name} must be a mapping"):
        both.client(Echo()).with_options(**{name: wrong})


@pytest.mark.parametrize("again", [copy.deepcopy, lambda options: pickle.loads(pickle.dumps(options))])
def test_options_can_be_handed_to_another_process(both, again):
    options = again(RequestOptions(timeout=None, headers={"X-Run": "8"}, query={"a": [1, 2]}))
    assert options == RequestOptions(timeout=None, headers={"x-run": "8"}, query={"a": [1, 2]})
    echo = Echo()
    both.ask(echo, GET, options=options)
    assert (echo.last.headers["x-run"], echo.last.url.query) == ("8", b"a=1&a=2")


def test_options_of_another_kind_are_refused(both):
    with pytest.raises(errors.ConfigurationError, match="options must be RequestOptions"):
        both.ask(Echo(), GET, options={"timeout": 5})


def test_what_a_caller_adds_stays_with_the_origin_too(both):
    asked = []

    def handler(request):
        asked.append(request)
        if len(asked) == 1:
            return httpx.Response(302, headers={"location": "https://elsewhere.example/there"})
        return httpx.Response(200, content=b'{"Id":5}')

    def add(event):
        event.headers["x-hook"] = "tok-2"

    settings = {"follow_redirects": True, "on_request": add, "user_agent": "billing/2.1"}
    settings["headers"] = {"authorization": "tok-1", "cookie": "tok-3", "x-tenant": "tok-4"}
    assert both.ask(handler, GET, settings=settings).id == 5
    assert {"tok-1", "tok-2", "tok-3", "tok-4"} <= set(asked[0].headers.values())
    assert not [text for text in asked[1].headers.values() if text.startswith("tok")]
    assert asked[1].headers["user-agent"].endswith("billing/2.1")


def test_a_header_that_a_hook_may_not_set_costs_the_others_nothing(both, caplog):
    echo = Echo()
    added = {"x-trace": "t", KEY_HEADER: "other", "x-bad": "a\nb", "x-more": "m"}
    both.ask(echo, GET, settings={"on_request": lambda event: event.headers.update(added)})
    assert [echo.last.headers.get(name) for name in added] == ["t", None, None, "m"]
    assert f"'{KEY_HEADER}' is set by the client itself" in caplog.text


@pytest.mark.parametrize("name", ["on_request", "on_response", "on_deviation"])
def test_a_hook_that_would_have_to_be_awaited_is_refused(both, name):
    class Hook:
        async def __call__(self, event):
            pass

    for hook in (Hook(), Hook().__call__, "no hook"):
        with pytest.raises(errors.ConfigurationError, match=f"{name} must be a plain function"):
            both.client(Echo(), **{name: hook})


@pytest.mark.parametrize("missing", ["monotonic", "time", "sleep", "asleep"])
def test_a_clock_without_hands_is_refused(both, missing):
    hands = {"monotonic", "time", "sleep", "asleep"} - {missing}
    clock = type("Clock", (), dict.fromkeys(hands, Still.monotonic))
    with pytest.raises(errors.ConfigurationError, match=f"has no method {missing}"):
        both.client(Echo(), clock=clock())


class Still:
    def monotonic(self):
        return 0.0

    time = monotonic

    def sleep(self, seconds):
        pass

    async def asleep(self, seconds):
        pass


def test_the_log_tells_attempts_and_nothing_personal(both, caplog):
    caplog.set_level(logging.DEBUG)
    answers = iter([httpx.ReadError("reset"), 200])

    def handler(request):
        answer = next(answers)
        if isinstance(answer, Exception):
            raise answer
        return httpx.Response(answer, content=b'{"Id":5}')

    both.ask(handler, GET, settings={"clock": Still(), "max_retries": 1}, query={"queryOptions.query": "Jane Roe"})
    lines = [(record.levelname, record.getMessage()) for record in caplog.records if record.name == REQUESTS]
    assert [level for level, _ in lines] == ["DEBUG", "INFO", "DEBUG", "INFO"]
    assert lines[0][1] == "GET /api/thing/details (things.get, attempt 1)"
    assert lines[1][1].startswith("GET /api/thing/details failed (ReadError: reset) in 0.000 s (things.get, attempt 1,")
    assert "outcome unknown); trying again in" in lines[1][1]
    assert lines[3][1] == "GET /api/thing/details 200 in 0.000 s (things.get, attempt 2)"
    for secret in (KEY, SECRET, "Jane"):
        assert secret not in caplog.text


def test_nothing_is_told_to_those_who_do_not_listen(both, caplog):
    caplog.set_level(logging.WARNING)
    both.ask(Echo(), GET)
    assert not caplog.records


def test_only_our_own_queries_are_masked_in_the_lines_of_httpx(both, caplog):
    caplog.set_level(logging.INFO, "httpx")
    both.ask(Echo(), GET, query={"id": "Jane"})
    with httpx.Client(transport=httpx.MockTransport(Echo())) as other:
        other.get("https://other.example/?id=theirs")
    told = [record.getMessage() for record in caplog.records if record.name == "httpx"]
    assert f"{BASE_URL}/api/thing/details?id=***" in told[0]
    assert "?id=theirs" in told[1]


def test_both_ways_to_bring_connections_at_once_are_refused(both):
    with pytest.raises(errors.ConfigurationError, match="transport"):
        both.client(Echo(), transport=object())
    kind = Things if both.kind == "sync" else AsyncThings
    with pytest.raises(errors.ConfigurationError, match="must have a method send"):
        kind(api_key=KEY, api_secret=SECRET, transport=object())


@pytest.mark.parametrize("value", [0, -1, float("inf"), float("nan"), True, "5"])
def test_a_pool_timeout_is_seconds_above_zero_or_none(value):
    with pytest.raises(errors.ConfigurationError, match="pool_timeout must be a number of seconds above zero"):
        RequestOptions(pool_timeout=value)


def test_the_wait_for_a_connection_has_a_limit_from_the_start_which_a_view_or_a_call_changes():
    client = Things(api_key=KEY, api_secret=SECRET, base_url=BASE_URL)
    assert client.pool_timeout == 60
    assert client.with_options(pool_timeout=None).pool_timeout is None
    assert client.with_options(pool_timeout=2).with_options(timeout=1).pool_timeout == 2
    assert pickle.loads(pickle.dumps(RequestOptions(pool_timeout=3))) == RequestOptions(pool_timeout=3)
    assert repr(RequestOptions(pool_timeout=3)) == "RequestOptions(pool_timeout=3)"


@pytest.mark.parametrize("seconds", [1e9 + 1, 1e300, 10**400])
@pytest.mark.parametrize("name", ["timeout", "deadline"])
def test_a_time_beyond_what_systems_know_is_refused(name, seconds):
    sentence = f"{name} must be at most 1,000,000,000 seconds; None sets no limit."
    for kind in (RequestOptions, partial(Things, api_key="key-4f1d2c", api_secret="secret-9b7e8a")):
        with pytest.raises(ConfigurationError) as caught:
            kind(**{name: seconds})
        assert str(caught.value) == sentence
    assert getattr(RequestOptions(**{name: 10**9}), name) == 10**9


@pytest.mark.parametrize("name", ["first_delay", "max_delay", "max_retry_after"])
def test_a_wait_beyond_what_systems_know_is_refused(name):
    with pytest.raises(ConfigurationError, match=rf"^RetryPolicy: {name} must be at most 1,000,000,000 seconds\.$"):
        RetryPolicy(**{name: 1e300})
