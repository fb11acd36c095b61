"""What the headers of an answer say: the request's id, and when to try again."""

from __future__ import annotations

import contextlib
import math
import re
from collections.abc import Mapping
from datetime import UTC
from decimal import Decimal
from typing import Any, Final

from .._api import REQUEST_ID_HEADERS

BUILDS_ON: Final = ("_api.REQUEST_ID_HEADERS",)

_REQUEST_ID: Final = re.compile(r"[!-~]{1,128}\Z")
# So many digits are a finite number still, and longer than anyone waits.
_SECONDS: Final = re.compile(r"[0-9]{1,300}(?:\.[0-9]{1,9})?\Z")


def request_id(headers: Mapping[str, str]) -> str | None:
    """Return the service's id of the request, if it sent one.

    Args:
        headers: Response headers, looked up in any case.
    """
    for name in REQUEST_ID_HEADERS:
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
    from email.utils import parsedate_to_datetime  # a date is rare

    with contextlib.suppress(ValueError, TypeError, OverflowError):
        moment = parsedate_to_datetime(value)
        if moment.tzinfo is None:
            # An HTTP date is in UTC, whichever of its forms says so.
            moment = moment.replace(tzinfo=UTC)
        seconds = moment.timestamp() - now
        return max(seconds, 0.0) if math.isfinite(seconds) else None
    return None


def header_value(text: str, kind: Any) -> Any:
    """Return the value of a header, or None for a text that is no such value.

    Args:
        text: What was sent.
        kind: The type that it is wanted in.
    """
    from .._json.codec import Undecodable, decode  # only where a header is read

    text = text.strip()
    if kind is str:
        return text
    plain = text.lower() if kind is bool else text
    quoted = kind in {bool, int, float, Decimal}
    try:
        return decode((plain if quoted else f'"{plain}"').encode(), kind)
    except Undecodable:
        return None
