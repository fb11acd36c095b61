# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/envoice; CONTRIBUTING.md says how to change what is generated.
"""Operations on ui languages, reached as `client.ui_languages`."""

from __future__ import annotations

from builtins import list as List
from typing import Final

from .._http.operation import Operation
from ..models import (
    UiLanguage,
)
from ..options import RequestOptions
from ._base import AsyncResource, SyncResource
from ._raw import AsyncRaw, Raw, RawResource

__all__ = ["AsyncUiLanguages", "AsyncUiLanguagesRaw", "UiLanguages", "UiLanguagesRaw"]

_LIST: Final = Operation(
    name="ui_languages.list",
    method="GET",
    path="/api/general/uilanguages",
    result=List[UiLanguage],
)


class UiLanguages(SyncResource):
    """Operations on ui languages, reached as `client.ui_languages`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> UiLanguagesRaw:
        """The same operations, giving each answer as it came."""
        return UiLanguagesRaw(self)

    def list(self, *, options: RequestOptions | None = None) -> List[UiLanguage]:
        """Return all of the platform supported UI languages.

        Calls `GET /api/general/uilanguages` (`GeneralApi_UiLanguages` in the vendor's document).

        Args:
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            list[UiLanguage]: All of them, in the service's order.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(_LIST, options=options)


class AsyncUiLanguages(AsyncResource):
    """Operations on ui languages, reached as `client.ui_languages`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> AsyncUiLanguagesRaw:
        """The same operations, giving each answer as it came."""
        return AsyncUiLanguagesRaw(self)

    async def list(self, *, options: RequestOptions | None = None) -> List[UiLanguage]:
        """Return all of the platform supported UI languages.

        Calls `GET /api/general/uilanguages` (`GeneralApi_UiLanguages` in the vendor's document).

        Args:
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            list[UiLanguage]: All of them, in the service's order.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(_LIST, options=options)


class UiLanguagesRaw(RawResource):
    """Operations on ui languages, reached as `client.ui_languages`. Each gives its answer as it came."""

    __slots__ = ()

    list: Final = Raw(UiLanguages.list)


class AsyncUiLanguagesRaw(RawResource):
    """Operations on ui languages, reached as `client.ui_languages`. Each gives its answer as it came."""

    __slots__ = ()

    list: Final = AsyncRaw(AsyncUiLanguages.list)
