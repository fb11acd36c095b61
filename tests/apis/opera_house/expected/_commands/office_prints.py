# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/opera_house; CONTRIBUTING.md says how to change what is generated.
"""The commands of `opera_house office-prints`."""

from typing import Final

from ..cli._command import Command

ENUMS: Final[dict[str, tuple[str, ...]]] = {}
COMMANDS: Final[tuple[Command, ...]] = (
    Command(
        "programme",
        "Call office.prints.programme.",
        "GET /office/parcels/programme",
        (),
    ),
)
