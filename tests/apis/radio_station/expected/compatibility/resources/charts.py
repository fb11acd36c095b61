# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/radio_station; CONTRIBUTING.md says how to change what is generated.
"""`client.charts` as callers know it."""

# pyright: reportPrivateUsage=false
from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from ...resources import charts as _ours_charts
from .. import _schemes
from .._call import Call, loosened
from .._options import Body, Headers, Query, Timeout
from .._pages import AsyncPaginator
from .._raw import (
    async_opened,
    async_raw,
    opened,
    raw,
)
from .._resource import RAW, STREAMED, AsyncAPIResource, SyncAPIResource
from .._values import Omit, not_given, omit

if TYPE_CHECKING:
    from ... import models as _models

_LIST: Final = loosened(_ours_charts._LIST)


class ChartsResource(SyncAPIResource):
    """Operations reached as `client.charts`."""

    @property
    def with_raw_response(self) -> ChartsWithRawResponse:
        """The same methods, giving answers before they are decoded."""
        return ChartsWithRawResponse(self)

    @property
    def with_streaming_response(self) -> ChartsWithStreamingResponse:
        """The same methods, giving answers before they are decoded."""
        return ChartsWithStreamingResponse(self)

    def list(
        self,
        *,
        year: int | None | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: Timeout = not_given,
    ) -> _schemes.SyncLinkedPage[_models.Chart]:
        """List the charts."""
        return cast(
            "_schemes.SyncLinkedPage[_models.Chart]",
            self._page(
                Call(
                    _LIST,
                    query={"year": year},
                    extra_headers=extra_headers,
                    extra_query=extra_query,
                    extra_body=extra_body,
                    timeout=timeout,
                ),
                _schemes.LINKED_PAGE_SCHEME,
                _schemes.SyncLinkedPage,
            ),
        )


class AsyncChartsResource(AsyncAPIResource):
    """Operations reached as `client.charts`."""

    @property
    def with_raw_response(self) -> AsyncChartsWithRawResponse:
        """The same methods, giving answers before they are decoded."""
        return AsyncChartsWithRawResponse(self)

    @property
    def with_streaming_response(self) -> AsyncChartsWithStreamingResponse:
        """The same methods, giving answers before they are decoded."""
        return AsyncChartsWithStreamingResponse(self)

    def list(
        self,
        *,
        year: int | None | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: Timeout = not_given,
    ) -> AsyncPaginator[_models.Chart, _schemes.AsyncLinkedPage[_models.Chart]]:
        """List the charts."""
        return cast(
            "AsyncPaginator[_models.Chart, _schemes.AsyncLinkedPage[_models.Chart]]",
            self._page(
                Call(
                    _LIST,
                    query={"year": year},
                    extra_headers=extra_headers,
                    extra_query=extra_query,
                    extra_body=extra_body,
                    timeout=timeout,
                ),
                _schemes.LINKED_PAGE_SCHEME,
                _schemes.AsyncLinkedPage,
            ),
        )


class ChartsWithRawResponse:
    """The same methods, giving answers undecoded."""

    def __init__(self, resource: ChartsResource) -> None:
        self._resource = ChartsResource(resource._client, RAW)
        self.list = raw(self._resource.list)


class ChartsWithStreamingResponse:
    """The same methods, giving answers undecoded."""

    def __init__(self, resource: ChartsResource) -> None:
        self._resource = ChartsResource(resource._client, STREAMED)
        self.list = opened(self._resource.list)


class AsyncChartsWithRawResponse:
    """The same methods, giving answers undecoded."""

    def __init__(self, resource: AsyncChartsResource) -> None:
        self._resource = AsyncChartsResource(resource._client, RAW)
        self.list = async_raw(self._resource.list)


class AsyncChartsWithStreamingResponse:
    """The same methods, giving answers undecoded."""

    def __init__(self, resource: AsyncChartsResource) -> None:
        self._resource = AsyncChartsResource(resource._client, STREAMED)
        self.list = async_opened(self._resource.list)
