# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/weather_stations; CONTRIBUTING.md says how to change what is generated.
"""The commands of `weather_stations observations`."""

from typing import Final

from ..cli._command import Argument, Command

ENUMS: Final[dict[str, tuple[str, ...]]] = {
    "Sky": (
        "clear",
        "cloudy",
        "rain",
        "snow",
    ),
}
COMMANDS: Final[tuple[Command, ...]] = (
    Command(
        "add",
        "Report what was measured.",
        "POST /observations",
        (
            Argument("at", "datetime", "When.", required=True, body=True),
            Argument("station", "str", "The station's code.", required=True, body=True),
            Argument("celsius", "decimal", "Temperature; null where the instrument failed.", body=True),
            Argument("gusts", "json", "Metres per second, by the minute; null where none was measured.", body=True),
            Argument("sky", "Sky", "The sky.", body=True),
        ),
        body="Observation",
        answer="Observation",
    ),
    Command(
        "latest",
        "What a station measured last.",
        "GET /observations/latest",
        (Argument("code", "str", "The station's code.", required=True),),
        answer="Observation",
    ),
    Command(
        "sky",
        "The sky above a station.",
        "GET /observations/sky",
        (Argument("code", "str", "The station's code.", required=True),),
    ),
)
