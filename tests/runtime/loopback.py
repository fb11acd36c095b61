"""Real servers on loopback: one of HTTP whose answers are written by the test, and one of any bytes at all."""

import contextlib
import socket
import struct
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@contextlib.contextmanager
def serve(answer):
    """Serve until the block ends; `answer(handler)` writes each response. Yields the base URL and what was asked."""
    asked = []

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self):
            asked.append((self.path, dict(self.headers)))
            self.close_connection = True
            with contextlib.suppress(ConnectionError):
                answer(self)

        def log_message(self, *arguments):
            pass

    class Server(ThreadingHTTPServer):
        daemon_threads = True

    with Server(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}", asked
        finally:
            server.shutdown()
            thread.join()


def send(handler, status, body=b"", **headers):
    """Write a whole response; header names have underscores for dashes."""
    handler.send_response(status)
    for name, value in ({"Content_Length": str(len(body)), "Connection": "close"} | headers).items():
        handler.send_header(name.replace("_", "-"), value)
    handler.end_headers()
    handler.wfile.write(body)


class Peer:
    """One connection of a raw server, and what was read of the request at hand."""

    def __init__(self, connection, ended):
        self._connection = connection
        self._reader = connection.makefile("rb")
        self.ended = ended
        self.line = self.body = b""
        self.headers = {}

    def read(self):
        """Read one whole request; False when there is none."""
        self.line = self._reader.readline()
        self.headers = {}
        while (line := self._reader.readline()) not in {b"\r\n", b""}:
            name, _, value = line.decode("latin-1").partition(":")
            self.headers[name.lower()] = value.strip()
        is_chunked = self.headers.get("transfer-encoding") == "chunked"
        self.body = self._chunks() if is_chunked else self._reader.read(int(self.headers.get("content-length", 0)))
        return bool(self.line)

    def _chunks(self):
        found = b""
        while size := int(self._reader.readline() or b"0", 16):
            found += self._reader.read(size)
            self._reader.readline()
        self._reader.readline()
        return found

    def receive(self, count):
        """Read so many bytes."""
        return self._reader.read(count)

    def some(self):
        """Read what there is, once there is something."""
        return self._reader.read1(65536)

    def send(self, *parts):
        """Send bytes as they are."""
        for part in parts:
            self._connection.sendall(part)

    def answer(self, body=b"", *headers, status="200 OK"):
        """Send a whole response."""
        lines = [f"HTTP/1.1 {status}".encode(), *headers, b"Content-Length: %d" % len(body)]
        self.send(b"\r\n".join(lines), b"\r\n\r\n", body)

    def reset(self):
        """End the connection with a reset in place of an orderly end."""
        self._connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.close()

    def close(self):
        """End the connection."""
        self._reader.close()
        self._connection.close()

    def stall(self):
        """Say nothing until the test is over or the client goes away."""
        with contextlib.suppress(TimeoutError):
            self._connection.settimeout(30)
            self._reader.read(1)

    def drip(self, parts):
        """Send part after part, with a short pause after each, until they or the test end or the client goes away."""
        for part in parts:
            if self.ended.wait(0.01):
                return
            self.send(part)

    def tunnel(self, address):
        """Pass bytes to and fro between this connection and an address, until either ends."""
        with socket.create_connection(address) as far:
            back = threading.Thread(target=_pump, args=(far, self._connection))
            back.start()
            _pump(self._connection, far)
            back.join()

    def shut(self):
        """Wake whoever waits for this connection."""
        with contextlib.suppress(OSError):
            self._connection.shutdown(socket.SHUT_RDWR)


def _pump(source, target):
    with contextlib.suppress(OSError):
        while data := source.recv(65536):
            target.sendall(data)
    with contextlib.suppress(OSError):
        target.shutdown(socket.SHUT_WR)


class Wire:
    """A server on loopback that says whatever bytes a test wants.

    `answer(peer)` is called for each whole request, `greet(peer)` for each connection before anything is read. A
    connection ends when either returns True.
    """

    def __init__(self, answer, greet=None, tls=None):
        self._answer = answer
        self._greet = greet
        self._tls = tls
        self._ended = threading.Event()
        self._changed = threading.Condition()
        self._listener = socket.create_server(("127.0.0.1", 0), backlog=512)
        self._threads = []
        self._peers = []
        self.address = self._listener.getsockname()
        self.base_url = f"{'https' if tls else 'http'}://127.0.0.1:{self.address[1]}"
        self.lines = []
        self.headers = []
        self.bodies = []
        self.connections = 0
        self.open = 0

    def wait_until(self, holds):
        """Wait until something is true of this server, such as how many connections are open."""
        with self._changed:
            assert self._changed.wait_for(lambda: holds(self), timeout=30)

    def __enter__(self):
        self._start(self._accept)
        return self

    def __exit__(self, *_):
        self._ended.set()
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        for peer in self._peers:
            peer.shut()
        for thread in self._threads:
            thread.join()

    def _start(self, target, *arguments):
        thread = threading.Thread(target=target, args=arguments, daemon=True)
        self._threads.append(thread)
        thread.start()

    def _count(self, **changes):
        with self._changed:
            for name, change in changes.items():
                setattr(self, name, getattr(self, name) + change)
            self._changed.notify_all()

    def _accept(self):
        with contextlib.suppress(OSError):
            while True:
                connection, _ = self._listener.accept()
                self._start(self._serve, connection)

    def _serve(self, connection):
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._count(connections=1, open=1)
        with contextlib.suppress(OSError, ValueError), contextlib.ExitStack() as stack:
            stack.callback(self._count, open=-1)
            stack.callback(connection.close)
            if self._tls is not None:
                connection = self._tls.wrap_socket(connection, server_side=True)
                stack.callback(connection.close)
            peer = Peer(connection, self._ended)
            stack.callback(peer.close)
            self._peers.append(peer)
            if self._greet is not None and self._greet(peer):
                return
            while peer.read():
                with self._changed:
                    self.lines.append(peer.line.decode("latin-1").strip())
                    self.headers.append(peer.headers)
                    self.bodies.append(peer.body)
                    self._changed.notify_all()
                if self._answer(peer):
                    return


def endless(*parts):
    """An answer that sends the first part, and then the last one again and again until the test ends."""

    def answer(peer):
        peer.send(parts[0])
        while not peer.ended.wait(0.01):
            peer.send(parts[-1])

    return answer


@contextlib.contextmanager
def tunnelling(address, tls=None):
    """A proxy that takes every host for this address."""

    def answer(peer):
        peer.send(b"HTTP/1.1 200 Connection established\r\n\r\n")
        peer.tunnel(address)
        return True

    with Wire(answer, tls=tls) as proxy:
        yield proxy
