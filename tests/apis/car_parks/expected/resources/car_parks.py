# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/car_parks; CONTRIBUTING.md says how to change what is generated.
"""Operations on car parks, reached as `client.car_parks`."""

from __future__ import annotations

from builtins import list as List
from typing import Final

from .._http.operation import Operation
from ..models import (
    CarPark,
)
from ..options import RequestOptions
from ._base import AsyncResource, SyncResource
from ._raw import AsyncRaw, Raw, RawResource

__all__ = ["AsyncCarParks", "AsyncCarParksRaw", "CarParks", "CarParksRaw"]

_LIST: Final = Operation(
    name="car_parks.list",
    method="GET",
    path="/api/carpark/all",
    result=List[CarPark],
)
_COUNT_FREE: Final = Operation(
    name="car_parks.count_free",
    method="GET",
    path="/api/carpark/free",
    result=int,
    required={"id": "id"},
    kinds={"id": ("id", int)},
)


class CarParks(SyncResource):
    """Operations on car parks, reached as `client.car_parks`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> CarParksRaw:
        """The same operations, giving each answer as it came."""
        return CarParksRaw(self)

    def list(self, *, options: RequestOptions | None = None) -> List[CarPark]:
        """All car parks.

        Calls `GET /api/carpark/all` (`CarPark_All` in the vendor's document).

        Args:
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            list[CarPark]: All of them, in the service's order.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(_LIST, options=options)

    def count_free(self, id: int, *, options: RequestOptions | None = None) -> int:
        """The free places of a car park.

        Calls `GET /api/carpark/free` (`CarPark_Free` in the vendor's document).

        Args:
            id (int): The car park.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            int: What the service answers.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(_COUNT_FREE, query={"id": id}, options=options)


class AsyncCarParks(AsyncResource):
    """Operations on car parks, reached as `client.car_parks`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> AsyncCarParksRaw:
        """The same operations, giving each answer as it came."""
        return AsyncCarParksRaw(self)

    async def list(self, *, options: RequestOptions | None = None) -> List[CarPark]:
        """All car parks.

        Calls `GET /api/carpark/all` (`CarPark_All` in the vendor's document).

        Args:
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            list[CarPark]: All of them, in the service's order.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(_LIST, options=options)

    async def count_free(self, id: int, *, options: RequestOptions | None = None) -> int:
        """The free places of a car park.

        Calls `GET /api/carpark/free` (`CarPark_Free` in the vendor's document).

        Args:
            id (int): The car park.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            int: What the service answers.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(_COUNT_FREE, query={"id": id}, options=options)


class CarParksRaw(RawResource):
    """Operations on car parks, reached as `client.car_parks`. Each gives its answer as it came."""

    __slots__ = ()

    list: Final = Raw(CarParks.list)
    count_free: Final = Raw(CarParks.count_free)


class AsyncCarParksRaw(RawResource):
    """Operations on car parks, reached as `client.car_parks`. Each gives its answer as it came."""

    __slots__ = ()

    list: Final = AsyncRaw(AsyncCarParks.list)
    count_free: Final = AsyncRaw(AsyncCarParks.count_free)
