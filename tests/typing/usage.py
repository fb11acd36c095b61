"""A program on the public surface, sync and async, as a user would type it. Type checkers read it; nobody runs it."""

from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any, assert_type

from envoice import (
    UNSET,
    APIStatusError,
    AsyncEnvoice,
    AsyncPager,
    Client,
    Country,
    Credentials,
    Currency,
    Envoice,
    EnvoiceError,
    FaultError,
    Invoice,
    InvoiceItemCreate,
    InvoiceLink,
    InvoiceStatus,
    InvoiceSummary,
    InvoiceUpdate,
    NotFoundError,
    OpenEnum,
    Order,
    OrderSummary,
    Page,
    Pager,
    Product,
    ProductSummary,
    RateLimitError,
    Scheme,
    Tax,
    Webhooks,
    WebhookSignatureError,
    to_rows,
)
from envoice.webhooks import WebhookEvent


def rotated() -> Credentials:
    """A provider of credentials, called again after a 401."""
    return Credentials(api_key="key", api_secret="secret")


async def rotated_elsewhere() -> Credentials:
    """The same for an asynchronous client."""
    return rotated()


def quickstart() -> None:
    """The vendor's quickstart, and what usually follows."""
    with Envoice(api_key="key", api_secret="secret", base_url="https://www.envoice.in", timeout=5.0) as client:
        assert_type(client, Envoice)
        work_type = assert_type(client.work_types.create(title="Software development"), int)
        countries = assert_type(client.countries.list(), list[Country])
        currencies = assert_type(client.currencies.list(), list[Currency])
        client_id = assert_type(
            client.clients.create(
                name="Acme Ltd",
                email="billing@acme.test",
                client_country_id=countries[0].id,
                client_currency_id=currencies[0].id or 0,
                ui_language_id=1,
            ),
            int,
        )
        assert_type(client.clients.get(client_id), Client)
        invoice = client.invoices.create(
            client_id=client_id,
            number="INV-0001",
            issued_on=datetime(2026, 1, 31, tzinfo=UTC),
            due_date=datetime(2026, 2, 14, tzinfo=UTC),
            status=InvoiceStatus.DRAFT,
            currency_id=currencies[0].id or 0,
            notes=None,
            items=[InvoiceItemCreate(work_type_id=work_type, cost=Decimal("100.10"), quantity=1)],
        )
        assert_type(invoice, Invoice)
        assert_type(invoice.id, int)
        assert_type(invoice.status, InvoiceStatus | None)
        assert_type(invoice.total_amount, Decimal | None)
        assert_type(invoice.due_date, datetime | None)
        client.invoices.update(invoice.id, number="INV-0002", notes=UNSET)
        assert_type(client.invoices.send_to_client(invoice.id, message="Your invoice"), int)
        assert_type(client.invoices.get_status(invoice.id), InvoiceStatus)
        assert_type(client.invoices.get_link(invoice.id), InvoiceLink)
        assert_type(invoice.replace(number="INV-0003"), Invoice)
        assert_type(to_rows([invoice]), list[dict[str, Any]])
    Envoice(credentials=rotated).close()


def lists(client: Envoice) -> list[str]:
    """Every page, one page, page by page."""
    pager = assert_type(client.invoices.list(page_size=100), Pager[InvoiceSummary])
    numbers = [invoice.number or "" for invoice in pager]
    first = assert_type(pager.page(), Page[InvoiceSummary])
    assert_type(first.items, list[InvoiceSummary])
    assert_type(first.total, int | None)
    assert_type(first.next_number, int | None)
    assert_type(pager.total(), int | None)
    assert_type(pager.prefetch(pages=2), Pager[InvoiceSummary])
    assert_type(pager.pages(), Iterator[Page[InvoiceSummary]])
    return numbers


def other_resources(client: Envoice) -> None:
    """Lists without pages, answers that are a number, a boolean or nothing, and a value that is cleared."""
    assert_type(client.taxes.list(), list[Tax])
    assert_type(client.products.list(page=1), Pager[ProductSummary])
    assert_type(client.products.get(7), Product)
    assert_type(client.orders.list(), Pager[OrderSummary])
    assert_type(client.orders.get(7), Order)
    assert_type(client.clients.can_delete(2185), bool)
    assert_type(client.clients.delete(2185), int)
    assert_type(client.invoices.change_status(3971, status=InvoiceStatus.PAID), bool)
    client.clients.update(2185, name="Acme Ltd", phone_number=None)
    assert_type(InvoiceUpdate(id=3971, notes=None), InvoiceUpdate)


def failures(client: Envoice) -> str:
    """One tree of errors, whose attributes are plain values."""
    try:
        client.invoices.get(3971)
    except NotFoundError as error:
        return f"{assert_type(error.status, int)}: {error}"
    except RateLimitError as error:
        return assert_type(error.request_id, str | None) or "again, later"
    except APIStatusError as error:
        return repr(assert_type(error.body, bytes))
    except FaultError as error:
        return str(error.page)
    except EnvoiceError as error:
        return str(error)
    return "found"


def status_text(status: InvoiceStatus) -> str:
    """An open enum is its text on the wire, also for a value that this package does not know."""
    if status is InvoiceStatus.PAID:
        return "paid"
    open_enum: OpenEnum = status
    known = assert_type(open_enum.is_known, bool)
    text: str = status.value
    return text if known else f"new: {status}"


def webhook(body: bytes) -> int | None:
    """A delivery, verified before it is decoded."""
    scheme = Scheme(digest="hmac-sha256", material="secret", signed=("timestamp", "activity"), encoding="hex")
    try:
        delivery = Webhooks(secret="secret", scheme=scheme).unwrap(body)
    except WebhookSignatureError:
        return None
    assert_type(delivery, WebhookEvent)
    return delivery.activity.invoice_id


async def quickstart_async() -> None:
    """The same with the asynchronous client."""
    async with AsyncEnvoice(credentials=rotated_elsewhere) as client:
        assert_type(client, AsyncEnvoice)
        assert_type(await client.work_types.create(title="Software development"), int)
        assert_type(await client.countries.list(), list[Country])
        invoice = assert_type(await client.invoices.get(3971), Invoice)
        assert_type(await client.invoices.get_status(3971), InvoiceStatus)
        await client.invoices.update(3971, number=invoice.number)
        pager = assert_type(client.invoices.list(page=2, page_size=100), AsyncPager[InvoiceSummary])
        async for summary in pager:
            assert_type(summary, InvoiceSummary)
        assert_type(pager.pages(), AsyncIterator[Page[InvoiceSummary]])
        assert_type(await pager.page(), Page[InvoiceSummary])
    await AsyncEnvoice().aclose()
