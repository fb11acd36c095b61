# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/opera_house; CONTRIBUTING.md says how to change what is generated.
"""Operations on plays nights seats, reached as `client.plays.nights.seats`."""

from __future__ import annotations

from builtins import list as List
from typing import Final

from .._http.operation import Operation
from .._http.parameters import Parameter as _Parameter
from ..models import (
    HoldPlaysNightsSeatRequest,
    Seat,
)
from ..options import RequestOptions
from ._base import AsyncResource, SyncResource
from ._raw import AsyncRaw, Raw, RawResource

__all__ = ["AsyncPlaysNightsSeats", "AsyncPlaysNightsSeatsRaw", "PlaysNightsSeats", "PlaysNightsSeatsRaw"]

_LIST: Final = Operation(
    name="plays.nights.seats.list",
    method="GET",
    path="/plays/{play_id}/nights/{night}/seats",
    result=List[Seat],
    parameters=(
        _Parameter("play_id", "play_id", "path", int, required=True),
        _Parameter("night", "night", "path", int, required=True),
    ),
)
_HOLD: Final = Operation(
    name="plays.nights.seats.hold",
    method="PUT",
    path="/plays/{play_id}/nights/{night}/seats/{seat}",
    result=Seat,
    parameters=(
        _Parameter("play_id", "play_id", "path", int, required=True),
        _Parameter("night", "night", "path", int, required=True),
        _Parameter("seat", "seat", "path", int, required=True),
    ),
)


class PlaysNightsSeats(SyncResource):
    """Operations on plays nights seats, reached as `client.plays.nights.seats`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> PlaysNightsSeatsRaw:
        """The same operations, giving each answer as it came."""
        return PlaysNightsSeatsRaw(self)

    def list(self, play_id: int, night: int, *, options: RequestOptions | None = None) -> List[Seat]:
        """Call plays.nights.seats.list.

        Calls `GET /plays/{play_id}/nights/{night}/seats` (`listSeats` in the vendor's document).

        Args:
            play_id (int): The id of the play.
            night (int): The night, as part of the path.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            list[Seat]: All of them, in the service's order.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(_LIST, parameters={"play_id": play_id, "night": night}, options=options)

    def hold(self, play_id: int, night: int, seat: int, *, name: str, options: RequestOptions | None = None) -> Seat:
        """Call plays.nights.seats.hold.

        Calls `PUT /plays/{play_id}/nights/{night}/seats/{seat}` (`holdSeat` in the vendor's document).

        Args:
            play_id (int): The id of the play.
            night (int): The night, as part of the path.
            seat (int): The seat, as part of the path.
            name (str): Not described by the vendor.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            Seat: The seat, as the service answers it.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(
            _HOLD,
            parameters={"play_id": play_id, "night": night, "seat": seat},
            body=HoldPlaysNightsSeatRequest(
                name=name,
            ),
            options=options,
        )


class AsyncPlaysNightsSeats(AsyncResource):
    """Operations on plays nights seats, reached as `client.plays.nights.seats`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> AsyncPlaysNightsSeatsRaw:
        """The same operations, giving each answer as it came."""
        return AsyncPlaysNightsSeatsRaw(self)

    async def list(self, play_id: int, night: int, *, options: RequestOptions | None = None) -> List[Seat]:
        """Call plays.nights.seats.list.

        Calls `GET /plays/{play_id}/nights/{night}/seats` (`listSeats` in the vendor's document).

        Args:
            play_id (int): The id of the play.
            night (int): The night, as part of the path.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            list[Seat]: All of them, in the service's order.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(_LIST, parameters={"play_id": play_id, "night": night}, options=options)

    async def hold(
        self, play_id: int, night: int, seat: int, *, name: str, options: RequestOptions | None = None
    ) -> Seat:
        """Call plays.nights.seats.hold.

        Calls `PUT /plays/{play_id}/nights/{night}/seats/{seat}` (`holdSeat` in the vendor's document).

        Args:
            play_id (int): The id of the play.
            night (int): The night, as part of the path.
            seat (int): The seat, as part of the path.
            name (str): Not described by the vendor.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            Seat: The seat, as the service answers it.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(
            _HOLD,
            parameters={"play_id": play_id, "night": night, "seat": seat},
            body=HoldPlaysNightsSeatRequest(
                name=name,
            ),
            options=options,
        )


class PlaysNightsSeatsRaw(RawResource):
    """Operations on plays nights seats, reached as `client.plays.nights.seats`. Each gives its answer as it came."""

    __slots__ = ()

    list: Final = Raw(PlaysNightsSeats.list)
    hold: Final = Raw(PlaysNightsSeats.hold)


class AsyncPlaysNightsSeatsRaw(RawResource):
    """Operations on plays nights seats, reached as `client.plays.nights.seats`. Each gives its answer as it came."""

    __slots__ = ()

    list: Final = AsyncRaw(AsyncPlaysNightsSeats.list)
    hold: Final = AsyncRaw(AsyncPlaysNightsSeats.hold)
