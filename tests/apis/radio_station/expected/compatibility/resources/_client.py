# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/radio_station; CONTRIBUTING.md says how to change what is generated.
"""`client` as callers know it."""

# pyright: reportPrivateUsage=false
from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from ...resources import status as _ours_status
from .._call import Call, loosened
from .._options import Body, Headers, Query, Timeout
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
    from . import (
        charts as _below_charts,
        episodes as _below_episodes,
        jingles as _below_jingles,
        live as _below_live,
        recordings as _below_recordings,
        shows as _below_shows,
        stations as _below_stations,
        wishes as _below_wishes,
    )

_STATUS: Final = loosened(_ours_status._GET)


class ClientResource(SyncAPIResource):
    """Operations reached as `client`."""

    @property
    def with_raw_response(self) -> ClientWithRawResponse:
        """The same methods, giving answers before they are decoded."""
        return ClientWithRawResponse(self)

    @property
    def with_streaming_response(self) -> ClientWithStreamingResponse:
        """The same methods, giving answers before they are decoded."""
        return ClientWithStreamingResponse(self)

    def status(
        self,
        *,
        options: str | None | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: Timeout = not_given,
    ) -> _models.StatusModel:
        """Say whether the service is there."""
        return cast(
            "_models.StatusModel",
            self._send(
                Call(
                    _STATUS,
                    query={"options": options},
                    extra_headers=extra_headers,
                    extra_query=extra_query,
                    extra_body=extra_body,
                    timeout=timeout,
                )
            ),
        )


class AsyncClientResource(AsyncAPIResource):
    """Operations reached as `client`."""

    @property
    def with_raw_response(self) -> AsyncClientWithRawResponse:
        """The same methods, giving answers before they are decoded."""
        return AsyncClientWithRawResponse(self)

    @property
    def with_streaming_response(self) -> AsyncClientWithStreamingResponse:
        """The same methods, giving answers before they are decoded."""
        return AsyncClientWithStreamingResponse(self)

    async def status(
        self,
        *,
        options: str | None | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: Timeout = not_given,
    ) -> _models.StatusModel:
        """Say whether the service is there."""
        return cast(
            "_models.StatusModel",
            await self._send(
                Call(
                    _STATUS,
                    query={"options": options},
                    extra_headers=extra_headers,
                    extra_query=extra_query,
                    extra_body=extra_body,
                    timeout=timeout,
                )
            ),
        )


class ClientWithRawResponse:
    """The same methods, giving answers undecoded."""

    def __init__(self, resource: ClientResource) -> None:
        self._resource = ClientResource(resource._client, RAW)
        self.status = raw(self._resource.status)

    @property
    def charts(self) -> _below_charts.ChartsWithRawResponse:
        """Operations reached as `client.charts`."""
        from .charts import ChartsWithRawResponse

        return ChartsWithRawResponse(self._resource._client.charts)

    @property
    def episodes(self) -> _below_episodes.EpisodesWithRawResponse:
        """Operations reached as `client.episodes`."""
        from .episodes import EpisodesWithRawResponse

        return EpisodesWithRawResponse(self._resource._client.episodes)

    @property
    def jingles(self) -> _below_jingles.JinglesWithRawResponse:
        """Operations reached as `client.jingles`."""
        from .jingles import JinglesWithRawResponse

        return JinglesWithRawResponse(self._resource._client.jingles)

    @property
    def live(self) -> _below_live.LiveWithRawResponse:
        """Operations reached as `client.live`."""
        from .live import LiveWithRawResponse

        return LiveWithRawResponse(self._resource._client.live)

    @property
    def recordings(self) -> _below_recordings.RecordingsWithRawResponse:
        """Operations reached as `client.recordings`."""
        from .recordings import RecordingsWithRawResponse

        return RecordingsWithRawResponse(self._resource._client.recordings)

    @property
    def shows(self) -> _below_shows.ShowsWithRawResponse:
        """Operations reached as `client.shows`."""
        from .shows import ShowsWithRawResponse

        return ShowsWithRawResponse(self._resource._client.shows)

    @property
    def stations(self) -> _below_stations.StationsWithRawResponse:
        """Operations reached as `client.stations`."""
        from .stations import StationsWithRawResponse

        return StationsWithRawResponse(self._resource._client.stations)

    @property
    def wishes(self) -> _below_wishes.WishesWithRawResponse:
        """Operations reached as `client.wishes`."""
        from .wishes import WishesWithRawResponse

        return WishesWithRawResponse(self._resource._client.wishes)


