# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/toll_bridge; CONTRIBUTING.md says how to change what is generated.
"""Operations on crossings, reached as `client.crossings`."""

from __future__ import annotations

from builtins import list as List
from typing import Final

from msgspec import UNSET, UnsetType

from .._http.operation import Operation
from .._http.parameters import Parameter as _Parameter
from .._http.uploads import FileTypes
from ..models import (
    Crossing,
    NewCrossing,
)
from ..options import RequestOptions
from ._base import AsyncResource, SyncResource
from ._raw import AsyncRaw, Raw, RawResource

__all__ = ["AsyncCrossings", "AsyncCrossingsRaw", "Crossings", "CrossingsRaw"]

_LIST: Final = Operation(
    name="crossings.list",
    method="GET",
    path="/crossings",
    result=List[Crossing],
    kinds={"lane": ("lane", str)},
)
_CREATE: Final = Operation(
    name="crossings.create",
    method="POST",
    path="/crossings",
    result=Crossing,
)
_UPDATE_PHOTO: Final = Operation(
    name="crossings.update_photo",
    method="PUT",
    path="/crossings/{id}/photo",
    result=None,
    required={"": "content"},
    kinds={"": ("content", object)},
    parameters=(_Parameter("id", "id", "path", int, required=True),),
    body_type="application/octet-stream",
)


class Crossings(SyncResource):
    """Operations on crossings, reached as `client.crossings`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> CrossingsRaw:
        """The same operations, giving each answer as it came."""
        return CrossingsRaw(self)

    def list(self, *, lane: str | None = None, options: RequestOptions | None = None) -> List[Crossing]:
        """All crossings.

        Calls `GET /crossings` (`listCrossings` in the vendor's document).

        Args:
            lane (str): Not described by the vendor.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            list[Crossing]: All of them, in the service's order.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(_LIST, query={"lane": lane}, options=options)

    def create(self, *, plate: str, lane: str | UnsetType = UNSET, options: RequestOptions | None = None) -> Crossing:
        """Record a crossing.

        Calls `POST /crossings` (`createCrossing` in the vendor's document).

        An argument that is left out is not sent.

        Args:
            plate (str): Not described by the vendor.
            lane (str): Not described by the vendor.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            Crossing: The crossing, as the service answers it.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(
            _CREATE,
            body=NewCrossing(
                plate=plate,
                lane=lane,
            ),
            options=options,
        )

    def update_photo(self, id: int, *, content: FileTypes, options: RequestOptions | None = None) -> None:
        """Store the photo of a crossing.

        Calls `PUT /crossings/{id}/photo` (`putPhoto` in the vendor's document).

        A file is its bytes, its path, a file opened for reading bytes, an iterable of bytes (for an
        asynchronous client an async one too), or an `Upload` of one of these with a name and a media type. It
        is read while it is sent.

        Args:
            id (int): The id, as part of the path.
            content (FileTypes): Not described by the vendor.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(_UPDATE_PHOTO, parameters={"id": id}, body=content, options=options)


class AsyncCrossings(AsyncResource):
    """Operations on crossings, reached as `client.crossings`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> AsyncCrossingsRaw:
        """The same operations, giving each answer as it came."""
        return AsyncCrossingsRaw(self)

    async def list(self, *, lane: str | None = None, options: RequestOptions | None = None) -> List[Crossing]:
        """All crossings.

        Calls `GET /crossings` (`listCrossings` in the vendor's document).

        Args:
            lane (str): Not described by the vendor.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            list[Crossing]: All of them, in the service's order.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(_LIST, query={"lane": lane}, options=options)

    async def create(
        self, *, plate: str, lane: str | UnsetType = UNSET, options: RequestOptions | None = None
    ) -> Crossing:
        """Record a crossing.

        Calls `POST /crossings` (`createCrossing` in the vendor's document).

        An argument that is left out is not sent.

        Args:
            plate (str): Not described by the vendor.
            lane (str): Not described by the vendor.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            Crossing: The crossing, as the service answers it.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(
            _CREATE,
            body=NewCrossing(
                plate=plate,
                lane=lane,
            ),
            options=options,
        )

    async def update_photo(self, id: int, *, content: FileTypes, options: RequestOptions | None = None) -> None:
        """Store the photo of a crossing.

        Calls `PUT /crossings/{id}/photo` (`putPhoto` in the vendor's document).

        A file is its bytes, its path, a file opened for reading bytes, an iterable of bytes (for an
        asynchronous client an async one too), or an `Upload` of one of these with a name and a media type. It
        is read while it is sent.

        Args:
            id (int): The id, as part of the path.
            content (FileTypes): Not described by the vendor.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(_UPDATE_PHOTO, parameters={"id": id}, body=content, options=options)


class CrossingsRaw(RawResource):
    """Operations on crossings, reached as `client.crossings`. Each gives its answer as it came."""

    __slots__ = ()

    list: Final = Raw(Crossings.list)
    create: Final = Raw(Crossings.create)
    update_photo: Final = Raw(Crossings.update_photo)


class AsyncCrossingsRaw(RawResource):
    """Operations on crossings, reached as `client.crossings`. Each gives its answer as it came."""

    __slots__ = ()

    list: Final = AsyncRaw(AsyncCrossings.list)
    create: Final = AsyncRaw(AsyncCrossings.create)
    update_photo: Final = AsyncRaw(AsyncCrossings.update_photo)
