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
from envoice import (
    APIConnectionError,
    APIDeadlineError,
    APITimeoutError,
    ConfigurationError,
    DecodeError,
    DownloadError,
    Envoice,
    FaultError,
    InternalServerError,
    Invoice,
    InvoiceStatus,
    InvoiceSummary,
    NotFoundError,
    models,
)
from envoice.testing import (
    FakeClock,
    FakeService,
    Reply,
    build,
    build_many,
    build_page,
)
from envoice.testing._catalogue import operations
from envoice.transports import TransportError

from tests.envoice.testing.surface import method_of, required


def get(kind, fake, **settings):
    return kind.run(kind.client(fake, **settings).invoices.get(3971))


@pytest.mark.parametrize("name", sorted(operations()))
def test_every_operation_answers_with_nothing_set_up(kind, name):
    fake = FakeService()
    method = method_of(kind.client(fake), name)
    answer = kind.run(method(**required(method)))
    assert (answer is None) == (operations()[name].result is None)
    if isinstance(answer, list):
        assert answer
    assert fake.calls[0].operation == name


def test_a_model_is_the_answer(kind):
    invoice = build(Invoice, number="INV-1", total_amount=Decimal("100.10"))
    assert get(kind, FakeService({"invoices.get": invoice})) == invoice


@pytest.mark.parametrize(
    ("operation", "answer", "arguments"),
    [
        ("invoices.get_status", InvoiceStatus.PAID, {"id": 1}),
        ("invoices.get_status", "Paid", {"id": 1}),
        ("clients.can_delete", True, {"id": 1}),
        ("clients.delete", 7, {"id": 1}),
        ("taxes.list", build_many(models.Tax, 2), {}),
        ("taxes.list", [], {}),
        ("clients.list", build_many(models.Client, 2), {}),
    ],
)
def test_plain_values_are_answers(kind, operation, answer, arguments):
    method = method_of(kind.client(FakeService({operation: answer})), operation)
    assert kind.run(method(**arguments)) == answer


def test_plain_objects_are_answers_in_the_wire_s_names(kind):
    assert get(kind, FakeService({"invoices.get": {"Id": 7, "Status": 0, "New": 1}})).status is InvoiceStatus.DRAFT


@pytest.mark.parametrize("count", [0, 1, 10, 25])
def test_a_list_is_served_in_the_pages_that_are_asked_for(kind, count):
    fake = FakeService({"invoices.list": build_many(InvoiceSummary, count)})
    client = kind.client(fake)
    assert [item.id for item in kind.run(client.invoices.list())] == list(range(1, count + 1))
    first = client.invoices.list(page=2, page_size=4).page()
    page = kind.run(first)
    assert ([item.id for item in page], page.total) == (list(range(5, min(count, 8) + 1)), count)


def test_answers_one_after_another_and_the_last_stays(kind):
    fake = FakeService()
    fake.answer("invoices.get", build(Invoice, id=1), build(Invoice, id=2))
    assert [get(kind, fake).id for _ in range(4)] == [1, 2, 2, 2]


def test_what_is_retried_waits_on_the_fake_s_clock(kind):
    fake = FakeService()
    fake.answer("invoices.get", Reply(status=503, headers={"Retry-After": "7"}), TimeoutError(), build(Invoice))
    assert get(kind, fake) == build(Invoice)
    assert len(fake.calls) == 3
    assert fake.clock.sleeps[0] == 7.0
    assert 0 <= fake.clock.sleeps[1] < 8
    fake.answer("invoices.get", Reply(status=503))
    with pytest.raises(InternalServerError):
        get(kind, fake, max_retries=0)


def test_a_deadline_passes_on_a_clock_of_one_s_own(kind):
    clock = FakeClock()

    def slow(call):
        clock.advance(5)
        raise TransportError("slow", timed_out=True)

    with pytest.raises(APIDeadlineError):
        get(kind, FakeService({"invoices.get": slow}), clock=clock, deadline=4)


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
        get(kind, FakeService({"invoices.get": answer}), max_retries=0)
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

    if how == "coroutine function" and isinstance(kind.client(FakeService()), Envoice):
        pytest.skip("only an asynchronous client awaits")
    answer = {"function": function, "coroutine function": coroutine, "answer": raised}[how]
    fake = FakeService({"invoices.get": answer})
    with pytest.raises(error) as caught:
        get(kind, fake, max_retries=1)
    assert (type(caught.value), caught.value.sent, len(fake.calls)) == (error, sent, 2)
    assert caught.value.__cause__ is None or type(caught.value.__cause__) is TransportError


@pytest.mark.parametrize("answer", [httpx.ReadError, aiohttp.ServerDisconnectedError, TimeoutError])
def test_the_class_of_a_failure_is_an_answer(kind, answer):
    with pytest.raises(APIConnectionError):
        get(kind, FakeService({"invoices.get": answer}), max_retries=0)


@pytest.mark.parametrize(
    "raised", [ZeroDivisionError(), FileNotFoundError(2, "No such file", "fixture.json"), KeyError("x"), ValueError()]
)
def test_a_mistake_in_a_function_comes_through_as_it_is(kind, raised):
    def function(call):
        raise raised

    with pytest.raises(type(raised)) as caught:
        get(kind, FakeService({"invoices.get": function}))
    assert caught.value is raised


