# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/record_archive; CONTRIBUTING.md says how to change what is generated.
"""Operations on records, reached as `client.records`."""

from __future__ import annotations

from typing import Final

from .._http.operation import Operation
from .._http.parameters import Parameter as _Parameter
from ..models import (
    ListRecordsResponse,
    Record,
    Review,
    ReviewsRecordListResponse,
)
from ..options import RequestOptions
from ..pagination.forward import AsyncForwardPager, ForwardPager, Scheme as _Scheme
from ._base import AsyncResource, SyncResource
from ._raw import RawResource
from ._raw_forward import AsyncRawForwardPage, RawForwardPage

__all__ = ["AsyncRecords", "AsyncRecordsRaw", "Records", "RecordsRaw"]

_LIST: Final = Operation(
    name="records.list",
    method="GET",
    path="/records",
    result=ListRecordsResponse,
    kinds={"cursor": ("cursor", str), "genre": ("genre", str), "limit": ("limit", int)},
)
_LIST__PAGES: Final = _Scheme(
    style="cursor",
    items=("data", "records"),
    turned_by="cursor",
    sized_by="limit",
    next=("meta", "next_cursor"),
    total=("meta", "total"),
)
_REVIEWS_LIST: Final = Operation(
    name="records.reviews_list",
    method="GET",
    path="/records/{record}/reviews",
    result=ReviewsRecordListResponse,
    kinds={"stars": ("stars", int)},
    parameters=(
        _Parameter("record", "record", "path", str, required=True),
        _Parameter("x_reader", "X-Reader", "header", str),
    ),
)
_REVIEWS_LIST__PAGES: Final = _Scheme(
    style="next-url",
    items=("reviews",),
    next=("archive_next_link",),
)


class Records(SyncResource):
    """Operations on records, reached as `client.records`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> RecordsRaw:
        """The same operations, giving each answer as it came."""
        return RecordsRaw(self)

    def list(
        self,
        *,
        cursor: str | None = None,
        genre: str | None = None,
        limit: int | None = None,
        options: RequestOptions | None = None,
    ) -> ForwardPager[Record]:
        """List the records.

        Calls `GET /records` (`records_list` in the vendor's document).

        Args:
            cursor (str): Not described by the vendor.
            genre (str): Not described by the vendor.
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
            self._client, _LIST, _LIST__PAGES, query={"cursor": cursor, "genre": genre, "limit": limit}, options=options
        )

    def reviews_list(
        self,
        record: str,
        *,
        stars: int | None = None,
        x_reader: str | None = None,
        options: RequestOptions | None = None,
    ) -> ForwardPager[Review]:
        """List the reviews of a record.

        Calls `GET /records/{record}/reviews` (`reviews_list` in the vendor's document).

        Args:
            record (str): The record, as part of the path.
            stars (int): Not described by the vendor.
            x_reader (str): Not described by the vendor.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            ForwardPager[Review]: The items, fetched page by page as they are read.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return ForwardPager(
            self._client,
            _REVIEWS_LIST,
            _REVIEWS_LIST__PAGES,
            parameters={"record": record, "x_reader": x_reader},
            query={"stars": stars},
            options=options,
        )


class AsyncRecords(AsyncResource):
    """Operations on records, reached as `client.records`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> AsyncRecordsRaw:
        """The same operations, giving each answer as it came."""
        return AsyncRecordsRaw(self)

    def list(
        self,
        *,
        cursor: str | None = None,
        genre: str | None = None,
        limit: int | None = None,
        options: RequestOptions | None = None,
    ) -> AsyncForwardPager[Record]:
        """List the records.

        Calls `GET /records` (`records_list` in the vendor's document).

        Args:
            cursor (str): Not described by the vendor.
            genre (str): Not described by the vendor.
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
            self._client, _LIST, _LIST__PAGES, query={"cursor": cursor, "genre": genre, "limit": limit}, options=options
        )

    def reviews_list(
        self,
        record: str,
        *,
        stars: int | None = None,
        x_reader: str | None = None,
        options: RequestOptions | None = None,
    ) -> AsyncForwardPager[Review]:
        """List the reviews of a record.

        Calls `GET /records/{record}/reviews` (`reviews_list` in the vendor's document).

        Args:
            record (str): The record, as part of the path.
            stars (int): Not described by the vendor.
            x_reader (str): Not described by the vendor.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            AsyncForwardPager[Review]: The items, fetched page by page as they are read.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return AsyncForwardPager(
            self._client,
            _REVIEWS_LIST,
            _REVIEWS_LIST__PAGES,
            parameters={"record": record, "x_reader": x_reader},
            query={"stars": stars},
            options=options,
        )


class RecordsRaw(RawResource):
    """Operations on records, reached as `client.records`. Each gives its answer as it came."""

    __slots__ = ()

    list: Final = RawForwardPage(Records.list)
    reviews_list: Final = RawForwardPage(Records.reviews_list)


class AsyncRecordsRaw(RawResource):
    """Operations on records, reached as `client.records`. Each gives its answer as it came."""

    __slots__ = ()

    list: Final = AsyncRawForwardPage(AsyncRecords.list)
    reviews_list: Final = AsyncRawForwardPage(AsyncRecords.reviews_list)
