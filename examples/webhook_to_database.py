"""Keeps a table of invoices up to date from webhooks: each activity is written once, with the invoice as it is now.

    pip install 'envoice[flask]'
    export ENVOICE_API_KEY=... ENVOICE_API_SECRET=... ENVOICE_WEBHOOK_SCHEME=...
    python webhook_to_database.py  # or: gunicorn --workers 4 webhook_to_database:app

`envoice webhooks identify` finds the scheme. Deliveries are repeated and come late, so what they say is no state: the
activity goes to a log by its id, and the invoice is asked for.
"""

import os
import sqlite3
from contextlib import closing

from envoice import Envoice
from envoice.webhooks import SQLiteStore, WebhookEvent, WebhookHandler, Webhooks
from envoice.webhooks.flask import blueprint
from flask import Flask

DATABASE = os.environ.get("INVOICES_DB", "invoices.db")
SCHEMA = """
CREATE TABLE IF NOT EXISTS activity (id INTEGER PRIMARY KEY, type TEXT, invoice_id INTEGER, created_on TEXT);
CREATE TABLE IF NOT EXISTS invoice (id INTEGER PRIMARY KEY, number TEXT, status TEXT, total_amount TEXT);
"""

client = Envoice(user_agent="webhook-to-database/1")
handler = WebhookHandler(Webhooks.from_environment(), store=SQLiteStore(os.environ.get("WEBHOOKS_DB", "webhooks.db")))


@handler.on()
def store(event: WebhookEvent) -> None:
    """Write an activity and its invoice, both or neither; when it raises, Envoice delivers again."""
    activity = event.activity
    invoice = client.invoices.get(activity.invoice_id) if activity.invoice_id else None
    with closing(sqlite3.connect(DATABASE)) as database, database:
        database.executescript(SCHEMA)
        database.execute(
            "INSERT OR IGNORE INTO activity VALUES (?, ?, ?, ?)",
            (event.id, str(event.type), activity.invoice_id, event.created_on and event.created_on.isoformat()),
        )
        if invoice is not None:
            # The amount as a text: SQLite's numbers are not exact.
            database.execute(
                "INSERT OR REPLACE INTO invoice VALUES (?, ?, ?, ?)",
                (activity.invoice_id, invoice.number, str(invoice.status), str(invoice.total_amount)),
            )


app = Flask(__name__)
app.register_blueprint(blueprint(handler, "/webhooks/envoice"))

if __name__ == "__main__":
    app.run(port=int(os.environ.get("PORT", "8000")))
