"""Plain values as text, for forms and for the fields of multipart bodies."""

from __future__ import annotations

import math
from datetime import date, time, timedelta
from decimal import Decimal
from uuid import UUID

import msgspec

from .._json.base_types import as_base_type
from .._json.decimals import MAX_ZEROS, decimal_text
from ..errors import EncodeError


def text_of(value: object, place: str) -> str:
    """Return a plain value as text.

    Args:
        value: Text, a number, a truth, a date or the member of an enum.
        place: Operation and argument, for errors.

    Raises:
        EncodeError: It has no text form.
    """
    kind = type(value).__name__
    try:
        value = as_base_type(value)
    except ValueError as error:
        raise EncodeError(f"{place} has no text form: {error}.") from None
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case str():
            return value
        case int() | float() | Decimal():
            return _digits(value, place)
        case date() | time():
            return value.isoformat()
        case UUID() | timedelta() | bytes():
            # As in JSON: bytes in base64, a duration as ISO 8601 has it.
            return str(msgspec.to_builtins(value))
        case _:
            raise EncodeError(f"{place} has the type {kind}, which has no text form.")


def _digits(value: float | Decimal, place: str) -> str:
    is_finite = value.is_finite() if isinstance(value, Decimal) else isinstance(value, int) or math.isfinite(value)
    if not is_finite:
        raise EncodeError(f"{place} is {value}; pass a finite number.")
    if isinstance(value, Decimal):
        text = decimal_text(value)
        if "E" in text:
            raise EncodeError(
                f"{place} has the exponent {value.adjusted()}; pass a Decimal with one of at most {MAX_ZEROS} either "
                "way."
            )
        return text
    try:
        return str(value)
    except ValueError:
        raise EncodeError(f"{place} is a number with too many digits.") from None
