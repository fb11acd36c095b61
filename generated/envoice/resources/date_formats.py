# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/envoice; CONTRIBUTING.md says how to change what is generated.
"""Operations on date formats, reached as `client.date_formats`."""

from __future__ import annotations

from builtins import list as List
from typing import Final

from .._http.operation import Operation
from ..options import RequestOptions
from ._base import AsyncResource, SyncResource
from ._raw import AsyncRaw, Raw, RawResource

__all__ = ["AsyncDateFormats", "AsyncDateFormatsRaw", "DateFormats", "DateFormatsRaw"]

_LIST: Final = Operation(
    name="date_formats.list",
    method="GET",
    path="/api/general/dateformats",
    result=List[str],
)


class DateFormats(SyncResource):
    """Operations on date formats, reached as `client.date_formats`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> DateFormatsRaw:
        """The same operations, giving each answer as it came."""
        return DateFormatsRaw(self)

    def list(self, *, options: RequestOptions | None = None) -> List[str]:
        """Return all of the platform supported Date Formats.

        Calls `GET /api/general/dateformats` (`GeneralApi_DateFormats` in the vendor's document).

        Args:
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            list[str]: All of them, in the service's order.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(_LIST, options=options)


class AsyncDateFormats(AsyncResource):
    """Operations on date formats, reached as `client.date_formats`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> AsyncDateFormatsRaw:
        """The same operations, giving each answer as it came."""
        return AsyncDateFormatsRaw(self)

    async def list(self, *, options: RequestOptions | None = None) -> List[str]:
        """Return all of the platform supported Date Formats.

        Calls `GET /api/general/dateformats` (`GeneralApi_DateFormats` in the vendor's document).

        Args:
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            list[str]: All of them, in the service's order.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(_LIST, options=options)


class DateFormatsRaw(RawResource):
    """Operations on date formats, reached as `client.date_formats`. Each gives its answer as it came."""

    __slots__ = ()

    list: Final = Raw(DateFormats.list)


class AsyncDateFormatsRaw(RawResource):
    """Operations on date formats, reached as `client.date_formats`. Each gives its answer as it came."""

    __slots__ = ()

    list: Final = AsyncRaw(AsyncDateFormats.list)
