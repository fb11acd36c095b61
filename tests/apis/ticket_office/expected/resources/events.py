# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/ticket_office; CONTRIBUTING.md says how to change what is generated.
"""Operations on events, reached as `client.events`."""

from __future__ import annotations

from builtins import list as List
from typing import Final, TypeAlias

from .._http.operation import Operation
from .._http.parameters import Parameter as _Parameter
from .._json.unions import OneOf
from ..models import (
    AnyEvent,
)
from ..options import RequestOptions
from ._base import AsyncResource, SyncResource
from ._raw import AsyncRaw, Raw, RawResource

__all__ = ["AsyncEvents", "AsyncEventsRaw", "Events", "EventsRaw"]

_Union1: TypeAlias = OneOf[int | str]
_LIST: Final = Operation(
    name="events.list",
    method="GET",
    path="/events",
    result=List[AnyEvent],
    errors={},
)
_GET: Final[Operation[AnyEvent]] = Operation(
    name="events.get",
    method="GET",
    path="/events/{key}",
    result=AnyEvent,
    errors={},
    parameters=(_Parameter("key", "key", "path", _Union1, required=True),),
)
_CREATE: Final = Operation(
    name="events.create",
    method="POST",
    path="/events",
    result=int,
    errors={},
    required={"": "body"},
    kinds={"": ("body", AnyEvent)},
)


class Events(SyncResource):
    """Operations on events, reached as `client.events`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> EventsRaw:
        """The same operations, giving each answer as it came."""
        return EventsRaw(self)

    def list(self, *, options: RequestOptions | None = None) -> List[AnyEvent]:
        """List events.

        Calls `GET /events` (`listEvents` in the vendor's document).

        Args:
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            list[AnyEvent]: All of them, in the service's order.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(_LIST, options=options)

    def get(self, key: int | str, *, options: RequestOptions | None = None) -> AnyEvent:
        """Get an event by its number or its short name.

        Calls `GET /events/{key}` (`getEvent` in the vendor's document).

        Args:
            key (int or str): The key, as part of the path.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            AnyEvent: The any event, as the service answers it.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(_GET, parameters={"key": key}, options=options)

    def create(self, *, body: AnyEvent, options: RequestOptions | None = None) -> int:
        """Add an event.

        Calls `POST /events` (`createEvent` in the vendor's document).

        Args:
            body (AnyEvent): Something to go to.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            int: The id of the new event.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(_CREATE, body=body, options=options)


class AsyncEvents(AsyncResource):
    """Operations on events, reached as `client.events`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> AsyncEventsRaw:
        """The same operations, giving each answer as it came."""
        return AsyncEventsRaw(self)

    async def list(self, *, options: RequestOptions | None = None) -> List[AnyEvent]:
        """List events.

        Calls `GET /events` (`listEvents` in the vendor's document).

        Args:
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            list[AnyEvent]: All of them, in the service's order.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(_LIST, options=options)

    async def get(self, key: int | str, *, options: RequestOptions | None = None) -> AnyEvent:
        """Get an event by its number or its short name.

        Calls `GET /events/{key}` (`getEvent` in the vendor's document).

        Args:
            key (int or str): The key, as part of the path.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            AnyEvent: The any event, as the service answers it.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(_GET, parameters={"key": key}, options=options)

    async def create(self, *, body: AnyEvent, options: RequestOptions | None = None) -> int:
        """Add an event.

        Calls `POST /events` (`createEvent` in the vendor's document).

        Args:
            body (AnyEvent): Something to go to.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            int: The id of the new event.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(_CREATE, body=body, options=options)


class EventsRaw(RawResource):
    """Operations on events, reached as `client.events`. Each gives its answer as it came."""

    __slots__ = ()

    list: Final = Raw(Events.list)
    get: Final = Raw(Events.get)
    create: Final = Raw(Events.create)


class AsyncEventsRaw(RawResource):
    """Operations on events, reached as `client.events`. Each gives its answer as it came."""

    __slots__ = ()

    list: Final = AsyncRaw(AsyncEvents.list)
    get: Final = AsyncRaw(AsyncEvents.get)
    create: Final = AsyncRaw(AsyncEvents.create)
