# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/city_library; CONTRIBUTING.md says how to change what is generated.
"""Operations on branches, reached as `client.branches`."""

from __future__ import annotations

from builtins import list as List
from typing import Final

from .._http.operation import Operation
from ..models import (
    Branch,
)
from ..options import RequestOptions
from ._base import AsyncResource, SyncResource
from ._raw import AsyncRaw, Raw, RawResource

__all__ = ["AsyncBranches", "AsyncBranchesRaw", "Branches", "BranchesRaw"]

_LIST: Final = Operation(
    name="branches.list",
    method="GET",
    path="/v2/branches",
    result=List[Branch],
)


class Branches(SyncResource):
    """Operations on branches, reached as `client.branches`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> BranchesRaw:
        """The same operations, giving each answer as it came."""
        return BranchesRaw(self)

    def list(self, *, options: RequestOptions | None = None) -> List[Branch]:
        """All branches, by name.

        Calls `GET /v2/branches` (`Branches_List` in the vendor's document).

        Args:
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            list[Branch]: All of them, in the service's order.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(_LIST, options=options)


class AsyncBranches(AsyncResource):
    """Operations on branches, reached as `client.branches`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> AsyncBranchesRaw:
        """The same operations, giving each answer as it came."""
        return AsyncBranchesRaw(self)

    async def list(self, *, options: RequestOptions | None = None) -> List[Branch]:
        """All branches, by name.

        Calls `GET /v2/branches` (`Branches_List` in the vendor's document).

        Args:
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            list[Branch]: All of them, in the service's order.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(_LIST, options=options)


class BranchesRaw(RawResource):
    """Operations on branches, reached as `client.branches`. Each gives its answer as it came."""

    __slots__ = ()

    list: Final = Raw(Branches.list)


class AsyncBranchesRaw(RawResource):
    """Operations on branches, reached as `client.branches`. Each gives its answer as it came."""

    __slots__ = ()

    list: Final = AsyncRaw(AsyncBranches.list)
