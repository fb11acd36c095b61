"""The exit statuses: one for each class of error, so that a script can tell them apart without reading texts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from .. import errors

FAILED: Final = 1
USAGE: Final = 2
CONFIGURATION: Final = 3
CONNECTION: Final = 4
TIMEOUT: Final = 5
REFUSED_CREDENTIALS: Final = 6
NOT_FOUND: Final = 7
REFUSED: Final = 8
RATE_LIMIT: Final = 9
SERVER: Final = 10
FAULT: Final = 11
UNREADABLE: Final = 12
FILE: Final = 13
ENDLESS: Final = 14
WEBHOOK: Final = 15
UNCERTAIN: Final = 16
INTERRUPTED: Final = 130
BROKEN_PIPE: Final = 141

TABLE: Final = (
    (0, "done"),
    (FAILED, "anything that has no status of its own"),
    (USAGE, "a wrong command, option or value; nothing was sent"),
    (CONFIGURATION, "no usable credentials or settings, or a part that is not installed"),
    (CONNECTION, "the service cannot be reached"),
    (TIMEOUT, "no answer in the time allowed"),
    (REFUSED_CREDENTIALS, "401 or 403: the credentials are refused, or do not allow this"),
    (NOT_FOUND, "404: there is no such thing"),
    (REFUSED, "400, 409, 422 or another 4xx: the service refuses what was asked for"),
    (RATE_LIMIT, "429: too many requests"),
    (SERVER, "5xx: the service failed"),
    (FAULT, "the service answered 200 and says that it failed"),
    (UNREADABLE, "the service's answer is not what the operation answers; a change was carried out"),
    (FILE, "a file cannot be read, written or downloaded"),
    (ENDLESS, "a list does not end"),
    (WEBHOOK, "a webhook delivery is refused"),
    (UNCERTAIN, "a change may have been carried out, whatever the error was; look before you repeat it"),
    (INTERRUPTED, "interrupted (Ctrl-C)"),
    (BROKEN_PIPE, "nobody reads the output any more, as after `| head`"),
)

SAFE: Final = frozenset({"GET", "HEAD", "OPTIONS", "QUERY", "SEARCH", "PROPFIND", "REPORT"})
"""Methods that change nothing."""

# The first that fits counts, so each class stands before those it derives from.
_BY_CLASS: Final[tuple[tuple[type[BaseException], int], ...]] = (
    (errors.ConfigurationError, CONFIGURATION),
    (errors.EncodeError, USAGE),
    (errors.ModelError, USAGE),
    (errors.APITimeoutError, TIMEOUT),
    (errors.APIConnectionError, CONNECTION),
    (errors.AuthenticationError, REFUSED_CREDENTIALS),
    (errors.PermissionDeniedError, REFUSED_CREDENTIALS),
    (errors.NotFoundError, NOT_FOUND),
    (errors.RateLimitError, RATE_LIMIT),
    (errors.InternalServerError, SERVER),
    (errors.APIStatusError, REFUSED),
    (errors.FaultError, FAULT),
    (errors.DecodeError, UNREADABLE),
    (errors.DownloadError, FILE),
    (errors.PaginationError, ENDLESS),
    (errors.WebhookError, WEBHOOK),
    (OSError, FILE),
)


def outcome_of(error: BaseException) -> errors.Outcome | None:
    """Return whether the service carried out the change that a command asked for; None where there was none.

    Args:
        error: What ended the command.
    """
    if isinstance(error, errors.APIError) and getattr(error, "method", "GET") not in SAFE:
        return error.outcome
    return None


UNCERTAINTY: Final = " The service may have carried it out; look before you repeat it."
"""What follows an error after which nobody knows."""

_ADVICE: Final[Mapping[str | None, str]] = {
    "unknown": UNCERTAINTY,
    "done": " The service has carried it out; do not repeat it.",
}


def advice_of(error: BaseException) -> str:
    """Return what follows the sentence of an error: whether to repeat what was asked for; empty where that is plain.

    Args:
        error: What ended a call.
    """
    return _ADVICE.get(outcome_of(error), "")


def status_of(error: BaseException) -> int:
    """Return the exit status for an error.

    Args:
        error: What ended the command.
    """
    if outcome_of(error) == "unknown":
        return UNCERTAIN
    return next((status for kind, status in _BY_CLASS if isinstance(error, kind)), FAILED)
