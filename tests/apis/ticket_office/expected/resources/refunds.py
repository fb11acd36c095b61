# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/ticket_office; CONTRIBUTING.md says how to change what is generated.
"""Operations on refunds, reached as `client.refunds`."""

from __future__ import annotations

from typing import Final

from .._http.operation import Operation
from ..models import (
    CreateRefundRequest,
    Refund,
)
from ..options import RequestOptions
from ._base import AsyncResource, SyncResource
from ._raw import AsyncRaw, Raw, RawResource

__all__ = ["AsyncRefunds", "AsyncRefundsRaw", "Refunds", "RefundsRaw"]

_CREATE: Final[Operation[Refund]] = Operation(
    name="refunds.create",
    method="POST",
    path="/refunds",
    result=Refund,
    required={"": "body"},
    kinds={"": ("body", CreateRefundRequest)},
)


class Refunds(SyncResource):
    """Operations on refunds, reached as `client.refunds`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> RefundsRaw:
        """The same operations, giving each answer as it came."""
        return RefundsRaw(self)

    def create(self, *, body: CreateRefundRequest, options: RequestOptions | None = None) -> Refund:
        """Give money back.

        Calls `POST /refunds` (`createRefund` in the vendor's document).

        Args:
            body (CreateRefundRequest): Not described by the vendor.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            Refund: The refund, as the service answers it.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(_CREATE, body=body, options=options)


class AsyncRefunds(AsyncResource):
    """Operations on refunds, reached as `client.refunds`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> AsyncRefundsRaw:
        """The same operations, giving each answer as it came."""
        return AsyncRefundsRaw(self)

    async def create(self, *, body: CreateRefundRequest, options: RequestOptions | None = None) -> Refund:
        """Give money back.

        Calls `POST /refunds` (`createRefund` in the vendor's document).

        Args:
            body (CreateRefundRequest): Not described by the vendor.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            Refund: The refund, as the service answers it.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(_CREATE, body=body, options=options)


class RefundsRaw(RawResource):
    """Operations on refunds, reached as `client.refunds`. Each gives its answer as it came."""

    __slots__ = ()

    create: Final = Raw(Refunds.create)


class AsyncRefundsRaw(RawResource):
    """Operations on refunds, reached as `client.refunds`. Each gives its answer as it came."""

    __slots__ = ()

    create: Final = AsyncRaw(AsyncRefunds.create)
