# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/radio_station; CONTRIBUTING.md says how to change what is generated.
"""Operations on live, reached as `client.live`."""

from __future__ import annotations

from builtins import list as List
from typing import Final

from .._http.operation import Operation
from ..models import (
    NowPlaying,
)
from ..options import RequestOptions
from ..streaming import AsyncStream, Stream
from ._base import AsyncResource, SyncResource
from ._raw import RawResource
from ._raw_stream import AsyncRawStream, RawStream

__all__ = ["AsyncLive", "AsyncLiveRaw", "Live", "LiveRaw"]

_GET_LISTEN: Final[Operation[List[NowPlaying]]] = Operation(
    name="live.get_listen",
    method="GET",
    path="/live",
    answers=(("200", "text/event-stream", NowPlaying),),
    accept="text/event-stream",
    errors={},
)


class Live(SyncResource):
    """Operations on live, reached as `client.live`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> LiveRaw:
        """The same operations, giving each answer as it came."""
        return LiveRaw(self)

    def get_listen(self, *, options: RequestOptions | None = None) -> Stream[NowPlaying]:
        """Follow what is on air.

        Calls `GET /live` (`listen` in the vendor's document).

        Args:
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            Stream[NowPlaying]: What the service sends, item by item.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.in_parts(Stream[NowPlaying], _GET_LISTEN, options=options)


class AsyncLive(AsyncResource):
    """Operations on live, reached as `client.live`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> AsyncLiveRaw:
        """The same operations, giving each answer as it came."""
        return AsyncLiveRaw(self)

    def get_listen(self, *, options: RequestOptions | None = None) -> AsyncStream[NowPlaying]:
        """Follow what is on air.

        Calls `GET /live` (`listen` in the vendor's document).

        Args:
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            AsyncStream[NowPlaying]: What the service sends, item by item.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.in_parts(AsyncStream[NowPlaying], _GET_LISTEN, options=options)


class LiveRaw(RawResource):
    """Operations on live, reached as `client.live`. Each gives its answer as it came."""

    __slots__ = ()

    get_listen: Final = RawStream(Live.get_listen)


class AsyncLiveRaw(RawResource):
    """Operations on live, reached as `client.live`. Each gives its answer as it came."""

    __slots__ = ()

    get_listen: Final = AsyncRawStream(AsyncLive.get_listen)
