# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/opera_house; CONTRIBUTING.md says how to change what is generated.
"""Operations on models, reached as `client.models`."""

from __future__ import annotations

from builtins import list as List
from typing import Final

from .._http.operation import Operation
from ..models import (
    Stage,
)
from ..options import RequestOptions
from ._base import AsyncResource, SyncResource
from ._raw import AsyncRaw, Raw, RawResource

__all__ = ["AsyncModels", "AsyncModelsRaw", "Models", "ModelsRaw"]

_LIST: Final = Operation(
    name="models.list",
    method="GET",
    path="/stages",
    result=List[Stage],
)


class Models(SyncResource):
    """Operations on models, reached as `client.models`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> ModelsRaw:
        """The same operations, giving each answer as it came."""
        return ModelsRaw(self)

    def list(self, *, options: RequestOptions | None = None) -> List[Stage]:
        """Call models.list.

        Calls `GET /stages` (`stages` in the vendor's document).

        Args:
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            list[Stage]: All of them, in the service's order.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(_LIST, options=options)


class AsyncModels(AsyncResource):
    """Operations on models, reached as `client.models`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> AsyncModelsRaw:
        """The same operations, giving each answer as it came."""
        return AsyncModelsRaw(self)

    async def list(self, *, options: RequestOptions | None = None) -> List[Stage]:
        """Call models.list.

        Calls `GET /stages` (`stages` in the vendor's document).

        Args:
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            list[Stage]: All of them, in the service's order.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(_LIST, options=options)


class ModelsRaw(RawResource):
    """Operations on models, reached as `client.models`. Each gives its answer as it came."""

    __slots__ = ()

    list: Final = Raw(Models.list)


class AsyncModelsRaw(RawResource):
    """Operations on models, reached as `client.models`. Each gives its answer as it came."""

    __slots__ = ()

    list: Final = AsyncRaw(AsyncModels.list)
