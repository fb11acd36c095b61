# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/boat_club; CONTRIBUTING.md says how to change what is generated.
"""Operations on races, reached as `client.races`."""

from __future__ import annotations

from typing import Final

from .._http.operation import Operation
from ..models import (
    Boat,
)
from ..options import RequestOptions
from ._base import AsyncResource, SyncResource
from ._raw import AsyncRaw, Raw, RawResource

__all__ = ["AsyncRaces", "AsyncRacesRaw", "Races", "RacesRaw"]

_GET: Final = Operation(
    name="races.get",
    method="GET",
    path="/races/one",
    result=Boat,
    security=(("association",),),
)
_LATEST: Final = Operation(
    name="races.latest",
    method="GET",
    path="/races/latest",
    result=Boat,
    security=(("association",), ("login",), ()),
)
_SEALED: Final = Operation(
    name="races.sealed",
    method="GET",
    path="/races/sealed",
    result=Boat,
    security=(("harbour", "login"), ("association",)),
)


class Races(SyncResource):
    """Operations on races, reached as `client.races`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> RacesRaw:
        """The same operations, giving each answer as it came."""
        return RacesRaw(self)

    def get(self, *, options: RequestOptions | None = None) -> Boat:
        """A race, with a token of the boat race association.

        Calls `GET /races/one` (`getRace` in the vendor's document).

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

    def latest(self, *, options: RequestOptions | None = None) -> Boat:
        """The latest race, with whatever is given.

        Calls `GET /races/latest` (`getLatestRace` in the vendor's document).

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
        return self._client.call(_LATEST, options=options)

    def sealed(self, *, options: RequestOptions | None = None) -> Boat:
        """A sealed race, with key and password together.

        Calls `GET /races/sealed` (`getSealedRace` in the vendor's document).

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
        return self._client.call(_SEALED, options=options)


class AsyncRaces(AsyncResource):
    """Operations on races, reached as `client.races`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> AsyncRacesRaw:
        """The same operations, giving each answer as it came."""
        return AsyncRacesRaw(self)

    async def get(self, *, options: RequestOptions | None = None) -> Boat:
        """A race, with a token of the boat race association.

        Calls `GET /races/one` (`getRace` in the vendor's document).

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

    async def latest(self, *, options: RequestOptions | None = None) -> Boat:
        """The latest race, with whatever is given.

        Calls `GET /races/latest` (`getLatestRace` in the vendor's document).

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
        return await self._client.call(_LATEST, options=options)

    async def sealed(self, *, options: RequestOptions | None = None) -> Boat:
        """A sealed race, with key and password together.

        Calls `GET /races/sealed` (`getSealedRace` in the vendor's document).

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
        return await self._client.call(_SEALED, options=options)


class RacesRaw(RawResource):
    """Operations on races, reached as `client.races`. Each gives its answer as it came."""

    __slots__ = ()

    get: Final = Raw(Races.get)
    latest: Final = Raw(Races.latest)
    sealed: Final = Raw(Races.sealed)


class AsyncRacesRaw(RawResource):
    """Operations on races, reached as `client.races`. Each gives its answer as it came."""

    __slots__ = ()

    get: Final = AsyncRaw(AsyncRaces.get)
    latest: Final = AsyncRaw(AsyncRaces.latest)
    sealed: Final = AsyncRaw(AsyncRaces.sealed)
