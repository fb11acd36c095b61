# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/parcel_depot; CONTRIBUTING.md says how to change what is generated.
"""The models: what the service takes and answers."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

from msgspec import UNSET, UnsetType, field

from ._json.model import Model
from .enums import OpenEnum, OrOrdinal

__all__ = ["Parcel", "ParcelHandIn", "ParcelPage", "ParcelState", "Reason"]


class Parcel(Model, kw_only=True):
    """
    A parcel. `Parcel` in the vendor's document.
    """

    came: datetime | None = field(name="Came", default=None)
    """
    When it came
    """
    grams: Decimal | None = field(name="Grams", default=None)
    """
    What it weighs
    """
    number: int | None = field(name="Number", default=None)
    """
    Its number
    """
    state: OrOrdinal[ParcelState] | None = field(name="State", default=None)


class ParcelHandIn(Model, kw_only=True):
    """
    What to hand in. `ParcelHandIn` in the vendor's document.
    """

    to: str = field(name="To")
    """
    For whom
    """
    grams: Decimal | int | None | UnsetType = field(name="Grams", default=UNSET)
    """
    What it weighs
    """
    pick: datetime | None | UnsetType = field(name="Pick", default=UNSET)
    """
    When it is fetched
    """


class ParcelPage(Model, kw_only=True):
    """
    A page of parcels. `ParcelPage` in the vendor's document.
    """

    broken: bool | None = field(name="Broken", default=None)
    """
    Whether the question failed
    """
    here: int | None = field(name="Here", default=None)
    """
    How many are here
    """
    known: int | None = field(name="Known", default=None)
    """
    How many the depot knows
    """
    parcels: list[Parcel] | None = field(name="Parcels", default=None)
    """
    The parcels
    """
    why: list[Reason] | None = field(name="Why", default=None)
    """
    Why it failed
    """


class ParcelState(OpenEnum):
    """
    Where a parcel is. `State` in the vendor's document.
    """

    HANDED = "Handed"
    LYING = "Lying"
    GONE = "Gone"


class Reason(Model, kw_only=True):
    """
    Why a question failed. `Reason` in the vendor's document.
    """

    says: str | None = field(name="Says", default=None)
    """
    In words
    """
