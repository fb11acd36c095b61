# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/radio_station; CONTRIBUTING.md says how to change what is generated.
"""`client.episodes` as callers know it."""

# pyright: reportPrivateUsage=false
from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from ...resources import episodes as _ours_episodes
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

_LIST: Final = loosened(_ours_episodes._LIST)


class EpisodesResource(SyncAPIResource):
    """Operations reached as `client.episodes`."""

    @property
    def with_raw_response(self) -> EpisodesWithRawResponse:
        """The same methods, giving answers before they are decoded."""
        return EpisodesWithRawResponse(self)

    @property
    def with_streaming_response(self) -> EpisodesWithStreamingResponse:
        """The same methods, giving answers before they are decoded."""
        return EpisodesWithStreamingResponse(self)

    def list(
        self,
        *,
        page: int | None | Omit = omit,
        per_page: int | None | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: Timeout = not_given,
    ) -> _schemes.SyncNumberedPage[_models.Episode]:
        """List the episodes."""
        return cast(
            "_schemes.SyncNumberedPage[_models.Episode]",
            self._page(
                Call(
                    _LIST,
                    query={"page": page, "per_page": per_page},
                    extra_headers=extra_headers,
                    extra_query=extra_query,
                    extra_body=extra_body,
                    timeout=timeout,
                ),
                _schemes.NUMBERED_PAGE_SCHEME,
                _schemes.SyncNumberedPage,
            ),
        )


class AsyncEpisodesResource(AsyncAPIResource):
    """Operations reached as `client.episodes`."""

    @property
    def with_raw_response(self) -> AsyncEpisodesWithRawResponse:
        """The same methods, giving answers before they are decoded."""
        return AsyncEpisodesWithRawResponse(self)

    @property
    def with_streaming_response(self) -> AsyncEpisodesWithStreamingResponse:
        """The same methods, giving answers before they are decoded."""
        return AsyncEpisodesWithStreamingResponse(self)

    def list(
        self,
        *,
        page: int | None | Omit = omit,
        per_page: int | None | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: Timeout = not_given,
    ) -> AsyncPaginator[_models.Episode, _schemes.AsyncNumberedPage[_models.Episode]]:
        """List the episodes."""
        return cast(
            "AsyncPaginator[_models.Episode, _schemes.AsyncNumberedPage[_models.Episode]]",
            self._page(
                Call(
                    _LIST,
                    query={"page": page, "per_page": per_page},
                    extra_headers=extra_headers,
                    extra_query=extra_query,
                    extra_body=extra_body,
                    timeout=timeout,
                ),
                _schemes.NUMBERED_PAGE_SCHEME,
                _schemes.AsyncNumberedPage,
            ),
        )


class EpisodesWithRawResponse:
    """The same methods, giving answers undecoded."""

    def __init__(self, resource: EpisodesResource) -> None:
        self._resource = EpisodesResource(resource._client, RAW)
        self.list = raw(self._resource.list)


class EpisodesWithStreamingResponse:
    """The same methods, giving answers undecoded."""

    def __init__(self, resource: EpisodesResource) -> None:
        self._resource = EpisodesResource(resource._client, STREAMED)
        self.list = opened(self._resource.list)


class AsyncEpisodesWithRawResponse:
    """The same methods, giving answers undecoded."""

    def __init__(self, resource: AsyncEpisodesResource) -> None:
        self._resource = AsyncEpisodesResource(resource._client, RAW)
        self.list = async_raw(self._resource.list)


class AsyncEpisodesWithStreamingResponse:
    """The same methods, giving answers undecoded."""

    def __init__(self, resource: AsyncEpisodesResource) -> None:
        self._resource = AsyncEpisodesResource(resource._client, STREAMED)
        self.list = async_opened(self._resource.list)
