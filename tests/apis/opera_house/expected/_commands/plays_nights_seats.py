# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/opera_house; CONTRIBUTING.md says how to change what is generated.
"""The commands of `opera_house plays-nights-seats`."""

from typing import Final

from ..cli._command import Argument, Command

ENUMS: Final[dict[str, tuple[str, ...]]] = {}
COMMANDS: Final[tuple[Command, ...]] = (
    Command(
        "list",
        "Call plays.nights.seats.list.",
        "GET /plays/{play_id}/nights/{night}/seats",
        (
            Argument("play_id", "int", "The id of the play.", required=True, positional=True),
            Argument("night", "int", "The night, as part of the path.", required=True, positional=True),
        ),
        item="Seat",
    ),
    Command(
        "hold",
        "Call plays.nights.seats.hold.",
        "PUT /plays/{play_id}/nights/{night}/seats/{seat}",
        (
            Argument("play_id", "int", "The id of the play.", required=True, positional=True),
            Argument("night", "int", "The night, as part of the path.", required=True, positional=True),
            Argument("seat", "int", "The seat, as part of the path.", required=True, positional=True),
            Argument("name", "str", "Not described by the vendor.", required=True, body=True),
        ),
        body="HoldPlaysNightsSeatRequest",
        answer="Seat",
    ),
)
