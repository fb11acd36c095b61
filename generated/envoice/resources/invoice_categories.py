# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/envoice; CONTRIBUTING.md says how to change what is generated.
"""Operations on invoice categories, reached as `client.invoice_categories`."""

from __future__ import annotations

from typing import Final

from msgspec import UNSET, UnsetType

from .._http.operation import Operation
from ..models import (
    InvoiceCategory,
    InvoiceCategoryCreate,
    InvoiceCategoryDelete,
    InvoiceCategoryPage,
    InvoiceCategoryUpdate,
)
from ..options import RequestOptions
from ..pagination import AsyncPager, Pager
from ._base import AsyncResource, SyncResource
from ._raw import AsyncRaw, AsyncRawPage, Raw, RawPage, RawResource

__all__ = ["AsyncInvoiceCategories", "AsyncInvoiceCategoriesRaw", "InvoiceCategories", "InvoiceCategoriesRaw"]

_LIST: Final = Operation(
    name="invoice_categories.list",
    method="GET",
    path="/api/invoice/allcategories",
    result=InvoiceCategoryPage,
    kinds={"query": ("query", str)},
)
_CREATE: Final = Operation(
    name="invoice_categories.create",
    method="POST",
    path="/api/invoice/newcategory",
    result=InvoiceCategory,
)
_UPDATE: Final = Operation(
    name="invoice_categories.update",
    method="POST",
    path="/api/invoice/updatecategory",
    result=InvoiceCategory,
    min_fields=2,
)
_DELETE: Final = Operation(
    name="invoice_categories.delete",
    method="POST",
    path="/api/invoice/deletecategory",
    result=int,
)


class InvoiceCategories(SyncResource):
    """Operations on invoice categories, reached as `client.invoice_categories`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> InvoiceCategoriesRaw:
        """The same operations, giving each answer as it came."""
        return InvoiceCategoriesRaw(self)

    def list(self, *, query: str | None = None, options: RequestOptions | None = None) -> Pager[InvoiceCategory]:
        """Return all invoice categories for the account.

        Calls `GET /api/invoice/allcategories`.

        Args:
            query (str): Text to search for.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            Pager[InvoiceCategory]: The items, fetched page by page as they are read.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
            FaultError: The service marked a page as faulted; the error carries the page.
        """
        return Pager(
            self._client,
            _LIST,
            query={"query": query},
            page=None,
            page_param=None,
            page_size=None,
            page_size_param=None,
            options=options,
        )

    def create(self, *, name: str, options: RequestOptions | None = None) -> InvoiceCategory:
        """Create an invoice category.

        Calls `POST /api/invoice/newcategory`.

        Args:
            name (str): Category name.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            InvoiceCategory: The invoice category, as the service answers it.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(
            _CREATE,
            body=InvoiceCategoryCreate(
                name=name,
            ),
            options=options,
        )

    def update(
        self, id: int, *, name: str | None | UnsetType = UNSET, options: RequestOptions | None = None
    ) -> InvoiceCategory:
        """Update an existing invoice category.

        Calls `POST /api/invoice/updatecategory`.

        An argument that is left out is not sent; None is sent as null.

        Args:
            id (int): Entity id.
            name (str): Category name.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            InvoiceCategory: The invoice category, as the service answers it.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(
            _UPDATE,
            body=InvoiceCategoryUpdate(
                id=id,
                name=name,
            ),
            options=options,
        )

    def delete(self, id: int, *, options: RequestOptions | None = None) -> int:
        """Delete an existing invoice category.

        Calls `POST /api/invoice/deletecategory`.

        Args:
            id (int): Id of invoice category to be deleted.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            int: The id of the deleted invoice category.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(
            _DELETE,
            body=InvoiceCategoryDelete(
                id=id,
            ),
            options=options,
        )


class AsyncInvoiceCategories(AsyncResource):
    """Operations on invoice categories, reached as `client.invoice_categories`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> AsyncInvoiceCategoriesRaw:
        """The same operations, giving each answer as it came."""
        return AsyncInvoiceCategoriesRaw(self)

    def list(self, *, query: str | None = None, options: RequestOptions | None = None) -> AsyncPager[InvoiceCategory]:
        """Return all invoice categories for the account.

        Calls `GET /api/invoice/allcategories`.

        Args:
            query (str): Text to search for.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            AsyncPager[InvoiceCategory]: The items, fetched page by page as they are read.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
            FaultError: The service marked a page as faulted; the error carries the page.
        """
        return AsyncPager(
            self._client,
            _LIST,
            query={"query": query},
            page=None,
            page_param=None,
            page_size=None,
            page_size_param=None,
            options=options,
        )

    async def create(self, *, name: str, options: RequestOptions | None = None) -> InvoiceCategory:
        """Create an invoice category.

        Calls `POST /api/invoice/newcategory`.

        Args:
            name (str): Category name.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            InvoiceCategory: The invoice category, as the service answers it.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(
            _CREATE,
            body=InvoiceCategoryCreate(
                name=name,
            ),
            options=options,
        )

    async def update(
        self, id: int, *, name: str | None | UnsetType = UNSET, options: RequestOptions | None = None
    ) -> InvoiceCategory:
        """Update an existing invoice category.

        Calls `POST /api/invoice/updatecategory`.

        An argument that is left out is not sent; None is sent as null.

        Args:
            id (int): Entity id.
            name (str): Category name.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            InvoiceCategory: The invoice category, as the service answers it.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(
            _UPDATE,
            body=InvoiceCategoryUpdate(
                id=id,
                name=name,
            ),
            options=options,
        )

    async def delete(self, id: int, *, options: RequestOptions | None = None) -> int:
        """Delete an existing invoice category.

        Calls `POST /api/invoice/deletecategory`.

        Args:
            id (int): Id of invoice category to be deleted.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            int: The id of the deleted invoice category.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(
            _DELETE,
            body=InvoiceCategoryDelete(
                id=id,
            ),
            options=options,
        )


class InvoiceCategoriesRaw(RawResource):
    """Operations on invoice categories, reached as `client.invoice_categories`. Each gives its answer as it came."""

    __slots__ = ()

    list: Final = RawPage(InvoiceCategories.list)
    create: Final = Raw(InvoiceCategories.create)
    update: Final = Raw(InvoiceCategories.update)
    delete: Final = Raw(InvoiceCategories.delete)


class AsyncInvoiceCategoriesRaw(RawResource):
    """Operations on invoice categories, reached as `client.invoice_categories`. Each gives its answer as it came."""

    __slots__ = ()

    list: Final = AsyncRawPage(AsyncInvoiceCategories.list)
    create: Final = AsyncRaw(AsyncInvoiceCategories.create)
    update: Final = AsyncRaw(AsyncInvoiceCategories.update)
    delete: Final = AsyncRaw(AsyncInvoiceCategories.delete)
