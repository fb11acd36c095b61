"""Stores what is behind a link in a file: without credentials, bounded, atomic, and without ever naming the link.

A link carries a token, in its path or its query, so errors name its origin only and httpx is handed URLs that print so.
The client of the API, a caller's `http_client` included, is not used for the file: it adds its own to every request.
"""

from __future__ import annotations

import contextlib
import os
import secrets
from http import HTTPStatus
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, Final
from urllib.parse import SplitResult, urljoin, urlsplit

from attrs import define, field, frozen

from ._request import USER_AGENT, is_count, is_loopback
from .errors import APIConnectionError, APIDeadlineError, APITimeoutError, ConfigurationError, DownloadError
from .transports._contract import TransportError

if TYPE_CHECKING:
    import httpx

    from ._client import BaseClient
    from ._limits import Limits
    from .errors import APIError, Outcome

_DIRECT: Final[dict[str, None]] = {"http://": None}
"""Mounts that keep http, which is for loopback only, away from the proxies of the environment."""

_MAX_REDIRECTS: Final = 5
_CHUNK: Final = 64 * 1024
_TAIL: Final = 1024
_PERMISSIONS: Final = 0o777


@frozen
class Download:
    """One file to come, checked before anything is asked of the service.

    Args:
        operation: Public name for errors, such as `invoices.download_pdf`.
        path: The file to write. Its folder must exist.
        max_bytes: Largest acceptable size in bytes.
        limits: How long it may take.
        magic: What the content must start with.
        ending: What its last 1,024 bytes must hold: a connection that is simply closed does not tell a file cut short.
    """

    operation: str
    path: Path = field(converter=Path)
    max_bytes: int = field(kw_only=True)
    limits: Limits = field(kw_only=True)
    magic: bytes = field(kw_only=True)
    ending: bytes = field(kw_only=True, default=b"%%EOF")

    def __attrs_post_init__(self) -> None:
        if not is_count(self.max_bytes):
            raise ConfigurationError(f"{self.operation}: max_bytes must be an integer from 1; got {self.max_bytes!r}.")
        if "\0" in str(self.path):
            raise ConfigurationError(f"{self.operation}: path must not hold a NUL character; got {str(self.path)!r}.")

    def store(self, link: str | None, content: bytes) -> Path:
        """Store a file that a test has ready, as if it had come from behind the link.

        Args:
            link: What the service answered.
            content: The file.

        Raises:
            DownloadError: It cannot be stored.
        """
        sink = _Sink(self, _Way.begin(self, link))
        try:
            sink.open()
            sink.write(content)
            return sink.commit()
        finally:
            sink.discard()

    def fetch(self, link: str | None) -> Path:
        """Store what is behind the link.

        Args:
            link: Where it is, or None when the service gave no link.

        Raises:
            DownloadError: It cannot be stored.
            APIConnectionError: The connection failed.
            APITimeoutError: The connection was too slow.
        """
        import httpx  # noqa: PLC0415 - expensive to import

        from .transports._httpx import transport_error  # noqa: PLC0415 - imports httpx

        way = _Way.begin(self, link)
        sink = _Sink(self, way)
        failure: APIError
        try:
            # A client of its own: no credentials, no cookies, and nothing a caller's client would add.
            with httpx.Client(follow_redirects=False, mounts=_DIRECT) as client:
                while True:
                    response = client.send(way.request(client), stream=True)
                    with contextlib.closing(response):
                        if way.redirected(response):
                            continue
                        sink.begin(response)
                        # As they come: gathering a trickle first would look at the clock once it is over.
                        for chunk in response.iter_bytes():
                            way.check()
                            sink.write(chunk)
                    return sink.commit()
        except httpx.RequestError as error:
            failure = way.broken(transport_error(error))
        except httpx.InvalidURL:
            failure = way.error("the link is not a URL")
        except OSError as error:
            failure = way.error(f"{self.path} cannot be written: {error.strerror or type(error).__name__}")
        finally:
            sink.discard()
        raise failure

    async def afetch(self, link: str | None) -> Path:
        """Store what is behind the link, without blocking the event loop.

        Args:
            link: Where it is, or None when the service gave no link.

        Raises:
            DownloadError: It cannot be stored.
            APIConnectionError: The connection failed.
            APITimeoutError: The connection was too slow.
        """
        import httpx  # noqa: PLC0415 - expensive to import
        from anyio import move_on_after, to_thread  # noqa: PLC0415 - comes with httpx

        from .transports._httpx import transport_error  # noqa: PLC0415 - imports httpx

        way = _Way.begin(self, link)
        sink = _Sink(self, way)
        failure: APIError
        try:
            with move_on_after(self.limits.left()) as scope:
                await _receive(way, sink)
            if not scope.cancelled_caught:
                # Beyond the scope, which could otherwise end with an error when the file is in its place.
                return await to_thread.run_sync(sink.commit)
            failure = way.broken(TransportError("the file took too long", timed_out=True))
        except httpx.RequestError as error:
            failure = way.broken(transport_error(error))
        except httpx.InvalidURL:
            failure = way.error("the link is not a URL")
        except OSError as error:
            failure = way.error(f"{self.path} cannot be written: {error.strerror or type(error).__name__}")
        finally:
            sink.discard()
        raise failure


