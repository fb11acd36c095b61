# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/river_gauges; CONTRIBUTING.md says how to change what is generated.
"""Operations on basins, reached as `client.basins`."""

from __future__ import annotations

from typing import Final

from .._http.operation import Operation
from .._http.parameters import Parameter as _Parameter
from ..options import RequestOptions
from ._base import AsyncResource, SyncResource
from ._raw import AsyncRaw, Raw, RawResource

__all__ = ["AsyncBasins", "AsyncBasinsRaw", "Basins", "BasinsRaw"]

_ABOUT: Final = Operation(
    name="basins.about",
    method="GET",
    path="/basins/{basinId}/%C3%BCber%20uns",
    result=str,
    parameters=(_Parameter("basin_id", "basinId", "path", str, required=True),),
)


class Basins(SyncResource):
    """Operations on basins, reached as `client.basins`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> BasinsRaw:
        """The same operations, giving each answer as it came."""
        return BasinsRaw(self)

    def about(self, basin_id: str, *, options: RequestOptions | None = None) -> str:
        """What a basin is.

        Calls `GET /basins/{basinId}/über uns` (`Basins_About` in the vendor's document).

        Args:
            basin_id (str): The id of the basin.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            str: What the service answers.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(_ABOUT, parameters={"basin_id": basin_id}, options=options)


class AsyncBasins(AsyncResource):
    """Operations on basins, reached as `client.basins`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> AsyncBasinsRaw:
        """The same operations, giving each answer as it came."""
        return AsyncBasinsRaw(self)

    async def about(self, basin_id: str, *, options: RequestOptions | None = None) -> str:
        """What a basin is.

        Calls `GET /basins/{basinId}/über uns` (`Basins_About` in the vendor's document).

        Args:
            basin_id (str): The id of the basin.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            str: What the service answers.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(_ABOUT, parameters={"basin_id": basin_id}, options=options)


class BasinsRaw(RawResource):
    """Operations on basins, reached as `client.basins`. Each gives its answer as it came."""

    __slots__ = ()

    about: Final = Raw(Basins.about)


class AsyncBasinsRaw(RawResource):
    """Operations on basins, reached as `client.basins`. Each gives its answer as it came."""

    __slots__ = ()

    about: Final = AsyncRaw(AsyncBasins.about)
