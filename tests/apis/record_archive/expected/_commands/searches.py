# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/record_archive; CONTRIBUTING.md says how to change what is generated.
"""The commands of `record_archive searches`."""

from typing import Final

from ..cli._command import Argument, Command

ENUMS: Final[dict[str, tuple[str, ...]]] = {}
COMMANDS: Final[tuple[Command, ...]] = (
    Command(
        "create",
        "Search for records.",
        "POST /searches",
        (
            Argument("text", "str", "Not described by the vendor.", required=True, body=True),
            Argument("cursor", "str", "Not described by the vendor.", body=True),
            Argument("limit", "int", "Not described by the vendor.", body=True),
        ),
        body="CreateSearchRequest",
        item="Record",
        paged=True,
    ),
)
