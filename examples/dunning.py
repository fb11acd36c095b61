"""Reminds clients of invoices that are overdue: after 7, 14 and 30 days, each reminder once.

    export ENVOICE_API_KEY=... ENVOICE_API_SECRET=...
    python dunning.py reminders.db  # every day, from cron; --dry-run only tells

A reminder is noted in the database before it is sent, so no client gets it twice, whatever happens in between: after a
crash one may be missing rather than double. Where it was refused or provably not sent, the note is taken back.
"""

import sqlite3
import sys
from contextlib import closing
from datetime import UTC, datetime

from envoice import APIError, Envoice, InvoiceStatus, InvoiceSummary

LEVELS = {7: "A kind reminder", 14: "Second reminder", 30: "Last reminder"}
OWED = {InvoiceStatus.UNPAID, InvoiceStatus.OVERDUE}


def level_of(invoice: InvoiceSummary, today: datetime) -> int | None:
    """Return which reminder an invoice has come to, in days, or None for none."""
    if invoice.status not in OWED or invoice.due_date is None:
        return None
    # A date without an offset is one of the account's own zone; a day more or less does not matter here.
    due = invoice.due_date if invoice.due_date.tzinfo else invoice.due_date.replace(tzinfo=UTC)
    return max((days for days in LEVELS if (today - due).days >= days), default=None)


def claim(database: sqlite3.Connection, invoice_id: int, level: int) -> bool:
    """Note a reminder; False if it was noted before, by this process or another."""
    with database:
        noted = database.execute("INSERT OR IGNORE INTO reminder VALUES (?, ?)", (invoice_id, level))
    return noted.rowcount == 1


def release(database: sqlite3.Connection, invoice_id: int, level: int) -> None:
    """Take the note back, so that the next run sends it."""
    with database:
        database.execute("DELETE FROM reminder WHERE invoice_id = ? AND level = ?", (invoice_id, level))


def remind(client: Envoice, database: sqlite3.Connection, today: datetime, *, send: bool = True) -> int:
    """Send the reminders that are due, and return how many that were."""
    sent = 0
    for invoice in client.invoices.list(page_size=100):
        level = level_of(invoice, today)
        if level is None or invoice.id is None:
            continue
        if not send:
            print(f"{invoice.number}: {LEVELS[level]} would be sent")
            continue
        if not claim(database, invoice.id, level):
            continue
        try:
            client.invoices.send_to_client(
                invoice.id,
                subject=f"{LEVELS[level]}: invoice {invoice.number}",
                message=f"Invoice {invoice.number} over {invoice.total_amount} is {level} days overdue.",
                attach_pdf=True,
            )
        except APIError as error:
            if error.outcome in {"not_sent", "refused"}:
                release(database, invoice.id, level)
            print(f"{invoice.number}: {error}", file=sys.stderr)
            continue
        sent += 1
        print(f"{invoice.number}: {LEVELS[level]} sent")
    return sent


def main() -> int:
    """Send today's reminders."""
    with closing(sqlite3.connect(sys.argv[1])) as database, Envoice(user_agent="dunning/1") as client:
        with database:
            database.execute("CREATE TABLE IF NOT EXISTS reminder (invoice_id, level, PRIMARY KEY (invoice_id, level))")
        try:
            print(f"{remind(client, database, datetime.now(UTC), send='--dry-run' not in sys.argv)} reminders sent")
        except APIError as error:
            print(error, file=sys.stderr)
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
