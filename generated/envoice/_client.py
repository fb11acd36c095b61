"""The request core: what the generated clients `Envoice` and `AsyncEnvoice` inherit.

A client is cheap to make: httpx is imported and its connection pool built at the first call. One client may be used
from many threads, one async client from many tasks.
"""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any, Final, NoReturn, Self, TypeVar

from msgspec import UNSET

from ._answer import judge
from ._build import BASE_URL
from ._request import build_request, check_base_url, check_timeout
from .credentials import resolve_credentials
from .errors import ConfigurationError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from types import TracebackType

    import httpx

    from ._operation import Operation
    from ._request import Request
    from ._transport import AsyncTransport, SyncTransport
    from .credentials import Credentials, CredentialsProvider, SyncCredentialsProvider

BUILDS_ON: Final = ("_build.BASE_URL",)

T = TypeVar("T")


class _BaseClient:
    """What both kinds of client share: settings, and all that is not I/O."""

    # For the repr of a client whose making failed, which a traceback with locals shows.
    _base_url: str = ""
    _timeout: float | None = None
    _closed: bool = False

    def __init__(
        self,
        *,
        api_key: str | None,
        api_secret: str | None,
        credentials: Credentials | CredentialsProvider | None,
        base_url: str,
        timeout: float | None,
    ) -> None:
        self._base_url = check_base_url(base_url)
        self._timeout = check_timeout(timeout)
        self._credentials = resolve_credentials(api_key=api_key, api_secret=api_secret, credentials=credentials)
        self._lock = threading.Lock()
        self._closed = False

    @property
    def base_url(self) -> str:
        """Where requests go, without a trailing slash."""
        return self._base_url

    @property
    def timeout(self) -> float | None:
        """Seconds allowed for each step of an exchange, or None for no limit."""
        return self._timeout

    @property
    def is_closed(self) -> bool:
        """Whether the client was closed."""
        return self._closed

    def _request(self, operation: Operation[Any], query: Mapping[str, object], body: object) -> Request:
        return build_request(operation, base_url=self._base_url, query=query, body=body, timeout=self._timeout)

    def _refuse_closed(self) -> None:
        if self._closed:
            raise ConfigurationError(f"This {type(self).__name__} client is closed; make a new one.")

    def __repr__(self) -> str:
        state = ", closed" if self._closed else ""
        return f"<{type(self).__name__} base_url={self._base_url!r} timeout={self._timeout}{state}>"

    def __reduce_ex__(self, protocol: object) -> NoReturn:
        raise TypeError(
            f"{type(self).__name__} cannot be copied or pickled: it holds connections and credentials. "
            "Share it, or make a new one."
        )


class SyncClient(_BaseClient):
    """Sends operations and waits for their answers.

    Args:
        api_key: Account's authentication key; by default the environment's ENVOICE_API_KEY.
        api_secret: Account's authentication secret; by default the environment's ENVOICE_API_SECRET.
        credentials: Both as one value, or a provider of them, in place of the two arguments above.
        base_url: Where requests go: https, or http to a loopback host.
        timeout: Seconds allowed for each step of an exchange (connect, write, read), or None for no limit.
        http_client: A client of your own for proxies, certificates or connection limits. It is not closed with this
            one, and this client's timeout and refusal of redirects hold for it too. Without one, http (to loopback)
            goes past the proxies of the environment; your own client decides that itself. It is not used for the
            files of `download_pdf`.

    Raises:
        ConfigurationError: An argument cannot be used, or there are no credentials.
    """

    def __init__(
        self,
        *,
        api_key: str | None = None,
        api_secret: str | None = None,
        credentials: Credentials | SyncCredentialsProvider | None = None,
        base_url: str = BASE_URL,
        timeout: float | None = 30.0,
        http_client: httpx.Client | None = None,
    ) -> None:
        super().__init__(
            api_key=api_key, api_secret=api_secret, credentials=credentials, base_url=base_url, timeout=timeout
        )
        _refuse_other_kind(http_client, "Client")
        self._http_client = http_client
        self._transport: SyncTransport | None = None

    def call(self, operation: Operation[T], *, query: Mapping[str, object] = {}, body: object = UNSET) -> T:
        """Send one operation and return what it answers.

        Args:
            operation: What to call.
            query: Wire names and values of the query; None and UNSET are left out.
            body: What to send as JSON; UNSET for no body.

        Raises:
            APIError: The request failed; see `envoice.errors`.
            ConfigurationError: The client is closed, or its provider gave no credentials.
            EncodeError: An argument cannot be written.
        """
        request = self._request(operation, query, body)
        transport = self._transport or self._connect()
        return judge(operation, request, transport.send(request))

    def _connect(self) -> SyncTransport:
        from ._transport import SyncTransport  # noqa: PLC0415 - importing httpx costs more than the rest together
        from .auth import EnvoiceAuth  # noqa: PLC0415 - as above

        with self._lock:
            self._refuse_closed()
            if self._transport is None:
                auth = EnvoiceAuth(self._credentials, base_url=self._base_url)
                self._transport = SyncTransport(auth, self._http_client)
            return self._transport

    def close(self) -> None:
        """Close the connections. Closing twice does nothing; calls after closing are refused."""
        with self._lock:
            self._closed = True
            transport, self._transport = self._transport, None
        if transport is not None:
            transport.close()

    def __enter__(self) -> Self:
        self._refuse_closed()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()


