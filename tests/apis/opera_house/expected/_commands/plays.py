# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/opera_house; CONTRIBUTING.md says how to change what is generated.
"""The commands of `opera_house plays`."""

from typing import Final

from ..cli._command import Argument, Command

ENUMS: Final[dict[str, tuple[str, ...]]] = {}
COMMANDS: Final[tuple[Command, ...]] = (
    Command(
        "list",
        "Call plays.list.",
        "GET /plays",
        (),
        item="Play",
    ),
    Command(
        "get",
        "Call plays.get.",
        "GET /plays/{play_id}",
        (Argument("play_id", "int", "The id of the play.", required=True, positional=True),),
        answer="Play",
    ),
    Command(
        "create",
        "Call plays.create.",
        "POST /plays",
        (Argument("title", "str", "Not described by the vendor.", required=True, body=True),),
        body="NewPlay",
        answer="Play",
    ),
)
