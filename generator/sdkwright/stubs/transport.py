"""A stub server in process, behind httpx: the answers of a socket without one, delays and broken answers included."""

import asyncio
import time
from collections.abc import AsyncIterator, Iterator
from typing import Final

import attrs
import httpx

from sdkwright.stubs.exchange import Answer, Fault
from sdkwright.stubs.server import StubServer

_ENDED_EARLY: Final = "peer closed connection without sending complete message body"
# What httpx raises for these over a socket.
_FAILURES: Final[dict[Fault, tuple[type[httpx.TransportError], str]]] = {
    Fault.CONNECTION_RESET_BY_PEER: (httpx.ReadError, "Connection reset by peer"),
    Fault.EMPTY_RESPONSE: (httpx.RemoteProtocolError, "Server disconnected without sending a response."),
    Fault.RANDOM_DATA_THEN_CLOSE: (httpx.RemoteProtocolError, "illegal status line"),
}


class InProcess(httpx.BaseTransport, httpx.AsyncBaseTransport):
    """A transport for `httpx.Client` and `httpx.AsyncClient` that asks `server`."""

    def __init__(self, server: StubServer) -> None:
        self._server = server

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Answer one request; see httpx."""
        answer, wait = self._ask(request, request.read())
        time.sleep(wait)
        return _response(answer, request, wait)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Answer one request; see httpx."""
        answer, wait = self._ask(request, await request.aread())
        await asyncio.sleep(wait)
        return _response(answer, request, wait)

    def _ask(self, request: httpx.Request, body: bytes) -> tuple[Answer, float]:
        """The answer, and the seconds until it comes or its caller gives up."""
        headers = [(name.decode("latin-1"), value.decode("latin-1")) for name, value in request.headers.raw]
        answer = self._server.respond(request.method, request.url.raw_path.decode("latin-1"), headers, body)
        return answer, min(answer.delay, _patience(request))


@attrs.frozen
class _Stream(httpx.SyncByteStream, httpx.AsyncByteStream):
    """A body that comes in pieces, each after a pause, and may break off at its end."""

    pieces: list[bytes]
    pause: float
    patience: float
    breaks_off: bool

    def __iter__(self) -> Iterator[bytes]:
        for piece in self.pieces:
            time.sleep(min(self.pause, self.patience))
            yield self._checked(piece)
        self._end()

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for piece in self.pieces:
            await asyncio.sleep(min(self.pause, self.patience))
            yield self._checked(piece)
        self._end()

    def _checked(self, piece: bytes) -> bytes:
        if self.pause > self.patience:
            raise httpx.ReadTimeout("The read operation timed out")
        return piece

    def _end(self) -> None:
        if self.breaks_off:
            raise httpx.RemoteProtocolError(_ENDED_EARLY)


def _patience(request: httpx.Request) -> float:
    """The seconds that the caller waits for the next bytes."""
    limit = request.extensions.get("timeout", {}).get("read")
    return float("inf") if limit is None else float(limit)


def _response(answer: Answer, request: httpx.Request, waited: float) -> httpx.Response:
    if answer.delay > waited:
        raise httpx.ReadTimeout("The read operation timed out", request=request)
    if answer.fault in _FAILURES:
        kind, said = _FAILURES[answer.fault]
        raise kind(said, request=request)
    if answer.fault is not None:
        return httpx.Response(200, stream=_Stream([], 0.0, 0.0, breaks_off=True))
    body = b"" if request.method == "HEAD" else answer.body
    pieces = answer.dribble.pieces(body) if answer.dribble else [body]
    pause = answer.dribble.seconds / len(pieces) if answer.dribble and pieces else 0.0
    short = answer.announced is not None and answer.announced > len(body) and request.method != "HEAD"
    stream = _Stream(pieces, pause, _patience(request), breaks_off=short)
    reason = {"reason_phrase": answer.reason.encode("latin-1", "replace")} if answer.reason else {}
    headers = [(name.encode("latin-1"), value.encode("latin-1")) for name, value in answer.headers]
    return httpx.Response(answer.status, headers=headers, stream=stream, extensions=reason)
