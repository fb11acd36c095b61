# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/radio_station; CONTRIBUTING.md says how to change what is generated.
"""Operations on stations, reached as `client.stations`."""

from __future__ import annotations

from typing import Final

from .._http.operation import Operation
from .._http.parameters import Parameter as _Parameter
from ..models import (
    Area,
    StationPage,
)
from ..options import RequestOptions
from ._base import AsyncResource, SyncResource
from ._raw import AsyncRaw, Raw, RawResource

__all__ = ["AsyncStations", "AsyncStationsRaw", "Stations", "StationsRaw"]

_LIST: Final = Operation(
    name="stations.list",
    method="GET",
    path="/stations",
    result=StationPage,
    errors={},
    kinds={"limit": ("limit", int), "offset": ("offset", int)},
    parameters=(_Parameter("near", "near", "query", Area, style="deepObject", explode=True),),
)


class Stations(SyncResource):
    """Operations on stations, reached as `client.stations`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> StationsRaw:
        """The same operations, giving each answer as it came."""
        return StationsRaw(self)

    def list(
        self,
        *,
        limit: int | None = None,
        near: Area | None = None,
        offset: int | None = None,
        options: RequestOptions | None = None,
    ) -> StationPage:
        """List the stations.

        Calls `GET /stations` (`listStations` in the vendor's document).

        Args:
            limit (int): Not described by the vendor.
            near (Area): Not described by the vendor.
            offset (int): Not described by the vendor.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            StationPage: The station page, as the service answers it.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(
            _LIST, parameters={"near": near}, query={"limit": limit, "offset": offset}, options=options
        )


class AsyncStations(AsyncResource):
    """Operations on stations, reached as `client.stations`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> AsyncStationsRaw:
        """The same operations, giving each answer as it came."""
        return AsyncStationsRaw(self)

    async def list(
        self,
        *,
        limit: int | None = None,
        near: Area | None = None,
        offset: int | None = None,
        options: RequestOptions | None = None,
    ) -> StationPage:
        """List the stations.

        Calls `GET /stations` (`listStations` in the vendor's document).

        Args:
            limit (int): Not described by the vendor.
            near (Area): Not described by the vendor.
            offset (int): Not described by the vendor.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            StationPage: The station page, as the service answers it.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(
            _LIST, parameters={"near": near}, query={"limit": limit, "offset": offset}, options=options
        )


class StationsRaw(RawResource):
    """Operations on stations, reached as `client.stations`. Each gives its answer as it came."""

    __slots__ = ()

    list: Final = Raw(Stations.list)


class AsyncStationsRaw(RawResource):
    """Operations on stations, reached as `client.stations`. Each gives its answer as it came."""

    __slots__ = ()

    list: Final = AsyncRaw(AsyncStations.list)
