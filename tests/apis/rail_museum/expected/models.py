# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/rail_museum; CONTRIBUTING.md says how to change what is generated.
"""The models: what the service takes and answers."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from msgspec import UNSET, UnsetType, field

from ._json.model import Model
from ._json.nullable import ABSENT, Nullable, NullableAmount, Omissible
from .enums import OpenEnum, OrOrdinal

__all__ = [
    "Booking",
    "BookingEvent",
    "CopyTourResponse",
    "Engine",
    "EngineArrivedEvent",
    "EngineArrivedEventEvent",
    "EngineMuseum",
    "GetTourPlanResponse",
    "Guide",
    "Kind",
    "QueryToursRequest",
    "Tour",
    "TourCriteria",
    "TourFilter",
    "TourLanguage",
]


class Booking(Model, kw_only=True):
    """
    `Booking` in the vendor's document.
    """

    event: OrOrdinal[BookingEvent] = field(name="event")
    places: int = field(name="places")
    """
    At least 1
    """
    at: datetime | None = field(name="at", default=None)


class BookingEvent(OpenEnum):
    """
    Values in the vendor's order; one that is not listed is kept as it comes.
    """

    TOUR_BOOKED = "tour.booked"


class CopyTourResponse(Model, kw_only=True):
    """
    Not described by the vendor.
    """

    number: int | None = field(name="number", default=None)


class Engine(Model, kw_only=True):
    """
    `Engine` in the vendor's document.
    """

    kind: OrOrdinal[Kind] = field(name="kind")
    museum: OrOrdinal[EngineMuseum] = field(name="museum")
    name: str = field(name="name")
    id: Nullable[UUID] = field(name="id", default=ABSENT)
    """
    Set by the service alone
    """
    open: Omissible[Any] = field(name="open", default=ABSENT)
    plate: Omissible[bytes] = field(name="plate", default=ABSENT)
    """
    A picture of its plate
    """
    towed: Nullable[list[Engine]] = field(name="towed", default=ABSENT)
    weight: NullableAmount = field(name="weight", default=ABSENT)
    """
    More than 0
    """


class EngineArrivedEvent(Model, kw_only=True):
    """
    `EngineArrivedEvent` in the vendor's document.
    """

    engine: Engine = field(name="engine")
    event: OrOrdinal[EngineArrivedEventEvent] = field(name="event")


class EngineArrivedEventEvent(OpenEnum):
    """
    Values in the vendor's order; one that is not listed is kept as it comes.
    """

    ENGINE_ARRIVED = "engine.arrived"


class EngineMuseum(OpenEnum):
    """
    Values in the vendor's order; one that is not listed is kept as it comes.
    """

    RAIL = "rail"


class GetTourPlanResponse(Model, kw_only=True):
    """
    Not described by the vendor.
    """

    stops: list[str] | None = field(name="stops", default=None)


class Guide(Model, kw_only=True):
    """
    `Guide` in the vendor's document.
    """

    name: str = field(name="name")
    deputy: Guide | None = field(name="deputy", default=None)


class Kind(OpenEnum):
    """
    Values in the vendor's order; one that is not listed is kept as it comes. `Kind` in the vendor's document.
    """

    STEAM = "steam"
    DIESEL = "diesel"
    ELECTRIC = "electric"


class QueryToursRequest(Model, kw_only=True):
    """
    Wish.
    """

    stops: list[str] = field(name="stops")


class Tour(Model, kw_only=True):
    """
    Not described by the vendor.
    """

    engines: list[Engine] = field(name="engines")
    number: int = field(name="number")
    """
    More than 0
    """
    guide: Guide | None = field(name="guide", default=None)
    way: list[str] | None = field(name="way", default=None)


class TourCriteria(Model, kw_only=True):
    """
    Not described by the vendor.
    """

    text: str = field(name="text")
    stops: list[int] | UnsetType = field(name="stops", default=UNSET)


class TourFilter(Model, kw_only=True):
    """
    Not described by the vendor.
    """

    stops: list[int] | UnsetType = field(name="stops", default=UNSET)
    text: str | UnsetType = field(name="text", default=UNSET)


class TourLanguage(OpenEnum):
    """
    Values in the vendor's order; one that is not listed is kept as it comes.
    """

    DE = "de"
    EN = "en"
