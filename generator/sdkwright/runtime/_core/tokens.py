"""The tokens that sign a client's calls: from providers of the caller's, or fetched by the client itself."""

from __future__ import annotations

import threading
from collections.abc import Awaitable, Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from .._api import OAUTH2
from .._lazy import lazy_module
from .._redaction.values import HoldsSecrets, SecretStr
from .._security.api_keys import given_of
from .._security.checks import checked_token
from .._security.schemes import Plan, part
from ..clock import Clock
from ..credentials import Credentials
from ..options import RetryPolicy
from ..transports._contract import Request, Response
from .refreshing import Issued, Refreshable
from .waiting import Waiting

if TYPE_CHECKING:
    from . import fetched, fetching
else:
    fetched = lazy_module("._core.fetched")
    fetching = lazy_module("._core.fetching")

BUILDS_ON: Final = ("_api.OAUTH2", "credentials.Credentials")

Renewable: TypeAlias = "ProvidedToken | fetched.FetchedToken"
Found: TypeAlias = "tuple[tuple[Renewable, Issued[str]], ...]"


class ProvidedToken(Refreshable[str]):
    """A token from a provider of the caller's.

    Args:
        provider: Gives the token.
        argument: The client's argument for it.
    """

    wanted = "a str"

    def __init__(self, provider: Callable[[], Any], argument: str) -> None:
        super().__init__(provider, None)
        self.what = f"provider {argument}"
        self._argument = argument

    def accepted(self, given: object) -> str | None:
        """The token as a secret, if it is a text.

        Raises:
            ConfigurationError: It cannot be sent.
        """
        token = checked_token(given, self._argument)
        return None if token is None else SecretStr(token)


class Tokens(HoldsSecrets):
    """The tokens of one client, each by its scheme.

    Args:
        base_url: Where requests go, which the URL of a token endpoint may be relative to.
        clock: What the lives of tokens are measured by.
        retry: How long to wait before a token endpoint is asked again.
        owns: Whether a URL is the service's own.
        hide: Takes the secrets of the client out of a text.
    """

    def __init__(
        self,
        *,
        base_url: str,
        clock: Clock,
        retry: RetryPolicy,
        owns: Callable[[str], bool],
        hide: Callable[[bytes], bytes],
    ) -> None:
        self._base_url = base_url
        self._clock = clock
        self._retry = retry
        self._owns = owns
        self._hide = hide
        self._fetcher: fetching.Fetcher | None = None
        self._lock = threading.Lock()
        self._for: Credentials | None = None
        self._tokens: dict[str, Renewable] = {}
        self._former: tuple[Renewable, ...] = ()

    def known(self) -> Iterator[str]:
        """Yield every token and secret of a token that was in use lately."""
        for token in (*self._former, *self._tokens.values()):
            yield from token.known

    def get(self, call: Waiting, plan: Plan, issued: Issued[Credentials], send: Callable[[Request], Response]) -> Found:
        """Return the tokens that a plan needs, for a sync client.

        Args:
            call: The call.
            plan: How it is signed.
            issued: The credentials.
            send: Sends the request for a token.

        Raises:
            APIError: A token could not be fetched.
            ConfigurationError: A provider failed.
        """
        fetcher = self._fetching()
        found: list[tuple[Renewable, Issued[str]]] = []
        for one in self._of(plan, issued):
            if isinstance(one, ProvidedToken):
                found.append((one, one.get()))
            else:
                found.append((one, one.get(call, lambda grant: fetcher.fetch(call, grant, send))))
        return tuple(found)

    async def aget(
        self, call: Waiting, plan: Plan, issued: Issued[Credentials], send: Callable[[Request], Awaitable[Response]]
    ) -> Found:
        """Return the tokens that a plan needs, for an async client, as `get` does.

        Args:
            call: The call.
            plan: How it is signed.
            issued: The credentials.
            send: Sends the request for a token.

        Raises:
            APIError: A token could not be fetched.
            ConfigurationError: A provider failed.
        """
        fetcher = self._fetching()
        found: list[tuple[Renewable, Issued[str]]] = []
        for one in self._of(plan, issued):
            if isinstance(one, ProvidedToken):
                found.append((one, await one.aget()))
            else:
                found.append((one, await one.aget(call, lambda grant: fetcher.afetch(call, grant, send))))
        return tuple(found)

    def _fetching(self) -> fetching.Fetcher:
        if self._fetcher is None:
            self._fetcher = fetching.Fetcher(self._clock, self._retry, self._owns, self._hide)
        return self._fetcher

    def _of(self, plan: Plan, issued: Issued[Credentials]) -> list[Renewable]:
        given = given_of(issued.credentials)
        with self._lock:
            if issued.credentials is not self._for:
                self._former = tuple(self._tokens.values())
                self._for, self._tokens = issued.credentials, {}
            for scheme, way in plan.tokens:
                if scheme not in self._tokens:
                    self._tokens[scheme] = self._token(scheme, way, given)
            return [self._tokens[scheme] for scheme, _ in plan.tokens]

    def _token(self, scheme: str, way: tuple[str, ...], given: Mapping[str, Any]) -> Renewable:
        refresh = part(scheme, "refresh_token", given) if scheme in OAUTH2 else None
        value = given[way[0]]
        if callable(value):
            return ProvidedToken(value, way[0])
        from .oauth2 import Grant, endpoint

        client_url, refresh_url, scopes, style = OAUTH2[scheme]
        document_url = client_url if refresh is None else refresh_url
        grant = Grant(
            endpoint(part(scheme, "token_url", given) or document_url, self._base_url),
            client_id=part(scheme, "client_id", given),
            client_secret=part(scheme, "client_secret", given),
            refresh_token=refresh,
            scopes=part(scheme, "scopes", given) or ("" if refresh is not None else scopes),
            in_body=style == "body",
        )
        first = None if len(way) > 1 or value is refresh else value
        return fetched.FetchedToken(grant, self._clock, first)
