# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/weather_stations; CONTRIBUTING.md says how to change what is generated.
"""The commands of `weather_stations stations`."""

from typing import Final

from ..cli._command import Argument, Command

ENUMS: Final[dict[str, tuple[str, ...]]] = {}
COMMANDS: Final[tuple[Command, ...]] = (
    Command(
        "list",
        "All stations.",
        "GET /stations",
        (Argument("open_since", "datetime", "Only those that opened since."),),
        item="Station",
    ),
    Command(
        "get",
        "One station.",
        "GET /stations/station",
        (Argument("code", "str", "Its code.", required=True),),
        answer="Station",
    ),
)
