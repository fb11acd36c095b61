# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/ferry_line; CONTRIBUTING.md says how to change what is generated.
"""Operations on boats, reached as `client.boats`."""

from __future__ import annotations

from typing import Final

from .._http.operation import Operation
from ..models import (
    Boat,
    BoatsModel,
)
from ..options import RequestOptions
from ..pagination.forward import AsyncForwardPager, ForwardPager, Scheme as _Scheme
from ._base import AsyncResource, SyncResource
from ._raw import RawResource
from ._raw_forward import AsyncRawForwardPage, RawForwardPage

__all__ = ["AsyncBoats", "AsyncBoatsRaw", "Boats", "BoatsRaw"]

_LIST: Final = Operation(
    name="boats.list",
    method="GET",
    path="/boats",
    result=BoatsModel,
    kinds={"page": ("page", int)},
    retries=False,
    security=(),
)
_LIST__PAGES: Final = _Scheme(
    style="page-number",
    items=("boats",),
    turned_by="page",
    first=1,
)


class Boats(SyncResource):
    """Operations on boats, reached as `client.boats`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> BoatsRaw:
        """The same operations, giving each answer as it came."""
        return BoatsRaw(self)

    def list(self, *, page: int | None = None, options: RequestOptions | None = None) -> ForwardPager[Boat]:
        """Call boats.list.

        Calls `GET /boats` (`allBoats` in the vendor's document).

        Args:
            page (int): Not described by the vendor.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            ForwardPager[Boat]: The items, fetched page by page as they are read.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return ForwardPager(self._client, _LIST, _LIST__PAGES, query={"page": page}, options=options)


class AsyncBoats(AsyncResource):
    """Operations on boats, reached as `client.boats`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> AsyncBoatsRaw:
        """The same operations, giving each answer as it came."""
        return AsyncBoatsRaw(self)

    def list(self, *, page: int | None = None, options: RequestOptions | None = None) -> AsyncForwardPager[Boat]:
        """Call boats.list.

        Calls `GET /boats` (`allBoats` in the vendor's document).

        Args:
            page (int): Not described by the vendor.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            AsyncForwardPager[Boat]: The items, fetched page by page as they are read.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return AsyncForwardPager(self._client, _LIST, _LIST__PAGES, query={"page": page}, options=options)


class BoatsRaw(RawResource):
    """Operations on boats, reached as `client.boats`. Each gives its answer as it came."""

    __slots__ = ()

    list: Final = RawForwardPage(Boats.list)


class AsyncBoatsRaw(RawResource):
    """Operations on boats, reached as `client.boats`. Each gives its answer as it came."""

    __slots__ = ()

    list: Final = AsyncRawForwardPage(AsyncBoats.list)
