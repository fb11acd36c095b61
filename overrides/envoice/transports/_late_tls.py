"""Loads the certificates of authorities when the first connection needs them, for http to loopback never does.

Reading them costs more than all else that a client of ours does before its first request.
"""

from __future__ import annotations

import ssl
import threading
from typing import TYPE_CHECKING, Any, Self

from ._contract import TransportError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


class LateContext(ssl.SSLContext):
    """Stands for the TLS settings of an HTTP library until a connection is made with them.

    In itself it trusts nobody. The libraries ask a context for nothing but to wrap a connection.

    Args:
        load: Makes the settings.
    """

    def __new__(cls, load: Callable[[], ssl.SSLContext]) -> Self:  # noqa: ARG004 - the base takes a protocol
        return super().__new__(cls, ssl.PROTOCOL_TLS_CLIENT)

    def __init__(self, load: Callable[[], ssl.SSLContext]) -> None:
        super().__init__()
        self._load = load
        self._loaded: ssl.SSLContext | None = None
        self._protocols: list[str] = []
        self._lock = threading.Lock()

    def load(self) -> ssl.SSLContext:
        """Return the settings, whose certificates are loaded the first time.

        Raises:
            TransportError: The certificates cannot be loaded.
        """
        if self._loaded is None:
            with self._lock:
                if self._loaded is None:
                    self._loaded = self._made()
        return self._loaded

    def set_alpn_protocols(self, alpn_protocols: Iterable[str]) -> None:
        """Keep which HTTP versions a connection may speak.

        Args:
            alpn_protocols: As for `ssl.SSLContext`.
        """
        self._protocols = list(alpn_protocols)

    def wrap_socket(self, *arguments: Any, **options: Any) -> ssl.SSLSocket:
        """Wrap a socket with the settings, loaded first if need be.

        Args:
            arguments: As for `ssl.SSLContext`.
            options: As for `ssl.SSLContext`.

        Raises:
            TransportError: The certificates cannot be loaded.
        """
        return self._context().wrap_socket(*arguments, **options)

    def wrap_bio(self, *arguments: Any, **options: Any) -> ssl.SSLObject:
        """Wrap two buffers with the settings, loaded first if need be.

        Args:
            arguments: As for `ssl.SSLContext`.
            options: As for `ssl.SSLContext`.

        Raises:
            TransportError: The certificates cannot be loaded.
        """
        return self._context().wrap_bio(*arguments, **options)

    def _context(self) -> ssl.SSLContext:
        context = self.load()
        if self._protocols:
            context.set_alpn_protocols(self._protocols)
        return context

    def _made(self) -> ssl.SSLContext:
        try:
            return self._load()
        except (OSError, ValueError) as error:
            # Its text would tell the path.
            failure = type(error).__name__
        raise TransportError(
            f"the certificates cannot be loaded ({failure}); check what the environment names "
            "(SSL_CERT_FILE, SSL_CERT_DIR)",
            sent=False,
            usable=False,
        )
