# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/record_archive; CONTRIBUTING.md says how to change what is generated.
"""Operations on genres, reached as `client.genres`."""

from __future__ import annotations

from typing import Final

from .._http.operation import Operation
from ..models import (
    Genre,
    ListGenresResponse,
)
from ..options import RequestOptions
from ..pagination.forward import AsyncForwardPager, ForwardPager, Scheme as _Scheme
from ._base import AsyncResource, SyncResource
from ._raw import RawResource
from ._raw_forward import AsyncRawForwardPage, RawForwardPage

__all__ = ["AsyncGenres", "AsyncGenresRaw", "Genres", "GenresRaw"]

_LIST: Final = Operation(
    name="genres.list",
    method="GET",
    path="/genres",
    result=ListGenresResponse,
    kinds={"page": ("page", int), "per_page": ("per_page", int)},
)
_LIST__PAGES: Final = _Scheme(
    style="page-number",
    items=("content",),
    turned_by="page",
    sized_by="per_page",
    pages=("total_pages",),
)


class Genres(SyncResource):
    """Operations on genres, reached as `client.genres`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> GenresRaw:
        """The same operations, giving each answer as it came."""
        return GenresRaw(self)

    def list(
        self, *, page: int | None = None, per_page: int | None = None, options: RequestOptions | None = None
    ) -> ForwardPager[Genre]:
        """List the genres.

        Calls `GET /genres` (`genres_list` in the vendor's document).

        Args:
            page (int): Not described by the vendor.
            per_page (int): Not described by the vendor.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            ForwardPager[Genre]: The items, fetched page by page as they are read.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return ForwardPager(
            self._client, _LIST, _LIST__PAGES, query={"page": page, "per_page": per_page}, options=options
        )


class AsyncGenres(AsyncResource):
    """Operations on genres, reached as `client.genres`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> AsyncGenresRaw:
        """The same operations, giving each answer as it came."""
        return AsyncGenresRaw(self)

    def list(
        self, *, page: int | None = None, per_page: int | None = None, options: RequestOptions | None = None
    ) -> AsyncForwardPager[Genre]:
        """List the genres.

        Calls `GET /genres` (`genres_list` in the vendor's document).

        Args:
            page (int): Not described by the vendor.
            per_page (int): Not described by the vendor.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            AsyncForwardPager[Genre]: The items, fetched page by page as they are read.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return AsyncForwardPager(
            self._client, _LIST, _LIST__PAGES, query={"page": page, "per_page": per_page}, options=options
        )


class GenresRaw(RawResource):
    """Operations on genres, reached as `client.genres`. Each gives its answer as it came."""

    __slots__ = ()

    list: Final = RawForwardPage(Genres.list)


class AsyncGenresRaw(RawResource):
    """Operations on genres, reached as `client.genres`. Each gives its answer as it came."""

    __slots__ = ()

    list: Final = AsyncRawForwardPage(AsyncGenres.list)
