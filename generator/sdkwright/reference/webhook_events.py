"""Renders the page of the events that the service sends to webhooks."""

from typing import Final

from sdkwright.emit.annotations import Annotation
from sdkwright.emit.docstrings import readable
from sdkwright.emit.webhook_events import MODULE, telling
from sdkwright.ir import Api
from sdkwright.project import Project
from sdkwright.reference.models import PAGE as MODELS
from sdkwright.reference.models import linked, table
from sdkwright.reference.quoting import fenced, inline, prose

PAGE: Final = "webhook-events.md"
"""The page's name, which no resource can have."""


def events_page(api: Api, project: Project) -> str:
    """The page, without its header.

    Args:
        api: The API, which has webhooks.
        project: The checkout, for the names.
    """
    told, first = telling(api), api.webhooks[0]
    call = "parse_event(body)" if told is not None else f"parse_event(body, {first.name!a})"
    if told is None:
        manner = "What a body says does not tell the events apart, so the name of the webhook is given too."
    elif told.wire:
        manner = (
            f"An event is told by its {inline(told.wire)}; the name of the webhook, if given, says which type it is."
        )
    else:
        manner = "All events are of one type."
    error = f"{inline('WebhookPayloadError')} is raised for a body that cannot be read as the event"
    unknown = ", or is none of these" if told is not None and told.wire else ""
    rows = []
    for webhook in api.webhooks:
        kind = linked(Annotation(webhook.type, nullable=webhook.nullable), MODELS)
        said = prose(readable(webhook.summary or webhook.description))
        rows.append(f"| {inline(webhook.name)} | {kind} | {said} |")
    introduction = (
        f"What {prose(project.title)} sends to webhooks, as its document declares it. `{MODULE}.parse_event` reads the "
        "body of a request, exactly as received."
    )
    parts = [
        "# Webhook events",
        introduction,
        fenced(f"from {project.name}.{MODULE} import parse_event\n\nevent = {call}"),
        f"{manner} {error}{unknown}. No signature is checked: do that before.",
        table("| Webhook | Type | Meaning |", rows),
    ]
    return "\n\n".join(parts) + "\n"
