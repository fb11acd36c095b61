# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/seed_bank; CONTRIBUTING.md says how to change what is generated.
"""Operations on shelves, reached as `client.shelves`."""

from __future__ import annotations

from typing import Final

from .._http.operation import Operation
from ..models import (
    Shelf,
)
from ..options import RequestOptions
from ._base import AsyncResource, SyncResource
from ._raw import AsyncRaw, Raw, RawResource

__all__ = ["AsyncShelves", "AsyncShelvesRaw", "Shelves", "ShelvesRaw"]

_LIST: Final = Operation(
    name="shelves.list",
    method="GET",
    path="/shelves",
    result=dict[str, Shelf],
)


class Shelves(SyncResource):
    """Operations on shelves, reached as `client.shelves`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> ShelvesRaw:
        """The same operations, giving each answer as it came."""
        return ShelvesRaw(self)

    def list(self, *, options: RequestOptions | None = None) -> dict[str, Shelf]:
        """List the shelves by their names.

        Calls `GET /shelves` (`listShelves` in the vendor's document).

        Args:
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            dict[str, Shelf]: What the service answers.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(_LIST, options=options)


class AsyncShelves(AsyncResource):
    """Operations on shelves, reached as `client.shelves`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> AsyncShelvesRaw:
        """The same operations, giving each answer as it came."""
        return AsyncShelvesRaw(self)

    async def list(self, *, options: RequestOptions | None = None) -> dict[str, Shelf]:
        """List the shelves by their names.

        Calls `GET /shelves` (`listShelves` in the vendor's document).

        Args:
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            dict[str, Shelf]: What the service answers.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(_LIST, options=options)


class ShelvesRaw(RawResource):
    """Operations on shelves, reached as `client.shelves`. Each gives its answer as it came."""

    __slots__ = ()

    list: Final = Raw(Shelves.list)


class AsyncShelvesRaw(RawResource):
    """Operations on shelves, reached as `client.shelves`. Each gives its answer as it came."""

    __slots__ = ()

    list: Final = AsyncRaw(AsyncShelves.list)
