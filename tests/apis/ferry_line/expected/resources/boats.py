# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/ferry_line; CONTRIBUTING.md says how to change what is generated.
"""Operations on boats, reached as `client.boats`."""

from __future__ import annotations

from typing import Final

from .._http.operation import Operation
from ..models import (
    BoatsModel,
)
from ..options import RequestOptions
from ._base import AsyncResource, SyncResource
from ._raw import AsyncRaw, Raw, RawResource

__all__ = ["AsyncBoats", "AsyncBoatsRaw", "Boats", "BoatsRaw"]

_LIST: Final = Operation(
    name="boats.list",
    method="GET",
    path="/boats",
    result=BoatsModel,
    kinds={"page": ("page", int)},
    retries=False,
    security=(),
)


class Boats(SyncResource):
    """Operations on boats, reached as `client.boats`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> BoatsRaw:
        """The same operations, giving each answer as it came."""
        return BoatsRaw(self)

    def list(self, *, page: int | None = None, options: RequestOptions | None = None) -> BoatsModel:
        """Call boats.list.

        Calls `GET /boats` (`allBoats` in the vendor's document).

        Args:
            page (int): Not described by the vendor.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            BoatsModel: The boats model, as the service answers it.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(_LIST, query={"page": page}, options=options)


class AsyncBoats(AsyncResource):
    """Operations on boats, reached as `client.boats`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> AsyncBoatsRaw:
        """The same operations, giving each answer as it came."""
        return AsyncBoatsRaw(self)

    async def list(self, *, page: int | None = None, options: RequestOptions | None = None) -> BoatsModel:
        """Call boats.list.

        Calls `GET /boats` (`allBoats` in the vendor's document).

        Args:
            page (int): Not described by the vendor.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            BoatsModel: The boats model, as the service answers it.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(_LIST, query={"page": page}, options=options)


class BoatsRaw(RawResource):
    """Operations on boats, reached as `client.boats`. Each gives its answer as it came."""

    __slots__ = ()

    list: Final = Raw(Boats.list)


class AsyncBoatsRaw(RawResource):
    """Operations on boats, reached as `client.boats`. Each gives its answer as it came."""

    __slots__ = ()

    list: Final = AsyncRaw(AsyncBoats.list)
