"""What is said of an argument of the wrong kind."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, time, timedelta
from decimal import Decimal
from typing import Any, Final
from uuid import UUID

import msgspec

from .._json.base_types import date_type, datetime_type
from .._json.shapes import Shape, is_enum, is_int_enum
from .._mismatch import with_article

_FROM_TEXT: Final[dict[Any, str]] = {
    bytes: "its bytes, not their base64",
    date_type(): "date.fromisoformat(...)",
    datetime_type(): "datetime.fromisoformat(...)",
    time: "time.fromisoformat(...)",
    timedelta: "timedelta(...)",
    UUID: "UUID(...)",
}
"""What to pass in the place of a text, by the type that is declared."""


def refusal(place: str, shape: Shape, value: object) -> str:
    """Return what is said of a value of the wrong kind.

    Args:
        place: Operation and argument.
        shape: What is declared.
        value: What was given.
    """
    # The value itself may be anything, and is not for a log.
    return f"{place} must be {_expected(shape)}; got {_described(value)}{_way_out(shape, value)}."


def _expected(shape: Shape) -> str:
    if shape.kind is list:
        is_told = shape.item is not None and shape.item.kind is not object and not shape.item.choices
        return f"a list of {shape.item.kind.__name__}" if shape.item is not None and is_told else "a list"
    if shape.kind is dict:
        return "a mapping"
    if shape.choices:
        said = [said for choice in shape.choices for said in _expected(choice).split(" or ")]
        *others, last = dict.fromkeys(said)
        return f"{', '.join(others)} or {last}" if others else last
    return "a Decimal or an int" if shape.kind is Decimal else with_article(shape.kind.__name__)


def _described(value: object) -> str:
    if isinstance(value, type):
        return f"the class {value.__name__}"
    return "None" if value is None else with_article(type(value).__name__)


def _way_out(shape: Shape, value: object) -> str:
    kind: Any = shape.kind
    name = kind.__name__
    way_out = ""
    if kind is int and isinstance(value, msgspec.Struct):
        way_out = "; pass its id alone, and each other field as an argument of its own"
    elif is_enum(kind):
        way_out = f"; pass {name}.from_ordinal(...)" if type(value) is int else f"; pass a member of {name}"
    elif is_int_enum(kind):
        way_out = f"; pass a member of {name}"
    elif kind is list and isinstance(value, msgspec.Struct | Mapping | str):
        way_out = "; put it into a list"
    elif kind in _FROM_TEXT and isinstance(value, str):
        way_out = f"; pass {_FROM_TEXT[kind]}"
    elif kind is datetime_type() and isinstance(value, date):
        way_out = "; pass a datetime, with its time and time zone"
    elif kind is date_type() and isinstance(value, datetime_type()):
        way_out = "; pass its date()"
    elif isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        way_out = f"; pass {name}(...)"
    return way_out
