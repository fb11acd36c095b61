"""The fake service: what it notes and asserts, when it refuses, and whom it serves."""

import asyncio
import threading
from datetime import UTC, datetime
from decimal import Decimal
from unittest.mock import ANY

import pytest
from envoice import (
    AsyncEnvoice,
    ConfigurationError,
    Envoice,
    EnvoiceError,
    Invoice,
    InvoiceCreate,
    InvoiceItemCreate,
    InvoiceStatus,
    InvoiceSummary,
    models,
)
from envoice.errors import DownloadError
from envoice.testing import (
    AsyncFakeTransport,
    FakeClock,
    FakeService,
    FakeTransport,
    UnexpectedCallError,
    build,
    build_many,
)
from msgspec import UNSET


def get(kind, fake, **settings):
    return kind.run(kind.client(fake, **settings).invoices.get(3971))


def test_calls_are_noted_without_the_credentials(kind):
    fake = FakeService()
    client = kind.client(fake, api_key="the-key", api_secret="the-secret")
    items = [InvoiceItemCreate(work_type_id=1, cost=Decimal("100.10"), quantity=2)]
    kind.run(client.invoices.create(client_id=2185, currency_id=163, number="INV-1", notes=None, items=items))
    (call,) = fake.calls_to("invoices.create")
    assert (call.method, call.path, call.query) == ("POST", "/api/invoice/new", {})
    assert call.body["Items"][0]["Cost"] == Decimal("100.10")
    body = call.body_as(models.InvoiceCreate)
    assert (body.client_id, body.notes, body.terms) == (2185, None, UNSET)
    assert "the-key" not in repr(call) + str(call.headers)
    assert "the-secret" not in repr(call) + str(call.headers)
    assert call.headers["accept"] == "application/json"


def test_assertions_on_calls(kind):
    fake = FakeService()
    client = kind.client(fake)
    fake.assert_not_called()
    kind.run(client.invoices.get(3971))
    kind.run(client.invoices.get(3972))
    kind.run(client.invoices.change_status(3971, status=InvoiceStatus.PAID))
    assert fake.assert_called("invoices.get", times=1, query={"id": 3972}).query == {"id": "3972"}
    fake.assert_called("invoices.get", times=2)
    fake.assert_called("invoices.change_status", body={"Status": "Paid"})
    fake.assert_not_called("invoices.delete")
    for wrong in (
        lambda: fake.assert_called("invoices.get", times=1),
        lambda: fake.assert_called("invoices.get", query={"id": 1}),
        lambda: fake.assert_called("invoices.change_status", body={"Status": "Draft"}),
        lambda: fake.assert_called("invoices.delete"),
        lambda: fake.assert_not_called("invoices.get"),
        fake.assert_not_called,
    ):
        with pytest.raises(AssertionError, match=r"the calls were:\n  1\. Call\(operation='invoices\.get'"):
            wrong()
    with pytest.raises(ConfigurationError, match="times must be an integer from 1"):
        fake.assert_called("invoices.get", times=0)
    fake.reset()
    fake.assert_not_called()


def test_a_body_is_compared_with_what_people_write():
    fake = FakeService()
    item = InvoiceItemCreate(work_type_id=1, description="Work", cost=Decimal("100.10"), quantity=2)
    when = datetime(2026, 1, 31, tzinfo=UTC)
    fake.client().invoices.create(
        client_id=2185, currency_id=163, number="INV-1", issued_on=when, status=InvoiceStatus.DRAFT, items=[item]
    )
    for body in (
        {"IssuedOn": when, "Status": InvoiceStatus.DRAFT, "Number": ANY},
        {"Items": [{"WorkTypeId": 1, "Description": "Work", "Cost": 100.1, "Quantity": 2}]},
        {"Items": [item]},
        InvoiceCreate(client_id=2185, currency_id=163, number="INV-1", items=[item]),
    ):
        fake.assert_called("invoices.create", times=1, body=body)
    shown = r'1\. Call\(.*\) with \{.*"IssuedOn":"2026-01-31T00:00:00Z",.*"Number":"INV-1"'
    with pytest.raises(AssertionError, match=shown):
        fake.assert_called("invoices.create", body={"Number": "INV-2"})


