"""Receives Envoice's webhooks with any ASGI server and nothing else, each payment exactly once.

    pip install 'envoice[sql]' aiosqlite uvicorn
    export ENVOICE_WEBHOOK_SECRET=... ENVOICE_WEBHOOK_SCHEME=...
    DATABASE_URL=sqlite+aiosqlite:///payments.db uvicorn webhooks_asgi:application

Each payment is written exactly once: the mark and the row are committed in one transaction, before the answer.
"""

import os
from collections.abc import Awaitable, Callable
from typing import Any

from envoice import ActivityType
from envoice.webhooks import AsyncSQLStore, AsyncWebhookHandler, WebhookEvent, Webhooks
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection, create_async_engine

engine = create_async_engine(os.environ.get("DATABASE_URL", "sqlite+aiosqlite:///payments.db"))
store = AsyncSQLStore(engine)
handler = AsyncWebhookHandler(Webhooks.from_environment(), store=store)


@handler.on(ActivityType.PAID, ActivityType.NEW_MANUAL_PAYMENT)
async def paid(event: WebhookEvent, connection: AsyncConnection) -> None:
    """Writes a payment, in the transaction of the mark."""
    row = {"invoice": event.activity.invoice_id, "activity": event.id}
    await connection.execute(text("INSERT INTO payment (invoice, activity) VALUES (:invoice, :activity)"), row)


async def begin() -> None:
    """Make the tables that are not there."""
    await store.create_table()
    async with engine.begin() as connection:
        await connection.execute(text("CREATE TABLE IF NOT EXISTS payment (invoice INTEGER, activity INTEGER)"))


async def application(
    scope: dict[str, Any],
    receive: Callable[[], Awaitable[dict[str, Any]]],
    send: Callable[[dict[str, Any]], Awaitable[None]],
) -> None:
    """Answer one request, or begin and end with the server."""
    if scope["type"] == "lifespan":
        await receive()
        await begin()
        await send({"type": "lifespan.startup.complete"})
        await receive()
        await engine.dispose()
        await send({"type": "lifespan.shutdown.complete"})
        return
    body = b""
    while len(body) <= handler.max_body:
        message = await receive()
        body += message.get("body", b"")
        if not message.get("more_body"):
            break
    headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}
    outcome = await handler.handle(body, headers, transaction=engine)
    kind = [(b"content-type", b"text/plain")]
    await send({"type": "http.response.start", "status": outcome.status, "headers": kind})
    await send({"type": "http.response.body", "body": outcome.text.encode()})
