# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/river_gauges; CONTRIBUTING.md says how to change what is generated.
"""The models: what the service takes and answers."""

from __future__ import annotations

from decimal import Decimal

from msgspec import UNSET, UnsetType, field

from ._json.model import Model
from .enums import OpenEnum, OrOrdinal

__all__ = ["Calibration", "Format", "Gauge", "GaugeFilter", "Kind", "Place", "Reading"]


class Calibration(Model, kw_only=True):
    """
    `Calibration` in the vendor's document.
    """

    gauge_id: int = field(name="gaugeId")
    offset: Decimal | int | UnsetType = field(name="offset", default=UNSET)


class Format(OpenEnum):
    """
    Values in the vendor's order; one that is not listed is kept as it comes. `Format` in the vendor's document.
    """

    JSON = "json"
    JSON5 = "json5"


class Gauge(Model, kw_only=True):
    """
    `Gauge` in the vendor's document.
    """

    id: int = field(name="id")
    kind: OrOrdinal[Kind] | None = field(name="kind", default=None)
    river: str | None = field(name="river", default=None)


class GaugeFilter(Model, kw_only=True):
    """
    `GaugeFilter` in the vendor's document.
    """

    kind: Kind | UnsetType = field(name="kind", default=UNSET)
    min_level: Decimal | int | UnsetType = field(name="minLevel", default=UNSET)
    open: bool | UnsetType = field(name="open", default=UNSET)


class Kind(OpenEnum):
    """
    Values in the vendor's order; one that is not listed is kept as it comes. `Kind` in the vendor's document.
    """

    FLOAT = "float"
    RADAR = "radar"


class Place(Model, kw_only=True):
    """
    `Place` in the vendor's document.
    """

    north: Decimal | int = field(name="north")
    east: Decimal | int | UnsetType = field(name="east", default=UNSET)


class Reading(Model, kw_only=True):
    """
    `Reading` in the vendor's document.
    """

    level: Decimal = field(name="level")
    station: str | None = field(name="station", default=None)
