# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/radio_station; CONTRIBUTING.md says how to change what is generated.
"""What callers give as mappings: a `TypedDict` for each model that requests carry."""

from __future__ import annotations

import datetime as _datetime
from collections.abc import Mapping
from decimal import Decimal as _Decimal
from typing import TYPE_CHECKING, Final, Required, TypeAlias, TypedDict

if TYPE_CHECKING:
    from .. import models as _models


class AreaParam(TypedDict, total=False):
    """What may be given for a `Area`."""

    centre: PlaceParam | _models.Place

    max_km: int


class ContactParam(TypedDict, total=False):
    """What may be given for a `Contact`."""

    e_mail: str

    phone: str


class HostParam(TypedDict, total=False):
    """What may be given for a `Host`."""

    born_on: str | _datetime.date

    contact: ContactParam | _models.Contact

    name: Required[str]


class LayoutParam(TypedDict, total=False):
    """What may be given for a `Layout`."""

    columns: int

    line_height: float | _Decimal


class LineParam(TypedDict, total=False):
    """What may be given for a `Line`."""

    said_at: str | _datetime.datetime

    speaker: Required[str]

    text: Required[str]


class PlaceParam(TypedDict, total=False):
    """What may be given for a `Place`."""

    post_code: str


CreateShowTranscriptRequestFormatParam: TypeAlias = "str | LayoutParam | _models.Layout"

SPECIFICATIONS: Final[Mapping[str, Mapping[str, tuple[str, str]]]] = {
    "Area": {"centre": ("centre", "Place"), "max_km": ("maxKm", "")},
    "Contact": {"e_mail": ("eMail", ""), "phone": ("phone", "")},
    "Host": {"born_on": ("bornOn", ""), "contact": ("contact", "Contact"), "name": ("name", "")},
    "Layout": {"columns": ("columns", ""), "line_height": ("lineHeight", "")},
    "Line": {"said_at": ("saidAt", ""), "speaker": ("speaker", ""), "text": ("text", "")},
    "Place": {"post_code": ("postCode", "")},
}
