# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/envoice; CONTRIBUTING.md says how to change what is generated.
"""Operations on estimations, reached as `client.estimations`."""

from __future__ import annotations

from builtins import list as List
from datetime import datetime
from typing import Final

from msgspec import UNSET, UnsetType

from .._http.operation import Operation
from ..models import (
    Estimation,
    EstimationAttachmentCreate,
    EstimationAttachmentUpdate,
    EstimationCreate,
    EstimationDelete,
    EstimationGateway,
    EstimationItemCreate,
    EstimationItemUpdate,
    EstimationLink,
    EstimationPage,
    EstimationSendToClient,
    EstimationStatus,
    EstimationStatusChange,
    EstimationSummary,
    EstimationUpdate,
    Invoice,
)
from ..options import RequestOptions
from ..pagination import AsyncPager, Pager
from ._base import AsyncResource, SyncResource
from ._raw import AsyncRaw, AsyncRawPage, Raw, RawPage, RawResource

__all__ = ["AsyncEstimations", "AsyncEstimationsRaw", "Estimations", "EstimationsRaw"]

_LIST: Final = Operation(
    name="estimations.list",
    method="GET",
    path="/api/estimation/all",
    result=EstimationPage,
)
_GET: Final = Operation(
    name="estimations.get",
    method="GET",
    path="/api/estimation/details",
    result=Estimation,
    required={"id": "id"},
    kinds={"id": ("id", int)},
)
_CREATE: Final = Operation(
    name="estimations.create",
    method="POST",
    path="/api/estimation/new",
    result=Estimation,
)
_UPDATE: Final = Operation(
    name="estimations.update",
    method="POST",
    path="/api/estimation/update",
    result=Estimation,
    min_fields=2,
)
_DELETE: Final = Operation(
    name="estimations.delete",
    method="POST",
    path="/api/estimation/delete",
    result=int,
)
_CHANGE_STATUS: Final = Operation(
    name="estimations.change_status",
    method="POST",
    path="/api/estimation/changestatus",
    result=bool,
)
_CONVERT: Final = Operation(
    name="estimations.convert",
    method="POST",
    path="/api/estimation/convert",
    result=Invoice,
    required={"": "id"},
    kinds={"": ("id", int)},
)
_GET_LINK: Final = Operation(
    name="estimations.get_link",
    method="GET",
    path="/api/estimation/uri",
    result=EstimationLink,
    required={"id": "id"},
    kinds={"id": ("id", int)},
)
_GET_STATUS: Final = Operation(
    name="estimations.get_status",
    method="GET",
    path="/api/estimation/status",
    result=EstimationStatus,
    required={"id": "id"},
    kinds={"id": ("id", int)},
)
_SEND_TO_CLIENT: Final = Operation(
    name="estimations.send_to_client",
    method="POST",
    path="/api/estimation/sendtoclient",
    result=int,
)


