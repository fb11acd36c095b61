# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/bike_workshop; CONTRIBUTING.md says how to change what is generated.
"""The commands of `bike_workshop parts`."""

from typing import Final

from ..cli._command import Argument, Command

ENUMS: Final[dict[str, tuple[str, ...]]] = {}
COMMANDS: Final[tuple[Command, ...]] = (
    Command(
        "list",
        "Spare parts on the shelf.",
        "GET /parts",
        (
            Argument("page", "int", "The page, from 1."),
            Argument("page_size", "int", "How many on a page."),
        ),
        item="Part",
        paged=True,
    ),
)
