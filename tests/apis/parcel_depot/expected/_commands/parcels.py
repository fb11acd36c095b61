# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/parcel_depot; CONTRIBUTING.md says how to change what is generated.
"""The commands of `parcel_depot parcels`."""

from typing import Final

from ..cli._command import Argument, Command

ENUMS: Final[dict[str, tuple[str, ...]]] = {
    "ParcelState": (
        "handed",
        "lying",
        "gone",
    ),
}
COMMANDS: Final[tuple[Command, ...]] = (
    Command(
        "list",
        "Parcels, the newest first.",
        "GET /parcels",
        (
            Argument("page", "int", "The page, from 1."),
            Argument("page_size", "int", "How many on a page."),
        ),
        item="Parcel",
        paged=True,
        filters=(("state", "ParcelState"),),
    ),
    Command(
        "get",
        "One parcel.",
        "GET /parcels/one",
        (Argument("number", "int", "Its number.", required=True),),
        answer="Parcel",
    ),
    Command(
        "get_state",
        "Where a parcel is.",
        "GET /parcels/state",
        (Argument("number", "int", "Its number.", required=True),),
    ),
    Command(
        "hand_in",
        "Hand in a parcel.",
        "POST /parcels",
        (
            Argument("to", "str", "For whom.", required=True, body=True),
            Argument("grams", "decimal", "What it weighs.", body=True),
            Argument("pick", "datetime", "When it is fetched.", body=True),
        ),
        body="ParcelHandIn",
    ),
)
