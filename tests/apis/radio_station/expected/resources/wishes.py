# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/radio_station; CONTRIBUTING.md says how to change what is generated.
"""Operations on wishes, reached as `client.wishes`."""

from __future__ import annotations

from typing import Final

from .._http.operation import Operation
from ..models import (
    AddWishRequest,
    StatusModel,
)
from ..options import RequestOptions
from ._base import AsyncResource, SyncResource
from ._raw import AsyncRaw, Raw, RawResource

__all__ = ["AsyncWishes", "AsyncWishesRaw", "Wishes", "WishesRaw"]

_ADD: Final = Operation(
    name="wishes.add",
    method="POST",
    path="/wishes",
    result=StatusModel,
    errors={},
    required={"": "body"},
    kinds={"": ("body", AddWishRequest)},
)


class Wishes(SyncResource):
    """Operations on wishes, reached as `client.wishes`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> WishesRaw:
        """The same operations, giving each answer as it came."""
        return WishesRaw(self)

    def add(self, *, body: AddWishRequest, options: RequestOptions | None = None) -> StatusModel:
        """Call wishes.add.

        Calls `POST /wishes` (`addWish` in the vendor's document).

        Args:
            body (AddWishRequest): Not described by the vendor.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            StatusModel: The status model, as the service answers it.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(_ADD, body=body, options=options)


class AsyncWishes(AsyncResource):
    """Operations on wishes, reached as `client.wishes`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> AsyncWishesRaw:
        """The same operations, giving each answer as it came."""
        return AsyncWishesRaw(self)

    async def add(self, *, body: AddWishRequest, options: RequestOptions | None = None) -> StatusModel:
        """Call wishes.add.

        Calls `POST /wishes` (`addWish` in the vendor's document).

        Args:
            body (AddWishRequest): Not described by the vendor.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            StatusModel: The status model, as the service answers it.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(_ADD, body=body, options=options)


class WishesRaw(RawResource):
    """Operations on wishes, reached as `client.wishes`. Each gives its answer as it came."""

    __slots__ = ()

    add: Final = Raw(Wishes.add)


class AsyncWishesRaw(RawResource):
    """Operations on wishes, reached as `client.wishes`. Each gives its answer as it came."""

    __slots__ = ()

    add: Final = AsyncRaw(AsyncWishes.add)
