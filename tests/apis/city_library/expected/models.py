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
    authors: list[str] | None = field(name="authors", default=None)
    """
    Who wrote it
    """
    branch: Branch | None = field(name="branch", default=None)
    copies: int | None = field(name="copies", default=None)
    """
    Copies that the libraries have
    """
    replacement_cost: Decimal | None = field(name="replacementCost", default=None)
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
    seats: int | None = field(name="seats", default=None)
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
    due: datetime | None = field(name="due", default=None)
    """
    When the book is to be back
    """
    state: OrOrdinal[LoanState] | None = field(name="state", default=None)
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
