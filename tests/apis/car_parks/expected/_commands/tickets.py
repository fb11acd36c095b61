# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/car_parks; CONTRIBUTING.md says how to change what is generated.
"""The commands of `car_parks tickets`."""

from typing import Final

from ..cli._command import Argument, Command

ENUMS: Final[dict[str, tuple[str, ...]]] = {}
COMMANDS: Final[tuple[Command, ...]] = (
    Command(
        "buy",
        "Buy a ticket.",
        "POST /api/ticket/new",
        (
            Argument("car_park_id", "int", "The car park.", required=True, body=True),
            Argument("plate", "str", "The plate of the car.", required=True, body=True),
            Argument("hours", "int", "How long.", body=True),
        ),
        body="TicketOrder",
        answer="Ticket",
    ),
    Command(
        "cancel",
        "Give a ticket back.",
        "POST /api/ticket/cancel",
        (Argument("ids", "json", "Not described by the vendor.", required=True),),
    ),
)
