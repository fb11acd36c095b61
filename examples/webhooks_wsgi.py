"""Receives Envoice's webhooks with any WSGI server and nothing else, each payment exactly once.

    pip install 'envoice[sql]'
    export ENVOICE_WEBHOOK_SECRET=... ENVOICE_WEBHOOK_SCHEME=...
    DATABASE_URL=sqlite:///payments.db python webhooks_wsgi.py  # or: gunicorn --workers 4 webhooks_wsgi:application

Each payment is written exactly once: the mark and the row are committed in one transaction, before the answer.
"""

import os
from collections.abc import Callable, Iterable
from typing import Any
from wsgiref.simple_server import make_server

from envoice import ActivityType
from envoice.webhooks import SQLStore, WebhookEvent, WebhookHandler, Webhooks
from sqlalchemy import Connection, create_engine, text

engine = create_engine(os.environ.get("DATABASE_URL", "sqlite:///payments.db"))
store = SQLStore(engine)
store.create_table()
handler = WebhookHandler(Webhooks.from_environment(), store=store)
with engine.begin() as made:
    made.execute(text("CREATE TABLE IF NOT EXISTS payment (invoice INTEGER, activity INTEGER)"))


@handler.on(ActivityType.PAID, ActivityType.NEW_MANUAL_PAYMENT)
def paid(event: WebhookEvent, connection: Connection) -> None:
    """Writes a payment, in the transaction of the mark."""
    row = {"invoice": event.activity.invoice_id, "activity": event.id}
    connection.execute(text("INSERT INTO payment (invoice, activity) VALUES (:invoice, :activity)"), row)


def application(environ: dict[str, Any], start_response: Callable[..., object]) -> Iterable[bytes]:
    """Answer one request."""
    length = environ.get("CONTENT_LENGTH") or "0"
    # One byte more than is taken: it is refused as too large.
    body = environ["wsgi.input"].read(min(int(length), handler.max_body + 1)) if length.isdigit() else b""
    headers = {name[5:].replace("_", "-"): value for name, value in environ.items() if name.startswith("HTTP_")}
    outcome = handler.handle(body, headers, transaction=engine)
    start_response(f"{outcome.status} {outcome.text}", [("Content-Type", "text/plain"), *outcome.headers.items()])
    return [outcome.text.encode()]


if __name__ == "__main__":
    with make_server("127.0.0.1", int(os.environ.get("PORT", "8000")), application) as server:
        print(f"http://127.0.0.1:{server.server_port}", flush=True)
        server.serve_forever()
