# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/radio_station; CONTRIBUTING.md says how to change what is generated.
"""Models, and what is given for them, under the names that callers know."""

from typing import TYPE_CHECKING, Final

from ...compatibility._lookup import looked_up

if TYPE_CHECKING:
    from ...compatibility._arguments import (
        ShowsEpisodesRetrieveParams as EpisodeRetrieveParams,
        ShowsTranscriptsCreateParams as TranscriptCreateParams,
    )
    from ...models import (
        Episode as Episode,
        Episode as EpisodeRetrieveResponse,
        Transcript as Transcript,
        Transcript as TranscriptCreateResponse,
        TranscriptChunk as TranscriptChunk,
    )

__all__ = [
    "Episode",
    "EpisodeRetrieveParams",
    "EpisodeRetrieveResponse",
    "Transcript",
    "TranscriptChunk",
    "TranscriptCreateParams",
    "TranscriptCreateResponse",
]

_HOMES: Final[dict[str, str]] = {
    "Episode": "models.Episode",
    "EpisodeRetrieveParams": "compatibility._arguments.ShowsEpisodesRetrieveParams",
    "EpisodeRetrieveResponse": "models.Episode",
    "Transcript": "models.Transcript",
    "TranscriptChunk": "models.TranscriptChunk",
    "TranscriptCreateParams": "compatibility._arguments.ShowsTranscriptsCreateParams",
    "TranscriptCreateResponse": "models.Transcript",
}


def __getattr__(name: str) -> object:
    return looked_up(__name__, _HOMES, name)
