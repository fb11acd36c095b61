# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/radio_station; CONTRIBUTING.md says how to change what is generated.
"""The clients as callers of the former SDK know them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from .._redaction.values import as_secret
from ..client import AsyncRadio as _AsyncCore, Radio as _Core
from ._client import AsyncFacade, SyncFacade
from ._options import Timeout
from ._requests import AsyncRequests, SyncRequests
from ._values import NotGiven, not_given
from .resources._client import AsyncClientResource, ClientResource

if TYPE_CHECKING:
    import httpx

    from .resources import (
        charts as _charts,
        episodes as _episodes,
        jingles as _jingles,
        live as _live,
        recordings as _recordings,
        shows as _shows,
        stations as _stations,
        wishes as _wishes,
    )

ENVIRONMENTS: Final[Mapping[str, str]] = {
    "production": "https://api.radio.example/v1",
    "rehearsal": "https://rehearsal.radio.example/v1",
    "regional": "https://{region}.radio.example/v1",
}
_VARIABLES: Final[Mapping[str, str]] = {"api_key": "RADIO_API_KEY", "studio": "RADIO_STUDIO", "region": "RADIO_REGION"}
_SENT: Final[Mapping[str, str]] = {"studio": "X-Studio", "channel": "X-Channel"}


class Radio(SyncFacade, ClientResource, SyncRequests):
    """A client with the arguments that callers of the former SDK know.

    Args:
        api_key: By default RADIO_API_KEY of the environment.
        studio: By default RADIO_STUDIO of the environment.
        channel: By default none of the environment.
        region: By default RADIO_REGION of the environment.
        environment: The name of an environment, in place of `base_url`.
        base_url: Where requests go; by default RADIO_STATION_BASE_URL of the environment, or the first environment.
        timeout: Seconds for an attempt, a `httpx.Timeout`, or None for no limit; 90 by default.
        max_retries: How often a failed attempt is repeated, if that cannot do anything twice.
        default_headers: Headers of every request.
        default_query: Query parameters of every request.
        http_client: A client of httpx, which stays open.

    Raises:
        ConfigurationError: An argument cannot be used, or there are no credentials.
        ValueError: There is no such environment.
    """

    _DEFAULTS = {"channel": "one", "region": "west"}
    _HEADERS = {"X-Edition": "2"}
    _IN_ADDRESS = {"region": "region"}
    _LIMIT = 90.0

    def __init__(
        self,
        *,
        api_key: str | None = None,
        studio: str | None = None,
        channel: str | None = None,
        region: str | None = None,
        environment: Literal["production", "rehearsal", "regional"] | NotGiven | None = not_given,
        base_url: str | httpx.URL | None = None,
        timeout: Timeout = not_given,
        max_retries: int = 4,
        default_headers: Mapping[str, str] | None = None,
        default_query: Mapping[str, object] | None = None,
        http_client: httpx.Client | None = None,
        _strict_response_validation: bool = False,
    ) -> None:
        # At once, so that no traceback that shows locals shows them.
        api_key = as_secret(api_key)
        super().__init__(
            _Core,
            ENVIRONMENTS,
            environment=environment,
            base_url=base_url,
            timeout=timeout,
            max_retries=max_retries,
            default_headers=default_headers,
            default_query=default_query,
            http_client=http_client,
            keys={"api_key": api_key},
            settings={"studio": studio, "channel": channel, "region": region},
            variables=_VARIABLES,
            sent=_SENT,
        )

    @property
    def api_key(self) -> str | None:
        """What was given, or what the environment says."""
        found: str | None = self._setting("api_key")
        return found

    @property
    def studio(self) -> str | None:
        """What was given, or what the environment says."""
        found: str | None = self._setting("studio")
        return found

    @property
    def channel(self) -> str | None:
        """What was given, or what the environment says."""
        found: str | None = self._setting("channel")
        return found

    @property
    def region(self) -> str | None:
        """What was given, or what the environment says."""
        found: str | None = self._setting("region")
        return found

    @cached_property
    def charts(self) -> _charts.ChartsResource:
        """Operations reached as `client.charts`."""
        from .resources.charts import ChartsResource

        return ChartsResource(self)

    @cached_property
    def episodes(self) -> _episodes.EpisodesResource:
        """Operations reached as `client.episodes`."""
        from .resources.episodes import EpisodesResource

        return EpisodesResource(self)

    @cached_property
    def jingles(self) -> _jingles.JinglesResource:
        """Operations reached as `client.jingles`."""
        from .resources.jingles import JinglesResource

        return JinglesResource(self)

    @cached_property
    def live(self) -> _live.LiveResource:
        """Operations reached as `client.live`."""
        from .resources.live import LiveResource

        return LiveResource(self)

    @cached_property
    def recordings(self) -> _recordings.RecordingsResource:
        """Operations reached as `client.recordings`."""
        from .resources.recordings import RecordingsResource

        return RecordingsResource(self)

    @cached_property
    def shows(self) -> _shows.ShowsResource:
        """Operations reached as `client.shows`."""
        from .resources.shows import ShowsResource

        return ShowsResource(self)

    @cached_property
    def stations(self) -> _stations.StationsResource:
        """Operations reached as `client.stations`."""
        from .resources.stations import StationsResource

        return StationsResource(self)

    @cached_property
    def wishes(self) -> _wishes.WishesResource:
        """Operations reached as `client.wishes`."""
        from .resources.wishes import WishesResource

        return WishesResource(self)


class AsyncRadio(AsyncFacade, AsyncClientResource, AsyncRequests):
    """A client with the arguments that callers of the former SDK know.

    Args:
        api_key: By default RADIO_API_KEY of the environment.
        studio: By default RADIO_STUDIO of the environment.
        channel: By default none of the environment.
        region: By default RADIO_REGION of the environment.
        environment: The name of an environment, in place of `base_url`.
        base_url: Where requests go; by default RADIO_STATION_BASE_URL of the environment, or the first environment.
        timeout: Seconds for an attempt, a `httpx.Timeout`, or None for no limit; 90 by default.
        max_retries: How often a failed attempt is repeated, if that cannot do anything twice.
        default_headers: Headers of every request.
        default_query: Query parameters of every request.
        http_client: A client of httpx, which stays open.

    Raises:
        ConfigurationError: An argument cannot be used, or there are no credentials.
        ValueError: There is no such environment.
    """

    _DEFAULTS = {"channel": "one", "region": "west"}
    _HEADERS = {"X-Edition": "2"}
    _IN_ADDRESS = {"region": "region"}
    _LIMIT = 90.0

    def __init__(
        self,
        *,
        api_key: str | None = None,
        studio: str | None = None,
        channel: str | None = None,
        region: str | None = None,
        environment: Literal["production", "rehearsal", "regional"] | NotGiven | None = not_given,
        base_url: str | httpx.URL | None = None,
        timeout: Timeout = not_given,
        max_retries: int = 4,
        default_headers: Mapping[str, str] | None = None,
        default_query: Mapping[str, object] | None = None,
        http_client: httpx.AsyncClient | None = None,
        _strict_response_validation: bool = False,
    ) -> None:
        # At once, so that no traceback that shows locals shows them.
        api_key = as_secret(api_key)
        super().__init__(
            _AsyncCore,
            ENVIRONMENTS,
            environment=environment,
            base_url=base_url,
            timeout=timeout,
            max_retries=max_retries,
            default_headers=default_headers,
            default_query=default_query,
            http_client=http_client,
            keys={"api_key": api_key},
            settings={"studio": studio, "channel": channel, "region": region},
            variables=_VARIABLES,
            sent=_SENT,
        )

    @property
    def api_key(self) -> str | None:
        """What was given, or what the environment says."""
        found: str | None = self._setting("api_key")
        return found

    @property
    def studio(self) -> str | None:
        """What was given, or what the environment says."""
        found: str | None = self._setting("studio")
        return found

    @property
    def channel(self) -> str | None:
        """What was given, or what the environment says."""
        found: str | None = self._setting("channel")
        return found

    @property
    def region(self) -> str | None:
        """What was given, or what the environment says."""
        found: str | None = self._setting("region")
        return found

    @cached_property
    def charts(self) -> _charts.AsyncChartsResource:
        """Operations reached as `client.charts`."""
        from .resources.charts import AsyncChartsResource

        return AsyncChartsResource(self)

    @cached_property
    def episodes(self) -> _episodes.AsyncEpisodesResource:
        """Operations reached as `client.episodes`."""
        from .resources.episodes import AsyncEpisodesResource

        return AsyncEpisodesResource(self)

    @cached_property
    def jingles(self) -> _jingles.AsyncJinglesResource:
        """Operations reached as `client.jingles`."""
        from .resources.jingles import AsyncJinglesResource

        return AsyncJinglesResource(self)

    @cached_property
    def live(self) -> _live.AsyncLiveResource:
        """Operations reached as `client.live`."""
        from .resources.live import AsyncLiveResource

        return AsyncLiveResource(self)

    @cached_property
    def recordings(self) -> _recordings.AsyncRecordingsResource:
        """Operations reached as `client.recordings`."""
        from .resources.recordings import AsyncRecordingsResource

        return AsyncRecordingsResource(self)

    @cached_property
    def shows(self) -> _shows.AsyncShowsResource:
        """Operations reached as `client.shows`."""
        from .resources.shows import AsyncShowsResource

        return AsyncShowsResource(self)

    @cached_property
    def stations(self) -> _stations.AsyncStationsResource:
        """Operations reached as `client.stations`."""
        from .resources.stations import AsyncStationsResource

        return AsyncStationsResource(self)

    @cached_property
    def wishes(self) -> _wishes.AsyncWishesResource:
        """Operations reached as `client.wishes`."""
        from .resources.wishes import AsyncWishesResource

        return AsyncWishesResource(self)


Client: TypeAlias = Radio
AsyncClient: TypeAlias = AsyncRadio
