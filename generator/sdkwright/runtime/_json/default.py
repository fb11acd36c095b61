"""What `json.dumps` calls for the values that it does not know."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, time, timedelta
from decimal import Decimal
from enum import Enum
from typing import Any, cast
from uuid import UUID

import msgspec

from .base_types import JsonText, as_base_type
from .decimals import decimal_text
from .durations import duration_text
from .model import Model


def json_default(value: object) -> Any:
    """Return a model as what the standard library's `json` can write: `json.dumps(invoice, default=json_default)`.

    A model becomes what `to_dict` gives, without secrets. `json` has no exact number, so an amount becomes a text with
    all its digits, which `from_dict` reads; `to_json` writes numbers. Dates, ids, bytes and durations become texts.

    Args:
        value: What `json` does not know.

    Raises:
        TypeError: It has no JSON form.
        EncodeError: A value in a model has none; the message names the field.
    """
    if isinstance(value, Model):
        return value.to_dict()
    base = as_base_type(value)
    if isinstance(base, Decimal):
        return decimal_text(base)
    if isinstance(base, timedelta):
        return duration_text(base)
    if isinstance(value, date | time | UUID | bytes):
        return msgspec.to_builtins(base)
    if isinstance(value, Enum | JsonText):
        return base
    if isinstance(value, set | frozenset | tuple):
        return [*cast("Iterable[object]", value)]
    raise TypeError(f"a value of the type {type(value).__name__} has no JSON form")
