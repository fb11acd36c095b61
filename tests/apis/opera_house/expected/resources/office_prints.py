# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/opera_house; CONTRIBUTING.md says how to change what is generated.
"""Operations on office prints, reached as `client.office.prints`."""

from __future__ import annotations

from typing import Final

from .._http.operation import Operation
from ..options import RequestOptions
from ._base import AsyncResource, SyncResource
from ._raw import AsyncRaw, Raw, RawResource

__all__ = ["AsyncOfficePrints", "AsyncOfficePrintsRaw", "OfficePrints", "OfficePrintsRaw"]

_PROGRAMME: Final = Operation(
    name="office.prints.programme",
    method="GET",
    path="/office/parcels/programme",
    result=str,
)


class OfficePrints(SyncResource):
    """Operations on office prints, reached as `client.office.prints`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> OfficePrintsRaw:
        """The same operations, giving each answer as it came."""
        return OfficePrintsRaw(self)

    def programme(self, *, options: RequestOptions | None = None) -> str:
        """Call office.prints.programme.

        Calls `GET /office/parcels/programme` (`programme` in the vendor's document).

        Args:
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            str: What the service answers.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(_PROGRAMME, options=options)


class AsyncOfficePrints(AsyncResource):
    """Operations on office prints, reached as `client.office.prints`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> AsyncOfficePrintsRaw:
        """The same operations, giving each answer as it came."""
        return AsyncOfficePrintsRaw(self)

    async def programme(self, *, options: RequestOptions | None = None) -> str:
        """Call office.prints.programme.

        Calls `GET /office/parcels/programme` (`programme` in the vendor's document).

        Args:
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            str: What the service answers.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(_PROGRAMME, options=options)


class OfficePrintsRaw(RawResource):
    """Operations on office prints, reached as `client.office.prints`. Each gives its answer as it came."""

    __slots__ = ()

    programme: Final = Raw(OfficePrints.programme)


class AsyncOfficePrintsRaw(RawResource):
    """Operations on office prints, reached as `client.office.prints`. Each gives its answer as it came."""

    __slots__ = ()

    programme: Final = AsyncRaw(AsyncOfficePrints.programme)
