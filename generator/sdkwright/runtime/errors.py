"""Every exception this package raises, in one tree.

    the base, named after the client
    ├── ConfigurationError (also ValueError)    the client cannot be built or used as it is set up
    ├── EncodeError (also ValueError)           the arguments cannot be written as a request; nothing was sent
    ├── ModelError (also ValueError)            plain values are not those of a model: .path
    ├── APIError                                a request was made: .operation .method .url .attempts .elapsed
    │   │                                       .outcome, and of a list .page_number
    │   ├── APIConnectionError                  no complete answer arrived: .sent
    │   │   ├── APITimeoutError                 ... in the time allowed for an attempt
    │   │   │   └── APIDeadlineError            ... before the deadline of the whole call
    │   │   └── StreamError                     an answer broke off that is read in parts: .received .status
    │   ├── DownloadError                       a file behind a link could not be stored: .status
    │   └── APIResponseError                    an answer arrived: .status .request_id .body .detail
    │       ├── APIStatusError                  its status is not 2xx: .retry_after .data .as_type
    │       │   ├── BadRequestError             400
    │       │   ├── AuthenticationError         401
    │       │   ├── PermissionDeniedError       403
    │       │   ├── NotFoundError               404
    │       │   ├── ConflictError               409
    │       │   ├── UnprocessableEntityError    422
    │       │   ├── RateLimitError              429
    │       │   └── InternalServerError         500 and above
    │       ├── FaultError                      a 200 whose envelope says it failed: .messages .envelope .page
    │       └── DecodeError                     a 2xx that cannot be read: .path
    ├── PaginationError                         a list does not end
    └── WebhookError                            a delivery was refused
        ├── WebhookSignatureError               its signature is missing or wrong
        └── WebhookPayloadError                 its body cannot be read

All can be pickled and copied. None holds credentials, header values or the values of a URL's query.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from http import HTTPStatus
from typing import Any, Final, Literal, Protocol, TypeAlias, TypeVar
from urllib.parse import parse_qsl, urlsplit, urlunsplit

from ._names import errors as _names
from ._names.errors import *  # noqa: F403 - what is there has the package's own name
from ._names.errors import SDKError

__all__ = [
    "MAX_ERROR_BODY",
    "APIConnectionError",
    "APIDeadlineError",
    "APIError",
    "APIResponseError",
    "APIStatusError",
    "APITimeoutError",
    "AuthenticationError",
    "BadRequestError",
    "ConfigurationError",
    "ConflictError",
    "DecodeError",
    "DownloadError",
    "EncodeError",
    "FaultError",
    "InternalServerError",
    "ModelError",
    "NotFoundError",
    "PaginationError",
    "PermissionDeniedError",
    "RateLimitError",
    "StreamError",
    "UnprocessableEntityError",
    "WebhookError",
    "WebhookPayloadError",
    "WebhookSignatureError",
]
__all__ += _names.__all__

BUILDS_ON: Final = ("_names.errors.SDKError", "_names.errors.__all__")

MAX_ERROR_BODY: Final = 64 * 1024
"""Bytes of a response body that an error keeps."""

Outcome: TypeAlias = Literal["not_sent", "refused", "done", "unknown"]
"""What became of the operation that a failed call asked for.

