# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/river_gauges; CONTRIBUTING.md says how to change what is generated.
"""The commands of `river_gauges levels`."""

from typing import Final

from ..cli._command import Argument, Command

ENUMS: Final[dict[str, tuple[str, ...]]] = {}
COMMANDS: Final[tuple[Command, ...]] = (
    Command(
        "between",
        "Levels in spans of time.",
        "GET /levels/{place}/at/{spans}",
        (
            Argument("place", "str", "The place, as part of the path.", required=True, positional=True),
            Argument("spans", "json", "The spans, as part of the path.", required=True, positional=True),
            Argument("river_name", "str", "Not described by the vendor.", required=True),
        ),
        item="Decimal",
    ),
)
