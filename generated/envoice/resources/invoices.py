# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/envoice; CONTRIBUTING.md says how to change what is generated.
"""Operations on invoices, reached as `client.invoices`."""

from __future__ import annotations

from builtins import list as List
from datetime import datetime
from typing import Final

from msgspec import UNSET, UnsetType

from .._http.operation import Operation
from ..models import (
    Invoice,
    InvoiceAttachmentCreate,
    InvoiceAttachmentUpdate,
    InvoiceCreate,
    InvoiceDelete,
    InvoiceGateway,
    InvoiceItemCreate,
    InvoiceItemUpdate,
    InvoiceLink,
    InvoicePage,
    InvoiceRecurrence,
    InvoiceSendToAccountant,
    InvoiceSendToClient,
    InvoiceStatus,
    InvoiceStatusChange,
    InvoiceSummary,
    InvoiceUpdate,
)
from ..options import RequestOptions
from ..pagination import AsyncPager, Pager
from ._base import AsyncResource, SyncResource
from ._raw import AsyncRaw, AsyncRawPage, Raw, RawPage, RawResource

__all__ = ["AsyncInvoices", "AsyncInvoicesRaw", "Invoices", "InvoicesRaw"]

_LIST: Final = Operation(
    name="invoices.list",
    method="GET",
    path="/api/invoice/all",
    result=InvoicePage,
)
_GET: Final = Operation(
    name="invoices.get",
    method="GET",
    path="/api/invoice/details",
    result=Invoice,
    required={"id": "id"},
    kinds={"id": ("id", int)},
)
_CREATE: Final = Operation(
    name="invoices.create",
    method="POST",
    path="/api/invoice/new",
    result=Invoice,
)
_UPDATE: Final = Operation(
    name="invoices.update",
    method="POST",
    path="/api/invoice/update",
    result=Invoice,
    min_fields=2,
)
_DELETE: Final = Operation(
    name="invoices.delete",
    method="POST",
    path="/api/invoice/delete",
    result=int,
)
_CHANGE_STATUS: Final = Operation(
    name="invoices.change_status",
    method="POST",
    path="/api/invoice/changestatus",
    result=bool,
)
_GET_LINK: Final = Operation(
    name="invoices.get_link",
    method="GET",
    path="/api/invoice/uri",
    result=InvoiceLink,
    required={"id": "id"},
    kinds={"id": ("id", int)},
)
_GET_PDF_LINK: Final = Operation(
    name="invoices.get_pdf_link",
    method="GET",
    path="/api/invoice/pdf",
    result=InvoiceLink,
    required={"id": "id"},
    kinds={"id": ("id", int), "signedVersion": ("signed_version", bool)},
)
_GET_STATUS: Final = Operation(
    name="invoices.get_status",
    method="GET",
    path="/api/invoice/status",
    result=InvoiceStatus,
    required={"id": "id"},
    kinds={"id": ("id", int)},
)
_SEND_TO_ACCOUNTANT: Final = Operation(
    name="invoices.send_to_accountant",
    method="POST",
    path="/api/invoice/sendtoaccountant",
    result=int,
)
_SEND_TO_CLIENT: Final = Operation(
    name="invoices.send_to_client",
    method="POST",
    path="/api/invoice/sendtoclient",
    result=int,
)


