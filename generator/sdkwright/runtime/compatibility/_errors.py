"""The errors under the names that callers know, each with what they read of it. Ours are their bases."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final

from .. import errors as ours
from .._json.codec import Undecodable, decode_plain

if TYPE_CHECKING:
    import httpx

    from ..responses import RawResponse

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

_NO_HEADERS: Final[Mapping[str, str]] = {}
# What describes the body as it came, which is unpacked, or may be a secret of the caller's.
_LEFT_OUT: Final = frozenset({"content-encoding", "content-length", "set-cookie", "transfer-encoding"})


def rebuilt(method: str, url: str, status: int, headers: Mapping[str, str], content: bytes) -> httpx.Response:
    """Return an answer as httpx has it.

    Args:
        method: Of the request.
        url: Of the request, without the values of its query.
        status: HTTP status.
        headers: Those of the answer.
        content: The unpacked body.
    """
    import httpx  # whoever has an answer has imported it, unless another library sends

    kept = [(name, text) for name, text in headers.items() if name.lower() not in _LEFT_OUT]
    return httpx.Response(status, headers=kept, content=content, request=httpx.Request(method, url))


class _Answer(ours.APIResponseError):
    """What both kinds of error have besides."""

    @property
    def status_code(self) -> int:
        """HTTP status."""
        return self.status

    @property
    def response(self) -> httpx.Response:
        """What came back, of the body as much as an error keeps; secrets are hidden in it."""
        headers: Mapping[str, str] = self.__dict__.get("_headers", _NO_HEADERS)
        return rebuilt(self.method, self.url, self.status, headers, self.__dict__["body"])

    @property
    def request(self) -> httpx.Request:
        """What was asked for, without headers and body."""
        return self.response.request

    if not TYPE_CHECKING:
        # Ours is the bytes; callers of the former SDK know what they decode to.

        @property
        def body(self) -> Any:
            """The body as plain values, as text where it is no JSON, or None where there is none."""
            content = self.__dict__["body"]
            try:
                return decode_plain(content) if content else None
            except Undecodable:
                return content.decode("utf-8", "replace")

        def _read(self, kind: Any) -> Any:
            return None if self._reader is None else self._reader(self.__dict__["body"], kind, self._media_type)


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


class _EventError(_Answer):
    """An event of a stream that says that something failed."""


_TWINS: Final[dict[type[Any], type[Any]]] = {
    ours.APIResponseError: _EventError,
    ours.DecodeError: APIResponseValidationError,
    **{getattr(ours, name): globals()[name] for name in __all__ if hasattr(ours, name)},
}


@contextmanager
def translated(raw: RawResponse[Any] | None = None) -> Iterator[None]:
    """Raise errors under the names that callers know.

    Args:
        raw: The answer that they are about, for its headers; None where there is none yet.
    """
    try:
        yield
    except ours.APIResponseError as error:
        if (twin := _TWINS.get(type(error))) is not None:
            # The same error, with what callers read of it besides.
            error.__class__ = twin
            if raw is not None:
                error.__dict__["_headers"] = dict(raw.headers)
        raise
