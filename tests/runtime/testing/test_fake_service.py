"""The fake service: what it answers, through clients of both kinds."""

import asyncio
import socket
import ssl
from datetime import UTC, datetime
from decimal import Decimal

import aiohttp
import httpx
import httpx2
import pytest
from sdk._api import MESSAGE_FIELDS
from sdk._names.clients import SDKClient
from sdk.errors import (
    APIConnectionError,
    APIDeadlineError,
    APITimeoutError,
    ConfigurationError,
    DecodeError,
    InternalServerError,
    NotFoundError,
)
from sdk.testing import (
    FakeClock,
    FakeService,
    Reply,
    build,
    build_many,
    build_page,
)
from sdk.transports import TransportError

from tests.runtime.small_api import OPERATIONS, Owner, Rate, Status, Thing, method_of


def get(kind, fake, **settings):
    return kind.run(kind.client(fake, **settings).things.get(3971))


def test_a_model_is_the_answer(kind):
    thing = build(Thing, number="INV-1", total_amount=Decimal("100.10"))
    assert get(kind, FakeService({"things.get": thing})) == thing


@pytest.mark.parametrize(
    ("operation", "answer", "arguments"),
    [
        ("things.get_status", Status.PAID, {"id": 1}),
        ("things.get_status", "Paid", {"id": 1}),
        ("things.can_delete", True, {"id": 1}),
        ("owners.delete", 7, {"id": 1}),
        ("rates.list", build_many(Rate, 2), {}),
        ("rates.list", [], {}),
        ("owners.list", build_many(Owner, 2), {}),
    ],
)
def test_plain_values_are_answers(kind, operation, answer, arguments):
    method = method_of(kind.client(FakeService({operation: answer})), operation)
    assert kind.run(method(**arguments)) == answer


def test_plain_objects_are_answers_in_the_wire_s_names(kind):
    assert get(kind, FakeService({"things.get": {"Id": 7, "Status": "Paid", "New": 1}})).status is Status.PAID


@pytest.mark.parametrize("count", [0, 1, 10, 125])
def test_a_list_is_served_in_the_pages_that_are_asked_for(kind, count):
    fake = FakeService({"things.list": build_many(Thing, count)})
    client = kind.client(fake)
    assert [item.id for item in kind.run(client.things.list())] == list(range(1, count + 1))
    first = client.things.list(page=2, page_size=4).page()
    page = kind.run(first)
    assert ([item.id for item in page], page.total) == (list(range(5, min(count, 8) + 1)), count)


def test_answers_one_after_another_and_the_last_stays(kind):
    fake = FakeService()
    fake.answer("things.get", build(Thing, id=1), build(Thing, id=2))
    assert [get(kind, fake).id for _ in range(4)] == [1, 2, 2, 2]


def test_what_is_retried_waits_on_the_fake_s_clock(kind):
    fake = FakeService()
    fake.answer("things.get", Reply(status=503, headers={"Retry-After": "7"}), TimeoutError(), build(Thing))
    assert get(kind, fake) == build(Thing)
    assert len(fake.calls) == 3
    assert fake.clock.sleeps[0] == 7.0
    assert 0 <= fake.clock.sleeps[1] < 8
    fake.answer("things.get", Reply(status=503))
    with pytest.raises(InternalServerError):
        get(kind, fake, max_retries=0)


def test_a_deadline_passes_on_a_clock_of_one_s_own(kind):
    clock = FakeClock()

    def slow(call):
        clock.advance(5)
        raise TransportError("slow", timed_out=True)

    with pytest.raises(APIDeadlineError):
        get(kind, FakeService({"things.get": slow}), clock=clock, deadline=4)


@pytest.mark.parametrize(
    ("answer", "error", "sent"),
    [
        (TimeoutError(), APITimeoutError, True),
        (TimeoutError, APITimeoutError, True),
        (ConnectionRefusedError(), APIConnectionError, False),
        (ConnectionResetError("reset"), APIConnectionError, True),
        (TransportError("gone", sent=False), APIConnectionError, False),
    ],
)
def test_failures_of_the_connection(kind, answer, error, sent):
    with pytest.raises(error) as caught:
        get(kind, FakeService({"things.get": answer}), max_retries=0)
    assert (type(caught.value), caught.value.sent) == (error, sent)
    assert caught.value.outcome == ("unknown" if sent else "not_sent")


