"""Signs requests to the configured origin with the account's two headers, and no request to anywhere else."""

import functools
import html.entities
import inspect
import re
import threading
from collections.abc import AsyncGenerator, Awaitable, Generator
from http import HTTPStatus
from typing import Final, Self

import anyio
import anyio.to_thread
import attrs
import httpx

from ._request import is_loopback
from .credentials import Credentials, CredentialsProvider, HoldsSecrets
from .errors import ConfigurationError

KEY_HEADER: Final = "x-auth-key"
SECRET_HEADER: Final = "x-auth-secret"  # noqa: S105 - the header's name, not a secret

_HIDDEN: Final = b"<hidden>"
_SHORTEST_HIDDEN: Final = 6
"""Characters of a value below which replacing it would maim every other word."""
_PAIRS_KEPT: Final = 4
"""Pairs that are still hidden: an answer to a request signed before a refresh may arrive after it."""

_DEFAULT_PORTS: Final = {"http": 80, "https": 443}
_ASYNC_PROVIDER: Final = (
    "The credentials provider is asynchronous and this client is not: use AsyncEnvoice, or a plain function."
)


class EnvoiceAuth(HoldsSecrets, httpx.Auth):
    """Puts `x-auth-key` and `x-auth-secret` on requests to one origin.

    A request elsewhere (another scheme, host or port) goes out unsigned, and loses the two headers if it has them.
    With a provider, a 401 makes it be asked again, once for all the requests that wait, and the request is sent once
    more if its body is still in memory; with fixed credentials a 401 is final. Once a request is answered or has
    failed, the headers are taken off it, so that no response or exception carries them.

    httpx copies headers that it does not know, these two included, to wherever a redirect leads, where no `httpx.Auth`
    is asked. So leave `follow_redirects` off, as it is by default and in this package's clients. Whoever must follow
    adds the guard: `httpx.Client(auth=auth, follow_redirects=True, event_hooks={"request": [auth.guard]})`, and
    `async_guard` for `httpx.AsyncClient`.

    Args:
        credentials: The key pair, or a sync or async callable that gives it. A sync one is called in a worker thread
            for an async client.
        base_url: The URL whose origin may see the credentials: https, or http on a loopback host.

    Raises:
        ConfigurationError: `base_url` is no absolute URL, or would send the credentials in the clear.
    """

    def __init__(self, credentials: Credentials | CredentialsProvider, *, base_url: str | httpx.URL) -> None:
        self._keyring = _Keyring(credentials)
        self._origin = _Origin.signable(base_url)

    def __repr__(self) -> str:
        source = "a provider" if self._keyring.renewable else "fixed"
        return f"EnvoiceAuth(<hidden>, credentials={source!r}, origin={str(self._origin)!r})"

    def hide(self, text: bytes) -> bytes:
        """Take the account's values out of what the service says, which may quote them.

        Args:
            text: A body, or a part of one, in ASCII or an encoding based on it.

        Returns:
            The text with `<hidden>` for each value of the current pair and of the last few before it, plain or escaped
            for a URL, HTML or JSON. Values of less than 6 characters stay.
        """
        pairs = self._keyring.known
        values = {
            value for pair in pairs for value in (pair.api_key, pair.api_secret) if len(value) >= _SHORTEST_HIDDEN
        }
        if not values:
            return text
        # The longest first, for one value may begin with another.
        pattern = "|".join(_any_form(value) for value in sorted(values, key=len, reverse=True))
        return re.sub(pattern.encode("ascii"), _HIDDEN, text)

    def guard(self, request: httpx.Request) -> None:
        """Take the two headers off a request to another origin: an httpx event hook for clients that follow redirects.

        Args:
            request: The request about to be sent; changed in place.
        """
        if not self._origin.owns(request.url):
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
            ConfigurationError: The provider is asynchronous, failed, or gave something else than Credentials.
        """
        try:
            if not self._origin.owns(request.url):
                _strip(request)
                _forget((yield request))
                return
            issued = self._keyring.get()
            response = yield _sign(request, issued.credentials)
            _forget(response)
            if self._refused(response, issued) and _replayable(request):
                issued = self._keyring.get(issued.generation)
                _forget((yield _sign(request, issued.credentials)))
        finally:
            _strip(request)

    async def async_auth_flow(self, request: httpx.Request) -> AsyncGenerator[httpx.Request, httpx.Response]:
        """Sign a request of an async client, as `sync_auth_flow` does.

        Args:
            request: The request about to be sent.

        Yields:
            The request, signed.

        Raises:
            ConfigurationError: The provider failed, or gave something else than Credentials.
        """
        try:
            if not self._origin.owns(request.url):
                _strip(request)
                _forget((yield request))
                return
            issued = await self._keyring.aget()
            response = yield _sign(request, issued.credentials)
            _forget(response)
            if self._refused(response, issued) and _replayable(request):
                issued = await self._keyring.aget(issued.generation)
                _forget((yield _sign(request, issued.credentials)))
        finally:
            _strip(request)

    def _refused(self, response: httpx.Response, issued: "_Issued") -> bool:
        """Whether the service itself, not where it redirected to, refused credentials that can be renewed."""
        refused = response.status_code == HTTPStatus.UNAUTHORIZED and self._origin.owns(response.request.url)
        if refused:
            self._keyring.reject(issued.generation)
        return refused and self._keyring.renewable


def _sign(request: httpx.Request, credentials: Credentials) -> httpx.Request:
    request.headers[KEY_HEADER] = credentials.api_key
    request.headers[SECRET_HEADER] = credentials.api_secret
    return request


def _any_form(value: str) -> str:
    """Return a pattern of a value, whichever of its characters are escaped and in which way."""
    return "".join(char if char.isalnum() else _any_escape(char) for char in value)


def _any_escape(char: str) -> str:
    code, plain = ord(char), re.escape(char)
    name = "apos" if char == "'" else html.entities.codepoint2name.get(code)
    forms = [
        rf"\\{{0,3}}{plain}",
        rf"(?i:%(?:25)?{code:02x}|\\{{1,2}}u{code:04x}|&(?:amp;)?#(?:x0*{code:x}|0*{code});)",
    ]
    if name is not None:
        forms.append(f"&(?:amp;)?{name};")
    if char == " ":
        forms.append(r"\+")
    return f"(?:{'|'.join(forms)})"


def _strip(request: httpx.Request) -> None:
    request.headers.pop(KEY_HEADER, None)
    request.headers.pop(SECRET_HEADER, None)


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
        port = "" if self.port == _DEFAULT_PORTS.get(self.scheme) else f":{self.port}"
        return f"{self.scheme}://{host}{port}"

    @classmethod
    def of(cls, url: httpx.URL) -> Self:
        return cls(url.scheme, url.host, url.port or _DEFAULT_PORTS.get(url.scheme))

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
        if origin is None or not origin.scheme or not origin.host:
            raise ConfigurationError("base_url is not an absolute URL: give one such as 'https://www.envoice.in'.")
        if origin.scheme != "https" and not (origin.scheme == "http" and is_loopback(origin.host)):
            raise ConfigurationError(
                f"base_url {origin} would send the credentials in the clear: use https (http only on loopback)."
            )
        return origin

    def owns(self, url: httpx.URL) -> bool:
        return self == type(self).of(url)


@attrs.frozen
class _Issued:
    """Credentials and which issue of them this is, counted from 1."""

    credentials: Credentials
    generation: int


class _Keyring:
    """What the provider gave last. However many requests wait for a newer issue, the provider is called once for them.

    A failure too is shared by those that waited for it: with a secret store that takes 30 s to time out, fifty requests
    must not queue for it one after the other.
    """

    def __init__(self, source: Credentials | CredentialsProvider) -> None:
        self._provider = None if isinstance(source, Credentials) else source
        self._current = _Issued(source, 1) if isinstance(source, Credentials) else None
        self.known: tuple[Credentials, ...] = (source,) if isinstance(source, Credentials) else ()
        self._rejected = 0
        self._attempts = 0
        self._failure: str | None = None
        self._lock = threading.Lock()
        self._async_lock = anyio.Lock()

    @property
    def renewable(self) -> bool:
        return self._provider is not None

    def reject(self, generation: int) -> None:
        """Make the next request ask the provider, also when the one that was refused cannot be sent again."""
        if self.renewable:
            self._rejected = max(self._rejected, generation)

    def get(self, refused: int = 0) -> _Issued:
        """Credentials newer than generation `refused`, for a sync client.

        Raises:
            ConfigurationError: The provider is asynchronous or failed.
        """
        attempts = self._attempts
        if (current := self._newer(refused)) is not None:
            return current
        if _is_async(self._provider):
            raise ConfigurationError(_ASYNC_PROVIDER)
        result = self._ask(refused, attempts)
        if isinstance(result, _Issued):
            return result
        if inspect.iscoroutine(result):
            result.close()
        raise ConfigurationError(_ASYNC_PROVIDER)

    async def aget(self, refused: int = 0) -> _Issued:
        """Credentials newer than generation `refused`, for an async client under asyncio or trio.

        Raises:
            ConfigurationError: The provider failed.
        """
        attempts = self._attempts
        if (current := self._newer(refused)) is not None:
            return current
        async with self._async_lock:
            if (settled := self._settled(refused, attempts)) is not None:
                return settled
            ask = functools.partial(self._ask, refused, attempts)
            if _is_async(self._provider):
                result = ask()
            else:
                # In a tuple, because trio lets no thread return a coroutine. A thread that a cancelled request abandons
                # still stores what it was given, for the next request.
                (result,) = await anyio.to_thread.run_sync(lambda: (ask(),), abandon_on_cancel=True)
            if isinstance(result, _Issued):
                return result
            try:
                credentials: object = await result
            except ConfigurationError as error:
                failure = str(error)
            except Exception as error:  # noqa: BLE001 - a provider may raise anything
                failure = _describe(error)
            else:
                return self._store(credentials)
            raise self._failed(failure)

    def _ask(self, refused: int, attempts: int) -> "_Issued | Awaitable[Credentials]":
        """Call a provider that blocks, unless another thread just has; an awaitable is handed back as it is."""
        with self._lock:
            if (settled := self._settled(refused, attempts)) is not None:
                return settled
            result = self._call()
            return result if inspect.isawaitable(result) else self._store(result)

    def _newer(self, refused: int) -> _Issued | None:
        current = self._current
        return current if current is not None and current.generation > max(refused, self._rejected) else None

    def _settled(self, refused: int, attempts: int) -> _Issued | None:
        """What another caller got, or failed to get, since `attempts` were counted; None when it is our turn."""
        if (current := self._newer(refused)) is not None:
            return current
        if self._failure is not None and self._attempts != attempts:
            raise ConfigurationError(self._failure)
        return None

    def _call(self) -> Credentials | Awaitable[Credentials]:
        if self._provider is None:
            raise ConfigurationError("The service refused the credentials, and no provider gives others.")
        try:
            return self._provider()
        except ConfigurationError as error:
            failure = str(error)
        except Exception as error:  # noqa: BLE001 - a provider may raise anything
            failure = _describe(error)
        raise self._failed(failure)

    def _store(self, credentials: object) -> _Issued:
        if not isinstance(credentials, Credentials):
            kind = type(credentials).__name__
            raise self._failed(f"The credentials provider gave a value of type {kind}: it must give Credentials.")
        generation = 1 if self._current is None else self._current.generation + 1
        self._current = _Issued(credentials, generation)
        self.known = (*self.known, credentials)[-_PAIRS_KEPT:]
        self._attempts += 1
        self._failure = None
        return self._current

    def _failed(self, failure: str) -> ConfigurationError:
        """Note a failure for those who wait, as an error to raise outside the handler: a context may quote a secret."""
        self._attempts += 1
        self._failure = failure
        return ConfigurationError(failure)


def _describe(error: Exception) -> str:
    return (
        f"The credentials provider raised {type(error).__name__}: mend the provider "
        "(its message is withheld, for it may quote a secret; log it in the provider)."
    )


def _is_async(provider: CredentialsProvider | None) -> bool:
    return inspect.iscoroutinefunction(provider) or inspect.iscoroutinefunction(type(provider).__call__)
