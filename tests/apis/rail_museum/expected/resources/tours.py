# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/rail_museum; CONTRIBUTING.md says how to change what is generated.
"""Operations on tours, reached as `client.tours`."""

from __future__ import annotations

from builtins import list as List
from datetime import date
from typing import Final, Literal, overload

from .._http.accepting import asking as _asking
from .._http.operation import Operation
from .._http.parameters import Parameter as _Parameter
from ..models import (
    CopyTourResponse,
    GetTourPlanResponse,
    QueryToursRequest,
    Tour,
    TourCriteria,
    TourFilter,
    TourLanguage,
)
from ..options import RequestOptions
from ._base import AsyncResource, SyncResource
from ._raw import AsyncRaw, Raw, RawResource
from ._streaming import AsyncStreaming, Streaming, StreamingResource

__all__ = ["AsyncTours", "AsyncToursRaw", "AsyncToursStreaming", "Tours", "ToursRaw", "ToursStreaming"]

_LIST: Final = Operation(
    name="tours.list",
    method="GET",
    path="/tours",
    result=List[Tour],
    kinds={"since": ("since", date)},
    parameters=(_Parameter("language", "language", "cookie", TourLanguage),),
    security=(),
)
_SEARCH: Final = Operation(
    name="tours.search",
    method="GET",
    path="/tours/search",
    result=None,
    parameters=(
        _Parameter(
            "criteria",
            "criteria",
            "query",
            TourCriteria,
            style="querystring",
            required=True,
            media_type="application/x-www-form-urlencoded",
        ),
    ),
    security=(),
)
_COPY: Final = Operation(
    name="tours.copy",
    method="COPY",
    path="/tours",
    result=CopyTourResponse,
    required={"number": "number"},
    kinds={"number": ("number", int)},
    parameters=(_Parameter("destination", "Destination", "header", str, required=True),),
    security=(),
)
_GET_FILTER: Final = Operation(
    name="tours.get_filter",
    method="GET",
    path="/tours/filter",
    result=None,
    parameters=(
        _Parameter(
            "filter", "filter", "query", TourFilter, style="querystring", required=True, media_type="application/json"
        ),
    ),
    security=(),
)
_GET_PLAN: Final[Operation[GetTourPlanResponse | str | bytes]] = Operation(
    name="tours.get_plan",
    method="GET",
    path="/tours/plan",
    result=GetTourPlanResponse,
    required={"number": "number"},
    kinds={"number": ("number", int)},
    security=(),
)
_GET_PLAN_AS: Final = (
    ("application/json", ()),
    ("text/csv", (("200", "text/csv", str),)),
    ("image/png", (("200", "image/png", bytes),)),
    ("image/jpeg", (("200", "image/jpeg", bytes),)),
)
_QUERY: Final = Operation(
    name="tours.query",
    method="QUERY",
    path="/tours",
    result=List[int],
    security=(),
)


