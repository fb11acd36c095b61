# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/radio_station; CONTRIBUTING.md says how to change what is generated.
"""Operations on jingles, reached as `client.jingles`."""

from __future__ import annotations

from typing import Final

from .._http.operation import Operation
from .._http.parameters import Parameter as _Parameter
from .._http.uploads import FileTypes
from ..options import RequestOptions
from ._base import AsyncResource, SyncResource
from ._raw import AsyncRaw, Raw, RawResource

__all__ = ["AsyncJingles", "AsyncJinglesRaw", "Jingles", "JinglesRaw"]

_KEEP: Final = Operation(
    name="jingles.keep",
    method="PUT",
    path="/jingles/{jingle_id}",
    result=None,
    errors={},
    required={"": "content"},
    kinds={"": ("content", object)},
    parameters=(_Parameter("jingle_id", "jingle_id", "path", str, required=True),),
    body_type="application/octet-stream",
)


class Jingles(SyncResource):
    """Operations on jingles, reached as `client.jingles`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> JinglesRaw:
        """The same operations, giving each answer as it came."""
        return JinglesRaw(self)

    def keep(self, jingle_id: str, *, content: FileTypes, options: RequestOptions | None = None) -> None:
        """Call jingles.keep.

        Calls `PUT /jingles/{jingle_id}` (`keepJingle` in the vendor's document).

        A file is its bytes, its path, a file opened for reading bytes, an iterable of bytes (for an
        asynchronous client an async one too), or an `Upload` of one of these with a name and a media type. It
        is read while it is sent.

        Args:
            jingle_id (str): The id of the jingle.
            content (FileTypes): Not described by the vendor.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(_KEEP, parameters={"jingle_id": jingle_id}, body=content, options=options)


class AsyncJingles(AsyncResource):
    """Operations on jingles, reached as `client.jingles`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> AsyncJinglesRaw:
        """The same operations, giving each answer as it came."""
        return AsyncJinglesRaw(self)

    async def keep(self, jingle_id: str, *, content: FileTypes, options: RequestOptions | None = None) -> None:
        """Call jingles.keep.

        Calls `PUT /jingles/{jingle_id}` (`keepJingle` in the vendor's document).

        A file is its bytes, its path, a file opened for reading bytes, an iterable of bytes (for an
        asynchronous client an async one too), or an `Upload` of one of these with a name and a media type. It
        is read while it is sent.

        Args:
            jingle_id (str): The id of the jingle.
            content (FileTypes): Not described by the vendor.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(_KEEP, parameters={"jingle_id": jingle_id}, body=content, options=options)


class JinglesRaw(RawResource):
    """Operations on jingles, reached as `client.jingles`. Each gives its answer as it came."""

    __slots__ = ()

    keep: Final = Raw(Jingles.keep)


class AsyncJinglesRaw(RawResource):
    """Operations on jingles, reached as `client.jingles`. Each gives its answer as it came."""

    __slots__ = ()

    keep: Final = AsyncRaw(AsyncJingles.keep)
