"""The service answered, and the answer is an error or cannot be read."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final, TypeVar

from .calls import APIError, Outcome, outcome_of_status

if TYPE_CHECKING:
    from .fault_page import FaultPage

MAX_ERROR_BODY: Final = 64 * 1024
"""Bytes of a response body that an error keeps."""

D = TypeVar("D")

_MAX_DETAIL: Final = 500
_REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})
_SERVER_ERROR: Final = 500


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
        self.page: FaultPage | None = None
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


def _describe(status: int, detail: str | None) -> str:
    from http import HTTPStatus  # only for the sentence of an error

    try:
        phrase = f"{status} {HTTPStatus(status).phrase}"
    except ValueError:
        phrase = str(status)
    if status in _REDIRECTS:
        phrase += "; check the base URL, for this is a redirect"
    return f"{phrase}: {detail[:_MAX_DETAIL]}" if detail else phrase
