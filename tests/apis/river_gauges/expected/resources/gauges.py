# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/river_gauges; CONTRIBUTING.md says how to change what is generated.
"""Operations on gauges, reached as `client.gauges`."""

from __future__ import annotations

from builtins import list as List
from datetime import datetime
from decimal import Decimal
from typing import Final

from msgspec import UNSET, UnsetType

from .._http.operation import Operation
from .._http.parameters import Parameter as _Parameter
from ..models import (
    Calibration,
    Gauge,
    GaugeFilter,
    Kind,
    Place,
)
from ..options import RequestOptions
from ._base import AsyncResource, SyncResource
from ._raw import AsyncRaw, Raw, RawResource

__all__ = ["AsyncGauges", "AsyncGaugesRaw", "Gauges", "GaugesRaw"]

_LIST: Final = Operation(
    name="gauges.list",
    method="GET",
    path="/gauges",
    result=List[Gauge],
    kinds={"limit": ("limit", int), "tag": ("tag", List[Kind])},
    parameters=(
        _Parameter("box", "box", "query", List[Decimal], explode=False),
        _Parameter("fields", "fields", "query", List[str], style="pipeDelimited"),
        _Parameter("near", "near", "query", Place),
        _Parameter("since", "since", "query", Place, media_type="application/json"),
        _Parameter("source", "source", "query", str, reserved=True),
        _Parameter("where", "where", "query", GaugeFilter, style="deepObject", explode=True),
        _Parameter("words", "words", "query", List[str], style="spaceDelimited"),
    ),
)
_GET: Final = Operation(
    name="gauges.get",
    method="GET",
    path="/rivers/{river}/gauges/{gaugeId}/",
    result=Gauge,
    parameters=(
        _Parameter("river", "river", "path", str, required=True),
        _Parameter("gauge_id", "gaugeId", "path", int, required=True),
        _Parameter("days", "days", "cookie", List[datetime]),
        _Parameter("session", "session", "cookie", str),
        _Parameter("x_reader", "X-Reader", "header", str, required=True),
        _Parameter("x_trace_id", "X-Trace-Id", "header", str),
        _Parameter("x_units", "X-Units", "header", List[str]),
    ),
)
_CALIBRATE: Final = Operation(
    name="gauges.calibrate",
    method="POST",
    path="/gauges/{gaugeId}:calibrate",
    result=None,
    parameters=(_Parameter("path_gauge_id", "gaugeId", "path", int, required=True),),
)
_REMOVE: Final = Operation(
    name="gauges.remove",
    method="DELETE",
    path="/rivers/{river}/gauges/{gaugeId}/",
    result=None,
    parameters=(
        _Parameter("river", "river", "path", str, required=True),
        _Parameter("gauge_id", "gaugeId", "path", str, required=True),
        _Parameter("x_trace_id", "X-Trace-Id", "header", str),
    ),
)
_TWIN: Final = Operation(
    name="gauges.twin",
    method="GET",
    path="/gauges/{gaugeId}/twin",
    result=Decimal,
    required={"gaugeId": "query_gauge_id"},
    kinds={"gaugeId": ("query_gauge_id", int)},
    parameters=(_Parameter("path_gauge_id", "gaugeId", "path", int, required=True),),
)


