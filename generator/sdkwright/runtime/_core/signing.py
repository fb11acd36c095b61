"""Signs the attempts of a client's calls: chooses the way, brings the tokens that it needs, and knows what to renew."""

from __future__ import annotations

import threading
from collections.abc import Awaitable, Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from .._api import OAUTH2
from .._http.operation import Operation
from .._lazy import lazy_module
from .._redaction.values import HoldsSecrets, SecretStr, redact
from .._security.api_keys import given_of, secret_values
from .._security.plan import AUTHORIZATION, Plan, bearer, part
from .._security.schemes import EVERY, arguments_of, chosen, ways_through
from ..clock import Clock
from ..credentials import Credentials, CredentialsProvider
from ..errors import ConfigurationError
from ..options import RetryPolicy
from ..transports._contract import Request, Response
from .refreshing import Issued, ProvidedToken, RefreshableCredentials

if TYPE_CHECKING:
    from . import fetched, fetching, waiting
else:
    fetched = lazy_module("._core.fetched")
    fetching = lazy_module("._core.fetching")
    waiting = lazy_module("._core.waiting")

BUILDS_ON: Final = ("_api.OAUTH2", "credentials.Credentials", "credentials.CredentialsProvider")

Security: TypeAlias = "tuple[tuple[str, ...], ...] | None"
Renewable: TypeAlias = "ProvidedToken | fetched.FetchedToken"

_EVERY: Final = (EVERY,)
_NOTHING: Final = ((),)


class Signed(HoldsSecrets):
    """What one attempt is signed with.

    Args:
        plan: The way.
        issued: The credentials; None where none are needed.
        tokens: The tokens, each with the issue in use.
    """

    __slots__ = ("_issued", "_source", "_tokens", "plan")

    def __init__(
        self,
        plan: Plan,
        source: RefreshableCredentials | None = None,
        issued: Issued[Credentials] | None = None,
        tokens: tuple[tuple[Renewable, Issued[str]], ...] = (),
    ) -> None:
        self.plan: Plan = plan
        self._source = source
        self._issued = issued
        self._tokens = tokens

    def put(self, headers: dict[str, str], url: str) -> str:
        """Add what is signed with to the headers; return the URL with it.

        Args:
            headers: The headers of the attempt.
            url: Where it goes.
        """
        plan = self.plan
        headers.update(plan.headers)
        for _, issued in self._tokens:
            headers[AUTHORIZATION] = bearer(issued.credentials)
        if plan.cookies:
            name = next((name for name in headers if name.lower() == "cookie"), "Cookie")
            headers[name] = SecretStr("; ".join([*filter(None, [headers.get(name, "")]), *plan.cookies]))
        if plan.query:
            return SecretStr(f"{url}{'&' if '?' in url else '?'}{'&'.join(plan.query)}")
        return url

    def reject(self) -> bool:
        """Let no further request be signed with what was refused. Return whether anything newer may be had."""
        if self._tokens:
            for token, issued in self._tokens:
                token.reject(issued.generation)
            return True
        if self._source is None or self._issued is None or not self._source.renewable:
            return False
        self._source.reject(self._issued.generation)
        return True


