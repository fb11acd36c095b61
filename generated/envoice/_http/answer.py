"""What can be read from an answer besides its result: its name, when to come back, faults, and secrets to hide."""

from __future__ import annotations

import contextlib
import math
import re
from collections.abc import Mapping
from datetime import UTC
from typing import Final

import msgspec

from .._json.codec import Undecodable, decode
from .._json.shapes import is_list, is_object
from .._redaction.names import SECRET_HEADERS

_REQUEST_ID_HEADERS: Final = ("x-request-id", "request-id", "x-correlation-id", "x-ms-request-id", "cf-ray")
_REQUEST_ID: Final = re.compile(r"[!-~]{1,128}\Z")
# So many digits are a finite number still, and longer than anyone waits.
_SECONDS: Final = re.compile(r"[0-9]{1,300}(?:\.[0-9]{1,9})?\Z")
# The two below are compiled when an error needs them, for they would take a tenth of what importing the core does.
_SECRET_VALUE: Final = (
    rb'(?is)("[a-z]{0,40}(?:password|passwd|secret|token|salt|apikey)[a-z]{0,40}"\s{0,9}:\s{0,9})"(?:[^"\\]|\\.)*"?'
)
# A debugging page may repeat the request, headers included.
_ECHOED_HEADER: Final = (
    rb"(?i)((?:"
    + "|".join(re.escape(name).replace(r"\-", "[-_]") for name in SECRET_HEADERS).encode()
    + rb""")(?:<[^<>]{0,99}>|[^\w<>]){1,20})[^\s"'<>&,;\\]+"""
)


class _Envelope(msgspec.Struct, rename="pascal"):
    """The part of the service's page envelope that says that a call failed, wherever it turns up."""

    is_faulted: bool | None = None
    error_messages: object = None

    @property
    def total_count(self) -> None:
        """Nothing: this stands for an envelope that cannot be read, as one without items."""

    @property
    def result(self) -> None:
        """Nothing, as above."""


def hidden_fault(body: bytes) -> _Envelope | None:
    """Return the fault in the answer of an operation whose result has no place for one.

    Args:
        body: The answer's body.
    """
    if b'"IsFaulted"' not in body:
        return None
    with contextlib.suppress(Undecodable):
        envelope = decode(body, _Envelope)
        return envelope if envelope.is_faulted else None
    return None


def fault_messages(envelope: object) -> list[str]:
    """Return what a faulted envelope says, one text for each of its messages, the one meant for people first.

    Args:
        envelope: A decoded envelope.
    """
    said: object = getattr(envelope, "error_messages", None)
    messages: list[str] = []
    for info in said if is_list(said) else [said]:
        if is_object(info):
            texts = [info.get(name) for name in ("UserVisibleMessage", "FaultMessage", "Code")]
        elif isinstance(info, msgspec.Struct):
            texts = [getattr(info, name, None) for name in ("user_visible_message", "fault_message", "code")]
        else:
            texts = [info]
        messages.extend([str(text) for text in texts if text is not None and text != ""][:1])
    return messages


def explanation(body: bytes) -> str | None:
    """Return what an error body says went wrong, or None when it says nothing.

    Understood are ASP.NET's `Message` and its `ModelState`, which names the fields, and the service's own envelope.

    Args:
        body: Anything at all.
    """
    try:
        document = decode(body, dict[str, object])
    except Undecodable:
        return None
    texts = (document.get(name) for name in ("Message", "message"))
    said = [text.strip() for text in texts if isinstance(text, str) and text.strip()][:1]
    if is_object(fields := document.get("ModelState")):
        said += [f"{name}: {text}" for name, found in fields.items() for text in (found if is_list(found) else [found])]
    elif not said and document.get("ErrorMessages"):
        with contextlib.suppress(Undecodable):
            said = fault_messages(decode(body, _Envelope))
    return "; ".join(said) or None


def request_id(headers: Mapping[str, str]) -> str | None:
    """Return the service's name for an exchange, if it sent one.

    Args:
        headers: Response headers, looked up in any case.
    """
    for name in _REQUEST_ID_HEADERS:
        value = headers.get(name)
        if value is not None and _REQUEST_ID.match(value):
            return value
    return None


def retry_after(headers: Mapping[str, str], now: float) -> float | None:
    """Return the seconds after which the service asks to be tried again, or None if it says nothing readable.

    Args:
        headers: Response headers, looked up in any case.
        now: Seconds since 1970, to count from when the header is a date.
    """
    value = (headers.get("retry-after") or "").strip()
    if not value:
        return None
    if _SECONDS.match(value):
        return float(value)
    from email.utils import parsedate_to_datetime  # noqa: PLC0415 - a date is rare

    with contextlib.suppress(ValueError, TypeError, OverflowError):
        moment = parsedate_to_datetime(value)
        if moment.tzinfo is None:
            # An HTTP date is in UTC, whichever of its forms says so.
            moment = moment.replace(tzinfo=UTC)
        seconds = moment.timestamp() - now
        return max(seconds, 0.0) if math.isfinite(seconds) else None
    return None


def without_secrets(body: bytes) -> bytes:
    """Return the body without the values of fields and echoed headers that are secrets by their names.

    Args:
        body: Anything at all.
    """
    body = re.sub(_SECRET_VALUE, rb'\1"<hidden>"', body)
    return re.sub(_ECHOED_HEADER, rb"\1<hidden>", body) if SECRET_HEADERS else body
