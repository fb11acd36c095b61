# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/envoice; CONTRIBUTING.md says how to change what is generated.
"""The commands of `envoice taxes`."""

from typing import Final

from ..cli._command import Argument, Command

ENUMS: Final[dict[str, tuple[str, ...]]] = {}
COMMANDS: Final[tuple[Command, ...]] = (
    Command(
        "list",
        "Return all taxes for the account.",
        "GET /api/tax/all",
        (),
        item="Tax",
    ),
    Command(
        "create",
        "Create a tax.",
        "POST /api/tax/new",
        (
            Argument("name", "str", "Name of the tax.", required=True, body=True),
            Argument("percentage", "decimal", "Tax percentage; in percent, 18 for 18 %.", required=True, body=True),
        ),
        body="TaxCreate",
    ),
    Command(
        "update",
        "Update an existing tax.",
        "POST /api/tax/update",
        (
            Argument("id", "int", "Entity id.", required=True, positional=True, body=True),
            Argument("name", "str", "Name of the tax.", body=True),
            Argument("percentage", "decimal", "Tax percentage; in percent, 18 for 18 %.", body=True),
        ),
        body="TaxUpdate",
    ),
    Command(
        "delete",
        "Delete an existing tax.",
        "POST /api/tax/delete",
        (Argument("id", "int", "Id of tax to be deleted.", required=True, positional=True, body=True),),
        body="TaxDelete",
    ),
)
