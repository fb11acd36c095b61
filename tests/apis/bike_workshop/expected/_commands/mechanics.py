# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/bike_workshop; CONTRIBUTING.md says how to change what is generated.
"""The commands of `bike_workshop mechanics`."""

from typing import Final

from ..cli._command import Command

ENUMS: Final[dict[str, tuple[str, ...]]] = {}
COMMANDS: Final[tuple[Command, ...]] = (
    Command(
        "list",
        "Who works here.",
        "GET /mechanics",
        (),
        item="Mechanic",
        paged=True,
    ),
)
