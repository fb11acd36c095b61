"""The one place where an answer is judged: a decoded result, or an error of the tree. No I/O, no HTTP library."""

from __future__ import annotations

import contextlib
import re
from typing import TYPE_CHECKING, Any, Final, TypeVar

import msgspec
from attrs import field, frozen

from ._codec import Undecodable, decode, read_message
from .errors import MAX_ERROR_BODY, APIStatusError, DecodeError, FaultError, one_line, status_error_type

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ._operation import Operation
    from ._request import Request

T = TypeVar("T")

_MARGIN: Final = 4096
_REQUEST_ID_HEADERS: Final = ("x-request-id", "request-id", "x-correlation-id", "x-ms-request-id", "cf-ray")
_REQUEST_ID: Final = re.compile(r"[!-~]{1,128}\Z")
_SECRET_VALUE: Final = re.compile(
    rb'("[A-Za-z]{0,40}(?:password|passwd|secret|token|salt|apikey)[A-Za-z]{0,40}"\s{0,9}:\s{0,9})"(?:[^"\\]|\\.)*"?',
    re.IGNORECASE | re.DOTALL,
)
# A debugging page may repeat the request, headers included.
_ECHOED_HEADER: Final = re.compile(
    rb"""(x[-_]auth[-_](?:key|secret)(?:<[^<>]{0,99}>|[^\w<>]){1,20})[^\s"'<>&,;\\]+""", re.IGNORECASE
)


@frozen
class Answer:
    """What came back for one request.

    Args:
        status: HTTP status, any integer.
        headers: Response headers, looked up in lower case.
        body: The decoded bytes as far as they were read.
        elapsed: Seconds from sending the request to the end of the answer.
        defect: Why the body is not the whole body, or None.
        hide: Takes the credentials that were sent out of a text.
    """

    status: int
    headers: Mapping[str, str] = field(repr=False)
    body: bytes = field(repr=False)
    elapsed: float
    defect: str | None = None
    hide: Callable[[bytes], bytes] = field(default=bytes, repr=False, eq=False)

    @property
    def ok(self) -> bool:
        """Whether the status is 2xx."""
        return 200 <= self.status < 300  # noqa: PLR2004 - the class of statuses is its own name


def judge(operation: Operation[T], request: Request, answer: Answer) -> T:
    """Return what the answer means.

    Args:
        operation: What was called.
        request: What was sent.
        answer: What came back.

    Raises:
        APIStatusError: The status is not 2xx.
        DecodeError: The body is not what the operation answers.
        FaultError: The answer is an envelope that says it failed.
    """
    if not answer.ok:
        raise _status_error(request, answer)
    if answer.defect is not None:
        raise DecodeError(f"the body cannot be read: {answer.defect}", **_context(request, answer))
    try:
        value = _decoded(operation, answer.body)
    except Undecodable as error:
        failure = _decode_error(error, request, answer)
    else:
        fault = value if getattr(value, "is_faulted", None) is True else _hidden_fault(answer.body)
        if fault is not None:
            raise _fault(fault, request, answer)
        return value
    raise failure


def _decoded(operation: Operation[T], body: bytes) -> T:
    if operation.result is not None:
        return decode(body, operation.result)
    # Nothing is expected, but a page of HTML says that something else than the service answered.
    if body and not body.isspace():
        decode(body, msgspec.Raw)
    # Operation[None] is the only kind without a result; the checkers cannot see that T is None here.
    return None  # type: ignore[return-value]


class _Info(msgspec.Struct, rename="pascal"):
    user_visible_message: str | None = None
    fault_message: str | None = None
    code: str | None = None


class _Envelope(msgspec.Struct, rename="pascal"):
    """The part of the service's page envelope that says that a call failed, wherever it turns up."""

    is_faulted: bool | None = None
    error_messages: list[_Info] | None = None


def _hidden_fault(body: bytes) -> _Envelope | None:
    """The fault in the answer of an operation whose result has no place for one."""
    if b'"IsFaulted"' not in body:
        return None
    with contextlib.suppress(Undecodable):
        envelope = decode(body, _Envelope)
        return envelope if envelope.is_faulted else None
    return None


def _status_error(request: Request, answer: Answer) -> APIStatusError:
    context = _context(request, answer)
    return status_error_type(answer.status)(**context, detail=read_message(context["body"]))


def _decode_error(error: Undecodable, request: Request, answer: Answer) -> DecodeError:
    where = f" at {error.path}" if error.path else ""
    kind = answer.headers.get("content-type") or "no content type"
    message = f"the answer ({answer.status}, {kind[:100]}) cannot be read: {error.reason}{where}"
    return DecodeError(message, path=error.path, **_context(request, answer))


def _fault(envelope: Any, request: Request, answer: Answer) -> FaultError:
    messages: list[str] = []
    for info in getattr(envelope, "error_messages", None) or ():
        texts = [getattr(info, name, None) for name in ("user_visible_message", "fault_message", "code")]
        messages.extend([_shown(answer, str(text)) for text in texts if text is not None and text != ""][:1])
    said = "; ".join(messages)[:500] or "it gives no reason"
    return FaultError(
        f"the service answered {answer.status} with IsFaulted: {said}",
        messages=tuple(messages),
        envelope=envelope,
        **_context(request, answer),
    )


def _context(request: Request, answer: Answer) -> dict[str, Any]:
    return {
        "operation": request.operation,
        "method": request.method,
        "url": request.url,
        "elapsed": answer.elapsed,
        "status": answer.status,
        "request_id": _request_id(answer.headers),
        # Hidden before it is cut, or half a secret would stand at the end; the margin covers one in any spelling.
        "body": _without_secrets(answer.hide(answer.body[: MAX_ERROR_BODY + _MARGIN]))[:MAX_ERROR_BODY],
    }


def _shown(answer: Answer, text: str) -> str:
    return one_line(answer.hide(text.encode(errors="replace")).decode())


def _without_secrets(body: bytes) -> bytes:
    body = _SECRET_VALUE.sub(rb'\1"<hidden>"', body)
    return _ECHOED_HEADER.sub(rb"\1<hidden>", body)


def _request_id(headers: Mapping[str, str]) -> str | None:
    for name in _REQUEST_ID_HEADERS:
        value = headers.get(name)
        if value is not None and _REQUEST_ID.match(value):
            return value
    return None
