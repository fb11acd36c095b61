# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/envoice; CONTRIBUTING.md says how to change what is generated.
"""Operations on products, reached as `client.products`."""

from __future__ import annotations

from builtins import list as List
from decimal import Decimal
from typing import Final

from msgspec import UNSET, UnsetType

from .._http.operation import Operation
from ..models import (
    Product,
    ProductAttachment,
    ProductCoupon,
    ProductCreate,
    ProductDelete,
    ProductDiscount,
    ProductGateway,
    ProductItem,
    ProductPage,
    ProductStatus,
    ProductSummary,
    ProductUpdate,
)
from ..options import RequestOptions
from ..pagination import AsyncPager, Pager
from ._base import AsyncResource, SyncResource
from ._raw import AsyncRaw, AsyncRawPage, Raw, RawPage, RawResource

__all__ = ["AsyncProducts", "AsyncProductsRaw", "Products", "ProductsRaw"]

_LIST: Final = Operation(
    name="products.list",
    method="GET",
    path="/api/product/all",
    result=ProductPage,
)
_GET: Final = Operation(
    name="products.get",
    method="GET",
    path="/api/product/details",
    result=Product,
    required={"id": "id"},
    kinds={"id": ("id", int)},
)
_CREATE: Final = Operation(
    name="products.create",
    method="POST",
    path="/api/product/new",
    result=int,
)
_UPDATE: Final = Operation(
    name="products.update",
    method="POST",
    path="/api/product/update",
    result=None,
    min_fields=2,
)
_DELETE: Final = Operation(
    name="products.delete",
    method="POST",
    path="/api/product/delete",
    result=int,
)


