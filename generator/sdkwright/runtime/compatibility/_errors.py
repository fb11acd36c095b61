"""The errors under the names that callers know, each with what they read of it. Ours are their bases."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

from .. import errors as ours

__all__ = [
    "APIResponseValidationError",
    "APIStatusError",
    "AuthenticationError",
    "BadRequestError",
    "ConflictError",
    "InternalServerError",
    "NotFoundError",
    "PermissionDeniedError",
    "RateLimitError",
    "UnprocessableEntityError",
]


class Answered:
    """What came back, as far as an error keeps it.

    Args:
        status_code: HTTP status.
        content: The body's first 64 KiB.
    """

    def __init__(self, status_code: int, content: bytes) -> None:
        self.status_code: int = status_code
        self.content: bytes = content

    @property
    def text(self) -> str:
        """The body as text."""
        return self.content.decode("utf-8", "replace")

    @property
    def is_success(self) -> bool:
        """Whether the status is 2xx."""
        return 200 <= self.status_code < 300  # noqa: PLR2004 - the range that HTTP has


class _Answer(ours.APIResponseError):
    """What both kinds of error have besides."""

    @property
    def status_code(self) -> int:
        """HTTP status."""
        return self.status

    @property
    def response(self) -> Answered:
        """What came back."""
        return Answered(self.status, self.body)


class APIResponseValidationError(_Answer, ours.DecodeError):
    """A successful answer that cannot be read."""


class APIStatusError(_Answer, ours.APIStatusError):
    """The service answered with a status outside 2xx."""


class BadRequestError(APIStatusError, ours.BadRequestError):
    """Status 400."""


class AuthenticationError(APIStatusError, ours.AuthenticationError):
    """Status 401."""


class PermissionDeniedError(APIStatusError, ours.PermissionDeniedError):
    """Status 403."""


class NotFoundError(APIStatusError, ours.NotFoundError):
    """Status 404."""


class ConflictError(APIStatusError, ours.ConflictError):
    """Status 409."""


class UnprocessableEntityError(APIStatusError, ours.UnprocessableEntityError):
    """Status 422."""


class RateLimitError(APIStatusError, ours.RateLimitError):
    """Status 429."""


class InternalServerError(APIStatusError, ours.InternalServerError):
    """Status 500 and above."""


_TWINS: Final[dict[type[Any], type[Any]]] = {
    ours.DecodeError: APIResponseValidationError,
    **{getattr(ours, name): globals()[name] for name in __all__ if hasattr(ours, name)},
}


@contextmanager
def translated() -> Iterator[None]:
    """Raise errors under the names that callers know."""
    try:
        yield
    except ours.APIResponseError as error:
        if (twin := _TWINS.get(type(error))) is not None:
            # The same error, with what callers read of it besides.
            error.__class__ = twin
        raise
