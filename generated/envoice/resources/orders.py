# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/envoice; CONTRIBUTING.md says how to change what is generated.
"""Operations on orders, reached as `client.orders`."""

from __future__ import annotations

from builtins import list as List
from decimal import Decimal
from typing import Final

from msgspec import UNSET, UnsetType

from .._http.operation import Operation
from ..models import (
    Order,
    OrderAttachment,
    OrderBillingDetails,
    OrderCreate,
    OrderDelete,
    OrderItem,
    OrderPage,
    OrderShippingDetails,
    OrderStatus,
    OrderStatusChange,
    OrderSummary,
)
from ..options import RequestOptions
from ..pagination import AsyncPager, Pager
from ._base import AsyncResource, SyncResource
from ._raw import AsyncRaw, AsyncRawPage, Raw, RawPage, RawResource

__all__ = ["AsyncOrders", "AsyncOrdersRaw", "Orders", "OrdersRaw"]

_LIST: Final = Operation(
    name="orders.list",
    method="GET",
    path="/api/order/all",
    result=OrderPage,
)
_GET: Final = Operation(
    name="orders.get",
    method="GET",
    path="/api/order/details",
    result=Order,
    required={"id": "id"},
    kinds={"id": ("id", int)},
)
_CREATE: Final = Operation(
    name="orders.create",
    method="POST",
    path="/api/order/new",
    result=int,
    min_fields=1,
)
_DELETE: Final = Operation(
    name="orders.delete",
    method="POST",
    path="/api/order/delete",
    result=int,
)
_CHANGE_SHIPPING_DETAILS: Final = Operation(
    name="orders.change_shipping_details",
    method="POST",
    path="/api/order/changeshippingdetails",
    result=None,
    required={"orderId": "order_id"},
    kinds={"orderId": ("order_id", int)},
    min_fields=1,
)
_CHANGE_STATUS: Final = Operation(
    name="orders.change_status",
    method="POST",
    path="/api/order/changestatus",
    result=None,
)


