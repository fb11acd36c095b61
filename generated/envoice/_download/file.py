"""Stores what is behind a link in a file: without credentials, bounded, atomic, and without ever naming the link.

A link carries a token, in its path or its query, so errors name its origin only and httpx is handed URLs that print so.
Only the connections of a caller's `http_client` are used for the file: the client itself adds its own to requests.
"""

from __future__ import annotations

import contextlib
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, cast
from urllib.parse import urljoin, urlsplit

from attrs import define, field, frozen

from .._checks import is_count, is_loopback
from .._core.client import BaseClient
from .._core.state import ClientState
from .._http.hosts import is_host
from .._http.url import USER_AGENT
from .._lazy import httpx, lazy_module
from .._names.errors import SDKError
from .._redaction.frames import empty_frames
from ..errors import APIConnectionError, APIDeadlineError, APITimeoutError, ConfigurationError, DownloadError, Outcome
from ..transports._contract import Request, TransportError
from .limits import Limits
from .link import AROUND, quiet, redact_link, split_link
from .sink import Sink

if TYPE_CHECKING:
    from ..transports import _files as connections
else:
    connections = lazy_module(".transports._files")

BUILDS_ON: Final = ("_names.errors.SDKError",)

_MAX_REDIRECTS: Final = 5
_CHUNK: Final = 64 * 1024


