# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/ferry_line; CONTRIBUTING.md says how to change what is generated.
"""The models: what the service takes and answers."""

from __future__ import annotations

from msgspec import field

from ._json.model import Model

__all__ = ["Boat", "BoatsModel", "Sailing", "Sailings"]


class Boat(Model, kw_only=True):
    """
    `Boat` in the vendor's document.
    """

    name: str | None = field(name="name", default=None)


class BoatsModel(Model, kw_only=True):
    """
    `Boats` in the vendor's document.
    """

    boats: list[Boat] = field(name="boats")


class Sailing(Model, kw_only=True):
    """
    `Sailing` in the vendor's document.
    """

    id: int = field(name="id")


class Sailings(Model, kw_only=True):
    """
    `Sailings` in the vendor's document.
    """

    sailings: list[Sailing] = field(name="sailings")
    next: str | None = field(name="next", default=None)
