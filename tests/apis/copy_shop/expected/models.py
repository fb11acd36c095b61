# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/copy_shop; CONTRIBUTING.md says how to change what is generated.
"""The models: what the service takes and answers."""

from __future__ import annotations

from msgspec import field

from ._json.model import Model
from ._json.nullable import ABSENT, Omissible

__all__ = [
    "Advice",
    "AdviseJobRequest",
    "Health",
    "Job",
    "LogLine",
    "Missing",
    "Progress",
    "Queued",
    "Refusal",
    "Trouble",
    "Word",
]


class Advice(Model, kw_only=True):
    """
    `Advice` in the vendor's document.
    """

    text: str = field(name="text")


class AdviseJobRequest(Model, kw_only=True):
    """
    Not described by the vendor.
    """

    question: str = field(name="question")


class Health(Model, kw_only=True):
    """
    `Health` in the vendor's document.
    """

    presses: int = field(name="presses")


class Job(Model, kw_only=True):
    """
    `Job` in the vendor's document.
    """

    number: int = field(name="number")
    copies: Omissible[int] = field(name="copies", default=ABSENT)
    title: Omissible[str] = field(name="title", default=ABSENT)


class LogLine(Model, kw_only=True):
    """
    `LogLine` in the vendor's document.
    """

    text: str = field(name="text")
    level: str | None = field(name="level", default=None)


class Missing(Model, kw_only=True):
    """
    `Missing` in the vendor's document.
    """

    number: int = field(name="number")


class Progress(Model, kw_only=True):
    """
    `Progress` in the vendor's document.
    """

    page: int = field(name="page")
    state: str | None = field(name="state", default=None)


class Queued(Model, kw_only=True):
    """
    `Queued` in the vendor's document.
    """

    place: int = field(name="place")
    """
    How many jobs come before it
    """


class Refusal(Model, kw_only=True):
    """
    `Refusal` in the vendor's document.
    """

    reason: str = field(name="reason")
    message: str | None = field(name="message", default=None)


class Trouble(Model, kw_only=True):
    """
    `Trouble` in the vendor's document.
    """

    detail: str | None = field(name="detail", default=None)
    ticket: str | None = field(name="ticket", default=None)
    title: str | None = field(name="title", default=None)


class Word(Model, kw_only=True):
    """
    `Word` in the vendor's document.
    """

    word: str = field(name="word")
