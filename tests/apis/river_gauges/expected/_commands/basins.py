# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/river_gauges; CONTRIBUTING.md says how to change what is generated.
"""The commands of `river_gauges basins`."""

from typing import Final

from ..cli._command import Argument, Command

ENUMS: Final[dict[str, tuple[str, ...]]] = {}
COMMANDS: Final[tuple[Command, ...]] = (
    Command(
        "about",
        "What a basin is.",
        "GET /basins/{basinId}/über uns",
        (Argument("basin_id", "str", "The id of the basin.", required=True, positional=True),),
    ),
)
