# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/bike_workshop; CONTRIBUTING.md says how to change what is generated.
"""Operations on repairs, reached as `client.repairs`."""

from __future__ import annotations

from typing import Final

from msgspec import UNSET, UnsetType

from .._http.operation import Operation
from ..models import (
    Repair,
    RepairBooking,
    RepairPage,
    RepairState,
)
from ..options import RequestOptions
from ..pagination import AsyncPager, Pager
from ._base import AsyncResource, SyncResource
from ._raw import AsyncRaw, AsyncRawPage, Raw, RawPage, RawResource

__all__ = ["AsyncRepairs", "AsyncRepairsRaw", "Repairs", "RepairsRaw"]

_LIST: Final = Operation(
    name="repairs.list",
    method="GET",
    path="/repairs",
    result=RepairPage,
    kinds={"state": ("state", RepairState)},
)
_GET: Final = Operation(
    name="repairs.get",
    method="GET",
    path="/repairs/one",
    result=Repair,
    required={"ticket": "ticket"},
    kinds={"ticket": ("ticket", int)},
)
_BOOK: Final = Operation(
    name="repairs.book",
    method="POST",
    path="/repairs",
    result=Repair,
)


class Repairs(SyncResource):
    """Operations on repairs, reached as `client.repairs`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> RepairsRaw:
        """The same operations, giving each answer as it came."""
        return RepairsRaw(self)

    def list(
        self,
        *,
        state: RepairState | None = None,
        page: int | None = None,
        page_size: int | None = None,
        options: RequestOptions | None = None,
    ) -> Pager[Repair]:
        """Repairs, the newest first.

        Calls `GET /repairs` (`repairs` in the vendor's document).

        Args:
            state (RepairState): Only those that stand so.
            page (int): The page, from 1.
            page_size (int): How many on a page.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            Pager[Repair]: The items, fetched page by page as they are read.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return Pager(
            self._client,
            _LIST,
            query={"state": state},
            page=page,
            page_param="p",
            page_size=page_size,
            page_size_param="per_page",
            options=options,
        )

    def get(self, *, ticket: int, options: RequestOptions | None = None) -> Repair:
        """One repair.

        Calls `GET /repairs/one` (`repair` in the vendor's document).

        Args:
            ticket (int): The number on the ticket.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            Repair: The repair, as the service answers it.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(_GET, query={"ticket": ticket}, options=options)

    def book(self, *, bike: str, fault: str | UnsetType = UNSET, options: RequestOptions | None = None) -> Repair:
        """Book a repair.

        Calls `POST /repairs` (`bookRepair` in the vendor's document).

        An argument that is left out is not sent.

        Args:
            bike (str): Make and colour.
            fault (str): What is wrong.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            Repair: The repair, as the service answers it.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(
            _BOOK,
            body=RepairBooking(
                bike=bike,
                fault=fault,
            ),
            options=options,
        )


class AsyncRepairs(AsyncResource):
    """Operations on repairs, reached as `client.repairs`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> AsyncRepairsRaw:
        """The same operations, giving each answer as it came."""
        return AsyncRepairsRaw(self)

    def list(
        self,
        *,
        state: RepairState | None = None,
        page: int | None = None,
        page_size: int | None = None,
        options: RequestOptions | None = None,
    ) -> AsyncPager[Repair]:
        """Repairs, the newest first.

        Calls `GET /repairs` (`repairs` in the vendor's document).

        Args:
            state (RepairState): Only those that stand so.
            page (int): The page, from 1.
            page_size (int): How many on a page.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            AsyncPager[Repair]: The items, fetched page by page as they are read.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return AsyncPager(
            self._client,
            _LIST,
            query={"state": state},
            page=page,
            page_param="p",
            page_size=page_size,
            page_size_param="per_page",
            options=options,
        )

    async def get(self, *, ticket: int, options: RequestOptions | None = None) -> Repair:
        """One repair.

        Calls `GET /repairs/one` (`repair` in the vendor's document).

        Args:
            ticket (int): The number on the ticket.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            Repair: The repair, as the service answers it.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(_GET, query={"ticket": ticket}, options=options)

    async def book(self, *, bike: str, fault: str | UnsetType = UNSET, options: RequestOptions | None = None) -> Repair:
        """Book a repair.

        Calls `POST /repairs` (`bookRepair` in the vendor's document).

        An argument that is left out is not sent.

        Args:
            bike (str): Make and colour.
            fault (str): What is wrong.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            Repair: The repair, as the service answers it.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(
            _BOOK,
            body=RepairBooking(
                bike=bike,
                fault=fault,
            ),
            options=options,
        )


class RepairsRaw(RawResource):
    """Operations on repairs, reached as `client.repairs`. Each gives its answer as it came."""

    __slots__ = ()

    list: Final = RawPage(Repairs.list)
    get: Final = Raw(Repairs.get)
    book: Final = Raw(Repairs.book)


class AsyncRepairsRaw(RawResource):
    """Operations on repairs, reached as `client.repairs`. Each gives its answer as it came."""

    __slots__ = ()

    list: Final = AsyncRawPage(AsyncRepairs.list)
    get: Final = AsyncRaw(AsyncRepairs.get)
    book: Final = AsyncRaw(AsyncRepairs.book)
