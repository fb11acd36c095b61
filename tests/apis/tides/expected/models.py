# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/tides; CONTRIBUTING.md says how to change what is generated.
"""The models: what the service takes and answers."""

from __future__ import annotations

from decimal import Decimal

from msgspec import UNSET, UnsetType, field

from ._json.model import Model

__all__ = ["Alert", "Harbour", "Tide"]


class Alert(Model, kw_only=True):
    """
    `Alert` in the vendor's document.
    """

    harbour: str = field(name="harbour")
    """
    The code of the harbour
    """
    metres: Decimal | int = field(name="metres")
    """
    The height above which to tell
    """
    note: str | UnsetType = field(name="note", default=UNSET)
    """
    What the message says
    """


class Harbour(Model, kw_only=True):
    """
    `Harbour` in the vendor's document.
    """

    code: str = field(name="code")
    """
    Three letters
    """
    name: str = field(name="name")
    """
    The name on the chart
    """


class Tide(Model, kw_only=True):
    """
    `Tide` in the vendor's document.
    """

    high: bool = field(name="high")
    """
    Whether it is high water
    """
    metres: Decimal = field(name="metres")
    """
    Height above chart datum
    """
