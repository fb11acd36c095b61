# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/opera_house; CONTRIBUTING.md says how to change what is generated.
"""Operations on plays, reached as `client.plays`."""

from __future__ import annotations

from builtins import list as List
from typing import TYPE_CHECKING, Final

from .._http.operation import Operation
from .._http.parameters import Parameter as _Parameter
from ..models import (
    NewPlay,
    Play,
)
from ..options import RequestOptions
from ._base import AsyncResource, SyncResource
from ._raw import AsyncRaw, Raw, RawResource

if TYPE_CHECKING:
    from ..resources import plays_nights as _plays_nights
else:
    from .._lazy import lazy_module

    _plays_nights = lazy_module(".resources.plays_nights")

__all__ = ["AsyncPlays", "AsyncPlaysRaw", "Plays", "PlaysRaw"]

_LIST: Final = Operation(
    name="plays.list",
    method="GET",
    path="/plays",
    result=List[Play],
)
_GET: Final = Operation(
    name="plays.get",
    method="GET",
    path="/plays/{play_id}",
    result=Play,
    parameters=(_Parameter("play_id", "play_id", "path", int, required=True),),
)
_CREATE: Final = Operation(
    name="plays.create",
    method="POST",
    path="/plays",
    result=Play,
)


class Plays(SyncResource):
    """Operations on plays, reached as `client.plays`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> PlaysRaw:
        """The same operations, giving each answer as it came."""
        return PlaysRaw(self)

    @property
    def nights(self) -> _plays_nights.PlaysNights:
        """Operations on plays nights, reached as `client.plays.nights`."""
        from ..resources.plays_nights import PlaysNights

        return PlaysNights(self._client)

    def list(self, *, options: RequestOptions | None = None) -> List[Play]:
        """Call plays.list.

        Calls `GET /plays` (`listPlays` in the vendor's document).

        Args:
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            list[Play]: All of them, in the service's order.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(_LIST, options=options)

    def get(self, play_id: int, *, options: RequestOptions | None = None) -> Play:
        """Call plays.get.

        Calls `GET /plays/{play_id}` (`getPlay` in the vendor's document).

        Args:
            play_id (int): The id of the play.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            Play: The play, as the service answers it.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(_GET, parameters={"play_id": play_id}, options=options)

    def create(self, *, title: str, options: RequestOptions | None = None) -> Play:
        """Call plays.create.

        Calls `POST /plays` (`addPlay` in the vendor's document).

        Args:
            title (str): Not described by the vendor.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            Play: The play, as the service answers it.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(
            _CREATE,
            body=NewPlay(
                title=title,
            ),
            options=options,
        )


class AsyncPlays(AsyncResource):
    """Operations on plays, reached as `client.plays`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> AsyncPlaysRaw:
        """The same operations, giving each answer as it came."""
        return AsyncPlaysRaw(self)

    @property
    def nights(self) -> _plays_nights.AsyncPlaysNights:
        """Operations on plays nights, reached as `client.plays.nights`."""
        from ..resources.plays_nights import AsyncPlaysNights

        return AsyncPlaysNights(self._client)

    async def list(self, *, options: RequestOptions | None = None) -> List[Play]:
        """Call plays.list.

        Calls `GET /plays` (`listPlays` in the vendor's document).

        Args:
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            list[Play]: All of them, in the service's order.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(_LIST, options=options)

    async def get(self, play_id: int, *, options: RequestOptions | None = None) -> Play:
        """Call plays.get.

        Calls `GET /plays/{play_id}` (`getPlay` in the vendor's document).

        Args:
            play_id (int): The id of the play.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            Play: The play, as the service answers it.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(_GET, parameters={"play_id": play_id}, options=options)

    async def create(self, *, title: str, options: RequestOptions | None = None) -> Play:
        """Call plays.create.

        Calls `POST /plays` (`addPlay` in the vendor's document).

        Args:
            title (str): Not described by the vendor.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            Play: The play, as the service answers it.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(
            _CREATE,
            body=NewPlay(
                title=title,
            ),
            options=options,
        )


class PlaysRaw(RawResource):
    """Operations on plays, reached as `client.plays`. Each gives its answer as it came."""

    __slots__ = ()

    list: Final = Raw(Plays.list)
    get: Final = Raw(Plays.get)
    create: Final = Raw(Plays.create)

    @property
    def nights(self) -> _plays_nights.PlaysNightsRaw:
        """Operations on plays nights, reached as `client.plays.nights`."""
        from .plays_nights import PlaysNightsRaw

        return PlaysNightsRaw(self._twin.nights)


class AsyncPlaysRaw(RawResource):
    """Operations on plays, reached as `client.plays`. Each gives its answer as it came."""

    __slots__ = ()

    list: Final = AsyncRaw(AsyncPlays.list)
    get: Final = AsyncRaw(AsyncPlays.get)
    create: Final = AsyncRaw(AsyncPlays.create)

    @property
    def nights(self) -> _plays_nights.AsyncPlaysNightsRaw:
        """Operations on plays nights, reached as `client.plays.nights`."""
        from .plays_nights import AsyncPlaysNightsRaw

        return AsyncPlaysNightsRaw(self._twin.nights)