class Products(SyncResource):
    """Operations on products, reached as `client.products`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> ProductsRaw:
        """The same operations, giving each answer as it came."""
        return ProductsRaw(self)

    def list(
        self, *, page: int | None = None, page_size: int | None = None, options: RequestOptions | None = None
    ) -> Pager[ProductSummary]:
        """Return all products for the account.

        Calls `GET /api/product/all` (`ProductApi_All` in the vendor's document).

        Args:
            page (int): The page to start at, counted from 1.
            page_size (int): Items on a page; the service's own default is 10.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            Pager[ProductSummary]: The items, fetched page by page as they are read.

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

    def get(self, id: int, *, options: RequestOptions | None = None) -> Product:
        """Return product details.

        Calls `GET /api/product/details` (`ProductApi_Details` in the vendor's document).

        Args:
            id (int): Id of the product.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            Product: The product, as the service answers it.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(_GET, query={"id": id}, options=options)

    def create(
        self,
        *,
        currency_id: int,
        name: str,
        after_payment_description: str | None | UnsetType = UNSET,
        attachments: List[ProductAttachment] | None | UnsetType = UNSET,
        button_call_to_action: str | None | UnsetType = UNSET,
        coupons: List[ProductCoupon] | None | UnsetType = UNSET,
        description: str | None | UnsetType = UNSET,
        discounts: List[ProductDiscount] | None | UnsetType = UNSET,
        is_featured: bool | None | UnsetType = UNSET,
        items: List[ProductItem] | None | UnsetType = UNSET,
        payment_gateways: List[ProductGateway] | None | UnsetType = UNSET,
        shipping_amount: Decimal | int | None | UnsetType = UNSET,
        shipping_description: str | None | UnsetType = UNSET,
        status: ProductStatus | None | UnsetType = UNSET,
        what_happens_next_description: str | None | UnsetType = UNSET,
        options: RequestOptions | None = None,
    ) -> int:
        """Create a product.

        Calls `POST /api/product/new` (`ProductApi_New` in the vendor's document).

        An argument that is left out is not sent; None is sent as null.

        Args:
            currency_id (int): Foreign key Currency.
            name (str): Product alias.
            after_payment_description (str): After payment description.
            attachments (list[ProductAttachment]): List of product attachments.
            button_call_to_action (str): Default button call to action Ex: Buy now, subscribe, ...
            coupons (list[ProductCoupon]): List of product coupons.
            description (str): Product description.
            discounts (list[ProductDiscount]): List of product discounts.
            is_featured (bool): Indicate that the product is set as featured.
            items (list[ProductItem]): List of product items.
            payment_gateways (list[ProductGateway]): List of enabled payment gateways for this product.
            shipping_amount (Decimal or int): Cost for shipping the product; money, in the currency of the
                document it belongs to.
            shipping_description (str): Client instructions for shipping.
            status (ProductStatus): Product availability status.
            what_happens_next_description (str): What happens next description.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            int: The id of the new product.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(
            _CREATE,
            body=ProductCreate(
                currency_id=currency_id,
                name=name,
                after_payment_description=after_payment_description,
                attachments=attachments,
                button_call_to_action=button_call_to_action,
                coupons=coupons,
                description=description,
                discounts=discounts,
                is_featured=is_featured,
                items=items,
                payment_gateways=payment_gateways,
                shipping_amount=shipping_amount,
                shipping_description=shipping_description,
                status=status,
                what_happens_next_description=what_happens_next_description,
            ),
            options=options,
        )

    def update(
        self,
        id: int,
        *,
        after_payment_description: str | None | UnsetType = UNSET,
        attachments: List[ProductAttachment] | None | UnsetType = UNSET,
        button_call_to_action: str | None | UnsetType = UNSET,
        coupons: List[ProductCoupon] | None | UnsetType = UNSET,
        currency_id: int | None | UnsetType = UNSET,
        description: str | None | UnsetType = UNSET,
        discounts: List[ProductDiscount] | None | UnsetType = UNSET,
        is_featured: bool | None | UnsetType = UNSET,
        items: List[ProductItem] | None | UnsetType = UNSET,
        name: str | None | UnsetType = UNSET,
        payment_gateways: List[ProductGateway] | None | UnsetType = UNSET,
        shipping_amount: Decimal | int | None | UnsetType = UNSET,
        shipping_description: str | None | UnsetType = UNSET,
        status: ProductStatus | None | UnsetType = UNSET,
        what_happens_next_description: str | None | UnsetType = UNSET,
        options: RequestOptions | None = None,
    ) -> None:
        """Update an existing product.

        Calls `POST /api/product/update` (`ProductApi_Update` in the vendor's document).

        An argument that is left out is not sent; None is sent as null.

        Args:
            id (int): Product id.
            after_payment_description (str): After payment description.
            attachments (list[ProductAttachment]): List of product attachments.
            button_call_to_action (str): Default button call to action Ex: Buy now, subscribe, ...
            coupons (list[ProductCoupon]): List of product coupons.
            currency_id (int): Foreign key Currency.
            description (str): Product description.
            discounts (list[ProductDiscount]): List of product discounts.
            is_featured (bool): Indicate that the product is set as featured.
            items (list[ProductItem]): List of product items.
            name (str): Product alias.
            payment_gateways (list[ProductGateway]): List of enabled payment gateways for this product.
            shipping_amount (Decimal or int): Cost for shipping the product; money, in the currency of the
                document it belongs to.
            shipping_description (str): Client instructions for shipping.
            status (ProductStatus): Product availability status.
            what_happens_next_description (str): What happens next description.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(
            _UPDATE,
            body=ProductUpdate(
                id=id,
                after_payment_description=after_payment_description,
                attachments=attachments,
                button_call_to_action=button_call_to_action,
                coupons=coupons,
                currency_id=currency_id,
                description=description,
                discounts=discounts,
                is_featured=is_featured,
                items=items,
                name=name,
                payment_gateways=payment_gateways,
                shipping_amount=shipping_amount,
                shipping_description=shipping_description,
                status=status,
                what_happens_next_description=what_happens_next_description,
            ),
            options=options,
        )

    def delete(self, id: int, *, options: RequestOptions | None = None) -> int:
        """Delete an existing product.

        Calls `POST /api/product/delete` (`ProductApi_Delete` in the vendor's document).

        Args:
            id (int): Id of product to be deleted.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            int: The id of the deleted product.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(
            _DELETE,
            body=ProductDelete(
                id=id,
            ),
            options=options,
        )


class AsyncProducts(AsyncResource):
    """Operations on products, reached as `client.products`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> AsyncProductsRaw:
        """The same operations, giving each answer as it came."""
        return AsyncProductsRaw(self)

    def list(
        self, *, page: int | None = None, page_size: int | None = None, options: RequestOptions | None = None
    ) -> AsyncPager[ProductSummary]:
        """Return all products for the account.

        Calls `GET /api/product/all` (`ProductApi_All` in the vendor's document).

        Args:
            page (int): The page to start at, counted from 1.
            page_size (int): Items on a page; the service's own default is 10.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            AsyncPager[ProductSummary]: The items, fetched page by page as they are read.

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

    async def get(self, id: int, *, options: RequestOptions | None = None) -> Product:
        """Return product details.

        Calls `GET /api/product/details` (`ProductApi_Details` in the vendor's document).

        Args:
            id (int): Id of the product.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            Product: The product, as the service answers it.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(_GET, query={"id": id}, options=options)

    async def create(
        self,
        *,
        currency_id: int,
        name: str,
        after_payment_description: str | None | UnsetType = UNSET,
        attachments: List[ProductAttachment] | None | UnsetType = UNSET,
        button_call_to_action: str | None | UnsetType = UNSET,
        coupons: List[ProductCoupon] | None | UnsetType = UNSET,
        description: str | None | UnsetType = UNSET,
        discounts: List[ProductDiscount] | None | UnsetType = UNSET,
        is_featured: bool | None | UnsetType = UNSET,
        items: List[ProductItem] | None | UnsetType = UNSET,
        payment_gateways: List[ProductGateway] | None | UnsetType = UNSET,
        shipping_amount: Decimal | int | None | UnsetType = UNSET,
        shipping_description: str | None | UnsetType = UNSET,
        status: ProductStatus | None | UnsetType = UNSET,
        what_happens_next_description: str | None | UnsetType = UNSET,
        options: RequestOptions | None = None,
    ) -> int:
        """Create a product.

        Calls `POST /api/product/new` (`ProductApi_New` in the vendor's document).

        An argument that is left out is not sent; None is sent as null.

        Args:
            currency_id (int): Foreign key Currency.
            name (str): Product alias.
            after_payment_description (str): After payment description.
            attachments (list[ProductAttachment]): List of product attachments.
            button_call_to_action (str): Default button call to action Ex: Buy now, subscribe, ...
            coupons (list[ProductCoupon]): List of product coupons.
            description (str): Product description.
            discounts (list[ProductDiscount]): List of product discounts.
            is_featured (bool): Indicate that the product is set as featured.
            items (list[ProductItem]): List of product items.
            payment_gateways (list[ProductGateway]): List of enabled payment gateways for this product.
            shipping_amount (Decimal or int): Cost for shipping the product; money, in the currency of the
                document it belongs to.
            shipping_description (str): Client instructions for shipping.
            status (ProductStatus): Product availability status.
            what_happens_next_description (str): What happens next description.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            int: The id of the new product.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(
            _CREATE,
            body=ProductCreate(
                currency_id=currency_id,
                name=name,
                after_payment_description=after_payment_description,
                attachments=attachments,
                button_call_to_action=button_call_to_action,
                coupons=coupons,
                description=description,
                discounts=discounts,
                is_featured=is_featured,
                items=items,
                payment_gateways=payment_gateways,
                shipping_amount=shipping_amount,
                shipping_description=shipping_description,
                status=status,
                what_happens_next_description=what_happens_next_description,
            ),
            options=options,
        )

    async def update(
        self,
        id: int,
        *,
        after_payment_description: str | None | UnsetType = UNSET,
        attachments: List[ProductAttachment] | None | UnsetType = UNSET,
        button_call_to_action: str | None | UnsetType = UNSET,
        coupons: List[ProductCoupon] | None | UnsetType = UNSET,
        currency_id: int | None | UnsetType = UNSET,
        description: str | None | UnsetType = UNSET,
        discounts: List[ProductDiscount] | None | UnsetType = UNSET,
        is_featured: bool | None | UnsetType = UNSET,
        items: List[ProductItem] | None | UnsetType = UNSET,
        name: str | None | UnsetType = UNSET,
        payment_gateways: List[ProductGateway] | None | UnsetType = UNSET,
        shipping_amount: Decimal | int | None | UnsetType = UNSET,
        shipping_description: str | None | UnsetType = UNSET,
        status: ProductStatus | None | UnsetType = UNSET,
        what_happens_next_description: str | None | UnsetType = UNSET,
        options: RequestOptions | None = None,
    ) -> None:
        """Update an existing product.

        Calls `POST /api/product/update` (`ProductApi_Update` in the vendor's document).

        An argument that is left out is not sent; None is sent as null.

        Args:
            id (int): Product id.
            after_payment_description (str): After payment description.
            attachments (list[ProductAttachment]): List of product attachments.
            button_call_to_action (str): Default button call to action Ex: Buy now, subscribe, ...
            coupons (list[ProductCoupon]): List of product coupons.
            currency_id (int): Foreign key Currency.
            description (str): Product description.
            discounts (list[ProductDiscount]): List of product discounts.
            is_featured (bool): Indicate that the product is set as featured.
            items (list[ProductItem]): List of product items.
            name (str): Product alias.
            payment_gateways (list[ProductGateway]): List of enabled payment gateways for this product.
            shipping_amount (Decimal or int): Cost for shipping the product; money, in the currency of the
                document it belongs to.
            shipping_description (str): Client instructions for shipping.
            status (ProductStatus): Product availability status.
            what_happens_next_description (str): What happens next description.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(
            _UPDATE,
            body=ProductUpdate(
                id=id,
                after_payment_description=after_payment_description,
                attachments=attachments,
                button_call_to_action=button_call_to_action,
                coupons=coupons,
                currency_id=currency_id,
                description=description,
                discounts=discounts,
                is_featured=is_featured,
                items=items,
                name=name,
                payment_gateways=payment_gateways,
                shipping_amount=shipping_amount,
                shipping_description=shipping_description,
                status=status,
                what_happens_next_description=what_happens_next_description,
            ),
            options=options,
        )

    async def delete(self, id: int, *, options: RequestOptions | None = None) -> int:
        """Delete an existing product.

        Calls `POST /api/product/delete` (`ProductApi_Delete` in the vendor's document).

        Args:
            id (int): Id of product to be deleted.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            int: The id of the deleted product.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(
            _DELETE,
            body=ProductDelete(
                id=id,
            ),
            options=options,
        )


class ProductsRaw(RawResource):
    """Operations on products, reached as `client.products`. Each gives its answer as it came."""

    __slots__ = ()

    list: Final = RawPage(Products.list)
    get: Final = Raw(Products.get)
    create: Final = Raw(Products.create)
    update: Final = Raw(Products.update)
    delete: Final = Raw(Products.delete)


class AsyncProductsRaw(RawResource):
    """Operations on products, reached as `client.products`. Each gives its answer as it came."""

    __slots__ = ()

    list: Final = AsyncRawPage(AsyncProducts.list)
    get: Final = AsyncRaw(AsyncProducts.get)
    create: Final = AsyncRaw(AsyncProducts.create)
    update: Final = AsyncRaw(AsyncProducts.update)
    delete: Final = AsyncRaw(AsyncProducts.delete)
