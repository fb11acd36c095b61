# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/envoice; CONTRIBUTING.md says how to change what is generated.
"""Operations on payment links, reached as `client.payment_links`."""

from __future__ import annotations

from builtins import list as List
from decimal import Decimal
from typing import Final

from msgspec import UNSET, UnsetType

from .._http.operation import Operation
from ..models import (
    ClientRecord,
    CurrencyRecord,
    InvoiceRecord,
    PaymentLinkDelete,
    PaymentLinkItemRecord,
    PaymentLinkPage,
    PaymentLinkRecord,
    PaymentLinkUri,
    UserRecord,
)
from ..options import RequestOptions
from ..pagination import AsyncPager, Pager
from ._base import AsyncResource, SyncResource
from ._raw import AsyncRaw, AsyncRawPage, Raw, RawPage, RawResource

__all__ = ["AsyncPaymentLinks", "AsyncPaymentLinksRaw", "PaymentLinks", "PaymentLinksRaw"]

_LIST: Final = Operation(
    name="payment_links.list",
    method="GET",
    path="/api/paymentlink/all",
    result=PaymentLinkPage,
)
_CREATE: Final = Operation(
    name="payment_links.create",
    method="POST",
    path="/api/paymentlink/new",
    result=int,
    min_fields=1,
)
_DELETE: Final = Operation(
    name="payment_links.delete",
    method="POST",
    path="/api/paymentlink/delete",
    result=int,
)
_GET_LINK: Final = Operation(
    name="payment_links.get_link",
    method="GET",
    path="/api/paymentlink/uri",
    result=PaymentLinkUri,
    required={"id": "id"},
    kinds={"id": ("id", int)},
)


