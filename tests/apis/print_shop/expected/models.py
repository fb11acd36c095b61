# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/print_shop; CONTRIBUTING.md says how to change what is generated.
"""The models: what the service takes and answers."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

from msgspec import UNSET, UnsetType, field

from ._json.model import Model
from ._json.nullable import ABSENT, Extras

__all__ = [
    "Login",
    "PhotoChange",
    "PhotoUpload",
    "PrintOrder",
    "PrintSettings",
    "PrintSettingsPatch",
    "QuoteRequest",
    "Remark",
    "SessionFilter",
]


class Login(Model, kw_only=True):
    """
    `Login` in the vendor's document.
    """

    password: str = field(name="password")
    user: str = field(name="user")
    filter: SessionFilter | UnsetType = field(name="filter", default=UNSET)
    next: str | UnsetType = field(name="next", default=UNSET)
    """
    Where to go then
    """
    paper: PrintSettings | UnsetType = field(name="paper", default=UNSET)
    roles: list[str] | UnsetType = field(name="roles", default=UNSET)
    """
    As whom
    """
    scopes: list[str] | UnsetType = field(name="scopes", default=UNSET)
    """
    What for
    """
    stay: bool | UnsetType = field(name="stay", default=UNSET)
    """
    Whether for long
    """
    additional_properties: Extras[str] = field(name="-additional_properties", default=ABSENT)
    """
    What the service has beside the fields, by its names in JSON.
    """


class PhotoChange(Model, kw_only=True):
    """
    `PhotoChange` in the vendor's document.
    """

    rating: int | None | UnsetType = field(name="rating", default=UNSET)
    """
    One to five
    """
    settings: PrintSettingsPatch | None | UnsetType = field(name="settings", default=UNSET)
    title: str | None | UnsetType = field(name="title", default=UNSET)
    """
    What it is called; null for nothing
    """


class PhotoUpload(Model, kw_only=True):
    """
    `PhotoUpload` in the vendor's document.
    """

    photo: bytes = field(name="photo")
    """
    The photo
    """
    title: str = field(name="title")
    """
    What it is called
    """
    caption: str | UnsetType = field(name="caption", default=UNSET)
    """
    What stands below it
    """
    details: list[bytes] | UnsetType = field(name="details", default=UNSET)
    """
    Parts of it
    """
    scan: bytes | UnsetType = field(name="scan", default=UNSET)
    """
    The negative
    """
    settings: PrintSettings | UnsetType = field(name="settings", default=UNSET)
    tags: list[str] | UnsetType = field(name="tags", default=UNSET)
    """
    What it shows
    """
    taken: datetime | UnsetType = field(name="taken", default=UNSET)
    """
    When it was taken
    """
    additional_properties: Extras[bytes] = field(name="-additional_properties", default=ABSENT)
    """
    What the service has beside the fields, by its names in JSON.
    """


class PrintOrder(Model, kw_only=True):
    """
    `Order` in the vendor's document.
    """

    photo: int = field(name="photo")
    copies: int | UnsetType = field(name="copies", default=UNSET)
    price: Decimal | int | UnsetType = field(name="price", default=UNSET)
    """
    At most
    """


class PrintSettings(Model, kw_only=True):
    """
    How it is printed. `PrintSettings` in the vendor's document.
    """

    paper: str = field(name="paper")
    copies: int | UnsetType = field(name="copies", default=UNSET)


class PrintSettingsPatch(Model, kw_only=True):
    """
    How it is printed.
    """

    paper: str | None = field(name="paper")
    copies: int | None | UnsetType = field(name="copies", default=UNSET)


class QuoteRequest(Model, kw_only=True):
    """
    `Quote` in the vendor's document.
    """

    copies: int | UnsetType = field(name="copies", default=UNSET)
    photo: int | UnsetType = field(name="photo", default=UNSET)


class Remark(Model, kw_only=True):
    """
    `Remark` in the vendor's document.
    """

    words: str = field(name="words")
    stars: int | UnsetType = field(name="stars", default=UNSET)


class SessionFilter(Model, kw_only=True):
    """
    What is shown. `Filter` in the vendor's document.
    """

    since: datetime | UnsetType = field(name="since", default=UNSET)
    tags: list[str] | UnsetType = field(name="tags", default=UNSET)
