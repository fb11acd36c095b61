# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/radio_station; CONTRIBUTING.md says how to change what is generated.
"""`client.shows.episodes` as callers know it."""

# pyright: reportPrivateUsage=false
from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from ...resources import shows as _ours_shows
from .._call import Call, loosened
from .._options import Body, Headers, Query, Timeout
from .._raw import (
    async_opened,
    async_raw,
    opened,
    raw,
)
from .._resource import RAW, STREAMED, AsyncAPIResource, SyncAPIResource
from .._values import not_given

if TYPE_CHECKING:
    from ... import models as _models

_RETRIEVE: Final = loosened(_ours_shows._GET_EPISODE)


class ShowsEpisodesResource(SyncAPIResource):
    """Operations reached as `client.shows.episodes`."""

    @property
    def with_raw_response(self) -> ShowsEpisodesWithRawResponse:
        """The same methods, giving answers before they are decoded."""
        return ShowsEpisodesWithRawResponse(self)

    @property
    def with_streaming_response(self) -> ShowsEpisodesWithStreamingResponse:
        """The same methods, giving answers before they are decoded."""
        return ShowsEpisodesWithStreamingResponse(self)

    def retrieve(
        self,
        episode_id: str,
        *,
        show_id: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: Timeout = not_given,
    ) -> _models.Episode:
        """Return an episode."""
        return cast(
            "_models.Episode",
            self._send(
                Call(
                    _RETRIEVE,
                    path={"episode_id": episode_id, "show_id": show_id},
                    extra_headers=extra_headers,
                    extra_query=extra_query,
                    extra_body=extra_body,
                    timeout=timeout,
                )
            ),
        )


class AsyncShowsEpisodesResource(AsyncAPIResource):
    """Operations reached as `client.shows.episodes`."""

    @property
    def with_raw_response(self) -> AsyncShowsEpisodesWithRawResponse:
        """The same methods, giving answers before they are decoded."""
        return AsyncShowsEpisodesWithRawResponse(self)

    @property
    def with_streaming_response(self) -> AsyncShowsEpisodesWithStreamingResponse:
        """The same methods, giving answers before they are decoded."""
        return AsyncShowsEpisodesWithStreamingResponse(self)

    async def retrieve(
        self,
        episode_id: str,
        *,
        show_id: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: Timeout = not_given,
    ) -> _models.Episode:
        """Return an episode."""
        return cast(
            "_models.Episode",
            await self._send(
                Call(
                    _RETRIEVE,
                    path={"episode_id": episode_id, "show_id": show_id},
                    extra_headers=extra_headers,
                    extra_query=extra_query,
                    extra_body=extra_body,
                    timeout=timeout,
                )
            ),
        )


class ShowsEpisodesWithRawResponse:
    """The same methods, giving answers undecoded."""

    def __init__(self, resource: ShowsEpisodesResource) -> None:
        self._resource = ShowsEpisodesResource(resource._client, RAW)
        self.retrieve = raw(self._resource.retrieve)


class ShowsEpisodesWithStreamingResponse:
    """The same methods, giving answers undecoded."""

    def __init__(self, resource: ShowsEpisodesResource) -> None:
        self._resource = ShowsEpisodesResource(resource._client, STREAMED)
        self.retrieve = opened(self._resource.retrieve)


class AsyncShowsEpisodesWithRawResponse:
    """The same methods, giving answers undecoded."""

    def __init__(self, resource: AsyncShowsEpisodesResource) -> None:
        self._resource = AsyncShowsEpisodesResource(resource._client, RAW)
        self.retrieve = async_raw(self._resource.retrieve)


class AsyncShowsEpisodesWithStreamingResponse:
    """The same methods, giving answers undecoded."""

    def __init__(self, resource: AsyncShowsEpisodesResource) -> None:
        self._resource = AsyncShowsEpisodesResource(resource._client, STREAMED)
        self.retrieve = async_opened(self._resource.retrieve)
