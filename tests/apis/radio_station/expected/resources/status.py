# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/radio_station; CONTRIBUTING.md says how to change what is generated.
"""Operations on status, reached as `client.status`."""

from __future__ import annotations

from typing import Final

from .._http.operation import Operation
from ..models import (
    StatusModel,
)
from ..options import RequestOptions
from ._base import AsyncResource, SyncResource
from ._raw import AsyncRaw, Raw, RawResource

__all__ = ["AsyncStatus", "AsyncStatusRaw", "Status", "StatusRaw"]

_GET: Final = Operation(
    name="status.get",
    method="GET",
    path="/status",
    result=StatusModel,
    errors={},
    kinds={"options": ("options_", str)},
)


class Status(SyncResource):
    """Operations on status, reached as `client.status`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> StatusRaw:
        """The same operations, giving each answer as it came."""
        return StatusRaw(self)

    def get(self, *, options_: str | None = None, options: RequestOptions | None = None) -> StatusModel:
        """Say whether the service is there.

        Calls `GET /status` (`getStatus` in the vendor's document).

        Args:
            options_ (str): Not described by the vendor.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            StatusModel: The status model, as the service answers it.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(_GET, query={"options": options_}, options=options)


class AsyncStatus(AsyncResource):
    """Operations on status, reached as `client.status`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> AsyncStatusRaw:
        """The same operations, giving each answer as it came."""
        return AsyncStatusRaw(self)

    async def get(self, *, options_: str | None = None, options: RequestOptions | None = None) -> StatusModel:
        """Say whether the service is there.

        Calls `GET /status` (`getStatus` in the vendor's document).

        Args:
            options_ (str): Not described by the vendor.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            StatusModel: The status model, as the service answers it.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(_GET, query={"options": options_}, options=options)


class StatusRaw(RawResource):
    """Operations on status, reached as `client.status`. Each gives its answer as it came."""

    __slots__ = ()

    get: Final = Raw(Status.get)


class AsyncStatusRaw(RawResource):
    """Operations on status, reached as `client.status`. Each gives its answer as it came."""

    __slots__ = ()

    get: Final = AsyncRaw(AsyncStatus.get)
