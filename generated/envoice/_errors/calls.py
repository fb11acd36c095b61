"""A request was made and led to no usable answer; and what the texts of errors may show."""

from __future__ import annotations

from typing import Any, Final, Literal, TypeAlias
from urllib.parse import parse_qsl, urlsplit, urlunsplit

from .._names.errors import SDKError

BUILDS_ON: Final = ("_names.errors.SDKError",)

Outcome: TypeAlias = Literal["not_sent", "refused", "done", "unknown"]
"""What became of the operation that a failed call asked for.

`not_sent`: the request provably never left. `refused`: the service did not carry it out. `done`: the service carried it
out, and its answer cannot be read. `unknown`: the service may have carried it out.
"""

# These two ask for the same request elsewhere (RFC 9110, 15.4.8). The others may be how a service answers what it did.
_ELSEWHERE: Final = frozenset({307, 308})
_OK: Final = 200
_CLIENT_ERROR: Final = 400
_REQUEST_TIMEOUT: Final = 408
_SERVER_ERROR: Final = 500


class APIError(SDKError):
    """A request was made and did not lead to a usable answer.

    Args:
        message: One line that says what happened; the request is appended to it.
        operation: Public name of the operation, such as `orders.get`.
        method: HTTP method.
        url: Where the request went; user information and the values of the query are dropped.
        elapsed: Seconds from the beginning of the call to the failure, waiting between attempts included.
        attempts: How many times the request was tried.
        outcome: Whether the service carried out what was asked for.
    """

    def __init__(
        self,
        message: str,
        *,
        operation: str,
        method: str,
        url: str,
        elapsed: float,
        attempts: int = 1,
        outcome: Outcome = "unknown",
    ) -> None:
        self.operation: str = operation
        self.method: str = method
        self.url: str = public_url(url)
        self.elapsed: float = elapsed
        self.attempts: int = attempts
        self.outcome: Outcome = outcome
        """Whether the service carried out what was asked for: `not_sent`, `refused`, `done` or `unknown`."""
        self.page_number: int | None = None
        """Number of the page that could not be had, when it was one of a list."""
        tries = "" if attempts == 1 else f", {attempts} attempts"
        request = f"{method} {self.url}, {elapsed:.3f} s{tries}, outcome {outcome}"
        super().__init__(one_line(f"{operation}: {message} [{request}]"))


class APIConnectionError(APIError):
    """The connection failed before a complete answer arrived.

    Args:
        message: One line that says what happened.
        sent: Whether an attempt may have reached the service, which then may have acted on it; the outcome is then
            `unknown`. False only if the last provably did not and those before it, if any, were refused or did not
            either; the outcome is then `not_sent`.
        outcome: Whether the service carried out what was asked for; by default what `sent` says.
        context: What `APIError` takes.
    """

    def __init__(self, message: str, *, sent: bool = True, outcome: Outcome | None = None, **context: Any) -> None:
        self.sent: bool = sent
        if outcome is None:
            outcome = "unknown" if sent else "not_sent"
        super().__init__(message, outcome=outcome, **context)


class APITimeoutError(APIConnectionError):
    """No complete answer arrived in the time allowed for an attempt."""


class APIDeadlineError(APITimeoutError):
    """The deadline of the whole call has passed.

    A call that would wait beyond its deadline for another attempt ends at once, with the failure of the last one.
    """


class StreamError(APIConnectionError):
    """An answer that is read in parts broke off after it had begun. It is not asked for again.

    Args:
        message: One line that says what happened.
        received: How many items, or of a file bytes, had come whole.
        status: HTTP status of the answer, a 2xx.
        request_id: The service's identifier of this call, if it sent one.
        context: What `APIConnectionError` takes.
    """

    def __init__(
        self,
        message: str,
        *,
        received: int = 0,
        status: int | None = None,
        request_id: str | None = None,
        **context: Any,
    ) -> None:
        self.received: int = received
        self.status: int | None = status
        self.request_id: str | None = request_id
        if request_id is not None:
            message = f"{message} (request id {request_id})"
        super().__init__(message, **context)


class DownloadError(APIError):
    """A file behind a link could not be stored. Nothing was left behind, and an existing file is as it was.

    Args:
        message: One line that says what happened.
        status: HTTP status of what the link answered last, 200 too, or None when it was not asked.
        outcome: Whether the link gave the file; by default what the status says: `done` for 200.
        context: What `APIError` takes.
    """

    def __init__(
        self, message: str, *, status: int | None = None, outcome: Outcome | None = None, **context: Any
    ) -> None:
        self.status: int | None = status
        if outcome is None:
            outcome = "not_sent" if status is None else "done" if status == _OK else outcome_of_status(status)
        super().__init__(message, outcome=outcome, **context)


def outcome_of_status(status: int) -> Outcome:
    """Return what a status outside 2xx says of the operation.

    A 4xx is a refusal, except 408: that may come after the service has begun. 307 and 308 ask for the same request
    elsewhere. Any other status may come from a proxy, or after a part of the work.

    Args:
        status: HTTP status, any integer.
    """
    if status in _ELSEWHERE or (_CLIENT_ERROR <= status < _SERVER_ERROR and status != _REQUEST_TIMEOUT):
        return "refused"
    return "unknown"


def name_page(error: APIError, number: int) -> None:
    """Let an error tell which page of a list it is about, in its message too.

    Args:
        error: What the page failed with.
        number: Number of the page.
    """
    error.page_number = number
    name = f"{error.operation}: "
    error.args = (f"{name}page {number}: {error.message.removeprefix(name)}",)


def public_url(url: str) -> str:
    """Return a URL fit for a log: user information, fragment and the values of the query are dropped.

    Args:
        url: Any text; text that cannot be parsed becomes `<url>`.
    """
    try:
        parts = urlsplit(url)
        names = [name for name, _ in parse_qsl(parts.query, keep_blank_values=True)]
    except ValueError:
        return "<url>"
    host = parts.netloc.rpartition("@")[2]
    return urlunsplit((parts.scheme, host, parts.path, "&".join(f"{name}=***" for name in names), ""))


def one_line(text: str) -> str:
    """Return the text on one line, without control characters.

    Args:
        text: Any text.
    """
    return "".join(char if char.isprintable() else "?" for char in " ".join(text.split()))
