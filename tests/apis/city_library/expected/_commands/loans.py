# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/city_library; CONTRIBUTING.md says how to change what is generated.
"""The commands of `city_library loans`."""

from typing import Final

from ..cli._command import Argument, Command

ENUMS: Final[dict[str, tuple[str, ...]]] = {}
COMMANDS: Final[tuple[Command, ...]] = (
    Command(
        "create",
        "Lend a book.",
        "POST /v2/loans",
        (
            Argument("isbn", "str", "The book.", required=True, body=True),
            Argument("reader", "int", "The reader's number.", required=True, body=True),
            Argument("weeks", "int", "How long.", body=True),
        ),
        body="LoanCreate",
        answer="Loan",
    ),
    Command(
        "get_state",
        "Where a loan stands.",
        "GET /v2/loans/state",
        (Argument("loan_id", "int", "The loan.", required=True, positional=True),),
    ),
    Command(
        "give_back",
        "Take a book back.",
        "POST /v2/loans/return",
        (Argument("id", "int", "Not described by the vendor.", required=True, positional=True),),
    ),
)
