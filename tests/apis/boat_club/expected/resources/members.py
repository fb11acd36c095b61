# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/boat_club; CONTRIBUTING.md says how to change what is generated.
"""Operations on members, reached as `client.members`."""

from __future__ import annotations

from typing import Final

from .._http.operation import Operation
from ..models import (
    Boat,
)
from ..options import RequestOptions
from ._base import AsyncResource, SyncResource
from ._raw import AsyncRaw, Raw, RawResource

__all__ = ["AsyncMembers", "AsyncMembersRaw", "Members", "MembersRaw"]

_GET: Final = Operation(
    name="members.get",
    method="GET",
    path="/members/one",
    result=Boat,
    security=(("login",),),
)


class Members(SyncResource):
    """Operations on members, reached as `client.members`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> MembersRaw:
        """The same operations, giving each answer as it came."""
        return MembersRaw(self)

    def get(self, *, options: RequestOptions | None = None) -> Boat:
        """A member, with a name and a password.

        Calls `GET /members/one` (`getMember` in the vendor's document).

        Args:
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            Boat: The boat, as the service answers it.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(_GET, options=options)


class AsyncMembers(AsyncResource):
    """Operations on members, reached as `client.members`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> AsyncMembersRaw:
        """The same operations, giving each answer as it came."""
        return AsyncMembersRaw(self)

    async def get(self, *, options: RequestOptions | None = None) -> Boat:
        """A member, with a name and a password.

        Calls `GET /members/one` (`getMember` in the vendor's document).

        Args:
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            Boat: The boat, as the service answers it.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(_GET, options=options)


class MembersRaw(RawResource):
    """Operations on members, reached as `client.members`. Each gives its answer as it came."""

    __slots__ = ()

    get: Final = Raw(Members.get)


class AsyncMembersRaw(RawResource):
    """Operations on members, reached as `client.members`. Each gives its answer as it came."""

    __slots__ = ()

    get: Final = AsyncRaw(AsyncMembers.get)
