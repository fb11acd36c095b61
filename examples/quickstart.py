"""The vendor's quickstart: what is needed for an invoice, the invoice, and how it is sent and listed.

    export ENVOICE_API_KEY=... ENVOICE_API_SECRET=...
    python quickstart.py
    python quickstart.py --async

Both ways make the same calls and print the same lines. Each start creates a work type, a client and an invoice, and
sends the invoice. In a checkout `nox -s demo` runs both against stubs on loopback.
"""

import asyncio
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from decimal import Decimal
from typing import Final, TypeVar

from envoice import AsyncEnvoice, Envoice, EnvoiceError
from envoice.models import Country, Currency, Invoice, InvoiceItemCreate, InvoiceStatus, InvoiceSummary

_Coded = TypeVar("_Coded", Country, Currency)

WORK_TYPE: Final = "Software development"
CLIENT: Final = "Bob Smith"
EMAIL: Final = "bob.smith@example.com"
NUMBER: Final = "INV-0001"
ISSUED: Final = datetime(2026, 2, 6, 11, 43, 30, tzinfo=UTC)
DUE: Final = datetime(2026, 2, 20, 11, 43, 30, tzinfo=UTC)
ITEMS: Final = ((Decimal("100.10"), Decimal(2)), (Decimal("49.90"), Decimal("1.5")))
ENGLISH: Final = 1


def run() -> None:
    """Make the calls with the synchronous client."""
    steps = Steps()
    with Envoice() as envoice:
        work_type = steps.work_type(envoice.work_types.create(title=WORK_TYPE))
        country = steps.countries(envoice.countries.list())
        currency = steps.currencies(envoice.currencies.list())
        client = steps.client(
            envoice.clients.create(
                name=CLIENT,
                email=EMAIL,
                client_country_id=country,
                client_currency_id=currency,
                ui_language_id=ENGLISH,
            )
        )
        invoice = steps.invoice(
            envoice.invoices.create(
                client_id=client,
                number=NUMBER,
                issued_on=ISSUED,
                due_date=DUE,
                status=InvoiceStatus.DRAFT,
                currency_id=currency,
                items=items(work_type),
            )
        )
        steps.sent(envoice.invoices.send_to_client(invoice, subject=NUMBER, message="Thank you.", attach_pdf=True))
        steps.status(envoice.invoices.get_status(invoice))
        steps.invoices(list(envoice.invoices.list(page_size=10)))


async def run_async() -> None:
    """Make the calls with the asynchronous client."""
    steps = Steps()
    async with AsyncEnvoice() as envoice:
        work_type = steps.work_type(await envoice.work_types.create(title=WORK_TYPE))
        country = steps.countries(await envoice.countries.list())
        currency = steps.currencies(await envoice.currencies.list())
        client = steps.client(
            await envoice.clients.create(
                name=CLIENT,
                email=EMAIL,
                client_country_id=country,
                client_currency_id=currency,
                ui_language_id=ENGLISH,
            )
        )
        invoice = steps.invoice(
            await envoice.invoices.create(
                client_id=client,
                number=NUMBER,
                issued_on=ISSUED,
                due_date=DUE,
                status=InvoiceStatus.DRAFT,
                currency_id=currency,
                items=items(work_type),
            )
        )
        steps.sent(
            await envoice.invoices.send_to_client(invoice, subject=NUMBER, message="Thank you.", attach_pdf=True)
        )
        steps.status(await envoice.invoices.get_status(invoice))
        steps.invoices([invoice async for invoice in envoice.invoices.list(page_size=10)])


class Steps:
    """Prints what came of each step; each method returns what the next steps need."""

    def __init__(self) -> None:
        self._count = 0

    def work_type(self, id: int) -> int:
        """Print the work type, and return its id."""
        self._print("Work type", f'"{WORK_TYPE}" created, id {id}')
        return id

    def countries(self, countries: Sequence[Country]) -> int:
        """Print how many countries there are, and return the id of one."""
        country = coded("GB", countries)
        self._print("Countries", f"{len(countries)} listed; {country.name} is id {country.id}")
        return country.id

    def currencies(self, currencies: Sequence[Currency]) -> int:
        """Print how many currencies there are, and return the id of one."""
        currency = coded("EUR", currencies)
        named = f"{currency.value} {currency.symbol or ''}"
        self._print("Currencies", f"{len(currencies)} listed; {named} is id {currency.id}")
        return known(currency.id, "currencies.list")

    def client(self, id: int) -> int:
        """Print the client, and return its id."""
        self._print("Client", f'"{CLIENT}" created, id {id}')
        return id

    def invoice(self, invoice: Invoice) -> int:
        """Print the invoice, and return its id."""
        count = len(invoice.items or ())
        created = f"{invoice.number} created, id {invoice.id}"
        self._print("Invoice", f"{created}: {count} items, {total(invoice)}, {invoice.status}")
        return invoice.id

    def sent(self, id: int) -> None:
        """Print where the invoice went."""
        self._print("Sent", f"to {EMAIL} with the PDF, id {id}")

    def status(self, status: InvoiceStatus) -> None:
        """Print the invoice's status."""
        self._print("Status", str(status))

    def invoices(self, invoices: Sequence[InvoiceSummary]) -> None:
        """Print the invoices."""
        listed = ", ".join(f"{invoice.number} {total(invoice)}" for invoice in invoices)
        self._print("Invoices", f"{len(invoices)} listed: {listed}")

    def _print(self, subject: str, news: str) -> None:
        self._count += 1
        print(f"{self._count}. {subject:<12} {news}")


def items(work_type: int) -> list[InvoiceItemCreate]:
    """Return the items of the invoice."""
    return [InvoiceItemCreate(work_type_id=work_type, cost=cost, quantity=quantity) for cost, quantity in ITEMS]


def known(id: int | None, operation: str) -> int:
    """Return the id of a record that must have one."""
    if id is None:
        sys.exit(f"{operation} answered a record without an id.")
    return id


def coded(code: str, records: Sequence[_Coded]) -> _Coded:
    """Return the record of a country or a currency by its code."""
    for record in records:
        if record.value == code:
            return record
    sys.exit(f"No record for {code} in the answer.")


def total(invoice: Invoice | InvoiceSummary) -> str:
    """Return the total of an invoice with its currency."""
    if invoice.total_amount is None:
        return "no total"
    code = invoice.currency.value if invoice.currency is not None else None
    return f"{invoice.total_amount:,.2f} {code or ''}".rstrip()


def main() -> None:
    """Run the calls in one of the two ways; an error of a call is one sentence and status 1."""
    try:
        if "--async" in sys.argv[1:]:
            asyncio.run(run_async())
        else:
            run()
    except EnvoiceError as error:
        sys.exit(f"{error}")


if __name__ == "__main__":
    main()
