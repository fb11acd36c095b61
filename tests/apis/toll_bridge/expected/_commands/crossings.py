# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/toll_bridge; CONTRIBUTING.md says how to change what is generated.
"""The commands of `toll_bridge crossings`."""

from typing import Final

from ..cli._command import Argument, Command

ENUMS: Final[dict[str, tuple[str, ...]]] = {}
COMMANDS: Final[tuple[Command, ...]] = (
    Command(
        "list",
        "All crossings.",
        "GET /crossings",
        (Argument("lane", "str", "Not described by the vendor."),),
        item="Crossing",
    ),
    Command(
        "create",
        "Record a crossing.",
        "POST /crossings",
        (
            Argument("plate", "str", "Not described by the vendor.", required=True, body=True),
            Argument("lane", "str", "Not described by the vendor.", body=True),
        ),
        body="NewCrossing",
        answer="Crossing",
    ),
    Command(
        "update_photo",
        "Store the photo of a crossing.",
        "PUT /crossings/{id}/photo",
        (
            Argument("id", "int", "The id, as part of the path.", required=True, positional=True),
            Argument("content", "upload", "Not described by the vendor.", required=True),
        ),
    ),
)
