# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/envoice; CONTRIBUTING.md says how to change what is generated.
"""Operations on taxes, reached as `client.taxes`."""

from __future__ import annotations

from builtins import list as List
from decimal import Decimal
from typing import Final

from msgspec import UNSET, UnsetType

from .._http.operation import Operation
from ..models import (
    Tax,
    TaxCreate,
    TaxDelete,
    TaxUpdate,
)
from ..options import RequestOptions
from ._base import AsyncResource, SyncResource
from ._raw import AsyncRaw, Raw, RawResource

__all__ = ["AsyncTaxes", "AsyncTaxesRaw", "Taxes", "TaxesRaw"]

_LIST: Final = Operation(
    name="taxes.list",
    method="GET",
    path="/api/tax/all",
    result=List[Tax],
)
_CREATE: Final = Operation(
    name="taxes.create",
    method="POST",
    path="/api/tax/new",
    result=int,
)
_UPDATE: Final = Operation(
    name="taxes.update",
    method="POST",
    path="/api/tax/update",
    result=None,
    min_fields=2,
)
_DELETE: Final = Operation(
    name="taxes.delete",
    method="POST",
    path="/api/tax/delete",
    result=int,
)


class Taxes(SyncResource):
    """Operations on taxes, reached as `client.taxes`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> TaxesRaw:
        """The same operations, giving each answer as it came."""
        return TaxesRaw(self)

    def list(self, *, options: RequestOptions | None = None) -> List[Tax]:
        """Return all taxes for the account.

        Calls `GET /api/tax/all` (`TaxApi_All` in the vendor's document).

        Args:
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            list[Tax]: All of them, in the service's order.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(_LIST, options=options)

    def create(self, *, name: str, percentage: Decimal | int, options: RequestOptions | None = None) -> int:
        """Create a tax.

        Calls `POST /api/tax/new` (`TaxApi_New` in the vendor's document).

        Args:
            name (str): Name of the tax.
            percentage (Decimal or int): Tax percentage; in percent, 18 for 18 %.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            int: The id of the new tax.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(
            _CREATE,
            body=TaxCreate(
                name=name,
                percentage=percentage,
            ),
            options=options,
        )

    def update(
        self,
        id: int,
        *,
        name: str | None | UnsetType = UNSET,
        percentage: Decimal | int | None | UnsetType = UNSET,
        options: RequestOptions | None = None,
    ) -> None:
        """Update an existing tax.

        Calls `POST /api/tax/update` (`TaxApi_Update` in the vendor's document).

        An argument that is left out is not sent; None is sent as null.

        Args:
            id (int): Entity id.
            name (str): Name of the tax.
            percentage (Decimal or int): Tax percentage; in percent, 18 for 18 %.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(
            _UPDATE,
            body=TaxUpdate(
                id=id,
                name=name,
                percentage=percentage,
            ),
            options=options,
        )

    def delete(self, id: int, *, options: RequestOptions | None = None) -> int:
        """Delete an existing tax.

        Calls `POST /api/tax/delete` (`TaxApi_Delete` in the vendor's document).

        Args:
            id (int): Id of tax to be deleted.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            int: The id of the deleted tax.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(
            _DELETE,
            body=TaxDelete(
                id=id,
            ),
            options=options,
        )


class AsyncTaxes(AsyncResource):
    """Operations on taxes, reached as `client.taxes`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> AsyncTaxesRaw:
        """The same operations, giving each answer as it came."""
        return AsyncTaxesRaw(self)

    async def list(self, *, options: RequestOptions | None = None) -> List[Tax]:
        """Return all taxes for the account.

        Calls `GET /api/tax/all` (`TaxApi_All` in the vendor's document).

        Args:
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            list[Tax]: All of them, in the service's order.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(_LIST, options=options)

    async def create(self, *, name: str, percentage: Decimal | int, options: RequestOptions | None = None) -> int:
        """Create a tax.

        Calls `POST /api/tax/new` (`TaxApi_New` in the vendor's document).

        Args:
            name (str): Name of the tax.
            percentage (Decimal or int): Tax percentage; in percent, 18 for 18 %.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            int: The id of the new tax.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(
            _CREATE,
            body=TaxCreate(
                name=name,
                percentage=percentage,
            ),
            options=options,
        )

    async def update(
        self,
        id: int,
        *,
        name: str | None | UnsetType = UNSET,
        percentage: Decimal | int | None | UnsetType = UNSET,
        options: RequestOptions | None = None,
    ) -> None:
        """Update an existing tax.

        Calls `POST /api/tax/update` (`TaxApi_Update` in the vendor's document).

        An argument that is left out is not sent; None is sent as null.

        Args:
            id (int): Entity id.
            name (str): Name of the tax.
            percentage (Decimal or int): Tax percentage; in percent, 18 for 18 %.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(
            _UPDATE,
            body=TaxUpdate(
                id=id,
                name=name,
                percentage=percentage,
            ),
            options=options,
        )

    async def delete(self, id: int, *, options: RequestOptions | None = None) -> int:
        """Delete an existing tax.

        Calls `POST /api/tax/delete` (`TaxApi_Delete` in the vendor's document).

        Args:
            id (int): Id of tax to be deleted.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            int: The id of the deleted tax.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(
            _DELETE,
            body=TaxDelete(
                id=id,
            ),
            options=options,
        )


class TaxesRaw(RawResource):
    """Operations on taxes, reached as `client.taxes`. Each gives its answer as it came."""

    __slots__ = ()

    list: Final = Raw(Taxes.list)
    create: Final = Raw(Taxes.create)
    update: Final = Raw(Taxes.update)
    delete: Final = Raw(Taxes.delete)


class AsyncTaxesRaw(RawResource):
    """Operations on taxes, reached as `client.taxes`. Each gives its answer as it came."""

    __slots__ = ()

    list: Final = AsyncRaw(AsyncTaxes.list)
    create: Final = AsyncRaw(AsyncTaxes.create)
    update: Final = AsyncRaw(AsyncTaxes.update)
    delete: Final = AsyncRaw(AsyncTaxes.delete)
