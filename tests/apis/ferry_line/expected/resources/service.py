# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/ferry_line; CONTRIBUTING.md says how to change what is generated.
"""Operations on service, reached as `client.service`."""

from __future__ import annotations

from typing import Final

from .._http.operation import Operation
from ..options import RequestOptions
from ._base import AsyncResource, SyncResource
from ._raw import AsyncRaw, Raw, RawResource

__all__ = ["AsyncService", "AsyncServiceRaw", "Service", "ServiceRaw"]

_HEALTH: Final = Operation(
    name="service.health",
    method="GET",
    path="/status",
    result=None,
    security=(),
)


class Service(SyncResource):
    """Operations on service, reached as `client.service`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> ServiceRaw:
        """The same operations, giving each answer as it came."""
        return ServiceRaw(self)

    def health(self, *, options: RequestOptions | None = None) -> None:
        """Call service.health.

        Calls `GET /status` (`status` in the vendor's document).

        Args:
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(_HEALTH, options=options)


class AsyncService(AsyncResource):
    """Operations on service, reached as `client.service`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> AsyncServiceRaw:
        """The same operations, giving each answer as it came."""
        return AsyncServiceRaw(self)

    async def health(self, *, options: RequestOptions | None = None) -> None:
        """Call service.health.

        Calls `GET /status` (`status` in the vendor's document).

        Args:
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(_HEALTH, options=options)


class ServiceRaw(RawResource):
    """Operations on service, reached as `client.service`. Each gives its answer as it came."""

    __slots__ = ()

    health: Final = Raw(Service.health)


class AsyncServiceRaw(RawResource):
    """Operations on service, reached as `client.service`. Each gives its answer as it came."""

    __slots__ = ()

    health: Final = AsyncRaw(AsyncService.health)
