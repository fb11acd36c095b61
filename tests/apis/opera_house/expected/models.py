# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/opera_house; CONTRIBUTING.md says how to change what is generated.
"""The models: what the service takes and answers."""

from __future__ import annotations

from msgspec import field

from ._json.model import Model
from .enums import OpenEnum, OrOrdinal

__all__ = ["HoldPlaysNightsSeatRequest", "NewPlay", "Night", "Play", "Seat", "SeatState", "Stage"]


class HoldPlaysNightsSeatRequest(Model, kw_only=True):
    """
    Not described by the vendor.
    """

    name: str = field(name="name")


class NewPlay(Model, kw_only=True):
    """
    `NewPlay` in the vendor's document.
    """

    title: str = field(name="title")


class Night(Model, kw_only=True):
    """
    `Night` in the vendor's document.
    """

    night: int = field(name="night")
    sold_out: bool | None = field(name="sold_out", default=None)


class Play(Model, kw_only=True):
    """
    `Play` in the vendor's document.
    """

    id: int = field(name="id")
    title: str = field(name="title")


class Seat(Model, kw_only=True):
    """
    `Seat` in the vendor's document.
    """

    seat: int = field(name="seat")
    state: OrOrdinal[SeatState] | None = field(name="state", default=None)


class SeatState(OpenEnum):
    """
    Values in the vendor's order; one that is not listed is kept as it comes.
    """

    FREE = "free"
    HELD = "held"


class Stage(Model, kw_only=True):
    """
    `Stage` in the vendor's document.
    """

    name: str | None = field(name="name", default=None)