class Gauges(SyncResource):
    """Operations on gauges, reached as `client.gauges`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> GaugesRaw:
        """The same operations, giving each answer as it came."""
        return GaugesRaw(self)

    def list(
        self,
        *,
        box: List[Decimal | int] | None = None,
        fields: List[str] | None = None,
        limit: int | None = None,
        near: Place | None = None,
        since: Place | None = None,
        source: str | None = None,
        tag: List[Kind] | None = None,
        where: GaugeFilter | None = None,
        words: List[str] | None = None,
        options: RequestOptions | None = None,
    ) -> List[Gauge]:
        """The gauges that fit.

        Calls `GET /gauges` (`Gauges_List` in the vendor's document).

        Args:
            box (list[Decimal or int]): West, south, east and north.
            fields (list[str]): Not described by the vendor.
            limit (int): How many. By default 20.
            near (Place): Not described by the vendor.
            since (Place): Not described by the vendor.
            source (str): Not described by the vendor.
            tag (list[Kind]): Not described by the vendor.
            where (GaugeFilter): Not described by the vendor.
            words (list[str]): Not described by the vendor.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            list[Gauge]: Those that were asked for, in the service's order.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(
            _LIST,
            parameters={
                "box": box,
                "fields": fields,
                "near": near,
                "since": since,
                "source": source,
                "where": where,
                "words": words,
            },
            query={"limit": limit, "tag": tag},
            options=options,
        )

    def get(
        self,
        river: str,
        gauge_id: int,
        *,
        x_reader: str,
        days: List[datetime] | None = None,
        session: str | None = None,
        x_trace_id: str | None = None,
        x_units: List[str] | None = None,
        options: RequestOptions | None = None,
    ) -> Gauge:
        """One gauge.

        Calls `GET /rivers/{river}/gauges/{gaugeId}/` (`Gauges_Get` in the vendor's document).

        Args:
            river (str): The name of the river.
            gauge_id (int): The number of the gauge.
            x_reader (str): Who reads.
            days (list[datetime]): Not described by the vendor.
            session (str): A session of the reading room.
            x_trace_id (str): Comes back in the answer.
            x_units (list[str]): What levels are in.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            Gauge: The gauge, as the service answers it.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(
            _GET,
            parameters={
                "river": river,
                "gauge_id": gauge_id,
                "days": days,
                "session": session,
                "x_reader": x_reader,
                "x_trace_id": x_trace_id,
                "x_units": x_units,
            },
            options=options,
        )

    def calibrate(
        self,
        path_gauge_id: int,
        *,
        gauge_id: int,
        offset: Decimal | int | UnsetType = UNSET,
        options: RequestOptions | None = None,
    ) -> None:
        """Calibrate a gauge.

        Calls `POST /gauges/{gaugeId}:calibrate` (`Gauges_Calibrate` in the vendor's document).

        An argument that is left out is not sent.

        Args:
            path_gauge_id (int): The id of the gauge.
            gauge_id (int): Not described by the vendor.
            offset (Decimal or int): Not described by the vendor.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(
            _CALIBRATE,
            parameters={"path_gauge_id": path_gauge_id},
            body=Calibration(
                gauge_id=gauge_id,
                offset=offset,
            ),
            options=options,
        )

    def remove(
        self, river: str, gauge_id: str, *, x_trace_id: str | None = None, options: RequestOptions | None = None
    ) -> None:
        """Take a gauge away.

        Calls `DELETE /rivers/{river}/gauges/{gaugeId}/` (`Gauges_Remove` in the vendor's document).

        Args:
            river (str): The name of the river.
            gauge_id (str): Shared by all, and meant otherwise below.
            x_trace_id (str): Comes back in the answer.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(
            _REMOVE, parameters={"river": river, "gauge_id": gauge_id, "x_trace_id": x_trace_id}, options=options
        )

    def twin(self, path_gauge_id: int, *, query_gauge_id: int, options: RequestOptions | None = None) -> Decimal:
        """Compare two gauges.

        Calls `GET /gauges/{gaugeId}/twin` (`Gauges_Twin` in the vendor's document).

        Args:
            path_gauge_id (int): The id of the gauge.
            query_gauge_id (int): Not described by the vendor.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            Decimal: What the service answers.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(
            _TWIN, parameters={"path_gauge_id": path_gauge_id}, query={"gaugeId": query_gauge_id}, options=options
        )


class AsyncGauges(AsyncResource):
    """Operations on gauges, reached as `client.gauges`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> AsyncGaugesRaw:
        """The same operations, giving each answer as it came."""
        return AsyncGaugesRaw(self)

    async def list(
        self,
        *,
        box: List[Decimal | int] | None = None,
        fields: List[str] | None = None,
        limit: int | None = None,
        near: Place | None = None,
        since: Place | None = None,
        source: str | None = None,
        tag: List[Kind] | None = None,
        where: GaugeFilter | None = None,
        words: List[str] | None = None,
        options: RequestOptions | None = None,
    ) -> List[Gauge]:
        """The gauges that fit.

        Calls `GET /gauges` (`Gauges_List` in the vendor's document).

        Args:
            box (list[Decimal or int]): West, south, east and north.
            fields (list[str]): Not described by the vendor.
            limit (int): How many. By default 20.
            near (Place): Not described by the vendor.
            since (Place): Not described by the vendor.
            source (str): Not described by the vendor.
            tag (list[Kind]): Not described by the vendor.
            where (GaugeFilter): Not described by the vendor.
            words (list[str]): Not described by the vendor.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            list[Gauge]: Those that were asked for, in the service's order.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(
            _LIST,
            parameters={
                "box": box,
                "fields": fields,
                "near": near,
                "since": since,
                "source": source,
                "where": where,
                "words": words,
            },
            query={"limit": limit, "tag": tag},
            options=options,
        )

    async def get(
        self,
        river: str,
        gauge_id: int,
        *,
        x_reader: str,
        days: List[datetime] | None = None,
        session: str | None = None,
        x_trace_id: str | None = None,
        x_units: List[str] | None = None,
        options: RequestOptions | None = None,
    ) -> Gauge:
        """One gauge.

        Calls `GET /rivers/{river}/gauges/{gaugeId}/` (`Gauges_Get` in the vendor's document).

        Args:
            river (str): The name of the river.
            gauge_id (int): The number of the gauge.
            x_reader (str): Who reads.
            days (list[datetime]): Not described by the vendor.
            session (str): A session of the reading room.
            x_trace_id (str): Comes back in the answer.
            x_units (list[str]): What levels are in.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            Gauge: The gauge, as the service answers it.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(
            _GET,
            parameters={
                "river": river,
                "gauge_id": gauge_id,
                "days": days,
                "session": session,
                "x_reader": x_reader,
                "x_trace_id": x_trace_id,
                "x_units": x_units,
            },
            options=options,
        )

    async def calibrate(
        self,
        path_gauge_id: int,
        *,
        gauge_id: int,
        offset: Decimal | int | UnsetType = UNSET,
        options: RequestOptions | None = None,
    ) -> None:
        """Calibrate a gauge.

        Calls `POST /gauges/{gaugeId}:calibrate` (`Gauges_Calibrate` in the vendor's document).

        An argument that is left out is not sent.

        Args:
            path_gauge_id (int): The id of the gauge.
            gauge_id (int): Not described by the vendor.
            offset (Decimal or int): Not described by the vendor.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(
            _CALIBRATE,
            parameters={"path_gauge_id": path_gauge_id},
            body=Calibration(
                gauge_id=gauge_id,
                offset=offset,
            ),
            options=options,
        )

    async def remove(
        self, river: str, gauge_id: str, *, x_trace_id: str | None = None, options: RequestOptions | None = None
    ) -> None:
        """Take a gauge away.

        Calls `DELETE /rivers/{river}/gauges/{gaugeId}/` (`Gauges_Remove` in the vendor's document).

        Args:
            river (str): The name of the river.
            gauge_id (str): Shared by all, and meant otherwise below.
            x_trace_id (str): Comes back in the answer.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(
            _REMOVE, parameters={"river": river, "gauge_id": gauge_id, "x_trace_id": x_trace_id}, options=options
        )

    async def twin(self, path_gauge_id: int, *, query_gauge_id: int, options: RequestOptions | None = None) -> Decimal:
        """Compare two gauges.

        Calls `GET /gauges/{gaugeId}/twin` (`Gauges_Twin` in the vendor's document).

        Args:
            path_gauge_id (int): The id of the gauge.
            query_gauge_id (int): Not described by the vendor.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            Decimal: What the service answers.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(
            _TWIN, parameters={"path_gauge_id": path_gauge_id}, query={"gaugeId": query_gauge_id}, options=options
        )


class GaugesRaw(RawResource):
    """Operations on gauges, reached as `client.gauges`. Each gives its answer as it came."""

    __slots__ = ()

    list: Final = Raw(Gauges.list)
    get: Final = Raw(Gauges.get)
    calibrate: Final = Raw(Gauges.calibrate)
    remove: Final = Raw(Gauges.remove)
    twin: Final = Raw(Gauges.twin)


class AsyncGaugesRaw(RawResource):
    """Operations on gauges, reached as `client.gauges`. Each gives its answer as it came."""

    __slots__ = ()

    list: Final = AsyncRaw(AsyncGauges.list)
    get: Final = AsyncRaw(AsyncGauges.get)
    calibrate: Final = AsyncRaw(AsyncGauges.calibrate)
    remove: Final = AsyncRaw(AsyncGauges.remove)
    twin: Final = AsyncRaw(AsyncGauges.twin)
