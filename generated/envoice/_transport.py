"""The one place where a request is sent: httpx, with its exceptions turned into ours and its answers bounded in memory.

Redirects are never followed: httpx would hand the credentials to the next origin. No exception of httpx is ever chained
to ours, because each of them holds the request.
"""

from __future__ import annotations

import time
import zlib
from typing import TYPE_CHECKING, Final, Protocol

import httpx
from attrs import define, field

from ._answer import Answer
from .errors import (
    MAX_ERROR_BODY,
    APIConnectionError,
    APIError,
    APITimeoutError,
    ConfigurationError,
    EncodeError,
    EnvoiceError,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from ._request import Request
    from .auth import EnvoiceAuth

MAX_BODY: Final = 64 * 1024 * 1024
"""Bytes of an answer that are read before it is refused."""

DIRECT: Final[dict[str, None]] = {"http://": None}
"""Mounts of an httpx client that keep http, which is for loopback only, away from the proxies of the environment."""

_GZIP: Final = 31
"""zlib's number for a window of 32 KiB inside a gzip frame."""

_CORRUPT: Final = "its bytes are not what its Content-Encoding says"

_FAILURES: Final = (httpx.RequestError, httpx.InvalidURL, RuntimeError)


class _Client(Protocol):
    @property
    def is_closed(self) -> bool: ...
    def build_request(
        self, method: str, url: str, *, headers: dict[str, str], content: bytes | None, timeout: float | None
    ) -> httpx.Request: ...


class SyncTransport:
    """Sends requests through a synchronous httpx client.

    Args:
        auth: Signs each request.
        http_client: A caller's own client, which stays open when this is closed; None for a new one.
    """

    def __init__(self, auth: EnvoiceAuth, http_client: httpx.Client | None) -> None:
        self._auth = auth
        self._owned = http_client is None
        self._http = httpx.Client(mounts=DIRECT) if http_client is None else http_client

    def send(self, request: Request) -> Answer:
        """Send one request and read its answer.

        Args:
            request: What to send.

        Raises:
            APIConnectionError: No complete answer arrived.
            APITimeoutError: No complete answer arrived in time.
            ConfigurationError: The client is closed.
            EncodeError: The URL cannot be sent.
        """
        started = time.monotonic()
        try:
            response = self._http.send(
                _build(self._http, request), auth=self._auth, stream=True, follow_redirects=False
            )
            try:
                body = _Body(response)
                try:
                    for chunk in response.iter_bytes() if body.ready else response.iter_raw():
                        if body.add(chunk):
                            break
                except httpx.RequestError as error:
                    body.broke(error)
            finally:
                response.close()
            return body.answer(started, self._auth.hide)
        except _FAILURES as error:
            failure = _failure(error, self._http, request, started)
        raise failure

    def close(self) -> None:
        """Close the connections, unless the client is the caller's."""
        if self._owned:
            self._http.close()


class AsyncTransport:
    """Sends requests through an asynchronous httpx client.

    Args:
        auth: Signs each request.
        http_client: A caller's own client, which stays open when this is closed; None for a new one.
    """

    def __init__(self, auth: EnvoiceAuth, http_client: httpx.AsyncClient | None) -> None:
        self._auth = auth
        self._owned = http_client is None
        self._http = httpx.AsyncClient(mounts=DIRECT) if http_client is None else http_client

    async def send(self, request: Request) -> Answer:
        """Send one request and read its answer.

        Args:
            request: What to send.

        Raises:
            APIConnectionError: No complete answer arrived.
            APITimeoutError: No complete answer arrived in time.
            ConfigurationError: The client is closed, or belongs to an event loop that is.
            EncodeError: The URL cannot be sent.
        """
        started = time.monotonic()
        try:
            response = await self._http.send(
                _build(self._http, request), auth=self._auth, stream=True, follow_redirects=False
            )
            try:
                body = _Body(response)
                try:
                    async for chunk in response.aiter_bytes() if body.ready else response.aiter_raw():
                        if body.add(chunk):
                            break
                except httpx.RequestError as error:
                    body.broke(error)
            finally:
                await response.aclose()
            return body.answer(started, self._auth.hide)
        except _FAILURES as error:
            failure = _failure(error, self._http, request, started)
        raise failure

    async def aclose(self) -> None:
        """Close the connections, unless the client is the caller's."""
        if self._owned:
            await self._http.aclose()


def _build(client: _Client, request: Request) -> httpx.Request:
    headers = {**request.headers, "Accept-Encoding": "gzip"}
    return client.build_request(
        request.method, request.url, headers=headers, content=request.content, timeout=request.timeout
    )


class _Decoder:
    """Unpacks one gzip stream, never into more than is wanted, which httpx cannot promise."""

    def __init__(self) -> None:
        self._stream = zlib.decompressobj(wbits=_GZIP)
        self._begun = False

    @property
    def cut(self) -> bool:
        """Whether the stream has begun and not ended."""
        return self._begun and not self._stream.eof

    def decode(self, packed: bytes, most: int) -> bytes:
        """Return at most so many bytes of what is packed.

        Raises:
            zlib.error: It is not gzip, or goes on after its end.
        """
        self._begun = True
        content = self._stream.decompress(packed, most)
        if self._stream.unused_data:
            raise zlib.error
        return content


@define
class _Body:
    """Gathers a body up to a limit and knows what to make of one that ends badly.

    A response that something before us has read, such as a mock or a caller's event hook, is `ready`: already unpacked.
    """

    response: httpx.Response
    ready: bool = False
    decoder: _Decoder | None = None
    chunks: list[bytes] = field(factory=list[bytes])
    size: int = 0
    defect: str | None = None

    def __attrs_post_init__(self) -> None:
        self.ready = self.response.is_stream_consumed
        codings = self.response.headers.get("content-encoding", "").lower().split(",")
        codings = [] if self.ready else [name for name in map(str.strip, codings) if name not in {"", "identity"}]
        if codings == ["gzip"]:
            self.decoder = _Decoder()
        elif codings:
            self.defect = "its Content-Encoding is not one that was asked for"

    def add(self, chunk: bytes) -> bool:
        """Keep a chunk; return whether it was the last one wanted."""
        if self.defect is not None:
            return True
        limit = MAX_BODY if self.response.is_success else MAX_ERROR_BODY
        if self.decoder is not None:
            try:
                chunk = self.decoder.decode(chunk, limit + 1 - self.size)
            except zlib.error:
                self.defect = _CORRUPT
                return True
        self.chunks.append(chunk)
        self.size += len(chunk)
        if self.size > limit:
            self.defect = f"it is longer than {limit} bytes"
            return True
        return False

    def broke(self, error: httpx.RequestError) -> None:
        """Keep what was read of an error page, whose status says more than the way its body ended."""
        if self.response.is_success:
            raise error
        self.defect = "the connection broke"

    def answer(self, started: float, hide: Callable[[bytes], bytes]) -> Answer:
        if self.defect is None and self.decoder is not None and self.decoder.cut:
            self.defect = _CORRUPT
        return Answer(
            self.response.status_code,
            self.response.headers,
            b"".join(self.chunks),
            time.monotonic() - started,
            self.defect,
            hide=hide,
        )


def _failure(error: Exception, client: _Client, request: Request, started: float) -> EnvoiceError:
    """Return our error for one of httpx, or raise it again if it is not about sending."""
    if isinstance(error, httpx.RequestError):
        return connection_error(error, request, started)
    if isinstance(error, httpx.InvalidURL):
        return EncodeError(f"{request.operation}: the URL cannot be sent; an argument may be too long.")
    if client.is_closed:
        return ConfigurationError(f"{request.operation}: the HTTP client is closed; make a new client.")
    if str(error) == "Event loop is closed":
        return ConfigurationError(
            f"{request.operation}: an async client belongs to one event loop, and this one's is closed; "
            "make a new client, or use `async with` in each run."
        )
    raise error


def connection_error(error: httpx.RequestError, request: Request, started: float) -> APIError:
    """Return our error for a failure of the connection, without the request that httpx's error holds.

    Args:
        error: What httpx raised.
        request: What was being sent.
        started: When it was sent, on the monotonic clock, in seconds.
    """
    kind = type(error).__name__
    elapsed = time.monotonic() - started
    if isinstance(error, httpx.TimeoutException):
        return APITimeoutError(
            f"no complete answer in time ({kind}, timeout {request.timeout} s)",
            operation=request.operation,
            method=request.method,
            url=request.url,
            elapsed=elapsed,
        )
    # A local protocol error quotes the header it does not like, which may be the secret.
    told = "" if isinstance(error, httpx.LocalProtocolError) or not str(error) else f": {error}"
    return APIConnectionError(
        f"the connection failed ({kind}{told[:200]})",
        operation=request.operation,
        method=request.method,
        url=request.url,
        elapsed=elapsed,
    )
