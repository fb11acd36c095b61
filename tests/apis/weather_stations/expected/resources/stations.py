# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/weather_stations; CONTRIBUTING.md says how to change what is generated.
"""Operations on stations, reached as `client.stations`."""

from __future__ import annotations

from builtins import list as List
from datetime import datetime
from typing import Final

from .._http.operation import Operation
from ..models import (
    Station,
)
from ..options import RequestOptions
from ._base import AsyncResource, SyncResource
from ._raw import AsyncRaw, Raw, RawResource

__all__ = ["AsyncStations", "AsyncStationsRaw", "Stations", "StationsRaw"]

_LIST: Final = Operation(
    name="stations.list",
    method="GET",
    path="/stations",
    result=List[Station],
    kinds={"openSince": ("open_since", datetime)},
)
_GET: Final = Operation(
    name="stations.get",
    method="GET",
    path="/stations/station",
    result=Station,
    required={"code": "code"},
    kinds={"code": ("code", str)},
)


class Stations(SyncResource):
    """Operations on stations, reached as `client.stations`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> StationsRaw:
        """The same operations, giving each answer as it came."""
        return StationsRaw(self)

    def list(self, *, open_since: datetime | None = None, options: RequestOptions | None = None) -> List[Station]:
        """All stations.

        Calls `GET /stations` (`listStations` in the vendor's document).

        Args:
            open_since (datetime): Only those that opened since.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            list[Station]: All of them, in the service's order.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(_LIST, query={"openSince": open_since}, options=options)

    def get(self, *, code: str, options: RequestOptions | None = None) -> Station:
        """One station.

        Calls `GET /stations/station` (`getStation` in the vendor's document).

        Args:
            code (str): Its code.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            Station: The station, as the service answers it.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(_GET, query={"code": code}, options=options)


class AsyncStations(AsyncResource):
    """Operations on stations, reached as `client.stations`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> AsyncStationsRaw:
        """The same operations, giving each answer as it came."""
        return AsyncStationsRaw(self)

    async def list(self, *, open_since: datetime | None = None, options: RequestOptions | None = None) -> List[Station]:
        """All stations.

        Calls `GET /stations` (`listStations` in the vendor's document).

        Args:
            open_since (datetime): Only those that opened since.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            list[Station]: All of them, in the service's order.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(_LIST, query={"openSince": open_since}, options=options)

    async def get(self, *, code: str, options: RequestOptions | None = None) -> Station:
        """One station.

        Calls `GET /stations/station` (`getStation` in the vendor's document).

        Args:
            code (str): Its code.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            Station: The station, as the service answers it.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(_GET, query={"code": code}, options=options)


class StationsRaw(RawResource):
    """Operations on stations, reached as `client.stations`. Each gives its answer as it came."""

    __slots__ = ()

    list: Final = Raw(Stations.list)
    get: Final = Raw(Stations.get)


class AsyncStationsRaw(RawResource):
    """Operations on stations, reached as `client.stations`. Each gives its answer as it came."""

    __slots__ = ()

    list: Final = AsyncRaw(AsyncStations.list)
    get: Final = AsyncRaw(AsyncStations.get)
