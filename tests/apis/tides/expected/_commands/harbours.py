# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/tides; CONTRIBUTING.md says how to change what is generated.
"""The commands of `tides harbours`."""

from typing import Final

from ..cli._command import Argument, Command

ENUMS: Final[dict[str, tuple[str, ...]]] = {}
COMMANDS: Final[tuple[Command, ...]] = (
    Command(
        "list",
        "All harbours, from north to south.",
        "GET /harbours",
        (),
        item="Harbour",
    ),
    Command(
        "alerts",
        "Ask to be told of a tide above a height.",
        "POST /harbours/alerts",
        (
            Argument("harbour", "str", "The code of the harbour.", required=True, body=True),
            Argument("metres", "decimal", "The height above which to tell.", required=True, body=True),
            Argument("note", "str", "What the message says.", body=True),
        ),
        body="Alert",
    ),
    Command(
        "next_tide",
        "The next high or low water at a harbour.",
        "GET /harbours/next-tide",
        (Argument("harbour", "str", "The code of the harbour.", required=True),),
        answer="Tide",
    ),
)
