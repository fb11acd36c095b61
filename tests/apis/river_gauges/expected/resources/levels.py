# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/river_gauges; CONTRIBUTING.md says how to change what is generated.
"""Operations on levels, reached as `client.levels`."""

from __future__ import annotations

from builtins import list as List
from decimal import Decimal
from typing import Final

from .._http.operation import Operation
from .._http.parameters import Parameter as _Parameter
from ..options import RequestOptions
from ._base import AsyncResource, SyncResource
from ._raw import AsyncRaw, Raw, RawResource

__all__ = ["AsyncLevels", "AsyncLevelsRaw", "Levels", "LevelsRaw"]

_BETWEEN: Final = Operation(
    name="levels.between",
    method="GET",
    path="/levels/{place}/at/{spans}",
    result=List[Decimal],
    required={"river_name": "river_name"},
    kinds={"river_name": ("river_name", str)},
    parameters=(
        _Parameter("place", "place", "path", str, style="label", required=True),
        _Parameter("spans", "spans", "path", List[int], style="matrix", explode=True, required=True),
    ),
)


class Levels(SyncResource):
    """Operations on levels, reached as `client.levels`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> LevelsRaw:
        """The same operations, giving each answer as it came."""
        return LevelsRaw(self)

    def between(
        self, place: str, spans: List[int], *, river_name: str, options: RequestOptions | None = None
    ) -> List[Decimal]:
        """Levels in spans of time.

        Calls `GET /levels/{place}/at/{spans}` (`Levels_Between` in the vendor's document).

        Args:
            place (str): The place, as part of the path.
            spans (list[int]): The spans, as part of the path.
            river_name (str): Not described by the vendor.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            list[Decimal]: All of them, in the service's order.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(
            _BETWEEN, parameters={"place": place, "spans": spans}, query={"river_name": river_name}, options=options
        )


class AsyncLevels(AsyncResource):
    """Operations on levels, reached as `client.levels`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> AsyncLevelsRaw:
        """The same operations, giving each answer as it came."""
        return AsyncLevelsRaw(self)

    async def between(
        self, place: str, spans: List[int], *, river_name: str, options: RequestOptions | None = None
    ) -> List[Decimal]:
        """Levels in spans of time.

        Calls `GET /levels/{place}/at/{spans}` (`Levels_Between` in the vendor's document).

        Args:
            place (str): The place, as part of the path.
            spans (list[int]): The spans, as part of the path.
            river_name (str): Not described by the vendor.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            list[Decimal]: All of them, in the service's order.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(
            _BETWEEN, parameters={"place": place, "spans": spans}, query={"river_name": river_name}, options=options
        )


class LevelsRaw(RawResource):
    """Operations on levels, reached as `client.levels`. Each gives its answer as it came."""

    __slots__ = ()

    between: Final = Raw(Levels.between)


class AsyncLevelsRaw(RawResource):
    """Operations on levels, reached as `client.levels`. Each gives its answer as it came."""

    __slots__ = ()

    between: Final = AsyncRaw(AsyncLevels.between)
