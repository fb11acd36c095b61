# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/ferry_line; CONTRIBUTING.md says how to change what is generated.
"""Operations on timetable sailings, reached as `client.timetable.sailings`."""

from __future__ import annotations

from typing import Final

from msgspec import UNSET, UnsetType

from .._http.body_field import BodyField as _BodyField
from .._http.operation import Operation
from .._http.parameters import Parameter as _Parameter
from ..models import (
    Sailing,
    Sailings,
)
from ..options import RequestOptions
from ..pagination.forward import AsyncForwardPager, ForwardPager, Scheme as _Scheme
from ._base import AsyncResource, SyncResource
from ._raw import AsyncRaw, Raw, RawResource
from ._raw_forward import AsyncRawForwardPage, RawForwardPage

__all__ = ["AsyncTimetableSailings", "AsyncTimetableSailingsRaw", "TimetableSailings", "TimetableSailingsRaw"]

_LIST: Final = Operation(
    name="timetable.sailings.list",
    method="GET",
    path="/sailings",
    result=Sailings,
    kinds={"cursor": ("cursor", str)},
    security=(),
)
_LIST__PAGES: Final = _Scheme(
    style="cursor",
    items=("sailings",),
    turned_by="cursor",
    next=("next",),
)
_GET: Final = Operation(
    name="timetable.sailings.get",
    method="GET",
    path="/sailings/{id}",
    result=Sailing,
    parameters=(_Parameter("id", "id", "path", int, required=True),),
    security=(),
)
_ADD_EXTRA: Final = Operation(
    name="timetable.sailings.add_extra",
    method="POST",
    path="/sailings",
    result=Sailing,
    retries=False,
    security=(),
    body_fields=(_BodyField("id", "id", required=True),),
    body_model=Sailing,
    body_optional=True,
)
_CANCEL: Final = Operation(
    name="timetable.sailings.cancel",
    method="POST",
    path="/sailings/{id}/cancel",
    result=None,
    idempotent=True,
    parameters=(_Parameter("id", "id", "path", int, required=True),),
    security=(),
)


class TimetableSailings(SyncResource):
    """Operations on timetable sailings, reached as `client.timetable.sailings`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> TimetableSailingsRaw:
        """The same operations, giving each answer as it came."""
        return TimetableSailingsRaw(self)

    def list(self, *, cursor: str | None = None, options: RequestOptions | None = None) -> ForwardPager[Sailing]:
        """Call timetable.sailings.list.

        Calls `GET /sailings` (`SailingsController_all` in the vendor's document).

        Args:
            cursor (str): Not described by the vendor.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            ForwardPager[Sailing]: The items, fetched page by page as they are read.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return ForwardPager(self._client, _LIST, _LIST__PAGES, query={"cursor": cursor}, options=options)

    def get(self, id: int, *, options: RequestOptions | None = None) -> Sailing:
        """Call timetable.sailings.get.

        Calls `GET /sailings/{id}` (`getSailingById` in the vendor's document).

        Args:
            id (int): The id, as part of the path.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            Sailing: The sailing, as the service answers it.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(_GET, parameters={"id": id}, options=options)

    def add_extra(self, *, id: int | UnsetType = UNSET, options: RequestOptions | None = None) -> Sailing:
        """Call timetable.sailings.add_extra.

        Calls `POST /sailings` (`SailingsController_add` in the vendor's document).

        An argument that is left out is not sent.

        Args:
            id (int): Not described by the vendor.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            Sailing: The sailing, as the service answers it.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(_ADD_EXTRA, body={"id": id}, options=options)

    def cancel(self, id: int, *, options: RequestOptions | None = None) -> None:
        """Call timetable.sailings.cancel.

        Calls `POST /sailings/{id}/cancel` (`cancelSailing` in the vendor's document).

        Args:
            id (int): The id, as part of the path.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(_CANCEL, parameters={"id": id}, options=options)


class AsyncTimetableSailings(AsyncResource):
    """Operations on timetable sailings, reached as `client.timetable.sailings`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> AsyncTimetableSailingsRaw:
        """The same operations, giving each answer as it came."""
        return AsyncTimetableSailingsRaw(self)

    def list(self, *, cursor: str | None = None, options: RequestOptions | None = None) -> AsyncForwardPager[Sailing]:
        """Call timetable.sailings.list.

        Calls `GET /sailings` (`SailingsController_all` in the vendor's document).

        Args:
            cursor (str): Not described by the vendor.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            AsyncForwardPager[Sailing]: The items, fetched page by page as they are read.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return AsyncForwardPager(self._client, _LIST, _LIST__PAGES, query={"cursor": cursor}, options=options)

    async def get(self, id: int, *, options: RequestOptions | None = None) -> Sailing:
        """Call timetable.sailings.get.

        Calls `GET /sailings/{id}` (`getSailingById` in the vendor's document).

        Args:
            id (int): The id, as part of the path.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            Sailing: The sailing, as the service answers it.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(_GET, parameters={"id": id}, options=options)

    async def add_extra(self, *, id: int | UnsetType = UNSET, options: RequestOptions | None = None) -> Sailing:
        """Call timetable.sailings.add_extra.

        Calls `POST /sailings` (`SailingsController_add` in the vendor's document).

        An argument that is left out is not sent.

        Args:
            id (int): Not described by the vendor.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            Sailing: The sailing, as the service answers it.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(_ADD_EXTRA, body={"id": id}, options=options)

    async def cancel(self, id: int, *, options: RequestOptions | None = None) -> None:
        """Call timetable.sailings.cancel.

        Calls `POST /sailings/{id}/cancel` (`cancelSailing` in the vendor's document).

        Args:
            id (int): The id, as part of the path.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(_CANCEL, parameters={"id": id}, options=options)


class TimetableSailingsRaw(RawResource):
    """Operations on timetable sailings, reached as `client.timetable.sailings`. Each gives its answer as it came."""

    __slots__ = ()

    list: Final = RawForwardPage(TimetableSailings.list)
    get: Final = Raw(TimetableSailings.get)
    add_extra: Final = Raw(TimetableSailings.add_extra)
    cancel: Final = Raw(TimetableSailings.cancel)


class AsyncTimetableSailingsRaw(RawResource):
    """Operations on timetable sailings, reached as `client.timetable.sailings`. Each gives its answer as it came."""

    __slots__ = ()

    list: Final = AsyncRawForwardPage(AsyncTimetableSailings.list)
    get: Final = AsyncRaw(AsyncTimetableSailings.get)
    add_extra: Final = AsyncRaw(AsyncTimetableSailings.add_extra)
    cancel: Final = AsyncRaw(AsyncTimetableSailings.cancel)
