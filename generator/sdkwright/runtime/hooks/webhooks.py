"""The hook for webhooks in use. A project's own `hooks/webhooks.py` takes this module's place."""

from ._webhooks import DefaultDeliveries as Deliveries
from ._webhooks import DefaultEvent as WebhookEvent
from ._webhooks import DefaultEventType as EventType
from ._webhooks import DefaultWebhooks as Webhooks

__all__ = ["Deliveries", "EventType", "WebhookEvent", "Webhooks"]
