"""HTTP/1.1 on a loopback socket: keeps connections alive, delays, dribbles and breaks off as an answer says.

One thread with an event loop serves any number of connections.
"""

import asyncio
import contextlib
import socket
import struct
import threading
from collections.abc import Callable, Iterable
from http import HTTPStatus
from typing import Final

import h11

from sdkwright.stubs.exchange import Answer, Fault

Respond = Callable[[str, str, Iterable[tuple[str, str]], bytes], Answer]
"""From method, target, headers and body to the answer."""

# What WireMock sends for these two faults, to the byte.
_NOISE: Final = b"lskdu018973t09sylgasjkfg1][]'./.sdlv"
_FAULTY: Final = {
    Fault.MALFORMED_RESPONSE_CHUNK: b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + _NOISE,
    Fault.RANDOM_DATA_THEN_CLOSE: _NOISE,
    Fault.EMPTY_RESPONSE: b"",
}
_BODILESS: Final = frozenset({HTTPStatus.NO_CONTENT, HTTPStatus.NOT_MODIFIED})
_LINGER_NOT: Final = struct.pack("ii", 1, 0)
_READ: Final = 65_536
_BACKLOG: Final = 1024
_STARTUP_SECONDS: Final = 30


class Listener:
    """Listens on 127.0.0.1 from its making until it is closed.

    Args:
        respond: Asked for every answer, in the listener's own thread.

    Raises:
        OSError: There is no port to listen on.
        RuntimeError: It did not come up.
    """

    def __init__(self, respond: Respond) -> None:
        self._respond = respond
        self._socket = socket.create_server(("127.0.0.1", 0), backlog=_BACKLOG)
        self._loop = asyncio.new_event_loop()
        self._stop = asyncio.Event()
        self._ready = threading.Event()
        self._thread = threading.Thread(target=self._run, name="stub-server", daemon=True)
        self._thread.start()
        if not self._ready.wait(_STARTUP_SECONDS):
            raise RuntimeError(f"The stub server did not come up within {_STARTUP_SECONDS} seconds.")

    @property
    def port(self) -> int:
        """The port listened on."""
        return int(self._socket.getsockname()[1])

    def close(self) -> None:
        """Stop listening, break every connection off and end the thread."""
        self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join()
        self._socket.close()

    def _run(self) -> None:
        with asyncio.Runner(loop_factory=lambda: self._loop) as runner:
            runner.run(self._serve())

    async def _serve(self) -> None:
        open_now: dict[asyncio.Task[None], asyncio.StreamWriter] = {}

        def protocol() -> asyncio.StreamReaderProtocol:
            reader = _Reader()

            def connected(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
                task = asyncio.create_task(_Connection(reader, writer, self._respond).serve())
                open_now[task] = writer
                task.add_done_callback(open_now.pop)

            return asyncio.StreamReaderProtocol(reader, connected)

        server = await self._loop.create_server(protocol, sock=self._socket.dup())
        self._ready.set()
        await self._stop.wait()
        server.close()
        for task, writer in list(open_now.items()):
            writer.transport.abort()
            task.cancel()
        await asyncio.gather(*open_now, return_exceptions=True)


class _Reader(asyncio.StreamReader):
    """Knows when the client has gone, though nobody reads."""

    def __init__(self) -> None:
        super().__init__()
        self.gone = asyncio.Event()

    def feed_eof(self) -> None:
        super().feed_eof()
        self.gone.set()

    def set_exception(self, exc: Exception) -> None:
        super().set_exception(exc)
        self.gone.set()


class _Connection:
    """One client's connection: requests in, answers out, until either side has enough."""

    def __init__(self, reader: _Reader, writer: asyncio.StreamWriter, respond: Respond) -> None:
        self._reader = reader
        self._writer = writer
        self._respond = respond
        self._http = h11.Connection(h11.SERVER)

    async def serve(self) -> None:
        # A client that breaks off, or writes what is not HTTP, ends its own connection and nothing else.
        try:
            with contextlib.suppress(OSError, h11.ProtocolError):
                while await self._exchange():
                    self._http.start_next_cycle()
        finally:
            self._writer.close()

    async def _exchange(self) -> bool:
        """Take one request and answer it; whether another may follow."""
        request = await self._event()
        if not isinstance(request, h11.Request):
            return False
        body = bytearray()
        while isinstance(part := await self._event(), h11.Data):
            body += part.data
        method = request.method.decode("ascii")
        headers = [(name.decode("latin-1"), value.decode("latin-1")) for name, value in request.headers]
        answer = self._respond(method, request.target.decode("latin-1"), headers, bytes(body))
        if answer.delay:
            await self._pause(answer.delay)
        if answer.fault is not None:
            self._break(answer.fault)
            return False
        await self._send(answer, method)
        return not answer.hangs_up and self._http.our_state is h11.DONE and self._http.their_state is h11.DONE

    async def _event(self) -> h11.Event | type[h11.NEED_DATA] | type[h11.PAUSED]:
        while (event := self._http.next_event()) is h11.NEED_DATA:
            if self._http.they_are_waiting_for_100_continue:
                self._write(h11.InformationalResponse(status_code=100, headers=[]))
            self._http.receive_data(await self._reader.read(_READ))
        return event

    async def _send(self, answer: Answer, method: str) -> None:
        body = b"" if method == "HEAD" else answer.body
        pieces = answer.dribble.pieces(body) if answer.dribble else [body] if body else []
        pause = answer.dribble.seconds / len(pieces) if answer.dribble and pieces else 0.0
        # h11 takes texts in ASCII alone, and a header may hold what Latin-1 can.
        headers = [(name.encode("latin-1"), value.encode("latin-1")) for name, value in answer.headers]
        if answer.announced is None and not pause and answer.status not in _BODILESS:
            headers.append((b"Content-Length", str(len(answer.body)).encode()))
        head = h11.Response(status_code=answer.status, reason=_reason(answer), headers=headers)
        if not pieces:
            self._write(head)
        for index, piece in enumerate(pieces):
            if pause:
                await self._pause(pause)
            self._write(*([head] if index == 0 else []), h11.Data(data=piece))
            await self._writer.drain()
        if answer.announced in {None, len(body)} or method == "HEAD":
            self._write(h11.EndOfMessage())
        await self._writer.drain()

    async def _pause(self, seconds: float) -> None:
        """Wait; a client that does not ends the connection, so that no delay holds a socket for nobody."""
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._reader.gone.wait(), seconds)
            raise ConnectionAbortedError

    def _write(self, *events: h11.Event) -> None:
        self._writer.write(b"".join(self._http.send(event) or b"" for event in events))

    def _break(self, fault: Fault) -> None:
        if fault is Fault.CONNECTION_RESET_BY_PEER:
            # Closing a socket that does not linger sends RST.
            self._writer.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _LINGER_NOT)
            self._writer.transport.abort()
        else:
            self._writer.write(_FAULTY[fault])


def _reason(answer: Answer) -> bytes:
    if answer.reason:
        return answer.reason.encode("latin-1", "replace")
    try:
        return HTTPStatus(answer.status).phrase.encode()
    except ValueError:
        return b""