`not_sent`: the request provably never left. `refused`: the service did not carry it out. `done`: the service carried it
out, and its answer cannot be read. `unknown`: the service may have carried it out.
"""

D = TypeVar("D")

_MAX_DETAIL: Final = 500
_REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})
# These two ask for the same request elsewhere (RFC 9110, 15.4.8). The others may be how a service answers what it did.
_ELSEWHERE: Final = frozenset({307, 308})
_OK: Final = 200
_CLIENT_ERROR: Final = 400
_REQUEST_TIMEOUT: Final = 408
_SERVER_ERROR: Final = 500


# Where callers find it, and tracebacks name it.
SDKError.__module__ = __name__


class ConfigurationError(SDKError, ValueError):
    """The client, its credentials or its settings cannot be used as given."""


class EncodeError(SDKError, ValueError):
    """The arguments of a call cannot be written as a request. Nothing was sent."""


class ModelError(SDKError, ValueError):
    """Plain values, or a JSON text, cannot be read as a model.

    Args:
        message: One line that says what is wrong and where.
        path: Where, such as `Items[3].Cost`; empty for the values as a whole.
    """

    def __init__(self, message: str, *, path: str = "") -> None:
        self.path: str = path
        super().__init__(message)


class PaginationError(SDKError):
    """A list does not end. The message says at which page to go on if it is really that long."""


class APIError(SDKError):
    """A request was made and did not lead to a usable answer.

    Args:
        message: One line that says what happened; the request is appended to it.
        operation: Public name of the operation, such as `invoices.get`.
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


class APIResponseError(APIError):
    """The service answered, and the answer is an error.

    Args:
        message: One line that says what happened.
        status: HTTP status, any integer.
        request_id: The service's identifier of this call, if it sent one.
        body: The response's body. The first 64 KiB are kept; they may hold personal data and are never printed.
        detail: The service's own explanation, if the body has one.
        context: What `APIError` takes.
    """

    def __init__(
        self,
        message: str,
        *,
        status: int,
        request_id: str | None = None,
        body: bytes = b"",
        detail: str | None = None,
        **context: Any,
    ) -> None:
        self.status: int = status
        self.request_id: str | None = request_id
        self.body: bytes = body[:MAX_ERROR_BODY]
        self.detail: str | None = detail
        if request_id is not None:
            message = f"{message} (request id {request_id})"
        super().__init__(message, **context)


class APIStatusError(APIResponseError):
    """The service answered with a status outside 2xx.

    Args:
        status: HTTP status, any integer.
        detail: The service's own explanation, if the body has one.
        retry_after: Seconds after which the service asks to be tried again, if it says so.
        outcome: Whether the service carried out what was asked for; by default what the status says.
        kind: The type that the document declares for the body, or None.
        media_type: The body's Content-Type, if it was sent.
        reader: What reads a body as such a type; None for an error whose body nobody reads.
        context: What `APIResponseError` takes.
    """

    def __init__(
        self,
        *,
        status: int,
        detail: str | None = None,
        retry_after: float | None = None,
        outcome: Outcome | None = None,
        kind: Any = None,
        media_type: str | None = None,
        reader: Callable[[bytes, Any, str | None], Any] | None = None,
        **context: Any,
    ) -> None:
        self.retry_after: float | None = retry_after
        self._kind = kind
        self._media_type = media_type
        self._reader = reader
        if outcome is None:
            outcome = outcome_of_status(status)
        super().__init__(_describe(status, detail), status=status, detail=detail, outcome=outcome, **context)

    @property
    def data(self) -> Any:
        """The body as the document declares it for this status; None where it declares nothing, or something else came.

        What says that it is `application/problem+json` is a `Problem`, declared or not. Secrets are hidden, as in
        `body`, of which no more than 64 KiB are read.
        """
        return self._read(self._kind)

    def as_type(self, kind: type[D]) -> D | None:
        """Return the body if it is of a type, else None.

            if (problem := error.as_type(Problem)) is not None:
                print(problem.detail)

        Args:
            kind: A model of the package, `Problem`, or another type that `data` may have.
        """
        # A problem is one also where the document declares a model of its own for it.
        return next((found for found in (self.data, self._read(None)) if isinstance(found, kind)), None)

    def _read(self, kind: Any) -> Any:
        return None if self._reader is None else self._reader(self.body, kind, self._media_type)


class BadRequestError(APIStatusError):
    """400: the service did not accept the arguments."""


class AuthenticationError(APIStatusError):
    """401: the credentials are missing, wrong or no longer valid. Also where a token endpoint gives no token.

    Args:
        context: What `APIStatusError` takes.
    """

    def __init__(self, **context: Any) -> None:
        super().__init__(**context)
        self.error: str | None = None
        """What a token endpoint calls the failure, such as `invalid_client`; None where it was not asked."""


