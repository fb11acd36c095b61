# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/envoice; CONTRIBUTING.md says how to change what is generated.
"""Operations on payment gateways, reached as `client.payment_gateways`."""

from __future__ import annotations

from builtins import list as List
from typing import Final

from .._http.operation import Operation
from ..models import (
    PaymentGateway,
)
from ..options import RequestOptions
from ._base import AsyncResource, SyncResource
from ._raw import AsyncRaw, Raw, RawResource

__all__ = ["AsyncPaymentGateways", "AsyncPaymentGatewaysRaw", "PaymentGateways", "PaymentGatewaysRaw"]

_LIST: Final = Operation(
    name="payment_gateways.list",
    method="GET",
    path="/api/payment/supported",
    result=List[PaymentGateway],
)


class PaymentGateways(SyncResource):
    """Operations on payment gateways, reached as `client.payment_gateways`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> PaymentGatewaysRaw:
        """The same operations, giving each answer as it came."""
        return PaymentGatewaysRaw(self)

    def list(self, *, options: RequestOptions | None = None) -> List[PaymentGateway]:
        """Return all supported payment gateways (no currencies means all are supported).

        Calls `GET /api/payment/supported` (`PaymentApi_Supported` in the vendor's document).

        Args:
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            list[PaymentGateway]: All of them, in the service's order.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(_LIST, options=options)


class AsyncPaymentGateways(AsyncResource):
    """Operations on payment gateways, reached as `client.payment_gateways`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> AsyncPaymentGatewaysRaw:
        """The same operations, giving each answer as it came."""
        return AsyncPaymentGatewaysRaw(self)

    async def list(self, *, options: RequestOptions | None = None) -> List[PaymentGateway]:
        """Return all supported payment gateways (no currencies means all are supported).

        Calls `GET /api/payment/supported` (`PaymentApi_Supported` in the vendor's document).

        Args:
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            list[PaymentGateway]: All of them, in the service's order.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(_LIST, options=options)


class PaymentGatewaysRaw(RawResource):
    """Operations on payment gateways, reached as `client.payment_gateways`. Each gives its answer as it came."""

    __slots__ = ()

    list: Final = Raw(PaymentGateways.list)


class AsyncPaymentGatewaysRaw(RawResource):
    """Operations on payment gateways, reached as `client.payment_gateways`. Each gives its answer as it came."""

    __slots__ = ()

    list: Final = AsyncRaw(AsyncPaymentGateways.list)
