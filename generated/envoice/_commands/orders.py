# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/envoice; CONTRIBUTING.md says how to change what is generated.
"""The commands of `envoice orders`."""

from typing import Final

from ..cli._command import Argument, Command

ENUMS: Final[dict[str, tuple[str, ...]]] = {
    "OrderStatus": (
        "pending_payment",
        "processing",
        "shipped",
        "completed",
        "on_hold",
        "cancelled",
        "refunded",
        "failed",
    ),
}
COMMANDS: Final[tuple[Command, ...]] = (
    Command(
        "list",
        "Return all orders for the account.",
        "GET /api/order/all",
        (
            Argument("page", "int", "The page to start at, counted from 1."),
            Argument("page_size", "int", "Items on a page; the service's own default is 10."),
        ),
        item="OrderSummary",
        paged=True,
        filters=(("status", "OrderStatus"),),
    ),
    Command(
        "get",
        "Return order details.",
        "GET /api/order/details",
        (Argument("id", "int", "Id of the order.", required=True, positional=True),),
        answer="Order",
    ),
    Command(
        "create",
        "Create an order.",
        "POST /api/order/new",
        (
            Argument("after_payment_description", "str", "After payment description.", body=True),
            Argument("attachments", "json", "List of Order attachments.", body=True),
            Argument("coupon_code", "str", "Coupon to apply in order to get the discount.", body=True),
            Argument("currency_id", "int", "Foreign key Currency.", body=True),
            Argument("description", "str", "Product description.", body=True),
            Argument(
                "discount_amount",
                "decimal",
                "Discount amount; money, in the currency of the document it belongs to.",
                body=True,
            ),
            Argument("items", "json", "List of Order items.", body=True),
            Argument("name", "str", "Product alias.", body=True),
            Argument("note", "str", "Customer note to seller.", body=True),
            Argument("order_billing_details", "json", "Not described by the vendor.", body=True),
            Argument("order_shipping_details", "json", "Not described by the vendor.", body=True),
            Argument("product_id", "int", "Product id.", body=True),
            Argument("referral", "str", "Represent the referral for this order.", body=True),
            Argument(
                "shipping_amount",
                "decimal",
                "Cost for shipping the product; money, in the currency of the document it belongs to.",
                body=True,
            ),
            Argument("shipping_description", "str", "Client instructions for shipping.", body=True),
            Argument("status", "OrderStatus", "Order status.", body=True),
            Argument(
                "sub_total_amount",
                "decimal",
                "Sub total amount; money, in the currency of the document it belongs to.",
                body=True,
            ),
            Argument(
                "tax_amount", "decimal", "Tax amount; money, in the currency of the document it belongs to.", body=True
            ),
            Argument(
                "total_amount",
                "decimal",
                "Total amount; money, in the currency of the document it belongs to.",
                body=True,
            ),
            Argument("what_happens_next_description", "str", "What happens next description.", body=True),
        ),
        body="OrderCreate",
    ),
    Command(
        "delete",
        "Delete an existing order.",
        "POST /api/order/delete",
        (Argument("id", "int", "Id of order to be deleted.", required=True, positional=True, body=True),),
        body="OrderDelete",
    ),
    Command(
        "change_shipping_details",
        "Change order shipping details.",
        "POST /api/order/changeshippingdetails",
        (
            Argument("order_id", "int", "Id of the order.", required=True, positional=True),
            Argument("address", "str", "Client street and number.", body=True),
            Argument("country_id", "int", "Client country id.", body=True),
            Argument("email", "str", "Client email.", body=True),
            Argument("name", "str", "Client name.", body=True),
            Argument("phone_number", "str", "Client phone number.", body=True),
        ),
        body="OrderShippingDetails",
    ),
    Command(
        "change_status",
        "Change order status.",
        "POST /api/order/changestatus",
        (
            Argument("id", "int", "Order Id.", required=True, positional=True, body=True),
            Argument("status", "OrderStatus", "New status of the order.", required=True, body=True),
            Argument("reason", "str", "Reason for status change.", body=True),
        ),
        body="OrderStatusChange",
    ),
)
