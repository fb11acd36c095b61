# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/record_archive; CONTRIBUTING.md says how to change what is generated.
"""Operations on shelves, reached as `client.shelves`."""

from __future__ import annotations

from typing import Final

from .._http.operation import Operation
from ..models import (
    ListShelvesResponse,
    Shelf,
)
from ..options import RequestOptions
from ..pagination.forward import AsyncForwardPager, ForwardPager, Scheme as _Scheme
from ._base import AsyncResource, SyncResource
from ._raw import RawResource
from ._raw_forward import AsyncRawForwardPage, RawForwardPage

__all__ = ["AsyncShelves", "AsyncShelvesRaw", "Shelves", "ShelvesRaw"]

_LIST: Final = Operation(
    name="shelves.list",
    method="GET",
    path="/shelves",
    result=ListShelvesResponse,
    kinds={"limit": ("limit", int), "offset": ("offset", int)},
)
_LIST__PAGES: Final = _Scheme(
    style="offset",
    items=("results",),
    turned_by="offset",
    sized_by="limit",
    total=("total",),
)


class Shelves(SyncResource):
    """Operations on shelves, reached as `client.shelves`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> ShelvesRaw:
        """The same operations, giving each answer as it came."""
        return ShelvesRaw(self)

    def list(
        self, *, limit: int | None = None, offset: int | None = None, options: RequestOptions | None = None
    ) -> ForwardPager[Shelf]:
        """List the shelves.

        Calls `GET /shelves` (`shelves_list` in the vendor's document).

        Args:
            limit (int): Not described by the vendor.
            offset (int): Not described by the vendor.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            ForwardPager[Shelf]: The items, fetched page by page as they are read.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return ForwardPager(
            self._client, _LIST, _LIST__PAGES, query={"limit": limit, "offset": offset}, options=options
        )


class AsyncShelves(AsyncResource):
    """Operations on shelves, reached as `client.shelves`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> AsyncShelvesRaw:
        """The same operations, giving each answer as it came."""
        return AsyncShelvesRaw(self)

    def list(
        self, *, limit: int | None = None, offset: int | None = None, options: RequestOptions | None = None
    ) -> AsyncForwardPager[Shelf]:
        """List the shelves.

        Calls `GET /shelves` (`shelves_list` in the vendor's document).

        Args:
            limit (int): Not described by the vendor.
            offset (int): Not described by the vendor.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            AsyncForwardPager[Shelf]: The items, fetched page by page as they are read.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return AsyncForwardPager(
            self._client, _LIST, _LIST__PAGES, query={"limit": limit, "offset": offset}, options=options
        )


class ShelvesRaw(RawResource):
    """Operations on shelves, reached as `client.shelves`. Each gives its answer as it came."""

    __slots__ = ()

    list: Final = RawForwardPage(Shelves.list)


class AsyncShelvesRaw(RawResource):
    """Operations on shelves, reached as `client.shelves`. Each gives its answer as it came."""

    __slots__ = ()

    list: Final = AsyncRawForwardPage(AsyncShelves.list)
