"""Every kind of result is what it says, without a cast: models, lists, numbers, nothing, pages, raw answers."""

from collections.abc import AsyncIterator, Iterator, Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any, assert_type

from envoice import (
    APIError,
    AsyncEnvoice,
    AsyncPager,
    Envoice,
    ErrorInfo,
    FaultError,
    Invoice,
    InvoiceItem,
    InvoiceStatus,
    InvoiceSummary,
    Page,
    Pager,
    RawResponse,
    RequestOptions,
    Tax,
)
from envoice.pagination import Envelope


def plain(client: Envoice) -> None:
    """What the methods return."""
    assert_type(client.invoices.get(3971), Invoice)
    assert_type(client.invoices.get_status(3971), InvoiceStatus)
    assert_type(client.taxes.list(), list[Tax])
    assert_type(client.invoices.delete(3971), int)
    assert_type(client.clients.can_delete(2185), bool)
    assert_type(client.taxes.with_raw_response.update(1, name="VAT", percentage=Decimal(18)).parse(), None)
    assert_type(client.invoices.list(page=5), Pager[InvoiceSummary])


def fields(invoice: Invoice) -> Decimal:
    """What the service may leave out says so, and a check narrows it."""
    assert_type(invoice.total_amount, Decimal | None)
    assert_type(invoice.issued_on, datetime | None)
    assert_type(invoice.items, list[InvoiceItem] | None)
    for item in invoice.items or ():
        assert_type(item, InvoiceItem)
    if invoice.total_amount is None:
        return Decimal(0)
    return assert_type(invoice.total_amount, Decimal)


def pages(client: Envoice) -> None:
    """Items, pages, one page, the total, and the same with pages fetched ahead."""
    pager = client.invoices.list(page_size=100)
    assert_type(next(iter(pager)), InvoiceSummary)
    assert_type([invoice.number for invoice in pager], list[str | None])
    assert_type(pager.pages(), Iterator[Page[InvoiceSummary]])
    assert_type(pager.total(), int | None)
    assert_type(pager.prefetch(pages=3), Pager[InvoiceSummary])
    page = assert_type(pager.page(), Page[InvoiceSummary])
    assert_type(page.items, list[InvoiceSummary])
    assert_type((page.number, page.next_number, page.total), tuple[int, int | None, int | None])
    assert_type(pager.raw(), RawResponse[Envelope[InvoiceSummary]])


def faults(client: Envoice) -> list[str | None]:
    """Who has no faults raised sees them on the page, with what the service says of them."""
    for page in client.invoices.list(options=RequestOptions(raise_faults=False)).pages():
        assert_type(page.is_faulted, bool)
        assert_type(page.envelope.is_faulted, bool | None)
        if page.is_faulted:
            return [info.user_visible_message for info in page.envelope.error_messages or ()]
    answer = client.orders.with_raw_response.list(options=RequestOptions(raise_faults=False)).parse()
    assert_type(answer.error_messages, Sequence[ErrorInfo] | None)
    try:
        client.invoices.list().page()
    except FaultError as error:
        if (kept := error.page) is not None:
            assert_type((kept.number, kept.total, kept.next_number), tuple[int, int | None, int | None])
            assert_type((kept.is_faulted, kept.content, len(kept)), tuple[bool, bytes, int])
            assert_type(kept.unknown_fields(), dict[str, object])
            return [item.number for item in kept]
    except APIError as error:
        assert_type(error.page_number, int | None)
    return []


async def pages_async(client: AsyncEnvoice) -> None:
    """The same, awaited."""
    pager = assert_type(client.invoices.list().prefetch(), AsyncPager[InvoiceSummary])
    async for invoice in pager:
        assert_type(invoice, InvoiceSummary)
    assert_type([page async for page in pager.pages()], list[Page[InvoiceSummary]])
    assert_type(pager.pages(), AsyncIterator[Page[InvoiceSummary]])
    assert_type(await pager.page(), Page[InvoiceSummary])
    assert_type(await pager.total(), int | None)
    assert_type(await pager.raw(), RawResponse[Envelope[InvoiceSummary]])


def raw(client: Envoice) -> None:
    """An answer as it came knows what it holds."""
    answer = assert_type(client.invoices.with_raw_response.get(3971), RawResponse[Invoice])
    assert_type(answer.parse(), Invoice)
    assert_type((answer.status, answer.content, answer.attempts), tuple[int, bytes, int])
    assert_type(answer.json(), Any)
    assert_type(client.invoices.with_raw_response.delete(3971).parse(), int)
    assert_type(client.taxes.with_raw_response.list().parse(), list[Tax])
    page = client.invoices.with_raw_response.list(page=2).parse()
    assert_type(page.result, Sequence[InvoiceSummary] | None)


async def raw_async(client: AsyncEnvoice) -> None:
    """The same, awaited."""
    answer = await client.invoices.with_raw_response.get(3971)
    assert_type(answer, RawResponse[Invoice])
    assert_type(answer.parse(), Invoice)
    assert_type((await client.clients.with_raw_response.can_delete(2185)).parse(), bool)
    assert_type((await client.invoices.with_raw_response.list()).parse().result, Sequence[InvoiceSummary] | None)


class Billing(Envoice):
    """A client of the caller's own."""


def views(client: Envoice, own: Billing, other: AsyncEnvoice) -> None:
    """A view with other options is of the client's own class; one call takes options too."""
    assert_type(client.with_options(timeout=5, max_retries=0), Envoice)
    assert_type(own.with_options(deadline=None), Billing)
    assert_type(other.with_options(headers={"x-trace": None}), AsyncEnvoice)
    options = RequestOptions(timeout=None, query={"expand": "items"})
    assert_type(client.invoices.get(3971, options=options), Invoice)
    assert_type(client.invoices.with_raw_response.get(3971, options=options), RawResponse[Invoice])
    with own as entered:
        assert_type(entered, Billing)
