# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/envoice; CONTRIBUTING.md says how to change what is generated.
"""Operations on ui languages, reached as `client.ui_languages`."""

from __future__ import annotations

from builtins import list as List
from typing import Final

from .._operation import Operation
from .._resource import AsyncResource, SyncResource
from ..models import (
    UiLanguage,
)

_LIST: Final = Operation(
    name="ui_languages.list",
    method="GET",
    path="/api/general/uilanguages",
    result=List[UiLanguage],
)


class UiLanguages(SyncResource):
    """Operations on ui languages, reached as `client.ui_languages`."""

    __slots__ = ()

    def list(self) -> List[UiLanguage]:
        """Return all of the platform supported UI languages.

        Calls `GET /api/general/uilanguages` (`GeneralApi_UiLanguages` in the vendor's document).

        Returns:
            list[UiLanguage]: All of them, in the service's order.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(_LIST)


class AsyncUiLanguages(AsyncResource):
    """Operations on ui languages, reached as `client.ui_languages`."""

    __slots__ = ()

    async def list(self) -> List[UiLanguage]:
        """Return all of the platform supported UI languages.

        Calls `GET /api/general/uilanguages` (`GeneralApi_UiLanguages` in the vendor's document).

        Returns:
            list[UiLanguage]: All of them, in the service's order.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(_LIST)
