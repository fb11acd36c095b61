# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/radio_station; CONTRIBUTING.md says how to change what is generated.
"""What callers give as mappings: all arguments of each method."""

from __future__ import annotations

import datetime as _datetime
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Literal, Required, TypedDict

from . import _params
from ._values import FileTypes

if TYPE_CHECKING:
    from .. import models as _models


class ClientStatusParams(TypedDict, total=False):
    """What `client.status` takes by name."""

    options: str | None


class ShowsCreateParams(TypedDict, total=False):
    """What `client.shows.create` takes by name."""

    title: Required[str]

    airs_at: str | _datetime.datetime | None

    from_: str | _datetime.date | None

    hosts: Sequence[_params.HostParam | _models.Host] | None

    notes: Mapping[str, str] | None

    tags: Sequence[str] | None


class ShowsListParams(TypedDict, total=False):
    """What `client.shows.list` takes by name."""

    after: str | None

    aired_since: str | _datetime.datetime | None

    limit: int | None

    tags: Sequence[str] | None


class ShowsRetrieveParams(TypedDict, total=False):
    """What `client.shows.retrieve` takes by name."""

    x_language: str | None


class ShowsPeekParams(TypedDict, total=False):
    """What `client.shows._peek` takes by name."""

    x_language: str | None


class ShowsKeepNoteParams(TypedDict, total=False):
    """What `client.shows.keep_note` takes by name."""

    text: str | None


class ShowsEpisodesRetrieveParams(TypedDict, total=False):
    """What `client.shows.episodes.retrieve` takes by name."""

    show_id: Required[str]


class ShowsTranscriptsCreateParams(TypedDict, total=False):
    """What `client.shows.transcripts.create` takes by name."""

    lines: Required[Sequence[_params.LineParam | _models.Line]]

    format: _params.CreateShowTranscriptRequestFormatParam | None

    model: Literal["fast", "exact"] | _models.CreateShowTranscriptRequestModel | None

    stream: bool | None


class EpisodesListParams(TypedDict, total=False):
    """What `client.episodes.list` takes by name."""

    page: int | None

    per_page: int | None


class StationsListParams(TypedDict, total=False):
    """What `client.stations.list` takes by name."""

    limit: int | None

    near: _params.AreaParam | _models.Area | None

    offset: int | None


class WishesCreateParams(TypedDict, total=False):
    """What `client.wishes.create` takes by name."""

    from_: str | None

    kind: Required[Literal["song"] | _models.SongWishKind | Literal["show"] | _models.ShowWishKind]

    song_title: str | None

    host: _params.HostParam | _models.Host | None


class ChartsListParams(TypedDict, total=False):
    """What `client.charts.list` takes by name."""

    year: int | None


class RecordingsUploadParams(TypedDict, total=False):
    """What `client.recordings.upload` takes by name."""

    file: Required[FileTypes]

    covers: Sequence[FileTypes] | None

    title: str | None
