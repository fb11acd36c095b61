"""Results used as what they are not: both checkers must refuse it. Nobody runs it."""

from decimal import Decimal

from envoice import Client, Envoice, Invoice, InvoiceStatus, InvoiceSummary, Page, ProductItem, RawResponse, Tax
from envoice.testing import build, build_many


def of_models(invoice: Invoice) -> None:
    """Models are immutable, and what may be missing must be looked at first."""
    invoice.number = "INV-2"  # error: read-only
    print(invoice.numbr)  # error: no-such-attribute
    print(invoice.cloned_from_id + 1)  # error: may-be-missing
    print(invoice.notes.upper())  # error: attribute-of-none
    total: Decimal = invoice.total_amount  # error: wrong-value
    print((invoice.total_amount or total or Decimal(0)) * 1.21)  # error: no-such-operation
    Invoice(numbr="INV-1")  # error: no-such-argument
    Invoice("INV-1")  # error: no-such-argument


def of_models_that_are_sent_too(item: ProductItem) -> None:
    """The same holds for them."""
    item.tax_id = 3  # error: read-only
    item.cost = None  # error: read-only
    print(item.numbr)  # error: no-such-attribute
    print(item.id + 1)  # error: may-be-missing
    total: Decimal = item.cost  # error: wrong-value
    print(total)


def of_calls(client: Envoice, page: Page[InvoiceSummary]) -> None:
    """Every kind of result."""
    other: Client = client.invoices.get(3971)  # error: wrong-value
    text: str = client.clients.can_delete(2185)  # error: wrong-value
    taxes: list[Client] = client.taxes.list()  # error: wrong-value
    status: int = client.invoices.get_status(3971)  # error: wrong-value
    summaries: list[Invoice] = list(client.invoices.list())  # error: wrong-items
    raw: RawResponse[Client] = client.invoices.with_raw_response.get(3971)  # error: wrong-value
    tax: Tax = client.invoices.with_raw_response.get(3971).parse()  # error: wrong-value
    page.number = 2  # error: read-only
    len(client.invoices.list())  # error: wrong-type
    client.invoices.list()[0]  # error: not-indexable
    print(other, text, taxes, status, summaries, raw, tax)


def of_enums(status: InvoiceStatus) -> None:
    """Members are those of the enum, and fixed."""
    print(InvoiceStatus.PAYED)  # error: no-such-attribute
    InvoiceStatus.from_ordinal("0")  # error: wrong-type
    print(status.ordinal + 1)  # error: may-be-missing


def of_factories() -> None:
    """What is built has the class that was asked for."""
    client: Client = build(Invoice)  # error: wrong-value
    build("Invoice")  # error: wrong-type
    build(int)  # error: not-a-model
    clients: list[Client] = build_many(Invoice, 2)  # error: wrong-items
    print(client, clients)