class Tours(SyncResource):
    """Operations on tours, reached as `client.tours`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> ToursRaw:
        """The same operations, giving each answer as it came."""
        return ToursRaw(self)

    @property
    def with_streaming_response(self) -> ToursStreaming:
        """The operations that answer text or bytes, giving each answer to be read in parts or stored in a file."""
        return ToursStreaming(self)

    def list(
        self, *, language: TourLanguage | None = None, since: date | None = None, options: RequestOptions | None = None
    ) -> List[Tour]:
        """Call tours.list.

        Calls `GET /tours` (`list_tours` in the vendor's document).

        Args:
            language (TourLanguage): Not described by the vendor.
            since (date): Not described by the vendor.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            list[Tour]: All of them, in the service's order.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(_LIST, parameters={"language": language}, query={"since": since}, options=options)

    def search(self, *, criteria: TourCriteria, options: RequestOptions | None = None) -> None:
        """Call tours.search.

        Calls `GET /tours/search` (`search_tours` in the vendor's document).

        Args:
            criteria (TourCriteria): Not described by the vendor.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(_SEARCH, parameters={"criteria": criteria}, options=options)

    def copy(self, *, destination: str, number: int, options: RequestOptions | None = None) -> CopyTourResponse:
        """Copy a tour.

        Calls `COPY /tours`.

        Args:
            destination (str): Not described by the vendor.
            number (int): Not described by the vendor.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            CopyTourResponse: What the service answers.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(
            _COPY, parameters={"destination": destination}, query={"number": number}, options=options
        )

    def get_filter(self, *, filter: TourFilter, options: RequestOptions | None = None) -> None:
        """Call tours.get_filter.

        Calls `GET /tours/filter` (`filter_tours` in the vendor's document).

        Args:
            filter (TourFilter): Not described by the vendor.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(_GET_FILTER, parameters={"filter": filter}, options=options)

    def _get_plan_as(
        self,
        *,
        number: int,
        accept: Literal["application/json", "text/csv", "image/png", "image/jpeg"] = "application/json",
        options: RequestOptions | None = None,
    ) -> GetTourPlanResponse | str | bytes:
        """Call tours.get_plan.

        Calls `GET /tours/plan` (`plan_of_tour` in the vendor's document).

        Args:
            number (int): Not described by the vendor.
            accept (Literal['application/json', 'text/csv', 'image/png', 'image/jpeg']): The media type of the
                answer.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            GetTourPlanResponse or str or bytes: What the service answers. The text that is answered (text/csv).
                The bytes that are answered (image/png); for large ones see `with_streaming_response`. The bytes
                that are answered (image/jpeg); for large ones see `with_streaming_response`.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(_asking(_GET_PLAN, accept, _GET_PLAN_AS), query={"number": number}, options=options)

    @overload
    def get_plan(
        self,
        *,
        number: int,
        accept: Literal["application/json"] = "application/json",
        options: RequestOptions | None = None,
    ) -> GetTourPlanResponse: ...
    @overload
    def get_plan(self, *, number: int, accept: Literal["text/csv"], options: RequestOptions | None = None) -> str: ...
    @overload
    def get_plan(
        self, *, number: int, accept: Literal["image/png"], options: RequestOptions | None = None
    ) -> bytes: ...
    @overload
    def get_plan(
        self, *, number: int, accept: Literal["image/jpeg"], options: RequestOptions | None = None
    ) -> bytes: ...
    def get_plan(
        self,
        *,
        number: int,
        accept: Literal["application/json", "text/csv", "image/png", "image/jpeg"] = "application/json",
        options: RequestOptions | None = None,
    ) -> GetTourPlanResponse | str | bytes:
        """Call tours.get_plan.

        Calls `GET /tours/plan` (`plan_of_tour` in the vendor's document).

        Args:
            number (int): Not described by the vendor.
            accept (Literal['application/json', 'text/csv', 'image/png', 'image/jpeg']): The media type of the
                answer.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            GetTourPlanResponse or str or bytes: What the service answers. The text that is answered (text/csv).
                The bytes that are answered (image/png); for large ones see `with_streaming_response`. The bytes
                that are answered (image/jpeg); for large ones see `with_streaming_response`.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(_asking(_GET_PLAN, accept, _GET_PLAN_AS), query={"number": number}, options=options)

    def query(self, *, stops: List[str], options: RequestOptions | None = None) -> List[int]:
        """The tours that a plan asks for.

        Calls `QUERY /tours`.

        Args:
            stops (list[str]): Not described by the vendor.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            list[int]: All of them, in the service's order.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(
            _QUERY,
            body=QueryToursRequest(
                stops=stops,
            ),
            options=options,
        )


class AsyncTours(AsyncResource):
    """Operations on tours, reached as `client.tours`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> AsyncToursRaw:
        """The same operations, giving each answer as it came."""
        return AsyncToursRaw(self)

    @property
    def with_streaming_response(self) -> AsyncToursStreaming:
        """The operations that answer text or bytes, giving each answer to be read in parts or stored in a file."""
        return AsyncToursStreaming(self)

    async def list(
        self, *, language: TourLanguage | None = None, since: date | None = None, options: RequestOptions | None = None
    ) -> List[Tour]:
        """Call tours.list.

        Calls `GET /tours` (`list_tours` in the vendor's document).

        Args:
            language (TourLanguage): Not described by the vendor.
            since (date): Not described by the vendor.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            list[Tour]: All of them, in the service's order.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(
            _LIST, parameters={"language": language}, query={"since": since}, options=options
        )

    async def search(self, *, criteria: TourCriteria, options: RequestOptions | None = None) -> None:
        """Call tours.search.

        Calls `GET /tours/search` (`search_tours` in the vendor's document).

        Args:
            criteria (TourCriteria): Not described by the vendor.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(_SEARCH, parameters={"criteria": criteria}, options=options)

    async def copy(self, *, destination: str, number: int, options: RequestOptions | None = None) -> CopyTourResponse:
        """Copy a tour.

        Calls `COPY /tours`.

        Args:
            destination (str): Not described by the vendor.
            number (int): Not described by the vendor.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            CopyTourResponse: What the service answers.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(
            _COPY, parameters={"destination": destination}, query={"number": number}, options=options
        )

    async def get_filter(self, *, filter: TourFilter, options: RequestOptions | None = None) -> None:
        """Call tours.get_filter.

        Calls `GET /tours/filter` (`filter_tours` in the vendor's document).

        Args:
            filter (TourFilter): Not described by the vendor.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(_GET_FILTER, parameters={"filter": filter}, options=options)

    async def _get_plan_as(
        self,
        *,
        number: int,
        accept: Literal["application/json", "text/csv", "image/png", "image/jpeg"] = "application/json",
        options: RequestOptions | None = None,
    ) -> GetTourPlanResponse | str | bytes:
        """Call tours.get_plan.

        Calls `GET /tours/plan` (`plan_of_tour` in the vendor's document).

        Args:
            number (int): Not described by the vendor.
            accept (Literal['application/json', 'text/csv', 'image/png', 'image/jpeg']): The media type of the
                answer.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            GetTourPlanResponse or str or bytes: What the service answers. The text that is answered (text/csv).
                The bytes that are answered (image/png); for large ones see `with_streaming_response`. The bytes
                that are answered (image/jpeg); for large ones see `with_streaming_response`.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(
            _asking(_GET_PLAN, accept, _GET_PLAN_AS), query={"number": number}, options=options
        )

    @overload
    async def get_plan(
        self,
        *,
        number: int,
        accept: Literal["application/json"] = "application/json",
        options: RequestOptions | None = None,
    ) -> GetTourPlanResponse: ...
    @overload
    async def get_plan(
        self, *, number: int, accept: Literal["text/csv"], options: RequestOptions | None = None
    ) -> str: ...
    @overload
    async def get_plan(
        self, *, number: int, accept: Literal["image/png"], options: RequestOptions | None = None
    ) -> bytes: ...
    @overload
    async def get_plan(
        self, *, number: int, accept: Literal["image/jpeg"], options: RequestOptions | None = None
    ) -> bytes: ...
    async def get_plan(
        self,
        *,
        number: int,
        accept: Literal["application/json", "text/csv", "image/png", "image/jpeg"] = "application/json",
        options: RequestOptions | None = None,
    ) -> GetTourPlanResponse | str | bytes:
        """Call tours.get_plan.

        Calls `GET /tours/plan` (`plan_of_tour` in the vendor's document).

        Args:
            number (int): Not described by the vendor.
            accept (Literal['application/json', 'text/csv', 'image/png', 'image/jpeg']): The media type of the
                answer.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            GetTourPlanResponse or str or bytes: What the service answers. The text that is answered (text/csv).
                The bytes that are answered (image/png); for large ones see `with_streaming_response`. The bytes
                that are answered (image/jpeg); for large ones see `with_streaming_response`.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(
            _asking(_GET_PLAN, accept, _GET_PLAN_AS), query={"number": number}, options=options
        )

    async def query(self, *, stops: List[str], options: RequestOptions | None = None) -> List[int]:
        """The tours that a plan asks for.

        Calls `QUERY /tours`.

        Args:
            stops (list[str]): Not described by the vendor.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            list[int]: All of them, in the service's order.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(
            _QUERY,
            body=QueryToursRequest(
                stops=stops,
            ),
            options=options,
        )


class ToursRaw(RawResource):
    """Operations on tours, reached as `client.tours`. Each gives its answer as it came."""

    __slots__ = ()

    list: Final = Raw(Tours.list)
    search: Final = Raw(Tours.search)
    copy: Final = Raw(Tours.copy)
    get_filter: Final = Raw(Tours.get_filter)
    get_plan: Final = Raw(Tours._get_plan_as)  # pyright: ignore[reportPrivateUsage]
    query: Final = Raw(Tours.query)


class AsyncToursRaw(RawResource):
    """Operations on tours, reached as `client.tours`. Each gives its answer as it came."""

    __slots__ = ()

    list: Final = AsyncRaw(AsyncTours.list)
    search: Final = AsyncRaw(AsyncTours.search)
    copy: Final = AsyncRaw(AsyncTours.copy)
    get_filter: Final = AsyncRaw(AsyncTours.get_filter)
    get_plan: Final = AsyncRaw(AsyncTours._get_plan_as)  # pyright: ignore[reportPrivateUsage]
    query: Final = AsyncRaw(AsyncTours.query)


class ToursStreaming(StreamingResource):
    """Operations on tours, reached as `client.tours`. Each gives its answer to be read in parts or stored in a file."""

    __slots__ = ()

    get_plan: Final = Streaming(Tours._get_plan_as)  # pyright: ignore[reportPrivateUsage]


class AsyncToursStreaming(StreamingResource):
    """Operations on tours, reached as `client.tours`. Each gives its answer to be read in parts or stored in a file."""

    __slots__ = ()

    get_plan: Final = AsyncStreaming(AsyncTours._get_plan_as)  # pyright: ignore[reportPrivateUsage]
