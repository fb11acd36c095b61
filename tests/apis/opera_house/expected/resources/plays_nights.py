# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/opera_house; CONTRIBUTING.md says how to change what is generated.
"""Operations on plays nights, reached as `client.plays.nights`."""

from __future__ import annotations

from builtins import list as List
from typing import TYPE_CHECKING, Final

from .._http.operation import Operation
from .._http.parameters import Parameter as _Parameter
from ..models import (
    Night,
)
from ..options import RequestOptions
from ._base import AsyncResource, SyncResource
from ._raw import AsyncRaw, Raw, RawResource

if TYPE_CHECKING:
    from ..resources import plays_nights_seats as _plays_nights_seats
else:
    from .._lazy import lazy_module

    _plays_nights_seats = lazy_module(".resources.plays_nights_seats")

__all__ = ["AsyncPlaysNights", "AsyncPlaysNightsRaw", "PlaysNights", "PlaysNightsRaw"]

_LIST: Final = Operation(
    name="plays.nights.list",
    method="GET",
    path="/plays/{play_id}/nights",
    result=List[Night],
    parameters=(_Parameter("play_id", "play_id", "path", int, required=True),),
)


class PlaysNights(SyncResource):
    """Operations on plays nights, reached as `client.plays.nights`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> PlaysNightsRaw:
        """The same operations, giving each answer as it came."""
        return PlaysNightsRaw(self)

    @property
    def seats(self) -> _plays_nights_seats.PlaysNightsSeats:
        """Operations on plays nights seats, reached as `client.plays.nights.seats`."""
        from ..resources.plays_nights_seats import PlaysNightsSeats

        return PlaysNightsSeats(self._client)

    def list(self, play_id: int, *, options: RequestOptions | None = None) -> List[Night]:
        """Call plays.nights.list.

        Calls `GET /plays/{play_id}/nights` (`listNights` in the vendor's document).

        Args:
            play_id (int): The id of the play.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            list[Night]: All of them, in the service's order.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(_LIST, parameters={"play_id": play_id}, options=options)


class AsyncPlaysNights(AsyncResource):
    """Operations on plays nights, reached as `client.plays.nights`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> AsyncPlaysNightsRaw:
        """The same operations, giving each answer as it came."""
        return AsyncPlaysNightsRaw(self)

    @property
    def seats(self) -> _plays_nights_seats.AsyncPlaysNightsSeats:
        """Operations on plays nights seats, reached as `client.plays.nights.seats`."""
        from ..resources.plays_nights_seats import AsyncPlaysNightsSeats

        return AsyncPlaysNightsSeats(self._client)

    async def list(self, play_id: int, *, options: RequestOptions | None = None) -> List[Night]:
        """Call plays.nights.list.

        Calls `GET /plays/{play_id}/nights` (`listNights` in the vendor's document).

        Args:
            play_id (int): The id of the play.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            list[Night]: All of them, in the service's order.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(_LIST, parameters={"play_id": play_id}, options=options)


class PlaysNightsRaw(RawResource):
    """Operations on plays nights, reached as `client.plays.nights`. Each gives its answer as it came."""

    __slots__ = ()

    list: Final = Raw(PlaysNights.list)

    @property
    def seats(self) -> _plays_nights_seats.PlaysNightsSeatsRaw:
        """Operations on plays nights seats, reached as `client.plays.nights.seats`."""
        from .plays_nights_seats import PlaysNightsSeatsRaw

        return PlaysNightsSeatsRaw(self._twin.seats)


class AsyncPlaysNightsRaw(RawResource):
    """Operations on plays nights, reached as `client.plays.nights`. Each gives its answer as it came."""

    __slots__ = ()

    list: Final = AsyncRaw(AsyncPlaysNights.list)

    @property
    def seats(self) -> _plays_nights_seats.AsyncPlaysNightsSeatsRaw:
        """Operations on plays nights seats, reached as `client.plays.nights.seats`."""
        from .plays_nights_seats import AsyncPlaysNightsSeatsRaw

        return AsyncPlaysNightsSeatsRaw(self._twin.seats)
