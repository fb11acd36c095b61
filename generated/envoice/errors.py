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

from typing import Final

from ._errors.answers import (
    MAX_ERROR_BODY,
    APIResponseError,
    APIStatusError,
    AuthenticationError,
    BadRequestError,
    ConflictError,
    DecodeError,
    FaultError,
    InternalServerError,
    NotFoundError,
    PermissionDeniedError,
    RateLimitError,
    UnprocessableEntityError,
)
from ._errors.answers import status_error_type as status_error_type
from ._errors.calls import (
    APIConnectionError,
    APIDeadlineError,
    APIError,
    APITimeoutError,
    DownloadError,
    StreamError,
)
from ._errors.calls import Outcome as Outcome
from ._errors.calls import name_page as name_page
from ._errors.calls import one_line as one_line
from ._errors.calls import outcome_of_status as outcome_of_status
from ._errors.calls import public_url as public_url
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


class WebhookError(SDKError):
    """A webhook delivery was refused."""


class WebhookSignatureError(WebhookError):
    """The signature of a delivery is missing or does not match."""


class WebhookPayloadError(WebhookError):
    """The body of a delivery cannot be read."""


# Where callers find them, tracebacks name them and pickles look for them.
for _error in (SDKError, *(globals()[_name] for _name in __all__)):
    if isinstance(_error, type):
        _error.__module__ = __name__
