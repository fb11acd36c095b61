# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/boat_club; CONTRIBUTING.md says how to change what is generated.
"""The models: what the service takes and answers."""

from __future__ import annotations

from msgspec import field

from ._json.model import Model
from ._json.nullable import ABSENT, OmissibleAmount

__all__ = ["Boat"]


class Boat(Model, kw_only=True):
    """
    `Boat` in the vendor's document.
    """

    name: str = field(name="name")
    """
    Its name
    """
    metres: OmissibleAmount = field(name="metres", default=ABSENT)
    """
    Its length
    """
