# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/radio_station; CONTRIBUTING.md says how to change what is generated.
"""`client.wishes` as callers know it."""

# pyright: reportPrivateUsage=false
from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, cast

from ...resources import wishes as _ours_wishes
from .. import _params
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

_CREATE: Final = loosened(_ours_wishes._ADD)


class WishesResource(SyncAPIResource):
    """Operations reached as `client.wishes`."""

    @property
    def with_raw_response(self) -> WishesWithRawResponse:
        """The same methods, giving answers before they are decoded."""
        return WishesWithRawResponse(self)

    @property
    def with_streaming_response(self) -> WishesWithStreamingResponse:
        """The same methods, giving answers before they are decoded."""
        return WishesWithStreamingResponse(self)

    def create(
        self,
        *,
        kind: Literal["song"] | _models.SongWishKind | Literal["show"] | _models.ShowWishKind,
        from_: str | None | Omit = omit,
        song_title: str | None | Omit = omit,
        host: _params.HostParam | _models.Host | None | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: Timeout = not_given,
        idempotency_key: str | None = None,
    ) -> _models.StatusModel:
        """Call wishes.add."""
        return cast(
            "_models.StatusModel",
            self._send(
                Call(
                    _CREATE,
                    body={"from": from_, "kind": kind, "songTitle": song_title, "host": host},
                    models={"host": "Host"},
                    specifications=_params.SPECIFICATIONS,
                    headers={"Idempotency-Key": idempotency_key},
                    extra_headers=extra_headers,
                    extra_query=extra_query,
                    extra_body=extra_body,
                    timeout=timeout,
                )
            ),
        )


class AsyncWishesResource(AsyncAPIResource):
    """Operations reached as `client.wishes`."""

    @property
    def with_raw_response(self) -> AsyncWishesWithRawResponse:
        """The same methods, giving answers before they are decoded."""
        return AsyncWishesWithRawResponse(self)

    @property
    def with_streaming_response(self) -> AsyncWishesWithStreamingResponse:
        """The same methods, giving answers before they are decoded."""
        return AsyncWishesWithStreamingResponse(self)

    async def create(
        self,
        *,
        kind: Literal["song"] | _models.SongWishKind | Literal["show"] | _models.ShowWishKind,
        from_: str | None | Omit = omit,
        song_title: str | None | Omit = omit,
        host: _params.HostParam | _models.Host | None | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: Timeout = not_given,
        idempotency_key: str | None = None,
    ) -> _models.StatusModel:
        """Call wishes.add."""
        return cast(
            "_models.StatusModel",
            await self._send(
                Call(
                    _CREATE,
                    body={"from": from_, "kind": kind, "songTitle": song_title, "host": host},
                    models={"host": "Host"},
                    specifications=_params.SPECIFICATIONS,
                    headers={"Idempotency-Key": idempotency_key},
                    extra_headers=extra_headers,
                    extra_query=extra_query,
                    extra_body=extra_body,
                    timeout=timeout,
                )
            ),
        )


class WishesWithRawResponse:
    """The same methods, giving answers undecoded."""

    def __init__(self, resource: WishesResource) -> None:
        self._resource = WishesResource(resource._client, RAW)
        self.create = raw(self._resource.create)


class WishesWithStreamingResponse:
    """The same methods, giving answers undecoded."""

    def __init__(self, resource: WishesResource) -> None:
        self._resource = WishesResource(resource._client, STREAMED)
        self.create = opened(self._resource.create)


class AsyncWishesWithRawResponse:
    """The same methods, giving answers undecoded."""

    def __init__(self, resource: AsyncWishesResource) -> None:
        self._resource = AsyncWishesResource(resource._client, RAW)
        self.create = async_raw(self._resource.create)


class AsyncWishesWithStreamingResponse:
    """The same methods, giving answers undecoded."""

    def __init__(self, resource: AsyncWishesResource) -> None:
        self._resource = AsyncWishesResource(resource._client, STREAMED)
        self.create = async_opened(self._resource.create)
