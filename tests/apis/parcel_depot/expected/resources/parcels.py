# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/parcel_depot; CONTRIBUTING.md says how to change what is generated.
"""Operations on parcels, reached as `client.parcels`."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Final

from msgspec import UNSET, UnsetType

from .._http.operation import Operation
from ..models import (
    Parcel,
    ParcelHandIn,
    ParcelPage,
    ParcelState,
)
from ..options import RequestOptions
from ..pagination import AsyncPager, Pager
from ._base import AsyncResource, SyncResource
from ._raw import AsyncRaw, AsyncRawPage, Raw, RawPage, RawResource

__all__ = ["AsyncParcels", "AsyncParcelsRaw", "Parcels", "ParcelsRaw"]

_LIST: Final = Operation(
    name="parcels.list",
    method="GET",
    path="/parcels",
    result=ParcelPage,
)
_GET: Final = Operation(
    name="parcels.get",
    method="GET",
    path="/parcels/one",
    result=Parcel,
    required={"number": "number"},
    kinds={"number": ("number", int)},
)
_GET_STATE: Final = Operation(
    name="parcels.get_state",
    method="GET",
    path="/parcels/state",
    result=ParcelState,
    required={"number": "number"},
    kinds={"number": ("number", int)},
)
_HAND_IN: Final = Operation(
    name="parcels.hand_in",
    method="POST",
    path="/parcels",
    result=int,
)


class Parcels(SyncResource):
    """Operations on parcels, reached as `client.parcels`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> ParcelsRaw:
        """The same operations, giving each answer as it came."""
        return ParcelsRaw(self)

    def list(
        self, *, page: int | None = None, page_size: int | None = None, options: RequestOptions | None = None
    ) -> Pager[Parcel]:
        """Parcels, the newest first.

        Calls `GET /parcels` (`parcels` in the vendor's document).

        Args:
            page (int): The page, from 1.
            page_size (int): How many on a page.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            Pager[Parcel]: The items, fetched page by page as they are read.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
            FaultError: The service marked a page as faulted; the error carries the page.
        """
        return Pager(
            self._client,
            _LIST,
            query={},
            page=page,
            page_param="page",
            page_size=page_size,
            page_size_param="per_page",
            options=options,
        )

    def get(self, *, number: int, options: RequestOptions | None = None) -> Parcel:
        """One parcel.

        Calls `GET /parcels/one` (`parcel` in the vendor's document).

        Args:
            number (int): Its number.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            Parcel: The parcel, as the service answers it.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(_GET, query={"number": number}, options=options)

    def get_state(self, *, number: int, options: RequestOptions | None = None) -> ParcelState:
        """Where a parcel is.

        Calls `GET /parcels/state` (`state` in the vendor's document).

        Args:
            number (int): Its number.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            ParcelState: The parcel state, as the service answers it.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(_GET_STATE, query={"number": number}, options=options)

    def hand_in(
        self,
        *,
        to: str,
        grams: Decimal | int | None | UnsetType = UNSET,
        pick: datetime | None | UnsetType = UNSET,
        options: RequestOptions | None = None,
    ) -> int:
        """Hand in a parcel.

        Calls `POST /parcels` (`handIn` in the vendor's document).

        An argument that is left out is not sent; None is sent as null.

        Args:
            to (str): For whom.
            grams (Decimal or int): What it weighs.
            pick (datetime): When it is fetched.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            int: What the service answers.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(
            _HAND_IN,
            body=ParcelHandIn(
                to=to,
                grams=grams,
                pick=pick,
            ),
            options=options,
        )


class AsyncParcels(AsyncResource):
    """Operations on parcels, reached as `client.parcels`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> AsyncParcelsRaw:
        """The same operations, giving each answer as it came."""
        return AsyncParcelsRaw(self)

    def list(
        self, *, page: int | None = None, page_size: int | None = None, options: RequestOptions | None = None
    ) -> AsyncPager[Parcel]:
        """Parcels, the newest first.

        Calls `GET /parcels` (`parcels` in the vendor's document).

        Args:
            page (int): The page, from 1.
            page_size (int): How many on a page.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            AsyncPager[Parcel]: The items, fetched page by page as they are read.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
            FaultError: The service marked a page as faulted; the error carries the page.
        """
        return AsyncPager(
            self._client,
            _LIST,
            query={},
            page=page,
            page_param="page",
            page_size=page_size,
            page_size_param="per_page",
            options=options,
        )

    async def get(self, *, number: int, options: RequestOptions | None = None) -> Parcel:
        """One parcel.

        Calls `GET /parcels/one` (`parcel` in the vendor's document).

        Args:
            number (int): Its number.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            Parcel: The parcel, as the service answers it.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(_GET, query={"number": number}, options=options)

    async def get_state(self, *, number: int, options: RequestOptions | None = None) -> ParcelState:
        """Where a parcel is.

        Calls `GET /parcels/state` (`state` in the vendor's document).

        Args:
            number (int): Its number.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            ParcelState: The parcel state, as the service answers it.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(_GET_STATE, query={"number": number}, options=options)

    async def hand_in(
        self,
        *,
        to: str,
        grams: Decimal | int | None | UnsetType = UNSET,
        pick: datetime | None | UnsetType = UNSET,
        options: RequestOptions | None = None,
    ) -> int:
        """Hand in a parcel.

        Calls `POST /parcels` (`handIn` in the vendor's document).

        An argument that is left out is not sent; None is sent as null.

        Args:
            to (str): For whom.
            grams (Decimal or int): What it weighs.
            pick (datetime): When it is fetched.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            int: What the service answers.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(
            _HAND_IN,
            body=ParcelHandIn(
                to=to,
                grams=grams,
                pick=pick,
            ),
            options=options,
        )


class ParcelsRaw(RawResource):
    """Operations on parcels, reached as `client.parcels`. Each gives its answer as it came."""

    __slots__ = ()

    list: Final = RawPage(Parcels.list)
    get: Final = Raw(Parcels.get)
    get_state: Final = Raw(Parcels.get_state)
    hand_in: Final = Raw(Parcels.hand_in)


class AsyncParcelsRaw(RawResource):
    """Operations on parcels, reached as `client.parcels`. Each gives its answer as it came."""

    __slots__ = ()

    list: Final = AsyncRawPage(AsyncParcels.list)
    get: Final = AsyncRaw(AsyncParcels.get)
    get_state: Final = AsyncRaw(AsyncParcels.get_state)
    hand_in: Final = AsyncRaw(AsyncParcels.hand_in)
