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
from .headers import request_id
from .operation import Operation

if TYPE_CHECKING:
    from . import error_bodies, media
else:
    error_bodies, media = lazy_module("._http.error_bodies"), lazy_module("._http.media")

BUILDS_ON: Final = ("_api.FAULT_FLAG",)

_MARGIN: Final = 4096


class Refusal:
    """An answer as far as the errors go that it stands for.

    Args:
        operation: What was called.
        status: HTTP status.
        headers: Response headers.
        content: The body.
        url: Where the request went, as it may be shown.
        elapsed: Seconds that the call took.
        attempts: How many there were.
        retry_after: Seconds that the service asks to wait, or None.
        hide: Takes the credentials that were sent out of a text.
        in_doubt: Whether an earlier attempt may have been carried out.
        remark: What the error of a status says of the call besides; empty for nothing.
        hook: What the project says of faults and of the bodies of errors.
    """

    __slots__ = (
        "_attempts",
        "_content",
        "_elapsed",
        "_headers",
        "_hide",
        "_hook",
        "_in_doubt",
        "_operation",
        "_remark",
        "_retry_after",
        "_status",
        "_url",
    )

    def __init__(  # noqa: PLR0913 - a raw answer alone makes one
        self,
        *,
        operation: Operation[Any],
        status: int,
        headers: Mapping[str, str],
        content: bytes,
        url: str,
        elapsed: float,
        attempts: int,
        retry_after: float | None,
        hide: Callable[[bytes], bytes],
        in_doubt: bool,
        remark: str,
        hook: ErrorHook,
    ) -> None:
        self._operation = operation
        self._status = status
        self._headers = headers
        self._content = content
        self._url = url
        self._elapsed = elapsed
        self._attempts = attempts
        self._retry_after = retry_after
        self._hide = hide
        self._in_doubt = in_doubt
        self._remark = remark
        self._hook = hook

    def status_error(self) -> APIStatusError:
        """Return the error of a status that is not 2xx."""
        context = self.context()
        media_type = self._headers.get("content-type")
        said = self._hook.describe_error(context["body"])
        if said is None and media.essence(media_type) == media.PROBLEM:
            from ..problems import Problem  # only for an error that is one

            said = Problem.of(context["body"]).message
        # A text inside the body may hold a secret that was escaped once more.
        detail = None if said is None else self._redact_text(said)
        if self._remark:
            detail = self._remark if detail is None else f"{detail}; {self._remark}"
        outcome = "unknown" if self._in_doubt else outcome_of_status(self._status)
        return status_error_type(self._status)(
            **context,
            detail=detail,
            retry_after=self._retry_after,
            outcome=outcome,
            kind=error_bodies.error_kind(self._operation, self._status),
            media_type=None if media_type is None else self._safe_line(media_type),
            reader=error_bodies.read_error,
        )

    def decode_error(self, error: Undecodable) -> DecodeError:
        """Return the error of a body that is not what was declared.

        Args:
            error: What is wrong with it.
        """
        where = f" at {error.path}" if error.path else ""
        kind = self._headers.get("content-type") or "no content type"
        message = f"the answer ({self._status}, {kind[:100]}) cannot be read: {error.reason}{where}"
        # JSON is the service's own word that it is done; a page of HTML or a blank body may be a proxy's.
        outcome: Outcome = "done" if _is_json(self._content) else "unknown"
        return DecodeError(
            self._safe_line(message), path=self._safe_line(error.path), outcome=outcome, **self.context()
        )

    def fault(self, envelope: Any, unreadable: str) -> FaultError:
        """Return the error of a successful answer that says the call failed.

        Args:
            envelope: What says so.
            unreadable: Where the answer cannot be read; empty where it can.
        """
        # An error must not carry what the service may have quoted of the request.
        if (redacted := self._hide(self._content)) != self._content:
            kind = cast("type[object]", type(envelope))
            with contextlib.suppress(Undecodable):
                envelope = decode(redacted, kind)
        messages = [self._safe_line(text) for text in self._hook.describe_fault(envelope)]
        said = "; ".join(messages)[:500] or "it gives no reason"
        if unreadable:
            said = f"{said}; what came with it cannot be read at {unreadable}"
        return FaultError(
            f"the service answered {self._status} with {FAULT_FLAG or 'a fault'}: {said}",
            messages=tuple(messages),
            envelope=envelope,
            outcome="unknown" if self._in_doubt else self._operation.fault_outcome,
            **self.context(),
        )

    def context(self) -> dict[str, Any]:
        """Return what every error of an answer is made with."""
        # Redact before cutting: otherwise half a secret could stay at the end. The margin covers any spelling.
        body = without_secrets(self._hide(self._content[: MAX_ERROR_BODY + _MARGIN]))[:MAX_ERROR_BODY]
        named = request_id(self._headers)
        return {
            "operation": self._operation.name,
            "method": self._operation.method,
            "url": self._url,
            "elapsed": self._elapsed,
            "attempts": self._attempts,
            "status": self._status,
            "request_id": None if named is None else self._safe_line(named),
            "body": body,
        }

    def broke_off(self, reason: str, received: int) -> StreamError:
        """Return the error of an answer that is read in parts and broke off.

        Args:
            reason: What happened, without any part of the request.
            received: How many items, or bytes, had come whole.
        """
        context = self.context()
        del context["body"]
        return StreamError(self._safe_line(reason), received=received, sent=True, **context)

    def unreadable(self, text: bytes, reason: str, path: str) -> DecodeError:
        """Return the error of an item that is not what was declared.

        Args:
            text: The item.
            reason: What is wrong.
            path: Where in the stream.
        """
        # As for a whole answer: the item takes the place of the body.
        body = without_secrets(self._hide(text[: MAX_ERROR_BODY + _MARGIN]))[:MAX_ERROR_BODY]
        context = self.context() | {"body": body}
        return DecodeError(self._safe_line(reason), path=self._safe_line(path), outcome="unknown", **context)

    def _safe_line(self, text: str) -> str:
        return one_line(self._redact_text(text))

    def _redact_text(self, text: str) -> str:
        return self._hide(text.encode(errors="surrogatepass")).decode(errors="surrogatepass")

    def late(self, limit: TimeLimit) -> APIDeadlineError:
        """Return the error of an answer that was not read in time.

        Args:
            limit: Until when it had to be.
        """
        is_done = self._hook.find_fault(None, self._content) is None and _is_json(self._content)
        return APIDeadlineError(
            f"the answer ({self._status}) has arrived, but the deadline of {limit.deadline} s passed while it was read",
            operation=self._operation.name,
            method=self._operation.method,
            url=self._url,
            elapsed=limit.elapsed(),
            attempts=self._attempts,
            outcome="done" if is_done else "unknown",
        )


def _is_json(content: bytes) -> bool:
    try:
        decode(content, msgspec.Raw)
    except Undecodable:
        return False
    return True
