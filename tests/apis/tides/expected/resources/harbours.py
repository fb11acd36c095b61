# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/tides; CONTRIBUTING.md says how to change what is generated.
"""Operations on harbours, reached as `client.harbours`."""

from __future__ import annotations

from builtins import list as List
from decimal import Decimal
from typing import Final

from msgspec import UNSET, UnsetType

from .._http.operation import Operation
from ..models import (
    Alert,
    Harbour,
    Tide,
)
from ..options import RequestOptions
from ._base import AsyncResource, SyncResource
from ._raw import AsyncRaw, Raw, RawResource

__all__ = ["AsyncHarbours", "AsyncHarboursRaw", "Harbours", "HarboursRaw"]

_LIST: Final = Operation(
    name="harbours.list",
    method="GET",
    path="/harbours",
    result=List[Harbour],
)
_CREATE_ALERT: Final = Operation(
    name="harbours.create_alert",
    method="POST",
    path="/harbours/alerts",
    result=None,
)
_NEXT_TIDE: Final = Operation(
    name="harbours.next_tide",
    method="GET",
    path="/harbours/next-tide",
    result=Tide,
    required={"harbour": "harbour"},
    kinds={"harbour": ("harbour", str)},
)


class Harbours(SyncResource):
    """Operations on harbours, reached as `client.harbours`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> HarboursRaw:
        """The same operations, giving each answer as it came."""
        return HarboursRaw(self)

    def list(self, *, options: RequestOptions | None = None) -> List[Harbour]:
        """All harbours, from north to south.

        Calls `GET /harbours` (`listHarbours` in the vendor's document).

        Args:
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            list[Harbour]: All of them, in the service's order.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(_LIST, options=options)

    def create_alert(
        self,
        *,
        harbour: str,
        metres: Decimal | int,
        note: str | UnsetType = UNSET,
        options: RequestOptions | None = None,
    ) -> None:
        """Ask to be told of a tide above a height.

        Calls `POST /harbours/alerts` (`createAlert` in the vendor's document).

        An argument that is left out is not sent.

        Args:
            harbour (str): The code of the harbour.
            metres (Decimal or int): The height above which to tell.
            note (str): What the message says.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(
            _CREATE_ALERT,
            body=Alert(
                harbour=harbour,
                metres=metres,
                note=note,
            ),
            options=options,
        )

    def next_tide(self, *, harbour: str, options: RequestOptions | None = None) -> Tide:
        """The next high or low water at a harbour.

        Calls `GET /harbours/next-tide` (`nextTide` in the vendor's document).

        Args:
            harbour (str): The code of the harbour.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            Tide: The tide, as the service answers it.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(_NEXT_TIDE, query={"harbour": harbour}, options=options)


class AsyncHarbours(AsyncResource):
    """Operations on harbours, reached as `client.harbours`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> AsyncHarboursRaw:
        """The same operations, giving each answer as it came."""
        return AsyncHarboursRaw(self)

    async def list(self, *, options: RequestOptions | None = None) -> List[Harbour]:
        """All harbours, from north to south.

        Calls `GET /harbours` (`listHarbours` in the vendor's document).

        Args:
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            list[Harbour]: All of them, in the service's order.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(_LIST, options=options)

    async def create_alert(
        self,
        *,
        harbour: str,
        metres: Decimal | int,
        note: str | UnsetType = UNSET,
        options: RequestOptions | None = None,
    ) -> None:
        """Ask to be told of a tide above a height.

        Calls `POST /harbours/alerts` (`createAlert` in the vendor's document).

        An argument that is left out is not sent.

        Args:
            harbour (str): The code of the harbour.
            metres (Decimal or int): The height above which to tell.
            note (str): What the message says.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(
            _CREATE_ALERT,
            body=Alert(
                harbour=harbour,
                metres=metres,
                note=note,
            ),
            options=options,
        )

    async def next_tide(self, *, harbour: str, options: RequestOptions | None = None) -> Tide:
        """The next high or low water at a harbour.

        Calls `GET /harbours/next-tide` (`nextTide` in the vendor's document).

        Args:
            harbour (str): The code of the harbour.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            Tide: The tide, as the service answers it.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(_NEXT_TIDE, query={"harbour": harbour}, options=options)


class HarboursRaw(RawResource):
    """Operations on harbours, reached as `client.harbours`. Each gives its answer as it came."""

    __slots__ = ()

    list: Final = Raw(Harbours.list)
    create_alert: Final = Raw(Harbours.create_alert)
    next_tide: Final = Raw(Harbours.next_tide)


class AsyncHarboursRaw(RawResource):
    """Operations on harbours, reached as `client.harbours`. Each gives its answer as it came."""

    __slots__ = ()

    list: Final = AsyncRaw(AsyncHarbours.list)
    create_alert: Final = AsyncRaw(AsyncHarbours.create_alert)
    next_tide: Final = AsyncRaw(AsyncHarbours.next_tide)
