"""Signs the attempts of a client's calls: chooses the way, brings the tokens that it needs, and knows what to renew."""

from __future__ import annotations

import threading
from collections.abc import Awaitable, Callable, Iterator
from typing import Any, Final, Protocol, TypeAlias

from .._api import SECURITY
from .._http.operation import Operation
from .._lazy import lazy_module
from .._redaction.values import HoldsSecrets, SecretStr, redact
from .._security.api_keys import given_of, secret_values
from .._security.schemes import AUTHORIZATION, EVERY, Plan, arguments_of, bearer, chosen, ways_through
from ..clock import Clock
from ..credentials import Credentials, CredentialsProvider
from ..errors import ConfigurationError
from ..options import RetryPolicy
from ..transports._contract import Request, Response
from .refreshing import Issued, RefreshableCredentials

# Only a package carries it whose schemes have tokens.
_tokens: Any = lazy_module("._core.tokens")

BUILDS_ON: Final = ("_api.SECURITY", "credentials.Credentials", "credentials.CredentialsProvider")

Security: TypeAlias = "tuple[tuple[str, ...], ...] | None"

_EVERY: Final = (EVERY,)
_NOTHING: Final = ((),)
_HAS_TOKENS: Final = any(place in {"bearer", "oauth2"} for _, _, _, place, _ in SECURITY)


class Call(Protocol):
    """A call that waits to be signed; where it needs tokens, what they ask of it is `waiting.Waiting`."""

    @property
    def operation(self) -> Operation[Any]:
        """What is called."""
        ...


class Renewable(Protocol):
    """A token that may be had anew."""

    def reject(self, generation: int) -> None:
        """Let no further request be signed with an issue that was refused.

        Args:
            generation: The issue.
        """
        ...


class Signed(HoldsSecrets):
    """What one attempt is signed with.

    Args:
        plan: The way.
        issued: The credentials; None where none are needed.
        tokens: The tokens, each with the issue in use.
    """

    __slots__ = ("_is_simple", "_source", "_tokens", "issued", "plan")

    def __init__(
        self,
        plan: Plan,
        source: RefreshableCredentials | None = None,
        issued: Issued[Credentials] | None = None,
        tokens: tuple[tuple[Renewable, Issued[str]], ...] = (),
    ) -> None:
        self.plan: Plan = plan
        self.issued = issued
        self._source = source
        self._tokens = tokens
        self._is_simple = not (tokens or plan.cookies or plan.query)

    def put(self, headers: dict[str, str], url: str) -> str:
        """Add what is signed with to the headers; return the URL with it.

        Args:
            headers: The headers of the attempt.
            url: Where it goes.
        """
        plan = self.plan
        headers.update(plan.headers)
        if self._is_simple:
            return url
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
        if self._source is None or self.issued is None or not self._source.renewable:
            return False
        self._source.reject(self.issued.generation)
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
        self._lock = threading.Lock()
        self._for: Credentials | None = None
        self._plans: dict[Security, Plan] = {}
        self._ready: dict[Security, Signed] = {}
        self._tokens: Any = None
        if _HAS_TOKENS:
            self._tokens = _tokens.Tokens(base_url=base_url, clock=clock, retry=retry, owns=owns, hide=self._hide)

    @property
    def waits(self) -> bool:
        """Whether signing may have to wait for a provider or a token endpoint."""
        return _HAS_TOKENS or self.credentials.renewable

    def known(self) -> Iterator[str]:
        """Yield every secret that was in use lately."""
        yield from secret_values(self.credentials.known)
        if self._tokens is not None:
            yield from self._tokens.known()

    def _hide(self, text: bytes) -> bytes:
        return redact(text, self.known())

    def get(self, call: Call, send: Callable[[Request], Response]) -> Signed:
        """Return what to sign an attempt with, for a sync client.

        Args:
            call: The call.
            send: Sends the request for a token.

        Raises:
            APIError: A token could not be fetched.
            ConfigurationError: What the operation needs was not given, or a provider failed.
        """
        operation = call.operation
        security = operation.security
        if security is not None and not any(security):
            return _UNSIGNED
        issued = self.credentials.fixed or self.credentials.get()
        # What needs no token is the same for every call, until there are other credentials.
        ready = self._ready.get(security)
        if ready is not None and ready.issued is issued:
            return ready
        plan = self._plan(issued.credentials, operation)
        if not plan.tokens:
            ready = self._ready[security] = Signed(plan, self.credentials, issued)
            return ready
        return Signed(plan, self.credentials, issued, self._tokens.get(call, plan, issued, send))

    async def aget(self, call: Call, send: Callable[[Request], Awaitable[Response]]) -> Signed:
        """Return what to sign an attempt with, for an async client, as `get` does.

        Args:
            call: The call.
            send: Sends the request for a token.

        Raises:
            APIError: A token could not be fetched.
            ConfigurationError: What the operation needs was not given, or a provider failed.
        """
        operation = call.operation
        security = operation.security
        if security is not None and not any(security):
            return _UNSIGNED
        issued = self.credentials.fixed or await self.credentials.aget()
        # What needs no token is the same for every call, until there are other credentials.
        ready = self._ready.get(security)
        if ready is not None and ready.issued is issued:
            return ready
        plan = self._plan(issued.credentials, operation)
        if not plan.tokens:
            ready = self._ready[security] = Signed(plan, self.credentials, issued)
            return ready
        return Signed(plan, self.credentials, issued, await self._tokens.aget(call, plan, issued, send))

    def _plan(self, credentials: Credentials, operation: Operation[Any]) -> Plan:
        with self._lock:
            if credentials is not self._for:
                self._for, self._plans = credentials, {}
            plan = self._plans.get(operation.security)
            if plan is None:
                plan = self._plans[operation.security] = _plan(credentials, operation)
            return plan


_UNSIGNED: Final = Signed(Plan((), {}))


def _plan(credentials: Credentials, operation: Operation[Any]) -> Plan:
    alternatives = _EVERY if operation.security is None else operation.security or _NOTHING
    given = given_of(credentials)
    schemes = chosen(alternatives, given)
    if schemes is None:
        ways = arguments_of(ways_through(alternatives))
        raise ConfigurationError(f"{operation.name} needs credentials that were not given: pass {ways}.")
    return Plan(schemes, given)
