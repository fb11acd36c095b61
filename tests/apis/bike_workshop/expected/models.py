# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/bike_workshop; CONTRIBUTING.md says how to change what is generated.
"""The models: what the service takes and answers."""

from __future__ import annotations

from decimal import Decimal

from msgspec import UNSET, UnsetType, field

from ._json.model import Model
from .enums import OpenEnum, OrOrdinal

__all__ = ["Mechanic", "MechanicPage", "Part", "PartPage", "Repair", "RepairBooking", "RepairPage", "RepairState"]


class Mechanic(Model, kw_only=True):
    """
    Somebody who repairs. `Mechanic` in the vendor's document.
    """

    name: str = field(name="name")
    """
    Their name
    """


class MechanicPage(Model, kw_only=True):
    """
    One page of a list. `MechanicPage` in the vendor's document.
    """

    entries: list[Mechanic] = field(name="entries")
    matches: int | None = field(name="matches", default=None)
    """
    How many there are on all pages
    """
    shown: int | None = field(name="shown", default=None)
    """
    How many are on this page
    """


class Part(Model, kw_only=True):
    """
    A spare part. `Part` in the vendor's document.
    """

    code: str = field(name="code")
    """
    Its number in the catalogue
    """
    price: Decimal | None = field(name="price", default=None)
    """
    What one costs
    """
    stock: int | None = field(name="stock", default=None)
    """
    How many are on the shelf
    """


class PartPage(Model, kw_only=True):
    """
    One page of a list. `PartPage` in the vendor's document.
    """

    entries: list[Part] = field(name="entries")
    matches: int | None = field(name="matches", default=None)
    """
    How many there are on all pages
    """
    shown: int | None = field(name="shown", default=None)
    """
    How many are on this page
    """


class Repair(Model, kw_only=True):
    """
    A repair. `Repair` in the vendor's document.
    """

    state: OrOrdinal[RepairState] = field(name="state")
    """
    Where it stands
    """
    ticket: int = field(name="ticket")
    """
    The number on the ticket
    """
    bike: str | None = field(name="bike", default=None)
    """
    Make and colour
    """
    price: Decimal | None = field(name="price", default=None)
    """
    What it costs
    """


class RepairBooking(Model, kw_only=True):
    """
    What to repair. `RepairBooking` in the vendor's document.
    """

    bike: str = field(name="bike")
    """
    Make and colour
    """
    fault: str | UnsetType = field(name="fault", default=UNSET)
    """
    What is wrong
    """


class RepairPage(Model, kw_only=True):
    """
    One page of a list. `RepairPage` in the vendor's document.
    """

    entries: list[Repair] = field(name="entries")
    matches: int | None = field(name="matches", default=None)
    """
    How many there are on all pages
    """
    shown: int | None = field(name="shown", default=None)
    """
    How many are on this page
    """


class RepairState(OpenEnum):
    """
    Values in the vendor's order; one that is not listed is kept as it comes.
    """

    WAITING = "waiting"
    ON_STAND = "on-stand"
    READY = "ready"
