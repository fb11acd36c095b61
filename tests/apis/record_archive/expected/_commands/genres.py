# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/record_archive; CONTRIBUTING.md says how to change what is generated.
"""The commands of `record_archive genres`."""

from typing import Final

from ..cli._command import Argument, Command

ENUMS: Final[dict[str, tuple[str, ...]]] = {}
COMMANDS: Final[tuple[Command, ...]] = (
    Command(
        "list",
        "List the genres.",
        "GET /genres",
        (
            Argument("page", "int", "Not described by the vendor."),
            Argument("per_page", "int", "Not described by the vendor."),
        ),
        item="Genre",
        paged=True,
    ),
)
