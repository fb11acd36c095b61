# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/envoice; CONTRIBUTING.md says how to change what is generated.
"""The commands of `envoice invoice-categories`."""

from typing import Final

from ..cli._command import Argument, Command

ENUMS: Final[dict[str, tuple[str, ...]]] = {}
COMMANDS: Final[tuple[Command, ...]] = (
    Command(
        "list",
        "Return all invoice categories for the account.",
        "GET /api/invoice/allcategories",
        (Argument("query", "str", "Text to search for."),),
        item="InvoiceCategory",
        paged=True,
    ),
    Command(
        "create",
        "Create an invoice category.",
        "POST /api/invoice/newcategory",
        (Argument("name", "str", "Category name.", required=True, body=True),),
        body="InvoiceCategoryCreate",
        answer="InvoiceCategory",
    ),
    Command(
        "update",
        "Update an existing invoice category.",
        "POST /api/invoice/updatecategory",
        (
            Argument("id", "int", "Entity id.", required=True, positional=True, body=True),
            Argument("name", "str", "Category name.", body=True),
        ),
        body="InvoiceCategoryUpdate",
        answer="InvoiceCategory",
    ),
    Command(
        "delete",
        "Delete an existing invoice category.",
        "POST /api/invoice/deletecategory",
        (Argument("id", "int", "Id of invoice category to be deleted.", required=True, positional=True, body=True),),
        body="InvoiceCategoryDelete",
    ),
)
