# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/radio_station; CONTRIBUTING.md says how to change what is generated.
"""`client.recordings` as callers know it."""

# pyright: reportPrivateUsage=false
from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final, cast

from ...resources import recordings as _ours_recordings
from .._call import Call, loosened
from .._options import Body, Headers, Query, Timeout
from .._raw import (
    async_opened,
    async_opened_bytes,
    async_raw,
    async_raw_bytes,
    opened,
    opened_bytes,
    raw,
    raw_bytes,
)
from .._resource import RAW, STREAMED, AsyncAPIResource, SyncAPIResource
from .._responses import AsyncBinaryAPIResponse, BinaryAPIResponse
from .._values import FileTypes, Omit, not_given, omit

if TYPE_CHECKING:
    from ... import models as _models

_UPLOAD: Final = loosened(_ours_recordings._ADD)
_DELETE: Final = loosened(_ours_recordings._DELETE)
_CONTENT: Final = loosened(_ours_recordings._GET_CONTENT)


class RecordingsResource(SyncAPIResource):
    """Operations reached as `client.recordings`."""

    @property
    def with_raw_response(self) -> RecordingsWithRawResponse:
        """The same methods, giving answers before they are decoded."""
        return RecordingsWithRawResponse(self)

    @property
    def with_streaming_response(self) -> RecordingsWithStreamingResponse:
        """The same methods, giving answers before they are decoded."""
        return RecordingsWithStreamingResponse(self)

    def upload(
        self,
        *,
        file: FileTypes,
        covers: Sequence[FileTypes] | None | Omit = omit,
        title: str | None | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: Timeout = not_given,
        idempotency_key: str | None = None,
    ) -> _models.Recording:
        """Store a recording."""
        return cast(
            "_models.Recording",
            self._send(
                Call(
                    _UPLOAD,
                    body={"file": file, "covers": covers, "title": title},
                    files=("file", "covers"),
                    headers={"Idempotency-Key": idempotency_key},
                    extra_headers=extra_headers,
                    extra_query=extra_query,
                    extra_body=extra_body,
                    timeout=timeout,
                )
            ),
        )

    def delete(
        self,
        recording_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: Timeout = not_given,
        idempotency_key: str | None = None,
    ) -> None:
        """Drop a recording."""
        return cast(
            "None",
            self._send(
                Call(
                    _DELETE,
                    path={"recording_id": recording_id},
                    headers={"Idempotency-Key": idempotency_key},
                    extra_headers=extra_headers,
                    extra_query=extra_query,
                    extra_body=extra_body,
                    timeout=timeout,
                )
            ),
        )

    def content(
        self,
        recording_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: Timeout = not_given,
    ) -> BinaryAPIResponse:
        """Return the sound of a recording."""
        return cast(
            "BinaryAPIResponse",
            self._bytes(
                Call(
                    _CONTENT,
                    path={"recording_id": recording_id},
                    extra_headers=extra_headers,
                    extra_query=extra_query,
                    extra_body=extra_body,
                    timeout=timeout,
                )
            ),
        )


class AsyncRecordingsResource(AsyncAPIResource):
    """Operations reached as `client.recordings`."""

    @property
    def with_raw_response(self) -> AsyncRecordingsWithRawResponse:
        """The same methods, giving answers before they are decoded."""
        return AsyncRecordingsWithRawResponse(self)

    @property
    def with_streaming_response(self) -> AsyncRecordingsWithStreamingResponse:
        """The same methods, giving answers before they are decoded."""
        return AsyncRecordingsWithStreamingResponse(self)

    async def upload(
        self,
        *,
        file: FileTypes,
        covers: Sequence[FileTypes] | None | Omit = omit,
        title: str | None | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: Timeout = not_given,
        idempotency_key: str | None = None,
    ) -> _models.Recording:
        """Store a recording."""
        return cast(
            "_models.Recording",
            await self._send(
                Call(
                    _UPLOAD,
                    body={"file": file, "covers": covers, "title": title},
                    files=("file", "covers"),
                    headers={"Idempotency-Key": idempotency_key},
                    extra_headers=extra_headers,
                    extra_query=extra_query,
                    extra_body=extra_body,
                    timeout=timeout,
                )
            ),
        )

    async def delete(
        self,
        recording_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: Timeout = not_given,
        idempotency_key: str | None = None,
    ) -> None:
        """Drop a recording."""
        return cast(
            "None",
            await self._send(
                Call(
                    _DELETE,
                    path={"recording_id": recording_id},
                    headers={"Idempotency-Key": idempotency_key},
                    extra_headers=extra_headers,
                    extra_query=extra_query,
                    extra_body=extra_body,
                    timeout=timeout,
                )
            ),
        )

    async def content(
        self,
        recording_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: Timeout = not_given,
    ) -> AsyncBinaryAPIResponse:
        """Return the sound of a recording."""
        return cast(
            "AsyncBinaryAPIResponse",
            await self._bytes(
                Call(
                    _CONTENT,
                    path={"recording_id": recording_id},
                    extra_headers=extra_headers,
                    extra_query=extra_query,
                    extra_body=extra_body,
                    timeout=timeout,
                )
            ),
        )


class RecordingsWithRawResponse:
    """The same methods, giving answers undecoded."""

    def __init__(self, resource: RecordingsResource) -> None:
        self._resource = RecordingsResource(resource._client, RAW)
        self.upload = raw(self._resource.upload)
        self.delete = raw(self._resource.delete)
        self.content = raw_bytes(self._resource.content)


class RecordingsWithStreamingResponse:
    """The same methods, giving answers undecoded."""

    def __init__(self, resource: RecordingsResource) -> None:
        self._resource = RecordingsResource(resource._client, STREAMED)
        self.upload = opened(self._resource.upload)
        self.delete = opened(self._resource.delete)
        self.content = opened_bytes(self._resource.content)


class AsyncRecordingsWithRawResponse:
    """The same methods, giving answers undecoded."""

    def __init__(self, resource: AsyncRecordingsResource) -> None:
        self._resource = AsyncRecordingsResource(resource._client, RAW)
        self.upload = async_raw(self._resource.upload)
        self.delete = async_raw(self._resource.delete)
        self.content = async_raw_bytes(self._resource.content)


class AsyncRecordingsWithStreamingResponse:
    """The same methods, giving answers undecoded."""

    def __init__(self, resource: AsyncRecordingsResource) -> None:
        self._resource = AsyncRecordingsResource(resource._client, STREAMED)
        self.upload = async_opened(self._resource.upload)
        self.delete = async_opened(self._resource.delete)
        self.content = async_opened_bytes(self._resource.content)
