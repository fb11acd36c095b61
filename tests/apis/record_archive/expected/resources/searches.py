# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/record_archive; CONTRIBUTING.md says how to change what is generated.
"""Operations on searches, reached as `client.searches`."""

from __future__ import annotations

from typing import Final

from msgspec import UNSET, UnsetType

from .._http.operation import Operation
from ..models import (
    CreateSearchRequest,
    CreateSearchResponse,
    Record,
)
from ..options import RequestOptions
from ..pagination.forward import AsyncForwardPager, ForwardPager, Scheme as _Scheme
from ._base import AsyncResource, SyncResource
from ._raw import RawResource
from ._raw_forward import AsyncRawForwardPage, RawForwardPage

__all__ = ["AsyncSearches", "AsyncSearchesRaw", "Searches", "SearchesRaw"]

_CREATE: Final = Operation(
    name="searches.create",
    method="POST",
    path="/searches",
    result=CreateSearchResponse,
)
_CREATE__PAGES: Final = _Scheme(
    style="cursor",
    items=("data", "records"),
    turned_by="cursor",
    place="body",
    sized_by="limit",
    size_place="body",
    next=("meta", "next_cursor"),
    total=("meta", "total"),
)


class Searches(SyncResource):
    """Operations on searches, reached as `client.searches`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> SearchesRaw:
        """The same operations, giving each answer as it came."""
        return SearchesRaw(self)

    def create(
        self,
        *,
        text: str,
        cursor: str | None | UnsetType = UNSET,
        limit: int | UnsetType = UNSET,
        options: RequestOptions | None = None,
    ) -> ForwardPager[Record]:
        """Search for records.

        Calls `POST /searches` (`searches_create` in the vendor's document).

        An argument that is left out is not sent; None is sent as null.

        Args:
            text (str): Not described by the vendor.
            cursor (str): Not described by the vendor.
            limit (int): Not described by the vendor.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            ForwardPager[Record]: The items, fetched page by page as they are read.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return ForwardPager(
            self._client,
            _CREATE,
            _CREATE__PAGES,
            body=CreateSearchRequest(
                text=text,
                cursor=cursor,
                limit=limit,
            ),
            options=options,
        )


class AsyncSearches(AsyncResource):
    """Operations on searches, reached as `client.searches`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> AsyncSearchesRaw:
        """The same operations, giving each answer as it came."""
        return AsyncSearchesRaw(self)

    def create(
        self,
        *,
        text: str,
        cursor: str | None | UnsetType = UNSET,
        limit: int | UnsetType = UNSET,
        options: RequestOptions | None = None,
    ) -> AsyncForwardPager[Record]:
        """Search for records.

        Calls `POST /searches` (`searches_create` in the vendor's document).

        An argument that is left out is not sent; None is sent as null.

        Args:
            text (str): Not described by the vendor.
            cursor (str): Not described by the vendor.
            limit (int): Not described by the vendor.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            AsyncForwardPager[Record]: The items, fetched page by page as they are read.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return AsyncForwardPager(
            self._client,
            _CREATE,
            _CREATE__PAGES,
            body=CreateSearchRequest(
                text=text,
                cursor=cursor,
                limit=limit,
            ),
            options=options,
        )


class SearchesRaw(RawResource):
    """Operations on searches, reached as `client.searches`. Each gives its answer as it came."""

    __slots__ = ()

    create: Final = RawForwardPage(Searches.create)


class AsyncSearchesRaw(RawResource):
    """Operations on searches, reached as `client.searches`. Each gives its answer as it came."""

    __slots__ = ()

    create: Final = AsyncRawForwardPage(AsyncSearches.create)
