# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/envoice; CONTRIBUTING.md says how to change what is generated.
"""The commands of `envoice products`."""

from typing import Final

from ..cli._command import Argument, Command

ENUMS: Final[dict[str, tuple[str, ...]]] = {
    "ProductStatus": (
        "active",
        "not_available",
        "inactive",
    ),
}
COMMANDS: Final[tuple[Command, ...]] = (
    Command(
        "list",
        "Return all products for the account.",
        "GET /api/product/all",
        (
            Argument("page", "int", "The page to start at, counted from 1."),
            Argument("page_size", "int", "Items on a page; the service's own default is 10."),
        ),
        item="ProductSummary",
        paged=True,
        filters=(("status", "ProductStatus"),),
    ),
    Command(
        "get",
        "Return product details.",
        "GET /api/product/details",
        (Argument("id", "int", "Id of the product.", required=True, positional=True),),
        answer="Product",
    ),
    Command(
        "create",
        "Create a product.",
        "POST /api/product/new",
        (
            Argument("currency_id", "int", "Foreign key Currency.", required=True, body=True),
            Argument("name", "str", "Product alias.", required=True, body=True),
            Argument("after_payment_description", "str", "After payment description.", body=True),
            Argument("attachments", "json", "List of product attachments.", body=True),
            Argument(
                "button_call_to_action", "str", "Default button call to action Ex: Buy now, subscribe, ...", body=True
            ),
            Argument("coupons", "json", "List of product coupons.", body=True),
            Argument("description", "str", "Product description.", body=True),
            Argument("discounts", "json", "List of product discounts.", body=True),
            Argument("is_featured", "bool", "Indicate that the product is set as featured.", body=True),
            Argument("items", "json", "List of product items.", body=True),
            Argument("payment_gateways", "json", "List of enabled payment gateways for this product.", body=True),
            Argument(
                "shipping_amount",
                "decimal",
                "Cost for shipping the product; money, in the currency of the document it belongs to.",
                body=True,
            ),
            Argument("shipping_description", "str", "Client instructions for shipping.", body=True),
            Argument("status", "ProductStatus", "Product availability status.", body=True),
            Argument("what_happens_next_description", "str", "What happens next description.", body=True),
        ),
        body="ProductCreate",
    ),
    Command(
        "update",
        "Update an existing product.",
        "POST /api/product/update",
        (
            Argument("id", "int", "Product id.", required=True, positional=True, body=True),
            Argument("after_payment_description", "str", "After payment description.", body=True),
            Argument("attachments", "json", "List of product attachments.", body=True),
            Argument(
                "button_call_to_action", "str", "Default button call to action Ex: Buy now, subscribe, ...", body=True
            ),
            Argument("coupons", "json", "List of product coupons.", body=True),
            Argument("currency_id", "int", "Foreign key Currency.", body=True),
            Argument("description", "str", "Product description.", body=True),
            Argument("discounts", "json", "List of product discounts.", body=True),
            Argument("is_featured", "bool", "Indicate that the product is set as featured.", body=True),
            Argument("items", "json", "List of product items.", body=True),
            Argument("name", "str", "Product alias.", body=True),
            Argument("payment_gateways", "json", "List of enabled payment gateways for this product.", body=True),
            Argument(
                "shipping_amount",
                "decimal",
                "Cost for shipping the product; money, in the currency of the document it belongs to.",
                body=True,
            ),
            Argument("shipping_description", "str", "Client instructions for shipping.", body=True),
            Argument("status", "ProductStatus", "Product availability status.", body=True),
            Argument("what_happens_next_description", "str", "What happens next description.", body=True),
        ),
        body="ProductUpdate",
    ),
    Command(
        "delete",
        "Delete an existing product.",
        "POST /api/product/delete",
        (Argument("id", "int", "Id of product to be deleted.", required=True, positional=True, body=True),),
        body="ProductDelete",
    ),
)