class AsyncClient(_BaseClient):
    """Sends operations and awaits their answers.

    Args:
        api_key: Account's authentication key; by default the environment's ENVOICE_API_KEY.
        api_secret: Account's authentication secret; by default the environment's ENVOICE_API_SECRET.
        credentials: Both as one value, or a provider of them, in place of the two arguments above.
        base_url: Where requests go: https, or http to a loopback host.
        timeout: Seconds allowed for each step of an exchange (connect, write, read), or None for no limit.
        http_client: A client of your own for proxies, certificates or connection limits. It is not closed with this
            one, and this client's timeout and refusal of redirects hold for it too. Without one, http (to loopback)
            goes past the proxies of the environment; your own client decides that itself. It is not used for the
            files of `download_pdf`.

    Raises:
        ConfigurationError: An argument cannot be used, or there are no credentials.
    """

    def __init__(
        self,
        *,
        api_key: str | None = None,
        api_secret: str | None = None,
        credentials: Credentials | CredentialsProvider | None = None,
        base_url: str = BASE_URL,
        timeout: float | None = 30.0,
        http_client: httpx.AsyncClient | None = None,
    ) -> None:
        super().__init__(
            api_key=api_key, api_secret=api_secret, credentials=credentials, base_url=base_url, timeout=timeout
        )
        _refuse_other_kind(http_client, "AsyncClient")
        self._http_client = http_client
        self._transport: AsyncTransport | None = None

    async def call(self, operation: Operation[T], *, query: Mapping[str, object] = {}, body: object = UNSET) -> T:
        """Send one operation and return what it answers.

        Args:
            operation: What to call.
            query: Wire names and values of the query; None and UNSET are left out.
            body: What to send as JSON; UNSET for no body.

        Raises:
            APIError: The request failed; see `envoice.errors`.
            ConfigurationError: The client is closed, or its provider gave no credentials.
            EncodeError: An argument cannot be written.
        """
        request = self._request(operation, query, body)
        transport = self._transport or self._connect()
        return judge(operation, request, await transport.send(request))

    def _connect(self) -> AsyncTransport:
        from ._transport import AsyncTransport  # noqa: PLC0415 - importing httpx costs more than the rest together
        from .auth import EnvoiceAuth  # noqa: PLC0415 - as above

        with self._lock:
            self._refuse_closed()
            if self._transport is None:
                auth = EnvoiceAuth(self._credentials, base_url=self._base_url)
                self._transport = AsyncTransport(auth, self._http_client)
            return self._transport

    async def aclose(self) -> None:
        """Close the connections. Closing twice does nothing; calls after closing are refused."""
        with self._lock:
            self._closed = True
            transport, self._transport = self._transport, None
        if transport is not None:
            await transport.aclose()

    async def __aenter__(self) -> Self:
        self._refuse_closed()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        await self.aclose()


def _refuse_other_kind(http_client: object, kind: str) -> None:
    if http_client is None:
        return
    import httpx  # noqa: PLC0415 - whoever passes a client has paid for the import

    if not isinstance(http_client, getattr(httpx, kind)):
        raise ConfigurationError(f"http_client must be an httpx.{kind}; got {type(http_client).__name__}.")
