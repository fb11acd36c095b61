# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/bike_workshop; CONTRIBUTING.md says how to change what is generated.
"""The commands of `bike_workshop repairs`."""

from typing import Final

from ..cli._command import Argument, Command

ENUMS: Final[dict[str, tuple[str, ...]]] = {
    "RepairState": (
        "waiting",
        "on_stand",
        "ready",
    ),
}
COMMANDS: Final[tuple[Command, ...]] = (
    Command(
        "list",
        "Repairs, the newest first.",
        "GET /repairs",
        (
            Argument("state", "RepairState", "Only those that stand so."),
            Argument("page", "int", "The page, from 1."),
            Argument("page_size", "int", "How many on a page."),
        ),
        item="Repair",
        paged=True,
    ),
    Command(
        "get",
        "One repair.",
        "GET /repairs/one",
        (Argument("ticket", "int", "The number on the ticket.", required=True),),
        answer="Repair",
    ),
    Command(
        "book",
        "Book a repair.",
        "POST /repairs",
        (
            Argument("bike", "str", "Make and colour.", required=True, body=True),
            Argument("fault", "str", "What is wrong.", body=True),
        ),
        body="RepairBooking",
        answer="Repair",
    ),
)
