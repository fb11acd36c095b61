"""Receives Envoice's webhooks with AWS Lambda, behind a function URL or an API Gateway with payloads of version 2.

    pip install 'envoice[sql]' psycopg
    ENVOICE_WEBHOOK_SECRET=... ENVOICE_WEBHOOK_SCHEME=... DATABASE_URL=postgresql+psycopg://...

Set the function's handler to `webhooks_lambda.receive`. Each payment is written exactly once: the mark and the row are
committed in one transaction, before the answer.
"""

import base64
import os
from typing import Any

from envoice import ActivityType
from envoice.webhooks import SQLStore, WebhookEvent, WebhookHandler, Webhooks
from sqlalchemy import Connection, create_engine, text

# A frozen function keeps its connection, which may be closed when it wakes.
engine = create_engine(os.environ["DATABASE_URL"], pool_size=1, pool_pre_ping=True)
store = SQLStore(engine)
# Belongs into a migration: see `python -m envoice.webhooks schema postgresql`.
store.create_table()
handler = WebhookHandler(Webhooks.from_environment(), store=store)
with engine.begin() as made:
    made.execute(text("CREATE TABLE IF NOT EXISTS payment (invoice INTEGER, activity INTEGER)"))


@handler.on(ActivityType.PAID, ActivityType.NEW_MANUAL_PAYMENT)
def paid(event: WebhookEvent, connection: Connection) -> None:
    """Writes a payment, in the transaction of the mark."""
    row = {"invoice": event.activity.invoice_id, "activity": event.id}
    connection.execute(text("INSERT INTO payment (invoice, activity) VALUES (:invoice, :activity)"), row)


def receive(event: dict[str, Any], context: object) -> dict[str, Any]:
    """Answer one request.

    Args:
        event: The request, as API Gateway gives it.
        context: What Lambda says of this run.
    """
    del context
    text_of = event.get("body") or ""
    body = base64.b64decode(text_of) if event.get("isBase64Encoded") else text_of.encode()
    outcome = handler.handle(body, event.get("headers") or {}, transaction=engine)
    return {"statusCode": outcome.status, "body": outcome.text, "headers": {"content-type": "text/plain"}}
