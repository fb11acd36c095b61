# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/envoice; CONTRIBUTING.md says how to change what is generated.
"""Operations on currencies, reached as `client.currencies`."""

from __future__ import annotations

from builtins import list as List
from typing import Final

from .._http.operation import Operation
from ..models import (
    Currency,
)
from ..options import RequestOptions
from ._base import AsyncResource, SyncResource
from ._raw import AsyncRaw, Raw, RawResource

__all__ = ["AsyncCurrencies", "AsyncCurrenciesRaw", "Currencies", "CurrenciesRaw"]

_LIST: Final = Operation(
    name="currencies.list",
    method="GET",
    path="/api/general/currencies",
    result=List[Currency],
)


class Currencies(SyncResource):
    """Operations on currencies, reached as `client.currencies`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> CurrenciesRaw:
        """The same operations, giving each answer as it came."""
        return CurrenciesRaw(self)

    def list(self, *, options: RequestOptions | None = None) -> List[Currency]:
        """Return all of the platform supported currencies.

        Calls `GET /api/general/currencies` (`GeneralApi_Currencies` in the vendor's document).

        Args:
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            list[Currency]: All of them, in the service's order.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(_LIST, options=options)


class AsyncCurrencies(AsyncResource):
    """Operations on currencies, reached as `client.currencies`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> AsyncCurrenciesRaw:
        """The same operations, giving each answer as it came."""
        return AsyncCurrenciesRaw(self)

    async def list(self, *, options: RequestOptions | None = None) -> List[Currency]:
        """Return all of the platform supported currencies.

        Calls `GET /api/general/currencies` (`GeneralApi_Currencies` in the vendor's document).

        Args:
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            list[Currency]: All of them, in the service's order.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(_LIST, options=options)


class CurrenciesRaw(RawResource):
    """Operations on currencies, reached as `client.currencies`. Each gives its answer as it came."""

    __slots__ = ()

    list: Final = Raw(Currencies.list)


class AsyncCurrenciesRaw(RawResource):
    """Operations on currencies, reached as `client.currencies`. Each gives its answer as it came."""

    __slots__ = ()

    list: Final = AsyncRaw(AsyncCurrencies.list)
