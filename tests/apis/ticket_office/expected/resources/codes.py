# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/ticket_office; CONTRIBUTING.md says how to change what is generated.
"""Operations on codes, reached as `client.codes`."""

from __future__ import annotations

from builtins import list as List
from typing import Final, TypeAlias

from .._http.operation import Operation
from .._json.unions import OneOf
from ..options import RequestOptions
from ._base import AsyncResource, SyncResource
from ._raw import AsyncRaw, Raw, RawResource

__all__ = ["AsyncCodes", "AsyncCodesRaw", "Codes", "CodesRaw"]

_Union1: TypeAlias = OneOf[int | bool]
_Union2: TypeAlias = OneOf[str | List[str]]
_CREATE: Final[Operation[int | bool]] = Operation(
    name="codes.create",
    method="POST",
    path="/codes",
    result=_Union1,
    errors={},
    required={"": "body"},
    kinds={"": ("body", _Union2)},
)


class Codes(SyncResource):
    """Operations on codes, reached as `client.codes`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> CodesRaw:
        """The same operations, giving each answer as it came."""
        return CodesRaw(self)

    def create(self, *, body: str | List[str], options: RequestOptions | None = None) -> int | bool:
        """Make a code.

        Calls `POST /codes` (`createCode` in the vendor's document).

        Args:
            body (str or list[str]): Not described by the vendor.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            int or bool: What the service answers.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(_CREATE, body=body, options=options)


class AsyncCodes(AsyncResource):
    """Operations on codes, reached as `client.codes`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> AsyncCodesRaw:
        """The same operations, giving each answer as it came."""
        return AsyncCodesRaw(self)

    async def create(self, *, body: str | List[str], options: RequestOptions | None = None) -> int | bool:
        """Make a code.

        Calls `POST /codes` (`createCode` in the vendor's document).

        Args:
            body (str or list[str]): Not described by the vendor.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            int or bool: What the service answers.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(_CREATE, body=body, options=options)


class CodesRaw(RawResource):
    """Operations on codes, reached as `client.codes`. Each gives its answer as it came."""

    __slots__ = ()

    create: Final = Raw(Codes.create)


class AsyncCodesRaw(RawResource):
    """Operations on codes, reached as `client.codes`. Each gives its answer as it came."""

    __slots__ = ()

    create: Final = AsyncRaw(AsyncCodes.create)