def test_any_other_exception_comes_through(kind):
    with pytest.raises(ZeroDivisionError):
        get(kind, FakeService({"invoices.get": ZeroDivisionError()}))


@pytest.mark.parametrize(
    ("reply", "error", "outcome"),
    [
        (Reply(status=404, json={"Message": "no such invoice"}), NotFoundError, "refused"),
        (Reply(status=502, body=b"<html>Bad gateway</html>"), InternalServerError, "unknown"),
        (Reply(body=b"<html>"), DecodeError, "unknown"),
        (Reply(json={"Id": "seven"}), DecodeError, "done"),
        (Reply(json={"IsFaulted": True, "ErrorMessages": [{"FaultMessage": "no"}]}), FaultError, "unknown"),
    ],
)
def test_replies_as_they_come(kind, reply, error, outcome):
    with pytest.raises(error, match=f"outcome {outcome}]"):
        get(kind, FakeService({"invoices.get": reply}), max_retries=0)


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
    reply = Reply(json={"TotalAmount": 100.1, "IssuedOn": datetime(2026, 1, 31, tzinfo=UTC)}, headers={"X-Count": 3})
    fake = FakeService({"invoices.get": reply})
    raw = fake.client().invoices.with_raw_response.get(1)
    assert raw.content == b'{"TotalAmount":100.1,"IssuedOn":"2026-01-31T00:00:00Z"}'
    assert raw.headers["x-count"] == "3"


def test_a_page_answers_a_list(kind):
    page = build_page(build_many(models.InvoiceSummary, 3), total=7)
    fake = FakeService({"invoices.list": page})
    assert [item.id for item in fake.client().invoices.list()] == [1, 2, 3]
    assert fake.client().invoices.list().total() == 7
    with pytest.raises(ConfigurationError, match="not a Client"):
        fake.answer("invoices.list", build_page(build_many(models.Client, 1)))


@pytest.mark.parametrize("pdf", [None, b"%PDF-1.7 mine %%EOF"])
def test_the_file_behind_a_link_is_ready(tmp_path, pdf):
    fake = FakeService()
    fake.pdf = pdf or fake.pdf
    path = fake.client().invoices.download_pdf(7, tmp_path / "a.pdf", signed_version=True)
    again = asyncio.run(fake.async_client().invoices.download_pdf(7, tmp_path / "b.pdf"))
    assert path.read_bytes() == again.read_bytes() == fake.pdf
    fake.assert_called("invoices.get_pdf_link", times=1, query={"id": 7, "signedVersion": True})
    fake.pdf = b"<html>"
    with pytest.raises(DownloadError, match="does not start with %PDF-"):
        fake.client().invoices.download_pdf(7, path)
    assert path.read_bytes() == again.read_bytes()


def test_the_headers_of_a_reply_are_found_in_any_case():
    fake = FakeService({"invoices.get": Reply(json={"Id": 7}, headers={"X-Thing": "a"})})
    raw = fake.client().invoices.with_raw_response.get(1)
    assert raw.headers["x-thing"] == raw.headers["X-THING"] == raw.headers.get("X-Thing") == "a"
    assert raw.headers["Content-Type"] == "application/json; charset=utf-8"
    assert "X-Thing" in raw.headers
    assert raw.headers.get("x-none") is None


def test_a_function_of_the_call_answers(kind):
    fake = FakeService({"invoices.get": lambda call: build(Invoice, id=int(call.query["id"]))})
    assert get(kind, fake).id == 3971


def test_a_coroutine_function_answers_an_asynchronous_client_only():
    async def answer(call):
        return build(Invoice, number=call.operation)

    fake = FakeService({"invoices.get": answer})
    assert asyncio.run(fake.async_client().invoices.get(1)).number == "invoices.get"
    with pytest.raises(TypeError, match="only an asynchronous client"):
        fake.client().invoices.get(1)


@pytest.mark.parametrize(
    ("operation", "answer", "said"),
    [
        ("invoices.gett", 1, "There is no operation 'invoices.gett'; did you mean 'invoices.get'"),
        ("zzz", 1, "names read like"),
        ("invoices.get", build(models.Client), "invoices.get answers Invoice, not a Client"),
        ("invoices.get", 7, "invoices.get answers Invoice, which 7 is not"),
        ("invoices.get", {"Nothing": 1}, "has none of the fields of Invoice"),
        ("invoices.get", Invoice, "not with the class itself"),
        ("invoices.get", NotFoundError, r"such as Reply\(status=404\)"),
        ("invoices.list", build_many(models.Client, 1), "not a Client"),
        ("invoices.list", "text", "answers InvoicePage, which 'text' is not"),
        ("clients.can_delete", "yes", "answers bool"),
        ("invoices.get", object(), "cannot be written as JSON"),
    ],
)
def test_what_an_operation_never_answers_is_refused_where_it_is_said(operation, answer, said):
    with pytest.raises(ConfigurationError, match=said):
        FakeService({operation: answer})


def test_an_operation_without_a_result_takes_none_only():
    name = next(name for name, one in operations().items() if one.result is None)
    fake = FakeService({name: None})
    method = method_of(fake.client(), name)
    assert method(**required(method)) is None
    with pytest.raises(ConfigurationError, match="answers nothing"):
        fake.answer(name, 7)
    with pytest.raises(TypeError, match="say with what"):
        fake.answer(name)
