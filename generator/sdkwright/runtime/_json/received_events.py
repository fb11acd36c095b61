"""Reads the bodies of the requests that the service makes to webhooks, by the names that the document gives them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final, cast

from ..errors import ConfigurationError, WebhookPayloadError
from .codec import Undecodable, decode, decode_plain

_SHOWN: Final = 40
_LISTED: Final = 10


def read_event(
    body: bytes,
    name: str | None,
    names: Sequence[str],
    kind_of: Callable[[str], Any],
    tag: str,
    tagged: Mapping[str | int, str],
) -> Any:
    """Return the event that a body is.

    Args:
        body: The body exactly as received.
        name: The webhook; None to tell it by the body.
        names: The webhooks.
        kind_of: Gives the type of the event of a webhook, so that the models of no other are loaded.
        tag: The property that tells events apart; empty where nothing in a body does, and where all are of one type.
        tagged: The webhooks by the values of that property.

    Raises:
        WebhookPayloadError: The body cannot be read as the event, or is none that is known.
        ConfigurationError: There is no such webhook.
    """
    content = _bytes(body)
    if name is not None:
        if name not in names:
            listed = ", ".join([*map(repr, names[:_LISTED]), *(["…"] if len(names) > _LISTED else [])])
            raise ConfigurationError(f"There is no webhook {name[:_SHOWN]!r}; there are {listed}.")
        kind = kind_of(name)
    elif tag:
        kind = kind_of(_told(content, tag, tagged))
    else:
        kind = kind_of(names[0])
    try:
        return decode(content, kind)
    except Undecodable as error:
        problem = _sentence(error)
    raise WebhookPayloadError(problem)


def _told(body: bytes, tag: str, tagged: Mapping[str | int, str]) -> str:
    """The webhook that a body was sent to, by what it says."""
    try:
        plain = decode_plain(body)
    except Undecodable as error:
        problem = _sentence(error)
    else:
        value = cast("dict[str, Any]", plain).get(tag) if isinstance(plain, dict) else None
        # True equals 1, and a list has no hash.
        if isinstance(value, str | int) and not isinstance(value, bool) and value in tagged:
            return tagged[value]
        problem = f"The body is no event that is known: its {tag!r} is missing, or none of those in the document."
    raise WebhookPayloadError(problem)


def _bytes(body: object) -> bytes:
    if isinstance(body, bytes | bytearray | memoryview):
        return bytes(cast("bytes", body))
    raise WebhookPayloadError(f"The body must be the bytes received, not {type(body).__name__}.")


def _sentence(error: Undecodable) -> str:
    where = f" at {error.path}" if error.path else ""
    return f"The body cannot be read as the event: {error.reason}{where}."
