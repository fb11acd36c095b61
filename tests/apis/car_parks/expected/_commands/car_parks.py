# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/car_parks; CONTRIBUTING.md says how to change what is generated.
"""The commands of `car_parks car-parks`."""

from typing import Final

from ..cli._command import Argument, Command

ENUMS: Final[dict[str, tuple[str, ...]]] = {}
COMMANDS: Final[tuple[Command, ...]] = (
    Command(
        "list",
        "All car parks.",
        "GET /api/carpark/all",
        (),
        item="CarPark",
    ),
    Command(
        "count_free",
        "The free places of a car park.",
        "GET /api/carpark/free",
        (Argument("id", "int", "The car park.", required=True, positional=True),),
    ),
)
