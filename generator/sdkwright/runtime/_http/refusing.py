"""The errors that an answer stands for. None of them quotes a secret."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Final, cast

import msgspec

from .._api import FAULT_FLAG
from .._json.codec import Undecodable, decode
from .._json.time_limit import TimeLimit
from .._lazy import lazy_module
from .._redaction.bodies import without_secrets
from ..errors import (
    MAX_ERROR_BODY,
    APIDeadlineError,
    APIStatusError,
    DecodeError,
    FaultError,
    Outcome,
    StreamError,
    one_line,
    outcome_of_status,
    status_error_type,
)
from ..hooks._errors import ErrorHook
from ..hooks.errors import Errors
from .headers import request_id
from .operation import Operation

if TYPE_CHECKING:
    from . import error_bodies, media
else:
    error_bodies, media = lazy_module("._http.error_bodies"), lazy_module("._http.media")

BUILDS_ON: Final = ("_api.FAULT_FLAG",)

HOOK: Final[ErrorHook] = Errors()
"""What the project says of faults and of the bodies of errors."""

_MARGIN: Final = 4096


class Refusing:
    """An answer as far as the errors go that it stands for."""

    __slots__ = ()

    operation: Operation[Any]
    status: int
    headers: Mapping[str, str]
    content: bytes
    elapsed: float
    attempts: int
    retry_after: float | None
    _url: str
    _in_doubt: bool
    _redact: Callable[[bytes], bytes]
    _remark: str

    def _status_error(self) -> APIStatusError:
        context = self._context()
        media_type = self.headers.get("content-type")
        said = HOOK.describe_error(context["body"])
        if said is None and media.essence(media_type) == media.PROBLEM:
            from ..problems import Problem  # only for an error that is one

            said = Problem.of(context["body"]).message
        # A text inside the body may hold a secret that was escaped once more.
        detail = None if said is None else self._redact_text(said)
        if self._remark:
            detail = self._remark if detail is None else f"{detail}; {self._remark}"
        outcome = "unknown" if self._in_doubt else outcome_of_status(self.status)
        return status_error_type(self.status)(
            **context,
            detail=detail,
            retry_after=self.retry_after,
            outcome=outcome,
            kind=error_bodies.error_kind(self.operation, self.status),
            media_type=None if media_type is None else self._safe_line(media_type),
            reader=error_bodies.read_error,
        )

    def _decode_error(self, error: Undecodable) -> DecodeError:
        where = f" at {error.path}" if error.path else ""
        kind = self.headers.get("content-type") or "no content type"
        message = f"the answer ({self.status}, {kind[:100]}) cannot be read: {error.reason}{where}"
        # JSON is the service's own word that it is done; a page of HTML or a blank body may be a proxy's.
        outcome: Outcome = "done" if _is_json(self.content) else "unknown"
        return DecodeError(
            self._safe_line(message), path=self._safe_line(error.path), outcome=outcome, **self._context()
        )

    def _fault(self, envelope: Any, unreadable: str) -> FaultError:
        # An error must not carry what the service may have quoted of the request.
        if (redacted := self._redact(self.content)) != self.content:
            kind = cast("type[object]", type(envelope))
            with contextlib.suppress(Undecodable):
                envelope = decode(redacted, kind)
        messages = [self._safe_line(text) for text in HOOK.describe_fault(envelope)]
        said = "; ".join(messages)[:500] or "it gives no reason"
        if unreadable:
            said = f"{said}; what came with it cannot be read at {unreadable}"
        return FaultError(
            f"the service answered {self.status} with {FAULT_FLAG or 'a fault'}: {said}",
            messages=tuple(messages),
            envelope=envelope,
            outcome="unknown" if self._in_doubt else self.operation.fault_outcome,
            **self._context(),
        )

    def _context(self) -> dict[str, Any]:
        # Redact before cutting: otherwise half a secret could stay at the end. The margin covers any spelling.
        body = without_secrets(self._redact(self.content[: MAX_ERROR_BODY + _MARGIN]))[:MAX_ERROR_BODY]
        named = request_id(self.headers)
        return {
            "operation": self.operation.name,
            "method": self.operation.method,
            "url": self._url,
            "elapsed": self.elapsed,
            "attempts": self.attempts,
            "status": self.status,
            "request_id": None if named is None else self._safe_line(named),
            "body": body,
        }

    def _broke_off(self, reason: str, received: int) -> StreamError:
        context = self._context()
        del context["body"]
        return StreamError(self._safe_line(reason), received=received, sent=True, **context)

    def _unreadable(self, text: bytes, reason: str, path: str) -> DecodeError:
        # As for a whole answer: the item takes the place of the body.
        body = without_secrets(self._redact(text[: MAX_ERROR_BODY + _MARGIN]))[:MAX_ERROR_BODY]
        context = self._context() | {"body": body}
        return DecodeError(self._safe_line(reason), path=self._safe_line(path), outcome="unknown", **context)

    def _safe_line(self, text: str) -> str:
        return one_line(self._redact_text(text))

    def _redact_text(self, text: str) -> str:
        return self._redact(text.encode(errors="surrogatepass")).decode(errors="surrogatepass")

    def _late(self, limit: TimeLimit) -> APIDeadlineError:
        return APIDeadlineError(
            f"the answer ({self.status}) has arrived, but the deadline of {limit.deadline} s passed while it was read",
            operation=self.operation.name,
            method=self.operation.method,
            url=self._url,
            elapsed=limit.elapsed(),
            attempts=self.attempts,
            outcome="done" if HOOK.find_fault(None, self.content) is None and _is_json(self.content) else "unknown",
        )


def _is_json(content: bytes) -> bool:
    try:
        decode(content, msgspec.Raw)
    except Undecodable:
        return False
    return True
