# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/radio_station; CONTRIBUTING.md says how to change what is generated.
"""The models: what the service takes and answers."""

from __future__ import annotations

from builtins import bytes as _bytes
from datetime import date, datetime
from decimal import Decimal
from typing import TypeAlias

from msgspec import UNSET, UnsetType, field

from ._json.nullable import ABSENT, Omissible
from ._json.unions import OneOf
from .compatibility._model import Model
from .enums import OpenEnum

__all__ = [
    "AddRecordingRequest",
    "AddWishRequest",
    "Area",
    "Chart",
    "ChartPage",
    "Contact",
    "CreateShowTranscriptRequest",
    "CreateShowTranscriptRequestFormat",
    "CreateShowTranscriptRequestModel",
    "Episode",
    "EpisodePage",
    "Failure",
    "GetShowResponse",
    "Host",
    "KeepShowNoteRequest",
    "Layout",
    "Line",
    "NewShow",
    "NowPlaying",
    "Place",
    "Recording",
    "Show",
    "ShowPage",
    "ShowWish",
    "ShowWishKind",
    "SongWish",
    "SongWishKind",
    "Station",
    "StationPage",
    "StationPageResult",
    "StatusModel",
    "Transcript",
    "TranscriptChunk",
]


class AddRecordingRequest(Model, kw_only=True):
    """
    Not described by the vendor.
    """

    file: _bytes = field(name="file")
    covers: list[_bytes] | UnsetType = field(name="covers", default=UNSET)
    title: str | UnsetType = field(name="title", default=UNSET)


class Area(Model, kw_only=True):
    """
    `Area` in the vendor's document.
    """

    centre: Place | UnsetType = field(name="centre", default=UNSET)
    max_km: int | UnsetType = field(name="maxKm", default=UNSET)


class Chart(Model, kw_only=True):
    """
    `Chart` in the vendor's document.
    """

    week: int = field(name="week")
    titles: list[str] | None = field(name="titles", default=None)


class ChartPage(Model, kw_only=True):
    """
    `ChartPage` in the vendor's document.
    """

    charts: list[Chart] = field(name="charts")
    next_url: str | None = field(name="next_url", default=None)


class Contact(Model, kw_only=True):
    """
    `Contact` in the vendor's document.
    """

    e_mail: Omissible[str] = field(name="eMail", default=ABSENT)
    phone: Omissible[str] = field(name="phone", default=ABSENT)


class CreateShowTranscriptRequest(Model, kw_only=True):
    """
    Not described by the vendor.
    """

    lines: list[Line] = field(name="lines")
    format: CreateShowTranscriptRequestFormat | UnsetType = field(name="format", default=UNSET)
    model: CreateShowTranscriptRequestModel | UnsetType = field(name="model", default=UNSET)
    stream: bool | UnsetType = field(name="stream", default=UNSET)


class CreateShowTranscriptRequestModel(OpenEnum):
    """
    Values in the vendor's order; one that is not listed is kept as it comes.
    """

    FAST = "fast"
    EXACT = "exact"


class Episode(Model, kw_only=True):
    """
    `Episode` in the vendor's document.
    """

    id: str = field(name="id")
    seconds: int | None = field(name="seconds", default=None)
    title: str | None = field(name="title", default=None)


class EpisodePage(Model, kw_only=True):
    """
    `EpisodePage` in the vendor's document.
    """

    episodes: list[Episode] = field(name="episodes")
    page: int | None = field(name="page", default=None)
    pages: int | None = field(name="pages", default=None)


class Failure(Model, kw_only=True):
    """
    `Failure` in the vendor's document.
    """

    message: str = field(name="message")
    code: str | None = field(name="code", default=None)


class GetShowResponse(Model, kw_only=True):
    """
    Not described by the vendor.
    """

    data: Show = field(name="data")


class Host(Model, kw_only=True):
    """
    `Host` in the vendor's document.
    """

    name: str = field(name="name")
    born_on: Omissible[date] = field(name="bornOn", default=ABSENT)
    contact: Omissible[Contact] = field(name="contact", default=ABSENT)


class KeepShowNoteRequest(Model, kw_only=True):
    """
    Not described by the vendor.
    """

    text: str | UnsetType = field(name="text", default=UNSET)


