# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/seed_bank; CONTRIBUTING.md says how to change what is generated.
"""The models: what the service takes and answers."""

from __future__ import annotations

from builtins import bytes as _bytes
from datetime import date as _date, datetime, time as _time
from decimal import Decimal
from typing import Any
from uuid import UUID

from msgspec import UNSET, UnsetType, field

from ._json.calendar_durations import Duration
from ._json.decimals import DecimalText
from ._json.model import Model
from ._json.nullable import ABSENT, Extras, Nullable, Omissible, OmissibleAmount, ReadOnly, RequiredAmount
from .enums import OpenEnum, OpenIntEnum, OrOrdinal

__all__ = ["Bag", "Grade", "Kind", "Note", "Place", "Sample", "Shelf"]


class Bag(Model, kw_only=True):
    """
    What samples are sent in. `Bag` in the vendor's document.
    """

    number: int | UnsetType = field(name="number", default=UNSET)
    """
    Set by the service alone
    """
    samples: dict[str, Note] = field(name="samples")
    label: str | None | UnsetType = field(name="label", default=UNSET)
    additional_properties: Extras[int] = field(name="-additional_properties", default=ABSENT)
    """
    What the service has beside the fields, by its names in JSON.
    """


class Grade(OpenIntEnum):
    """
    How good it is. `Grade` in the vendor's document.
    """

    N1 = 1
    N2 = 2
    MINUS_3 = -3


class Kind(OpenEnum):
    """
    Where it is from. `Kind` in the vendor's document.
    """

    WILD = "wild"
    BRED = "bred"
    EMPTY = ""


class Note(Model, kw_only=True):
    """
    A note. `Note` in the vendor's document.
    """

    text: str = field(name="text")
    written: Omissible[datetime] = field(name="written", default=ABSENT)
    additional_properties: Extras[DecimalText] = field(name="-additional_properties", default=ABSENT)
    """
    What the service has beside the fields, by its names in JSON.
    """


class Place(Model, kw_only=True):
    """
    `Place` in the vendor's document.
    """

    name: str = field(name="name")
    inside: Omissible[Place] = field(name="inside", default=ABSENT)
    token: Omissible[str] = field(name="token", default=ABSENT)
    additional_properties: Extras[Shelf] = field(name="-additional_properties", default=ABSENT)
    """
    What the service has beside the fields, by its names in JSON.
    """


class Sample(Model, kw_only=True):
    """
    A bag of seeds. `Sample` in the vendor's document.
    """

    date: _date = field(name="date")
    """
    When it was collected
    """
    grade: Grade = field(name="grade")
    id: ReadOnly[int] = field(name="id", default=ABSENT)
    """
    Its number (set by the service alone)
    """
    name: str = field(name="name")
    """
    What it is called (at most 40 characters)
    """
    pin: Nullable[str] = field(name="pin", default=ABSENT)
    """
    Opens the drawer (as in the pattern ^[0-9]{4}$; never answered)
    """
    uuid: UUID = field(name="uuid")
    weight: RequiredAmount = field(name="weight")
    """
    In grams (at least 0)
    """
    plus_1: Omissible[int] = field(name="+1", default=ABSENT)
    """
    Votes for it (by default 0)
    """
    minus_1: Omissible[int] = field(name="-1", default=ABSENT)
    """
    Votes against it
    """
    additional_properties_: Omissible[str] = field(name="additionalProperties", default=ABSENT)
    anything: Omissible[Any] = field(name="anything", default=ABSENT)
    """
    Whatever it is
    """
    bytes: Nullable[_bytes] = field(name="bytes", default=ABSENT)
    """
    A picture
    """
    class_: Omissible[str] = field(name="class", default=ABSENT)
    count: Omissible[int] = field(name="count", default=ABSENT)
    """
    At most 9; by default 3
    """
    counts: Omissible[dict[str, int]] = field(name="counts", default=ABSENT)
    date_time: Nullable[datetime] = field(name="date-time", default=ABSENT)
    dates: Omissible[list[_date]] = field(name="dates", default=ABSENT)
    found: Omissible[str] = field(name="found", default=ABSENT)
    """
    Where it was found & kept (as in the pattern ^(\\p{L}+)+$)
    """
    free: Omissible[dict[str, Any]] = field(name="free", default=ABSENT)
    from_json_: Omissible[bool] = field(name="from_json", default=ABSENT)
    """
    By default false
    """
    grades: Nullable[list[Grade]] = field(name="grades", default=ABSENT)
    grid: Omissible[list[list[int]]] = field(name="grid", default=ABSENT)
    list_: Omissible[list[str]] = field(name="list", default=ABSENT)
    matrix: Nullable[list[list[Decimal]]] = field(name="matrix", default=ABSENT)
    notes_by_day: Omissible[dict[str, list[Note]]] = field(name="notes_by_day", default=ABSENT)
    origin: Omissible[Place] = field(name="origin", default=ABSENT)
    parents: Omissible[list[Sample]] = field(name="parents", default=ABSENT)
    price: Nullable[DecimalText] = field(name="price", default=ABSENT)
    """
    What it costs
    """
    prices: Omissible[list[DecimalText]] = field(name="prices", default=ABSENT)
    purity: OmissibleAmount = field(name="purity", default=ABSENT)
    """
    More than 0; at most 1; a multiple of 0.01
    """
    shelves: Nullable[dict[str, Shelf]] = field(name="shelves", default=ABSENT)
    tags: Omissible[list[str]] = field(name="tags", default=ABSENT)
    """
    At least 1 item; at most 3 items; no item twice; each at most 4 characters; each as in the pattern ^[a-z]+$
    """
    time: Nullable[_time] = field(name="time", default=ABSENT)
    timedelta: Nullable[Duration] = field(name="timedelta", default=ABSENT)
    """
    How long it keeps
    """
    to_dict_: Omissible[str] = field(name="to_dict", default=ABSENT)
    """
    Has the name of a method
    """
    type: Omissible[OrOrdinal[Kind]] = field(name="type", default=ABSENT)
    additional_properties: Extras[Any] = field(name="-additional_properties", default=ABSENT)
    """
    What the service has beside the fields, by its names in JSON.
    """


class Shelf(Model, kw_only=True):
    """
    `Shelf` in the vendor's document.
    """

    number: int = field(name="number")
    neighbour: Omissible[Shelf] = field(name="neighbour", default=ABSENT)
