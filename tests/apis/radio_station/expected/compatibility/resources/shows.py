# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/radio_station; CONTRIBUTING.md says how to change what is generated.
"""`client.shows` as callers know it."""

# pyright: reportPrivateUsage=false
from __future__ import annotations

import datetime as _datetime
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final, cast

from ...resources import shows as _ours_shows
from .. import _params, _schemes
from .._call import Call, loosened
from .._options import Body, Headers, Query, Timeout
from .._pages import AsyncPaginator, found as _found
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
    from . import shows_episodes as _below_shows_episodes, shows_transcripts as _below_shows_transcripts

_CREATE: Final = loosened(_ours_shows._CREATE)
_LIST: Final = loosened(_ours_shows._LIST)
_RETRIEVE: Final = loosened(_ours_shows._GET)
_PEEK__: Final = loosened(_ours_shows._GET)
_KEEP_NOTE: Final = loosened(_ours_shows._KEEP_NOTE)


class ShowsResource(SyncAPIResource):
    """Operations reached as `client.shows`."""

    @property
    def episodes(self) -> _below_shows_episodes.ShowsEpisodesResource:
        """Operations reached as `client.shows.episodes`."""
        from .shows_episodes import ShowsEpisodesResource

        return ShowsEpisodesResource(self._client, self._mode)

    @property
    def transcripts(self) -> _below_shows_transcripts.ShowsTranscriptsResource:
        """Operations reached as `client.shows.transcripts`."""
        from .shows_transcripts import ShowsTranscriptsResource

        return ShowsTranscriptsResource(self._client, self._mode)

    @property
    def with_raw_response(self) -> ShowsWithRawResponse:
        """The same methods, giving answers before they are decoded."""
        return ShowsWithRawResponse(self)

    @property
    def with_streaming_response(self) -> ShowsWithStreamingResponse:
        """The same methods, giving answers before they are decoded."""
        return ShowsWithStreamingResponse(self)

    def create(
        self,
        *,
        title: str,
        airs_at: str | _datetime.datetime | None | Omit = omit,
        from_: str | _datetime.date | None | Omit = omit,
        hosts: Sequence[_params.HostParam | _models.Host] | None | Omit = omit,
        notes: Mapping[str, str] | None | Omit = omit,
        tags: Sequence[str] | None | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: Timeout = not_given,
        idempotency_key: str | None = None,
    ) -> _models.Show:
        """Add a show."""
        return cast(
            "_models.Show",
            self._send(
                Call(
                    _CREATE,
                    body={
                        "title": title,
                        "airsAt": airs_at,
                        "from": from_,
                        "hosts": hosts,
                        "notes": notes,
                        "tags": tags,
                    },
                    models={"hosts": "Host"},
                    specifications=_params.SPECIFICATIONS,
                    headers={"Idempotency-Key": idempotency_key},
                    extra_headers=extra_headers,
                    extra_query=extra_query,
                    extra_body=extra_body,
                    timeout=timeout,
                )
            ),
        )

    def list(
        self,
        *,
        after: str | None | Omit = omit,
        aired_since: str | _datetime.datetime | None | Omit = omit,
        limit: int | None | Omit = omit,
        tags: Sequence[str] | None | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: Timeout = not_given,
    ) -> _schemes.SyncCursorPage[_models.Show]:
        """List the shows."""
        return cast(
            "_schemes.SyncCursorPage[_models.Show]",
            self._page(
                Call(
                    _LIST,
                    query={"after": after, "airedSince": aired_since, "limit": limit, "tags": tags},
                    extra_headers=extra_headers,
                    extra_query=extra_query,
                    extra_body=extra_body,
                    timeout=timeout,
                ),
                _schemes.CURSOR_PAGE_SCHEME,
                _schemes.SyncCursorPage,
            ),
        )

    def retrieve(
        self,
        show_id: str,
        *,
        x_language: str | None | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: Timeout = not_given,
    ) -> _models.Show:
        """Return a show."""
        return cast(
            "_models.Show",
            self._send(
                Call(
                    _RETRIEVE,
                    path={"show_id": show_id, "x_language": x_language},
                    extra_headers=extra_headers,
                    extra_query=extra_query,
                    extra_body=extra_body,
                    timeout=timeout,
                ),
                lambda answer: _found(answer, "data"),
            ),
        )

    def _peek(
        self,
        show_id: str,
        *,
        x_language: str | None | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: Timeout = not_given,
    ) -> _models.Show:
        """Return a show."""
        return cast(
            "_models.Show",
            self._send(
                Call(
                    _PEEK__,
                    path={"show_id": show_id, "x_language": x_language},
                    extra_headers=extra_headers,
                    extra_query=extra_query,
                    extra_body=extra_body,
                    timeout=timeout,
                ),
                lambda answer: _found(answer, "data"),
            ),
        )

    def keep_note(
        self,
        note_key: str,
        show_id: str,
        *,
        text: str | None | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: Timeout = not_given,
        idempotency_key: str | None = None,
    ) -> None:
        """Call shows.keep_note."""
        return cast(
            "None",
            self._send(
                Call(
                    _KEEP_NOTE,
                    path={"key": note_key, "show_id": show_id},
                    body={"text": text},
                    headers={"Idempotency-Key": idempotency_key},
                    extra_headers=extra_headers,
                    extra_query=extra_query,
                    extra_body=extra_body,
                    timeout=timeout,
                )
            ),
        )


