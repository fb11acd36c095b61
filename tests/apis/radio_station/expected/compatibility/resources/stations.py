# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/radio_station; CONTRIBUTING.md says how to change what is generated.
"""`client.stations` as callers know it."""

# pyright: reportPrivateUsage=false
from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from ...resources import stations as _ours_stations
from .. import _params, _schemes
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

_LIST: Final = loosened(_ours_stations._LIST)


class StationsResource(SyncAPIResource):
    """Operations reached as `client.stations`."""

    @property
    def with_raw_response(self) -> StationsWithRawResponse:
        """The same methods, giving answers before they are decoded."""
        return StationsWithRawResponse(self)

    @property
    def with_streaming_response(self) -> StationsWithStreamingResponse:
        """The same methods, giving answers before they are decoded."""
        return StationsWithStreamingResponse(self)

    def list(
        self,
        *,
        limit: int | None | Omit = omit,
        near: _params.AreaParam | _models.Area | None | Omit = omit,
        offset: int | None | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: Timeout = not_given,
    ) -> _schemes.SyncOffsetPage[_models.Station]:
        """List the stations."""
        return cast(
            "_schemes.SyncOffsetPage[_models.Station]",
            self._page(
                Call(
                    _LIST,
                    path={"near": near},
                    query={"limit": limit, "offset": offset},
                    renamed={"near": "Area"},
                    specifications=_params.SPECIFICATIONS,
                    dotted={"near": "near"},
                    extra_headers=extra_headers,
                    extra_query=extra_query,
                    extra_body=extra_body,
                    timeout=timeout,
                ),
                _schemes.OFFSET_PAGE_SCHEME,
                _schemes.SyncOffsetPage,
            ),
        )


class AsyncStationsResource(AsyncAPIResource):
    """Operations reached as `client.stations`."""

    @property
    def with_raw_response(self) -> AsyncStationsWithRawResponse:
        """The same methods, giving answers before they are decoded."""
        return AsyncStationsWithRawResponse(self)

    @property
    def with_streaming_response(self) -> AsyncStationsWithStreamingResponse:
        """The same methods, giving answers before they are decoded."""
        return AsyncStationsWithStreamingResponse(self)

    def list(
        self,
        *,
        limit: int | None | Omit = omit,
        near: _params.AreaParam | _models.Area | None | Omit = omit,
        offset: int | None | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: Timeout = not_given,
    ) -> AsyncPaginator[_models.Station, _schemes.AsyncOffsetPage[_models.Station]]:
        """List the stations."""
        return cast(
            "AsyncPaginator[_models.Station, _schemes.AsyncOffsetPage[_models.Station]]",
            self._page(
                Call(
                    _LIST,
                    path={"near": near},
                    query={"limit": limit, "offset": offset},
                    renamed={"near": "Area"},
                    specifications=_params.SPECIFICATIONS,
                    dotted={"near": "near"},
                    extra_headers=extra_headers,
                    extra_query=extra_query,
                    extra_body=extra_body,
                    timeout=timeout,
                ),
                _schemes.OFFSET_PAGE_SCHEME,
                _schemes.AsyncOffsetPage,
            ),
        )


class StationsWithRawResponse:
    """The same methods, giving answers undecoded."""

    def __init__(self, resource: StationsResource) -> None:
        self._resource = StationsResource(resource._client, RAW)
        self.list = raw(self._resource.list)


class StationsWithStreamingResponse:
    """The same methods, giving answers undecoded."""

    def __init__(self, resource: StationsResource) -> None:
        self._resource = StationsResource(resource._client, STREAMED)
        self.list = opened(self._resource.list)


class AsyncStationsWithRawResponse:
    """The same methods, giving answers undecoded."""

    def __init__(self, resource: AsyncStationsResource) -> None:
        self._resource = AsyncStationsResource(resource._client, RAW)
        self.list = async_raw(self._resource.list)


class AsyncStationsWithStreamingResponse:
    """The same methods, giving answers undecoded."""

    def __init__(self, resource: AsyncStationsResource) -> None:
        self._resource = AsyncStationsResource(resource._client, STREAMED)
        self.list = async_opened(self._resource.list)
