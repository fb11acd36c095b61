# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/envoice; CONTRIBUTING.md says how to change what is generated.
"""Operations on taxes, reached as `client.taxes`."""

from __future__ import annotations

from builtins import list as List
from decimal import Decimal
from typing import Final

from msgspec import UNSET, UnsetType

from .._operation import Operation
from .._resource import AsyncResource, SyncResource
from ..models import (
    Tax,
    TaxCreate,
    TaxDelete,
    TaxUpdate,
)

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

    def list(self) -> List[Tax]:
        """Return all taxes for the account.

        Calls `GET /api/tax/all` (`TaxApi_All` in the vendor's document).

        Returns:
            list[Tax]: All of them, in the service's order.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(_LIST)

    def create(self, *, name: str, percentage: Decimal | int) -> int:
        """Create a tax.

        Calls `POST /api/tax/new` (`TaxApi_New` in the vendor's document).

        Args:
            name (str): Name of the tax.
            percentage (Decimal or int): Tax percentage; in percent, 18 for 18 %.

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
        )

    def update(
        self, id: int, *, name: str | None | UnsetType = UNSET, percentage: Decimal | int | None | UnsetType = UNSET
    ) -> None:
        """Update an existing tax.

        Calls `POST /api/tax/update` (`TaxApi_Update` in the vendor's document).

        An argument that is left out is not sent; None is sent as null.

        Args:
            id (int): Entity id.
            name (str): Name of the tax.
            percentage (Decimal or int): Tax percentage; in percent, 18 for 18 %.

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
        )

    def delete(self, id: int) -> int:
        """Delete an existing tax.

        Calls `POST /api/tax/delete` (`TaxApi_Delete` in the vendor's document).

        Args:
            id (int): Id of tax to be deleted.

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
        )


class AsyncTaxes(AsyncResource):
    """Operations on taxes, reached as `client.taxes`."""

    __slots__ = ()

    async def list(self) -> List[Tax]:
        """Return all taxes for the account.

        Calls `GET /api/tax/all` (`TaxApi_All` in the vendor's document).

        Returns:
            list[Tax]: All of them, in the service's order.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(_LIST)

    async def create(self, *, name: str, percentage: Decimal | int) -> int:
        """Create a tax.

        Calls `POST /api/tax/new` (`TaxApi_New` in the vendor's document).

        Args:
            name (str): Name of the tax.
            percentage (Decimal or int): Tax percentage; in percent, 18 for 18 %.

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
        )

    async def update(
        self, id: int, *, name: str | None | UnsetType = UNSET, percentage: Decimal | int | None | UnsetType = UNSET
    ) -> None:
        """Update an existing tax.

        Calls `POST /api/tax/update` (`TaxApi_Update` in the vendor's document).

        An argument that is left out is not sent; None is sent as null.

        Args:
            id (int): Entity id.
            name (str): Name of the tax.
            percentage (Decimal or int): Tax percentage; in percent, 18 for 18 %.

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
        )

    async def delete(self, id: int) -> int:
        """Delete an existing tax.

        Calls `POST /api/tax/delete` (`TaxApi_Delete` in the vendor's document).

        Args:
            id (int): Id of tax to be deleted.

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
        )
