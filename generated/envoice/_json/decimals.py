"""Writes decimals as text of a bounded length: a few characters of an answer can stand for billions of digits."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Final, TypeAlias

IN_TEXT: Final = "a text in JSON"
"""Marks the decimals that JSON has as texts."""

DecimalText: TypeAlias = Annotated[Decimal, IN_TEXT]
"""A decimal that JSON has as a text, such as `"100.10"`."""

MAX_ZEROS: Final = 100
"""Zeros that are written out for an exponent, beyond any amount; more of them stay an exponent."""


def is_plain(value: Decimal) -> bool:
    """Return whether a number is finite and at most `MAX_ZEROS` digits away from 1, so that it is written in digits.

    Args:
        value: Any decimal.
    """
    return value.is_finite() and abs(value.adjusted()) <= MAX_ZEROS


def decimal_text(value: Decimal) -> str:
    """Return a decimal in digits, such as `100.10`; beyond `MAX_ZEROS` with an exponent, such as `1E-5000`.

    Args:
        value: Any decimal.
    """
    text = str(value)
    # Without an exponent these are the digits already.
    return f"{value:f}" if "E" in text and is_plain(value) else text


def storable(value: Decimal | int) -> Decimal:
    """Return a decimal that may be handed to a library which counts its digits before it looks at their number.

    Args:
        value: A number of JSON.

    Raises:
        OverflowError: Its exponent is beyond any amount.
    """
    value = Decimal(value)
    if not value:
        return Decimal(0)
    if not is_plain(value):
        raise OverflowError(f"a number with an exponent beyond {MAX_ZEROS}")
    return value
