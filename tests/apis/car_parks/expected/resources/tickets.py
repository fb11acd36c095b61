# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/car_parks; CONTRIBUTING.md says how to change what is generated.
"""Operations on tickets, reached as `client.tickets`."""

from __future__ import annotations

from builtins import list as List
from typing import Final

from msgspec import UNSET, UnsetType

from .._http.operation import Operation
from ..models import (
    Ticket,
    TicketOrder,
)
from ..options import RequestOptions
from ._base import AsyncResource, SyncResource
from ._raw import AsyncRaw, Raw, RawResource

__all__ = ["AsyncTickets", "AsyncTicketsRaw", "Tickets", "TicketsRaw"]

_BUY: Final = Operation(
    name="tickets.buy",
    method="POST",
    path="/api/ticket/new",
    result=Ticket,
)
_CANCEL: Final = Operation(
    name="tickets.cancel",
    method="POST",
    path="/api/ticket/cancel",
    result=None,
    required={"": "ids"},
    kinds={"": ("ids", List[int])},
)


class Tickets(SyncResource):
    """Operations on tickets, reached as `client.tickets`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> TicketsRaw:
        """The same operations, giving each answer as it came."""
        return TicketsRaw(self)

    def buy(
        self,
        *,
        car_park_id: int,
        plate: str,
        hours: int | None | UnsetType = UNSET,
        options: RequestOptions | None = None,
    ) -> Ticket:
        """Buy a ticket.

        Calls `POST /api/ticket/new` (`Ticket_New` in the vendor's document).

        An argument that is left out is not sent; None is sent as null.

        Args:
            car_park_id (int): The car park.
            plate (str): The plate of the car.
            hours (int): How long.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            Ticket: The ticket, as the service answers it.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(
            _BUY,
            body=TicketOrder(
                car_park_id=car_park_id,
                plate=plate,
                hours=hours,
            ),
            options=options,
        )

    def cancel(self, *, ids: List[int], options: RequestOptions | None = None) -> None:
        """Give a ticket back.

        Calls `POST /api/ticket/cancel` (`Ticket_Cancel` in the vendor's document).

        Args:
            ids (list[int]): Not described by the vendor.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(_CANCEL, body=ids, options=options)


class AsyncTickets(AsyncResource):
    """Operations on tickets, reached as `client.tickets`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> AsyncTicketsRaw:
        """The same operations, giving each answer as it came."""
        return AsyncTicketsRaw(self)

    async def buy(
        self,
        *,
        car_park_id: int,
        plate: str,
        hours: int | None | UnsetType = UNSET,
        options: RequestOptions | None = None,
    ) -> Ticket:
        """Buy a ticket.

        Calls `POST /api/ticket/new` (`Ticket_New` in the vendor's document).

        An argument that is left out is not sent; None is sent as null.

        Args:
            car_park_id (int): The car park.
            plate (str): The plate of the car.
            hours (int): How long.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            Ticket: The ticket, as the service answers it.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(
            _BUY,
            body=TicketOrder(
                car_park_id=car_park_id,
                plate=plate,
                hours=hours,
            ),
            options=options,
        )

    async def cancel(self, *, ids: List[int], options: RequestOptions | None = None) -> None:
        """Give a ticket back.

        Calls `POST /api/ticket/cancel` (`Ticket_Cancel` in the vendor's document).

        Args:
            ids (list[int]): Not described by the vendor.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(_CANCEL, body=ids, options=options)


class TicketsRaw(RawResource):
    """Operations on tickets, reached as `client.tickets`. Each gives its answer as it came."""

    __slots__ = ()

    buy: Final = Raw(Tickets.buy)
    cancel: Final = Raw(Tickets.cancel)


class AsyncTicketsRaw(RawResource):
    """Operations on tickets, reached as `client.tickets`. Each gives its answer as it came."""

    __slots__ = ()

    buy: Final = AsyncRaw(AsyncTickets.buy)
    cancel: Final = AsyncRaw(AsyncTickets.cancel)
