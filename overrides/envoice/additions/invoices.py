"""Adds `download_pdf` to the invoices: from the link the service answers to a file, whole or not at all."""

from __future__ import annotations

import os
from typing import Final

from envoice._lazy import pathlib
from envoice.options import RequestOptions
from envoice.resources import invoices as generated

__all__ = ["AsyncInvoices", "Invoices"]

BUILDS_ON: Final = (
    "resources.invoices.Invoices.get_pdf_link",
    "resources.invoices.AsyncInvoices.get_pdf_link",
    "models.InvoiceLink.link",
)

_NAME: Final = "invoices.download_pdf"
_MAX_BYTES: Final = 50_000_000


class Invoices(generated.Invoices):
    """Invoices, with the download of their PDF."""

    __slots__ = ()

    def download_pdf(
        self,
        id: int,
        path: str | os.PathLike[str],
        *,
        signed_version: bool | None = None,
        max_bytes: int = _MAX_BYTES,
        options: RequestOptions | None = None,
    ) -> pathlib.Path:
        """Store an invoice's PDF in a file.

        Asks `invoices.get_pdf_link` for the link and follows it without credentials. The file comes through the
        connections of the caller's `http_client`, without its headers, cookies, authentication or hooks; or through
        httpx connections of this client's own. It appears whole or not at all; a failure leaves an existing file as it
        was.

        Args:
            id: The invoice.
            path: The file to write, replaced if it exists. Its folder must exist.
            signed_version: Whether to get the signed version; None leaves the choice to the service.
            max_bytes: Largest acceptable size in bytes.
            options: What is different for the call that asks for the link. Its `timeout` holds for the file too, as for
                one attempt from connecting to the file's end, redirects included; its `deadline` for both together.

        Returns:
            The path of the file.

        Raises:
            DownloadError: There is no link, what is behind it is no PDF, ends early or is too large, or the file cannot
                be written.
            APITimeoutError: The file took longer than the timeout, or all of it, as an `APIDeadlineError`, than the
                deadline.
            APIError: The service or the connection failed; see `envoice.errors`.

        Examples:
            >>> from envoice import Envoice
            >>>
            >>> with Envoice() as client:
            ...     client.invoices.download_pdf(3971, "invoice-3971.pdf")
        """
        from envoice._download.file import Download, ready
        from envoice._download.limits import Limits

        limits = Limits.of(self._client, options)
        download = Download(_NAME, path, max_bytes=max_bytes, limits=limits, magic=b"%PDF-")
        answer = self.get_pdf_link(id, signed_version=signed_version, options=options)
        content = ready(self._client)
        return download.fetch(answer.link, self._client) if content is None else download.store(answer.link, content)


class AsyncInvoices(generated.AsyncInvoices):
    """Invoices, with the download of their PDF."""

    __slots__ = ()

    async def download_pdf(
        self,
        id: int,
        path: str | os.PathLike[str],
        *,
        signed_version: bool | None = None,
        max_bytes: int = _MAX_BYTES,
        options: RequestOptions | None = None,
    ) -> pathlib.Path:
        """Store an invoice's PDF in a file.

        Asks `invoices.get_pdf_link` for the link and follows it without credentials. The file comes through the
        connections of the caller's `http_client`, without its headers, cookies, authentication or hooks; or through
        httpx connections of this client's own. It appears whole or not at all; a failure leaves an existing file as it
        was.

        Args:
            id: The invoice.
            path: The file to write, replaced if it exists. Its folder must exist.
            signed_version: Whether to get the signed version; None leaves the choice to the service.
            max_bytes: Largest acceptable size in bytes.
            options: What is different for the call that asks for the link. Its `timeout` holds for the file too, as for
                one attempt from connecting to the file's end, redirects included; its `deadline` for both together.

        Returns:
            The path of the file.

        Raises:
            DownloadError: There is no link, what is behind it is no PDF, ends early or is too large, or the file cannot
                be written.
            APITimeoutError: The file took longer than the timeout, or all of it, as an `APIDeadlineError`, than the
                deadline.
            APIError: The service or the connection failed; see `envoice.errors`.
        """
        from envoice._download.file import Download, ready
        from envoice._download.limits import Limits

        limits = Limits.of(self._client, options)
        download = Download(_NAME, path, max_bytes=max_bytes, limits=limits, magic=b"%PDF-")
        answer = await self.get_pdf_link(id, signed_version=signed_version, options=options)
        content = ready(self._client)
        return (
            await download.afetch(answer.link, self._client)
            if content is None
            else download.store(answer.link, content)
        )
