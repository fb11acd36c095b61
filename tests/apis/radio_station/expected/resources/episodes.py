# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/radio_station; CONTRIBUTING.md says how to change what is generated.
"""Operations on episodes, reached as `client.episodes`."""

from __future__ import annotations

from typing import Final

from .._http.operation import Operation
from ..models import (
    EpisodePage,
)
from ..options import RequestOptions
from ._base import AsyncResource, SyncResource
from ._raw import AsyncRaw, Raw, RawResource

__all__ = ["AsyncEpisodes", "AsyncEpisodesRaw", "Episodes", "EpisodesRaw"]

_LIST: Final = Operation(
    name="episodes.list",
    method="GET",
    path="/episodes",
    result=EpisodePage,
    errors={},
    kinds={"page": ("page", int), "per_page": ("per_page", int)},
)


class Episodes(SyncResource):
    """Operations on episodes, reached as `client.episodes`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> EpisodesRaw:
        """The same operations, giving each answer as it came."""
        return EpisodesRaw(self)

    def list(
        self, *, page: int | None = None, per_page: int | None = None, options: RequestOptions | None = None
    ) -> EpisodePage:
        """List the episodes.

        Calls `GET /episodes` (`listEpisodes` in the vendor's document).

        Args:
            page (int): Not described by the vendor.
            per_page (int): Not described by the vendor.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            EpisodePage: The episode page, as the service answers it.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(_LIST, query={"page": page, "per_page": per_page}, options=options)


class AsyncEpisodes(AsyncResource):
    """Operations on episodes, reached as `client.episodes`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> AsyncEpisodesRaw:
        """The same operations, giving each answer as it came."""
        return AsyncEpisodesRaw(self)

    async def list(
        self, *, page: int | None = None, per_page: int | None = None, options: RequestOptions | None = None
    ) -> EpisodePage:
        """List the episodes.

        Calls `GET /episodes` (`listEpisodes` in the vendor's document).

        Args:
            page (int): Not described by the vendor.
            per_page (int): Not described by the vendor.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            EpisodePage: The episode page, as the service answers it.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(_LIST, query={"page": page, "per_page": per_page}, options=options)


class EpisodesRaw(RawResource):
    """Operations on episodes, reached as `client.episodes`. Each gives its answer as it came."""

    __slots__ = ()

    list: Final = Raw(Episodes.list)


class AsyncEpisodesRaw(RawResource):
    """Operations on episodes, reached as `client.episodes`. Each gives its answer as it came."""

    __slots__ = ()

    list: Final = AsyncRaw(AsyncEpisodes.list)
