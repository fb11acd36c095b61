# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/radio_station; CONTRIBUTING.md says how to change what is generated.
"""Models, and what is given for them, under the names that callers know."""

from typing import TYPE_CHECKING, Final

from ..compatibility._lookup import looked_up

if TYPE_CHECKING:
    from ..compatibility._arguments import (
        ChartsListParams as ChartListParams,
        ClientStatusParams as ClientStatusParams,
        EpisodesListParams as EpisodeListParams,
        RecordingsUploadParams as RecordingUploadParams,
        ShowsCreateParams as ShowCreateParams,
        ShowsKeepNoteParams as ShowKeepNoteParams,
        ShowsListParams as ShowListParams,
        ShowsPeekParams as ShowPeekParams,
        ShowsRetrieveParams as ShowRetrieveParams,
        StationsListParams as StationListParams,
        WishesCreateParams as WishCreateParams,
    )
    from ..compatibility._params import HostParam as HostParam
    from ..models import (
        Host as Host,
        Recording as Recording,
        Recording as RecordingUploadResponse,
        Show as Show,
        Show as ShowCreateResponse,
        Show as ShowPeekResponse,
        Show as ShowRetrieveResponse,
        StatusModel as ClientStatusResponse,
        StatusModel as WishCreateResponse,
    )
    from . import shared as shared, shared_params as shared_params, shows as shows

__all__ = [
    "ChartListParams",
    "ClientStatusParams",
    "ClientStatusResponse",
    "EpisodeListParams",
    "Host",
    "HostParam",
    "Recording",
    "RecordingUploadParams",
    "RecordingUploadResponse",
    "Show",
    "ShowCreateParams",
    "ShowCreateResponse",
    "ShowKeepNoteParams",
    "ShowListParams",
    "ShowPeekParams",
    "ShowPeekResponse",
    "ShowRetrieveParams",
    "ShowRetrieveResponse",
    "StationListParams",
    "WishCreateParams",
    "WishCreateResponse",
]

_HOMES: Final[dict[str, str]] = {
    "ChartListParams": "compatibility._arguments.ChartsListParams",
    "ClientStatusParams": "compatibility._arguments.ClientStatusParams",
    "ClientStatusResponse": "models.StatusModel",
    "EpisodeListParams": "compatibility._arguments.EpisodesListParams",
    "Host": "models.Host",
    "HostParam": "compatibility._params.HostParam",
    "Recording": "models.Recording",
    "RecordingUploadParams": "compatibility._arguments.RecordingsUploadParams",
    "RecordingUploadResponse": "models.Recording",
    "Show": "models.Show",
    "ShowCreateParams": "compatibility._arguments.ShowsCreateParams",
    "ShowCreateResponse": "models.Show",
    "ShowKeepNoteParams": "compatibility._arguments.ShowsKeepNoteParams",
    "ShowListParams": "compatibility._arguments.ShowsListParams",
    "ShowPeekParams": "compatibility._arguments.ShowsPeekParams",
    "ShowPeekResponse": "models.Show",
    "ShowRetrieveParams": "compatibility._arguments.ShowsRetrieveParams",
    "ShowRetrieveResponse": "models.Show",
    "StationListParams": "compatibility._arguments.StationsListParams",
    "WishCreateParams": "compatibility._arguments.WishesCreateParams",
    "WishCreateResponse": "models.StatusModel",
}


def __getattr__(name: str) -> object:
    return looked_up(__name__, _HOMES, name)
