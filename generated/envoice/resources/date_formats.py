# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/envoice; CONTRIBUTING.md says how to change what is generated.
"""Operations on date formats, reached as `client.date_formats`."""

from __future__ import annotations

from builtins import list as List
from typing import Final

from .._operation import Operation
from .._resource import AsyncResource, SyncResource

_LIST: Final = Operation(
    name="date_formats.list",
    method="GET",
    path="/api/general/dateformats",
    result=List[str],
)


class DateFormats(SyncResource):
    """Operations on date formats, reached as `client.date_formats`."""

    __slots__ = ()

    def list(self) -> List[str]:
        """Return all of the platform supported Date Formats.

        Calls `GET /api/general/dateformats` (`GeneralApi_DateFormats` in the vendor's document).

        Returns:
            list[str]: All of them, in the service's order.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(_LIST)


class AsyncDateFormats(AsyncResource):
    """Operations on date formats, reached as `client.date_formats`."""

    __slots__ = ()

    async def list(self) -> List[str]:
        """Return all of the platform supported Date Formats.

        Calls `GET /api/general/dateformats` (`GeneralApi_DateFormats` in the vendor's document).

        Returns:
            list[str]: All of them, in the service's order.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(_LIST)
