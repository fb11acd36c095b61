# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/print_shop; CONTRIBUTING.md says how to change what is generated.
"""The commands of `print_shop orders`."""

from typing import Final

from ..cli._command import Argument, Command

ENUMS: Final[dict[str, tuple[str, ...]]] = {}
COMMANDS: Final[tuple[Command, ...]] = (
    Command(
        "place",
        "Order prints.",
        "POST /orders",
        (
            Argument("photo", "int", "Not described by the vendor.", required=True, body=True),
            Argument("copies", "int", "Not described by the vendor.", body=True),
            Argument("price", "decimal", "At most.", body=True),
            Argument("content_type", "str", "The media type that the body is sent in."),
        ),
        body="PrintOrder",
    ),
    Command(
        "quote",
        "Ask for a price.",
        "POST /orders/quote",
        (
            Argument("copies", "int", "Not described by the vendor.", body=True),
            Argument("photo", "int", "Not described by the vendor.", body=True),
        ),
        body="QuoteRequest",
    ),
    Command(
        "remark",
        "Say something about the last order.",
        "POST /orders/remark",
        (
            Argument("words", "str", "Not described by the vendor."),
            Argument("stars", "int", "Not described by the vendor."),
        ),
    ),
    Command(
        "set_up",
        "Set up the machine.",
        "POST /orders/settings",
        (Argument("settings", "json", "Anything that the machine knows.", required=True),),
    ),
)
