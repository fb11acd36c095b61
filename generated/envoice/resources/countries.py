# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/envoice; CONTRIBUTING.md says how to change what is generated.
"""Operations on countries, reached as `client.countries`."""

from __future__ import annotations

from builtins import list as List
from typing import Final

from .._operation import Operation
from .._resource import AsyncResource, SyncResource
from ..models import (
    Country,
)

_LIST: Final = Operation(
    name="countries.list",
    method="GET",
    path="/api/general/countries",
    result=List[Country],
)


class Countries(SyncResource):
    """Operations on countries, reached as `client.countries`."""

    __slots__ = ()

    def list(self) -> List[Country]:
        """Return all of the platform supported countries.

        Calls `GET /api/general/countries` (`GeneralApi_Countries` in the vendor's document).

        Returns:
            list[Country]: All of them, in the service's order.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(_LIST)


class AsyncCountries(AsyncResource):
    """Operations on countries, reached as `client.countries`."""

    __slots__ = ()

    async def list(self) -> List[Country]:
        """Return all of the platform supported countries.

        Calls `GET /api/general/countries` (`GeneralApi_Countries` in the vendor's document).

        Returns:
            list[Country]: All of them, in the service's order.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(_LIST)
