# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/record_archive; CONTRIBUTING.md says how to change what is generated.
"""Operations on labels, reached as `client.labels`."""

from __future__ import annotations

from typing import Final

from .._http.operation import Operation
from ..models import (
    Label,
    ListLabelsResponse,
)
from ..options import RequestOptions
from ..pagination import AsyncPager, Pager
from ._base import AsyncResource, SyncResource
from ._raw import AsyncRawPage, RawPage, RawResource

__all__ = ["AsyncLabels", "AsyncLabelsRaw", "Labels", "LabelsRaw"]

_LIST: Final = Operation(
    name="labels.list",
    method="GET",
    path="/labels",
    result=ListLabelsResponse,
)


class Labels(SyncResource):
    """Operations on labels, reached as `client.labels`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> LabelsRaw:
        """The same operations, giving each answer as it came."""
        return LabelsRaw(self)

    def list(
        self, *, page: int | None = None, page_size: int | None = None, options: RequestOptions | None = None
    ) -> Pager[Label]:
        """List the labels.

        Calls `GET /labels` (`labels_list` in the vendor's document).

        Args:
            page (int): Not described by the vendor.
            page_size (int): Not described by the vendor.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            Pager[Label]: The items, fetched page by page as they are read.

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
            page_param="page",
            page_size=page_size,
            page_size_param="page_size",
            options=options,
        )


class AsyncLabels(AsyncResource):
    """Operations on labels, reached as `client.labels`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> AsyncLabelsRaw:
        """The same operations, giving each answer as it came."""
        return AsyncLabelsRaw(self)

    def list(
        self, *, page: int | None = None, page_size: int | None = None, options: RequestOptions | None = None
    ) -> AsyncPager[Label]:
        """List the labels.

        Calls `GET /labels` (`labels_list` in the vendor's document).

        Args:
            page (int): Not described by the vendor.
            page_size (int): Not described by the vendor.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            AsyncPager[Label]: The items, fetched page by page as they are read.

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
            page_param="page",
            page_size=page_size,
            page_size_param="page_size",
            options=options,
        )


class LabelsRaw(RawResource):
    """Operations on labels, reached as `client.labels`. Each gives its answer as it came."""

    __slots__ = ()

    list: Final = RawPage(Labels.list)


class AsyncLabelsRaw(RawResource):
    """Operations on labels, reached as `client.labels`. Each gives its answer as it came."""

    __slots__ = ()

    list: Final = AsyncRawPage(AsyncLabels.list)
