# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/city_library; CONTRIBUTING.md says how to change what is generated.
"""The commands of `city_library books`."""

from typing import Final

from ..cli._command import Argument, Command

ENUMS: Final[dict[str, tuple[str, ...]]] = {}
COMMANDS: Final[tuple[Command, ...]] = (
    Command(
        "search",
        "Books that match words of their title.",
        "GET /v2/books/search",
        (
            Argument("words", "str", "Words of the title.", required=True),
            Argument("limit", "int", "The most that are wanted."),
            Argument("on_shelf", "bool", "Whether to leave out what is lent."),
        ),
        item="Book",
    ),
    Command(
        "get",
        "One book.",
        "GET /v2/books/details",
        (Argument("isbn", "str", "Its number, with or without hyphens.", required=True),),
        answer="Book",
    ),
)
