# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/bike_workshop; CONTRIBUTING.md says how to change what is generated.
"""Operations on parts, reached as `client.parts`."""

from __future__ import annotations

from typing import Final

from .._http.operation import Operation
from ..models import (
    Part,
    PartPage,
)
from ..options import RequestOptions
from ..pagination import AsyncPager, Pager
from ._base import AsyncResource, SyncResource
from ._raw import AsyncRawPage, RawPage, RawResource

__all__ = ["AsyncParts", "AsyncPartsRaw", "Parts", "PartsRaw"]

_LIST: Final = Operation(
    name="parts.list",
    method="GET",
    path="/parts",
    result=PartPage,
)


class Parts(SyncResource):
    """Operations on parts, reached as `client.parts`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> PartsRaw:
        """The same operations, giving each answer as it came."""
        return PartsRaw(self)

    def list(
        self, *, page: int | None = None, page_size: int | None = None, options: RequestOptions | None = None
    ) -> Pager[Part]:
        """Spare parts on the shelf.

        Calls `GET /parts` (`parts` in the vendor's document).

        Args:
            page (int): The page, from 1.
            page_size (int): How many on a page.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            Pager[Part]: The items, fetched page by page as they are read.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return Pager(
            self._client,
            _LIST,
            query={},
            page=page,
            page_param="p",
            page_size=page_size,
            page_size_param="per_page",
            options=options,
        )


class AsyncParts(AsyncResource):
    """Operations on parts, reached as `client.parts`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> AsyncPartsRaw:
        """The same operations, giving each answer as it came."""
        return AsyncPartsRaw(self)

    def list(
        self, *, page: int | None = None, page_size: int | None = None, options: RequestOptions | None = None
    ) -> AsyncPager[Part]:
        """Spare parts on the shelf.

        Calls `GET /parts` (`parts` in the vendor's document).

        Args:
            page (int): The page, from 1.
            page_size (int): How many on a page.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            AsyncPager[Part]: The items, fetched page by page as they are read.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return AsyncPager(
            self._client,
            _LIST,
            query={},
            page=page,
            page_param="p",
            page_size=page_size,
            page_size_param="per_page",
            options=options,
        )


class PartsRaw(RawResource):
    """Operations on parts, reached as `client.parts`. Each gives its answer as it came."""

    __slots__ = ()

    list: Final = RawPage(Parts.list)


class AsyncPartsRaw(RawResource):
    """Operations on parts, reached as `client.parts`. Each gives its answer as it came."""

    __slots__ = ()

    list: Final = AsyncRawPage(AsyncParts.list)
