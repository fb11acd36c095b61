# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/rail_museum; CONTRIBUTING.md says how to change what is generated.
"""Operations on tours, reached as `client.tours`."""

from __future__ import annotations

from builtins import list as List
from datetime import date
from typing import Final

from .._http.operation import Operation
from .._http.parameters import Parameter as _Parameter
from ..models import (
    Tour,
    TourLanguage,
)
from ..options import RequestOptions
from ._base import AsyncResource, SyncResource
from ._raw import AsyncRaw, Raw, RawResource

__all__ = ["AsyncTours", "AsyncToursRaw", "Tours", "ToursRaw"]

_LIST: Final = Operation(
    name="tours.list",
    method="GET",
    path="/tours",
    result=List[Tour],
    kinds={"since": ("since", date)},
    parameters=(_Parameter("language", "language", "cookie", TourLanguage),),
    security=(),
)


class Tours(SyncResource):
    """Operations on tours, reached as `client.tours`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> ToursRaw:
        """The same operations, giving each answer as it came."""
        return ToursRaw(self)

    def list(
        self, *, language: TourLanguage | None = None, since: date | None = None, options: RequestOptions | None = None
    ) -> List[Tour]:
        """Call tours.list.

        Calls `GET /tours` (`list_tours` in the vendor's document).

        Args:
            language (TourLanguage): Not described by the vendor.
            since (date): Not described by the vendor.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            list[Tour]: All of them, in the service's order.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(_LIST, parameters={"language": language}, query={"since": since}, options=options)


class AsyncTours(AsyncResource):
    """Operations on tours, reached as `client.tours`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> AsyncToursRaw:
        """The same operations, giving each answer as it came."""
        return AsyncToursRaw(self)

    async def list(
        self, *, language: TourLanguage | None = None, since: date | None = None, options: RequestOptions | None = None
    ) -> List[Tour]:
        """Call tours.list.

        Calls `GET /tours` (`list_tours` in the vendor's document).

        Args:
            language (TourLanguage): Not described by the vendor.
            since (date): Not described by the vendor.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            list[Tour]: All of them, in the service's order.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(
            _LIST, parameters={"language": language}, query={"since": since}, options=options
        )


class ToursRaw(RawResource):
    """Operations on tours, reached as `client.tours`. Each gives its answer as it came."""

    __slots__ = ()

    list: Final = Raw(Tours.list)


class AsyncToursRaw(RawResource):
    """Operations on tours, reached as `client.tours`. Each gives its answer as it came."""

    __slots__ = ()

    list: Final = AsyncRaw(AsyncTours.list)
