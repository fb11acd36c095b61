# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/rail_museum; CONTRIBUTING.md says how to change what is generated.
"""Operations on engines, reached as `client.engines`."""

from __future__ import annotations

from builtins import list as List
from decimal import Decimal
from typing import Any, Final
from uuid import UUID

from msgspec import UNSET, UnsetType

from .._http.operation import Operation
from .._http.parameters import Parameter as _Parameter
from ..models import (
    Engine,
    EngineMuseum,
    Kind,
)
from ..options import RequestOptions
from ._base import AsyncResource, SyncResource
from ._raw import AsyncRaw, Raw, RawResource

__all__ = ["AsyncEngines", "AsyncEnginesRaw", "Engines", "EnginesRaw"]

_LIST: Final = Operation(
    name="engines.list",
    method="GET",
    path="/engines",
    result=List[Engine],
    kinds={"kinds": ("kinds", List[Kind])},
    security=(),
)
_GET: Final = Operation(
    name="engines.get",
    method="GET",
    path="/engines/{id}",
    result=Engine,
    parameters=(_Parameter("id", "id", "path", UUID, required=True),),
    security=(),
)
_CREATE: Final = Operation(
    name="engines.create",
    method="POST",
    path="/engines",
    result=Engine,
    security=(),
)
_ENGINES_BY_GAUGE: Final = Operation(
    name="engines.engines_by_gauge",
    method="GET",
    path="/gauges/{gauge}/engines{range}",
    result=List[Engine],
    parameters=(
        _Parameter("gauge", "gauge", "path", List[int], style="label", explode=True, required=True),
        _Parameter("range", "range", "path", str, style="matrix", required=True),
    ),
    security=(),
)


class Engines(SyncResource):
    """Operations on engines, reached as `client.engines`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> EnginesRaw:
        """The same operations, giving each answer as it came."""
        return EnginesRaw(self)

    def list(self, *, kinds: List[Kind] | None = None, options: RequestOptions | None = None) -> List[Engine]:
        """Call engines.list.

        Calls `GET /engines` (`list_engines` in the vendor's document).

        Args:
            kinds (list[Kind]): Not described by the vendor.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            list[Engine]: All of them, in the service's order.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(_LIST, query={"kinds": kinds}, options=options)

    def get(self, id: UUID, *, options: RequestOptions | None = None) -> Engine:
        """Call engines.get.

        Calls `GET /engines/{id}` (`get_engine` in the vendor's document).

        Args:
            id (UUID): The id, as part of the path.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            Engine: The engine, as the service answers it.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(_GET, parameters={"id": id}, options=options)

    def create(
        self,
        *,
        kind: Kind,
        museum: EngineMuseum,
        name: str,
        open: Any | UnsetType = UNSET,
        plate: bytes | UnsetType = UNSET,
        towed: List[Engine] | None | UnsetType = UNSET,
        weight: Decimal | int | None | UnsetType = UNSET,
        options: RequestOptions | None = None,
    ) -> Engine:
        """Call engines.create.

        Calls `POST /engines` (`create_engine` in the vendor's document).

        An argument that is left out is not sent; None is sent as null.

        Args:
            kind (Kind): Not described by the vendor.
            museum (EngineMuseum): Not described by the vendor.
            name (str): Not described by the vendor.
            open (Any): Not described by the vendor.
            plate (bytes): A picture of its plate.
            towed (list[Engine]): Not described by the vendor.
            weight (Decimal or int): More than 0.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            Engine: The engine, as the service answers it.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(
            _CREATE,
            body=Engine(
                kind=kind,
                museum=museum,
                name=name,
                open=open,
                plate=plate,
                towed=towed,
                weight=weight,
            ),
            options=options,
        )

    def engines_by_gauge(self, gauge: List[int], range: str, *, options: RequestOptions | None = None) -> List[Engine]:
        """Call engines.engines_by_gauge.

        Calls `GET /gauges/{gauge}/engines{range}` (`engines_by_gauge` in the vendor's document).

        Args:
            gauge (list[int]): The gauge, as part of the path.
            range (str): The range, as part of the path.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            list[Engine]: All of them, in the service's order.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(_ENGINES_BY_GAUGE, parameters={"gauge": gauge, "range": range}, options=options)


class AsyncEngines(AsyncResource):
    """Operations on engines, reached as `client.engines`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> AsyncEnginesRaw:
        """The same operations, giving each answer as it came."""
        return AsyncEnginesRaw(self)

    async def list(self, *, kinds: List[Kind] | None = None, options: RequestOptions | None = None) -> List[Engine]:
        """Call engines.list.

        Calls `GET /engines` (`list_engines` in the vendor's document).

        Args:
            kinds (list[Kind]): Not described by the vendor.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            list[Engine]: All of them, in the service's order.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(_LIST, query={"kinds": kinds}, options=options)

    async def get(self, id: UUID, *, options: RequestOptions | None = None) -> Engine:
        """Call engines.get.

        Calls `GET /engines/{id}` (`get_engine` in the vendor's document).

        Args:
            id (UUID): The id, as part of the path.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            Engine: The engine, as the service answers it.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(_GET, parameters={"id": id}, options=options)

    async def create(
        self,
        *,
        kind: Kind,
        museum: EngineMuseum,
        name: str,
        open: Any | UnsetType = UNSET,
        plate: bytes | UnsetType = UNSET,
        towed: List[Engine] | None | UnsetType = UNSET,
        weight: Decimal | int | None | UnsetType = UNSET,
        options: RequestOptions | None = None,
    ) -> Engine:
        """Call engines.create.

        Calls `POST /engines` (`create_engine` in the vendor's document).

        An argument that is left out is not sent; None is sent as null.

        Args:
            kind (Kind): Not described by the vendor.
            museum (EngineMuseum): Not described by the vendor.
            name (str): Not described by the vendor.
            open (Any): Not described by the vendor.
            plate (bytes): A picture of its plate.
            towed (list[Engine]): Not described by the vendor.
            weight (Decimal or int): More than 0.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            Engine: The engine, as the service answers it.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(
            _CREATE,
            body=Engine(
                kind=kind,
                museum=museum,
                name=name,
                open=open,
                plate=plate,
                towed=towed,
                weight=weight,
            ),
            options=options,
        )

    async def engines_by_gauge(
        self, gauge: List[int], range: str, *, options: RequestOptions | None = None
    ) -> List[Engine]:
        """Call engines.engines_by_gauge.

        Calls `GET /gauges/{gauge}/engines{range}` (`engines_by_gauge` in the vendor's document).

        Args:
            gauge (list[int]): The gauge, as part of the path.
            range (str): The range, as part of the path.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            list[Engine]: All of them, in the service's order.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(_ENGINES_BY_GAUGE, parameters={"gauge": gauge, "range": range}, options=options)


class EnginesRaw(RawResource):
    """Operations on engines, reached as `client.engines`. Each gives its answer as it came."""

    __slots__ = ()

    list: Final = Raw(Engines.list)
    get: Final = Raw(Engines.get)
    create: Final = Raw(Engines.create)
    engines_by_gauge: Final = Raw(Engines.engines_by_gauge)


class AsyncEnginesRaw(RawResource):
    """Operations on engines, reached as `client.engines`. Each gives its answer as it came."""

    __slots__ = ()

    list: Final = AsyncRaw(AsyncEngines.list)
    get: Final = AsyncRaw(AsyncEngines.get)
    create: Final = AsyncRaw(AsyncEngines.create)
    engines_by_gauge: Final = AsyncRaw(AsyncEngines.engines_by_gauge)
