"""Bills the work of a month: one draft invoice for each client, and never a second one.

    export ENVOICE_API_KEY=... ENVOICE_API_SECRET=...
    python monthly_billing.py 2026-01 work.csv

The CSV has the columns client_id, work_type_id, description, quantity and cost. The number of an invoice is made of the
month and the client, `2026-01-2185`. What has that number already is left alone, so that the program may be started
again after anything: a crash, a lost connection, or a line that was mended in the CSV. Start it once at a time.
"""

import csv
import sys
from collections import defaultdict
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path

from envoice import APIError, Envoice, InvoiceItemCreate, InvoiceStatus

DUE_IN = timedelta(days=14)
CURRENCY_ID = 163  # euro; `envoice currencies list` shows the others


def read_work(path: Path) -> dict[int, list[InvoiceItemCreate]]:
    """Return what each client owes, from the CSV."""
    work: dict[int, list[InvoiceItemCreate]] = defaultdict(list)
    with path.open(newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            item = InvoiceItemCreate(
                work_type_id=int(row["work_type_id"]),
                description=row["description"],
                quantity=Decimal(row["quantity"]),
                cost=Decimal(row["cost"]),
            )
            work[int(row["client_id"])].append(item)
    return work


def bill(client: Envoice, month: datetime, work: dict[int, list[InvoiceItemCreate]]) -> int:
    """Create the invoices that are not there yet, and return how many that were."""
    # Before anything is created: a run that ended early has made some of them.
    billed = {invoice.number for invoice in client.invoices.list(page_size=100)}
    created = 0
    for client_id, items in sorted(work.items()):
        number = f"{month:%Y-%m}-{client_id}"
        if number in billed:
            print(f"{number}: there already")
            continue
        invoice = client.invoices.create(
            client_id=client_id,
            number=number,
            issued_on=month,
            due_date=month + DUE_IN,
            status=InvoiceStatus.DRAFT,
            currency_id=CURRENCY_ID,
            items=items,
        )
        created += 1
        print(f"{number}: {invoice.total_amount}")
    return created


def main() -> int:
    """Bill the month that is named on the command line."""
    month = datetime.strptime(sys.argv[1], "%Y-%m").replace(tzinfo=UTC)
    work = read_work(Path(sys.argv[2]))
    try:
        with Envoice(user_agent="monthly-billing/1") as client:
            print(f"{bill(client, month, work)} invoices created")
    except APIError as error:
        print(error, file=sys.stderr)
        if error.outcome != "refused":
            # The invoice may exist. The next run looks for its number before it creates it.
            print("Start again in a few minutes: what was created is not created again.", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