class ClientWithStreamingResponse:
    """The same methods, giving answers undecoded."""

    def __init__(self, resource: ClientResource) -> None:
        self._resource = ClientResource(resource._client, STREAMED)
        self.status = opened(self._resource.status)

    @property
    def charts(self) -> _below_charts.ChartsWithStreamingResponse:
        """Operations reached as `client.charts`."""
        from .charts import ChartsWithStreamingResponse

        return ChartsWithStreamingResponse(self._resource._client.charts)

    @property
    def episodes(self) -> _below_episodes.EpisodesWithStreamingResponse:
        """Operations reached as `client.episodes`."""
        from .episodes import EpisodesWithStreamingResponse

        return EpisodesWithStreamingResponse(self._resource._client.episodes)

    @property
    def jingles(self) -> _below_jingles.JinglesWithStreamingResponse:
        """Operations reached as `client.jingles`."""
        from .jingles import JinglesWithStreamingResponse

        return JinglesWithStreamingResponse(self._resource._client.jingles)

    @property
    def live(self) -> _below_live.LiveWithStreamingResponse:
        """Operations reached as `client.live`."""
        from .live import LiveWithStreamingResponse

        return LiveWithStreamingResponse(self._resource._client.live)

    @property
    def recordings(self) -> _below_recordings.RecordingsWithStreamingResponse:
        """Operations reached as `client.recordings`."""
        from .recordings import RecordingsWithStreamingResponse

        return RecordingsWithStreamingResponse(self._resource._client.recordings)

    @property
    def shows(self) -> _below_shows.ShowsWithStreamingResponse:
        """Operations reached as `client.shows`."""
        from .shows import ShowsWithStreamingResponse

        return ShowsWithStreamingResponse(self._resource._client.shows)

    @property
    def stations(self) -> _below_stations.StationsWithStreamingResponse:
        """Operations reached as `client.stations`."""
        from .stations import StationsWithStreamingResponse

        return StationsWithStreamingResponse(self._resource._client.stations)

    @property
    def wishes(self) -> _below_wishes.WishesWithStreamingResponse:
        """Operations reached as `client.wishes`."""
        from .wishes import WishesWithStreamingResponse

        return WishesWithStreamingResponse(self._resource._client.wishes)


