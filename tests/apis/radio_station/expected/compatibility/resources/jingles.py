# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/radio_station; CONTRIBUTING.md says how to change what is generated.
"""`client.jingles` as callers know it."""

# pyright: reportPrivateUsage=false
from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from ...resources import jingles as _ours_jingles
from .._call import Call, loosened
from .._options import Body, Headers, Query, Timeout
from .._raw import (
    async_opened,
    async_raw,
    opened,
    raw,
)
from .._resource import RAW, STREAMED, AsyncAPIResource, SyncAPIResource
from .._values import FileTypes, not_given

if TYPE_CHECKING:
    pass

_KEEP: Final = loosened(_ours_jingles._KEEP)


class JinglesResource(SyncAPIResource):
    """Operations reached as `client.jingles`."""

    @property
    def with_raw_response(self) -> JinglesWithRawResponse:
        """The same methods, giving answers before they are decoded."""
        return JinglesWithRawResponse(self)

    @property
    def with_streaming_response(self) -> JinglesWithStreamingResponse:
        """The same methods, giving answers before they are decoded."""
        return JinglesWithStreamingResponse(self)

    def keep(
        self,
        jingle_id: str,
        contents: FileTypes,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: Timeout = not_given,
        idempotency_key: str | None = None,
    ) -> None:
        """Call jingles.keep."""
        return cast(
            "None",
            self._send(
                Call(
                    _KEEP,
                    path={"jingle_id": jingle_id},
                    body=contents,
                    files=("content",),
                    headers={"Idempotency-Key": idempotency_key},
                    extra_headers=extra_headers,
                    extra_query=extra_query,
                    extra_body=extra_body,
                    timeout=timeout,
                )
            ),
        )


class AsyncJinglesResource(AsyncAPIResource):
    """Operations reached as `client.jingles`."""

    @property
    def with_raw_response(self) -> AsyncJinglesWithRawResponse:
        """The same methods, giving answers before they are decoded."""
        return AsyncJinglesWithRawResponse(self)

    @property
    def with_streaming_response(self) -> AsyncJinglesWithStreamingResponse:
        """The same methods, giving answers before they are decoded."""
        return AsyncJinglesWithStreamingResponse(self)

    async def keep(
        self,
        jingle_id: str,
        contents: FileTypes,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: Timeout = not_given,
        idempotency_key: str | None = None,
    ) -> None:
        """Call jingles.keep."""
        return cast(
            "None",
            await self._send(
                Call(
                    _KEEP,
                    path={"jingle_id": jingle_id},
                    body=contents,
                    files=("content",),
                    headers={"Idempotency-Key": idempotency_key},
                    extra_headers=extra_headers,
                    extra_query=extra_query,
                    extra_body=extra_body,
                    timeout=timeout,
                )
            ),
        )


class JinglesWithRawResponse:
    """The same methods, giving answers undecoded."""

    def __init__(self, resource: JinglesResource) -> None:
        self._resource = JinglesResource(resource._client, RAW)
        self.keep = raw(self._resource.keep)


class JinglesWithStreamingResponse:
    """The same methods, giving answers undecoded."""

    def __init__(self, resource: JinglesResource) -> None:
        self._resource = JinglesResource(resource._client, STREAMED)
        self.keep = opened(self._resource.keep)


class AsyncJinglesWithRawResponse:
    """The same methods, giving answers undecoded."""

    def __init__(self, resource: AsyncJinglesResource) -> None:
        self._resource = AsyncJinglesResource(resource._client, RAW)
        self.keep = async_raw(self._resource.keep)


class AsyncJinglesWithStreamingResponse:
    """The same methods, giving answers undecoded."""

    def __init__(self, resource: AsyncJinglesResource) -> None:
        self._resource = AsyncJinglesResource(resource._client, STREAMED)
        self.keep = async_opened(self._resource.keep)
