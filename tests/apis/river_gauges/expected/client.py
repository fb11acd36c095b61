# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/river_gauges; CONTRIBUTING.md says how to change what is generated.
"""The clients: `RiverGauges`, and `AsyncRiverGauges` with the same surface to await."""

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
        archive as _archive,
        basins as _basins,
        gauges as _gauges,
        levels as _levels,
        readings as _readings,
    )
else:
    from ._lazy import lazy_module

    _archive = lazy_module(".resources.archive")
    _basins = lazy_module(".resources.basins")
    _gauges = lazy_module(".resources.gauges")
    _levels = lazy_module(".resources.levels")
    _readings = lazy_module(".resources.readings")

__all__ = ["AsyncRiverGauges", "RiverGauges"]


class RiverGauges(SyncClient):
    """A client of the River Gauges API that waits for each answer.

    It may be shared by threads and is best made once:

        with RiverGauges(api_key="...") as client:
            ...

    Args:
        api_key (str): The account's key; by default RIVERS_API_KEY of the environment.
        credentials (Credentials or a callable): The same in one value, or a provider of it, in place of the above.
        base_url (str): Where requests go: https, or http to a loopback host; by default RIVERS_BASE_URL of the
            environment, or the service.
        server (str): One of the document's servers by its name or its URL, in place of `base_url`:
            `production`, `sandbox` and `museum_rivers_example_org`; by default RIVERS_SERVER of the
            environment, or the first.
        server_variables (Mapping): Values of that server's variables, by their names; by default what the document says.
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
        server: Literal[
            "production",
            "sandbox",
            "museum_rivers_example_org",
            "https://{region}.rivers.example.org/v2",
            "https://sandbox.rivers.example.org/v2",
            "http://museum.rivers.example.org:8080/v1",
        ]
        | None = None,
        server_variables: Mapping[str, str] = {},
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
            server=server,
            server_variables=server_variables,
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
    def archive(self) -> _archive.Archive:
        """Operations on archive, reached as `client.archive`."""
        from .resources.archive import Archive

        return Archive(self)

    @cached_property
    def basins(self) -> _basins.Basins:
        """Operations on basins, reached as `client.basins`."""
        from .resources.basins import Basins

        return Basins(self)

    @cached_property
    def gauges(self) -> _gauges.Gauges:
        """Operations on gauges, reached as `client.gauges`."""
        from .resources.gauges import Gauges

        return Gauges(self)

    @cached_property
    def levels(self) -> _levels.Levels:
        """Operations on levels, reached as `client.levels`."""
        from .resources.levels import Levels

        return Levels(self)

    @cached_property
    def readings(self) -> _readings.Readings:
        """Operations on readings, reached as `client.readings`."""
        from .resources.readings import Readings

        return Readings(self)


class AsyncRiverGauges(AsyncClient):
    """A client of the River Gauges API for asyncio and trio, with the surface of `RiverGauges`.

    It belongs to one event loop:

        async with AsyncRiverGauges(api_key="...") as client:
            ...

    Args:
        api_key (str): The account's key; by default RIVERS_API_KEY of the environment.
        credentials (Credentials or a callable): The same in one value, or a provider of it, in place of the above.
        base_url (str): Where requests go: https, or http to a loopback host; by default RIVERS_BASE_URL of the
            environment, or the service.
        server (str): One of the document's servers by its name or its URL, in place of `base_url`:
            `production`, `sandbox` and `museum_rivers_example_org`; by default RIVERS_SERVER of the
            environment, or the first.
        server_variables (Mapping): Values of that server's variables, by their names; by default what the document says.
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
        server: Literal[
            "production",
            "sandbox",
            "museum_rivers_example_org",
            "https://{region}.rivers.example.org/v2",
            "https://sandbox.rivers.example.org/v2",
            "http://museum.rivers.example.org:8080/v1",
        ]
        | None = None,
        server_variables: Mapping[str, str] = {},
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
            server=server,
            server_variables=server_variables,
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
    def archive(self) -> _archive.AsyncArchive:
        """Operations on archive, reached as `client.archive`."""
        from .resources.archive import AsyncArchive

        return AsyncArchive(self)

    @cached_property
    def basins(self) -> _basins.AsyncBasins:
        """Operations on basins, reached as `client.basins`."""
        from .resources.basins import AsyncBasins

        return AsyncBasins(self)

    @cached_property
    def gauges(self) -> _gauges.AsyncGauges:
        """Operations on gauges, reached as `client.gauges`."""
        from .resources.gauges import AsyncGauges

        return AsyncGauges(self)

    @cached_property
    def levels(self) -> _levels.AsyncLevels:
        """Operations on levels, reached as `client.levels`."""
        from .resources.levels import AsyncLevels

        return AsyncLevels(self)

    @cached_property
    def readings(self) -> _readings.AsyncReadings:
        """Operations on readings, reached as `client.readings`."""
        from .resources.readings import AsyncReadings

        return AsyncReadings(self)
