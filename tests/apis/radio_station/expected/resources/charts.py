# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/radio_station; CONTRIBUTING.md says how to change what is generated.
"""Operations on charts, reached as `client.charts`."""

from __future__ import annotations

from typing import Final

from .._http.operation import Operation
from ..models import (
    ChartPage,
)
from ..options import RequestOptions
from ._base import AsyncResource, SyncResource
from ._raw import AsyncRaw, Raw, RawResource

__all__ = ["AsyncCharts", "AsyncChartsRaw", "Charts", "ChartsRaw"]

_LIST: Final = Operation(
    name="charts.list",
    method="GET",
    path="/charts",
    result=ChartPage,
    errors={},
    kinds={"year": ("year", int)},
)


class Charts(SyncResource):
    """Operations on charts, reached as `client.charts`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> ChartsRaw:
        """The same operations, giving each answer as it came."""
        return ChartsRaw(self)

    def list(self, *, year: int | None = None, options: RequestOptions | None = None) -> ChartPage:
        """List the charts.

        Calls `GET /charts` (`listCharts` in the vendor's document).

        Args:
            year (int): Not described by the vendor.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            ChartPage: The chart page, as the service answers it.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(_LIST, query={"year": year}, options=options)


class AsyncCharts(AsyncResource):
    """Operations on charts, reached as `client.charts`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> AsyncChartsRaw:
        """The same operations, giving each answer as it came."""
        return AsyncChartsRaw(self)

    async def list(self, *, year: int | None = None, options: RequestOptions | None = None) -> ChartPage:
        """List the charts.

        Calls `GET /charts` (`listCharts` in the vendor's document).

        Args:
            year (int): Not described by the vendor.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            ChartPage: The chart page, as the service answers it.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(_LIST, query={"year": year}, options=options)


class ChartsRaw(RawResource):
    """Operations on charts, reached as `client.charts`. Each gives its answer as it came."""

    __slots__ = ()

    list: Final = Raw(Charts.list)


class AsyncChartsRaw(RawResource):
    """Operations on charts, reached as `client.charts`. Each gives its answer as it came."""

    __slots__ = ()

    list: Final = AsyncRaw(AsyncCharts.list)
