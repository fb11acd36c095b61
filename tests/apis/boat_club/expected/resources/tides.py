# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/boat_club; CONTRIBUTING.md says how to change what is generated.
"""Operations on tides, reached as `client.tides`."""

from __future__ import annotations

from typing import Final

from .._http.operation import Operation
from ..models import (
    Boat,
)
from ..options import RequestOptions
from ._base import AsyncResource, SyncResource
from ._raw import AsyncRaw, Raw, RawResource

__all__ = ["AsyncTides", "AsyncTidesRaw", "Tides", "TidesRaw"]

_GET: Final = Operation(
    name="tides.get",
    method="GET",
    path="/tides/one",
    result=Boat,
    security=(),
)


class Tides(SyncResource):
    """Operations on tides, reached as `client.tides`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> TidesRaw:
        """The same operations, giving each answer as it came."""
        return TidesRaw(self)

    def get(self, *, options: RequestOptions | None = None) -> Boat:
        """A tide, for everybody.

        Calls `GET /tides/one` (`getTide` in the vendor's document).

        Args:
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            Boat: The boat, as the service answers it.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(_GET, options=options)


class AsyncTides(AsyncResource):
    """Operations on tides, reached as `client.tides`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> AsyncTidesRaw:
        """The same operations, giving each answer as it came."""
        return AsyncTidesRaw(self)

    async def get(self, *, options: RequestOptions | None = None) -> Boat:
        """A tide, for everybody.

        Calls `GET /tides/one` (`getTide` in the vendor's document).

        Args:
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            Boat: The boat, as the service answers it.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(_GET, options=options)


class TidesRaw(RawResource):
    """Operations on tides, reached as `client.tides`. Each gives its answer as it came."""

    __slots__ = ()

    get: Final = Raw(Tides.get)


class AsyncTidesRaw(RawResource):
    """Operations on tides, reached as `client.tides`. Each gives its answer as it came."""

    __slots__ = ()

    get: Final = AsyncRaw(AsyncTides.get)
