"""Signs requests to the configured origin with the account's credentials, and no request to anywhere else."""

from collections.abc import AsyncGenerator, Generator
from http import HTTPStatus
from typing import Final, Self

import attrs
import httpx

from .._http.hosts import is_host
from .._http.servers import EXAMPLE, may_be_plain
from .._http.url import DEFAULT_PORTS
from .._redaction.codec_log import quieten_codec
from .._redaction.names import SECRET_HEADERS, SECRET_QUERY
from .._redaction.values import HoldsSecrets, mask_headers, mask_url, redact, strip_url
from ..credentials import Credentials, CredentialsProvider
from ..errors import ConfigurationError
from .own_tokens import OwnTokens
from .refreshing import RefreshableCredentials
from .signing import Signed

BUILDS_ON: Final = ("credentials.Credentials", "credentials.CredentialsProvider")


class OriginAuth(HoldsSecrets, httpx.Auth):
    """Puts the account's credentials on requests to one origin; the package's own class says how to use it.

    Args:
        credentials: The credentials, or a sync or async callable that gives them.
        base_url: The URL whose origin may see the credentials: https, or http on a loopback host.

    Raises:
        ConfigurationError: `base_url` is no absolute URL, or would send the credentials in the clear.
    """

    def __init__(self, credentials: Credentials | CredentialsProvider, *, base_url: str | httpx.URL) -> None:
        # For a traceback that shows what is half made.
        self._origin = _Origin("", "", None)
        self._credentials: RefreshableCredentials | None = None
        self._origin = _Origin.signable(base_url)
        self._tokens = OwnTokens(credentials, str(base_url))
        self._credentials = self._tokens.signer.credentials
        quieten_codec()

    def __repr__(self) -> str:
        source = "a provider" if self._credentials is not None and self._credentials.renewable else "fixed"
        return f"{type(self).__name__}(<hidden>, credentials={source!r}, origin={str(self._origin)!r})"

    def hide(self, text: bytes) -> bytes:
        """Redact the account's values in a text of the service, which may quote them.

        Args:
            text: A body, or a part of one, in ASCII or an encoding based on it.

        Returns:
            The text with `<hidden>` for each value of the current credentials and of the last few before them, plain or
            escaped for a URL, HTML or JSON. Values of less than 6 characters stay.
        """
        return redact(text, self._tokens.signer.known())

    def guard(self, request: httpx.Request) -> None:
        """Remove the credentials from a request to another origin.

        An httpx event hook, for clients that follow redirects.

        Args:
            request: The request about to be sent; changed in place.
        """
        if self._origin.owns(request.url):
            mask_headers(request)
            mask_url(request)
        else:
            _strip(request)

    async def async_guard(self, request: httpx.Request) -> None:
        """Do the same as `guard`, as the event hook of an `httpx.AsyncClient`.

        Args:
            request: The request about to be sent; changed in place.
        """
        self.guard(request)

    def sync_auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        """Sign a request of a sync client, and once more after a 401 if a provider has something newer.

        Args:
            request: The request about to be sent.

        Yields:
            The request, signed.

        Raises:
            APIError: A token could not be fetched.
            ConfigurationError: The provider is asynchronous, failed, or gave something else than Credentials.
        """
        try:
            if not self._origin.owns(request.url):
                _strip(request)
                _forget((yield request))
                return
            signed = self._tokens.get()
            response = yield _sign(request, signed)
            _forget(response)
            if self._refused(response, signed) and _replayable(request):
                _forget((yield _sign(request, self._tokens.get())))
        finally:
            _strip(request)

    async def async_auth_flow(self, request: httpx.Request) -> AsyncGenerator[httpx.Request, httpx.Response]:
        """Sign a request of an async client, as `sync_auth_flow` does.

        Args:
            request: The request about to be sent.

        Yields:
            The request, signed.

        Raises:
            APIError: A token could not be fetched.
            ConfigurationError: The provider failed, or gave something else than Credentials.
        """
        try:
            if not self._origin.owns(request.url):
                _strip(request)
                _forget((yield request))
                return
            signed = await self._tokens.aget()
            response = yield _sign(request, signed)
            _forget(response)
            if self._refused(response, signed) and _replayable(request):
                _forget((yield _sign(request, await self._tokens.aget())))
        finally:
            _strip(request)

    def _refused(self, response: httpx.Response, signed: Signed) -> bool:
        """Whether the service itself, not where it redirected to, refused credentials that can be renewed."""
        refused = response.status_code == HTTPStatus.UNAUTHORIZED and self._origin.owns(response.request.url)
        return refused and signed.reject()


def _sign(request: httpx.Request, signed: Signed) -> httpx.Request:
    if signed.plan.hooked:
        raise ConfigurationError(
            "Only keys, names with passwords and tokens sign requests of an HTTP client of your own; the scheme "
            f"{signed.plan.hooked[0][1]} needs a client of this package."
        )
    headers = {"Cookie": request.headers["cookie"]} if "cookie" in request.headers else {}
    signed.put(headers, "")
    request.headers.update(headers)
    if signed.plan.query:
        query = "&".join(filter(None, [request.url.query.decode("ascii"), *signed.plan.query]))
        request.url = request.url.copy_with(query=query.encode("ascii"))
    mask_headers(request)
    mask_url(request)
    return request


def _strip(request: httpx.Request) -> None:
    if SECRET_QUERY:
        strip_url(request)
    for name in SECRET_HEADERS:
        request.headers.pop(name, None)


def _forget(response: httpx.Response) -> None:
    """Take the headers off every request that a response leads to, the redirect that httpx prepared included."""
    for answered in (*response.history, response):
        _strip(answered.request)
    if response.next_request is not None:
        _strip(response.next_request)


def _replayable(request: httpx.Request) -> bool:
    return isinstance(request.stream, httpx.ByteStream)


@attrs.frozen
class _Origin:
    """Scheme, host and effective port."""

    scheme: str
    host: str
    port: int | None

    def __str__(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        port = "" if self.port == DEFAULT_PORTS.get(self.scheme) else f":{self.port}"
        return f"{self.scheme}://{host}{port}"

    @classmethod
    def of(cls, url: httpx.URL) -> Self:
        return cls(url.scheme, url.host, url.port or DEFAULT_PORTS.get(url.scheme))

    @classmethod
    def signable(cls, base_url: str | httpx.URL) -> Self:
        """The origin of a URL that credentials may be sent to.

        Raises:
            ConfigurationError: No absolute URL, or neither https nor http on a loopback host.
        """
        try:
            origin = cls.of(httpx.URL(base_url))
        except (httpx.InvalidURL, TypeError, UnicodeError):
            origin = None
        if origin is None or not origin.scheme or not is_host(origin.host):
            raise ConfigurationError(f"base_url is not an absolute URL: give one such as {EXAMPLE!r}.")
        if origin.scheme != "https" and not (origin.scheme == "http" and may_be_plain(origin.host, origin.port)):
            raise ConfigurationError(
                f"base_url {origin} would send the credentials in the clear: use https (http only on loopback)."
            )
        return origin

    def owns(self, url: httpx.URL) -> bool:
        try:
            return self == type(self).of(url)
        except UnicodeError:
            # A host name that no one can encode belongs to nobody.
            return False
