# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/copy_shop; CONTRIBUTING.md says how to change what is generated.
"""Operations on shop, reached as `client.shop`."""

from __future__ import annotations

from typing import Any, Final

from .._http.operation import Operation
from ..models import (
    Health,
)
from ..options import RequestOptions
from ._base import AsyncResource, SyncResource
from ._raw import AsyncRaw, Raw, RawResource
from ._streaming import AsyncStreaming, Streaming, StreamingResource

__all__ = ["AsyncShop", "AsyncShopRaw", "AsyncShopStreaming", "Shop", "ShopRaw", "ShopStreaming"]

_CHECK: Final = Operation(
    name="shop.check",
    method="GET",
    path="/health",
    result=Health,
    errors={"default": Health},
)
_GET_UPTIME: Final[Operation[str]] = Operation(
    name="shop.get_uptime",
    method="GET",
    path="/health/uptime",
    answers=(("200", "text/plain", str),),
    accept="text/plain",
    errors={},
)
_REPORT: Final[Operation[Any]] = Operation(
    name="shop.report",
    method="GET",
    path="/health/report",
    result=Any,
    errors={},
)
_RESTART: Final = Operation(
    name="shop.restart",
    method="POST",
    path="/health/restart",
    result=Health,
    accept="application/vnd.shop+json",
    errors={},
)


class Shop(SyncResource):
    """Operations on shop, reached as `client.shop`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> ShopRaw:
        """The same operations, giving each answer as it came."""
        return ShopRaw(self)

    @property
    def with_streaming_response(self) -> ShopStreaming:
        """The operations that answer text or bytes, giving each answer to be read in parts or stored in a file."""
        return ShopStreaming(self)

    def check(self, *, options: RequestOptions | None = None) -> Health:
        """How the shop is.

        Calls `GET /health` (`checkHealth` in the vendor's document).

        Args:
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            Health: The health, as the service answers it.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(_CHECK, options=options)

    def get_uptime(self, *, options: RequestOptions | None = None) -> str:
        """Since when the shop is open.

        Calls `GET /health/uptime` (`getUptime` in the vendor's document).

        Args:
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            str: The text that is answered (text/plain).

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(_GET_UPTIME, options=options)

    def report(self, *, options: RequestOptions | None = None) -> Any:
        """What the machines say of themselves.

        Calls `GET /health/report` (`reportHealth` in the vendor's document).

        Args:
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            Any: What the service answers.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(_REPORT, options=options)

    def restart(self, *, options: RequestOptions | None = None) -> Health:
        """Restart the presses.

        Calls `POST /health/restart` (`restart` in the vendor's document).

        Args:
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            Health: The health, as the service answers it.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(_RESTART, options=options)


class AsyncShop(AsyncResource):
    """Operations on shop, reached as `client.shop`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> AsyncShopRaw:
        """The same operations, giving each answer as it came."""
        return AsyncShopRaw(self)

    @property
    def with_streaming_response(self) -> AsyncShopStreaming:
        """The operations that answer text or bytes, giving each answer to be read in parts or stored in a file."""
        return AsyncShopStreaming(self)

    async def check(self, *, options: RequestOptions | None = None) -> Health:
        """How the shop is.

        Calls `GET /health` (`checkHealth` in the vendor's document).

        Args:
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            Health: The health, as the service answers it.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(_CHECK, options=options)

    async def get_uptime(self, *, options: RequestOptions | None = None) -> str:
        """Since when the shop is open.

        Calls `GET /health/uptime` (`getUptime` in the vendor's document).

        Args:
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            str: The text that is answered (text/plain).

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(_GET_UPTIME, options=options)

    async def report(self, *, options: RequestOptions | None = None) -> Any:
        """What the machines say of themselves.

        Calls `GET /health/report` (`reportHealth` in the vendor's document).

        Args:
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            Any: What the service answers.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(_REPORT, options=options)

    async def restart(self, *, options: RequestOptions | None = None) -> Health:
        """Restart the presses.

        Calls `POST /health/restart` (`restart` in the vendor's document).

        Args:
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            Health: The health, as the service answers it.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(_RESTART, options=options)


class ShopRaw(RawResource):
    """Operations on shop, reached as `client.shop`. Each gives its answer as it came."""

    __slots__ = ()

    check: Final = Raw(Shop.check)
    get_uptime: Final = Raw(Shop.get_uptime)
    report: Final = Raw(Shop.report)
    restart: Final = Raw(Shop.restart)


class AsyncShopRaw(RawResource):
    """Operations on shop, reached as `client.shop`. Each gives its answer as it came."""

    __slots__ = ()

    check: Final = AsyncRaw(AsyncShop.check)
    get_uptime: Final = AsyncRaw(AsyncShop.get_uptime)
    report: Final = AsyncRaw(AsyncShop.report)
    restart: Final = AsyncRaw(AsyncShop.restart)


class ShopStreaming(StreamingResource):
    """Operations on shop, reached as `client.shop`. Each gives its answer to be read in parts or stored in a file."""

    __slots__ = ()

    get_uptime: Final = Streaming(Shop.get_uptime)


class AsyncShopStreaming(StreamingResource):
    """Operations on shop, reached as `client.shop`. Each gives its answer to be read in parts or stored in a file."""

    __slots__ = ()

    get_uptime: Final = AsyncStreaming(AsyncShop.get_uptime)
