# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/envoice; CONTRIBUTING.md says how to change what is generated.
"""Operations on currencies, reached as `client.currencies`."""

from __future__ import annotations

from builtins import list as List
from typing import Final

from .._operation import Operation
from .._resource import AsyncResource, SyncResource
from ..models import (
    Currency,
)

_LIST: Final = Operation(
    name="currencies.list",
    method="GET",
    path="/api/general/currencies",
    result=List[Currency],
)


class Currencies(SyncResource):
    """Operations on currencies, reached as `client.currencies`."""

    __slots__ = ()

    def list(self) -> List[Currency]:
        """Return all of the platform supported currencies.

        Calls `GET /api/general/currencies` (`GeneralApi_Currencies` in the vendor's document).

        Returns:
            list[Currency]: All of them, in the service's order.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(_LIST)


class AsyncCurrencies(AsyncResource):
    """Operations on currencies, reached as `client.currencies`."""

    __slots__ = ()

    async def list(self) -> List[Currency]:
        """Return all of the platform supported currencies.

        Calls `GET /api/general/currencies` (`GeneralApi_Currencies` in the vendor's document).

        Returns:
            list[Currency]: All of them, in the service's order.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(_LIST)