class Signer(HoldsSecrets):
    """Signs the calls of one client.

    Args:
        credentials: The credentials, or what gives them.
        base_url: Where requests go, which the URL of a token endpoint may be relative to.
        clock: What the lives of tokens are measured by.
        retry: How long to wait before a token endpoint is asked again.
        owns: Whether a URL is the service's own.
    """

    def __init__(
        self,
        credentials: Credentials | CredentialsProvider,
        *,
        base_url: str,
        clock: Clock,
        retry: RetryPolicy,
        owns: Callable[[str], bool],
    ) -> None:
        self.credentials: RefreshableCredentials = RefreshableCredentials(credentials)
        self._base_url = base_url
        self._clock = clock
        self._retry = retry
        self._owns = owns
        self._fetcher: fetching.Fetcher | None = None
        self._lock = threading.Lock()
        self._for: Credentials | None = None
        self._plans: dict[Security, Plan] = {}
        self._tokens: dict[str, Renewable] = {}
        self._former: tuple[Renewable, ...] = ()

    @property
    def waits(self) -> bool:
        """Whether signing may have to wait for a provider or a token endpoint."""
        return self.credentials.renewable or bool(self._tokens) or self._for is None

    def known(self) -> Iterator[str]:
        """Yield every secret that was in use lately."""
        yield from secret_values(self.credentials.known)
        for token in (*self._former, *self._tokens.values()):
            yield from token.known

    def get(self, call: waiting.Waiting, send: Callable[[Request], Response]) -> Signed:
        """Return what to sign an attempt with, for a sync client.

        Args:
            call: The call.
            send: Sends the request for a token.

        Raises:
            APIError: A token could not be fetched.
            ConfigurationError: What the operation needs was not given, or a provider failed.
        """
        operation = call.operation
        if operation.security is not None and not any(operation.security):
            return _UNSIGNED
        issued = self.credentials.get()
        plan = self._plan(issued.credentials, operation)
        if not plan.tokens:
            return Signed(plan, self.credentials, issued)
        fetcher = self._fetching()
        found: list[tuple[Renewable, Issued[str]]] = []
        for one in self._tokens_of(plan, issued):
            if isinstance(one, ProvidedToken):
                found.append((one, one.get()))
            else:
                found.append((one, one.get(call, lambda grant: fetcher.fetch(call, grant, send))))
        return Signed(plan, self.credentials, issued, tuple(found))

    async def aget(self, call: waiting.Waiting, send: Callable[[Request], Awaitable[Response]]) -> Signed:
        """Return what to sign an attempt with, for an async client, as `get` does.

        Args:
            call: The call.
            send: Sends the request for a token.

        Raises:
            APIError: A token could not be fetched.
            ConfigurationError: What the operation needs was not given, or a provider failed.
        """
        operation = call.operation
        if operation.security is not None and not any(operation.security):
            return _UNSIGNED
        issued = await self.credentials.aget()
        plan = self._plan(issued.credentials, operation)
        if not plan.tokens:
            return Signed(plan, self.credentials, issued)
        fetcher = self._fetching()
        found: list[tuple[Renewable, Issued[str]]] = []
        for one in self._tokens_of(plan, issued):
            if isinstance(one, ProvidedToken):
                found.append((one, await one.aget()))
            else:
                found.append((one, await one.aget(call, lambda grant: fetcher.afetch(call, grant, send))))
        return Signed(plan, self.credentials, issued, tuple(found))

    def _fetching(self) -> fetching.Fetcher:
        if self._fetcher is None:
            self._fetcher = fetching.Fetcher(
                self._clock, self._retry, self._owns, lambda text: redact(text, self.known())
            )
        return self._fetcher

    def _plan(self, credentials: Credentials, operation: Operation[Any]) -> Plan:
        with self._lock:
            if credentials is not self._for:
                self._former = tuple(self._tokens.values())
                self._for, self._plans, self._tokens = credentials, {}, {}
            plan = self._plans.get(operation.security)
            if plan is None:
                plan = self._plans[operation.security] = _plan(credentials, operation)
            return plan

    def _tokens_of(self, plan: Plan, issued: Issued[Credentials]) -> list[Renewable]:
        given = given_of(issued.credentials)
        with self._lock:
            if issued.credentials is not self._for:
                # Others were issued in between; this call goes on with its own.
                return [self._token(scheme, way, given) for scheme, way in plan.tokens]
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


_UNSIGNED: Final = Signed(Plan((), {}))


def _plan(credentials: Credentials, operation: Operation[Any]) -> Plan:
    alternatives = _EVERY if operation.security is None else operation.security or _NOTHING
    given = given_of(credentials)
    schemes = chosen(alternatives, given)
    if schemes is None:
        ways = arguments_of(ways_through(alternatives))
        raise ConfigurationError(f"{operation.name} needs credentials that were not given: pass {ways}.")
    return Plan(schemes, given)
