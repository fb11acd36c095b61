# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/envoice; CONTRIBUTING.md says how to change what is generated.
"""The commands of `envoice clients`."""

from typing import Final

from ..cli._command import Argument, Command

ENUMS: Final[dict[str, tuple[str, ...]]] = {}
COMMANDS: Final[tuple[Command, ...]] = (
    Command(
        "list",
        "Return all clients for the account.",
        "GET /api/client/all",
        (),
        item="Client",
    ),
    Command(
        "get",
        "Return client details. Activities and invoices included.",
        "GET /api/client/details",
        (Argument("id", "int", "Id of the client.", required=True, positional=True),),
        answer="Client",
    ),
    Command(
        "create",
        "Create a client.",
        "POST /api/client/new",
        (
            Argument(
                "client_country_id", "int", "Indicates the country where the clients is from.", required=True, body=True
            ),
            Argument(
                "client_currency_id",
                "int",
                "Indicates the default system currency used by the user for the client.",
                required=True,
                body=True,
            ),
            Argument("email", "str", "Client email.", required=True, body=True),
            Argument("name", "str", "Name of the client.", required=True, body=True),
            Argument(
                "ui_language_id",
                "int",
                "Hold a value of the language in which the invoice will be sent.",
                required=True,
                body=True,
            ),
            Argument("additional_emails", "json", "Client additional emails contact for CC.", body=True),
            Argument("address", "str", "Client business address.", body=True),
            Argument("company_registration_number", "str", "Client's Company Registration Number.", body=True),
            Argument("default_due_date_in_days", "int", "Client custom payment terms; days.", body=True),
            Argument("phone_number", "str", "Client phone numer.", body=True),
            Argument("vat", "str", "Client's VAT number.", body=True),
        ),
        body="ClientCreate",
    ),
    Command(
        "update",
        "Update an existing client.",
        "POST /api/client/update",
        (
            Argument("id", "int", "Entity id.", required=True, positional=True, body=True),
            Argument("additional_emails", "json", "Client additional emails contact for CC.", body=True),
            Argument("address", "str", "Client business address.", body=True),
            Argument("client_country_id", "int", "Indicates the country where the clients is from.", body=True),
            Argument(
                "client_currency_id",
                "int",
                "Indicates the default system currency used by the user for the client.",
                body=True,
            ),
            Argument("company_registration_number", "str", "Client's Company Registration Number.", body=True),
            Argument("default_due_date_in_days", "int", "Client custom payment terms; days.", body=True),
            Argument("email", "str", "Client email.", body=True),
            Argument("name", "str", "Name of the client.", body=True),
            Argument("phone_number", "str", "Client phone numer.", body=True),
            Argument(
                "ui_language_id", "int", "Hold a value of the language in which the invoice will be sent.", body=True
            ),
            Argument("vat", "str", "Client's VAT number.", body=True),
        ),
        body="ClientUpdate",
    ),
    Command(
        "delete",
        "Delete an existing client.",
        "POST /api/client/delete",
        (Argument("id", "int", "Id of client to be deleted.", required=True, positional=True, body=True),),
        body="ClientDelete",
    ),
    Command(
        "can_delete",
        "Check if the provided client can be deleted.",
        "GET /api/client/candelete",
        (Argument("id", "int", "Id of the client.", required=True, positional=True),),
    ),
)