FAILURES = {
    "timeout": (TimeoutError("slow"), APITimeoutError, True),
    "reset": (ConnectionResetError("reset"), APIConnectionError, True),
    "refused": (ConnectionRefusedError(), APIConnectionError, False),
    "broken": (BrokenPipeError(), APIConnectionError, True),
    "no address": (socket.gaierror(-2, "unknown"), APIConnectionError, False),
    "no network": (OSError(101, "Network is unreachable"), APIConnectionError, False),
    "TLS": (ssl.SSLError("bad record"), APIConnectionError, True),
    "ours": (TransportError("gone", sent=False), APIConnectionError, False),
    "httpx connect": (httpx.ConnectError("no route"), APIConnectionError, False),
    "httpx read": (httpx.ReadError("cut"), APIConnectionError, True),
    "httpx timeout": (httpx.ReadTimeout("slow"), APITimeoutError, True),
    "httpx pool": (httpx.PoolTimeout("full"), APITimeoutError, False),
    "httpx protocol": (httpx.RemoteProtocolError("cut"), APIConnectionError, True),
    "httpx2": (httpx2.ConnectTimeout("slow"), APITimeoutError, False),
    "aiohttp cut": (aiohttp.ServerDisconnectedError(), APIConnectionError, True),
    "aiohttp timeout": (aiohttp.ServerTimeoutError("slow"), APITimeoutError, True),
    "aiohttp payload": (aiohttp.ClientPayloadError("half"), APIConnectionError, True),
    "aiohttp connect": (aiohttp.ConnectionTimeoutError("slow"), APITimeoutError, False),
}


@pytest.mark.parametrize(("raised", "error", "sent"), FAILURES.values(), ids=FAILURES)
@pytest.mark.parametrize("how", ["function", "coroutine function", "answer"])
def test_a_failure_of_the_connection_comes_out_as_from_a_transport(kind, how, raised, error, sent):
    def function(call):
        raise raised

    async def coroutine(call):
        raise raised

    if how == "coroutine function" and isinstance(kind.client(FakeService()), SDKClient):
        pytest.skip("only an asynchronous client awaits")
    answer = {"function": function, "coroutine function": coroutine, "answer": raised}[how]
    fake = FakeService({"things.get": answer})
    with pytest.raises(error) as caught:
        get(kind, fake, max_retries=1)
    assert (type(caught.value), caught.value.sent, len(fake.calls)) == (error, sent, 2)
    assert caught.value.__cause__ is None or type(caught.value.__cause__) is TransportError


@pytest.mark.parametrize("answer", [httpx.ReadError, aiohttp.ServerDisconnectedError, TimeoutError])
def test_the_class_of_a_failure_is_an_answer(kind, answer):
    with pytest.raises(APIConnectionError):
        get(kind, FakeService({"things.get": answer}), max_retries=0)


@pytest.mark.parametrize(
    "raised", [ZeroDivisionError(), FileNotFoundError(2, "No such file", "fixture.json"), KeyError("x"), ValueError()]
)
def test_a_mistake_in_a_function_comes_through_as_it_is(kind, raised):
    def function(call):
        raise raised

    with pytest.raises(type(raised)) as caught:
        get(kind, FakeService({"things.get": function}))
    assert caught.value is raised


def test_any_other_exception_comes_through(kind):
    with pytest.raises(ZeroDivisionError):
        get(kind, FakeService({"things.get": ZeroDivisionError()}))


