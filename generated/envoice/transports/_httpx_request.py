"""Requests of httpx, or of a library with its interface, made of ours."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator
from functools import lru_cache
from typing import Any, cast

import httpx

from .._redaction.names import SECRET_HEADERS, SECRET_QUERY
from .._redaction.values import mask_headers, mask_url, put_headers, strip_url
from ._body import ACCEPT_ENCODING, UNPACKED
from ._clients import Clients
from ._contract import LEAST, Request, Stream, TransportError


class Timeouts(dict[str, "float | None"]):
    """Timeouts that shrink with the time left: each step of a request asks when it begins.

    Args:
        timeout: Seconds allowed for each step, or None for no limit.
        remaining: Gives the seconds left for all of them, or None for no limit.
        request: Whose steps they are. It learns when it waits in the queue of a pool, and has a limit for that.
    """

    def __init__(
        self, timeout: float | None, remaining: Callable[[], float] | None, request: Request | None = None
    ) -> None:
        super().__init__(dict.fromkeys(("connect", "read", "write", "pool"), timeout))
        self._remaining = remaining
        self.request = request
        if request is not None:
            self["pool"] = request.pool_timeout

    def get(self, key: str, default: Any = None) -> Any:
        """Return the seconds that a step beginning now may take.

        Args:
            key: Name of the step.
            default: As for `dict.get`.
        """
        value = super().get(key, default)
        if self.request is not None:
            self.request.is_queued = key == "pool"
        if self._remaining is None:
            return value
        left = max(self._remaining(), LEAST)
        return left if value is None else min(value, left)

    def unbind(self, seconds: float | None) -> None:
        """Forget the time left for all steps: whoever reads an answer in parts limits each of them.

        Args:
            seconds: How long the next read may take, or None for no limit.
        """
        self._remaining = None
        self["read"] = seconds


def httpx_request(clients: Clients[Any], client: httpx.Client | httpx.AsyncClient, request: Request) -> httpx.Request:
    """Return a request as a client sends it, built by the client where it is the caller's.

    Args:
        clients: Whose client it is.
        client: What sends it.
        request: The request.

    Raises:
        TransportError: It cannot be written.
    """
    request.headers["Accept-Encoding"] = UNPACKED if request.streamed else ACCEPT_ENCODING
    try:
        return _built(clients, client, request)
    except (clients.library.InvalidURL, ValueError):
        pass
    raise TransportError("the URL or a header cannot be sent", sent=False)


def _built(clients: Clients[Any], client: httpx.Client | httpx.AsyncClient, request: Request) -> httpx.Request:
    method, url, headers = request.method, request.url, request.headers
    content: object = request.content
    if content is not None and not isinstance(content, bytes):
        content = _streamed(request, asynchronous=isinstance(client, clients.library.AsyncClient))
    parts: dict[str, Any] = {
        "content": content,
        "extensions": {"timeout": Timeouts(request.timeout, request.remaining, request)},
    }
    # What a path or a query holds may be personal, and is not kept beyond its call.
    parsed = url if "?" in url or request.shown else _parsed(clients.library, url)
    if clients.given is None or request.elsewhere:
        # A client of ours has no headers or cookies to merge, which is most of what its build_request does.
        return cast("httpx.Request", clients.library.Request(method, parsed, headers=headers, **parts))
    # Only a client of the caller's has event hooks, from which the values are hidden.
    if clients.builds_plainly:
        built = client.build_request(method, parsed, **parts)
        # To have the headers merged with the client's would cost twice as much.
        put_headers(built, headers)
        if "Content-Length" in headers:
            # It was built without, so in chunks.
            built.headers.pop("Transfer-Encoding", None)
    else:
        built = client.build_request(method, url, headers=headers, **parts)
        mask_headers(built)
    mask_url(built)
    return built


def _streamed(request: Request, *, asynchronous: bool) -> _Parts | _AsyncParts:
    """The body of a request that is read while it is sent, announced in the request's headers."""
    content = cast("Stream", request.content)
    if content.content_length is not None:
        request.headers["Content-Length"] = str(content.content_length)
    return _AsyncParts(content) if asynchronous else _Parts(content)


class _Parts:
    """A body for a synchronous client, which httpx takes for nothing else."""

    def __init__(self, content: Stream) -> None:
        self._content = content

    def __iter__(self) -> Iterator[bytes]:
        return iter(self._content)


class _AsyncParts:
    """A body for an asynchronous client, which httpx takes for nothing else."""

    def __init__(self, content: Stream) -> None:
        self._content = content

    def __aiter__(self) -> AsyncIterator[bytes]:
        return aiter(self._content)


@lru_cache(maxsize=128)
def _parsed(library: Any, url: str) -> httpx.URL:
    return cast("httpx.URL", library.URL(url))


def strip(request: httpx.Request) -> None:
    """Take the credentials out of a request that was sent.

    Args:
        request: A request of httpx, or of a library with its interface.
    """
    # What keeps the request, as an event hook may, then keeps no credentials.
    if SECRET_QUERY:
        strip_url(request)
    headers = request.headers
    for name in SECRET_HEADERS:
        # Not pop, which reads the value first, at a twentieth of the cost of a call. A hook may have been there before.
        try:  # noqa: SIM105 - a context manager would take as long again
            del headers[name]
        except KeyError:
            pass
