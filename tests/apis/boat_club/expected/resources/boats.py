# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/boat_club; CONTRIBUTING.md says how to change what is generated.
"""Operations on boats, reached as `client.boats`."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from msgspec import UNSET, UnsetType

from .._http.operation import Operation
from ..models import (
    Boat,
)
from ..options import RequestOptions
from ._base import AsyncResource, SyncResource
from ._raw import AsyncRaw, Raw, RawResource

__all__ = ["AsyncBoats", "AsyncBoatsRaw", "Boats", "BoatsRaw"]

_GET: Final = Operation(
    name="boats.get",
    method="GET",
    path="/boats/one",
    result=Boat,
    security=(("club",),),
)
_NEW: Final = Operation(
    name="boats.new",
    method="POST",
    path="/boats/new",
    result=Boat,
    security=(("club",),),
)


class Boats(SyncResource):
    """Operations on boats, reached as `client.boats`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> BoatsRaw:
        """The same operations, giving each answer as it came."""
        return BoatsRaw(self)

    def get(self, *, options: RequestOptions | None = None) -> Boat:
        """A boat, with the token of the club.

        Calls `GET /boats/one` (`getBoat` in the vendor's document).

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

    def new(
        self, *, name: str, metres: Decimal | int | UnsetType = UNSET, options: RequestOptions | None = None
    ) -> Boat:
        """Register a boat.

        Calls `POST /boats/new` (`createBoat` in the vendor's document).

        An argument that is left out is not sent.

        Args:
            name (str): Its name.
            metres (Decimal or int): Its length.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            Boat: The boat, as the service answers it.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(
            _NEW,
            body=Boat(
                name=name,
                metres=metres,
            ),
            options=options,
        )


class AsyncBoats(AsyncResource):
    """Operations on boats, reached as `client.boats`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> AsyncBoatsRaw:
        """The same operations, giving each answer as it came."""
        return AsyncBoatsRaw(self)

    async def get(self, *, options: RequestOptions | None = None) -> Boat:
        """A boat, with the token of the club.

        Calls `GET /boats/one` (`getBoat` in the vendor's document).

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

    async def new(
        self, *, name: str, metres: Decimal | int | UnsetType = UNSET, options: RequestOptions | None = None
    ) -> Boat:
        """Register a boat.

        Calls `POST /boats/new` (`createBoat` in the vendor's document).

        An argument that is left out is not sent.

        Args:
            name (str): Its name.
            metres (Decimal or int): Its length.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            Boat: The boat, as the service answers it.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(
            _NEW,
            body=Boat(
                name=name,
                metres=metres,
            ),
            options=options,
        )


class BoatsRaw(RawResource):
    """Operations on boats, reached as `client.boats`. Each gives its answer as it came."""

    __slots__ = ()

    get: Final = Raw(Boats.get)
    new: Final = Raw(Boats.new)


class AsyncBoatsRaw(RawResource):
    """Operations on boats, reached as `client.boats`. Each gives its answer as it came."""

    __slots__ = ()

    get: Final = AsyncRaw(AsyncBoats.get)
    new: Final = AsyncRaw(AsyncBoats.new)
