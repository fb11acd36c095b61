# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/record_archive; CONTRIBUTING.md says how to change what is generated.
"""Operations on artists, reached as `client.artists`."""

from __future__ import annotations

from typing import Final

from .._http.operation import Operation
from ..models import (
    Artist,
    ListArtistsResponse,
)
from ..options import RequestOptions
from ..pagination.forward import AsyncForwardPager, ForwardPager, Scheme as _Scheme
from ._base import AsyncResource, SyncResource
from ._raw import RawResource
from ._raw_forward import AsyncRawForwardPage, RawForwardPage

__all__ = ["AsyncArtists", "AsyncArtistsRaw", "Artists", "ArtistsRaw"]

_LIST: Final = Operation(
    name="artists.list",
    method="GET",
    path="/artists",
    result=ListArtistsResponse,
    kinds={"limit": ("limit", int), "starting_after": ("starting_after", str)},
)
_LIST__PAGES: Final = _Scheme(
    style="cursor",
    items=("data",),
    turned_by="starting_after",
    sized_by="limit",
    has_more=("has_more",),
    last_item=("id",),
)


class Artists(SyncResource):
    """Operations on artists, reached as `client.artists`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> ArtistsRaw:
        """The same operations, giving each answer as it came."""
        return ArtistsRaw(self)

    def list(
        self, *, limit: int | None = None, starting_after: str | None = None, options: RequestOptions | None = None
    ) -> ForwardPager[Artist]:
        """List the artists.

        Calls `GET /artists` (`artists_list` in the vendor's document).

        Args:
            limit (int): Not described by the vendor.
            starting_after (str): Not described by the vendor.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            ForwardPager[Artist]: The items, fetched page by page as they are read.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return ForwardPager(
            self._client, _LIST, _LIST__PAGES, query={"limit": limit, "starting_after": starting_after}, options=options
        )


class AsyncArtists(AsyncResource):
    """Operations on artists, reached as `client.artists`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> AsyncArtistsRaw:
        """The same operations, giving each answer as it came."""
        return AsyncArtistsRaw(self)

    def list(
        self, *, limit: int | None = None, starting_after: str | None = None, options: RequestOptions | None = None
    ) -> AsyncForwardPager[Artist]:
        """List the artists.

        Calls `GET /artists` (`artists_list` in the vendor's document).

        Args:
            limit (int): Not described by the vendor.
            starting_after (str): Not described by the vendor.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            AsyncForwardPager[Artist]: The items, fetched page by page as they are read.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return AsyncForwardPager(
            self._client, _LIST, _LIST__PAGES, query={"limit": limit, "starting_after": starting_after}, options=options
        )


class ArtistsRaw(RawResource):
    """Operations on artists, reached as `client.artists`. Each gives its answer as it came."""

    __slots__ = ()

    list: Final = RawForwardPage(Artists.list)


class AsyncArtistsRaw(RawResource):
    """Operations on artists, reached as `client.artists`. Each gives its answer as it came."""

    __slots__ = ()

    list: Final = AsyncRawForwardPage(AsyncArtists.list)
