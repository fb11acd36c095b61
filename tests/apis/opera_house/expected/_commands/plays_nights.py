# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/opera_house; CONTRIBUTING.md says how to change what is generated.
"""The commands of `opera_house plays-nights`."""

from typing import Final

from ..cli._command import Argument, Command

ENUMS: Final[dict[str, tuple[str, ...]]] = {}
COMMANDS: Final[tuple[Command, ...]] = (
    Command(
        "list",
        "Call plays.nights.list.",
        "GET /plays/{play_id}/nights",
        (Argument("play_id", "int", "The id of the play.", required=True, positional=True),),
        item="Night",
    ),
)
