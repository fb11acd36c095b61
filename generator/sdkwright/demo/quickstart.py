"""The quickstart itself, once with `Envoice` and once with `AsyncEnvoice`: the same calls, told in the same words."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from decimal import Decimal
from typing import Final, TypeVar

import attrs
from envoice import AsyncEnvoice, Envoice
from envoice.models import Country, Currency, Invoice, InvoiceItemCreate, InvoiceStatus, InvoiceSummary

from sdkwright.errors import GeneratorError

Tell = Callable[[str, str], None]
"""Called after each step: what it was about, and what came of it."""

_Coded = TypeVar("_Coded", Country, Currency)

_WORK_TYPE: Final = "Software development"
_CLIENT: Final = "Bob Smith"
_EMAIL: Final = "bob.smith@example.com"
_NUMBER: Final = "INV-0001"
_ISSUED: Final = datetime(2026, 2, 6, 11, 43, 30, tzinfo=UTC)
_DUE: Final = datetime(2026, 2, 20, 11, 43, 30, tzinfo=UTC)
_ITEMS: Final = ((Decimal("100.10"), Decimal(2)), (Decimal("49.90"), Decimal("1.5")))
# The stubs ask for the two headers and accept any value.
_KEY, _SECRET = "demo-key", "demo-secret"
_ENGLISH: Final = 1


def play(base_url: str, tell: Tell) -> None:
    """Play it with the sync client.

    Args:
        base_url: Where the stub server listens.
        tell: Told each step.

    Raises:
        EnvoiceError: A call failed.
        GeneratorError: An answer lacks what the next call needs.
    """
    words = _Words(tell)
    with Envoice(api_key=_KEY, api_secret=_SECRET, base_url=base_url) as envoice:
        work_type = words.work_type(envoice.work_types.create(title=_WORK_TYPE))
        country = words.countries(envoice.countries.list())
        currency = words.currencies(envoice.currencies.list())
        client = words.client(
            envoice.clients.create(
                name=_CLIENT,
                email=_EMAIL,
                client_country_id=country,
                client_currency_id=currency,
                ui_language_id=_ENGLISH,
            )
        )
        invoice = words.invoice(
            envoice.invoices.create(
                client_id=client,
                number=_NUMBER,
                issued_on=_ISSUED,
                due_date=_DUE,
                status=InvoiceStatus.DRAFT,
                currency_id=currency,
                items=_items(work_type),
            )
        )
        words.sent(envoice.invoices.send_to_client(invoice, subject=_NUMBER, message="Thank you.", attach_pdf=True))
        words.status(envoice.invoices.get_status(invoice))
        words.invoices(list(envoice.invoices.list(page_size=10)))


async def play_async(base_url: str, tell: Tell) -> None:
    """Play it with the async client; see `play`."""
    words = _Words(tell)
    async with AsyncEnvoice(api_key=_KEY, api_secret=_SECRET, base_url=base_url) as envoice:
        work_type = words.work_type(await envoice.work_types.create(title=_WORK_TYPE))
        country = words.countries(await envoice.countries.list())
        currency = words.currencies(await envoice.currencies.list())
        client = words.client(
            await envoice.clients.create(
                name=_CLIENT,
                email=_EMAIL,
                client_country_id=country,
                client_currency_id=currency,
                ui_language_id=_ENGLISH,
            )
        )
        invoice = words.invoice(
            await envoice.invoices.create(
                client_id=client,
                number=_NUMBER,
                issued_on=_ISSUED,
                due_date=_DUE,
                status=InvoiceStatus.DRAFT,
                currency_id=currency,
                items=_items(work_type),
            )
        )
        words.sent(
            await envoice.invoices.send_to_client(invoice, subject=_NUMBER, message="Thank you.", attach_pdf=True)
        )
        words.status(await envoice.invoices.get_status(invoice))
        words.invoices([invoice async for invoice in envoice.invoices.list(page_size=10)])


@attrs.frozen
class _Words:
    """What is said after each step; each method hands on what the next steps need."""

    tell: Tell

    def work_type(self, id: int) -> int:
        self.tell("Work type", f'"{_WORK_TYPE}" created, id {id}')
        return id

    def countries(self, countries: Sequence[Country]) -> int:
        country = _coded("GB", countries)
        self.tell("Countries", f"{len(countries)} listed; {country.name} is id {country.id}")
        return _known(country.id, "countries.list")

    def currencies(self, currencies: Sequence[Currency]) -> int:
        currency = _coded("EUR", currencies)
        self.tell(
            "Currencies", f"{len(currencies)} listed; {currency.value} {currency.symbol or ''} is id {currency.id}"
        )
        return _known(currency.id, "currencies.list")

    def client(self, id: int) -> int:
        self.tell("Client", f'"{_CLIENT}" created, id {id}')
        return id

    def invoice(self, invoice: Invoice) -> int:
        count = len(invoice.items or ())
        self.tell(
            "Invoice", f"{invoice.number} created, id {invoice.id}: {count} items, {_total(invoice)}, {invoice.status}"
        )
        return _known(invoice.id, "invoices.create")

    def sent(self, id: int) -> None:
        self.tell("Sent", f"to {_EMAIL} with the PDF, id {id}")

    def status(self, status: InvoiceStatus) -> None:
        self.tell("Status", str(status))

    def invoices(self, invoices: Sequence[InvoiceSummary]) -> None:
        listed = ", ".join(f"{invoice.number} {_total(invoice)}" for invoice in invoices)
        self.tell("Invoices", f"{len(invoices)} listed: {listed}")


def _items(work_type: int) -> list[InvoiceItemCreate]:
    return [InvoiceItemCreate(work_type_id=work_type, cost=cost, quantity=quantity) for cost, quantity in _ITEMS]


def _known(id: int | None, operation: str) -> int:
    if id is None:
        raise GeneratorError(f"{operation} answered a record without an id; mend its stub.")
    return id


def _coded(code: str, records: Sequence[_Coded]) -> _Coded:
    for record in records:
        if record.value == code:
            return record
    raise GeneratorError(f"No record for {code} in the answer; mend its stub.")


def _total(invoice: Invoice | InvoiceSummary) -> str:
    if invoice.total_amount is None:
        return "no total"
    code = invoice.currency.value if invoice.currency is not None else None
    return f"{invoice.total_amount:,.2f} {code or ''}".rstrip()
