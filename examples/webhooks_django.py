"""Receives Envoice's webhooks with Django, here a whole site in one file.

    pip install 'envoice[django]'
    export ENVOICE_WEBHOOK_SECRET=... ENVOICE_WEBHOOK_SCHEME=...
    python webhooks_django.py  # or: gunicorn --workers 4 webhooks_django:application

`python -m envoice.webhooks identify` finds the scheme. The server listens on this machine only: give Envoice the https
address of the proxy in front of it, with the path /webhooks/envoice. Under ASGI, an
`AsyncWebhookHandler` gives an asynchronous view.
"""

import os

from django.conf import settings
from django.core.management import execute_from_command_line
from django.core.wsgi import get_wsgi_application
from django.urls import path
from envoice import ActivityType
from envoice.webhooks import SQLiteStore, WebhookEvent, WebhookHandler, Webhooks
from envoice.webhooks.django import view

settings.configure(
    ALLOWED_HOSTS=os.environ.get("ALLOWED_HOSTS", "localhost,127.0.0.1").split(","),
    ROOT_URLCONF=__name__,
    SECRET_KEY=os.environ.get("DJANGO_SECRET_KEY", "unused: this site has no sessions"),
)

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


urlpatterns = [path("webhooks/envoice", view(handler))]
application = get_wsgi_application()

if __name__ == "__main__":
    port = os.environ.get("PORT", "8000")
    execute_from_command_line([__file__, "runserver", "--noreload", f"127.0.0.1:{port}"])