class AsyncShowsResource(AsyncAPIResource):
    """Operations reached as `client.shows`."""

    @property
    def episodes(self) -> _below_shows_episodes.AsyncShowsEpisodesResource:
        """Operations reached as `client.shows.episodes`."""
        from .shows_episodes import AsyncShowsEpisodesResource

        return AsyncShowsEpisodesResource(self._client, self._mode)

    @property
    def transcripts(self) -> _below_shows_transcripts.AsyncShowsTranscriptsResource:
        """Operations reached as `client.shows.transcripts`."""
        from .shows_transcripts import AsyncShowsTranscriptsResource

        return AsyncShowsTranscriptsResource(self._client, self._mode)

    @property
    def with_raw_response(self) -> AsyncShowsWithRawResponse:
        """The same methods, giving answers before they are decoded."""
        return AsyncShowsWithRawResponse(self)

    @property
    def with_streaming_response(self) -> AsyncShowsWithStreamingResponse:
        """The same methods, giving answers before they are decoded."""
        return AsyncShowsWithStreamingResponse(self)

    async def create(
        self,
        *,
        title: str,
        airs_at: str | _datetime.datetime | None | Omit = omit,
        from_: str | _datetime.date | None | Omit = omit,
        hosts: Sequence[_params.HostParam | _models.Host] | None | Omit = omit,
        notes: Mapping[str, str] | None | Omit = omit,
        tags: Sequence[str] | None | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: Timeout = not_given,
        idempotency_key: str | None = None,
    ) -> _models.Show:
        """Add a show."""
        return cast(
            "_models.Show",
            await self._send(
                Call(
                    _CREATE,
                    body={
                        "title": title,
                        "airsAt": airs_at,
                        "from": from_,
                        "hosts": hosts,
                        "notes": notes,
                        "tags": tags,
                    },
                    models={"hosts": "Host"},
                    specifications=_params.SPECIFICATIONS,
                    headers={"Idempotency-Key": idempotency_key},
                    extra_headers=extra_headers,
                    extra_query=extra_query,
                    extra_body=extra_body,
                    timeout=timeout,
                )
            ),
        )

    def list(
        self,
        *,
        after: str | None | Omit = omit,
        aired_since: str | _datetime.datetime | None | Omit = omit,
        limit: int | None | Omit = omit,
        tags: Sequence[str] | None | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: Timeout = not_given,
    ) -> AsyncPaginator[_models.Show, _schemes.AsyncCursorPage[_models.Show]]:
        """List the shows."""
        return cast(
            "AsyncPaginator[_models.Show, _schemes.AsyncCursorPage[_models.Show]]",
            self._page(
                Call(
                    _LIST,
                    query={"after": after, "airedSince": aired_since, "limit": limit, "tags": tags},
                    extra_headers=extra_headers,
                    extra_query=extra_query,
                    extra_body=extra_body,
                    timeout=timeout,
                ),
                _schemes.CURSOR_PAGE_SCHEME,
                _schemes.AsyncCursorPage,
            ),
        )

    async def retrieve(
        self,
        show_id: str,
        *,
        x_language: str | None | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: Timeout = not_given,
    ) -> _models.Show:
        """Return a show."""
        return cast(
            "_models.Show",
            await self._send(
                Call(
                    _RETRIEVE,
                    path={"show_id": show_id, "x_language": x_language},
                    extra_headers=extra_headers,
                    extra_query=extra_query,
                    extra_body=extra_body,
                    timeout=timeout,
                ),
                lambda answer: _found(answer, "data"),
            ),
        )

    async def _peek(
        self,
        show_id: str,
        *,
        x_language: str | None | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: Timeout = not_given,
    ) -> _models.Show:
        """Return a show."""
        return cast(
            "_models.Show",
            await self._send(
                Call(
                    _PEEK__,
                    path={"show_id": show_id, "x_language": x_language},
                    extra_headers=extra_headers,
                    extra_query=extra_query,
                    extra_body=extra_body,
                    timeout=timeout,
                ),
                lambda answer: _found(answer, "data"),
            ),
        )

    async def keep_note(
        self,
        note_key: str,
        show_id: str,
        *,
        text: str | None | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: Timeout = not_given,
        idempotency_key: str | None = None,
    ) -> None:
        """Call shows.keep_note."""
        return cast(
            "None",
            await self._send(
                Call(
                    _KEEP_NOTE,
                    path={"key": note_key, "show_id": show_id},
                    body={"text": text},
                    headers={"Idempotency-Key": idempotency_key},
                    extra_headers=extra_headers,
                    extra_query=extra_query,
                    extra_body=extra_body,
                    timeout=timeout,
                )
            ),
        )


