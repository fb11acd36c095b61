# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/radio_station; CONTRIBUTING.md says how to change what is generated.
"""Operations on recordings, reached as `client.recordings`."""

from __future__ import annotations

from builtins import list as List
from typing import Final

from msgspec import UNSET, UnsetType

from .._http.body_field import BodyField as _BodyField
from .._http.operation import Operation
from .._http.parameters import Parameter as _Parameter
from .._http.uploads import FileTypes
from ..models import (
    Recording,
)
from ..options import RequestOptions
from ._base import AsyncResource, SyncResource
from ._raw import AsyncRaw, Raw, RawResource
from ._streaming import AsyncStreaming, Streaming, StreamingResource

__all__ = [
    "AsyncRecordings",
    "AsyncRecordingsRaw",
    "AsyncRecordingsStreaming",
    "Recordings",
    "RecordingsRaw",
    "RecordingsStreaming",
]

_DELETE: Final = Operation(
    name="recordings.delete",
    method="DELETE",
    path="/recordings/{recording_id}",
    result=None,
    errors={},
    parameters=(_Parameter("recording_id", "recording_id", "path", str, required=True),),
)
_ADD: Final = Operation(
    name="recordings.add",
    method="POST",
    path="/recordings",
    result=Recording,
    errors={},
    body_type="multipart/form-data",
    body_fields=(
        _BodyField("file", "file", required=True, file=True),
        _BodyField("covers", "covers", file=True, many=True),
        _BodyField("title", "title", str),
    ),
)
_GET_CONTENT: Final[Operation[bytes]] = Operation(
    name="recordings.get_content",
    method="GET",
    path="/recordings/{recording_id}/content",
    answers=(("200", "application/octet-stream", bytes),),
    accept="application/octet-stream",
    errors={},
    parameters=(_Parameter("recording_id", "recording_id", "path", str, required=True),),
)


class Recordings(SyncResource):
    """Operations on recordings, reached as `client.recordings`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> RecordingsRaw:
        """The same operations, giving each answer as it came."""
        return RecordingsRaw(self)

    @property
    def with_streaming_response(self) -> RecordingsStreaming:
        """The operations that answer text or bytes, giving each answer to be read in parts or stored in a file."""
        return RecordingsStreaming(self)

    def delete(self, recording_id: str, *, options: RequestOptions | None = None) -> None:
        """Drop a recording.

        Calls `DELETE /recordings/{recording_id}` (`deleteRecording` in the vendor's document).

        Args:
            recording_id (str): The id of the recording.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(_DELETE, parameters={"recording_id": recording_id}, options=options)

    def add(
        self,
        *,
        file: FileTypes,
        covers: List[FileTypes] | UnsetType = UNSET,
        title: str | UnsetType = UNSET,
        options: RequestOptions | None = None,
    ) -> Recording:
        """Store a recording.

        Calls `POST /recordings` (`addRecording` in the vendor's document).

        An argument that is left out is not sent.

        A file is its bytes, its path, a file opened for reading bytes, an iterable of bytes (for an
        asynchronous client an async one too), or an `Upload` of one of these with a name and a media type. It
        is read while it is sent.

        Args:
            file (FileTypes): Not described by the vendor.
            covers (list[FileTypes]): Not described by the vendor.
            title (str): Not described by the vendor.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            Recording: The recording, as the service answers it.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(_ADD, body={"file": file, "covers": covers, "title": title}, options=options)

    def get_content(self, recording_id: str, *, options: RequestOptions | None = None) -> bytes:
        """Return the sound of a recording.

        Calls `GET /recordings/{recording_id}/content` (`getContent` in the vendor's document).

        Args:
            recording_id (str): The id of the recording.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            bytes: The bytes that are answered (application/octet-stream); for large ones see
                `with_streaming_response`.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(_GET_CONTENT, parameters={"recording_id": recording_id}, options=options)


class AsyncRecordings(AsyncResource):
    """Operations on recordings, reached as `client.recordings`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> AsyncRecordingsRaw:
        """The same operations, giving each answer as it came."""
        return AsyncRecordingsRaw(self)

    @property
    def with_streaming_response(self) -> AsyncRecordingsStreaming:
        """The operations that answer text or bytes, giving each answer to be read in parts or stored in a file."""
        return AsyncRecordingsStreaming(self)

    async def delete(self, recording_id: str, *, options: RequestOptions | None = None) -> None:
        """Drop a recording.

        Calls `DELETE /recordings/{recording_id}` (`deleteRecording` in the vendor's document).

        Args:
            recording_id (str): The id of the recording.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(_DELETE, parameters={"recording_id": recording_id}, options=options)

    async def add(
        self,
        *,
        file: FileTypes,
        covers: List[FileTypes] | UnsetType = UNSET,
        title: str | UnsetType = UNSET,
        options: RequestOptions | None = None,
    ) -> Recording:
        """Store a recording.

        Calls `POST /recordings` (`addRecording` in the vendor's document).

        An argument that is left out is not sent.

        A file is its bytes, its path, a file opened for reading bytes, an iterable of bytes (for an
        asynchronous client an async one too), or an `Upload` of one of these with a name and a media type. It
        is read while it is sent.

        Args:
            file (FileTypes): Not described by the vendor.
            covers (list[FileTypes]): Not described by the vendor.
            title (str): Not described by the vendor.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            Recording: The recording, as the service answers it.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(_ADD, body={"file": file, "covers": covers, "title": title}, options=options)

    async def get_content(self, recording_id: str, *, options: RequestOptions | None = None) -> bytes:
        """Return the sound of a recording.

        Calls `GET /recordings/{recording_id}/content` (`getContent` in the vendor's document).

        Args:
            recording_id (str): The id of the recording.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            bytes: The bytes that are answered (application/octet-stream); for large ones see
                `with_streaming_response`.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(_GET_CONTENT, parameters={"recording_id": recording_id}, options=options)


class RecordingsRaw(RawResource):
    """Operations on recordings, reached as `client.recordings`. Each gives its answer as it came."""

    __slots__ = ()

    delete: Final = Raw(Recordings.delete)
    add: Final = Raw(Recordings.add)
    get_content: Final = Raw(Recordings.get_content)


class AsyncRecordingsRaw(RawResource):
    """Operations on recordings, reached as `client.recordings`. Each gives its answer as it came."""

    __slots__ = ()

    delete: Final = AsyncRaw(AsyncRecordings.delete)
    add: Final = AsyncRaw(AsyncRecordings.add)
    get_content: Final = AsyncRaw(AsyncRecordings.get_content)


class RecordingsStreaming(StreamingResource):
    """Operations on recordings, reached as `client.recordings`. Each gives its answer to be read in parts or stored in a file."""

    __slots__ = ()

    get_content: Final = Streaming(Recordings.get_content)


class AsyncRecordingsStreaming(StreamingResource):
    """Operations on recordings, reached as `client.recordings`. Each gives its answer to be read in parts or stored in a file."""

    __slots__ = ()

    get_content: Final = AsyncStreaming(AsyncRecordings.get_content)