def test_names_as_python_has_them_are_answered_with_those_of_the_wire():
    fake = FakeService()
    client = fake.client()
    item = InvoiceItemCreate(work_type_id=1, description="Work", cost=Decimal("100.10"), quantity=2)
    when = datetime(2026, 1, 31, tzinfo=UTC)
    client.invoices.create(client_id=1, currency_id=1, number="INV-1", issued_on=when, items=[item])
    client.invoices.list(page_size=5).page()
    for body, hint in (
        ({"issued_on": when}, r"'IssuedOn' for 'issued_on'; the calls were"),
        ({"number": "INV-1", "Items": [{"discount_percentage": 1}]}, "'Number' for 'number', 'Discount"),
        ({"number": "INV-1", "Notes": None}, r"'Number' for 'number'; the"),
        ({"po_number": "1"}, r"'PoNumber' for 'po_number'; the"),
    ):
        with pytest.raises(AssertionError, match=rf"query= and body= take the wire's names: {hint}"):
            fake.assert_called("invoices.create", body=body)
    with pytest.raises(AssertionError, match=r"names: 'queryOptions\.pageSize' for 'page_size'; the calls"):
        fake.assert_called("invoices.list", query={"page_size": 5})
    for right in ({"Number": "INV-2"}, {"Unheard": 1}):
        with pytest.raises(AssertionError) as failed:
            fake.assert_called("invoices.create", body=right)
        assert "wire's names" not in str(failed.value)
    fake.assert_called("invoices.create", body={"IssuedOn": when})


def test_calls_with_a_body_that_is_no_object_and_a_query_of_more_than_text(kind):
    fake = FakeService()
    client = kind.client(fake).with_options(query={"all": True, "tag": ["a", "b"]})
    kind.run(client.estimations.convert(7))
    assert fake.assert_called("estimations.convert", body=7).body == 7
    fake.assert_called("estimations.convert", query={"all": True, "tag": ("a", "b")})
    with pytest.raises(AssertionError, match="with body=8 was to be called at least once"):
        fake.assert_called("estimations.convert", body=8)
    assert repr(fake) == "<FakeService, 1 calls>"


def test_a_strict_fake_refuses_what_nothing_was_said_of(kind):
    fake = FakeService({"invoices.get": build(Invoice)}, strict=True)
    get(kind, fake)
    with pytest.raises(
        UnexpectedCallError, match=r"taxes\.list was called.*add answer\('taxes\.list', \.\.\.\)"
    ) as refused:
        kind.run(kind.client(fake).taxes.list())
    assert not isinstance(refused.value, EnvoiceError)


def test_transports_for_clients_made_elsewhere():
    transport = FakeTransport({"invoices.get": build(Invoice, number="A")})
    with Envoice(api_key="k", api_secret="s", transport=transport) as client:
        assert client.invoices.get(1).number == "A"
    transport.service.assert_called("invoices.get")

    async def read():
        shared = AsyncFakeTransport(transport.service)
        async with AsyncEnvoice(api_key="k", api_secret="s", transport=shared) as client:
            return await client.invoices.get(1)

    assert asyncio.run(read()).number == "A"
    assert len(transport.service.calls) == 2


def test_one_fake_serves_many_threads():
    fake = FakeService({"invoices.list": build_many(InvoiceSummary, 60)})
    client = fake.client()
    found = []
    threads = [
        threading.Thread(target=lambda: found.append([i.id for i in client.invoices.list().prefetch(3)]))
        for _ in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [list(range(1, 61))] * 8


def test_a_download_fails_where_there_is_no_link(tmp_path):
    fake = FakeService({"invoices.get_pdf_link": build(models.InvoiceLink, link=None)})
    with pytest.raises(DownloadError):
        fake.client().invoices.download_pdf(1, tmp_path / "a.pdf")


def test_a_clock_that_never_waits():
    clock = FakeClock(time=1000.0)
    clock.sleep(2.5)
    asyncio.run(clock.asleep(1))
    clock.advance(0.5)
    assert (clock.monotonic(), clock.time(), clock.sleeps) == (4.0, 1004.0, [2.5, 1])
    for wrong in (-1, float("nan")):
        with pytest.raises(ValueError, match="zero seconds or more"):
            clock.advance(wrong)
