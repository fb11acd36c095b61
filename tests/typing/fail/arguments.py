"""Arguments that both checkers must refuse. Nobody runs it."""

from datetime import UTC, datetime
from decimal import Decimal

from envoice import (
    AsyncEnvoice,
    Credentials,
    Envoice,
    InvoiceItemCreate,
    InvoiceStatus,
    OrderStatus,
    ProductItem,
    RequestOptions,
    RetryPolicy,
)
from envoice.testing import AsyncFakeTransport, FakeTransport


def of_methods(client: Envoice) -> None:
    """Keywords, types, what is required, and whose enum it is."""
    client.invoices.get(ident=3971)  # error: no-such-argument
    client.invoices.get()  # error: no-such-argument
    client.invoices.get(3971, 3972)  # error: no-such-argument
    client.invoices.get("3971")  # error: wrong-type
    client.invoices.get(None)  # error: wrong-type
    client.invoices.change_status(3971)  # error: no-such-argument
    client.invoices.change_status(3971, InvoiceStatus.PAID)  # error: no-such-argument
    client.invoices.change_status(3971, status="Paid")  # error: wrong-type
    client.invoices.change_status(3971, status=OrderStatus.SHIPPED)  # error: wrong-type
    items = [InvoiceItemCreate(work_type_id=1, cost=1, quantity=1)]
    client.invoices.create()  # error: no-such-argument
    client.invoices.create(client_id=1, items=items)  # error: no-such-argument
    client.invoices.create(client_id=1, currency_id=2, items=items, nummer="INV-1")  # error: no-such-argument
    client.invoices.create(client_id=1, currency_id=2, items=items, number=1)  # error: wrong-type
    client.invoices.create(client_id=1, currency_id=2, items=items, issued_on="2026-01-31")  # error: wrong-type
    client.invoices.create(client_id=1, currency_id=2, items=[{"cost": 1}])  # error: wrong-type
    client.invoices.create(client_id=1, currency_id=2, items=items[0])  # error: wrong-type
    client.invoices.create(client_id=1, currency_id=2, items=None)  # error: wrong-type
    client.invoices.list(page="2")  # error: wrong-type
    client.invoices.list(page_sise=100)  # error: no-such-argument
    client.invoices.list().prefetch(pages="2")  # error: wrong-type
    client.invoices.search()  # error: no-such-attribute
    client.invoice.get(3971)  # error: no-such-attribute


def of_money() -> None:
    """A float is no exact amount."""
    InvoiceItemCreate(work_type_id=1, cost=100)  # error: no-such-argument
    InvoiceItemCreate(work_type_id=1, cost=100.10, quantity=1)  # error: wrong-type
    InvoiceItemCreate(work_type_id=1, cost="100.10", quantity=1)  # error: wrong-type
    InvoiceItemCreate(work_type_id=1, cost=Decimal("100.10"), quantity="1")  # error: wrong-type
    ProductItem(cost=100.10)  # error: wrong-type
    ProductItem(cost="100")  # error: wrong-type
    ProductItem(tax_id="3")  # error: wrong-type
    ProductItem(price=1)  # error: no-such-argument


def of_options(client: Envoice) -> None:
    """Views and options of one call."""
    client.with_options(timout=5)  # error: no-such-argument
    client.with_options(timeout="5")  # error: wrong-type
    client.with_options(max_retries=None)  # error: wrong-type
    client.invoices.get(3971, options={"timeout": 5})  # error: wrong-type
    client.invoices.get(3971, timeout=5)  # error: no-such-argument
    client.invoices.with_raw_response.get("3971")  # error: wrong-type
    client.invoices.with_raw_response.get()  # error: no-such-argument
    client.invoices.with_raw_response.list(page=datetime.now(UTC))  # error: wrong-type
    RequestOptions(5)  # error: no-such-argument
    RequestOptions(deadline=datetime.now(UTC))  # error: wrong-type
    RetryPolicy(first_delay="1")  # error: wrong-type


def of_clients() -> None:
    """What a client is made with."""
    Envoice("key", "secret")  # error: no-such-argument
    Envoice(key="key")  # error: no-such-argument
    Envoice(credentials=("key", "secret"))  # error: wrong-type
    Credentials(api_key="key")  # error: no-such-argument
    Envoice(transport=AsyncFakeTransport())  # error: wrong-type
    AsyncEnvoice(transport=FakeTransport())  # error: wrong-type
