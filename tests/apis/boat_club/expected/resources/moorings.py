# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/boat_club; CONTRIBUTING.md says how to change what is generated.
"""Operations on moorings, reached as `client.moorings`."""

from __future__ import annotations

from typing import Final

from .._http.operation import Operation
from ..models import (
    Boat,
)
from ..options import RequestOptions
from ._base import AsyncResource, SyncResource
from ._raw import AsyncRaw, Raw, RawResource

__all__ = ["AsyncMoorings", "AsyncMooringsRaw", "Moorings", "MooringsRaw"]

_GET: Final = Operation(
    name="moorings.get",
    method="GET",
    path="/moorings/one",
    result=Boat,
    security=(("harbour",),),
)


class Moorings(SyncResource):
    """Operations on moorings, reached as `client.moorings`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> MooringsRaw:
        """The same operations, giving each answer as it came."""
        return MooringsRaw(self)

    def get(self, *, options: RequestOptions | None = None) -> Boat:
        """A mooring, with the key of the harbour.

        Calls `GET /moorings/one` (`getMooring` in the vendor's document).

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


class AsyncMoorings(AsyncResource):
    """Operations on moorings, reached as `client.moorings`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> AsyncMooringsRaw:
        """The same operations, giving each answer as it came."""
        return AsyncMooringsRaw(self)

    async def get(self, *, options: RequestOptions | None = None) -> Boat:
        """A mooring, with the key of the harbour.

        Calls `GET /moorings/one` (`getMooring` in the vendor's document).

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


class MooringsRaw(RawResource):
    """Operations on moorings, reached as `client.moorings`. Each gives its answer as it came."""

    __slots__ = ()

    get: Final = Raw(Moorings.get)


class AsyncMooringsRaw(RawResource):
    """Operations on moorings, reached as `client.moorings`. Each gives its answer as it came."""

    __slots__ = ()

    get: Final = AsyncRaw(AsyncMoorings.get)
