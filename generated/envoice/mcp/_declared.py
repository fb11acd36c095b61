# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/envoice; CONTRIBUTING.md says how to change what is generated.
"""What the project declares of the tools for agents: literals alone."""

from typing import Final

TOOLS: Final[tuple[str, ...]] = (
    "invoices.list",
    "invoices.get",
    "clients.list",
    "clients.get",
    "products.list",
    "orders.list",
    "estimations.list",
    "taxes.list",
    "currencies.list",
    "work_types.search",
    "invoices.create",
    "invoices.change_status",
    "invoices.send_to_client",
    "clients.create",
    "invoices.delete",
)
"""The operations with a tool of their own, in this order; empty for the lists and single records of each resource."""

READS: Final[tuple[str, ...]] = ("invoices.download_pdf",)
"""The operations that change nothing, whatever their HTTP method says."""

DELETES: Final[tuple[str, ...]] = ()
"""The operations that delete something, whatever their HTTP method and name say."""

PROMPTS: Final[dict[str, tuple[str, str]]] = {
    "monthly_billing": (
        "Bill a client for a month's work",
        "Make a draft invoice for the client {client} for the work of {month}, with the items that I name.\nLook the client, the currency, the work types and the taxes up first, and show me what you found. Show me the invoice\nwith its total before you create it, as a draft. Do not send it.",
    ),
    "dunning": (
        "Find overdue invoices and remind their clients",
        "List my invoices that are overdue by more than {days} days: number, client, amount as it stands, due date.\nRead all pages. Then ask me which clients to remind, and send a reminder to those alone.",
    ),
    "bulk_export": (
        "Export everything of one kind to a file",
        "Export all {resource} to a file that is named after them and today's date, in the format {format} (csv, jsonl\nor parquet), and tell me how many rows it has.",
    ),
}
"""By its name, what a prompt is for, and its text."""
