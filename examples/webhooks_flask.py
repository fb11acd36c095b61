"""Receives Envoice's webhooks with Flask.

    pip install 'envoice[flask]'
    export ENVOICE_WEBHOOK_SECRET=... ENVOICE_WEBHOOK_SCHEME=...
    python webhooks_flask.py  # or: gunicorn --workers 4 webhooks_flask:app

`python -m envoice.webhooks identify` finds the scheme. The server listens on this machine only: give Envoice the https
address of the proxy in front of it, with the path /webhooks/envoice.
"""

import os

from envoice import ActivityType
from envoice.webhooks import SQLiteStore, WebhookEvent, WebhookHandler, Webhooks
from envoice.webhooks.flask import blueprint
from flask import Flask

# One file for all workers of this machine. With several machines: RedisStore.from_url("redis://...").
store = SQLiteStore(os.environ.get("WEBHOOKS_DB", "webhooks.db"))
handler = WebhookHandler(Webhooks.from_environment(), store=store)


@handler.on(ActivityType.PAID, ActivityType.NEW_MANUAL_PAYMENT)
def paid(event: WebhookEvent) -> None:
    """Runs once for each payment; when it raises, Envoice delivers again."""
    print(f"invoice {event.activity.invoice_id} was paid", flush=True)


@handler.on()
def every(event: WebhookEvent) -> None:
    """Sees every event, also of types that this version does not know."""
    print(f"activity {event.id}: {event.type}", flush=True)


app = Flask(__name__)
app.register_blueprint(blueprint(handler, "/webhooks/envoice"))

if __name__ == "__main__":
    app.run(port=int(os.environ.get("PORT", "8000")))
