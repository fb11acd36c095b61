# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/record_archive; CONTRIBUTING.md says how to change what is generated.
"""The clients: `RecordArchive`, and `AsyncRecordArchive` with the same surface to await."""

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
        artists as _artists,
        genres as _genres,
        labels as _labels,
        loans as _loans,
        records as _records,
        searches as _searches,
        shelves as _shelves,
    )
else:
    from ._lazy import lazy_module

    _artists = lazy_module(".resources.artists")
    _genres = lazy_module(".resources.genres")
    _labels = lazy_module(".resources.labels")
    _loans = lazy_module(".resources.loans")
    _records = lazy_module(".resources.records")
    _searches = lazy_module(".resources.searches")
    _shelves = lazy_module(".resources.shelves")

__all__ = ["AsyncRecordArchive", "RecordArchive"]


class RecordArchive(SyncClient):
    """A client of the RecordArchive API that waits for each answer.

    It may be shared by threads and is best made once:

        with RecordArchive(api_key="...") as client:
            ...

    Args:
        api_key (str): The account's key; by default RECORD_ARCHIVE_API_KEY of the environment.
        credentials (Credentials or a callable): The same in one value, or a provider of it, in place of the above.
        base_url (str): Where requests go: https, or http to a loopback host; by default RECORD_ARCHIVE_BASE_URL of the
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
    def artists(self) -> _artists.Artists:
        """Operations on artists, reached as `client.artists`."""
        from .resources.artists import Artists

        return Artists(self)

    @cached_property
    def genres(self) -> _genres.Genres:
        """Operations on genres, reached as `client.genres`."""
        from .resources.genres import Genres

        return Genres(self)

    @cached_property
    def labels(self) -> _labels.Labels:
        """Operations on labels, reached as `client.labels`."""
        from .resources.labels import Labels

        return Labels(self)

    @cached_property
    def loans(self) -> _loans.Loans:
        """Operations on loans, reached as `client.loans`."""
        from .resources.loans import Loans

        return Loans(self)

    @cached_property
    def records(self) -> _records.Records:
        """Operations on records, reached as `client.records`."""
        from .resources.records import Records

        return Records(self)

    @cached_property
    def searches(self) -> _searches.Searches:
        """Operations on searches, reached as `client.searches`."""
        from .resources.searches import Searches

        return Searches(self)

    @cached_property
    def shelves(self) -> _shelves.Shelves:
        """Operations on shelves, reached as `client.shelves`."""
        from .resources.shelves import Shelves

        return Shelves(self)


class AsyncRecordArchive(AsyncClient):
    """A client of the RecordArchive API for asyncio and trio, with the surface of `RecordArchive`.

    It belongs to one event loop:

        async with AsyncRecordArchive(api_key="...") as client:
            ...

    Args:
        api_key (str): The account's key; by default RECORD_ARCHIVE_API_KEY of the environment.
        credentials (Credentials or a callable): The same in one value, or a provider of it, in place of the above.
        base_url (str): Where requests go: https, or http to a loopback host; by default RECORD_ARCHIVE_BASE_URL of the
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
    def artists(self) -> _artists.AsyncArtists:
        """Operations on artists, reached as `client.artists`."""
        from .resources.artists import AsyncArtists

        return AsyncArtists(self)

    @cached_property
    def genres(self) -> _genres.AsyncGenres:
        """Operations on genres, reached as `client.genres`."""
        from .resources.genres import AsyncGenres

        return AsyncGenres(self)

    @cached_property
    def labels(self) -> _labels.AsyncLabels:
        """Operations on labels, reached as `client.labels`."""
        from .resources.labels import AsyncLabels

        return AsyncLabels(self)

    @cached_property
    def loans(self) -> _loans.AsyncLoans:
        """Operations on loans, reached as `client.loans`."""
        from .resources.loans import AsyncLoans

        return AsyncLoans(self)

    @cached_property
    def records(self) -> _records.AsyncRecords:
        """Operations on records, reached as `client.records`."""
        from .resources.records import AsyncRecords

        return AsyncRecords(self)

    @cached_property
    def searches(self) -> _searches.AsyncSearches:
        """Operations on searches, reached as `client.searches`."""
        from .resources.searches import AsyncSearches

        return AsyncSearches(self)

    @cached_property
    def shelves(self) -> _shelves.AsyncShelves:
        """Operations on shelves, reached as `client.shelves`."""
        from .resources.shelves import AsyncShelves

        return AsyncShelves(self)
