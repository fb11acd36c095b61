"""Which client of httpx, or of a library with its interface, a request goes through: the caller's, or one of ours."""

from __future__ import annotations

import ssl
import threading
from types import ModuleType
from typing import Any, Generic, TypeVar

from .._mismatch import client_refusal
from ..errors import ConfigurationError
from ._contract import Request, TransportError
from ._cookies import without_cookies
from ._guarding import guard
from ._loops import closed_client, has_ended, other_loop, running_loop

C = TypeVar("C")


class Clients(Generic[C]):
    """The caller's client, or two of our own, each made when the first request needs it.

    Of our own, one is for http, which is for loopback only, and one for https. Only that one reads the proxies of the
    environment and the certificates of the authorities, which costs more than all else before a first request.

    Args:
        library: The library.
        kind: Name of its class of clients.
        given: The caller's client, or None.

    Attributes:
        builds_plainly: Whether the caller's client makes requests as the library does, not in a way of its own.

    Raises:
        ConfigurationError: `given` is of another kind.
    """

    __slots__ = ("_closed", "_kind", "_lock", "_loop", "_plain", "_secure", "builds_plainly", "given", "library")

    def __init__(self, library: ModuleType, kind: str, given: C | None) -> None:
        self.library: Any = library
        self._kind: Any = getattr(library, kind)
        if given is not None and not isinstance(given, self._kind):
            raise ConfigurationError(client_refusal("http_client", f"{library.__name__}.{kind}", given))
        self.given: C | None = given
        if given is not None:
            guard(library.__name__, given)
        builds: object = getattr(getattr(given, "build_request", None), "__func__", None)
        self.builds_plainly = builds is self._kind.build_request
        self._plain: C | None = None
        self._secure: C | None = None
        self._closed = False
        self._loop: object = None
        self._lock = threading.Lock()

    def suited(self, request: Request) -> C:
        """Return the client to send a request through.

        Args:
            request: What is to be sent.

        Raises:
            TransportError: They are closed, or what the environment says of proxies and certificates cannot be used.
        """
        if self.given is not None:
            return self.given
        is_secure = request.url[:6].lower() == "https:"
        client = self._secure if is_secure else self._plain
        if client is not None:
            return client
        with self._lock:
            if self._closed:
                raise closed_client()
            if not is_secure:
                self._plain = client = self._plain or self._made_plain()
                return client
            self._secure = client = self._secure or self._made_secure()
        if request.remaining is not None and request.remaining() <= 0:
            raise TransportError("setting up the connections took too long", sent=False, timed_out=True)
        return client

    def is_made(self, request: Request) -> bool:
        """Return whether the client for a request exists already.

        Args:
            request: What is to be sent.
        """
        made = self._secure if request.url[:6].lower() == "https:" else self._plain
        return self.given is not None or made is not None

    def enter_loop(self) -> None:
        """Make sure that the connections of our own belong to the running event loop.

        Connections whose loop has ended are replaced: each `asyncio.run` or `trio.run` of a script ends one.

        Raises:
            TransportError: They belong to a loop that still lives.
        """
        if self.given is not None:
            return
        loop = running_loop()
        if loop is self._loop:
            return
        if self._loop is not None:
            if not has_ended(self._loop):
                raise other_loop()
            self._plain = self._secure = None
        self._loop = loop

    def close(self) -> None:
        """Close our own clients. No new one is made afterwards."""
        made: list[Any] = self.detach()
        for client in made:
            client.close()

    async def aclose(self) -> None:
        """Close our own clients. No new one is made afterwards."""
        made: list[Any] = self.detach()
        # With their event loop, connections have ended too.
        if not has_ended(self._loop):
            for client in made:
                await client.aclose()

    def detach(self) -> list[C]:
        """Return our own clients, so that the caller can close them. No new one is made afterwards."""
        with self._lock:
            self._closed = True
            return [client for client in (self._plain, self._secure) if client is not None]

    def _made_plain(self) -> C:
        # These settings trust nobody, and making them reads nothing.
        kind = without_cookies(self.library.Cookies, self._kind)
        client: C = kind(trust_env=False, verify=ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT))
        guard(self.library.__name__, client)
        return client

    def _made_secure(self) -> C:
        try:
            client: C = without_cookies(self.library.Cookies, self._kind)()
            guard(self.library.__name__, client)
        except Exception as error:  # noqa: BLE001 - an HTTP library may raise anything
            # Its text may quote a proxy's password.
            failure = type(error).__name__
        else:
            return client
        raise TransportError(
            f"the connections cannot be set up ({failure}); check the proxies and certificates that the environment "
            "names (HTTPS_PROXY, ALL_PROXY, NO_PROXY, SSL_CERT_FILE, SSL_CERT_DIR)",
            sent=False,
            usable=False,
        )
