# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/radio_station; CONTRIBUTING.md says how to change what is generated.
"""Models under the names that callers know."""

from typing import TYPE_CHECKING

from ..compatibility._lookup import looked_up

if TYPE_CHECKING:
    from ..models import (
        Host as Host,
        Recording as Recording,
        Recording as RecordingUploadResponse,
        Show as Show,
        Show as ShowCreateResponse,
        Show as ShowRetrieveResponse,
    )

__all__ = ["Host", "Recording", "RecordingUploadResponse", "Show", "ShowCreateResponse", "ShowRetrieveResponse"]

_HOMES = {
    "Host": "Host",
    "Recording": "Recording",
    "RecordingUploadResponse": "Recording",
    "Show": "Show",
    "ShowCreateResponse": "Show",
    "ShowRetrieveResponse": "Show",
}


def __getattr__(name: str) -> object:
    return looked_up(__name__, _HOMES, name)
