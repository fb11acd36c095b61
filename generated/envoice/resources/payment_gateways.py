# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/envoice; CONTRIBUTING.md says how to change what is generated.
"""Operations on payment gateways, reached as `client.payment_gateways`."""

from __future__ import annotations

from builtins import list as List
from typing import Final

from .._operation import Operation
from .._resource import AsyncResource, SyncResource
from ..models import (
    PaymentGateway,
)

_LIST: Final = Operation(
    name="payment_gateways.list",
    method="GET",
    path="/api/payment/supported",
    result=List[PaymentGateway],
)


class PaymentGateways(SyncResource):
    """Operations on payment gateways, reached as `client.payment_gateways`."""

    __slots__ = ()

    def list(self) -> List[PaymentGateway]:
        """Return all supported payment gateways (no currencies means all are supported).

        Calls `GET /api/payment/supported` (`PaymentApi_Supported` in the vendor's document).

        Returns:
            list[PaymentGateway]: All of them, in the service's order.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(_LIST)


class AsyncPaymentGateways(AsyncResource):
    """Operations on payment gateways, reached as `client.payment_gateways`."""

    __slots__ = ()

    async def list(self) -> List[PaymentGateway]:
        """Return all supported payment gateways (no currencies means all are supported).

        Calls `GET /api/payment/supported` (`PaymentApi_Supported` in the vendor's document).

        Returns:
            list[PaymentGateway]: All of them, in the service's order.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(_LIST)
