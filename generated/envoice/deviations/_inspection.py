"""Reads an answer beside its type and names every place that differs from what the vendor's document says."""

from __future__ import annotations

import re
from collections import Counter
from datetime import time, timedelta
from decimal import Decimal
from itertools import chain
from typing import Any, Final
from uuid import UUID

from .._json.base_types import date_type, datetime_type
from .._json.codec import BOM, Undecodable, bare_word, decode, decode_plain
from .._json.shapes import Shape, is_enum, is_int_enum, is_list, is_object, shape_of
from .._json.time_limit import TimeLimit, batches
from .._schemas import NAMES
from ._deviation import Deviation, Kind

BUILDS_ON: Final = ("_schemas.NAMES",)

_MAX_TEXT: Final = 60
_INDEX: Final = re.compile(r"\[[0-9]+\]")
_STEP: Final = re.compile(r"\[\*\]|[^.\[]+")
_MISSING: Final = re.compile(r"Object missing required field `(?P<name>.+)`")
_TICKS: Final = r"(?P<fraction>\.[0-9]+)?"
_DATE: Final = re.compile(
    rf"(?P<day>[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}})(?P<mark>[Tt ])(?P<time>[0-9:]{{8}}){_TICKS}(?P<offset>.*)", re.DOTALL
)
_MICROSECONDS: Final = 6
_NAMES: Final[dict[Any, str]] = {
    bool: "boolean",
    datetime_type(): "date-time",
    Decimal: "number",
    UUID: "uuid",
    bytes: "byte",
    date_type(): "date",
    dict: "object",
    int: "integer",
    list: "array",
    str: "string",
    time: "time",
    timedelta: "duration",
}
_SEEN: Final[dict[type, str]] = {
    bool: "boolean",
    Decimal: "number",
    dict: "object",
    float: "number",
    int: "integer",
    str: "string",
    type(None): "null",
}


def findings(result: Any, body: bytes, limit: TimeLimit | None = None) -> list[Deviation]:
    """Return the deviations of one answer, each with its count and without an operation.

    Args:
        result: Type of the decoded answer.
        body: The answer, as it came.
        limit: Until when; None for no limit.

    Raises:
        LateError: The deadline has passed.
    """
    shape = shape_of(result)
    finder = _Finder(limit)
    try:
        decode(body, result, limit)
    except Undecodable as error:
        missing = _MISSING.match(error.reason)
        path = _INDEX.sub("[*]", error.path)
        path = path if missing is None else _inside(path, missing["name"])
        return [Deviation("", path, Kind.DECODE_FAILURE, _expected(_at(shape, path)), truncate(error.reason))]
    whole = _Place("", "", "")
    if body.startswith(BOM):
        finder.add(whole, Kind.BYTE_ORDER_MARK, "UTF-8 without one", "byte order mark")
    word = bare_word(body.removeprefix(BOM)) if is_enum(shape.kind) else None
    if word is not None:
        finder.add(whole, Kind.BARE_WORD, _expected(shape), truncate(word))
    finder.look(word if word is not None else decode_plain(body), shape, whole)
    return finder.found()


def _at(shape: Shape, path: str) -> Shape:
    """The shape at a path of the answer, as far as it is known."""
    for step in _STEP.findall(path):
        named = getattr(shape.fields.get(step), "shape", None)
        inner = shape.item or _members(shape) if step == "[*]" else named or _members(shape)
        if inner is None:
            break
        shape = inner
    return shape


def _members(shape: Shape) -> Shape | None:
    """What a map holds, or a model beside its fields."""
    return shape.value or (None if shape.extras is None else shape.extras.value)


def truncate(text: str) -> str:
    """Return a text of the service as one printable line, cut to the length that a report allows."""
    printable = "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in text)
    return printable if len(printable) <= _MAX_TEXT else f"{printable[: _MAX_TEXT - 1]}\N{HORIZONTAL ELLIPSIS}"


class _Place:
    """A place in the answer: its path, and the property of the vendor's schema that stands there."""

    __slots__ = ("name", "path", "schema")

    def __init__(self, path: str, schema: str, name: str) -> None:
        self.path = path
        self.schema = schema
        self.name = name

    def item(self) -> _Place:
        return _Place(f"{self.path}[*]", self.schema, self.name)


