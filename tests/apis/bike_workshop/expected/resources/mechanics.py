# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/bike_workshop; CONTRIBUTING.md says how to change what is generated.
"""Operations on mechanics, reached as `client.mechanics`."""

from __future__ import annotations

from typing import Final

from .._http.operation import Operation
from ..models import (
    Mechanic,
    MechanicPage,
)
from ..options import RequestOptions
from ..pagination import AsyncPager, Pager
from ._base import AsyncResource, SyncResource
from ._raw import AsyncRawPage, RawPage, RawResource

__all__ = ["AsyncMechanics", "AsyncMechanicsRaw", "Mechanics", "MechanicsRaw"]

_LIST: Final = Operation(
    name="mechanics.list",
    method="GET",
    path="/mechanics",
    result=MechanicPage,
)


class Mechanics(SyncResource):
    """Operations on mechanics, reached as `client.mechanics`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> MechanicsRaw:
        """The same operations, giving each answer as it came."""
        return MechanicsRaw(self)

    def list(self, *, options: RequestOptions | None = None) -> Pager[Mechanic]:
        """Who works here.

        Calls `GET /mechanics` (`mechanics` in the vendor's document).

        Args:
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            Pager[Mechanic]: The items, fetched page by page as they are read.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return Pager(
            self._client,
            _LIST,
            query={},
            page=None,
            page_param=None,
            page_size=None,
            page_size_param=None,
            options=options,
        )


class AsyncMechanics(AsyncResource):
    """Operations on mechanics, reached as `client.mechanics`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> AsyncMechanicsRaw:
        """The same operations, giving each answer as it came."""
        return AsyncMechanicsRaw(self)

    def list(self, *, options: RequestOptions | None = None) -> AsyncPager[Mechanic]:
        """Who works here.

        Calls `GET /mechanics` (`mechanics` in the vendor's document).

        Args:
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            AsyncPager[Mechanic]: The items, fetched page by page as they are read.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return AsyncPager(
            self._client,
            _LIST,
            query={},
            page=None,
            page_param=None,
            page_size=None,
            page_size_param=None,
            options=options,
        )


class MechanicsRaw(RawResource):
    """Operations on mechanics, reached as `client.mechanics`. Each gives its answer as it came."""

    __slots__ = ()

    list: Final = RawPage(Mechanics.list)


class AsyncMechanicsRaw(RawResource):
    """Operations on mechanics, reached as `client.mechanics`. Each gives its answer as it came."""

    __slots__ = ()

    list: Final = AsyncRawPage(AsyncMechanics.list)