class Layout(Model, kw_only=True):
    """
    `Layout` in the vendor's document.
    """

    columns: int | UnsetType = field(name="columns", default=UNSET)
    line_height: Decimal | int | UnsetType = field(name="lineHeight", default=UNSET)


class Line(Model, kw_only=True):
    """
    `Line` in the vendor's document.
    """

    speaker: str = field(name="speaker")
    text: str = field(name="text")
    said_at: datetime | UnsetType = field(name="saidAt", default=UNSET)


class NewShow(Model, kw_only=True):
    """
    `NewShow` in the vendor's document.
    """

    title: str = field(name="title")
    airs_at: datetime | UnsetType = field(name="airsAt", default=UNSET)
    from_: date | UnsetType = field(name="from", default=UNSET)
    hosts: list[Host] | UnsetType = field(name="hosts", default=UNSET)
    notes: dict[str, str] | UnsetType = field(name="notes", default=UNSET)
    tags: list[str] | UnsetType = field(name="tags", default=UNSET)


class NowPlaying(Model, kw_only=True):
    """
    `NowPlaying` in the vendor's document.
    """

    title: str = field(name="title")
    artist: str | None = field(name="artist", default=None)


class Place(Model, kw_only=True):
    """
    `Place` in the vendor's document.
    """

    post_code: str | UnsetType = field(name="postCode", default=UNSET)


class Recording(Model, kw_only=True):
    """
    `Recording` in the vendor's document.
    """

    id: str = field(name="id")
    bytes: int | None = field(name="bytes", default=None)
    title: str | None = field(name="title", default=None)


class Show(Model, kw_only=True):
    """
    `Show` in the vendor's document.
    """

    id: str = field(name="id")
    title: str = field(name="title")
    airs_at: datetime | None = field(name="airsAt", default=None)
    from_: date | None = field(name="from", default=None)
    hosts: list[Host] | None = field(name="hosts", default=None)


class ShowPage(Model, kw_only=True):
    """
    `ShowPage` in the vendor's document.
    """

    data: list[Show] = field(name="data")
    has_more: bool | None = field(name="has_more", default=None)
    next_cursor: str | None = field(name="next_cursor", default=None)


class ShowWish(Model, kw_only=True):
    """
    `ShowWish` in the vendor's document.
    """

    kind: ShowWishKind = field(name="kind")
    from_: str | UnsetType = field(name="from", default=UNSET)
    host: Host | UnsetType = field(name="host", default=UNSET)


class ShowWishKind(OpenEnum):
    """
    Values in the vendor's order; one that is not listed is kept as it comes.
    """

    SHOW = "show"


class SongWish(Model, kw_only=True):
    """
    `SongWish` in the vendor's document.
    """

    from_: str = field(name="from")
    kind: SongWishKind = field(name="kind")
    song_title: str | UnsetType = field(name="songTitle", default=UNSET)


class SongWishKind(OpenEnum):
    """
    Values in the vendor's order; one that is not listed is kept as it comes.
    """

    SONG = "song"


class Station(Model, kw_only=True):
    """
    `Station` in the vendor's document.
    """

    name: str = field(name="name")
    frequency: Decimal | None = field(name="frequency", default=None)


class StationPage(Model, kw_only=True):
    """
    `StationPage` in the vendor's document.
    """

    result: StationPageResult = field(name="result")
    total: int | None = field(name="total", default=None)


class StationPageResult(Model, kw_only=True):
    """
    Not described by the vendor.
    """

    stations: list[Station] = field(name="stations")


class StatusModel(Model, kw_only=True):
    """
    `Status` in the vendor's document.
    """

    on_air: bool = field(name="on_air")


class Transcript(Model, kw_only=True):
    """
    `Transcript` in the vendor's document.
    """

    text: str = field(name="text")
    words: int | None = field(name="words", default=None)


class TranscriptChunk(Model, kw_only=True):
    """
    `TranscriptChunk` in the vendor's document.
    """

    delta: str = field(name="delta")
    index: int | None = field(name="index", default=None)


AddWishRequest: TypeAlias = OneOf[SongWish | ShowWish]
"""Not described by the vendor."""


CreateShowTranscriptRequestFormat: TypeAlias = OneOf[str | Layout]
"""Not described by the vendor."""