class Estimations(SyncResource):
    """Operations on estimations, reached as `client.estimations`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> EstimationsRaw:
        """The same operations, giving each answer as it came."""
        return EstimationsRaw(self)

    def list(
        self, *, page: int | None = None, page_size: int | None = None, options: RequestOptions | None = None
    ) -> Pager[EstimationSummary]:
        """Return all estimation for the account.

        Calls `GET /api/estimation/all` (`EstimationApi_All` in the vendor's document).

        Args:
            page (int): The page to start at, counted from 1.
            page_size (int): Items on a page; the service's own default is 10.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            Pager[EstimationSummary]: The items, fetched page by page as they are read.

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

    def get(self, id: int, *, options: RequestOptions | None = None) -> Estimation:
        """Return estimation data.

        Calls `GET /api/estimation/details` (`EstimationApi_Details` in the vendor's document).

        Args:
            id (int): Id of the estimation.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            Estimation: The estimation, as the service answers it.

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
        items: List[EstimationItemCreate],
        attachments: List[EstimationAttachmentCreate] | None | UnsetType = UNSET,
        cloned_from_id: int | None | UnsetType = UNSET,
        expires_on: datetime | None | UnsetType = UNSET,
        issued_on: datetime | None | UnsetType = UNSET,
        notes: str | None | UnsetType = UNSET,
        number: str | None | UnsetType = UNSET,
        payment_gateways: List[EstimationGateway] | None | UnsetType = UNSET,
        po_number: str | None | UnsetType = UNSET,
        status: EstimationStatus | None | UnsetType = UNSET,
        terms: str | None | UnsetType = UNSET,
        options: RequestOptions | None = None,
    ) -> Estimation:
        """Create an estimation.

        Calls `POST /api/estimation/new` (`EstimationApi_New` in the vendor's document).

        An argument that is left out is not sent; None is sent as null.

        Args:
            client_id (int): The client to whom this estimation is assigned.
            currency_id (int): Id of the currency for the estimation amounts.
            items (list[EstimationItemCreate]): List of estimation items.
            attachments (list[EstimationAttachmentCreate]): List of estimation attachments.
            cloned_from_id (int): Indicate from which estimation this estimation has been cloned from.
            expires_on (datetime): Indicates when the estimation will be proclamed as due.
            issued_on (datetime): Indicates when the estimation was issued.
            notes (str): Internal note regarding the estimation.
            number (str): Unique estimation number.
            payment_gateways (list[EstimationGateway]): List of enabled payment gateways for this estimation.
            po_number (str): Unique number generated by the buyer.
            status (EstimationStatus): Indicate the status of the estimation (paid/unpaid/overdue).
            terms (str): Terms of agreement.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            Estimation: The estimation, as the service answers it.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(
            _CREATE,
            body=EstimationCreate(
                client_id=client_id,
                currency_id=currency_id,
                items=items,
                attachments=attachments,
                cloned_from_id=cloned_from_id,
                expires_on=expires_on,
                issued_on=issued_on,
                notes=notes,
                number=number,
                payment_gateways=payment_gateways,
                po_number=po_number,
                status=status,
                terms=terms,
            ),
            options=options,
        )

    def update(
        self,
        id: int,
        *,
        attachments: List[EstimationAttachmentUpdate] | None | UnsetType = UNSET,
        client_id: int | None | UnsetType = UNSET,
        cloned_from_id: int | None | UnsetType = UNSET,
        currency_id: int | None | UnsetType = UNSET,
        expires_on: datetime | None | UnsetType = UNSET,
        issued_on: datetime | None | UnsetType = UNSET,
        items: List[EstimationItemUpdate] | None | UnsetType = UNSET,
        notes: str | None | UnsetType = UNSET,
        number: str | None | UnsetType = UNSET,
        payment_gateways: List[EstimationGateway] | None | UnsetType = UNSET,
        po_number: str | None | UnsetType = UNSET,
        status: EstimationStatus | None | UnsetType = UNSET,
        terms: str | None | UnsetType = UNSET,
        options: RequestOptions | None = None,
    ) -> Estimation:
        """Update an existing estimation.

        Calls `POST /api/estimation/update` (`EstimationApi_Update` in the vendor's document).

        An argument that is left out is not sent; None is sent as null.

        Args:
            id (int): estimation id.
            attachments (list[EstimationAttachmentUpdate]): List of estimation attachments.
            client_id (int): The client to whom this estimation is assigned.
            cloned_from_id (int): Indicate from which estimation this estimation has been cloned from.
            currency_id (int): Id of the currency for the estimation amounts.
            expires_on (datetime): Indicates when the estimation will be proclamed as due.
            issued_on (datetime): Indicates when the estimation was issued.
            items (list[EstimationItemUpdate]): List of estimation items.
            notes (str): Internal note regarding the estimation.
            number (str): Unique estimation number.
            payment_gateways (list[EstimationGateway]): List of enabled payment gateways for this estimation.
            po_number (str): Unique number generated by the buyer.
            status (EstimationStatus): Indicate the status of the estimation (paid/unpaid/overdue).
            terms (str): Terms of agreement.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            Estimation: The estimation, as the service answers it.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(
            _UPDATE,
            body=EstimationUpdate(
                id=id,
                attachments=attachments,
                client_id=client_id,
                cloned_from_id=cloned_from_id,
                currency_id=currency_id,
                expires_on=expires_on,
                issued_on=issued_on,
                items=items,
                notes=notes,
                number=number,
                payment_gateways=payment_gateways,
                po_number=po_number,
                status=status,
                terms=terms,
            ),
            options=options,
        )

    def delete(self, id: int, *, options: RequestOptions | None = None) -> int:
        """Delete an existing estimation.

        Calls `POST /api/estimation/delete` (`EstimationApi_Delete` in the vendor's document).

        Args:
            id (int): Id of estimation to be deleted.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            int: The id of the deleted estimation.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(
            _DELETE,
            body=EstimationDelete(
                id=id,
            ),
            options=options,
        )

    def change_status(self, id: int, *, status: EstimationStatus, options: RequestOptions | None = None) -> bool:
        """Change estimation status.

        Calls `POST /api/estimation/changestatus` (`EstimationApi_ChangeStatus` in the vendor's document).

        Args:
            id (int): Estimation Id.
            status (EstimationStatus): New status of the estimation.
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
            body=EstimationStatusChange(
                id=id,
                status=status,
            ),
            options=options,
        )

    def convert(self, id: int, *, options: RequestOptions | None = None) -> Invoice:
        """Convert the estimation to an invoice.

        Calls `POST /api/estimation/convert` (`EstimationApi_Convert` in the vendor's document).

        Args:
            id (int): Id of the estimation.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            Invoice: The invoice, as the service answers it.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(_CONVERT, body=id, options=options)

    def get_link(self, id: int, *, options: RequestOptions | None = None) -> EstimationLink:
        """Return the unique url to the client's estimation.

        Calls `GET /api/estimation/uri` (`EstimationApi_Uri` in the vendor's document).

        Args:
            id (int): Id of the estimation.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            EstimationLink: The estimation link, as the service answers it.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(_GET_LINK, query={"id": id}, options=options)

    def get_status(self, id: int, *, options: RequestOptions | None = None) -> EstimationStatus:
        """Retrieve the status of the estimation.

        Calls `GET /api/estimation/status` (`EstimationApi_Status` in the vendor's document).

        Args:
            id (int): Id of the estimation.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            EstimationStatus: The estimation status, as the service answers it.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(_GET_STATUS, query={"id": id}, options=options)

    def send_to_client(
        self,
        estimation_id: int,
        *,
        attach_pdf: bool | None | UnsetType = UNSET,
        id: int | None | UnsetType = UNSET,
        message: str | None | UnsetType = UNSET,
        send_to_self: bool | None | UnsetType = UNSET,
        subject: str | None | UnsetType = UNSET,
        options: RequestOptions | None = None,
    ) -> int:
        """Send the provided estimation to the client.

        Calls `POST /api/estimation/sendtoclient` (`EstimationApi_SendToClient` in the vendor's document).

        An argument that is left out is not sent; None is sent as null.

        Args:
            estimation_id (int): Id of the estimation.
            attach_pdf (bool): Should attach pdf file.
            id (int): The old name of `EstimationId`; the vendor means to remove it.
            message (str): Message to be embedded in the email.
            send_to_self (bool): Should email copy be send to self.
            subject (str): Subject for the email.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            int: The id of the estimation that was sent.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(
            _SEND_TO_CLIENT,
            body=EstimationSendToClient(
                estimation_id=estimation_id,
                attach_pdf=attach_pdf,
                id=id,
                message=message,
                send_to_self=send_to_self,
                subject=subject,
            ),
            options=options,
        )


class AsyncEstimations(AsyncResource):
    """Operations on estimations, reached as `client.estimations`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> AsyncEstimationsRaw:
        """The same operations, giving each answer as it came."""
        return AsyncEstimationsRaw(self)

    def list(
        self, *, page: int | None = None, page_size: int | None = None, options: RequestOptions | None = None
    ) -> AsyncPager[EstimationSummary]:
        """Return all estimation for the account.

        Calls `GET /api/estimation/all` (`EstimationApi_All` in the vendor's document).

        Args:
            page (int): The page to start at, counted from 1.
            page_size (int): Items on a page; the service's own default is 10.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            AsyncPager[EstimationSummary]: The items, fetched page by page as they are read.

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

    async def get(self, id: int, *, options: RequestOptions | None = None) -> Estimation:
        """Return estimation data.

        Calls `GET /api/estimation/details` (`EstimationApi_Details` in the vendor's document).

        Args:
            id (int): Id of the estimation.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            Estimation: The estimation, as the service answers it.

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
        items: List[EstimationItemCreate],
        attachments: List[EstimationAttachmentCreate] | None | UnsetType = UNSET,
        cloned_from_id: int | None | UnsetType = UNSET,
        expires_on: datetime | None | UnsetType = UNSET,
        issued_on: datetime | None | UnsetType = UNSET,
        notes: str | None | UnsetType = UNSET,
        number: str | None | UnsetType = UNSET,
        payment_gateways: List[EstimationGateway] | None | UnsetType = UNSET,
        po_number: str | None | UnsetType = UNSET,
        status: EstimationStatus | None | UnsetType = UNSET,
        terms: str | None | UnsetType = UNSET,
        options: RequestOptions | None = None,
    ) -> Estimation:
        """Create an estimation.

        Calls `POST /api/estimation/new` (`EstimationApi_New` in the vendor's document).

        An argument that is left out is not sent; None is sent as null.

        Args:
            client_id (int): The client to whom this estimation is assigned.
            currency_id (int): Id of the currency for the estimation amounts.
            items (list[EstimationItemCreate]): List of estimation items.
            attachments (list[EstimationAttachmentCreate]): List of estimation attachments.
            cloned_from_id (int): Indicate from which estimation this estimation has been cloned from.
            expires_on (datetime): Indicates when the estimation will be proclamed as due.
            issued_on (datetime): Indicates when the estimation was issued.
            notes (str): Internal note regarding the estimation.
            number (str): Unique estimation number.
            payment_gateways (list[EstimationGateway]): List of enabled payment gateways for this estimation.
            po_number (str): Unique number generated by the buyer.
            status (EstimationStatus): Indicate the status of the estimation (paid/unpaid/overdue).
            terms (str): Terms of agreement.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            Estimation: The estimation, as the service answers it.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(
            _CREATE,
            body=EstimationCreate(
                client_id=client_id,
                currency_id=currency_id,
                items=items,
                attachments=attachments,
                cloned_from_id=cloned_from_id,
                expires_on=expires_on,
                issued_on=issued_on,
                notes=notes,
                number=number,
                payment_gateways=payment_gateways,
                po_number=po_number,
                status=status,
                terms=terms,
            ),
            options=options,
        )

    async def update(
        self,
        id: int,
        *,
        attachments: List[EstimationAttachmentUpdate] | None | UnsetType = UNSET,
        client_id: int | None | UnsetType = UNSET,
        cloned_from_id: int | None | UnsetType = UNSET,
        currency_id: int | None | UnsetType = UNSET,
        expires_on: datetime | None | UnsetType = UNSET,
        issued_on: datetime | None | UnsetType = UNSET,
        items: List[EstimationItemUpdate] | None | UnsetType = UNSET,
        notes: str | None | UnsetType = UNSET,
        number: str | None | UnsetType = UNSET,
        payment_gateways: List[EstimationGateway] | None | UnsetType = UNSET,
        po_number: str | None | UnsetType = UNSET,
        status: EstimationStatus | None | UnsetType = UNSET,
        terms: str | None | UnsetType = UNSET,
        options: RequestOptions | None = None,
    ) -> Estimation:
        """Update an existing estimation.

        Calls `POST /api/estimation/update` (`EstimationApi_Update` in the vendor's document).

        An argument that is left out is not sent; None is sent as null.

        Args:
            id (int): estimation id.
            attachments (list[EstimationAttachmentUpdate]): List of estimation attachments.
            client_id (int): The client to whom this estimation is assigned.
            cloned_from_id (int): Indicate from which estimation this estimation has been cloned from.
            currency_id (int): Id of the currency for the estimation amounts.
            expires_on (datetime): Indicates when the estimation will be proclamed as due.
            issued_on (datetime): Indicates when the estimation was issued.
            items (list[EstimationItemUpdate]): List of estimation items.
            notes (str): Internal note regarding the estimation.
            number (str): Unique estimation number.
            payment_gateways (list[EstimationGateway]): List of enabled payment gateways for this estimation.
            po_number (str): Unique number generated by the buyer.
            status (EstimationStatus): Indicate the status of the estimation (paid/unpaid/overdue).
            terms (str): Terms of agreement.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            Estimation: The estimation, as the service answers it.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(
            _UPDATE,
            body=EstimationUpdate(
                id=id,
                attachments=attachments,
                client_id=client_id,
                cloned_from_id=cloned_from_id,
                currency_id=currency_id,
                expires_on=expires_on,
                issued_on=issued_on,
                items=items,
                notes=notes,
                number=number,
                payment_gateways=payment_gateways,
                po_number=po_number,
                status=status,
                terms=terms,
            ),
            options=options,
        )

    async def delete(self, id: int, *, options: RequestOptions | None = None) -> int:
        """Delete an existing estimation.

        Calls `POST /api/estimation/delete` (`EstimationApi_Delete` in the vendor's document).

        Args:
            id (int): Id of estimation to be deleted.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            int: The id of the deleted estimation.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(
            _DELETE,
            body=EstimationDelete(
                id=id,
            ),
            options=options,
        )

    async def change_status(self, id: int, *, status: EstimationStatus, options: RequestOptions | None = None) -> bool:
        """Change estimation status.

        Calls `POST /api/estimation/changestatus` (`EstimationApi_ChangeStatus` in the vendor's document).

        Args:
            id (int): Estimation Id.
            status (EstimationStatus): New status of the estimation.
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
            body=EstimationStatusChange(
                id=id,
                status=status,
            ),
            options=options,
        )

    async def convert(self, id: int, *, options: RequestOptions | None = None) -> Invoice:
        """Convert the estimation to an invoice.

        Calls `POST /api/estimation/convert` (`EstimationApi_Convert` in the vendor's document).

        Args:
            id (int): Id of the estimation.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            Invoice: The invoice, as the service answers it.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(_CONVERT, body=id, options=options)

    async def get_link(self, id: int, *, options: RequestOptions | None = None) -> EstimationLink:
        """Return the unique url to the client's estimation.

        Calls `GET /api/estimation/uri` (`EstimationApi_Uri` in the vendor's document).

        Args:
            id (int): Id of the estimation.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            EstimationLink: The estimation link, as the service answers it.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(_GET_LINK, query={"id": id}, options=options)

    async def get_status(self, id: int, *, options: RequestOptions | None = None) -> EstimationStatus:
        """Retrieve the status of the estimation.

        Calls `GET /api/estimation/status` (`EstimationApi_Status` in the vendor's document).

        Args:
            id (int): Id of the estimation.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            EstimationStatus: The estimation status, as the service answers it.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(_GET_STATUS, query={"id": id}, options=options)

    async def send_to_client(
        self,
        estimation_id: int,
        *,
        attach_pdf: bool | None | UnsetType = UNSET,
        id: int | None | UnsetType = UNSET,
        message: str | None | UnsetType = UNSET,
        send_to_self: bool | None | UnsetType = UNSET,
        subject: str | None | UnsetType = UNSET,
        options: RequestOptions | None = None,
    ) -> int:
        """Send the provided estimation to the client.

        Calls `POST /api/estimation/sendtoclient` (`EstimationApi_SendToClient` in the vendor's document).

        An argument that is left out is not sent; None is sent as null.

        Args:
            estimation_id (int): Id of the estimation.
            attach_pdf (bool): Should attach pdf file.
            id (int): The old name of `EstimationId`; the vendor means to remove it.
            message (str): Message to be embedded in the email.
            send_to_self (bool): Should email copy be send to self.
            subject (str): Subject for the email.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            int: The id of the estimation that was sent.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(
            _SEND_TO_CLIENT,
            body=EstimationSendToClient(
                estimation_id=estimation_id,
                attach_pdf=attach_pdf,
                id=id,
                message=message,
                send_to_self=send_to_self,
                subject=subject,
            ),
            options=options,
        )


class EstimationsRaw(RawResource):
    """Operations on estimations, reached as `client.estimations`. Each gives its answer as it came."""

    __slots__ = ()

    list: Final = RawPage(Estimations.list)
    get: Final = Raw(Estimations.get)
    create: Final = Raw(Estimations.create)
    update: Final = Raw(Estimations.update)
    delete: Final = Raw(Estimations.delete)
    change_status: Final = Raw(Estimations.change_status)
    convert: Final = Raw(Estimations.convert)
    get_link: Final = Raw(Estimations.get_link)
    get_status: Final = Raw(Estimations.get_status)
    send_to_client: Final = Raw(Estimations.send_to_client)


class AsyncEstimationsRaw(RawResource):
    """Operations on estimations, reached as `client.estimations`. Each gives its answer as it came."""

    __slots__ = ()

    list: Final = AsyncRawPage(AsyncEstimations.list)
    get: Final = AsyncRaw(AsyncEstimations.get)
    create: Final = AsyncRaw(AsyncEstimations.create)
    update: Final = AsyncRaw(AsyncEstimations.update)
    delete: Final = AsyncRaw(AsyncEstimations.delete)
    change_status: Final = AsyncRaw(AsyncEstimations.change_status)
    convert: Final = AsyncRaw(AsyncEstimations.convert)
    get_link: Final = AsyncRaw(AsyncEstimations.get_link)
    get_status: Final = AsyncRaw(AsyncEstimations.get_status)
    send_to_client: Final = AsyncRaw(AsyncEstimations.send_to_client)