class PaymentLinks(SyncResource):
    """Operations on payment links, reached as `client.payment_links`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> PaymentLinksRaw:
        """The same operations, giving each answer as it came."""
        return PaymentLinksRaw(self)

    def list(
        self, *, page: int | None = None, page_size: int | None = None, options: RequestOptions | None = None
    ) -> Pager[PaymentLinkRecord]:
        """Return all payment links for the account.

        Calls `GET /api/paymentlink/all` (`PaymentLinkApi_All` in the vendor's document).

        Args:
            page (int): The page to start at, counted from 1.
            page_size (int): Items on a page; the service's own default is 10.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            Pager[PaymentLinkRecord]: The items, fetched page by page as they are read.

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

    def create(
        self,
        *,
        access_token: str | None | UnsetType = UNSET,
        client: ClientRecord | None | UnsetType = UNSET,
        client_id: int | None | UnsetType = UNSET,
        currency: CurrencyRecord | None | UnsetType = UNSET,
        currency_id: int | None | UnsetType = UNSET,
        discount_amount: Decimal | int | None | UnsetType = UNSET,
        id: int | None | UnsetType = UNSET,
        invoice: InvoiceRecord | None | UnsetType = UNSET,
        items: List[PaymentLinkItemRecord] | None | UnsetType = UNSET,
        number: str | None | UnsetType = UNSET,
        sub_total_amount: Decimal | int | None | UnsetType = UNSET,
        tax_amount: Decimal | int | None | UnsetType = UNSET,
        total_amount: Decimal | int | None | UnsetType = UNSET,
        user: UserRecord | None | UnsetType = UNSET,
        user_id: int | None | UnsetType = UNSET,
        options: RequestOptions | None = None,
    ) -> int:
        """Create a payment link.

        Calls `POST /api/paymentlink/new` (`PaymentLinkApi_New` in the vendor's document).

        An argument that is left out is not sent; None is sent as null.

        Args:
            access_token (str): Not described by the vendor.
            client (ClientRecord): Not described by the vendor.
            client_id (int): Not described by the vendor.
            currency (CurrencyRecord): Not described by the vendor.
            currency_id (int): Not described by the vendor.
            discount_amount (Decimal or int): Money, in the currency of the document it belongs to.
            id (int): Not described by the vendor.
            invoice (InvoiceRecord): Not described by the vendor.
            items (list[PaymentLinkItemRecord]): Not described by the vendor.
            number (str): Not described by the vendor.
            sub_total_amount (Decimal or int): Money, in the currency of the document it belongs to.
            tax_amount (Decimal or int): Money, in the currency of the document it belongs to.
            total_amount (Decimal or int): Money, in the currency of the document it belongs to.
            user (UserRecord): Not described by the vendor.
            user_id (int): Not described by the vendor.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            int: The id of the new payment link.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(
            _CREATE,
            body=PaymentLinkRecord(
                access_token=access_token,
                client=client,
                client_id=client_id,
                currency=currency,
                currency_id=currency_id,
                discount_amount=discount_amount,
                id=id,
                invoice=invoice,
                items=items,
                number=number,
                sub_total_amount=sub_total_amount,
                tax_amount=tax_amount,
                total_amount=total_amount,
                user=user,
                user_id=user_id,
            ),
            options=options,
        )

    def delete(self, id: int, *, options: RequestOptions | None = None) -> int:
        """Delete an existing payment link.

        Calls `POST /api/paymentlink/delete` (`PaymentLinkApi_Delete` in the vendor's document).

        Args:
            id (int): Id of payment link to be deleted.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            int: The id of the deleted payment link.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(
            _DELETE,
            body=PaymentLinkDelete(
                id=id,
            ),
            options=options,
        )

    def get_link(self, id: int, *, options: RequestOptions | None = None) -> PaymentLinkUri:
        """Return the unique url to the client's payment link.

        Calls `GET /api/paymentlink/uri` (`PaymentLinkApi_Uri` in the vendor's document).

        Args:
            id (int): Id of the payment link.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            PaymentLinkUri: The payment link uri, as the service answers it.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(_GET_LINK, query={"id": id}, options=options)


class AsyncPaymentLinks(AsyncResource):
    """Operations on payment links, reached as `client.payment_links`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> AsyncPaymentLinksRaw:
        """The same operations, giving each answer as it came."""
        return AsyncPaymentLinksRaw(self)

    def list(
        self, *, page: int | None = None, page_size: int | None = None, options: RequestOptions | None = None
    ) -> AsyncPager[PaymentLinkRecord]:
        """Return all payment links for the account.

        Calls `GET /api/paymentlink/all` (`PaymentLinkApi_All` in the vendor's document).

        Args:
            page (int): The page to start at, counted from 1.
            page_size (int): Items on a page; the service's own default is 10.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            AsyncPager[PaymentLinkRecord]: The items, fetched page by page as they are read.

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

    async def create(
        self,
        *,
        access_token: str | None | UnsetType = UNSET,
        client: ClientRecord | None | UnsetType = UNSET,
        client_id: int | None | UnsetType = UNSET,
        currency: CurrencyRecord | None | UnsetType = UNSET,
        currency_id: int | None | UnsetType = UNSET,
        discount_amount: Decimal | int | None | UnsetType = UNSET,
        id: int | None | UnsetType = UNSET,
        invoice: InvoiceRecord | None | UnsetType = UNSET,
        items: List[PaymentLinkItemRecord] | None | UnsetType = UNSET,
        number: str | None | UnsetType = UNSET,
        sub_total_amount: Decimal | int | None | UnsetType = UNSET,
        tax_amount: Decimal | int | None | UnsetType = UNSET,
        total_amount: Decimal | int | None | UnsetType = UNSET,
        user: UserRecord | None | UnsetType = UNSET,
        user_id: int | None | UnsetType = UNSET,
        options: RequestOptions | None = None,
    ) -> int:
        """Create a payment link.

        Calls `POST /api/paymentlink/new` (`PaymentLinkApi_New` in the vendor's document).

        An argument that is left out is not sent; None is sent as null.

        Args:
            access_token (str): Not described by the vendor.
            client (ClientRecord): Not described by the vendor.
            client_id (int): Not described by the vendor.
            currency (CurrencyRecord): Not described by the vendor.
            currency_id (int): Not described by the vendor.
            discount_amount (Decimal or int): Money, in the currency of the document it belongs to.
            id (int): Not described by the vendor.
            invoice (InvoiceRecord): Not described by the vendor.
            items (list[PaymentLinkItemRecord]): Not described by the vendor.
            number (str): Not described by the vendor.
            sub_total_amount (Decimal or int): Money, in the currency of the document it belongs to.
            tax_amount (Decimal or int): Money, in the currency of the document it belongs to.
            total_amount (Decimal or int): Money, in the currency of the document it belongs to.
            user (UserRecord): Not described by the vendor.
            user_id (int): Not described by the vendor.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            int: The id of the new payment link.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(
            _CREATE,
            body=PaymentLinkRecord(
                access_token=access_token,
                client=client,
                client_id=client_id,
                currency=currency,
                currency_id=currency_id,
                discount_amount=discount_amount,
                id=id,
                invoice=invoice,
                items=items,
                number=number,
                sub_total_amount=sub_total_amount,
                tax_amount=tax_amount,
                total_amount=total_amount,
                user=user,
                user_id=user_id,
            ),
            options=options,
        )

    async def delete(self, id: int, *, options: RequestOptions | None = None) -> int:
        """Delete an existing payment link.

        Calls `POST /api/paymentlink/delete` (`PaymentLinkApi_Delete` in the vendor's document).

        Args:
            id (int): Id of payment link to be deleted.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            int: The id of the deleted payment link.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(
            _DELETE,
            body=PaymentLinkDelete(
                id=id,
            ),
            options=options,
        )

    async def get_link(self, id: int, *, options: RequestOptions | None = None) -> PaymentLinkUri:
        """Return the unique url to the client's payment link.

        Calls `GET /api/paymentlink/uri` (`PaymentLinkApi_Uri` in the vendor's document).

        Args:
            id (int): Id of the payment link.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            PaymentLinkUri: The payment link uri, as the service answers it.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(_GET_LINK, query={"id": id}, options=options)


class PaymentLinksRaw(RawResource):
    """Operations on payment links, reached as `client.payment_links`. Each gives its answer as it came."""

    __slots__ = ()

    list: Final = RawPage(PaymentLinks.list)
    create: Final = Raw(PaymentLinks.create)
    delete: Final = Raw(PaymentLinks.delete)
    get_link: Final = Raw(PaymentLinks.get_link)


class AsyncPaymentLinksRaw(RawResource):
    """Operations on payment links, reached as `client.payment_links`. Each gives its answer as it came."""

    __slots__ = ()

    list: Final = AsyncRawPage(AsyncPaymentLinks.list)
    create: Final = AsyncRaw(AsyncPaymentLinks.create)
    delete: Final = AsyncRaw(AsyncPaymentLinks.delete)
    get_link: Final = AsyncRaw(AsyncPaymentLinks.get_link)
