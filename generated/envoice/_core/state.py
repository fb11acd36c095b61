"""What a client and all its views share: where calls go, with whose credentials, and how they are watched."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from typing import Any, Final, Generic, TypeVar

from .._http.operation import Operation
from .._http.servers import Base
from .._http.url import origin
from .._redaction.values import redact
from ..clock import Clock
from ..credentials import Credentials, CredentialsProvider
from ..deviations import Deviation
from ..errors import ConfigurationError
from ..events import RequestHook, ResponseHook
from ..options import RetryPolicy
from ..transports import AsyncTransport, Transport
from .refreshing import RefreshableCredentials
from .signing import Signer

BUILDS_ON: Final = ("credentials.Credentials", "credentials.CredentialsProvider")

AnyTransport = TypeVar("AnyTransport", "Transport", "AsyncTransport")

Made = TypeVar("Made")


class ClientState(Generic[AnyTransport]):
    """The line that calls go out on. Connections are made at the first call, and made anew in a forked process.

    Args:
        base: Where requests go, checked.
        credentials: The key pair, or what gives it.
        connect: Makes the transport.
        given: The caller's own transport, in place of one that `connect` makes.
        borrowed: Whether the connections are the caller's, which a fork would share.
        clock: What retries and deadlines go by.
        retry: How long to wait before an attempt is repeated.
        on_request: Called before each attempt.
        on_response: Called after each attempt.
        on_deviation: Told of what was tolerated in an answer.
    """

    observer: Any = None
    """What watches the calls, where the module `otel` was asked to; that of the class watches those of every client."""

    def __init__(  # noqa: PLR0913 - the clients alone make one
        self,
        *,
        base: Base,
        credentials: Credentials | CredentialsProvider,
        connect: Callable[[], AnyTransport],
        given: AnyTransport | None,
        borrowed: bool,
        clock: Clock,
        retry: RetryPolicy,
        on_request: RequestHook | None,
        on_response: ResponseHook | None,
        on_deviation: Callable[[Deviation], None] | None,
    ) -> None:
        self.base_url: str = base.url
        self._base = base
        self.connect: Callable[[], AnyTransport] = connect
        self.clock = clock
        self.retry = retry
        self.on_request = on_request
        self.on_response = on_response
        self.on_deviation = on_deviation
        self.signer: Signer = self._signer(credentials)
        self.closed: bool = False
        self._credentials = credentials
        self._borrowed = borrowed
        self._transport: AnyTransport | None = given
        self._files: Any = None
        self._process = os.getpid()
        self._lock = threading.Lock()

    def transport(self) -> AnyTransport:
        """Return what sends, connected.

        Raises:
            ConfigurationError: The client is closed, or was made before a fork with the caller's connections, or what
                the environment says of proxies and certificates cannot be used.
        """
        if self._process != os.getpid():
            self._forked()
        transport = self._transport
        if transport is not None:
            return transport
        with self._lock:
            if self.closed:
                raise ConfigurationError("This client is closed; make a new one.")
            if self._transport is None:
                self._transport = self._connected()
            return self._transport

    def files(self, make: Callable[[AnyTransport], Made]) -> Made:
        """Return the connections that bring files, made at the first call.

        Args:
            make: Makes them, given what sends.

        Raises:
            ConfigurationError: As for `transport`.
        """
        transport = self.transport()
        with self._lock:
            if self.closed:
                raise ConfigurationError("This client is closed; make a new one.")
            if self._files is None:
                self._files = make(transport)
            made: Made = self._files
            return made

    def detach(self) -> list[Any]:
        """Mark this as closed. Return what the caller must close: the transport and the connections for files."""
        with self._lock:
            self.closed = True
            parts = [part for part in (self._files, self._transport) if part is not None]
            self._files = self._transport = None
        return parts

    def base_url_of(self, operation: Operation[Any]) -> str:
        """Return where the calls of an operation go: to its own server, if it has one and the caller gives no URL.

        Of several, it is the one that is called as the server that the caller chose, else the first.

        Args:
            operation: What is called.

        Raises:
            ConfigurationError: The values of variables make another URL of it than credentials may be sent to.
        """
        base = self._base
        if base.is_given or not operation.server:
            return self.base_url
        if base.variables and operation.own_servers:
            return base.of_own(operation.own_servers)
        return operation.servers.get(base.server, operation.server) if operation.servers else operation.server

    def owns(self, url: str) -> bool:
        """Return whether a URL has the origin of the base URL, so that the credentials may go there.

        Args:
            url: Absolute URL.
        """
        return origin(url) == origin(self.base_url)

    @property
    def credentials(self) -> RefreshableCredentials:
        """The credentials in use."""
        return self.signer.credentials

    def _signer(self, credentials: Credentials | CredentialsProvider) -> Signer:
        return Signer(credentials, base_url=self.base_url, clock=self.clock, retry=self.retry, owns=self.owns)

    def redact(self, text: bytes) -> bytes:
        """Return a text of the service, which may quote the account's values, with `<hidden>` for each.

        Args:
            text: A body, or a part of one.
        """
        return redact(text, self.signer.known())

    def _connected(self) -> AnyTransport:
        try:
            return self.connect()
        except ConfigurationError:
            raise
        except ImportError as error:
            failure = str(error)
        except Exception as error:  # noqa: BLE001 - an HTTP library may raise anything
            # Its text may quote a proxy's password.
            failure = type(error).__name__
        raise ConfigurationError(
            f"The connections cannot be set up ({failure}); check the proxies and certificates that the environment "
            "names (HTTP_PROXY, HTTPS_PROXY, ALL_PROXY, NO_PROXY, SSL_CERT_FILE, SSL_CERT_DIR)."
        )

    def _forked(self) -> None:
        # A thread that no longer exists may have held the locks. The parent's connections are let go of, not closed:
        # closing them properly would write to them.
        if self._borrowed:
            raise ConfigurationError(
                "This client was made before the process forked, with a transport or an HTTP client of your own, whose "
                "connections two processes cannot share; make a new one in the child."
            )
        self._lock = threading.Lock()
        self._transport = self._files = None
        self.signer = self._signer(self._credentials)
        self._process = os.getpid()
