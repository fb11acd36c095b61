"""Writes plain values as the text that stands for them outside JSON: in a URL, a header, a cookie, a form, a part."""

from __future__ import annotations

import math
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any, Final
from uuid import UUID

import msgspec

from .._api import DATES
from .._json.base_types import as_base_type
from .._json.decimals import MAX_ZEROS, decimal_text
from ..errors import EncodeError

BUILDS_ON: Final = ("_api.DATES",)

_PLAIN_NUMBER: Final = 10**18


def text_of(value: Any, place: str) -> str:
    """Return the text that stands for a plain value.

    Args:
        value: Text, a bool, a number, a date, a time, a duration, a UUID or bytes, of a subclass too; bytes become
            Base64.
        place: What it is for, to begin an error with: `The query parameter 'id'`. The error never quotes the value.

    Raises:
        EncodeError: It has no text form.
    """
    if type(value) is int and -_PLAIN_NUMBER < value < _PLAIN_NUMBER:
        # Most are ids, which need no look at what else they could be.
        return str(value)
    kind = type(value).__name__
    try:
        value = as_base_type(value)
    except ValueError as error:
        raise EncodeError(f"{place} has no text form: {error}.") from None
    match value:
        case bool():
            text = "true" if value else "false"
        case str():
            text = value
        case int() | float():
            text = _number(place, value)
        case Decimal():
            text = _digits(place, value)
        case date() | time():
            text = _moment(place, value)
        case timedelta():
            from .._json.durations import duration_text  # few documents have any

            text = duration_text(value)
        case UUID() | bytes():
            text = str(msgspec.to_builtins(value))
        case _:
            raise EncodeError(f"{place} has the type {kind}, which has no text form.")
    return text


def _moment(place: str, value: date | time) -> str:
    if isinstance(value, datetime) and value.tzinfo is None and DATES == "rfc3339":
        raise EncodeError(f"{place} is a date without an offset from UTC; give it a tzinfo, such as datetime.UTC.")
    return value.isoformat()


def _number(place: str, value: float) -> str:
    if isinstance(value, float) and not math.isfinite(value):
        raise EncodeError(f"{place} is {value}; pass a finite number.")
    try:
        return str(value)
    except ValueError:
        raise EncodeError(f"{place} is a number with too many digits.") from None


def _digits(place: str, value: Decimal) -> str:
    if not value.is_finite():
        raise EncodeError(f"{place} is {value}; pass a finite number.")
    text = decimal_text(value)
    if "E" in text:
        # The service reads no exponents there.
        raise EncodeError(
            f"{place} has the exponent {value.adjusted()}; pass a Decimal with one of at most {MAX_ZEROS} either way."
        )
    return text
