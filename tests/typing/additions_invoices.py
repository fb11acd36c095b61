"""What the addition to invoices gives, as a user would type it. Type checkers read it; nobody runs it."""

from pathlib import Path
from typing import assert_type

from envoice import AsyncEnvoice, Envoice, InvoiceLink


def download(client: Envoice, folder: Path) -> None:
    """The PDF of an invoice, in a file."""
    assert_type(client.invoices.get_pdf_link(3971, signed_version=True), InvoiceLink)
    assert_type(client.invoices.download_pdf(3971, folder / "invoice.pdf"), Path)
    assert_type(client.invoices.download_pdf(3971, "invoice.pdf", signed_version=True, max_bytes=1_000_000), Path)


async def download_async(client: AsyncEnvoice, folder: Path) -> None:
    """The same, awaited."""
    assert_type(await client.invoices.download_pdf(3971, folder / "invoice.pdf"), Path)
