# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/radio_station; CONTRIBUTING.md says how to change what is generated.
"""Models under the names that callers know."""

from typing import TYPE_CHECKING

from ...compatibility._lookup import looked_up

if TYPE_CHECKING:
    from ...models import (
        Episode as Episode,
        Episode as EpisodeRetrieveResponse,
        Transcript as Transcript,
        Transcript as TranscriptCreateResponse,
        TranscriptChunk as TranscriptChunk,
    )

__all__ = ["Episode", "EpisodeRetrieveResponse", "Transcript", "TranscriptChunk", "TranscriptCreateResponse"]

_HOMES = {
    "Episode": "Episode",
    "EpisodeRetrieveResponse": "Episode",
    "Transcript": "Transcript",
    "TranscriptChunk": "TranscriptChunk",
    "TranscriptCreateResponse": "Transcript",
}


def __getattr__(name: str) -> object:
    return looked_up(__name__, _HOMES, name)