class Orders(SyncResource):
    """Operations on orders, reached as `client.orders`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> OrdersRaw:
        """The same operations, giving each answer as it came."""
        return OrdersRaw(self)

    def list(
        self, *, page: int | None = None, page_size: int | None = None, options: RequestOptions | None = None
    ) -> Pager[OrderSummary]:
        """Return all orders for the account.

        Calls `GET /api/order/all` (`OrderApi_All` in the vendor's document).

        Args:
            page (int): The page to start at, counted from 1.
            page_size (int): Items on a page; the service's own default is 10.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            Pager[OrderSummary]: The items, fetched page by page as they are read.

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

    def get(self, id: int, *, options: RequestOptions | None = None) -> Order:
        """Return order details.

        Calls `GET /api/order/details` (`OrderApi_Details` in the vendor's document).

        Args:
            id (int): Id of the order.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            Order: The order, as the service answers it.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(_GET, query={"id": id}, options=options)

    def create(
        self,
        *,
        after_payment_description: str | None | UnsetType = UNSET,
        attachments: List[OrderAttachment] | None | UnsetType = UNSET,
        coupon_code: str | None | UnsetType = UNSET,
        currency_id: int | None | UnsetType = UNSET,
        description: str | None | UnsetType = UNSET,
        discount_amount: Decimal | int | None | UnsetType = UNSET,
        items: List[OrderItem] | None | UnsetType = UNSET,
        name: str | None | UnsetType = UNSET,
        note: str | None | UnsetType = UNSET,
        order_billing_details: OrderBillingDetails | None | UnsetType = UNSET,
        order_shipping_details: OrderShippingDetails | None | UnsetType = UNSET,
        product_id: int | None | UnsetType = UNSET,
        referral: str | None | UnsetType = UNSET,
        shipping_amount: Decimal | int | None | UnsetType = UNSET,
        shipping_description: str | None | UnsetType = UNSET,
        status: OrderStatus | None | UnsetType = UNSET,
        sub_total_amount: Decimal | int | None | UnsetType = UNSET,
        tax_amount: Decimal | int | None | UnsetType = UNSET,
        total_amount: Decimal | int | None | UnsetType = UNSET,
        what_happens_next_description: str | None | UnsetType = UNSET,
        options: RequestOptions | None = None,
    ) -> int:
        """Create an order.

        Calls `POST /api/order/new` (`OrderApi_New` in the vendor's document).

        An argument that is left out is not sent; None is sent as null.

        Args:
            after_payment_description (str): After payment description.
            attachments (list[OrderAttachment]): List of Order attachments.
            coupon_code (str): Coupon to apply in order to get the discount.
            currency_id (int): Foreign key Currency.
            description (str): Product description.
            discount_amount (Decimal or int): Discount amount; money, in the currency of the document it belongs
                to.
            items (list[OrderItem]): List of Order items.
            name (str): Product alias.
            note (str): Customer note to seller.
            order_billing_details (OrderBillingDetails): Not described by the vendor.
            order_shipping_details (OrderShippingDetails): Not described by the vendor.
            product_id (int): Product id.
            referral (str): Represent the referral for this order.
            shipping_amount (Decimal or int): Cost for shipping the product; money, in the currency of the
                document it belongs to.
            shipping_description (str): Client instructions for shipping.
            status (OrderStatus): Order status.
            sub_total_amount (Decimal or int): Sub total amount; money, in the currency of the document it
                belongs to.
            tax_amount (Decimal or int): Tax amount; money, in the currency of the document it belongs to.
            total_amount (Decimal or int): Total amount; money, in the currency of the document it belongs to.
            what_happens_next_description (str): What happens next description.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            int: The id of the new order.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(
            _CREATE,
            body=OrderCreate(
                after_payment_description=after_payment_description,
                attachments=attachments,
                coupon_code=coupon_code,
                currency_id=currency_id,
                description=description,
                discount_amount=discount_amount,
                items=items,
                name=name,
                note=note,
                order_billing_details=order_billing_details,
                order_shipping_details=order_shipping_details,
                product_id=product_id,
                referral=referral,
                shipping_amount=shipping_amount,
                shipping_description=shipping_description,
                status=status,
                sub_total_amount=sub_total_amount,
                tax_amount=tax_amount,
                total_amount=total_amount,
                what_happens_next_description=what_happens_next_description,
            ),
            options=options,
        )

    def delete(self, id: int, *, options: RequestOptions | None = None) -> int:
        """Delete an existing order.

        Calls `POST /api/order/delete` (`OrderApi_Delete` in the vendor's document).

        Args:
            id (int): Id of order to be deleted.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            int: The id of the deleted order.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(
            _DELETE,
            body=OrderDelete(
                id=id,
            ),
            options=options,
        )

    def change_shipping_details(
        self,
        order_id: int,
        *,
        address: str | None | UnsetType = UNSET,
        country_id: int | None | UnsetType = UNSET,
        email: str | None | UnsetType = UNSET,
        name: str | None | UnsetType = UNSET,
        phone_number: str | None | UnsetType = UNSET,
        options: RequestOptions | None = None,
    ) -> None:
        """Change order shipping details.

        Calls `POST /api/order/changeshippingdetails` (`OrderApi_ChangeShippingDetails` in the vendor's
        document).

        An argument that is left out is not sent; None is sent as null.

        Args:
            order_id (int): Id of the order.
            address (str): Client street and number.
            country_id (int): Client country id.
            email (str): Client email.
            name (str): Client name.
            phone_number (str): Client phone number.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(
            _CHANGE_SHIPPING_DETAILS,
            query={"orderId": order_id},
            body=OrderShippingDetails(
                address=address,
                country_id=country_id,
                email=email,
                name=name,
                phone_number=phone_number,
            ),
            options=options,
        )

    def change_status(
        self,
        id: int,
        *,
        status: OrderStatus,
        reason: str | None | UnsetType = UNSET,
        options: RequestOptions | None = None,
    ) -> None:
        """Change order status.

        Calls `POST /api/order/changestatus` (`OrderApi_ChangeStatus` in the vendor's document).

        An argument that is left out is not sent; None is sent as null.

        Args:
            id (int): Order Id.
            status (OrderStatus): New status of the order.
            reason (str): Reason for status change.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(
            _CHANGE_STATUS,
            body=OrderStatusChange(
                id=id,
                status=status,
                reason=reason,
            ),
            options=options,
        )


class AsyncOrders(AsyncResource):
    """Operations on orders, reached as `client.orders`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> AsyncOrdersRaw:
        """The same operations, giving each answer as it came."""
        return AsyncOrdersRaw(self)

    def list(
        self, *, page: int | None = None, page_size: int | None = None, options: RequestOptions | None = None
    ) -> AsyncPager[OrderSummary]:
        """Return all orders for the account.

        Calls `GET /api/order/all` (`OrderApi_All` in the vendor's document).

        Args:
            page (int): The page to start at, counted from 1.
            page_size (int): Items on a page; the service's own default is 10.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            AsyncPager[OrderSummary]: The items, fetched page by page as they are read.

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

    async def get(self, id: int, *, options: RequestOptions | None = None) -> Order:
        """Return order details.

        Calls `GET /api/order/details` (`OrderApi_Details` in the vendor's document).

        Args:
            id (int): Id of the order.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            Order: The order, as the service answers it.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(_GET, query={"id": id}, options=options)

    async def create(
        self,
        *,
        after_payment_description: str | None | UnsetType = UNSET,
        attachments: List[OrderAttachment] | None | UnsetType = UNSET,
        coupon_code: str | None | UnsetType = UNSET,
        currency_id: int | None | UnsetType = UNSET,
        description: str | None | UnsetType = UNSET,
        discount_amount: Decimal | int | None | UnsetType = UNSET,
        items: List[OrderItem] | None | UnsetType = UNSET,
        name: str | None | UnsetType = UNSET,
        note: str | None | UnsetType = UNSET,
        order_billing_details: OrderBillingDetails | None | UnsetType = UNSET,
        order_shipping_details: OrderShippingDetails | None | UnsetType = UNSET,
        product_id: int | None | UnsetType = UNSET,
        referral: str | None | UnsetType = UNSET,
        shipping_amount: Decimal | int | None | UnsetType = UNSET,
        shipping_description: str | None | UnsetType = UNSET,
        status: OrderStatus | None | UnsetType = UNSET,
        sub_total_amount: Decimal | int | None | UnsetType = UNSET,
        tax_amount: Decimal | int | None | UnsetType = UNSET,
        total_amount: Decimal | int | None | UnsetType = UNSET,
        what_happens_next_description: str | None | UnsetType = UNSET,
        options: RequestOptions | None = None,
    ) -> int:
        """Create an order.

        Calls `POST /api/order/new` (`OrderApi_New` in the vendor's document).

        An argument that is left out is not sent; None is sent as null.

        Args:
            after_payment_description (str): After payment description.
            attachments (list[OrderAttachment]): List of Order attachments.
            coupon_code (str): Coupon to apply in order to get the discount.
            currency_id (int): Foreign key Currency.
            description (str): Product description.
            discount_amount (Decimal or int): Discount amount; money, in the currency of the document it belongs
                to.
            items (list[OrderItem]): List of Order items.
            name (str): Product alias.
            note (str): Customer note to seller.
            order_billing_details (OrderBillingDetails): Not described by the vendor.
            order_shipping_details (OrderShippingDetails): Not described by the vendor.
            product_id (int): Product id.
            referral (str): Represent the referral for this order.
            shipping_amount (Decimal or int): Cost for shipping the product; money, in the currency of the
                document it belongs to.
            shipping_description (str): Client instructions for shipping.
            status (OrderStatus): Order status.
            sub_total_amount (Decimal or int): Sub total amount; money, in the currency of the document it
                belongs to.
            tax_amount (Decimal or int): Tax amount; money, in the currency of the document it belongs to.
            total_amount (Decimal or int): Total amount; money, in the currency of the document it belongs to.
            what_happens_next_description (str): What happens next description.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            int: The id of the new order.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(
            _CREATE,
            body=OrderCreate(
                after_payment_description=after_payment_description,
                attachments=attachments,
                coupon_code=coupon_code,
                currency_id=currency_id,
                description=description,
                discount_amount=discount_amount,
                items=items,
                name=name,
                note=note,
                order_billing_details=order_billing_details,
                order_shipping_details=order_shipping_details,
                product_id=product_id,
                referral=referral,
                shipping_amount=shipping_amount,
                shipping_description=shipping_description,
                status=status,
                sub_total_amount=sub_total_amount,
                tax_amount=tax_amount,
                total_amount=total_amount,
                what_happens_next_description=what_happens_next_description,
            ),
            options=options,
        )

    async def delete(self, id: int, *, options: RequestOptions | None = None) -> int:
        """Delete an existing order.

        Calls `POST /api/order/delete` (`OrderApi_Delete` in the vendor's document).

        Args:
            id (int): Id of order to be deleted.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            int: The id of the deleted order.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(
            _DELETE,
            body=OrderDelete(
                id=id,
            ),
            options=options,
        )

    async def change_shipping_details(
        self,
        order_id: int,
        *,
        address: str | None | UnsetType = UNSET,
        country_id: int | None | UnsetType = UNSET,
        email: str | None | UnsetType = UNSET,
        name: str | None | UnsetType = UNSET,
        phone_number: str | None | UnsetType = UNSET,
        options: RequestOptions | None = None,
    ) -> None:
        """Change order shipping details.

        Calls `POST /api/order/changeshippingdetails` (`OrderApi_ChangeShippingDetails` in the vendor's
        document).

        An argument that is left out is not sent; None is sent as null.

        Args:
            order_id (int): Id of the order.
            address (str): Client street and number.
            country_id (int): Client country id.
            email (str): Client email.
            name (str): Client name.
            phone_number (str): Client phone number.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(
            _CHANGE_SHIPPING_DETAILS,
            query={"orderId": order_id},
            body=OrderShippingDetails(
                address=address,
                country_id=country_id,
                email=email,
                name=name,
                phone_number=phone_number,
            ),
            options=options,
        )

    async def change_status(
        self,
        id: int,
        *,
        status: OrderStatus,
        reason: str | None | UnsetType = UNSET,
        options: RequestOptions | None = None,
    ) -> None:
        """Change order status.

        Calls `POST /api/order/changestatus` (`OrderApi_ChangeStatus` in the vendor's document).

        An argument that is left out is not sent; None is sent as null.

        Args:
            id (int): Order Id.
            status (OrderStatus): New status of the order.
            reason (str): Reason for status change.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(
            _CHANGE_STATUS,
            body=OrderStatusChange(
                id=id,
                status=status,
                reason=reason,
            ),
            options=options,
        )


class OrdersRaw(RawResource):
    """Operations on orders, reached as `client.orders`. Each gives its answer as it came."""

    __slots__ = ()

    list: Final = RawPage(Orders.list)
    get: Final = Raw(Orders.get)
    create: Final = Raw(Orders.create)
    delete: Final = Raw(Orders.delete)
    change_shipping_details: Final = Raw(Orders.change_shipping_details)
    change_status: Final = Raw(Orders.change_status)


class AsyncOrdersRaw(RawResource):
    """Operations on orders, reached as `client.orders`. Each gives its answer as it came."""

    __slots__ = ()

    list: Final = AsyncRawPage(AsyncOrders.list)
    get: Final = AsyncRaw(AsyncOrders.get)
    create: Final = AsyncRaw(AsyncOrders.create)
    delete: Final = AsyncRaw(AsyncOrders.delete)
    change_shipping_details: Final = AsyncRaw(AsyncOrders.change_shipping_details)
    change_status: Final = AsyncRaw(AsyncOrders.change_status)
