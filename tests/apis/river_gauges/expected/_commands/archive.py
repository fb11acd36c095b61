# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/river_gauges; CONTRIBUTING.md says how to change what is generated.
"""The commands of `river_gauges archive`."""

from typing import Final

from ..cli._command import Argument, Command

ENUMS: Final[dict[str, tuple[str, ...]]] = {}
COMMANDS: Final[tuple[Command, ...]] = (
    Command(
        "read",
        "The readings of a day.",
        "GET /archive/{day}?raw=true#by-day",
        (Argument("day", "datetime", "The day, as part of the path.", required=True, positional=True),),
        item="Reading",
    ),
)
