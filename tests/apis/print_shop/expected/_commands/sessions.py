# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/print_shop; CONTRIBUTING.md says how to change what is generated.
"""The commands of `print_shop sessions`."""

from typing import Final

from ..cli._command import Argument, Command

ENUMS: Final[dict[str, tuple[str, ...]]] = {}
COMMANDS: Final[tuple[Command, ...]] = (
    Command(
        "open",
        "Open a session.",
        "POST /sessions",
        (
            Argument("password", "str", "Not described by the vendor.", required=True),
            Argument("user", "str", "Not described by the vendor.", required=True),
            Argument("filter", "json", "What is shown.", of="SessionFilter"),
            Argument("next", "str", "Where to go then."),
            Argument("paper", "json", "How it is printed.", of="PrintSettings"),
            Argument("roles", "texts", "As whom."),
            Argument("scopes", "texts", "What for."),
            Argument("stay", "bool", "Whether for long."),
            Argument("additional_properties", "json", "Further fields, by their names in the form."),
        ),
    ),
)
