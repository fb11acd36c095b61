# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/envoice; CONTRIBUTING.md says how to change what is generated.
"""Operations on countries, reached as `client.countries`."""

from __future__ import annotations

from builtins import list as List
from typing import Final

from .._http.operation import Operation
from ..models import (
    Country,
)
from ..options import RequestOptions
from ._base import AsyncResource, SyncResource
from ._raw import AsyncRaw, Raw, RawResource

__all__ = ["AsyncCountries", "AsyncCountriesRaw", "Countries", "CountriesRaw"]

_LIST: Final = Operation(
    name="countries.list",
    method="GET",
    path="/api/general/countries",
    result=List[Country],
)


class Countries(SyncResource):
    """Operations on countries, reached as `client.countries`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> CountriesRaw:
        """The same operations, giving each answer as it came."""
        return CountriesRaw(self)

    def list(self, *, options: RequestOptions | None = None) -> List[Country]:
        """Return all of the platform supported countries.

        Calls `GET /api/general/countries` (`GeneralApi_Countries` in the vendor's document).

        Args:
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            list[Country]: All of them, in the service's order.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(_LIST, options=options)


class AsyncCountries(AsyncResource):
    """Operations on countries, reached as `client.countries`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> AsyncCountriesRaw:
        """The same operations, giving each answer as it came."""
        return AsyncCountriesRaw(self)

    async def list(self, *, options: RequestOptions | None = None) -> List[Country]:
        """Return all of the platform supported countries.

        Calls `GET /api/general/countries` (`GeneralApi_Countries` in the vendor's document).

        Args:
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            list[Country]: All of them, in the service's order.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(_LIST, options=options)


class CountriesRaw(RawResource):
    """Operations on countries, reached as `client.countries`. Each gives its answer as it came."""

    __slots__ = ()

    list: Final = Raw(Countries.list)


class AsyncCountriesRaw(RawResource):
    """Operations on countries, reached as `client.countries`. Each gives its answer as it came."""

    __slots__ = ()

    list: Final = AsyncRaw(AsyncCountries.list)
