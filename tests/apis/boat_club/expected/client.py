# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/boat_club; CONTRIBUTING.md says how to change what is generated.
"""The clients: `BoatClub`, and `AsyncBoatClub` with the same surface to await."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from ._core.async_client import AsyncClient
from ._core.sync_client import SyncClient
from ._lazy import httpx
from ._redaction.values import as_secret
from ._security.checks import guarded
from .clock import Clock, SystemClock
from .credentials import Credentials, CredentialsProvider, SyncCredentialsProvider, TokenProvider
from .deviations import Deviation
from .events import RequestHook, ResponseHook
from .options import RetryPolicy
from .transports import AsyncTransport, Transport

if TYPE_CHECKING:
    from .resources import boats as _boats, members as _members, moorings as _moorings, races as _races, tides as _tides
else:
    from ._lazy import lazy_module

    _boats = lazy_module(".resources.boats")
    _members = lazy_module(".resources.members")
    _moorings = lazy_module(".resources.moorings")
    _races = lazy_module(".resources.races")
    _tides = lazy_module(".resources.tides")

__all__ = ["AsyncBoatClub", "BoatClub"]


class BoatClub(SyncClient):
    """A client of the BoatClub API that waits for each answer.

    It may be shared by threads and is best made once:

        with BoatClub(client_id="...", client_secret="...") as client:
            ...

    Args:
        association (str or a callable): The token that requests carry, or a callable that gives it; by default
            BOATS_ASSOCIATION of the environment.
        club (str or a callable): The token that requests carry, or a callable that gives it; by default BOATS_CLUB of
            the environment.
        client_id (str): The client's id, with which it fetches tokens; by default BOATS_CLIENT_ID of the environment.
        client_secret (str): The client's secret, with which it fetches tokens; by default BOATS_CLIENT_SECRET of the
            environment.
        token_url (str): Where tokens are fetched, if not where the API's document says; by default BOATS_TOKEN_URL of
            the environment.
        scopes (str): What tokens are asked for, if not what the operations require; with spaces between; by default
            BOATS_SCOPES of the environment.
        api_key (str): The account's key; by default BOATS_API_KEY of the environment.
        username (str): The name for HTTP's basic authentication; by default BOATS_USERNAME of the environment.
        password (str): The password for HTTP's basic authentication; by default BOATS_PASSWORD of the environment.
        credentials (Credentials or a callable): The same in one value, or a provider of it, in place of the above.
        base_url (str): Where requests go: https, or http to a loopback host; by default BOATS_BASE_URL of the
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
        association: str | TokenProvider | None = None,
        club: str | TokenProvider | None = None,
        client_id: str | None = None,
        client_secret: str | None = None,
        token_url: str | None = None,
        scopes: str | None = None,
        api_key: str | None = None,
        username: str | None = None,
        password: str | None = None,
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
        association = guarded("association", association)
        club = guarded("club", club)
        client_id = as_secret(client_id)
        client_secret = as_secret(client_secret)
        token_url = as_secret(token_url)
        scopes = as_secret(scopes)
        api_key = as_secret(api_key)
        username = as_secret(username)
        password = as_secret(password)
        super().__init__(
            association=association,
            club=club,
            client_id=client_id,
            client_secret=client_secret,
            token_url=token_url,
            scopes=scopes,
            api_key=api_key,
            username=username,
            password=password,
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
    def boats(self) -> _boats.Boats:
        """Operations on boats, reached as `client.boats`."""
        from .resources.boats import Boats

        return Boats(self)

    @cached_property
    def members(self) -> _members.Members:
        """Operations on members, reached as `client.members`."""
        from .resources.members import Members

        return Members(self)

    @cached_property
    def moorings(self) -> _moorings.Moorings:
        """Operations on moorings, reached as `client.moorings`."""
        from .resources.moorings import Moorings

        return Moorings(self)

    @cached_property
    def races(self) -> _races.Races:
        """Operations on races, reached as `client.races`."""
        from .resources.races import Races

        return Races(self)

    @cached_property
    def tides(self) -> _tides.Tides:
        """Operations on tides, reached as `client.tides`."""
        from .resources.tides import Tides

        return Tides(self)


class AsyncBoatClub(AsyncClient):
    """A client of the BoatClub API for asyncio and trio, with the surface of `BoatClub`.

    It belongs to one event loop:

        async with AsyncBoatClub(client_id="...", client_secret="...") as client:
            ...

    Args:
        association (str or a callable): The token that requests carry, or a callable that gives it; by default
            BOATS_ASSOCIATION of the environment.
        club (str or a callable): The token that requests carry, or a callable that gives it; by default BOATS_CLUB of
            the environment.
        client_id (str): The client's id, with which it fetches tokens; by default BOATS_CLIENT_ID of the environment.
        client_secret (str): The client's secret, with which it fetches tokens; by default BOATS_CLIENT_SECRET of the
            environment.
        token_url (str): Where tokens are fetched, if not where the API's document says; by default BOATS_TOKEN_URL of
            the environment.
        scopes (str): What tokens are asked for, if not what the operations require; with spaces between; by default
            BOATS_SCOPES of the environment.
        api_key (str): The account's key; by default BOATS_API_KEY of the environment.
        username (str): The name for HTTP's basic authentication; by default BOATS_USERNAME of the environment.
        password (str): The password for HTTP's basic authentication; by default BOATS_PASSWORD of the environment.
        credentials (Credentials or a callable): The same in one value, or a provider of it, in place of the above.
        base_url (str): Where requests go: https, or http to a loopback host; by default BOATS_BASE_URL of the
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
        association: str | TokenProvider | None = None,
        club: str | TokenProvider | None = None,
        client_id: str | None = None,
        client_secret: str | None = None,
        token_url: str | None = None,
        scopes: str | None = None,
        api_key: str | None = None,
        username: str | None = None,
        password: str | None = None,
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
        association = guarded("association", association)
        club = guarded("club", club)
        client_id = as_secret(client_id)
        client_secret = as_secret(client_secret)
        token_url = as_secret(token_url)
        scopes = as_secret(scopes)
        api_key = as_secret(api_key)
        username = as_secret(username)
        password = as_secret(password)
        super().__init__(
            association=association,
            club=club,
            client_id=client_id,
            client_secret=client_secret,
            token_url=token_url,
            scopes=scopes,
            api_key=api_key,
            username=username,
            password=password,
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
    def boats(self) -> _boats.AsyncBoats:
        """Operations on boats, reached as `client.boats`."""
        from .resources.boats import AsyncBoats

        return AsyncBoats(self)

    @cached_property
    def members(self) -> _members.AsyncMembers:
        """Operations on members, reached as `client.members`."""
        from .resources.members import AsyncMembers

        return AsyncMembers(self)

    @cached_property
    def moorings(self) -> _moorings.AsyncMoorings:
        """Operations on moorings, reached as `client.moorings`."""
        from .resources.moorings import AsyncMoorings

        return AsyncMoorings(self)

    @cached_property
    def races(self) -> _races.AsyncRaces:
        """Operations on races, reached as `client.races`."""
        from .resources.races import AsyncRaces

        return AsyncRaces(self)

    @cached_property
    def tides(self) -> _tides.AsyncTides:
        """Operations on tides, reached as `client.tides`."""
        from .resources.tides import AsyncTides

        return AsyncTides(self)
