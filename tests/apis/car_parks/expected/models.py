# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/car_parks; CONTRIBUTING.md says how to change what is generated.
"""The models: what the service takes and answers."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

from msgspec import UNSET, UnsetType, field

from ._json.model import Model

__all__ = ["CarPark", "Ticket", "TicketOrder"]


class CarPark(Model, kw_only=True):
    """
    A car park. `CarPark` in the vendor's document.

    In money, in the currency of the document it belongs to: `price_per_hour`.
    """

    id: int = field(name="Id")
    """
    Its number
    """
    price_per_hour: Decimal | None = field(name="PricePerHour", default=None)
    """
    In the city's currency (money, in the currency of the document it belongs to)
    """
    street: str | None = field(name="Street", default=None)
    """
    Where the entrance is
    """


class Ticket(Model, kw_only=True):
    """
    A ticket. `Ticket` in the vendor's document.
    """

    id: int = field(name="Id")
    """
    Its number
    """
    car_park: CarPark | None = field(name="CarPark", default=None)
    valid_until: datetime | None = field(name="ValidUntil", default=None)
    """
    When it ends
    """


class TicketOrder(Model, kw_only=True):
    """
    What to buy. `TicketOrder` in the vendor's document.
    """

    car_park_id: int = field(name="CarParkId")
    """
    The car park
    """
    plate: str = field(name="Plate")
    """
    The plate of the car
    """
    hours: int | None | UnsetType = field(name="Hours", default=UNSET)
    """
    How long
    """
