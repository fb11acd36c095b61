# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/swim_hall; CONTRIBUTING.md says how to change what is generated.
"""The models: what the service takes and answers."""

from __future__ import annotations

from datetime import datetime

from msgspec import UNSET, UnsetType, field

from ._json.model import Model
from ._json.nullable import ABSENT, Nullable, Omissible
from .enums import OpenEnum, OrOrdinal

__all__ = ["BookCourseRequest", "Course", "CourseLevel", "Level", "ProblemModel", "UpdateCoursePosterRequest"]


class BookCourseRequest(Model, kw_only=True):
    """
    Not described by the vendor.
    """

    names: list[str] = field(name="names")
    adults: bool | None | UnsetType = field(name="adults", default=UNSET)
    note: str | UnsetType = field(name="note", default=UNSET)


class Course(Model, kw_only=True):
    """
    `Course` in the vendor's document.
    """

    name: str = field(name="name")
    id: Omissible[int] = field(name="id", default=ABSENT)
    """
    Set by the service alone
    """
    level: Omissible[OrOrdinal[Level]] = field(name="level", default=ABSENT)
    starts: Omissible[datetime] = field(name="starts", default=ABSENT)
    teacher: Nullable[str] = field(name="teacher", default=ABSENT)


class CourseLevel(OpenEnum):
    """
    Values in the vendor's order; one that is not listed is kept as it comes.
    """

    FROG = "frog"
    FISH = "fish"
    SHARK = "shark"


class Level(OpenEnum):
    """
    Values in the vendor's order; one that is not listed is kept as it comes. `Level` in the vendor's document.
    """

    FROG = "frog"
    FISH = "fish"
    SHARK = "shark"


class ProblemModel(Model, kw_only=True):
    """
    `Problem` in the vendor's document.
    """

    reason: str | None = field(name="reason", default=None)


class UpdateCoursePosterRequest(Model, kw_only=True):
    """
    Not described by the vendor.
    """

    poster: bytes = field(name="poster")
    title: str | UnsetType = field(name="title", default=UNSET)
