# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/weather_stations; CONTRIBUTING.md says how to change what is generated.
"""The clients: `Weather`, and `AsyncWeather` with the same surface to await."""

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
    from .resources import observations as _observations, stations as _stations
else:
    from ._lazy import lazy_module

    _observations = lazy_module(".resources.observations")
    _stations = lazy_module(".resources.stations")

__all__ = ["AsyncWeather", "Weather"]


class Weather(SyncClient):
    """A client of the Weather API that waits for each answer.

    It may be shared by threads and is best made once:

        with Weather(station_token="...") as client:
            ...

    Args:
        station_token (str): The account's station token; by default WEATHER_STATION_TOKEN of the environment.
        credentials (Credentials or a callable): The same in one value, or a provider of it, in place of the above.
        base_url (str): Where requests go: https, or http to a loopback host; by default WEATHER_BASE_URL of the
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
        station_token: str | None = None,
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
        station_token = as_secret(station_token)
        super().__init__(
            station_token=station_token,
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
    def observations(self) -> _observations.Observations:
        """Operations on observations, reached as `client.observations`."""
        from .resources.observations import Observations

        return Observations(self)

    @cached_property
    def stations(self) -> _stations.Stations:
        """Operations on stations, reached as `client.stations`."""
        from .resources.stations import Stations

        return Stations(self)


class AsyncWeather(AsyncClient):
    """A client of the Weather API for asyncio and trio, with the surface of `Weather`.

    It belongs to one event loop:

        async with AsyncWeather(station_token="...") as client:
            ...

    Args:
        station_token (str): The account's station token; by default WEATHER_STATION_TOKEN of the environment.
        credentials (Credentials or a callable): The same in one value, or a provider of it, in place of the above.
        base_url (str): Where requests go: https, or http to a loopback host; by default WEATHER_BASE_URL of the
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
        station_token: str | None = None,
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
        station_token = as_secret(station_token)
        super().__init__(
            station_token=station_token,
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
    def observations(self) -> _observations.AsyncObservations:
        """Operations on observations, reached as `client.observations`."""
        from .resources.observations import AsyncObservations

        return AsyncObservations(self)

    @cached_property
    def stations(self) -> _stations.AsyncStations:
        """Operations on stations, reached as `client.stations`."""
        from .resources.stations import AsyncStations

        return AsyncStations(self)
