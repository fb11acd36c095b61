# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/radio_station; CONTRIBUTING.md says how to change what is generated.
"""`client.live` as callers know it."""

# pyright: reportPrivateUsage=false
from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from ...resources import live as _ours_live
from .. import _schemes
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
from .._values import not_given

if TYPE_CHECKING:
    from ... import models as _models

_LISTEN: Final = loosened(_ours_live._GET_LISTEN)
_STREAM_OF_LISTEN: Final = loosened(_ours_live._GET_LISTEN)


class LiveResource(SyncAPIResource):
    """Operations reached as `client.live`."""

    @property
    def with_raw_response(self) -> LiveWithRawResponse:
        """The same methods, giving answers before they are decoded."""
        return LiveWithRawResponse(self)

    @property
    def with_streaming_response(self) -> LiveWithStreamingResponse:
        """The same methods, giving answers before they are decoded."""
        return LiveWithStreamingResponse(self)

    def listen(
        self,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: Timeout = not_given,
    ) -> Stream[_models.NowPlaying]:
        """Follow what is on air."""
        return cast(
            "Stream[_models.NowPlaying]",
            self._stream(
                Call(
                    _STREAM_OF_LISTEN,
                    extra_headers=extra_headers,
                    extra_query=extra_query,
                    extra_body=extra_body,
                    timeout=timeout,
                ),
                Stream,
                _schemes.EVENTS,
            ),
        )


class AsyncLiveResource(AsyncAPIResource):
    """Operations reached as `client.live`."""

    @property
    def with_raw_response(self) -> AsyncLiveWithRawResponse:
        """The same methods, giving answers before they are decoded."""
        return AsyncLiveWithRawResponse(self)

    @property
    def with_streaming_response(self) -> AsyncLiveWithStreamingResponse:
        """The same methods, giving answers before they are decoded."""
        return AsyncLiveWithStreamingResponse(self)

    async def listen(
        self,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: Timeout = not_given,
    ) -> AsyncStream[_models.NowPlaying]:
        """Follow what is on air."""
        return cast(
            "AsyncStream[_models.NowPlaying]",
            await self._stream(
                Call(
                    _STREAM_OF_LISTEN,
                    extra_headers=extra_headers,
                    extra_query=extra_query,
                    extra_body=extra_body,
                    timeout=timeout,
                ),
                AsyncStream,
                _schemes.EVENTS,
            ),
        )


class LiveWithRawResponse:
    """The same methods, giving answers undecoded."""

    def __init__(self, resource: LiveResource) -> None:
        self._resource = LiveResource(resource._client, RAW)
        self.listen = raw(self._resource.listen)


class LiveWithStreamingResponse:
    """The same methods, giving answers undecoded."""

    def __init__(self, resource: LiveResource) -> None:
        self._resource = LiveResource(resource._client, STREAMED)
        self.listen = opened(self._resource.listen)


class AsyncLiveWithRawResponse:
    """The same methods, giving answers undecoded."""

    def __init__(self, resource: AsyncLiveResource) -> None:
        self._resource = AsyncLiveResource(resource._client, RAW)
        self.listen = async_raw(self._resource.listen)


class AsyncLiveWithStreamingResponse:
    """The same methods, giving answers undecoded."""

    def __init__(self, resource: AsyncLiveResource) -> None:
        self._resource = AsyncLiveResource(resource._client, STREAMED)
        self.listen = async_opened(self._resource.listen)
