# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/radio_station; CONTRIBUTING.md says how to change what is generated.
"""`client.shows.transcripts` as callers know it."""

# pyright: reportPrivateUsage=false
from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final, Literal, cast, overload

from ...resources import shows as _ours_shows
from .. import _params, _schemes
from .._call import Call, loosened
from .._options import Body, Headers, Query, Timeout
from .._raw import (
    async_opened,
    async_raw,
    opened,
    raw,
)
from .._resource import RAW, STREAMED, AsyncAPIResource, SyncAPIResource
from .._streams import AsyncStream, Stream
from .._values import Omit, not_given, omit

if TYPE_CHECKING:
    from ... import models as _models

_CREATE: Final = loosened(_ours_shows._CREATE_TRANSCRIPT)
_STREAM_OF_CREATE: Final = loosened(_ours_shows._CREATE_TRANSCRIPT_STREAM)


class ShowsTranscriptsResource(SyncAPIResource):
    """Operations reached as `client.shows.transcripts`."""

    @property
    def with_raw_response(self) -> ShowsTranscriptsWithRawResponse:
        """The same methods, giving answers before they are decoded."""
        return ShowsTranscriptsWithRawResponse(self)

    @property
    def with_streaming_response(self) -> ShowsTranscriptsWithStreamingResponse:
        """The same methods, giving answers before they are decoded."""
        return ShowsTranscriptsWithStreamingResponse(self)

    @overload
    def create(
        self,
        show_id: str,
        *,
        lines: Sequence[_params.LineParam | _models.Line],
        format: _params.CreateShowTranscriptRequestFormatParam | None | Omit = omit,
        model: Literal["fast", "exact"] | _models.CreateShowTranscriptRequestModel | None | Omit = omit,
        stream: Literal[False] | None | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: Timeout = not_given,
        idempotency_key: str | None = None,
    ) -> _models.Transcript: ...
    @overload
    def create(
        self,
        show_id: str,
        *,
        stream: Literal[True],
        lines: Sequence[_params.LineParam | _models.Line],
        format: _params.CreateShowTranscriptRequestFormatParam | None | Omit = omit,
        model: Literal["fast", "exact"] | _models.CreateShowTranscriptRequestModel | None | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: Timeout = not_given,
        idempotency_key: str | None = None,
    ) -> Stream[_models.TranscriptChunk]: ...
    @overload
    def create(
        self,
        show_id: str,
        *,
        stream: bool,
        lines: Sequence[_params.LineParam | _models.Line],
        format: _params.CreateShowTranscriptRequestFormatParam | None | Omit = omit,
        model: Literal["fast", "exact"] | _models.CreateShowTranscriptRequestModel | None | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: Timeout = not_given,
        idempotency_key: str | None = None,
    ) -> Stream[_models.TranscriptChunk] | _models.Transcript: ...
    def create(
        self,
        show_id: str,
        *,
        lines: Sequence[_params.LineParam | _models.Line],
        format: _params.CreateShowTranscriptRequestFormatParam | None | Omit = omit,
        model: Literal["fast", "exact"] | _models.CreateShowTranscriptRequestModel | None | Omit = omit,
        stream: bool | None | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: Timeout = not_given,
        idempotency_key: str | None = None,
    ) -> Stream[_models.TranscriptChunk] | _models.Transcript:
        """Write down what is said."""
        if stream:
            return cast(
                "Stream[_models.TranscriptChunk]",
                self._stream(
                    Call(
                        _STREAM_OF_CREATE,
                        path={"show_id": show_id},
                        body={"lines": lines, "format": format, "model": model, "stream": stream},
                        models={"lines": "Line", "format": "Layout"},
                        specifications=_params.SPECIFICATIONS,
                        headers={"Idempotency-Key": idempotency_key},
                        extra_headers=extra_headers,
                        extra_query=extra_query,
                        extra_body=extra_body,
                        timeout=timeout,
                    ),
                    Stream,
                    _schemes.EVENTS,
                ),
            )
        return cast(
            "_models.Transcript",
            self._send(
                Call(
                    _CREATE,
                    path={"show_id": show_id},
                    body={"lines": lines, "format": format, "model": model, "stream": stream},
                    models={"lines": "Line", "format": "Layout"},
                    specifications=_params.SPECIFICATIONS,
                    headers={"Idempotency-Key": idempotency_key},
                    extra_headers=extra_headers,
                    extra_query=extra_query,
                    extra_body=extra_body,
                    timeout=timeout,
                )
            ),
        )


