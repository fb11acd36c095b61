# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/weather_stations; CONTRIBUTING.md says how to change what is generated.
"""The models: what the service takes and answers."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

from msgspec import field

from ._json.model import Model
from ._json.nullable import ABSENT, NullableAmount, Omissible
from .enums import OpenEnum, OrOrdinal

__all__ = ["Observation", "Place", "Sky", "Station"]


class Observation(Model, kw_only=True):
    """
    What was measured at once. `Observation` in the vendor's document.
    """

    at: datetime = field(name="at")
    """
    When
    """
    station: str = field(name="station")
    """
    The station's code
    """
    celsius: NullableAmount = field(name="celsius", default=ABSENT)
    """
    Temperature; null where the instrument failed
    """
    gusts: Omissible[list[Decimal | None]] = field(name="gusts", default=ABSENT)
    """
    Metres per second, by the minute; null where none was measured
    """
    sky: Omissible[OrOrdinal[Sky]] = field(name="sky", default=ABSENT)
    """
    The sky
    """


class Place(Model, kw_only=True):
    """
    A place. `Place` in the vendor's document.
    """

    latitude: Decimal = field(name="latitude")
    """
    Degrees north
    """
    longitude: Decimal = field(name="longitude")
    """
    Degrees east
    """
    altitude: Decimal | None = field(name="altitude", default=None)
    """
    Metres above the sea, where known
    """


class Sky(OpenEnum):
    """
    Values in the vendor's order; one that is not listed is kept as it comes.
    """

    CLEAR = "clear"
    CLOUDY = "cloudy"
    RAIN = "rain"
    SNOW = "snow"


class Station(Model, kw_only=True):
    """
    A place where weather is measured. `Station` in the vendor's document.
    """

    closed: datetime | None = field(name="closed")
    """
    Until when it measured; null while it does
    """
    code: str = field(name="code")
    """
    Its code
    """
    opened: datetime = field(name="opened")
    """
    Since when it measures
    """
    place: Place = field(name="place")
    note: str | None = field(name="note", default=None)
    """
    What to know of it
    """
    operator: str | None = field(name="operator", default=None)
    """
    Who runs it
    """
