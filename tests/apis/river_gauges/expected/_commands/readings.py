# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/river_gauges; CONTRIBUTING.md says how to change what is generated.
"""The commands of `river_gauges readings`."""

from typing import Final

from ..cli._command import Argument, Command

ENUMS: Final[dict[str, tuple[str, ...]]] = {
    "Format": (
        "json",
        "json5",
    ),
}
COMMANDS: Final[tuple[Command, ...]] = (
    Command(
        "latest",
        "The latest reading of a station.",
        "GET /readings/{station}.{format}",
        (
            Argument("station", "str", "The station, as part of the path.", required=True, positional=True),
            Argument("format", "Format", "The format, as part of the path.", required=True, positional=True),
        ),
        answer="Reading",
    ),
)
