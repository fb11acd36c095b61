"""Receives Envoice's webhooks with FastAPI.

    pip install 'envoice[fastapi]' uvicorn
    export ENVOICE_WEBHOOK_SECRET=... ENVOICE_WEBHOOK_SCHEME=...
    python webhooks_fastapi.py  # or: uvicorn webhooks_fastapi:app --workers 4

`python -m envoice.webhooks identify` finds the scheme. The server listens on this machine only: give Envoice the https
address of the proxy in front of it, with the path /webhooks/envoice.
"""

import os

import uvicorn
from envoice import ActivityType
from envoice.webhooks import AsyncWebhookHandler, SQLiteStore, WebhookEvent, Webhooks
from envoice.webhooks.fastapi import router
from fastapi import FastAPI

# One file for all workers of this machine. With several machines: AsyncRedisStore.from_url("redis://...").
store = SQLiteStore(os.environ.get("WEBHOOKS_DB", "webhooks.db"))
handler = AsyncWebhookHandler(Webhooks.from_environment(), store=store)


@handler.on(ActivityType.PAID, ActivityType.NEW_MANUAL_PAYMENT)
async def paid(event: WebhookEvent) -> None:
    """Runs once for each payment; when it raises, Envoice delivers again."""
    print(f"invoice {event.activity.invoice_id} was paid", flush=True)


@handler.on()
def every(event: WebhookEvent) -> None:
    """Sees every event, also of types that this version does not know; a plain function runs in a thread."""
    print(f"activity {event.id}: {event.type}", flush=True)


app = FastAPI()
app.include_router(router(handler, "/webhooks/envoice"))

if __name__ == "__main__":
    uvicorn.run(app, port=int(os.environ.get("PORT", "8000")))
