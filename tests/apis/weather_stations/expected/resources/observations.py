# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/weather_stations; CONTRIBUTING.md says how to change what is generated.
"""Operations on observations, reached as `client.observations`."""

from __future__ import annotations

from builtins import list as List
from datetime import datetime
from decimal import Decimal
from typing import Final

from msgspec import UNSET, UnsetType

from .._http.operation import Operation
from ..models import (
    Observation,
    Sky,
)
from ..options import RequestOptions
from ._base import AsyncResource, SyncResource
from ._raw import AsyncRaw, Raw, RawResource

__all__ = ["AsyncObservations", "AsyncObservationsRaw", "Observations", "ObservationsRaw"]

_ADD: Final = Operation(
    name="observations.add",
    method="POST",
    path="/observations",
    result=Observation,
)
_LATEST: Final = Operation(
    name="observations.latest",
    method="GET",
    path="/observations/latest",
    result=Observation,
    required={"code": "code"},
    kinds={"code": ("code", str)},
)
_SKY: Final = Operation(
    name="observations.sky",
    method="GET",
    path="/observations/sky",
    result=Sky,
    required={"code": "code"},
    kinds={"code": ("code", str)},
)


class Observations(SyncResource):
    """Operations on observations, reached as `client.observations`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> ObservationsRaw:
        """The same operations, giving each answer as it came."""
        return ObservationsRaw(self)

    def add(
        self,
        *,
        at: datetime,
        station: str,
        celsius: Decimal | int | None | UnsetType = UNSET,
        gusts: List[Decimal | None] | UnsetType = UNSET,
        sky: Sky | UnsetType = UNSET,
        options: RequestOptions | None = None,
    ) -> Observation:
        """Report what was measured.

        Calls `POST /observations` (`addObservation` in the vendor's document).

        An argument that is left out is not sent; None is sent as null.

        Args:
            at (datetime): When.
            station (str): The station's code.
            celsius (Decimal or int): Temperature; null where the instrument failed.
            gusts (list[Decimal or None]): Metres per second, by the minute; null where none was measured.
            sky (Sky): The sky.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            Observation: The observation, as the service answers it.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(
            _ADD,
            body=Observation(
                at=at,
                station=station,
                celsius=celsius,
                gusts=gusts,
                sky=sky,
            ),
            options=options,
        )

    def latest(self, *, code: str, options: RequestOptions | None = None) -> Observation:
        """What a station measured last.

        Calls `GET /observations/latest` (`latestObservation` in the vendor's document).

        Args:
            code (str): The station's code.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            Observation: The observation, as the service answers it.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(_LATEST, query={"code": code}, options=options)

    def sky(self, *, code: str, options: RequestOptions | None = None) -> Sky:
        """The sky above a station.

        Calls `GET /observations/sky` (`skyNow` in the vendor's document).

        Args:
            code (str): The station's code.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            Sky: The sky, as the service answers it.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(_SKY, query={"code": code}, options=options)


class AsyncObservations(AsyncResource):
    """Operations on observations, reached as `client.observations`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> AsyncObservationsRaw:
        """The same operations, giving each answer as it came."""
        return AsyncObservationsRaw(self)

    async def add(
        self,
        *,
        at: datetime,
        station: str,
        celsius: Decimal | int | None | UnsetType = UNSET,
        gusts: List[Decimal | None] | UnsetType = UNSET,
        sky: Sky | UnsetType = UNSET,
        options: RequestOptions | None = None,
    ) -> Observation:
        """Report what was measured.

        Calls `POST /observations` (`addObservation` in the vendor's document).

        An argument that is left out is not sent; None is sent as null.

        Args:
            at (datetime): When.
            station (str): The station's code.
            celsius (Decimal or int): Temperature; null where the instrument failed.
            gusts (list[Decimal or None]): Metres per second, by the minute; null where none was measured.
            sky (Sky): The sky.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            Observation: The observation, as the service answers it.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(
            _ADD,
            body=Observation(
                at=at,
                station=station,
                celsius=celsius,
                gusts=gusts,
                sky=sky,
            ),
            options=options,
        )

    async def latest(self, *, code: str, options: RequestOptions | None = None) -> Observation:
        """What a station measured last.

        Calls `GET /observations/latest` (`latestObservation` in the vendor's document).

        Args:
            code (str): The station's code.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            Observation: The observation, as the service answers it.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(_LATEST, query={"code": code}, options=options)

    async def sky(self, *, code: str, options: RequestOptions | None = None) -> Sky:
        """The sky above a station.

        Calls `GET /observations/sky` (`skyNow` in the vendor's document).

        Args:
            code (str): The station's code.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            Sky: The sky, as the service answers it.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(_SKY, query={"code": code}, options=options)


class ObservationsRaw(RawResource):
    """Operations on observations, reached as `client.observations`. Each gives its answer as it came."""

    __slots__ = ()

    add: Final = Raw(Observations.add)
    latest: Final = Raw(Observations.latest)
    sky: Final = Raw(Observations.sky)


class AsyncObservationsRaw(RawResource):
    """Operations on observations, reached as `client.observations`. Each gives its answer as it came."""

    __slots__ = ()

    add: Final = AsyncRaw(AsyncObservations.add)
    latest: Final = AsyncRaw(AsyncObservations.latest)
    sky: Final = AsyncRaw(AsyncObservations.sky)