class AsyncShowsTranscriptsResource(AsyncAPIResource):
    """Operations reached as `client.shows.transcripts`."""

    @property
    def with_raw_response(self) -> AsyncShowsTranscriptsWithRawResponse:
        """The same methods, giving answers before they are decoded."""
        return AsyncShowsTranscriptsWithRawResponse(self)

    @property
    def with_streaming_response(self) -> AsyncShowsTranscriptsWithStreamingResponse:
        """The same methods, giving answers before they are decoded."""
        return AsyncShowsTranscriptsWithStreamingResponse(self)

    @overload
    async def create(
        self,
        show_id: str,
        *,
        lines: Sequence[_params.LineParam | _models.Line],
        format: _params.CreateShowTranscriptRequestFormatParam | None | Omit = omit,
        model: Literal["fast", "exact"] | _models.CreateShowTranscriptRequestModel | None | Omit = omit,
        stream: Literal[False] | None | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: Timeout = not_given,
        idempotency_key: str | None = None,
    ) -> _models.Transcript: ...
    @overload
    async def create(
        self,
        show_id: str,
        *,
        stream: Literal[True],
        lines: Sequence[_params.LineParam | _models.Line],
        format: _params.CreateShowTranscriptRequestFormatParam | None | Omit = omit,
        model: Literal["fast", "exact"] | _models.CreateShowTranscriptRequestModel | None | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: Timeout = not_given,
        idempotency_key: str | None = None,
    ) -> AsyncStream[_models.TranscriptChunk]: ...
    @overload
    async def create(
        self,
        show_id: str,
        *,
        stream: bool,
        lines: Sequence[_params.LineParam | _models.Line],
        format: _params.CreateShowTranscriptRequestFormatParam | None | Omit = omit,
        model: Literal["fast", "exact"] | _models.CreateShowTranscriptRequestModel | None | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: Timeout = not_given,
        idempotency_key: str | None = None,
    ) -> AsyncStream[_models.TranscriptChunk] | _models.Transcript: ...
    async def create(
        self,
        show_id: str,
        *,
        lines: Sequence[_params.LineParam | _models.Line],
        format: _params.CreateShowTranscriptRequestFormatParam | None | Omit = omit,
        model: Literal["fast", "exact"] | _models.CreateShowTranscriptRequestModel | None | Omit = omit,
        stream: bool | None | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: Timeout = not_given,
        idempotency_key: str | None = None,
    ) -> AsyncStream[_models.TranscriptChunk] | _models.Transcript:
        """Write down what is said."""
        if stream:
            return cast(
                "AsyncStream[_models.TranscriptChunk]",
                await self._stream(
                    Call(
                        _STREAM_OF_CREATE,
                        path={"show_id": show_id},
                        body={"lines": lines, "format": format, "model": model, "stream": stream},
                        models={"lines": "Line", "format": "Layout"},
                        specifications=_params.SPECIFICATIONS,
                        headers={"Idempotency-Key": idempotency_key},
                        extra_headers=extra_headers,
                        extra_query=extra_query,
                        extra_body=extra_body,
                        timeout=timeout,
                    ),
                    AsyncStream,
                    _schemes.EVENTS,
                ),
            )
        return cast(
            "_models.Transcript",
            await self._send(
                Call(
                    _CREATE,
                    path={"show_id": show_id},
                    body={"lines": lines, "format": format, "model": model, "stream": stream},
                    models={"lines": "Line", "format": "Layout"},
                    specifications=_params.SPECIFICATIONS,
                    headers={"Idempotency-Key": idempotency_key},
                    extra_headers=extra_headers,
                    extra_query=extra_query,
                    extra_body=extra_body,
                    timeout=timeout,
                )
            ),
        )


class ShowsTranscriptsWithRawResponse:
    """The same methods, giving answers undecoded."""

    def __init__(self, resource: ShowsTranscriptsResource) -> None:
        self._resource = ShowsTranscriptsResource(resource._client, RAW)
        self.create = raw(self._resource.create)


class ShowsTranscriptsWithStreamingResponse:
    """The same methods, giving answers undecoded."""

    def __init__(self, resource: ShowsTranscriptsResource) -> None:
        self._resource = ShowsTranscriptsResource(resource._client, STREAMED)
        self.create = opened(self._resource.create)


class AsyncShowsTranscriptsWithRawResponse:
    """The same methods, giving answers undecoded."""

    def __init__(self, resource: AsyncShowsTranscriptsResource) -> None:
        self._resource = AsyncShowsTranscriptsResource(resource._client, RAW)
        self.create = async_raw(self._resource.create)


class AsyncShowsTranscriptsWithStreamingResponse:
    """The same methods, giving answers undecoded."""

    def __init__(self, resource: AsyncShowsTranscriptsResource) -> None:
        self._resource = AsyncShowsTranscriptsResource(resource._client, STREAMED)
        self.create = async_opened(self._resource.create)
