# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/ticket_office; CONTRIBUTING.md says how to change what is generated.
"""The models: what the service takes and answers."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, TypeAlias

from msgspec import UNSET, UnsetType, field

from ._json.model import Model
from ._json.nullable import ABSENT, Nullable, Omissible, OmissibleAmount, RequiredAmount
from ._json.unions import Discriminator, OneOf
from .enums import OpenEnum, OpenIntEnum, OrOrdinal

__all__ = [
    "Aisle",
    "AmountOff",
    "AnyEvent",
    "BankTransfer",
    "Card",
    "Concert",
    "CreateRefundError409",
    "CreateRefundRequest",
    "CreateRefundRequestWithCard",
    "CreateRefundRequestWithIban",
    "CreateScanRequest",
    "Delay",
    "Event",
    "Holder",
    "HolderCompany",
    "HolderCompanyKind",
    "HolderPerson",
    "HolderPersonKind",
    "Match",
    "Payment",
    "PercentOff",
    "Refund",
    "RefundPaid",
    "RefundRefused",
    "Search",
    "Ticket",
    "TicketDiscount",
    "TicketEvent",
    "TicketGrade",
    "TicketGrade2",
    "TicketPlace",
    "TicketPrice",
    "TicketRemark",
    "TicketRemarkWithText",
    "Window",
]


class Aisle(Model, kw_only=True):
    """
    `Aisle` in the vendor's document.
    """

    row: int = field(name="row")
    seat: Omissible[int] = field(name="seat", default=ABSENT)
    wide: Omissible[bool] = field(name="wide", default=ABSENT)


class AmountOff(Model, kw_only=True):
    """
    `AmountOff` in the vendor's document.
    """

    amount: RequiredAmount = field(name="amount")
    currency: Omissible[str] = field(name="currency", default=ABSENT)


class BankTransfer(Model, kw_only=True):
    """
    `BankTransfer` in the vendor's document.
    """

    iban: str = field(name="iban")
    kind: str = field(name="kind")
    amount: OmissibleAmount = field(name="amount", default=ABSENT)
    on: Omissible[date] = field(name="on", default=ABSENT)


class Card(Model, kw_only=True):
    """
    `Card` in the vendor's document.
    """

    kind: str = field(name="kind")
    number: str = field(name="number")
    amount: OmissibleAmount = field(name="amount", default=ABSENT)


class Concert(Model, kw_only=True):
    """
    `Concert` in the vendor's document.
    """

    band: str = field(name="band")
    category: str = field(name="category")
    name: str = field(name="name")
    encore: Omissible[bool] = field(name="encore", default=ABSENT)
    starts: Omissible[datetime] = field(name="starts", default=ABSENT)


class CreateRefundRequestWithCard(Model, kw_only=True):
    """
    Not described by the vendor.
    """

    card: str = field(name="card")


class CreateRefundRequestWithIban(Model, kw_only=True):
    """
    Not described by the vendor.
    """

    iban: str = field(name="iban")
    owner: str | UnsetType = field(name="owner", default=UNSET)


class CreateScanRequest(Model, kw_only=True):
    """
    Not described by the vendor.
    """

    pages: OneOf[bytes | list[bytes]] = field(name="pages")
    """
    One page, or several
    """
    note: OneOf[int | str] | UnsetType = field(name="note", default=UNSET)


class Delay(Model, kw_only=True):
    """
    `Delay` in the vendor's document.
    """

    minutes: int = field(name="minutes")


class Event(Model, kw_only=True):
    """
    Something to go to. `Event` in the vendor's document.
    """

    category: str = field(name="category")
    name: str = field(name="name")
    starts: Omissible[datetime] = field(name="starts", default=ABSENT)


class HolderCompany(Model, kw_only=True):
    """
    Not described by the vendor.
    """

    kind: OrOrdinal[HolderCompanyKind] = field(name="kind")
    number: int = field(name="number")


class HolderCompanyKind(OpenEnum):
    """
    Values in the vendor's order; one that is not listed is kept as it comes.
    """

    COMPANY = "company"


class HolderPerson(Model, kw_only=True):
    """
    Not described by the vendor.
    """

    email: str = field(name="email")
    kind: OrOrdinal[HolderPersonKind] = field(name="kind")


class HolderPersonKind(OpenEnum):
    """
    Values in the vendor's order; one that is not listed is kept as it comes.
    """

    PERSON = "person"


class Match(Model, kw_only=True):
    """
    `Match` in the vendor's document.
    """

    category: str = field(name="category")
    name: str = field(name="name")
    teams: list[str] = field(name="teams")
    starts: Omissible[datetime] = field(name="starts", default=ABSENT)


class PercentOff(Model, kw_only=True):
    """
    `PercentOff` in the vendor's document.
    """

    percent: RequiredAmount = field(name="percent")


class RefundPaid(Model, kw_only=True):
    """
    Not described by the vendor.
    """

    paid: Decimal = field(name="paid")
    reference: str = field(name="reference")


class RefundRefused(Model, kw_only=True):
    """
    Not described by the vendor.
    """

    reference: str = field(name="reference")
    refused: str = field(name="refused")


class Ticket(Model, kw_only=True):
    """
    `Ticket` in the vendor's document.
    """

    id: int = field(name="id")
    payment: Payment = field(name="payment")
    changes: Omissible[list[OneOf[date | datetime]]] = field(name="changes", default=ABSENT)
    discounts: Omissible[list[TicketDiscount]] = field(name="discounts", default=ABSENT)
    event: Omissible[TicketEvent] = field(name="event", default=ABSENT)
    extras: Omissible[dict[str, OneOf[Decimal | str | bool]]] = field(name="extras", default=ABSENT)
    grade: Omissible[OneOf[TicketGrade | TicketGrade2]] = field(name="grade", default=ABSENT)
    holder: Nullable[Holder] = field(name="holder", default=ABSENT)
    place: Omissible[TicketPlace] = field(name="place", default=ABSENT)
    price: Omissible[OneOf[Decimal | TicketPrice]] = field(name="price", default=ABSENT)
    """
    A number, or `free`.
    """
    remark: Nullable[TicketRemark] = field(name="remark", default=ABSENT)
    tags: Omissible[OneOf[str | list[str]]] = field(name="tags", default=ABSENT)


class TicketGrade(OpenEnum):
    """
    Values in the vendor's order; one that is not listed is kept as it comes.
    """

    STANDING = "standing"


class TicketGrade2(OpenIntEnum):
    """
    Values in the vendor's order; one that is not listed is kept as it comes.
    """

    N1 = 1
    N2 = 2


class TicketPrice(OpenEnum):
    """
    Values in the vendor's order; one that is not listed is kept as it comes.
    """

    FREE = "free"


class TicketRemarkWithText(Model, kw_only=True):
    """
    Not described by the vendor.
    """

    text: str = field(name="text")
    language: Omissible[str] = field(name="language", default=ABSENT)


class Window(Model, kw_only=True):
    """
    `Window` in the vendor's document.
    """

    row: int = field(name="row")
    seat: Omissible[int] = field(name="seat", default=ABSENT)


AnyEvent: TypeAlias = OneOf[
    Annotated[Concert | Match | Event, Discriminator("category", {"concert": "Concert", "sport": "Match"})]
]
"""Something to go to."""


CreateRefundError409: TypeAlias = OneOf[Delay | str]
"""Not described by the vendor."""


CreateRefundRequest: TypeAlias = OneOf[CreateRefundRequestWithIban | CreateRefundRequestWithCard]
"""Not described by the vendor."""


Holder: TypeAlias = OneOf[HolderPerson | HolderCompany]
"""`Holder` in the vendor's document."""


Payment: TypeAlias = OneOf[
    Annotated[Card | BankTransfer, Discriminator("kind", {"card": "Card", "bank": "BankTransfer"})]
]
"""How a ticket is paid. `Payment` in the vendor's document."""


Refund: TypeAlias = OneOf[RefundPaid | RefundRefused]
"""`Refund` in the vendor's document."""


Search: TypeAlias = OneOf["str | list[Search] | dict[str, Search]"]
"""A word, several searches of which one must fit, or searches by what is searched. `Search` in the vendor's document."""


TicketDiscount: TypeAlias = OneOf[PercentOff | AmountOff]
"""Not described by the vendor."""


TicketEvent: TypeAlias = OneOf[
    Annotated[int | Concert | Match | Event, Discriminator("category", {"concert": "Concert", "sport": "Match"})]
]
"""Not described by the vendor."""


TicketPlace: TypeAlias = OneOf[Window | Aisle]
"""Not described by the vendor."""


TicketRemark: TypeAlias = OneOf[str | TicketRemarkWithText]
"""Not described by the vendor."""