@pytest.mark.parametrize(
    ("reply", "error", "outcome"),
    [
        (Reply(status=404, json={MESSAGE_FIELDS[0]: "no such thing"}), NotFoundError, "refused"),
        (Reply(status=502, body=b"<html>Bad gateway</html>"), InternalServerError, "unknown"),
        (Reply(body=b"<html>"), DecodeError, "unknown"),
        (Reply(json={"Id": "seven"}), DecodeError, "done"),
    ],
)
def test_replies_as_they_come(kind, reply, error, outcome):
    with pytest.raises(error, match=f"outcome {outcome}]"):
        get(kind, FakeService({"things.get": reply}), max_retries=0)


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"status": "404"}, "status must be an integer"),
        ({"body": "Draft"}, "body must be bytes"),
        ({"json": {}, "body": b"{}"}, "give one of them"),
        ({"json": {"Cost": float("nan")}}, "json: .*not a number JSON can carry"),
        ({"json": object()}, "json: .*cannot be written"),
        ({"headers": {"Retry-After": 3.5}}, "header 'Retry-After' must be a text or an integer"),
    ],
)
def test_a_reply_that_cannot_be_sent_is_refused_where_it_is_made(wrong, said):
    with pytest.raises(ConfigurationError, match=said):
        Reply(**wrong)


def test_a_reply_takes_what_people_write():
    reply = Reply(json={"TotalAmount": 100.1, "MadeOn": datetime(2026, 1, 31, tzinfo=UTC)}, headers={"X-Count": 3})
    fake = FakeService({"things.get": reply})
    raw = fake.client().call_raw(OPERATIONS["things.get"], query={"id": 1})
    assert raw.content == b'{"TotalAmount":100.1,"MadeOn":"2026-01-31T00:00:00Z"}'
    assert raw.headers["x-count"] == "3"


def test_a_page_answers_a_list(kind):
    page = build_page(build_many(Thing, 3), total=7)
    fake = FakeService({"things.list": page})
    assert [item.id for item in fake.client().things.list()] == [1, 2, 3]
    assert fake.client().things.list().total() == 7
    with pytest.raises(ConfigurationError, match="not a Owner"):
        fake.answer("things.list", build_page(build_many(Owner, 1)))


def test_the_headers_of_a_reply_are_found_in_any_case():
    fake = FakeService({"things.get": Reply(json={"Id": 7}, headers={"X-Thing": "a"})})
    raw = fake.client().call_raw(OPERATIONS["things.get"], query={"id": 1})
    assert raw.headers["x-thing"] == raw.headers["X-THING"] == raw.headers.get("X-Thing") == "a"
    assert raw.headers["Content-Type"] == "application/json; charset=utf-8"
    assert "X-Thing" in raw.headers
    assert raw.headers.get("x-none") is None


def test_a_function_of_the_call_answers(kind):
    fake = FakeService({"things.get": lambda call: build(Thing, id=int(call.query["id"]))})
    assert get(kind, fake).id == 3971


def test_a_coroutine_function_answers_an_asynchronous_client_only():
    async def answer(call):
        return build(Thing, number=call.operation)

    fake = FakeService({"things.get": answer})
    assert asyncio.run(fake.async_client().things.get(1)).number == "things.get"
    with pytest.raises(TypeError, match="only an asynchronous client"):
        fake.client().things.get(1)


@pytest.mark.parametrize(
    ("operation", "answer", "said"),
    [
        ("things.gett", 1, "There is no operation 'things.gett'; did you mean 'things.get'"),
        ("zzz", 1, "names read like"),
        ("things.get", build(Owner), "things.get answers Thing, not a Owner"),
        ("things.get", 7, "things.get answers Thing, which 7 is not"),
        ("things.get", {"Nothing": 1}, "has none of the fields of Thing"),
        ("things.get", Thing, "not with the class itself"),
        ("things.get", NotFoundError, r"such as Reply\(status=404\)"),
        ("things.list", build_many(Owner, 1), "not a Owner"),
        ("things.list", "text", "answers ThingPage, which 'text' is not"),
        ("things.can_delete", "yes", "answers bool"),
        ("things.get", object(), "cannot be written as JSON"),
    ],
)
def test_what_an_operation_never_answers_is_refused_where_it_is_said(operation, answer, said):
    with pytest.raises(ConfigurationError, match=said):
        FakeService({operation: answer})


def test_an_operation_without_a_result_takes_none_only():
    name = "things.update"
    fake = FakeService({name: None})
    assert fake.client().things.update(1, notes="x") is None
    with pytest.raises(ConfigurationError, match="answers nothing"):
        fake.answer(name, 7)
    with pytest.raises(TypeError, match="say with what"):
        fake.answer(name)