@frozen
class Download:
    """One file to come, checked before anything is asked of the service.

    Args:
        operation: Public name for errors, such as `orders.download_receipt`.
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
        sink = self._sink(_Way.begin(self, link))
        try:
            sink.open()
            sink.write(content)
            return sink.commit()
        finally:
            sink.discard()

    def fetch(self, link: str | None, client: BaseClient) -> Path:
        """Store what is behind the link.

        Args:
            link: Where it is, or None when the service gave no link.
            client: The client that gave the link, whose connections for files are used.

        Raises:
            DownloadError: It cannot be stored.
            APIConnectionError: The connection failed.
            APITimeoutError: The connection was too slow, or none was free.
            ConfigurationError: The client was closed meanwhile.
        """
        from ..transports._files import Files  # imports httpx

        way = _Way.begin(self, link)
        del link  # This frame stays in the traceback of an interrupt.
        sink = self._sink(way)
        files = _state(client).files(Files)
        failure: SDKError
        handled = sys.exception()
        try:
            while not _received(files, way, sink):
                pass
            return sink.commit()
        except (files.library.RequestError, files.library.InvalidURL, TransportError, OSError, UnicodeError) as error:
            failure = way.failure(error)
        except BaseException as error:
            # As for a call: the link is in the libraries' frames.
            empty_frames(error, handled)
            raise
        finally:
            sink.discard()
        raise failure

    async def afetch(self, link: str | None, client: BaseClient) -> Path:
        """Store what is behind the link, without blocking the event loop.

        Args:
            link: Where it is, or None when the service gave no link.
            client: The client that gave the link, whose connections for files are used.

        Raises:
            DownloadError: It cannot be stored.
            APIConnectionError: The connection failed.
            APITimeoutError: The connection was too slow, or none was free.
            ConfigurationError: The client was closed meanwhile.
        """
        from anyio import to_thread  # comes with httpx

        from ..transports._files import AsyncFiles  # imports httpx

        way = _Way.begin(self, link)
        del link  # This frame stays in the traceback of an interrupt.
        sink = self._sink(way)
        files = _state(client).files(AsyncFiles)
        failure: SDKError
        handled = sys.exception()
        try:
            while not await _areceived(files, way, sink):
                pass
            return await to_thread.run_sync(sink.commit)
        except (files.library.RequestError, files.library.InvalidURL, TransportError, OSError, UnicodeError) as error:
            failure = way.failure(error)
        except BaseException as error:
            # As for a call: the link is in the libraries' frames.
            empty_frames(error, handled)
            raise
        finally:
            sink.discard()
        raise failure

    def _sink(self, way: _Way) -> Sink:
        return Sink(self.path, self.max_bytes, self.magic, self.ending, way.error)


def _received(files: connections.Files, way: _Way, sink: Sink) -> bool:
    """Follow one link; return False if it leads to the next one."""
    from ..transports._leftovers import discard_leftovers
    from ..transports._time_left import ends_within

    place = way.place()
    client = files.client(place)
    with files.slot(client, place), ends_within(place.remaining):
        response = files.send(client, way.request(files.library, place))
        with contextlib.closing(response):
            if way.redirected(response):
                return False
            sink.begin(response)
            # As they come: gathering a trickle first would look at the clock once it is over. The stream leaves the
            # connection with us at the end of the answer.
            for chunk in cast("httpx.SyncByteStream", response.stream):
                way.check()
                sink.write(chunk)
            discard_leftovers(response)
    return True


async def _areceived(files: connections.AsyncFiles, way: _Way, sink: Sink) -> bool:
    """Follow one link; return False if it leads to the next one."""
    from anyio import move_on_after  # comes with httpx

    place = way.place()
    client = await files.client(place)
    # The wait for a connection has a limit of its own, so it comes before the scope.
    async with files.slot(client, place):
        with move_on_after(way.download.limits.left()):
            return await _areceived_in_time(files, client, place, way, sink)
        raise TransportError("the file took too long", timed_out=True)


async def _areceived_in_time(
    files: connections.AsyncFiles, client: httpx.AsyncClient, place: Request, way: _Way, sink: Sink
) -> bool:
    from anyio import to_thread  # comes with httpx

    from ..transports._leftovers import adiscard_leftovers

    response = await files.send(client, way.request(files.library, place))
    async with contextlib.aclosing(response):
        if way.redirected(response):
            return False
        await to_thread.run_sync(sink.begin, response)
        gathered = bytearray()
        async for chunk in cast("httpx.AsyncByteStream", response.stream):
            gathered += chunk
            if len(gathered) >= _CHUNK:
                way.check()
                await to_thread.run_sync(sink.write, bytes(gathered))
                gathered.clear()
        await adiscard_leftovers(response)
        await to_thread.run_sync(sink.write, bytes(gathered))
    return True


def _state(client: BaseClient) -> ClientState[Any]:
    return cast("ClientState[Any]", cast("Any", client)._wired)  # noqa: SLF001 - both are parts of the core


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
        link = (link or "").strip(AROUND)
        if not link:
            raise way.error("the service answered no link")
        way.go(link)
        return way

    def go(self, url: str) -> None:
        """Take the next link, if it may be followed."""
        parts = split_link(url)
        if parts is None:
            raise self.error("the link is not a URL")
        host = parts.hostname or ""
        here = not self.url or is_loopback(urlsplit(self.url).hostname or "")
        # Loopback is for tests and tunnels; a link from outside has no business there.
        if parts.scheme != "https" and not (parts.scheme == "http" and is_loopback(host) and here):
            raise self.error("the link is not an https URL")
        if not is_host(host) or parts.username is not None:
            raise self.error("the link holds user information or no host name")
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
        self.go(urljoin(self.url, location) if split_link(location) else location)
        return True

    def check(self, *, sent: bool = True) -> None:
        """Raise the error for a file that takes too long, when it does."""
        if self.download.limits.left() <= 0:
            raise self.broken(TransportError("the file took too long", sent=sent, timed_out=True))

    def place(self) -> Request:
        """Return where the next request goes, without the link itself, and how long it may wait for a connection."""
        limits = self.download.limits
        since = limits.clock.monotonic()
        bounded = limits.timeout is not None or limits.deadline is not None
        return Request(
            self.download.operation,
            "GET",
            redact_link(self.url),
            {},
            None,
            timeout=None,
            remaining=limits.left if bounded else None,
            max_body=self.download.max_bytes,
            max_error_body=0,
            pool_timeout=limits.pool_limit(),
            on_restart=lambda: limits.not_counted(since),
        )

    def request(self, library: Any, place: Request) -> httpx.Request:
        """Return the request for the next link, which prints its origin only.

        Args:
            library: The library that sends it.
            place: What `place` has returned.
        """
        self.check(sent=self.hops > 0)
        headers = {"Accept": "*/*", "Accept-Encoding": "identity", "User-Agent": USER_AGENT}
        extensions = {"timeout": self.download.limits.steps(place)}
        request: httpx.Request = library.Request("GET", self.url, headers=headers, extensions=extensions)
        request.url = quiet(library, request.url)
        return request

    def failure(self, error: Exception) -> SDKError:
        """Return our error for one of the HTTP library, of a transport or of the file system."""
        if isinstance(error, OSError):
            return self.error(f"{self.download.path} cannot be written: {error.strerror or type(error).__name__}")
        if isinstance(error, TransportError):
            return self.broken(error)
        if isinstance(error, UnicodeError) or type(error).__name__ == "InvalidURL":
            # The library reads the address of a redirect before it gives the answer.
            return self.error("the link is not a URL")
        from ..transports._httpx import transport_error  # imports httpx

        return self.broken(transport_error(cast("httpx.RequestError", error)))

    def broken(self, error: TransportError) -> APIConnectionError | ConfigurationError:
        """Return the error for a connection that failed, or took too long."""
        limits = self.download.limits
        if not error.usable:
            return ConfigurationError(f"{self.download.operation}: {error.reason}.")
        kind, what = APIConnectionError, f"the connection failed ({error.reason})"
        if error.timed_out and limits.is_late():
            kind, what = APIDeadlineError, f"the deadline of {limits.deadline} s has passed"
            what = f"{what}: {error.reason}" if error.waiting else what
        elif error.waiting:
            kind, what = APITimeoutError, f"{error.reason} (pool_timeout {limits.pool_timeout} s)"
        elif error.timed_out:
            kind, what = APITimeoutError, f"no complete file in time ({error.reason}, timeout {limits.timeout} s)"
        return kind(what, sent=error.sent, **self._context())

    def error(self, message: str, *, outcome: Outcome | None = None) -> DownloadError:
        return DownloadError(message, status=self.status, outcome=outcome, **self._context())

    def _context(self) -> dict[str, Any]:
        return {
            "operation": self.download.operation,
            "method": "GET",
            "url": redact_link(self.url),
            "elapsed": self.download.limits.elapsed(),
        }
