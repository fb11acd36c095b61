# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/ticket_office; CONTRIBUTING.md says how to change what is generated.
"""Operations on tickets, reached as `client.tickets`."""

from __future__ import annotations

from builtins import list as List
from datetime import date, datetime
from decimal import Decimal
from typing import Final, TypeAlias

from msgspec import UNSET, UnsetType

from .._http.operation import Operation
from .._http.parameters import Parameter as _Parameter
from .._json.unions import OneOf
from ..models import (
    Holder,
    Payment,
    Ticket,
    TicketDiscount,
    TicketEvent,
    TicketGrade,
    TicketGrade2,
    TicketPlace,
    TicketPrice,
    TicketRemark,
)
from ..options import RequestOptions
from ._base import AsyncResource, SyncResource
from ._raw import AsyncRaw, Raw, RawResource

__all__ = ["AsyncTickets", "AsyncTicketsRaw", "Tickets", "TicketsRaw"]

_Union1: TypeAlias = OneOf[int | str]
_Union2: TypeAlias = OneOf[str | List[str]]
_LIST: Final = Operation(
    name="tickets.list",
    method="GET",
    path="/tickets",
    result=List[Ticket],
    errors={},
    kinds={"seat": ("seat", _Union1)},
    parameters=(_Parameter("states", "states", "query", _Union2),),
)
_CREATE: Final = Operation(
    name="tickets.create",
    method="POST",
    path="/tickets",
    result=Ticket,
    errors={},
)


class Tickets(SyncResource):
    """Operations on tickets, reached as `client.tickets`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> TicketsRaw:
        """The same operations, giving each answer as it came."""
        return TicketsRaw(self)

    def list(
        self,
        *,
        seat: int | str | None = None,
        states: str | List[str] | None = None,
        options: RequestOptions | None = None,
    ) -> List[Ticket]:
        """List tickets.

        Calls `GET /tickets` (`listTickets` in the vendor's document).

        Args:
            seat (int or str): A seat by its number or its name.
            states (str or list[str]): A state, or several.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            list[Ticket]: All of them, in the service's order.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(_LIST, parameters={"states": states}, query={"seat": seat}, options=options)

    def create(
        self,
        id: int,
        *,
        payment: Payment,
        changes: List[date | datetime] | UnsetType = UNSET,
        discounts: List[TicketDiscount] | UnsetType = UNSET,
        event: TicketEvent | UnsetType = UNSET,
        extras: dict[str, Decimal | str | bool] | UnsetType = UNSET,
        grade: TicketGrade | TicketGrade2 | UnsetType = UNSET,
        holder: Holder | None | UnsetType = UNSET,
        place: TicketPlace | UnsetType = UNSET,
        price: Decimal | TicketPrice | UnsetType = UNSET,
        remark: TicketRemark | None | UnsetType = UNSET,
        tags: str | List[str] | UnsetType = UNSET,
        options: RequestOptions | None = None,
    ) -> Ticket:
        """Sell a ticket.

        Calls `POST /tickets` (`createTicket` in the vendor's document).

        An argument that is left out is not sent; None is sent as null.

        Args:
            id (int): Not described by the vendor.
            payment (Payment): How a ticket is paid.
            changes (list[date or datetime]): Not described by the vendor.
            discounts (list[TicketDiscount]): Not described by the vendor.
            event (TicketEvent): Not described by the vendor.
            extras (dict[str, Decimal or str or bool]): Not described by the vendor.
            grade (TicketGrade or TicketGrade2): Not described by the vendor.
            holder (Holder): Not described by the vendor.
            place (TicketPlace): Not described by the vendor.
            price (Decimal or TicketPrice): A number, or `free`.
            remark (TicketRemark): Not described by the vendor.
            tags (str or list[str]): Not described by the vendor.
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
            _CREATE,
            body=Ticket(
                id=id,
                payment=payment,
                changes=changes,
                discounts=discounts,
                event=event,
                extras=extras,
                grade=grade,
                holder=holder,
                place=place,
                price=price,
                remark=remark,
                tags=tags,
            ),
            options=options,
        )


class AsyncTickets(AsyncResource):
    """Operations on tickets, reached as `client.tickets`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> AsyncTicketsRaw:
        """The same operations, giving each answer as it came."""
        return AsyncTicketsRaw(self)

    async def list(
        self,
        *,
        seat: int | str | None = None,
        states: str | List[str] | None = None,
        options: RequestOptions | None = None,
    ) -> List[Ticket]:
        """List tickets.

        Calls `GET /tickets` (`listTickets` in the vendor's document).

        Args:
            seat (int or str): A seat by its number or its name.
            states (str or list[str]): A state, or several.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            list[Ticket]: All of them, in the service's order.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(_LIST, parameters={"states": states}, query={"seat": seat}, options=options)

    async def create(
        self,
        id: int,
        *,
        payment: Payment,
        changes: List[date | datetime] | UnsetType = UNSET,
        discounts: List[TicketDiscount] | UnsetType = UNSET,
        event: TicketEvent | UnsetType = UNSET,
        extras: dict[str, Decimal | str | bool] | UnsetType = UNSET,
        grade: TicketGrade | TicketGrade2 | UnsetType = UNSET,
        holder: Holder | None | UnsetType = UNSET,
        place: TicketPlace | UnsetType = UNSET,
        price: Decimal | TicketPrice | UnsetType = UNSET,
        remark: TicketRemark | None | UnsetType = UNSET,
        tags: str | List[str] | UnsetType = UNSET,
        options: RequestOptions | None = None,
    ) -> Ticket:
        """Sell a ticket.

        Calls `POST /tickets` (`createTicket` in the vendor's document).

        An argument that is left out is not sent; None is sent as null.

        Args:
            id (int): Not described by the vendor.
            payment (Payment): How a ticket is paid.
            changes (list[date or datetime]): Not described by the vendor.
            discounts (list[TicketDiscount]): Not described by the vendor.
            event (TicketEvent): Not described by the vendor.
            extras (dict[str, Decimal or str or bool]): Not described by the vendor.
            grade (TicketGrade or TicketGrade2): Not described by the vendor.
            holder (Holder): Not described by the vendor.
            place (TicketPlace): Not described by the vendor.
            price (Decimal or TicketPrice): A number, or `free`.
            remark (TicketRemark): Not described by the vendor.
            tags (str or list[str]): Not described by the vendor.
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
            _CREATE,
            body=Ticket(
                id=id,
                payment=payment,
                changes=changes,
                discounts=discounts,
                event=event,
                extras=extras,
                grade=grade,
                holder=holder,
                place=place,
                price=price,
                remark=remark,
                tags=tags,
            ),
            options=options,
        )


class TicketsRaw(RawResource):
    """Operations on tickets, reached as `client.tickets`. Each gives its answer as it came."""

    __slots__ = ()

    list: Final = Raw(Tickets.list)
    create: Final = Raw(Tickets.create)


class AsyncTicketsRaw(RawResource):
    """Operations on tickets, reached as `client.tickets`. Each gives its answer as it came."""

    __slots__ = ()

    list: Final = AsyncRaw(AsyncTickets.list)
    create: Final = AsyncRaw(AsyncTickets.create)
