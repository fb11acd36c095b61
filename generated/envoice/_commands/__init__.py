# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/envoice; CONTRIBUTING.md says how to change what is generated.
"""The resources of the command line, and what can be done with each; a module for each has the commands."""

from typing import Final

RESOURCES: Final[dict[str, tuple[str, ...]]] = {
    "clients": (
        "list",
        "get",
        "create",
        "update",
        "delete",
        "can_delete",
    ),
    "countries": ("list",),
    "currencies": ("list",),
    "date_formats": ("list",),
    "estimations": (
        "list",
        "get",
        "create",
        "update",
        "delete",
        "change_status",
        "convert",
        "get_link",
        "get_status",
        "send_to_client",
    ),
    "invoice_categories": (
        "list",
        "create",
        "update",
        "delete",
    ),
    "invoices": (
        "list",
        "get",
        "create",
        "update",
        "delete",
        "change_status",
        "get_link",
        "get_pdf_link",
        "get_status",
        "send_to_accountant",
        "send_to_client",
        "download_pdf",
    ),
    "orders": (
        "list",
        "get",
        "create",
        "delete",
        "change_shipping_details",
        "change_status",
    ),
    "payment_gateways": ("list",),
    "payment_links": (
        "list",
        "create",
        "delete",
        "get_link",
    ),
    "products": (
        "list",
        "get",
        "create",
        "update",
        "delete",
    ),
    "taxes": (
        "list",
        "create",
        "update",
        "delete",
    ),
    "ui_languages": ("list",),
    "work_types": (
        "list",
        "search",
        "get",
        "create",
        "update",
        "delete",
    ),
}
