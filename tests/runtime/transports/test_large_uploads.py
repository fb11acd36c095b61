"""A file of two gigabytes goes out in constant memory, by every library."""

import contextlib
import os
import socket
import threading
from pathlib import Path

import pytest
from sdk._http.uploads import Upload

from tests.runtime.kinds import KINDS, nothing_is_left_open  # noqa: F401 - a fixture
from tests.runtime.transports.test_streams import FORM, RAW

STATE = Path("/proc/self/statm")
GIGABYTES = 2 * 1024**3
MEGABYTE = 1024**2
ALLOWED = 48 * MEGABYTE
MORE = 1000
"""Bytes of a body besides the file, at most."""
KIND = {kind.name: kind for kind in KINDS}

pytestmark = pytest.mark.skipif(not STATE.exists(), reason="only Linux says how much memory a process has")


def memory():
    return int(STATE.read_text(encoding="ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE")


class Sink:
    """A server that throws away what it is sent, and notes how much that was and the most memory meanwhile."""

    def __enter__(self):
        self.received = self.most = 0
        self.head = b""
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.base_url = f"http://127.0.0.1:{self._listener.getsockname()[1]}"
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()
        return self

    def __exit__(self, *_):
        self._listener.close()
        self._thread.join()

    def _serve(self):
        buffer = bytearray(MEGABYTE)
        with contextlib.suppress(OSError):
            connection, _ = self._listener.accept()
            with connection:
                while b"\r\n\r\n" not in self.head:
                    self.head += connection.recv(65536)
                self.head, _, rest = self.head.partition(b"\r\n\r\n")
                self.received, wanted, seen = len(rest), self._length(), 0
                while self.received < wanted:
                    self.received += connection.recv_into(buffer)
                    if self.received - seen > 16 * MEGABYTE:
                        seen, self.most = self.received, max(self.most, memory())
                connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")

    def _length(self):
        lines = (line.partition(b":") for line in self.head.split(b"\r\n"))
        return next(int(value) for name, _, value in lines if name.lower() == b"content-length")


@pytest.fixture
def sparse(tmp_path):
    def make(size):
        path = tmp_path / "sparse"
        with path.open("wb") as file:
            file.truncate(size)
        return path

    return make


@pytest.mark.parametrize(
    ("name", "size"),
    [
        *(pytest.param(name, 160 * MEGABYTE, id=name) for name in ("httpx", "httpx-asyncio", "aiohttp")),
        *(
            pytest.param(name, GIGABYTES, id=f"{name}-whole", marks=pytest.mark.full(reason="the shorter file"))
            for name in ("httpx", "httpx-asyncio", "httpx-trio", "aiohttp", "httpx2")
        ),
    ],
)
def test_memory_stays_what_it_was(name, size, sparse):
    path = sparse(size)
    with Sink() as sink:
        before = memory()
        body = {"file": Upload(path, "film.mp4"), 'na"me\r\n': "A film"}
        assert KIND[name].call(sink.base_url, FORM, {"body": body}, timeout=60) is None
        after = memory()
    assert size < sink.received < size + MORE
    assert max(sink.most, after) - before < ALLOWED


def test_a_body_of_bytes_is_not_joined_with_others(sparse):
    with Sink() as sink:
        assert KIND["httpx"].call(sink.base_url, RAW, {"body": sparse(64 * MEGABYTE)}, timeout=60) is None
    assert sink.received == 64 * MEGABYTE
