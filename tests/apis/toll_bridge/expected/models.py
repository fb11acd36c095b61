# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/toll_bridge; CONTRIBUTING.md says how to change what is generated.
"""The models: what the service takes and answers."""

from __future__ import annotations

from msgspec import UNSET, UnsetType, field

from ._json.model import Model
from .enums import OpenEnum, OrOrdinal

__all__ = [
    "Crossing",
    "CrossingPaid",
    "CrossingPaidKind",
    "Failure",
    "FailureError",
    "FailureProblem",
    "LaneClosed",
    "LaneClosedKind",
    "NewCrossing",
]


class Crossing(Model, kw_only=True):
    """
    `Crossing` in the vendor's document.
    """

    id: int = field(name="id")
    plate: str = field(name="plate")
    lane: str | None = field(name="lane", default=None)


class CrossingPaid(Model, kw_only=True):
    """
    `CrossingPaid` in the vendor's document.
    """

    crossing: Crossing = field(name="crossing")
    id: str = field(name="id")
    kind: OrOrdinal[CrossingPaidKind] = field(name="kind")


class CrossingPaidKind(OpenEnum):
    """
    Values in the vendor's order; one that is not listed is kept as it comes.
    """

    CROSSING_PAID = "crossing.paid"


class Failure(Model, kw_only=True):
    """
    `Failure` in the vendor's document.
    """

    error: FailureError | None = field(name="error", default=None)
    problems: list[FailureProblem] | None = field(name="problems", default=None)


class FailureError(Model, kw_only=True):
    """
    Not described by the vendor.
    """

    code: str | None = field(name="code", default=None)
    fields: dict[str, list[str]] | None = field(name="fields", default=None)
    message: str | None = field(name="message", default=None)


class FailureProblem(Model, kw_only=True):
    """
    Not described by the vendor.
    """

    detail: str | None = field(name="detail", default=None)


class LaneClosed(Model, kw_only=True):
    """
    `LaneClosed` in the vendor's document.
    """

    id: str = field(name="id")
    kind: OrOrdinal[LaneClosedKind] = field(name="kind")
    lane: str = field(name="lane")


class LaneClosedKind(OpenEnum):
    """
    Values in the vendor's order; one that is not listed is kept as it comes.
    """

    LANE_CLOSED = "lane.closed"


class NewCrossing(Model, kw_only=True):
    """
    `NewCrossing` in the vendor's document.
    """

    plate: str = field(name="plate")
    lane: str | UnsetType = field(name="lane", default=UNSET)