class _Finder:
    def __init__(self, limit: TimeLimit | None) -> None:
        self._counts: Counter[Deviation] = Counter()
        self._limit = limit

    def found(self) -> list[Deviation]:
        return [
            Deviation(
                "",
                deviation.path,
                deviation.kind,
                deviation.expected,
                deviation.seen,
                count,
                deviation.schema,
                deviation.name,
            )
            for deviation, count in self._counts.items()
        ]

    def add(self, place: _Place, kind: Kind, expected: str, seen: str) -> None:
        self._counts[Deviation("", place.path, kind, expected, seen, 0, place.schema, place.name)] += 1

    def look(self, value: Any, shape: Shape, place: _Place) -> None:
        """Look at one value that decoding accepts."""
        if value is None:
            self.add(place, Kind.NULL, _expected(shape), "null")
        elif shape.choices:
            self._variant(value, shape, place)
        elif shape.item is not None:
            for item in chain.from_iterable(batches(value, self._limit)):
                if item is None:
                    self.add(place.item(), Kind.NULL_ITEM, _expected(shape.item), "null")
                else:
                    self.look(item, shape.item, place.item())
        elif shape.fields or _members(shape) is not None:
            self._object(value, shape, place)
        else:
            self._scalar(value, shape, place)

    def _variant(self, value: Any, shape: Shape, place: _Place) -> None:
        member: Shape | None = shape.kind.choosing.member_of(shape.kind, value)
        if member is not None:
            self.look(value, member, place)
            return
        told = shape.kind.discriminator
        tag = value.get(told.name) if told is not None and is_object(value) else None
        seen = truncate(tag) if isinstance(tag, str) else _kind_of(value)
        self.add(place, Kind.UNKNOWN_VARIANT, _expected(shape), seen)

    def _scalar(self, value: Any, shape: Shape, place: _Place) -> None:
        if is_enum(shape.kind):
            self._enum(value, shape, place)
        elif is_int_enum(shape.kind):
            if not shape.kind(value).is_known:
                self.add(place, Kind.UNKNOWN_VALUE, _expected(shape), str(value))
        elif shape.kind is datetime_type():
            for kind in _date_kinds(value):
                self.add(place, kind, "date-time", kind.value.removeprefix("date "))
        elif shape.kind is Decimal and not shape.in_text and isinstance(value, str):
            self.add(place, Kind.NUMBER_AS_TEXT, "number", "string")

    def _object(self, value: dict[str, Any], shape: Shape, place: _Place) -> None:
        schema, members = _schema(shape.kind) if shape.fields else place.schema, _members(shape)
        for field in shape.fields.values():
            inner = _Place(_inside(place.path, field.wire), schema, field.wire)
            if field.wire not in value:
                self.add(inner, Kind.LEFT_OUT, _expected(field.shape), "nothing")
            else:
                self.look(value[field.wire], field.shape, inner)
        for name, item in value.items():
            if name in shape.fields:
                continue
            if members is not None:
                # Under any name, which stands for all of them.
                self.look(item, members, place.item())
            else:
                unknown = _Place(_inside(place.path, truncate(name)), schema, name)
                self.add(unknown, Kind.UNKNOWN_FIELD, "no such field", _kind_of(item))

    def _enum(self, value: Any, shape: Shape, place: _Place) -> None:
        if isinstance(value, str):
            if not shape.kind(value).is_known:
                self.add(place, Kind.UNKNOWN_VALUE, _expected(shape), truncate(value))
            return
        meant = shape.kind.from_ordinal(value)
        kind = Kind.ORDINAL if meant.is_known else Kind.UNKNOWN_ORDINAL
        self.add(place, kind, _expected(shape), f"{value} ({meant})" if meant.is_known else str(value))


def _date_kinds(text: str) -> list[Kind]:
    if not text:
        return [Kind.DATE_EMPTY]
    match = _DATE.fullmatch(text)
    if match is None:
        return [Kind.DATE_ONLY]
    fraction, offset = match["fraction"] or "", match["offset"]
    if (match["day"], match["time"]) == ("9999-12-31", "23:59:59") and fraction.startswith(".999"):
        return [Kind.DATE_MAX]
    if (match["day"], match["time"]) == ("0001-01-01", "00:00:00") and not fraction.strip(".0"):
        return [Kind.DATE_MIN]
    kinds = [] if offset else [Kind.DATE_NO_OFFSET]
    if len(fraction) - 1 > _MICROSECONDS:
        kinds.append(Kind.DATE_FRACTION)
    if match["mark"] != "T" or offset == "z" or (offset[1:] and ":" not in offset):
        kinds.append(Kind.DATE_SPELLING)
    return kinds


def _kind_of(value: object) -> str:
    if isinstance(value, str) and _DATE.fullmatch(value):
        return "date-time"
    if is_list(value):
        kinds = {_kind_of(item) for item in value} - {"null"}
        return f"array of {kinds.pop()}" if len(kinds) == 1 else "array"
    return _SEEN.get(type(value), "value")


def _expected(shape: Shape) -> str:
    if shape.fields:
        return "object"
    if shape.choices:
        return f"one of {', '.join(dict.fromkeys(map(_expected_choice, shape.choices)))}"
    is_named = is_enum(shape.kind) or is_int_enum(shape.kind)
    return _NAMES.get(shape.kind) or (str(shape.kind.__name__) if is_named else "value")


def _expected_choice(shape: Shape) -> str:
    return _schema(shape.kind) if shape.fields else _expected(shape)


def _schema(model: type) -> str:
    """The vendor's name of a model's schema; ours for what the vendor does not have."""
    return NAMES.get(model.__name__, model.__name__)


def _inside(path: str, name: str) -> str:
    return f"{path}.{name}" if path else name
