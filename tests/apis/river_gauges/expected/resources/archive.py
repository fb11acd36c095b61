# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/river_gauges; CONTRIBUTING.md says how to change what is generated.
"""Operations on archive, reached as `client.archive`."""

from __future__ import annotations

from builtins import list as List
from datetime import datetime
from typing import Final

from .._http.operation import Operation
from .._http.parameters import Parameter as _Parameter
from ..models import (
    Reading,
)
from ..options import RequestOptions
from ._base import AsyncResource, SyncResource
from ._raw import AsyncRaw, Raw, RawResource

__all__ = ["AsyncArchive", "AsyncArchiveRaw", "Archive", "ArchiveRaw"]

_READ: Final = Operation(
    name="archive.read",
    method="GET",
    path="/archive/{day}?raw=true",
    result=List[Reading],
    parameters=(_Parameter("day", "day", "path", datetime, required=True),),
    server="https://archive.rivers.example.org",
    servers={"sandbox": "https://archive.sandbox.rivers.example.org"},
    own_servers=(
        (
            "shelf_rivers_example_org",
            "https://{shelf}.rivers.example.org",
            (("shelf", "archive", ("archive", "vault")),),
        ),
        ("sandbox", "https://archive.sandbox.rivers.example.org", ()),
    ),
)


class Archive(SyncResource):
    """Operations on archive, reached as `client.archive`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> ArchiveRaw:
        """The same operations, giving each answer as it came."""
        return ArchiveRaw(self)

    def read(self, day: datetime, *, options: RequestOptions | None = None) -> List[Reading]:
        """The readings of a day.

        Calls `GET /archive/{day}?raw=true#by-day` (`Archive_Read` in the vendor's document).

        Args:
            day (datetime): The day, as part of the path.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            list[Reading]: All of them, in the service's order.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(_READ, parameters={"day": day}, options=options)


class AsyncArchive(AsyncResource):
    """Operations on archive, reached as `client.archive`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> AsyncArchiveRaw:
        """The same operations, giving each answer as it came."""
        return AsyncArchiveRaw(self)

    async def read(self, day: datetime, *, options: RequestOptions | None = None) -> List[Reading]:
        """The readings of a day.

        Calls `GET /archive/{day}?raw=true#by-day` (`Archive_Read` in the vendor's document).

        Args:
            day (datetime): The day, as part of the path.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            list[Reading]: All of them, in the service's order.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(_READ, parameters={"day": day}, options=options)


class ArchiveRaw(RawResource):
    """Operations on archive, reached as `client.archive`. Each gives its answer as it came."""

    __slots__ = ()

    read: Final = Raw(Archive.read)


class AsyncArchiveRaw(RawResource):
    """Operations on archive, reached as `client.archive`. Each gives its answer as it came."""

    __slots__ = ()

    read: Final = AsyncRaw(AsyncArchive.read)
