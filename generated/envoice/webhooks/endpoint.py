"""What an endpoint answers and when it refuses to read a body, apart from any framework.

| status | when | what the service does then |
|---|---|---|
| 200 | handled, queued, handled before, or parked for a person | it is done |
| 400 | signature, body or age refused | nothing that it repeats can become right, but for a mended configuration |
| 405, 413 | not a POST; a body above the limit, refused before it is read | as for 400 |
| 411 | a body in chunks, which the WSGI server does not take apart | as for 400 |
| 500 | a handler failed, or the receiver is not set up | delivers again |
| 503 | another request is handling it, or the store cannot be reached | delivers again |

The texts are fixed: nothing of a body, a header, a secret or an exception is in an answer.
"""

import logging
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

import attrs

from .._api import NAME
from ..errors import ConfigurationError, WebhookError, WebhookPayloadError, WebhookSignatureError

__all__ = ["Outcome"]

BUILDS_ON: Final = ("_api.NAME",)

ENDPOINT: Final = f"{NAME}_webhooks"
"""What a framework calls the endpoint."""

PATH: Final = f"/webhooks/{NAME}"
"""Where the endpoint answers unless the caller says otherwise."""

_log: Final = logging.getLogger(f"{NAME}.webhooks")

_NO_HEADERS: Final[Mapping[str, str]] = MappingProxyType({})


@attrs.frozen
class Outcome:
    """The answer to one delivery.

    Attributes:
        status: HTTP status.
        text: What happened, in a few words; fit for the answer's body, as `text/plain`.
        headers: Headers of the answer beyond its type.
    """

    status: int
    text: str
    headers: Mapping[str, str] = _NO_HEADERS


HANDLED: Final = Outcome(200, "handled")
NOTHING_TO_DO: Final = Outcome(200, "nothing to do")
HANDLED_BEFORE: Final = Outcome(200, "handled before")
QUEUED: Final = Outcome(200, "queued")
PARKED: Final = Outcome(200, "parked")
BAD_SIGNATURE: Final = Outcome(400, "signature refused")
BAD_PAYLOAD: Final = Outcome(400, "body refused")
TOO_OLD: Final = Outcome(400, "delivery too old")
INCOMPLETE: Final = Outcome(400, "body incomplete")
WRONG_METHOD: Final = Outcome(405, "POST only", MappingProxyType({"Allow": "POST"}))
LENGTH_REQUIRED: Final = Outcome(411, "length required")
TOO_LARGE: Final = Outcome(413, "body too large")
HANDLER_FAILED: Final = Outcome(500, "not handled, deliver again")
NOT_SET_UP: Final = Outcome(500, "receiver not set up")
IN_PROGRESS: Final = Outcome(503, "in progress, deliver again")
UNAVAILABLE: Final = Outcome(503, "receiver not available, deliver again")

DRAINED: Final = (
    "No delivery can be verified: %s has read the body and left nothing of it to the endpoint; let it use %s, which "
    "keeps the body readable."
)
"""The record for a body that was read before the endpoint was called, with who read it and what to use instead."""


def refused(error: WebhookError) -> Outcome:
    """Return the answer to a delivery that `Webhooks.unwrap` refused.

    Args:
        error: What it raised.
    """
    if isinstance(error, WebhookSignatureError):
        return BAD_SIGNATURE
    return BAD_PAYLOAD if isinstance(error, WebhookPayloadError) else TOO_OLD


def refuse_other_handler(endpoint: str, handler: object, *kinds: type) -> None:
    """Refuse a handler that an endpoint cannot call, before a delivery comes.

    Args:
        endpoint: What to call the endpoint in the error.
        handler: What was given.
        kinds: The classes that it can call.

    Raises:
        ConfigurationError: It is of another kind.
    """
    if not isinstance(handler, kinds):
        wanted = " or ".join(kind.__name__ for kind in kinds)
        raise ConfigurationError(f"{endpoint} takes a handler of the kind {wanted}; got {type(handler).__name__}.")


def refuse_unread(method: str, content_length: str | None, max_body: int) -> Outcome | None:
    """Judge a request before its body is read.

    Args:
        method: HTTP method.
        content_length: The header's value; None or empty where there is none.
        max_body: The largest body to read, in bytes.

    Returns:
        The refusal; None when the body may be read, up to the limit, which still holds for a body without a length.
    """
    if method.upper() != "POST":
        return WRONG_METHOD
    if not content_length:
        return None
    if not (content_length.isascii() and content_length.isdigit()):
        return INCOMPLETE
    # Digits beyond the limit's decide without building a number of any length.
    digits = content_length.lstrip("0")
    too_large = len(digits) > len(str(max_body)) or int(digits or "0") > max_body
    return TOO_LARGE if too_large else None


def refuse_unreadable(environ: Mapping[str, Any]) -> Outcome | None:
    """Judge a request whose body has no length, under WSGI: some servers hand on its chunks without an end to them.

    Args:
        environ: What WSGI says of the request.

    Returns:
        The refusal; None when the body has a length or an end.
    """
    chunked = "chunked" in str(environ.get("HTTP_TRANSFER_ENCODING", "")).lower()
    if not chunked or environ.get("CONTENT_LENGTH") or environ.get("wsgi.input_terminated"):
        return None
    _log.error(
        "A delivery came in chunks, and this WSGI server cannot end them: use one that sets wsgi.input_terminated."
    )
    return LENGTH_REQUIRED