async def _receive(way: _Way, sink: _Sink) -> None:
    import httpx  # noqa: PLC0415 - expensive to import
    from anyio import to_thread  # noqa: PLC0415 - comes with httpx

    async with httpx.AsyncClient(follow_redirects=False, mounts=_DIRECT) as client:
        while True:
            response = await client.send(way.request(client), stream=True)
            async with contextlib.aclosing(response):
                if way.redirected(response):
                    continue
                await to_thread.run_sync(sink.begin, response)
                async for chunk in response.aiter_bytes(_CHUNK):
                    way.check()
                    await to_thread.run_sync(sink.write, chunk)
                return


def ready(client: BaseClient) -> bytes | None:
    """Return the file that the transport of a test has ready, so that nothing is fetched; None for any other transport.

    Args:
        client: The client that gave the link.
    """
    content: object = getattr(client.transport, "file_ready", None)
    return content if isinstance(content, bytes) else None


@define
class _Way:
    """Where the download stands on its way from link to link."""

    download: Download
    url: str = field(repr=False, default="")
    hops: int = 0
    status: int | None = None

    @classmethod
    def begin(cls, download: Download, link: str | None) -> _Way:
        download.limits.begin()
        way = cls(download)
        if not link:
            raise way.error("the service answered no link")
        way.go(link)
        return way

    def go(self, url: str) -> None:
        """Take the next link, if it may be followed."""
        parts = _split(url)
        if parts is None:
            raise self.error("the link is not a URL")
        host = parts.hostname or ""
        here = not self.url or is_loopback(urlsplit(self.url).hostname or "")
        # Loopback is for tests and tunnels; a link from outside has no business there.
        if parts.scheme != "https" and not (parts.scheme == "http" and is_loopback(host) and here):
            raise self.error("the link is not an https URL")
        if not host or parts.username is not None:
            raise self.error("the link holds user information or no host")
        self.url = url

    def redirected(self, response: httpx.Response) -> bool:
        """Note an answer and take the next link if it is a redirect; return False if it is not."""
        self.status = response.status_code
        if not response.has_redirect_location:
            return False
        self.hops += 1
        if self.hops > _MAX_REDIRECTS:
            raise self.error(f"more than {_MAX_REDIRECTS} redirects")
        location = response.headers["location"]
        self.go(urljoin(self.url, location) if _split(location) else location)
        return True

    def check(self, *, sent: bool = True) -> None:
        """Raise the error for a file that takes too long, when it does."""
        if self.download.limits.left() <= 0:
            raise self.broken(TransportError("the file took too long", sent=sent, timed_out=True))

    def request(self, client: httpx.Client | httpx.AsyncClient) -> httpx.Request:
        self.check(sent=self.hops > 0)
        headers = {"Accept": "*/*", "Accept-Encoding": "identity", "User-Agent": USER_AGENT}
        extensions = {"timeout": self.download.limits.steps()}
        request = client.build_request("GET", self.url, headers=headers, extensions=extensions)
        request.url = _quiet(request.url)
        return request

    def broken(self, error: TransportError) -> APIConnectionError:
        """Return the error for a connection that failed, or took too long."""
        limits = self.download.limits
        kind, what = APIConnectionError, f"the connection failed ({error.reason})"
        if error.timed_out and limits.is_late():
            kind, what = APIDeadlineError, f"the deadline of {limits.deadline} s has passed"
        elif error.timed_out:
            kind, what = APITimeoutError, f"no complete file in time ({error.reason}, timeout {limits.timeout} s)"
        return kind(what, sent=error.sent, **self._context())

    def error(self, message: str, *, outcome: Outcome | None = None) -> DownloadError:
        return DownloadError(message, status=self.status, outcome=outcome, **self._context())

    def _context(self) -> dict[str, Any]:
        return {
            "operation": self.download.operation,
            "method": "GET",
            "url": _origin(self.url),
            "elapsed": self.download.limits.elapsed(),
        }