class Invoices(SyncResource):
    """Operations on invoices, reached as `client.invoices`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> InvoicesRaw:
        """The same operations, giving each answer as it came."""
        return InvoicesRaw(self)

    def list(
        self, *, page: int | None = None, page_size: int | None = None, options: RequestOptions | None = None
    ) -> Pager[InvoiceSummary]:
        """Return all invoices for the account.

        Calls `GET /api/invoice/all` (`InvoiceApi_All` in the vendor's document).

        Args:
            page (int): The page to start at, counted from 1.
            page_size (int): Items on a page; the service's own default is 10.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            Pager[InvoiceSummary]: The items, fetched page by page as they are read.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
            FaultError: The service marked a page as faulted; the error carries the page.
        """
        return Pager(
            self._client,
            _LIST,
            query={},
            page=page,
            page_param="queryOptions.page",
            page_size=page_size,
            page_size_param="queryOptions.pageSize",
            options=options,
        )

    def get(self, id: int, *, options: RequestOptions | None = None) -> Invoice:
        """Return invoice data.

        Calls `GET /api/invoice/details` (`InvoiceApi_Details` in the vendor's document).

        Args:
            id (int): Id of the invoice.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            Invoice: The invoice, as the service answers it.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(_GET, query={"id": id}, options=options)

    def create(
        self,
        *,
        client_id: int,
        currency_id: int,
        items: List[InvoiceItemCreate],
        attachments: List[InvoiceAttachmentCreate] | None | UnsetType = UNSET,
        cloned_from_id: int | None | UnsetType = UNSET,
        due_date: datetime | None | UnsetType = UNSET,
        invoice_category_id: int | None | UnsetType = UNSET,
        issued_on: datetime | None | UnsetType = UNSET,
        notes: str | None | UnsetType = UNSET,
        number: str | None | UnsetType = UNSET,
        payment_gateways: List[InvoiceGateway] | None | UnsetType = UNSET,
        po_number: str | None | UnsetType = UNSET,
        recurring_profile: InvoiceRecurrence | None | UnsetType = UNSET,
        recurring_profile_id: int | None | UnsetType = UNSET,
        should_send_reminders: bool | None | UnsetType = UNSET,
        status: InvoiceStatus | None | UnsetType = UNSET,
        terms: str | None | UnsetType = UNSET,
        options: RequestOptions | None = None,
    ) -> Invoice:
        """Create an invoice.

        Calls `POST /api/invoice/new` (`InvoiceApi_New` in the vendor's document).

        An argument that is left out is not sent; None is sent as null.

        Args:
            client_id (int): The client to whom this invoice is assigned.
            currency_id (int): Id of the currency for the invoice amounts.
            items (list[InvoiceItemCreate]): List of invoice items.
            attachments (list[InvoiceAttachmentCreate]): List of invoice attachments.
            cloned_from_id (int): Indicate from which invoice this invoice has been cloned from.
            due_date (datetime): Indicates when the invoice will be proclamed as due.
            invoice_category_id (int): Hold the id of the invoice category.
            issued_on (datetime): Indicates when the invoice was issued.
            notes (str): Internal note regarding the invoice.
            number (str): Unique invoice number.
            payment_gateways (list[InvoiceGateway]): List of enabled payment gateways for this invoice.
            po_number (str): Unique number generated by the buyer.
            recurring_profile (InvoiceRecurrence): Definition of invoice recurring profile.
            recurring_profile_id (int): Hold the id of the recurring profile.
            should_send_reminders (bool): Should send email reminders to client?
            status (InvoiceStatus): Indicate the status of the invoice (paid/unpaid/overdue).
            terms (str): Terms of agreement.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            Invoice: The invoice, as the service answers it.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(
            _CREATE,
            body=InvoiceCreate(
                client_id=client_id,
                currency_id=currency_id,
                items=items,
                attachments=attachments,
                cloned_from_id=cloned_from_id,
                due_date=due_date,
                invoice_category_id=invoice_category_id,
                issued_on=issued_on,
                notes=notes,
                number=number,
                payment_gateways=payment_gateways,
                po_number=po_number,
                recurring_profile=recurring_profile,
                recurring_profile_id=recurring_profile_id,
                should_send_reminders=should_send_reminders,
                status=status,
                terms=terms,
            ),
            options=options,
        )

    def update(
        self,
        id: int,
        *,
        attachments: List[InvoiceAttachmentUpdate] | None | UnsetType = UNSET,
        client_id: int | None | UnsetType = UNSET,
        cloned_from_id: int | None | UnsetType = UNSET,
        currency_id: int | None | UnsetType = UNSET,
        due_date: datetime | None | UnsetType = UNSET,
        invoice_category_id: int | None | UnsetType = UNSET,
        issued_on: datetime | None | UnsetType = UNSET,
        items: List[InvoiceItemUpdate] | None | UnsetType = UNSET,
        notes: str | None | UnsetType = UNSET,
        number: str | None | UnsetType = UNSET,
        payment_gateways: List[InvoiceGateway] | None | UnsetType = UNSET,
        po_number: str | None | UnsetType = UNSET,
        recurring_profile: InvoiceRecurrence | None | UnsetType = UNSET,
        recurring_profile_id: int | None | UnsetType = UNSET,
        should_send_reminders: bool | None | UnsetType = UNSET,
        status: InvoiceStatus | None | UnsetType = UNSET,
        terms: str | None | UnsetType = UNSET,
        options: RequestOptions | None = None,
    ) -> Invoice:
        """Update an existing invoice.

        Calls `POST /api/invoice/update` (`InvoiceApi_Update` in the vendor's document).

        An argument that is left out is not sent; None is sent as null.

        Args:
            id (int): Invoice id.
            attachments (list[InvoiceAttachmentUpdate]): List of invoice attachments.
            client_id (int): The client to whom this invoice is assigned.
            cloned_from_id (int): Indicate from which invoice this invoice has been cloned from.
            currency_id (int): Id of the currency for the invoice amounts.
            due_date (datetime): Indicates when the invoice will be proclamed as due.
            invoice_category_id (int): Hold the id of the invoice category.
            issued_on (datetime): Indicates when the invoice was issued.
            items (list[InvoiceItemUpdate]): List of invoice items.
            notes (str): Internal note regarding the invoice.
            number (str): Unique invoice number.
            payment_gateways (list[InvoiceGateway]): List of enabled payment gateways for this invoice.
            po_number (str): Unique number generated by the buyer.
            recurring_profile (InvoiceRecurrence): Definition of invoice recurring profile.
            recurring_profile_id (int): Hold the id of the recurring profile.
            should_send_reminders (bool): Should send email reminders to client?
            status (InvoiceStatus): Indicate the status of the invoice (paid/unpaid/overdue).
            terms (str): Terms of agreement.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            Invoice: The invoice, as the service answers it.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(
            _UPDATE,
            body=InvoiceUpdate(
                id=id,
                attachments=attachments,
                client_id=client_id,
                cloned_from_id=cloned_from_id,
                currency_id=currency_id,
                due_date=due_date,
                invoice_category_id=invoice_category_id,
                issued_on=issued_on,
                items=items,
                notes=notes,
                number=number,
                payment_gateways=payment_gateways,
                po_number=po_number,
                recurring_profile=recurring_profile,
                recurring_profile_id=recurring_profile_id,
                should_send_reminders=should_send_reminders,
                status=status,
                terms=terms,
            ),
            options=options,
        )

    def delete(self, id: int, *, options: RequestOptions | None = None) -> int:
        """Delete an existing invoice.

        Calls `POST /api/invoice/delete` (`InvoiceApi_Delete` in the vendor's document).

        Args:
            id (int): Id of invoice to be deleted.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            int: The id of the deleted invoice.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(
            _DELETE,
            body=InvoiceDelete(
                id=id,
            ),
            options=options,
        )

    def change_status(self, id: int, *, status: InvoiceStatus, options: RequestOptions | None = None) -> bool:
        """Change invoice status.

        Calls `POST /api/invoice/changestatus` (`InvoiceApi_ChangeStatus` in the vendor's document).

        Args:
            id (int): Invoice Id.
            status (InvoiceStatus): New status of the invoice.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            bool: The service's yes or no.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(
            _CHANGE_STATUS,
            body=InvoiceStatusChange(
                id=id,
                status=status,
            ),
            options=options,
        )

    def get_link(self, id: int, *, options: RequestOptions | None = None) -> InvoiceLink:
        """Return the unique url to the client's invoice.

        Calls `GET /api/invoice/uri` (`InvoiceApi_Uri` in the vendor's document).

        Args:
            id (int): Id of the invoice.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            InvoiceLink: The invoice link, as the service answers it.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(_GET_LINK, query={"id": id}, options=options)

    def get_pdf_link(
        self, id: int, *, signed_version: bool | None = None, options: RequestOptions | None = None
    ) -> InvoiceLink:
        """Return a link to the PDF of the invoice.

        Calls `GET /api/invoice/pdf` (`InvoiceApi_Pdf` in the vendor's document).

        Args:
            id (int): Id of the invoice.
            signed_version (bool): Whether the link is to the digitally signed PDF.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            InvoiceLink: The invoice link, as the service answers it.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(_GET_PDF_LINK, query={"id": id, "signedVersion": signed_version}, options=options)

    def get_status(self, id: int, *, options: RequestOptions | None = None) -> InvoiceStatus:
        """Retrieve the status of the invoice.

        Calls `GET /api/invoice/status` (`InvoiceApi_Status` in the vendor's document).

        Args:
            id (int): Id of the invoice.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            InvoiceStatus: The invoice status, as the service answers it.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(_GET_STATUS, query={"id": id}, options=options)

    def send_to_accountant(self, id: int, *, options: RequestOptions | None = None) -> int:
        """Send the provided invoice to the accountant.

        Calls `POST /api/invoice/sendtoaccountant` (`InvoiceApi_SendToAccountant` in the vendor's document).

        Args:
            id (int): Id of the invoice.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            int: The id of the invoice that was sent.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(
            _SEND_TO_ACCOUNTANT,
            body=InvoiceSendToAccountant(
                id=id,
            ),
            options=options,
        )

    def send_to_client(
        self,
        invoice_id: int,
        *,
        attach_pdf: bool | None | UnsetType = UNSET,
        id: int | None | UnsetType = UNSET,
        message: str | None | UnsetType = UNSET,
        send_to_self: bool | None | UnsetType = UNSET,
        subject: str | None | UnsetType = UNSET,
        options: RequestOptions | None = None,
    ) -> int:
        """Send the provided invoice to the client.

        Calls `POST /api/invoice/sendtoclient` (`InvoiceApi_SendToClient` in the vendor's document).

        An argument that is left out is not sent; None is sent as null.

        Args:
            invoice_id (int): Id of the invoice.
            attach_pdf (bool): Should attach pdf file.
            id (int): The old name of `InvoiceId`; the vendor means to remove it.
            message (str): Message to be embedded in the email.
            send_to_self (bool): Should email copy be send to self.
            subject (str): Subject for the email.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            int: The id of the invoice that was sent.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(
            _SEND_TO_CLIENT,
            body=InvoiceSendToClient(
                invoice_id=invoice_id,
                attach_pdf=attach_pdf,
                id=id,
                message=message,
                send_to_self=send_to_self,
                subject=subject,
            ),
            options=options,
        )


class AsyncInvoices(AsyncResource):
    """Operations on invoices, reached as `client.invoices`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> AsyncInvoicesRaw:
        """The same operations, giving each answer as it came."""
        return AsyncInvoicesRaw(self)

    def list(
        self, *, page: int | None = None, page_size: int | None = None, options: RequestOptions | None = None
    ) -> AsyncPager[InvoiceSummary]:
        """Return all invoices for the account.

        Calls `GET /api/invoice/all` (`InvoiceApi_All` in the vendor's document).

        Args:
            page (int): The page to start at, counted from 1.
            page_size (int): Items on a page; the service's own default is 10.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            AsyncPager[InvoiceSummary]: The items, fetched page by page as they are read.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
            FaultError: The service marked a page as faulted; the error carries the page.
        """
        return AsyncPager(
            self._client,
            _LIST,
            query={},
            page=page,
            page_param="queryOptions.page",
            page_size=page_size,
            page_size_param="queryOptions.pageSize",
            options=options,
        )

    async def get(self, id: int, *, options: RequestOptions | None = None) -> Invoice:
        """Return invoice data.

        Calls `GET /api/invoice/details` (`InvoiceApi_Details` in the vendor's document).

        Args:
            id (int): Id of the invoice.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            Invoice: The invoice, as the service answers it.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(_GET, query={"id": id}, options=options)

    async def create(
        self,
        *,
        client_id: int,
        currency_id: int,
        items: List[InvoiceItemCreate],
        attachments: List[InvoiceAttachmentCreate] | None | UnsetType = UNSET,
        cloned_from_id: int | None | UnsetType = UNSET,
        due_date: datetime | None | UnsetType = UNSET,
        invoice_category_id: int | None | UnsetType = UNSET,
        issued_on: datetime | None | UnsetType = UNSET,
        notes: str | None | UnsetType = UNSET,
        number: str | None | UnsetType = UNSET,
        payment_gateways: List[InvoiceGateway] | None | UnsetType = UNSET,
        po_number: str | None | UnsetType = UNSET,
        recurring_profile: InvoiceRecurrence | None | UnsetType = UNSET,
        recurring_profile_id: int | None | UnsetType = UNSET,
        should_send_reminders: bool | None | UnsetType = UNSET,
        status: InvoiceStatus | None | UnsetType = UNSET,
        terms: str | None | UnsetType = UNSET,
        options: RequestOptions | None = None,
    ) -> Invoice:
        """Create an invoice.

        Calls `POST /api/invoice/new` (`InvoiceApi_New` in the vendor's document).

        An argument that is left out is not sent; None is sent as null.

        Args:
            client_id (int): The client to whom this invoice is assigned.
            currency_id (int): Id of the currency for the invoice amounts.
            items (list[InvoiceItemCreate]): List of invoice items.
            attachments (list[InvoiceAttachmentCreate]): List of invoice attachments.
            cloned_from_id (int): Indicate from which invoice this invoice has been cloned from.
            due_date (datetime): Indicates when the invoice will be proclamed as due.
            invoice_category_id (int): Hold the id of the invoice category.
            issued_on (datetime): Indicates when the invoice was issued.
            notes (str): Internal note regarding the invoice.
            number (str): Unique invoice number.
            payment_gateways (list[InvoiceGateway]): List of enabled payment gateways for this invoice.
            po_number (str): Unique number generated by the buyer.
            recurring_profile (InvoiceRecurrence): Definition of invoice recurring profile.
            recurring_profile_id (int): Hold the id of the recurring profile.
            should_send_reminders (bool): Should send email reminders to client?
            status (InvoiceStatus): Indicate the status of the invoice (paid/unpaid/overdue).
            terms (str): Terms of agreement.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            Invoice: The invoice, as the service answers it.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(
            _CREATE,
            body=InvoiceCreate(
                client_id=client_id,
                currency_id=currency_id,
                items=items,
                attachments=attachments,
                cloned_from_id=cloned_from_id,
                due_date=due_date,
                invoice_category_id=invoice_category_id,
                issued_on=issued_on,
                notes=notes,
                number=number,
                payment_gateways=payment_gateways,
                po_number=po_number,
                recurring_profile=recurring_profile,
                recurring_profile_id=recurring_profile_id,
                should_send_reminders=should_send_reminders,
                status=status,
                terms=terms,
            ),
            options=options,
        )

    async def update(
        self,
        id: int,
        *,
        attachments: List[InvoiceAttachmentUpdate] | None | UnsetType = UNSET,
        client_id: int | None | UnsetType = UNSET,
        cloned_from_id: int | None | UnsetType = UNSET,
        currency_id: int | None | UnsetType = UNSET,
        due_date: datetime | None | UnsetType = UNSET,
        invoice_category_id: int | None | UnsetType = UNSET,
        issued_on: datetime | None | UnsetType = UNSET,
        items: List[InvoiceItemUpdate] | None | UnsetType = UNSET,
        notes: str | None | UnsetType = UNSET,
        number: str | None | UnsetType = UNSET,
        payment_gateways: List[InvoiceGateway] | None | UnsetType = UNSET,
        po_number: str | None | UnsetType = UNSET,
        recurring_profile: InvoiceRecurrence | None | UnsetType = UNSET,
        recurring_profile_id: int | None | UnsetType = UNSET,
        should_send_reminders: bool | None | UnsetType = UNSET,
        status: InvoiceStatus | None | UnsetType = UNSET,
        terms: str | None | UnsetType = UNSET,
        options: RequestOptions | None = None,
    ) -> Invoice:
        """Update an existing invoice.

        Calls `POST /api/invoice/update` (`InvoiceApi_Update` in the vendor's document).

        An argument that is left out is not sent; None is sent as null.

        Args:
            id (int): Invoice id.
            attachments (list[InvoiceAttachmentUpdate]): List of invoice attachments.
            client_id (int): The client to whom this invoice is assigned.
            cloned_from_id (int): Indicate from which invoice this invoice has been cloned from.
            currency_id (int): Id of the currency for the invoice amounts.
            due_date (datetime): Indicates when the invoice will be proclamed as due.
            invoice_category_id (int): Hold the id of the invoice category.
            issued_on (datetime): Indicates when the invoice was issued.
            items (list[InvoiceItemUpdate]): List of invoice items.
            notes (str): Internal note regarding the invoice.
            number (str): Unique invoice number.
            payment_gateways (list[InvoiceGateway]): List of enabled payment gateways for this invoice.
            po_number (str): Unique number generated by the buyer.
            recurring_profile (InvoiceRecurrence): Definition of invoice recurring profile.
            recurring_profile_id (int): Hold the id of the recurring profile.
            should_send_reminders (bool): Should send email reminders to client?
            status (InvoiceStatus): Indicate the status of the invoice (paid/unpaid/overdue).
            terms (str): Terms of agreement.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            Invoice: The invoice, as the service answers it.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(
            _UPDATE,
            body=InvoiceUpdate(
                id=id,
                attachments=attachments,
                client_id=client_id,
                cloned_from_id=cloned_from_id,
                currency_id=currency_id,
                due_date=due_date,
                invoice_category_id=invoice_category_id,
                issued_on=issued_on,
                items=items,
                notes=notes,
                number=number,
                payment_gateways=payment_gateways,
                po_number=po_number,
                recurring_profile=recurring_profile,
                recurring_profile_id=recurring_profile_id,
                should_send_reminders=should_send_reminders,
                status=status,
                terms=terms,
            ),
            options=options,
        )

    async def delete(self, id: int, *, options: RequestOptions | None = None) -> int:
        """Delete an existing invoice.

        Calls `POST /api/invoice/delete` (`InvoiceApi_Delete` in the vendor's document).

        Args:
            id (int): Id of invoice to be deleted.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            int: The id of the deleted invoice.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(
            _DELETE,
            body=InvoiceDelete(
                id=id,
            ),
            options=options,
        )

    async def change_status(self, id: int, *, status: InvoiceStatus, options: RequestOptions | None = None) -> bool:
        """Change invoice status.

        Calls `POST /api/invoice/changestatus` (`InvoiceApi_ChangeStatus` in the vendor's document).

        Args:
            id (int): Invoice Id.
            status (InvoiceStatus): New status of the invoice.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            bool: The service's yes or no.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(
            _CHANGE_STATUS,
            body=InvoiceStatusChange(
                id=id,
                status=status,
            ),
            options=options,
        )

    async def get_link(self, id: int, *, options: RequestOptions | None = None) -> InvoiceLink:
        """Return the unique url to the client's invoice.

        Calls `GET /api/invoice/uri` (`InvoiceApi_Uri` in the vendor's document).

        Args:
            id (int): Id of the invoice.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            InvoiceLink: The invoice link, as the service answers it.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(_GET_LINK, query={"id": id}, options=options)

    async def get_pdf_link(
        self, id: int, *, signed_version: bool | None = None, options: RequestOptions | None = None
    ) -> InvoiceLink:
        """Return a link to the PDF of the invoice.

        Calls `GET /api/invoice/pdf` (`InvoiceApi_Pdf` in the vendor's document).

        Args:
            id (int): Id of the invoice.
            signed_version (bool): Whether the link is to the digitally signed PDF.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            InvoiceLink: The invoice link, as the service answers it.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(
            _GET_PDF_LINK, query={"id": id, "signedVersion": signed_version}, options=options
        )

    async def get_status(self, id: int, *, options: RequestOptions | None = None) -> InvoiceStatus:
        """Retrieve the status of the invoice.

        Calls `GET /api/invoice/status` (`InvoiceApi_Status` in the vendor's document).

        Args:
            id (int): Id of the invoice.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            InvoiceStatus: The invoice status, as the service answers it.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(_GET_STATUS, query={"id": id}, options=options)

    async def send_to_accountant(self, id: int, *, options: RequestOptions | None = None) -> int:
        """Send the provided invoice to the accountant.

        Calls `POST /api/invoice/sendtoaccountant` (`InvoiceApi_SendToAccountant` in the vendor's document).

        Args:
            id (int): Id of the invoice.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            int: The id of the invoice that was sent.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(
            _SEND_TO_ACCOUNTANT,
            body=InvoiceSendToAccountant(
                id=id,
            ),
            options=options,
        )

    async def send_to_client(
        self,
        invoice_id: int,
        *,
        attach_pdf: bool | None | UnsetType = UNSET,
        id: int | None | UnsetType = UNSET,
        message: str | None | UnsetType = UNSET,
        send_to_self: bool | None | UnsetType = UNSET,
        subject: str | None | UnsetType = UNSET,
        options: RequestOptions | None = None,
    ) -> int:
        """Send the provided invoice to the client.

        Calls `POST /api/invoice/sendtoclient` (`InvoiceApi_SendToClient` in the vendor's document).

        An argument that is left out is not sent; None is sent as null.

        Args:
            invoice_id (int): Id of the invoice.
            attach_pdf (bool): Should attach pdf file.
            id (int): The old name of `InvoiceId`; the vendor means to remove it.
            message (str): Message to be embedded in the email.
            send_to_self (bool): Should email copy be send to self.
            subject (str): Subject for the email.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            int: The id of the invoice that was sent.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(
            _SEND_TO_CLIENT,
            body=InvoiceSendToClient(
                invoice_id=invoice_id,
                attach_pdf=attach_pdf,
                id=id,
                message=message,
                send_to_self=send_to_self,
                subject=subject,
            ),
            options=options,
        )


class InvoicesRaw(RawResource):
    """Operations on invoices, reached as `client.invoices`. Each gives its answer as it came."""

    __slots__ = ()

    list: Final = RawPage(Invoices.list)
    get: Final = Raw(Invoices.get)
    create: Final = Raw(Invoices.create)
    update: Final = Raw(Invoices.update)
    delete: Final = Raw(Invoices.delete)
    change_status: Final = Raw(Invoices.change_status)
    get_link: Final = Raw(Invoices.get_link)
    get_pdf_link: Final = Raw(Invoices.get_pdf_link)
    get_status: Final = Raw(Invoices.get_status)
    send_to_accountant: Final = Raw(Invoices.send_to_accountant)
    send_to_client: Final = Raw(Invoices.send_to_client)


class AsyncInvoicesRaw(RawResource):
    """Operations on invoices, reached as `client.invoices`. Each gives its answer as it came."""

    __slots__ = ()

    list: Final = AsyncRawPage(AsyncInvoices.list)
    get: Final = AsyncRaw(AsyncInvoices.get)
    create: Final = AsyncRaw(AsyncInvoices.create)
    update: Final = AsyncRaw(AsyncInvoices.update)
    delete: Final = AsyncRaw(AsyncInvoices.delete)
    change_status: Final = AsyncRaw(AsyncInvoices.change_status)
    get_link: Final = AsyncRaw(AsyncInvoices.get_link)
    get_pdf_link: Final = AsyncRaw(AsyncInvoices.get_pdf_link)
    get_status: Final = AsyncRaw(AsyncInvoices.get_status)
    send_to_accountant: Final = AsyncRaw(AsyncInvoices.send_to_accountant)
    send_to_client: Final = AsyncRaw(AsyncInvoices.send_to_client)
