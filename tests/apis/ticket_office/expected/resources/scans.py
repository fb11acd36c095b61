# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/ticket_office; CONTRIBUTING.md says how to change what is generated.
"""Operations on scans, reached as `client.scans`."""

from __future__ import annotations

from builtins import list as List
from typing import Final, TypeAlias

from msgspec import UNSET, UnsetType

from .._http.body_field import BodyField as _BodyField
from .._http.operation import Operation
from .._http.uploads import FileTypes
from .._json.unions import OneOf
from ..options import RequestOptions
from ._base import AsyncResource, SyncResource
from ._raw import AsyncRaw, Raw, RawResource

__all__ = ["AsyncScans", "AsyncScansRaw", "Scans", "ScansRaw"]

_Union1: TypeAlias = OneOf[int | str]
_CREATE: Final = Operation(
    name="scans.create",
    method="POST",
    path="/scans",
    result=None,
    errors={},
    body_type="multipart/form-data",
    body_fields=(
        _BodyField("pages", "pages", required=True, file=True, many=True),
        _BodyField("note", "note", _Union1),
    ),
)


class Scans(SyncResource):
    """Operations on scans, reached as `client.scans`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> ScansRaw:
        """The same operations, giving each answer as it came."""
        return ScansRaw(self)

    def create(
        self,
        *,
        pages: FileTypes | List[FileTypes],
        note: int | str | UnsetType = UNSET,
        options: RequestOptions | None = None,
    ) -> None:
        """Hand in what was scanned.

        Calls `POST /scans` (`createScan` in the vendor's document).

        An argument that is left out is not sent.

        A file is its bytes, its path, a file opened for reading bytes, an iterable of bytes (for an
        asynchronous client an async one too), or an `Upload` of one of these with a name and a media type. It
        is read while it is sent.

        Args:
            pages (FileTypes or list[FileTypes]): One page, or several.
            note (int or str): Not described by the vendor.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(_CREATE, body={"pages": pages, "note": note}, options=options)


class AsyncScans(AsyncResource):
    """Operations on scans, reached as `client.scans`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> AsyncScansRaw:
        """The same operations, giving each answer as it came."""
        return AsyncScansRaw(self)

    async def create(
        self,
        *,
        pages: FileTypes | List[FileTypes],
        note: int | str | UnsetType = UNSET,
        options: RequestOptions | None = None,
    ) -> None:
        """Hand in what was scanned.

        Calls `POST /scans` (`createScan` in the vendor's document).

        An argument that is left out is not sent.

        A file is its bytes, its path, a file opened for reading bytes, an iterable of bytes (for an
        asynchronous client an async one too), or an `Upload` of one of these with a name and a media type. It
        is read while it is sent.

        Args:
            pages (FileTypes or list[FileTypes]): One page, or several.
            note (int or str): Not described by the vendor.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(_CREATE, body={"pages": pages, "note": note}, options=options)


class ScansRaw(RawResource):
    """Operations on scans, reached as `client.scans`. Each gives its answer as it came."""

    __slots__ = ()

    create: Final = Raw(Scans.create)


class AsyncScansRaw(RawResource):
    """Operations on scans, reached as `client.scans`. Each gives its answer as it came."""

    __slots__ = ()

    create: Final = AsyncRaw(AsyncScans.create)
