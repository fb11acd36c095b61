# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/ferry_line; CONTRIBUTING.md says how to change what is generated.
"""Operations on timetable, reached as `client.timetable`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from .._http.operation import Operation
from ..options import RequestOptions
from ._base import AsyncResource, SyncResource
from ._raw import AsyncRaw, Raw, RawResource
from ._streaming import AsyncStreaming, Streaming, StreamingResource

if TYPE_CHECKING:
    from ..resources import timetable_sailings as _timetable_sailings
else:
    from .._lazy import lazy_module

    _timetable_sailings = lazy_module(".resources.timetable_sailings")

__all__ = [
    "AsyncTimetable",
    "AsyncTimetableRaw",
    "AsyncTimetableStreaming",
    "Timetable",
    "TimetableRaw",
    "TimetableStreaming",
]

_READ_SAILINGS: Final[Operation[str]] = Operation(
    name="timetable.read_sailings",
    method="GET",
    path="/timetable",
    answers=(("200", "text/plain", str),),
    accept="text/plain",
    security=(),
)


class Timetable(SyncResource):
    """Operations on timetable, reached as `client.timetable`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> TimetableRaw:
        """The same operations, giving each answer as it came."""
        return TimetableRaw(self)

    @property
    def with_streaming_response(self) -> TimetableStreaming:
        """The operations that answer text or bytes, giving each answer to be read in parts or stored in a file."""
        return TimetableStreaming(self)

    @property
    def sailings(self) -> _timetable_sailings.TimetableSailings:
        """Operations on timetable sailings, reached as `client.timetable.sailings`."""
        from ..resources.timetable_sailings import TimetableSailings

        return TimetableSailings(self._client)

    def read_sailings(self, *, options: RequestOptions | None = None) -> str:
        """Call timetable.read_sailings.

        Calls `GET /timetable` (`readSailings` in the vendor's document).

        Args:
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            str: The text that is answered (text/plain).

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(_READ_SAILINGS, options=options)


class AsyncTimetable(AsyncResource):
    """Operations on timetable, reached as `client.timetable`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> AsyncTimetableRaw:
        """The same operations, giving each answer as it came."""
        return AsyncTimetableRaw(self)

    @property
    def with_streaming_response(self) -> AsyncTimetableStreaming:
        """The operations that answer text or bytes, giving each answer to be read in parts or stored in a file."""
        return AsyncTimetableStreaming(self)

    @property
    def sailings(self) -> _timetable_sailings.AsyncTimetableSailings:
        """Operations on timetable sailings, reached as `client.timetable.sailings`."""
        from ..resources.timetable_sailings import AsyncTimetableSailings

        return AsyncTimetableSailings(self._client)

    async def read_sailings(self, *, options: RequestOptions | None = None) -> str:
        """Call timetable.read_sailings.

        Calls `GET /timetable` (`readSailings` in the vendor's document).

        Args:
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            str: The text that is answered (text/plain).

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(_READ_SAILINGS, options=options)


class TimetableRaw(RawResource):
    """Operations on timetable, reached as `client.timetable`. Each gives its answer as it came."""

    __slots__ = ()

    read_sailings: Final = Raw(Timetable.read_sailings)

    @property
    def sailings(self) -> _timetable_sailings.TimetableSailingsRaw:
        """Operations on timetable sailings, reached as `client.timetable.sailings`."""
        from .timetable_sailings import TimetableSailingsRaw

        return TimetableSailingsRaw(self._twin.sailings)


class AsyncTimetableRaw(RawResource):
    """Operations on timetable, reached as `client.timetable`. Each gives its answer as it came."""

    __slots__ = ()

    read_sailings: Final = AsyncRaw(AsyncTimetable.read_sailings)

    @property
    def sailings(self) -> _timetable_sailings.AsyncTimetableSailingsRaw:
        """Operations on timetable sailings, reached as `client.timetable.sailings`."""
        from .timetable_sailings import AsyncTimetableSailingsRaw

        return AsyncTimetableSailingsRaw(self._twin.sailings)


class TimetableStreaming(StreamingResource):
    """Operations on timetable, reached as `client.timetable`. Each gives its answer to be read in parts or stored in a file."""

    __slots__ = ()

    read_sailings: Final = Streaming(Timetable.read_sailings)


class AsyncTimetableStreaming(StreamingResource):
    """Operations on timetable, reached as `client.timetable`. Each gives its answer to be read in parts or stored in a file."""

    __slots__ = ()

    read_sailings: Final = AsyncStreaming(AsyncTimetable.read_sailings)