class AsyncClientWithRawResponse:
    """The same methods, giving answers undecoded."""

    def __init__(self, resource: AsyncClientResource) -> None:
        self._resource = AsyncClientResource(resource._client, RAW)
        self.status = async_raw(self._resource.status)

    @property
    def charts(self) -> _below_charts.AsyncChartsWithRawResponse:
        """Operations reached as `client.charts`."""
        from .charts import AsyncChartsWithRawResponse

        return AsyncChartsWithRawResponse(self._resource._client.charts)

    @property
    def episodes(self) -> _below_episodes.AsyncEpisodesWithRawResponse:
        """Operations reached as `client.episodes`."""
        from .episodes import AsyncEpisodesWithRawResponse

        return AsyncEpisodesWithRawResponse(self._resource._client.episodes)

    @property
    def jingles(self) -> _below_jingles.AsyncJinglesWithRawResponse:
        """Operations reached as `client.jingles`."""
        from .jingles import AsyncJinglesWithRawResponse

        return AsyncJinglesWithRawResponse(self._resource._client.jingles)

    @property
    def live(self) -> _below_live.AsyncLiveWithRawResponse:
        """Operations reached as `client.live`."""
        from .live import AsyncLiveWithRawResponse

        return AsyncLiveWithRawResponse(self._resource._client.live)

    @property
    def recordings(self) -> _below_recordings.AsyncRecordingsWithRawResponse:
        """Operations reached as `client.recordings`."""
        from .recordings import AsyncRecordingsWithRawResponse

        return AsyncRecordingsWithRawResponse(self._resource._client.recordings)

    @property
    def shows(self) -> _below_shows.AsyncShowsWithRawResponse:
        """Operations reached as `client.shows`."""
        from .shows import AsyncShowsWithRawResponse

        return AsyncShowsWithRawResponse(self._resource._client.shows)

    @property
    def stations(self) -> _below_stations.AsyncStationsWithRawResponse:
        """Operations reached as `client.stations`."""
        from .stations import AsyncStationsWithRawResponse

        return AsyncStationsWithRawResponse(self._resource._client.stations)

    @property
    def wishes(self) -> _below_wishes.AsyncWishesWithRawResponse:
        """Operations reached as `client.wishes`."""
        from .wishes import AsyncWishesWithRawResponse

        return AsyncWishesWithRawResponse(self._resource._client.wishes)


class AsyncClientWithStreamingResponse:
    """The same methods, giving answers undecoded."""

    def __init__(self, resource: AsyncClientResource) -> None:
        self._resource = AsyncClientResource(resource._client, STREAMED)
        self.status = async_opened(self._resource.status)

    @property
    def charts(self) -> _below_charts.AsyncChartsWithStreamingResponse:
        """Operations reached as `client.charts`."""
        from .charts import AsyncChartsWithStreamingResponse

        return AsyncChartsWithStreamingResponse(self._resource._client.charts)

    @property
    def episodes(self) -> _below_episodes.AsyncEpisodesWithStreamingResponse:
        """Operations reached as `client.episodes`."""
        from .episodes import AsyncEpisodesWithStreamingResponse

        return AsyncEpisodesWithStreamingResponse(self._resource._client.episodes)

    @property
    def jingles(self) -> _below_jingles.AsyncJinglesWithStreamingResponse:
        """Operations reached as `client.jingles`."""
        from .jingles import AsyncJinglesWithStreamingResponse

        return AsyncJinglesWithStreamingResponse(self._resource._client.jingles)

    @property
    def live(self) -> _below_live.AsyncLiveWithStreamingResponse:
        """Operations reached as `client.live`."""
        from .live import AsyncLiveWithStreamingResponse

        return AsyncLiveWithStreamingResponse(self._resource._client.live)

    @property
    def recordings(self) -> _below_recordings.AsyncRecordingsWithStreamingResponse:
        """Operations reached as `client.recordings`."""
        from .recordings import AsyncRecordingsWithStreamingResponse

        return AsyncRecordingsWithStreamingResponse(self._resource._client.recordings)

    @property
    def shows(self) -> _below_shows.AsyncShowsWithStreamingResponse:
        """Operations reached as `client.shows`."""
        from .shows import AsyncShowsWithStreamingResponse

        return AsyncShowsWithStreamingResponse(self._resource._client.shows)

    @property
    def stations(self) -> _below_stations.AsyncStationsWithStreamingResponse:
        """Operations reached as `client.stations`."""
        from .stations import AsyncStationsWithStreamingResponse

        return AsyncStationsWithStreamingResponse(self._resource._client.stations)

    @property
    def wishes(self) -> _below_wishes.AsyncWishesWithStreamingResponse:
        """Operations reached as `client.wishes`."""
        from .wishes import AsyncWishesWithStreamingResponse

        return AsyncWishesWithStreamingResponse(self._resource._client.wishes)
