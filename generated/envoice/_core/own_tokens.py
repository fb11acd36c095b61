"""Signs without a client of the package: for requests that an HTTP client of the caller's own sends."""

from __future__ import annotations

from typing import Final

from .._api import ALTERNATIVES
from .._http.operation import Operation
from .._http.servers import Base
from .._http.url import USER_AGENT
from .._redaction.values import HoldsSecrets
from ..clock import SystemClock
from ..credentials import Credentials, CredentialsProvider
from ..options import RetryPolicy, Settings
from ..transports import Transport
from ..transports._contract import Request, Response
from .signing import Signed, Signer
from .state import ClientState
from .timed import TimedCall

BUILDS_ON: Final = ("_api.ALTERNATIVES", "credentials.Credentials", "credentials.CredentialsProvider")

_TIMEOUT: Final = 30.0
"""Seconds that each step of a request for a token may take."""

# Which operation it is nobody knows here: whatever was given and suffices for one of them signs it.
_ANY: Final = Operation[None](name="A request", method="GET", path="", result=None, security=ALTERNATIVES)
_SETTINGS: Final = Settings(
    timeout=_TIMEOUT,
    max_retries=2,
    deadline=None,
    pool_timeout=_TIMEOUT,
    headers={"user-agent": USER_AGENT},
    query={},
    raise_faults=True,
    follow_redirects=False,
)


class OwnTokens(HoldsSecrets):
    """What requests to one origin are signed with. Tokens are fetched through connections of their own.

    Args:
        credentials: The credentials, or a callable that gives them.
        base_url: Where requests go, checked.
    """

    def __init__(self, credentials: Credentials | CredentialsProvider, base_url: str) -> None:
        self._state: ClientState[Transport] = ClientState(
            base=Base(base_url.rstrip("/"), is_given=True),
            credentials=credentials,
            connect=_connected,
            given=None,
            borrowed=False,
            clock=SystemClock(),
            retry=RetryPolicy(),
            on_request=None,
            on_response=None,
            on_deviation=None,
        )

    @property
    def signer(self) -> Signer:
        """What signs."""
        return self._state.signer

    def get(self) -> Signed:
        """Return what to sign a request with, for a sync client.

        Raises:
            APIError: A token could not be fetched.
            ConfigurationError: What is needed was not given, or a provider failed.
        """
        return self.signer.get(self._call(), _send)

    async def aget(self) -> Signed:
        """Return what to sign a request with, for an async client.

        Raises:
            APIError: A token could not be fetched.
            ConfigurationError: What is needed was not given, or a provider failed.
        """
        return await self.signer.aget(self._call(), _asend)

    def _call(self) -> TimedCall[None]:
        return TimedCall(self._state, _SETTINGS, _ANY, self._state.base_url, "")


def _connected() -> Transport:
    from ..transports import HttpxTransport  # few requests need a token

    return HttpxTransport()


def _send(request: Request) -> Response:
    # Closed at once: nothing tells when a caller's own client is done, and tokens are rarely fetched.
    transport = _connected()
    try:
        return transport.send(request)
    finally:
        transport.close()


async def _asend(request: Request) -> Response:
    from ..transports import AsyncHttpxTransport  # as above

    transport = AsyncHttpxTransport()
    try:
        return await transport.send(request)
    finally:
        await transport.aclose()
