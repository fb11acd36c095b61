# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/toll_bridge; CONTRIBUTING.md says how to change what is generated.
"""The events that Toll Bridge sends to webhooks, and `parse_event`, which reads the body of one.

No signature is checked here: whoever receives a request does that before.
"""

from collections.abc import Mapping
from typing import Any, Final, Literal, TypeAlias, overload

from ._json.received_events import read_event
from .models import (
    CrossingPaid,
    LaneClosed,
)

__all__ = ["EVENT_NAMES", "WebhookEvent", "parse_event"]

WebhookEvent: TypeAlias = CrossingPaid | LaneClosed
"""Every type of event."""

EVENT_NAMES: Final = (
    "crossingPaid",
    "laneClosed",
)
"""The webhooks by their names in the document."""

_TAGGED: Final[Mapping[str | int, str]] = {
    "crossing.paid": "crossingPaid",
    "lane.closed": "laneClosed",
}


@overload
def parse_event(body: bytes, name: Literal["crossingPaid"]) -> CrossingPaid: ...
@overload
def parse_event(body: bytes, name: Literal["laneClosed"]) -> LaneClosed: ...
@overload
def parse_event(body: bytes, name: str | None = None) -> WebhookEvent: ...
def parse_event(body: bytes, name: str | None = None) -> WebhookEvent:
    """Read the body of a request that the service made to a webhook.

    Args:
        body: The body exactly as received, whose signature was checked before.
        name: The webhook that it was made to, one of `EVENT_NAMES`; None to tell it by what the body says.

    Raises:
        WebhookPayloadError: The body cannot be read as the event, or is none that the package knows.
        ConfigurationError: There is no such webhook.
    """
    event: WebhookEvent = read_event(body, name, EVENT_NAMES, _kind, "kind", _TAGGED)
    return event


def _kind(name: str) -> Any:
    match name:
        case "crossingPaid":
            return CrossingPaid
        case "laneClosed":
            return LaneClosed
        case _:
            return None