class ShowsWithRawResponse:
    """The same methods, giving answers undecoded."""

    def __init__(self, resource: ShowsResource) -> None:
        self._resource = ShowsResource(resource._client, RAW)
        self.create = raw(self._resource.create)
        self.list = raw(self._resource.list)
        self.retrieve = raw(self._resource.retrieve)
        self._peek = raw(self._resource._peek)
        self.keep_note = raw(self._resource.keep_note)

    @property
    def episodes(self) -> _below_shows_episodes.ShowsEpisodesWithRawResponse:
        """Operations reached as `client.shows.episodes`."""
        from .shows_episodes import ShowsEpisodesWithRawResponse

        return ShowsEpisodesWithRawResponse(self._resource.episodes)

    @property
    def transcripts(self) -> _below_shows_transcripts.ShowsTranscriptsWithRawResponse:
        """Operations reached as `client.shows.transcripts`."""
        from .shows_transcripts import ShowsTranscriptsWithRawResponse

        return ShowsTranscriptsWithRawResponse(self._resource.transcripts)


class ShowsWithStreamingResponse:
    """The same methods, giving answers undecoded."""

    def __init__(self, resource: ShowsResource) -> None:
        self._resource = ShowsResource(resource._client, STREAMED)
        self.create = opened(self._resource.create)
        self.list = opened(self._resource.list)
        self.retrieve = opened(self._resource.retrieve)
        self._peek = opened(self._resource._peek)
        self.keep_note = opened(self._resource.keep_note)

    @property
    def episodes(self) -> _below_shows_episodes.ShowsEpisodesWithStreamingResponse:
        """Operations reached as `client.shows.episodes`."""
        from .shows_episodes import ShowsEpisodesWithStreamingResponse

        return ShowsEpisodesWithStreamingResponse(self._resource.episodes)

    @property
    def transcripts(self) -> _below_shows_transcripts.ShowsTranscriptsWithStreamingResponse:
        """Operations reached as `client.shows.transcripts`."""
        from .shows_transcripts import ShowsTranscriptsWithStreamingResponse

        return ShowsTranscriptsWithStreamingResponse(self._resource.transcripts)


class AsyncShowsWithRawResponse:
    """The same methods, giving answers undecoded."""

    def __init__(self, resource: AsyncShowsResource) -> None:
        self._resource = AsyncShowsResource(resource._client, RAW)
        self.create = async_raw(self._resource.create)
        self.list = async_raw(self._resource.list)
        self.retrieve = async_raw(self._resource.retrieve)
        self._peek = async_raw(self._resource._peek)
        self.keep_note = async_raw(self._resource.keep_note)

    @property
    def episodes(self) -> _below_shows_episodes.AsyncShowsEpisodesWithRawResponse:
        """Operations reached as `client.shows.episodes`."""
        from .shows_episodes import AsyncShowsEpisodesWithRawResponse

        return AsyncShowsEpisodesWithRawResponse(self._resource.episodes)

    @property
    def transcripts(self) -> _below_shows_transcripts.AsyncShowsTranscriptsWithRawResponse:
        """Operations reached as `client.shows.transcripts`."""
        from .shows_transcripts import AsyncShowsTranscriptsWithRawResponse

        return AsyncShowsTranscriptsWithRawResponse(self._resource.transcripts)


class AsyncShowsWithStreamingResponse:
    """The same methods, giving answers undecoded."""

    def __init__(self, resource: AsyncShowsResource) -> None:
        self._resource = AsyncShowsResource(resource._client, STREAMED)
        self.create = async_opened(self._resource.create)
        self.list = async_opened(self._resource.list)
        self.retrieve = async_opened(self._resource.retrieve)
        self._peek = async_opened(self._resource._peek)
        self.keep_note = async_opened(self._resource.keep_note)

    @property
    def episodes(self) -> _below_shows_episodes.AsyncShowsEpisodesWithStreamingResponse:
        """Operations reached as `client.shows.episodes`."""
        from .shows_episodes import AsyncShowsEpisodesWithStreamingResponse

        return AsyncShowsEpisodesWithStreamingResponse(self._resource.episodes)

    @property
    def transcripts(self) -> _below_shows_transcripts.AsyncShowsTranscriptsWithStreamingResponse:
        """Operations reached as `client.shows.transcripts`."""
        from .shows_transcripts import AsyncShowsTranscriptsWithStreamingResponse

        return AsyncShowsTranscriptsWithStreamingResponse(self._resource.transcripts)
