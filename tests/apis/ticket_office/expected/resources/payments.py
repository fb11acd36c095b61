# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/ticket_office; CONTRIBUTING.md says how to change what is generated.
"""Operations on payments, reached as `client.payments`."""

from __future__ import annotations

from typing import Final

from .._http.operation import Operation
from ..models import (
    Payment,
)
from ..options import RequestOptions
from ._base import AsyncResource, SyncResource
from ._raw import AsyncRaw, Raw, RawResource

__all__ = ["AsyncPayments", "AsyncPaymentsRaw", "Payments", "PaymentsRaw"]

_LIST: Final = Operation(
    name="payments.list",
    method="GET",
    path="/payments",
    result=dict[str, Payment],
    errors={},
)
_CREATE: Final[Operation[Payment]] = Operation(
    name="payments.create",
    method="POST",
    path="/payments",
    result=Payment,
    errors={},
    required={"": "body"},
    kinds={"": ("body", Payment)},
)


class Payments(SyncResource):
    """Operations on payments, reached as `client.payments`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> PaymentsRaw:
        """The same operations, giving each answer as it came."""
        return PaymentsRaw(self)

    def list(self, *, options: RequestOptions | None = None) -> dict[str, Payment]:
        """List payments by the ticket.

        Calls `GET /payments` (`listPayments` in the vendor's document).

        Args:
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            dict[str, Payment]: What the service answers.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(_LIST, options=options)

    def create(self, *, body: Payment, options: RequestOptions | None = None) -> Payment:
        """Pay.

        Calls `POST /payments` (`createPayment` in the vendor's document).

        Args:
            body (Payment): How a ticket is paid.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            Payment: The payment, as the service answers it.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(_CREATE, body=body, options=options)


class AsyncPayments(AsyncResource):
    """Operations on payments, reached as `client.payments`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> AsyncPaymentsRaw:
        """The same operations, giving each answer as it came."""
        return AsyncPaymentsRaw(self)

    async def list(self, *, options: RequestOptions | None = None) -> dict[str, Payment]:
        """List payments by the ticket.

        Calls `GET /payments` (`listPayments` in the vendor's document).

        Args:
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            dict[str, Payment]: What the service answers.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(_LIST, options=options)

    async def create(self, *, body: Payment, options: RequestOptions | None = None) -> Payment:
        """Pay.

        Calls `POST /payments` (`createPayment` in the vendor's document).

        Args:
            body (Payment): How a ticket is paid.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            Payment: The payment, as the service answers it.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(_CREATE, body=body, options=options)


class PaymentsRaw(RawResource):
    """Operations on payments, reached as `client.payments`. Each gives its answer as it came."""

    __slots__ = ()

    list: Final = Raw(Payments.list)
    create: Final = Raw(Payments.create)


class AsyncPaymentsRaw(RawResource):
    """Operations on payments, reached as `client.payments`. Each gives its answer as it came."""

    __slots__ = ()

    list: Final = AsyncRaw(AsyncPayments.list)
    create: Final = AsyncRaw(AsyncPayments.create)
