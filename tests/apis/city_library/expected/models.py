# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/city_library; CONTRIBUTING.md says how to change what is generated.
"""The models: what the service takes and answers."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

from msgspec import UNSET, UnsetType, field

from ._json.model import Model
from .enums import OpenEnum, OrOrdinal

__all__ = ["Book", "Branch", "Loan", "LoanCreate", "LoanState"]


class Book(Model, kw_only=True):
    """
    A title of the catalogue. `Book` in the vendor's document.
    """

    isbn: str = field(name="isbn")
    """
    Its number
    """
    title: str = field(name="title")
    """
    Its title
    """
    authors: list[str] | UnsetType = field(name="authors", default=UNSET)
    """
    Who wrote it
    """
    branch: Branch | UnsetType = field(name="branch", default=UNSET)
    copies: int | UnsetType = field(name="copies", default=UNSET)
    """
    Copies that the libraries have
    """
    replacement_cost: Decimal | UnsetType = field(name="replacementCost", default=UNSET)
    """
    What a lost copy costs
    """


class Branch(Model, kw_only=True):
    """
    A library. `Branch` in the vendor's document.
    """

    code: str = field(name="code")
    """
    Its short name
    """
    name: str = field(name="name")
    """
    Its name
    """
    seats: int | UnsetType = field(name="seats", default=UNSET)
    """
    Places to read at
    """


class Loan(Model, kw_only=True):
    """
    A book that somebody has. `Loan` in the vendor's document.
    """

    id: int = field(name="id")
    """
    Its number
    """
    isbn: str = field(name="isbn")
    """
    The book
    """
    due: datetime | UnsetType = field(name="due", default=UNSET)
    """
    When the book is to be back
    """
    state: OrOrdinal[LoanState] | UnsetType = field(name="state", default=UNSET)
    """
    Where it stands
    """


class LoanCreate(Model, kw_only=True):
    """
    What to lend. `NewLoan` in the vendor's document.
    """

    isbn: str = field(name="isbn")
    """
    The book
    """
    reader: int = field(name="reader")
    """
    The reader's number
    """
    weeks: int | UnsetType = field(name="weeks", default=UNSET)
    """
    How long
    """


class LoanState(OpenEnum):
    """
    Values in the vendor's order; one that is not listed is kept as it comes.
    """

    OPEN = "open"
    OVERDUE = "overdue"
    RETURNED = "returned"
