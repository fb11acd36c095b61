"""What the receivers of webhooks need to know of Envoice's deliveries."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from envoice.webhooks.delivery import WebhookEvent, read_event, read_timestamp
from envoice.webhooks.reading import check_within, read
from envoice.webhooks.verification import SCHEME_VARIABLE, Webhooks

if TYPE_CHECKING:
    from envoice.models import ActivityType as EventType

__all__ = ["Deliveries", "EventType", "WebhookEvent", "Webhooks"]

BUILDS_ON: Final = (
    "models.ActivityType",
    "models.WebhookActivity.id",
    "models.WebhookActivity.invoice_id",
    "models.WebhookActivity.invoice_number",
    "models.WebhookActivity.order_id",
    "models.WebhookActivity.order_number",
)


class Deliveries:
    """Tells Envoice's events apart and sums them up."""

    def event_key(self, event: WebhookEvent) -> str | None:
        """Return what is the same in every delivery of an activity; None when it has no id.

        Args:
            event: A verified event.
        """
        # .NET writes 0 for a number that was never set. Used as an id, it would make one event of many.
        return f"activity:{event.id}" if event.id else None

    def read_unverified(self, body: bytes) -> WebhookEvent:
        """Return the event of a delivery whose signature is not checked.

        Args:
            body: The request's body exactly as received.

        Raises:
            WebhookError: The delivery cannot be read.
        """
        received = read(body)
        check_within(received)
        return read_event(received, read_timestamp(received))

    def missing_setting(self, environ: Mapping[str, str]) -> str | None:
        """Return a sentence that says why no signature can be checked; None when a scheme is set.

        Args:
            environ: The environment variables.
        """
        if environ.get(SCHEME_VARIABLE):
            return None
        return f"{SCHEME_VARIABLE} is not set, so no signature is checked; `envoice webhooks identify` finds it."

    def summary(self, event: WebhookEvent) -> Mapping[str, Any]:
        """Return the id and type of an activity, what it is about, and when its delivery was made.

        Args:
            event: Any event. Its message and link are personal, so they are left out.
        """
        activity = event.activity
        invoice, order = activity.invoice_number or activity.invoice_id, activity.order_number or activity.order_id
        about = f"invoice {invoice}" if invoice else f"order {order}" if order else "nothing named"
        kind = "unknown" if event.type is None else str(event.type)
        return {"id": event.id, "type": kind, "about": about, "made": event.timestamp}

    def add_commands(self, commands: Any, environ: Mapping[str, str]) -> None:
        """Add `identify` to the commands of `python -m envoice.webhooks`.

        Args:
            commands: What `argparse` adds parsers to.
            environ: The environment variables.
        """
        from envoice.webhooks.identifying import add_command  # no delivery needs it

        add_command(commands, environ)

    def summary_line(self, event: WebhookEvent) -> str:
        """Return the same as one line for people.

        Args:
            event: Any event.
        """
        values = self.summary(event)
        made = event.timestamp.isoformat(timespec="seconds")
        return f"{values['type']}, {values['about']}, activity {values['id']}, made {made}"

    def event_names(self) -> Sequence[str]:
        """Return the types of activities, as the service names them."""
        from envoice.models import ActivityType  # the models are slow to import

        return tuple(str(kind.value) for kind in ActivityType)

    def sample(self, name: str, environ: Mapping[str, str]) -> tuple[bytes, Mapping[str, str]]:
        """Return a delivery of a made-up activity that `Webhooks.from_environment` accepts.

        Args:
            name: One of `event_names`.
            environ: The environment variables.

        Raises:
            ConfigurationError: They say no scheme, or not what it signs with.
        """
        from envoice.cli._samples import sample  # it takes the models, and what tests sign with

        return sample(name, environ)


def __dir__() -> list[str]:
    return sorted({*globals(), "EventType"})


def __getattr__(name: str) -> Any:
    if name != "EventType":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from envoice.models import ActivityType  # the models are slow to import

    return ActivityType
