# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/record_archive; CONTRIBUTING.md says how to change what is generated.
"""The commands of `record_archive labels`."""

from typing import Final

from ..cli._command import Argument, Command

ENUMS: Final[dict[str, tuple[str, ...]]] = {}
COMMANDS: Final[tuple[Command, ...]] = (
    Command(
        "list",
        "List the labels.",
        "GET /labels",
        (
            Argument("page", "int", "Not described by the vendor."),
            Argument("page_size", "int", "Not described by the vendor."),
        ),
        item="Label",
        paged=True,
    ),
)
