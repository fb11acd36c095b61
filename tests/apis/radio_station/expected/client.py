# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/radio_station; CONTRIBUTING.md says how to change what is generated.
"""The clients: `Radio`, and `AsyncRadio` with the same surface to await."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from ._core.async_client import AsyncClient
from ._core.sync_client import SyncClient
from ._lazy import httpx
from ._redaction.values import as_secret
from .clock import Clock, SystemClock
from .credentials import Credentials, CredentialsProvider, SyncCredentialsProvider
from .deviations import Deviation
from .events import RequestHook, ResponseHook
from .options import RetryPolicy
from .transports import AsyncTransport, Transport

if TYPE_CHECKING:
    from .resources import (
        charts as _charts,
        episodes as _episodes,
        jingles as _jingles,
        live as _live,
        recordings as _recordings,
        shows as _shows,
        stations as _stations,
        status as _status,
        wishes as _wishes,
    )
else:
    from ._lazy import lazy_module

    _charts = lazy_module(".resources.charts")
    _episodes = lazy_module(".resources.episodes")
    _jingles = lazy_module(".resources.jingles")
    _live = lazy_module(".resources.live")
    _recordings = lazy_module(".resources.recordings")
    _shows = lazy_module(".resources.shows")
    _stations = lazy_module(".resources.stations")
    _status = lazy_module(".resources.status")
    _wishes = lazy_module(".resources.wishes")

__all__ = ["AsyncRadio", "Radio"]


class Radio(SyncClient):
    """A client of the Radio API that waits for each answer.

    It may be shared by threads and is best made once:

        with Radio(api_key="...") as client:
            ...

    Args:
        api_key (str): The account's key; by default RADIO_API_KEY of the environment.
        credentials (Credentials or a callable): The same in one value, or a provider of it, in place of the above.
        base_url (str): Where requests go: https, or http to a loopback host; by default RADIO_STATION_BASE_URL of the
            environment, or the service.
        timeout (float): Seconds allowed for an attempt, 30 by default; None for no limit.
        max_retries (int): How often a failed attempt is repeated, if that cannot do anything twice; 2 by default.
        deadline (float): Seconds allowed for a whole call, waiting included; None, the default, for no limit.
        pool_timeout (float): Seconds that an attempt may wait for a free connection, 60 by default; None for no limit.
        headers (Mapping): Headers that every request carries.
        query (Mapping): Query parameters that every request carries, by their wire names.
        follow_redirects (bool): Whether the redirects of a GET are followed; False by default.
        user_agent (str): What is appended to the `User-Agent`, such as `billing/2.1`.
        http (str): What sends: `httpx`, or `httpx2` where it is installed, which is faster.
        http_client (httpx.Client): One of your own, for proxies, certificates, HTTP/2 or limits; it stays open.
        transport (Transport): What sends, in place of httpx; it is closed with this client.
        retry (RetryPolicy): How long to wait before an attempt is repeated.
        clock (Clock): What retries and deadlines go by.
        on_request (callable): Called with a `RequestEvent` before each attempt; may add headers.
        on_response (callable): Called with a `ResponseEvent` after each attempt.
        on_deviation (callable): Called with each `Deviation` of an answer from the vendor's document.

    Raises:
        ConfigurationError: An argument cannot be used, or there are no credentials.
    """

    def __init__(
        self,
        *,
        api_key: str | None = None,
        credentials: Credentials | SyncCredentialsProvider | None = None,
        base_url: str | None = None,
        timeout: float | None = 30.0,
        max_retries: int = 2,
        deadline: float | None = None,
        pool_timeout: float | None = 60.0,
        headers: Mapping[str, str | None] = {},
        query: Mapping[str, object] = {},
        follow_redirects: bool = False,
        user_agent: str | None = None,
        http: Literal["httpx", "httpx2"] = "httpx",
        http_client: httpx.Client | None = None,
        transport: Transport | None = None,
        retry: RetryPolicy = RetryPolicy(),
        clock: Clock = SystemClock(),
        on_request: RequestHook | None = None,
        on_response: ResponseHook | None = None,
        on_deviation: Callable[[Deviation], None] | None = None,
    ) -> None:
        # At once, so that no traceback that shows locals shows them.
        api_key = as_secret(api_key)
        super().__init__(
            api_key=api_key,
            credentials=credentials,
            base_url=base_url,
            timeout=timeout,
            max_retries=max_retries,
            deadline=deadline,
            pool_timeout=pool_timeout,
            headers=headers,
            query=query,
            follow_redirects=follow_redirects,
            user_agent=user_agent,
            http=http,
            http_client=http_client,
            transport=transport,
            retry=retry,
            clock=clock,
            on_request=on_request,
            on_response=on_response,
            on_deviation=on_deviation,
        )

    @cached_property
    def charts(self) -> _charts.Charts:
        """Operations on charts, reached as `client.charts`."""
        from .resources.charts import Charts

        return Charts(self)

    @cached_property
    def episodes(self) -> _episodes.Episodes:
        """Operations on episodes, reached as `client.episodes`."""
        from .resources.episodes import Episodes

        return Episodes(self)

    @cached_property
    def jingles(self) -> _jingles.Jingles:
        """Operations on jingles, reached as `client.jingles`."""
        from .resources.jingles import Jingles

        return Jingles(self)

    @cached_property
    def live(self) -> _live.Live:
        """Operations on live, reached as `client.live`."""
        from .resources.live import Live

        return Live(self)

    @cached_property
    def recordings(self) -> _recordings.Recordings:
        """Operations on recordings, reached as `client.recordings`."""
        from .resources.recordings import Recordings

        return Recordings(self)

    @cached_property
    def shows(self) -> _shows.Shows:
        """Operations on shows, reached as `client.shows`."""
        from .resources.shows import Shows

        return Shows(self)

    @cached_property
    def stations(self) -> _stations.Stations:
        """Operations on stations, reached as `client.stations`."""
        from .resources.stations import Stations

        return Stations(self)

    @cached_property
    def status(self) -> _status.Status:
        """Operations on status, reached as `client.status`."""
        from .resources.status import Status

        return Status(self)

    @cached_property
    def wishes(self) -> _wishes.Wishes:
        """Operations on wishes, reached as `client.wishes`."""
        from .resources.wishes import Wishes

        return Wishes(self)


class AsyncRadio(AsyncClient):
    """A client of the Radio API for asyncio and trio, with the surface of `Radio`.

    It belongs to one event loop:

        async with AsyncRadio(api_key="...") as client:
            ...

    Args:
        api_key (str): The account's key; by default RADIO_API_KEY of the environment.
        credentials (Credentials or a callable): The same in one value, or a provider of it, in place of the above.
        base_url (str): Where requests go: https, or http to a loopback host; by default RADIO_STATION_BASE_URL of the
            environment, or the service.
        timeout (float): Seconds allowed for an attempt, 30 by default; None for no limit.
        max_retries (int): How often a failed attempt is repeated, if that cannot do anything twice; 2 by default.
        deadline (float): Seconds allowed for a whole call, waiting included; None, the default, for no limit.
        pool_timeout (float): Seconds that an attempt may wait for a free connection, 60 by default; None for no limit.
        headers (Mapping): Headers that every request carries.
        query (Mapping): Query parameters that every request carries, by their wire names.
        follow_redirects (bool): Whether the redirects of a GET are followed; False by default.
        user_agent (str): What is appended to the `User-Agent`, such as `billing/2.1`.
        http (str): What sends: `httpx`, or `aiohttp` or `httpx2` where it is installed, which is faster.
        http_client (httpx.AsyncClient): One of your own, for proxies, certificates, HTTP/2 or limits; it stays open.
        transport (AsyncTransport): What sends, in place of httpx; it is closed with this client.
        retry (RetryPolicy): How long to wait before an attempt is repeated.
        clock (Clock): What retries and deadlines go by.
        on_request (callable): Called with a `RequestEvent` before each attempt; may add headers.
        on_response (callable): Called with a `ResponseEvent` after each attempt.
        on_deviation (callable): Called with each `Deviation` of an answer from the vendor's document.

    Raises:
        ConfigurationError: An argument cannot be used, or there are no credentials.
    """

    def __init__(
        self,
        *,
        api_key: str | None = None,
        credentials: Credentials | CredentialsProvider | None = None,
        base_url: str | None = None,
        timeout: float | None = 30.0,
        max_retries: int = 2,
        deadline: float | None = None,
        pool_timeout: float | None = 60.0,
        headers: Mapping[str, str | None] = {},
        query: Mapping[str, object] = {},
        follow_redirects: bool = False,
        user_agent: str | None = None,
        http: Literal["httpx", "httpx2", "aiohttp"] = "httpx",
        http_client: httpx.AsyncClient | None = None,
        transport: AsyncTransport | None = None,
        retry: RetryPolicy = RetryPolicy(),
        clock: Clock = SystemClock(),
        on_request: RequestHook | None = None,
        on_response: ResponseHook | None = None,
        on_deviation: Callable[[Deviation], None] | None = None,
    ) -> None:
        # At once, so that no traceback that shows locals shows them.
        api_key = as_secret(api_key)
        super().__init__(
            api_key=api_key,
            credentials=credentials,
            base_url=base_url,
            timeout=timeout,
            max_retries=max_retries,
            deadline=deadline,
            pool_timeout=pool_timeout,
            headers=headers,
            query=query,
            follow_redirects=follow_redirects,
            user_agent=user_agent,
            http=http,
            http_client=http_client,
            transport=transport,
            retry=retry,
            clock=clock,
            on_request=on_request,
            on_response=on_response,
            on_deviation=on_deviation,
        )

    @cached_property
    def charts(self) -> _charts.AsyncCharts:
        """Operations on charts, reached as `client.charts`."""
        from .resources.charts import AsyncCharts

        return AsyncCharts(self)

    @cached_property
    def episodes(self) -> _episodes.AsyncEpisodes:
        """Operations on episodes, reached as `client.episodes`."""
        from .resources.episodes import AsyncEpisodes

        return AsyncEpisodes(self)

    @cached_property
    def jingles(self) -> _jingles.AsyncJingles:
        """Operations on jingles, reached as `client.jingles`."""
        from .resources.jingles import AsyncJingles

        return AsyncJingles(self)

    @cached_property
    def live(self) -> _live.AsyncLive:
        """Operations on live, reached as `client.live`."""
        from .resources.live import AsyncLive

        return AsyncLive(self)

    @cached_property
    def recordings(self) -> _recordings.AsyncRecordings:
        """Operations on recordings, reached as `client.recordings`."""
        from .resources.recordings import AsyncRecordings

        return AsyncRecordings(self)

    @cached_property
    def shows(self) -> _shows.AsyncShows:
        """Operations on shows, reached as `client.shows`."""
        from .resources.shows import AsyncShows

        return AsyncShows(self)

    @cached_property
    def stations(self) -> _stations.AsyncStations:
        """Operations on stations, reached as `client.stations`."""
        from .resources.stations import AsyncStations

        return AsyncStations(self)

    @cached_property
    def status(self) -> _status.AsyncStatus:
        """Operations on status, reached as `client.status`."""
        from .resources.status import AsyncStatus

        return AsyncStatus(self)

    @cached_property
    def wishes(self) -> _wishes.AsyncWishes:
        """Operations on wishes, reached as `client.wishes`."""
        from .resources.wishes import AsyncWishes

        return AsyncWishes(self)