@define
class _Sink:
    """The file being written, beside its target until it is whole."""

    download: Download
    way: _Way
    kind: str = "no content type"
    head: bytes = b""
    tail: bytes = b""
    size: int = 0
    part: Path | None = None
    file: IO[bytes] | None = None

    def begin(self, response: httpx.Response) -> None:
        """Judge the head of the answer and open the file."""
        if response.status_code != HTTPStatus.OK:
            raise self.way.error(f"the link answers {response.status_code}")
        self.kind = response.headers.get("content-type", self.kind)[:100]
        if response.headers.get("content-encoding", "identity").lower() != "identity":
            raise self.way.error("the link answers with a Content-Encoding, which was not asked for")
        length = response.headers.get("content-length", "")
        if length.isascii() and length.isdigit() and int(length[:20]) > self.download.max_bytes:
            raise self._too_large()
        self.open()

    def open(self) -> None:
        """Open the file beside its target."""
        part = self.download.path.parent / f".envoice-{secrets.token_hex(8)}.part"
        self.file = part.open("xb")
        self.part = part
        with contextlib.suppress(FileNotFoundError):
            part.chmod(self.download.path.stat().st_mode & _PERMISSIONS)

    def write(self, chunk: bytes) -> None:
        self.size += len(chunk)
        if self.size > self.download.max_bytes:
            raise self._too_large()
        wanted = len(self.download.magic)
        if len(self.head) < wanted:
            self.head = (self.head + chunk)[:wanted]
            if not self.download.magic.startswith(self.head):
                raise self._wrong_kind()
        self.tail = (self.tail + chunk)[-_TAIL:]
        if self.file is not None:
            self.file.write(chunk)

    def commit(self) -> Path:
        """Put the whole file in its place."""
        if self.head != self.download.magic or self.file is None or self.part is None:
            raise self._wrong_kind()
        if self.download.ending not in self.tail:
            raise self.way.error("the file ends early")
        self.file.flush()
        os.fsync(self.file.fileno())
        self.file.close()
        self.part.replace(self.download.path)
        self.part = None
        return self.download.path

    def discard(self) -> None:
        """Remove what was written, unless it is in its place."""
        if self.file is not None:
            with contextlib.suppress(OSError):
                self.file.close()
        if self.part is not None:
            with contextlib.suppress(OSError):
                self.part.unlink(missing_ok=True)

    def _too_large(self) -> DownloadError:
        return self.way.error(f"the file is larger than max_bytes, {self.download.max_bytes} bytes")

    def _wrong_kind(self) -> DownloadError:
        return self.way.error(
            f"the link leads to something that does not start with {self.download.magic.decode('ascii')} ({self.kind})",
            outcome="unknown",
        )


def _split(url: str) -> SplitResult | None:
    # The exception quotes the URL, so it must not become the context of ours.
    with contextlib.suppress(ValueError):
        return urlsplit(url)
    return None


def _origin(url: str) -> str:
    if not url:
        return ""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}/***"


def _quiet(url: httpx.URL) -> httpx.URL:
    """Return the same URL in a form that prints its origin only: httpx logs what it requests."""
    import httpx  # noqa: PLC0415 - expensive to import

    class QuietURL(httpx.URL):
        def __str__(self) -> str:
            return _origin(super().__str__())

        def __repr__(self) -> str:
            return f"URL({str(self)!r})"

    return QuietURL(url)
