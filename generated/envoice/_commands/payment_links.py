# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/envoice; CONTRIBUTING.md says how to change what is generated.
"""The commands of `envoice payment-links`."""

from typing import Final

from ..cli._command import Argument, Command

ENUMS: Final[dict[str, tuple[str, ...]]] = {}
COMMANDS: Final[tuple[Command, ...]] = (
    Command(
        "list",
        "Return all payment links for the account.",
        "GET /api/paymentlink/all",
        (
            Argument("page", "int", "The page to start at, counted from 1."),
            Argument("page_size", "int", "Items on a page; the service's own default is 10."),
        ),
        item="PaymentLinkRecord",
        paged=True,
    ),
    Command(
        "create",
        "Create a payment link.",
        "POST /api/paymentlink/new",
        (
            Argument("access_token", "str", "Not described by the vendor.", body=True),
            Argument("client", "json", "Not described by the vendor.", body=True),
            Argument("client_id", "int", "Not described by the vendor.", body=True),
            Argument("currency", "json", "Not described by the vendor.", body=True),
            Argument("currency_id", "int", "Not described by the vendor.", body=True),
            Argument("discount_amount", "decimal", "Money, in the currency of the document it belongs to.", body=True),
            Argument("id", "int", "Not described by the vendor.", body=True),
            Argument("invoice", "json", "Not described by the vendor.", body=True),
            Argument("items", "json", "Not described by the vendor.", body=True),
            Argument("number", "str", "Not described by the vendor.", body=True),
            Argument("sub_total_amount", "decimal", "Money, in the currency of the document it belongs to.", body=True),
            Argument("tax_amount", "decimal", "Money, in the currency of the document it belongs to.", body=True),
            Argument("total_amount", "decimal", "Money, in the currency of the document it belongs to.", body=True),
            Argument("user", "json", "Not described by the vendor.", body=True),
            Argument("user_id", "int", "Not described by the vendor.", body=True),
        ),
        body="PaymentLinkRecord",
    ),
    Command(
        "delete",
        "Delete an existing payment link.",
        "POST /api/paymentlink/delete",
        (Argument("id", "int", "Id of payment link to be deleted.", required=True, positional=True, body=True),),
        body="PaymentLinkDelete",
    ),
    Command(
        "get_link",
        "Return the unique url to the client's payment link.",
        "GET /api/paymentlink/uri",
        (Argument("id", "int", "Id of the payment link.", required=True, positional=True),),
        answer="PaymentLinkUri",
    ),
)
