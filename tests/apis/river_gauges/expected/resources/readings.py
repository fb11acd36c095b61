# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/river_gauges; CONTRIBUTING.md says how to change what is generated.
"""Operations on readings, reached as `client.readings`."""

from __future__ import annotations

from typing import Final

from .._http.operation import Operation
from .._http.parameters import Parameter as _Parameter
from ..models import (
    Format,
    Reading,
)
from ..options import RequestOptions
from ._base import AsyncResource, SyncResource
from ._raw import AsyncRaw, Raw, RawResource

__all__ = ["AsyncReadings", "AsyncReadingsRaw", "Readings", "ReadingsRaw"]

_LATEST: Final = Operation(
    name="readings.latest",
    method="GET",
    path="/readings/{station}.{format}",
    result=Reading,
    parameters=(
        _Parameter("station", "station", "path", str, required=True),
        _Parameter("format", "format", "path", Format, required=True),
    ),
)


class Readings(SyncResource):
    """Operations on readings, reached as `client.readings`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> ReadingsRaw:
        """The same operations, giving each answer as it came."""
        return ReadingsRaw(self)

    def latest(self, station: str, format: Format, *, options: RequestOptions | None = None) -> Reading:
        """The latest reading of a station.

        Calls `GET /readings/{station}.{format}` (`Readings_Latest` in the vendor's document).

        Args:
            station (str): The station, as part of the path.
            format (Format): The format, as part of the path.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            Reading: The reading, as the service answers it.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(_LATEST, parameters={"station": station, "format": format}, options=options)


class AsyncReadings(AsyncResource):
    """Operations on readings, reached as `client.readings`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> AsyncReadingsRaw:
        """The same operations, giving each answer as it came."""
        return AsyncReadingsRaw(self)

    async def latest(self, station: str, format: Format, *, options: RequestOptions | None = None) -> Reading:
        """The latest reading of a station.

        Calls `GET /readings/{station}.{format}` (`Readings_Latest` in the vendor's document).

        Args:
            station (str): The station, as part of the path.
            format (Format): The format, as part of the path.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            Reading: The reading, as the service answers it.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(_LATEST, parameters={"station": station, "format": format}, options=options)


class ReadingsRaw(RawResource):
    """Operations on readings, reached as `client.readings`. Each gives its answer as it came."""

    __slots__ = ()

    latest: Final = Raw(Readings.latest)


class AsyncReadingsRaw(RawResource):
    """Operations on readings, reached as `client.readings`. Each gives its answer as it came."""

    __slots__ = ()

    latest: Final = AsyncRaw(AsyncReadings.latest)
