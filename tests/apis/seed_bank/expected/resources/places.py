# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/seed_bank; CONTRIBUTING.md says how to change what is generated.
"""Operations on places, reached as `client.places`."""

from __future__ import annotations

from typing import Final

from .._http.operation import Operation
from ..models import (
    Place,
)
from ..options import RequestOptions
from ._base import AsyncResource, SyncResource
from ._raw import AsyncRaw, Raw, RawResource

__all__ = ["AsyncPlaces", "AsyncPlacesRaw", "Places", "PlacesRaw"]

_LIST: Final = Operation(
    name="places.list",
    method="GET",
    path="/places",
    result=Place,
)


class Places(SyncResource):
    """Operations on places, reached as `client.places`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> PlacesRaw:
        """The same operations, giving each answer as it came."""
        return PlacesRaw(self)

    def list(self, *, options: RequestOptions | None = None) -> Place:
        """Get the place.

        Calls `GET /places` (`getPlace` in the vendor's document).

        Args:
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            Place: The place, as the service answers it.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(_LIST, options=options)


class AsyncPlaces(AsyncResource):
    """Operations on places, reached as `client.places`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> AsyncPlacesRaw:
        """The same operations, giving each answer as it came."""
        return AsyncPlacesRaw(self)

    async def list(self, *, options: RequestOptions | None = None) -> Place:
        """Get the place.

        Calls `GET /places` (`getPlace` in the vendor's document).

        Args:
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            Place: The place, as the service answers it.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(_LIST, options=options)


class PlacesRaw(RawResource):
    """Operations on places, reached as `client.places`. Each gives its answer as it came."""

    __slots__ = ()

    list: Final = Raw(Places.list)


class AsyncPlacesRaw(RawResource):
    """Operations on places, reached as `client.places`. Each gives its answer as it came."""

    __slots__ = ()

    list: Final = AsyncRaw(AsyncPlaces.list)
