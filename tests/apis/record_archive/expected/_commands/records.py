# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/record_archive; CONTRIBUTING.md says how to change what is generated.
"""The commands of `record_archive records`."""

from typing import Final

from ..cli._command import Argument, Command

ENUMS: Final[dict[str, tuple[str, ...]]] = {}
COMMANDS: Final[tuple[Command, ...]] = (
    Command(
        "list",
        "List the records.",
        "GET /records",
        (
            Argument("cursor", "str", "Not described by the vendor."),
            Argument("genre", "str", "Not described by the vendor."),
            Argument("limit", "int", "Not described by the vendor."),
        ),
        item="Record",
        paged=True,
    ),
    Command(
        "reviews_list",
        "List the reviews of a record.",
        "GET /records/{record}/reviews",
        (
            Argument("record", "str", "The record, as part of the path.", required=True, positional=True),
            Argument("stars", "int", "Not described by the vendor."),
            Argument("x_reader", "str", "Not described by the vendor."),
        ),
        item="Review",
        paged=True,
    ),
)
