"""Durations with years or months, which have no fixed length: `P1M` is 28 to 31 days."""

from __future__ import annotations

import re
from datetime import timedelta
from functools import cache
from typing import TYPE_CHECKING, Any, Final, NoReturn, Self, TypeAlias

import msgspec

from ..errors import ModelError
from .base_types import JsonText
from .nullable import held_name
from .shapes import Field, Shape, is_list, is_object

_WHOLE: Final = re.compile(
    r"(?P<sign>[+-]?)P(?:(?P<years>[0-9]{1,9})Y)?(?:(?P<months>[0-9]{1,9})M)?(?:(?P<weeks>[0-9]{1,6})W)?"
    r"(?:(?P<days>[0-9]{1,9})D)?"
    r"(?:T(?=[0-9])(?:(?P<hours>[0-9]{1,9})H)?(?:(?P<minutes>[0-9]{1,9})M)?"
    r"(?:(?P<seconds>[0-9]{1,12})(?:[.,](?P<fraction>[0-9]{1,6}))?S)?)?",
    re.IGNORECASE,
)


class CalendarDuration(JsonText):
    """A duration with years or months. It never changes, and is sent as it came.

    Args:
        years: Whole years.
        months: Whole months.
        rest: What comes beside them: weeks, days and less.
        negative: Whether all of it is taken away.

    Raises:
        ModelError: There are neither years nor months, or a number is below 0.
    """

    __slots__ = ("months", "negative", "rest", "text", "years")

    years: int
    """Whole years."""
    months: int
    """Whole months."""
    rest: timedelta
    """What comes beside them."""
    negative: bool
    """Whether all of it is taken away."""
    text: str
    """The duration as ISO 8601 writes it: as the service sent it, if it did."""

    def __init__(
        self, *, years: int = 0, months: int = 0, rest: timedelta = timedelta(), negative: bool = False
    ) -> None:
        if not (years or months) or min(years, months) < 0 or rest < timedelta():
            raise ModelError("A CalendarDuration has years or months, and no number below 0; else pass a timedelta.")
        date = "".join(f"{number}{unit}" for number, unit in ((years, "Y"), (months, "M"), (rest.days, "D")) if number)
        seconds = f"{rest.seconds}.{rest.microseconds:06}".rstrip("0").rstrip(".")
        time = f"T{seconds}S" if rest.seconds or rest.microseconds else ""
        self._fill(years, months, rest, negative, f"{'-' if negative else ''}P{date}{time}")

    @classmethod
    def parse(cls, text: str) -> Self:
        """Return the duration of a text.

        Args:
            text: As ISO 8601 writes it: `P1Y6M`, `P1M`, `-P3MT12H`.

        Raises:
            ModelError: It is no duration, or has neither years nor months.
        """
        found = _WHOLE.fullmatch(text)
        numbers = {} if found is None else {name: int(found[name] or 0) for name in _UNITS}
        if found is None or not (numbers["years"] or numbers["months"]):
            raise ModelError("A CalendarDuration is written like P1Y6M, with years or months.")
        years, months = numbers.pop("years"), numbers.pop("months")
        microseconds = int((found["fraction"] or "").ljust(6, "0"))
        try:
            rest = timedelta(**numbers, microseconds=microseconds)
        except OverflowError:
            rest = None
        if rest is None:
            raise ModelError("A CalendarDuration has at most 999,999,999 days beside its months.")
        made = cls.__new__(cls)
        made._fill(years, months, rest, found["sign"] == "-", text)  # noqa: SLF001 - of this class
        return made

    def _fill(self, *values: object) -> None:
        for name, value in zip(("years", "months", "rest", "negative", "text"), values, strict=True):
            object.__setattr__(self, name, value)

    @property
    def json_text(self) -> str:
        """What stands for it in JSON."""
        return self.text

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError("A CalendarDuration never changes: make another.")

    def __delattr__(self, name: str) -> NoReturn:
        raise AttributeError("A CalendarDuration never changes: make another.")

    def _key(self) -> tuple[int, timedelta, bool]:
        return self.years * 12 + self.months, self.rest, self.negative

    def __eq__(self, other: object) -> bool:
        return self._key() == other._key() if isinstance(other, CalendarDuration) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._key())

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self).parse, (self.text,)

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        return f"CalendarDuration.parse({self.text!r})"


_UNITS: Final = ("years", "months", "weeks", "days", "hours", "minutes", "seconds")

if TYPE_CHECKING:
    Duration: TypeAlias = timedelta | CalendarDuration
    """What the service sends for a duration: a timedelta, where it has a fixed length."""
else:
    # msgspec reads a timedelta by itself; the second reading of an answer reads the others.
    Duration = timedelta


class CalendarText(str):
    """A duration with years or months, in a document that is read as a timedelta of no length in its place."""

    __slots__ = ("meant",)

    meant: str

    def __new__(cls, text: str) -> Self:
        """Make the text that stands for it."""
        made = super().__new__(cls, "PT0S")
        made.meant = text
        return made


def in_place_of(text: str) -> str:
    """Return a text, or what stands for it where it is a duration with years or months.

    Args:
        text: Any text.
    """
    return CalendarText(text) if is_calendar(text) else text


def is_calendar(text: str) -> bool:
    """Return whether a text is a duration with years or months.

    Args:
        text: Any text.
    """
    try:
        CalendarDuration.parse(text)
    except ModelError:
        return False
    return True


def placed(value: Any, document: Any, shape: Shape) -> Any:
    """Return a value with each duration of years or months in its place, which msgspec cannot read.

    Args:
        value: What msgspec has read; it is changed.
        document: What it was read from, with a `CalendarText` for each such duration.
        shape: Its type.
    """
    if shape.kind is timedelta:
        return CalendarDuration.parse(document.meant) if isinstance(document, CalendarText) else value
    if shape.item is not None and is_list(document) and is_list(value):
        value[:] = [placed(inner, plain, shape.item) for inner, plain in zip(value, document, strict=True)]
    elif shape.value is not None and is_object(document) and is_object(value):
        for name, inner in value.items():
            value[name] = placed(inner, document[name], shape.value)
    elif is_object(document) and isinstance(value, msgspec.Struct):
        for field in _fields(shape):
            if field.wire in document:
                held = held_name(shape.kind, field.name)
                inner = getattr(value, held)
                if (found := placed(inner, document[field.wire], field.shape)) is not inner:
                    msgspec.structs.force_setattr(value, field.name, found)
    return value


@cache
def _fields(shape: Shape) -> tuple[Field, ...]:
    return tuple(field for field in shape.fields.values() if field.shape.reaches(lambda inner: inner.kind is timedelta))
