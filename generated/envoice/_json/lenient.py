"""The second reading of an answer that a strict one refuses: repairs what can mean one thing only, guided by the type.

Of every API: bytes in the alphabet of URLs, without their padding or on several lines; weeks in a duration, and years
or months, which become a `CalendarDuration`. The rest depends on the declared dialect. Where dates are .NET's:
`DateTime.MaxValue` and every other last tick of a day, a date without a time (midnight), the time of midnight behind a
date, and an empty text for a date (None). Both readings then round a fraction to microseconds, but never into the next
day; both leave a date without an offset naive, because any zone would be a guess. Where every property may be null:
null in a list (left out), and null for a whole list (empty).

Both readings take a decimal as a text too, which is exact. Everything else is an error that names its place. Of an API
that keeps to RFC 3339 and to its document, an answer without bytes and durations is never read a second time.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal
from functools import cache
from typing import Any, Final, cast

import msgspec

from .._api import DATES, NULLABLE
from .._lazy import lazy_module
from .base_types import date_type, datetime_type
from .shapes import Field, Shape, annotation, is_list, is_object, keeps_extras, shape_of, union_reader
from .time_limit import TimeLimit, batches

# Only a package carries it whose models keep extras, or have decimals that JSON has as texts.
_extras: Any = lazy_module("._json.extras")

BUILDS_ON: Final = ("_api.DATES", "_api.NULLABLE")

# Only a package carries it whose document has durations.
_durations: Any = lazy_module("._json.calendar_durations")

REPAIRS_NULLS: Final = NULLABLE == "every-property"
"""Whether null may stand in a list and in the place of one."""

REPAIRS: Final = REPAIRS_NULLS or DATES == "dotnet"
"""Whether there is anything to repair in every answer, so that it is read a second time."""

LAST_TICK: Final = b"23:59:59.999999"
"""What stands in a body that may hold a date which the strict reading would round into the next day."""

_ROUNDED_UP: Final = re.compile(rb"23:59:59\.999999[5-9]")
_LAST_TICK: Final = re.compile(r"(?P<kept>.{10}[Tt ]23:59:59\.999999)[0-9]+(?P<offset>.*)")
_DATE_ONLY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MIDNIGHT: Final = re.compile(r"(?P<date>[0-9]{4}-[0-9]{2}-[0-9]{2})[Tt ]00:00:00(?:\.0+)?[Zz]?")
_WEEKS: Final = re.compile(r"(?P<sign>[+-]?)P(?P<weeks>[0-9]{1,6})W")
# float_hook gives the digits as sent.
_PLAIN: Final = msgspec.json.Decoder(float_hook=Decimal)
_STEP: Final = re.compile(r"\[(?P<index>[0-9]+)\]|\.?(?P<name>[^.\[]+)")


def read_plain(body: bytes) -> Any:
    """Return a body as plain objects, with exact numbers.

    Raises:
        msgspec.DecodeError: It is not JSON.
        RecursionError: It is nested too deeply.
    """
    return _PLAIN.decode(body)


@cache
def is_repairable(shape: Shape) -> bool:
    """Whether an answer of a type is read a second time when a strict reading refuses it."""
    return REPAIRS or shape.reaches(lambda inner: inner.kind is bytes or inner.kind is timedelta)


@cache
def _holds_durations(shape: Shape) -> bool:
    return shape.reaches(lambda inner: inner.kind is timedelta)


def needs_repair(body: bytes) -> bool:
    """Whether a strict reading would round a date of `body` into the next day."""
    return DATES == "dotnet" and _ROUNDED_UP.search(body) is not None


def repair(document: Any, result: Any, limit: TimeLimit | None = None) -> Any:
    """Return a document as `result`, repaired where that is no guess.

    Args:
        document: What `read_plain` has read.
        result: A model, enum, int, bool, str, or a list of these.
        limit: Until when; None for no limit.

    Raises:
        LateError: The deadline has passed.
        msgspec.ValidationError: It cannot be repaired. The path counts no nulls in lists.
        RecursionError: It is nested too deeply.
    """
    shape = shape_of(result)
    plain = repaired(document, shape, limit)
    if limit is not None:
        limit.check()
    value = msgspec.convert(plain, annotation(result), dec_hook=union_reader())
    if _holds_durations(shape):
        value = _durations.placed(value, plain, shape)
    if keeps_extras(shape):
        _extras.attach_extras(value, plain, shape)
    return value


def original_path(path: str, body: bytes) -> str:
    """Return a path of the repaired document as one of `body`, where lists may hold nulls that were left out.

    Args:
        path: Where, such as `Items[3].Cost`.
        body: JSON.

    Raises:
        msgspec.DecodeError: The body is not JSON after all.
        LookupError: The body has no such place.
        TypeError: As above.
    """
    node, steps = read_plain(body), list[str]()
    for step in _STEP.finditer(path):
        if step["index"] is None:
            steps.append(step[0])
            node = node[step["name"]]
        else:
            items = [(place, item) for place, item in enumerate(cast("list[Any]", node)) if item is not None]
            place, node = items[int(step["index"])]
            steps.append(f"[{place}]")
    return "".join(steps)


def repaired(value: Any, shape: Shape, limit: TimeLimit | None) -> Any:
    """Return a plain value with what its type asks for repaired, in unions nothing: each member asks for its own.

    Args:
        value: The value, which is left as it is.
        shape: Its type.
        limit: Until when; None for no limit.

    Raises:
        LateError: The deadline has passed.
        RecursionError: It is nested too deeply.
    """
    if shape.item is not None:
        if value is None:
            return [] if REPAIRS_NULLS else None
        if is_list(value):
            drops = REPAIRS_NULLS and not shape.holds_nulls
            kept = [item for item in value if item is not None] if drops else value
            if not _is_repairable(shape.item):
                return kept
            return [repaired(item, shape.item, limit) for some in batches(kept, limit) for item in some]
    elif shape.kind in _TEXTS:
        return _TEXTS[shape.kind](value) if isinstance(value, str) else value
    elif is_object(value):
        return _with_repaired_members(value, shape, limit)
    return value


def _with_repaired_members(value: dict[str, Any], shape: Shape, limit: TimeLimit | None) -> dict[str, Any]:
    changed: dict[str, Any] = {}
    for field in _repairable_fields(shape):
        if (inner := value.get(field.wire)) is not None:
            changed[field.wire] = repaired(inner, field.shape, limit)
    members = shape if shape.value is not None else shape.extras
    if members is not None and members.value is not None and _is_repairable(members.value):
        for name in value.keys() - shape.fields.keys():
            changed[name] = repaired(value[name], members.value, limit)
    return value | changed if changed else value


def _repaired_moment(text: str) -> str | None:
    if not text:
        return None
    if _DATE_ONLY.fullmatch(text):
        return f"{text}T00:00:00"
    match = _LAST_TICK.fullmatch(text)
    return match["kept"] + match["offset"] if match else text


def _repaired_date(text: str) -> str | None:
    match = _MIDNIGHT.fullmatch(text)
    return match["date"] if match else text or None


def _repaired_bytes(text: str) -> str:
    plain = "".join(text.split()).rstrip("=").replace("-", "+").replace("_", "/")
    return plain + "=" * (-len(plain) % 4)


def _repaired_duration(text: str) -> str:
    match = _WEEKS.fullmatch(text)
    if match:
        return f"{match['sign']}P{int(match['weeks']) * 7}D"
    if "Y" in text or "M" in text.partition("T")[0]:
        found: str = _durations.in_place_of(text)
        return found
    return text


_TEXTS: Final[dict[Any, Callable[[str], str | None]]] = {
    bytes: _repaired_bytes,
    timedelta: _repaired_duration,
    **({datetime_type(): _repaired_moment, date_type(): _repaired_date} if DATES == "dotnet" else {}),
}
"""What repairs a text, by the type that it is for."""


def _is_repairable(shape: Shape) -> bool:
    inside = (shape.item, shape.value, shape.extras)
    return shape.kind in _TEXTS or bool(shape.fields) or any(inner is not None for inner in inside)


@cache
def _repairable_fields(shape: Shape) -> tuple[Field, ...]:
    return tuple(field for field in shape.fields.values() if _is_repairable(field.shape))
