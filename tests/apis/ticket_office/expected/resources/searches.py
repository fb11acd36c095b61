# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/ticket_office; CONTRIBUTING.md says how to change what is generated.
"""Operations on searches, reached as `client.searches`."""

from __future__ import annotations

from typing import Final

from .._http.operation import Operation
from ..models import (
    Search,
)
from ..options import RequestOptions
from ._base import AsyncResource, SyncResource
from ._raw import AsyncRaw, Raw, RawResource

__all__ = ["AsyncSearches", "AsyncSearchesRaw", "Searches", "SearchesRaw"]

_REPLACE: Final[Operation[Search]] = Operation(
    name="searches.replace",
    method="PUT",
    path="/searches",
    result=Search,
    errors={},
    required={"": "body"},
    kinds={"": ("body", Search)},
)


class Searches(SyncResource):
    """Operations on searches, reached as `client.searches`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> SearchesRaw:
        """The same operations, giving each answer as it came."""
        return SearchesRaw(self)

    def replace(self, *, body: Search, options: RequestOptions | None = None) -> Search:
        """Remember a search.

        Calls `PUT /searches` (`replaceSearch` in the vendor's document).

        Args:
            body (Search): A word, several searches of which one must fit, or searches by what is searched.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            Search: The search, as the service answers it.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(_REPLACE, body=body, options=options)


class AsyncSearches(AsyncResource):
    """Operations on searches, reached as `client.searches`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> AsyncSearchesRaw:
        """The same operations, giving each answer as it came."""
        return AsyncSearchesRaw(self)

    async def replace(self, *, body: Search, options: RequestOptions | None = None) -> Search:
        """Remember a search.

        Calls `PUT /searches` (`replaceSearch` in the vendor's document).

        Args:
            body (Search): A word, several searches of which one must fit, or searches by what is searched.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            Search: The search, as the service answers it.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(_REPLACE, body=body, options=options)


class SearchesRaw(RawResource):
    """Operations on searches, reached as `client.searches`. Each gives its answer as it came."""

    __slots__ = ()

    replace: Final = Raw(Searches.replace)


class AsyncSearchesRaw(RawResource):
    """Operations on searches, reached as `client.searches`. Each gives its answer as it came."""

    __slots__ = ()

    replace: Final = AsyncRaw(AsyncSearches.replace)