class PermissionDeniedError(APIStatusError):
    """403: the credentials do not allow this."""


class NotFoundError(APIStatusError):
    """404: there is no such thing."""


class ConflictError(APIStatusError):
    """409: the request contradicts the present state."""


class UnprocessableEntityError(APIStatusError):
    """422: the arguments are well-formed and not acceptable."""


class RateLimitError(APIStatusError):
    """429: too many requests."""


class InternalServerError(APIStatusError):
    """500 or above: the service, or a proxy before it, failed."""


class _FaultPage(Protocol):
    """The page that came with a fault, as `pagination.Page` has it."""

    @property
    def items(self) -> list[Any]:
        """The items in the service's order."""
        ...

    @property
    def number(self) -> int:
        """Number of the page, from 1."""
        ...

    @property
    def total(self) -> int | None:
        """Number of items on all pages as the service counts them, or None when it gives none."""
        ...

    @property
    def envelope(self) -> Any:
        """The decoded answer that the page was made from."""
        ...

    @property
    def next_number(self) -> int | None:
        """Number of the page after this one; None when the list ends here."""
        ...

    @property
    def content(self) -> bytes:
        """The bytes of the answer; empty when it was made by hand."""
        ...

    @property
    def is_faulted(self) -> bool:
        """Whether the service says that this page failed."""
        ...

    def unknown_fields(self) -> dict[str, object]:
        """Return what the answer holds and this package's models do not: JSON path to value."""
        ...

    def __iter__(self) -> Iterator[Any]: ...

    def __len__(self) -> int: ...


class FaultError(APIResponseError):
    """The service answered 200 with an envelope that says that the call failed. What came with it is kept.

    Args:
        message: One line that says what happened.
        messages: The service's explanations, in its order; may be empty.
        envelope: The decoded answer.
        context: What `APIResponseError` takes.
    """

    def __init__(self, message: str, *, messages: tuple[str, ...], envelope: Any, **context: Any) -> None:
        self.messages: tuple[str, ...] = messages
        self.envelope: Any = envelope
        self.page: _FaultPage | None = None
        """The page that came with the fault, when the operation answers pages."""
        super().__init__(message, **context)


class DecodeError(APIResponseError):
    """The service answered 2xx with a body that is not what the operation answers.

    Args:
        message: One line that says what happened.
        path: Where in the body, such as `Items[3].Cost`; empty when the body as a whole is at fault.
        context: What `APIResponseError` takes.
    """

    def __init__(self, message: str, *, path: str = "", **context: Any) -> None:
        self.path: str = path
        super().__init__(message, **context)


class WebhookError(SDKError):
    """A webhook delivery was refused."""


class WebhookSignatureError(WebhookError):
    """The signature of a delivery is missing or does not match."""


class WebhookPayloadError(WebhookError):
    """The body of a delivery cannot be read."""


_BY_STATUS: Final[dict[int, type[APIStatusError]]] = {
    400: BadRequestError,
    401: AuthenticationError,
    403: PermissionDeniedError,
    404: NotFoundError,
    409: ConflictError,
    422: UnprocessableEntityError,
    429: RateLimitError,
}


def status_error_type(status: int) -> type[APIStatusError]:
    """Return the class that stands for a status outside 2xx.

    Args:
        status: HTTP status, any integer.
    """
    return _BY_STATUS.get(status, InternalServerError if status >= _SERVER_ERROR else APIStatusError)


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


def _describe(status: int, detail: str | None) -> str:
    try:
        phrase = f"{status} {HTTPStatus(status).phrase}"
    except ValueError:
        phrase = str(status)
    if status in _REDIRECTS:
        phrase += "; check the base URL, for this is a redirect"
    return f"{phrase}: {detail[:_MAX_DETAIL]}" if detail else phrase
