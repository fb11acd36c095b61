"""Gathers the body of an answer, unpacked and bounded, whatever library brings the chunks."""

from __future__ import annotations

import re
import zlib
from collections.abc import Mapping
from typing import Final

from ._contract import Request, Response, TransportError, is_success

ACCEPT_ENCODING: Final = "gzip"
"""The one content coding that is asked for and unpacked here."""

UNPACKED: Final = "identity"
"""The content coding of an answer that is read in parts: none."""

_GZIP: Final = 31
"""zlib's number for a window of 32 KiB inside a gzip frame."""

_CORRUPT: Final = "its bytes are not what its Content-Encoding says"

_NO_TEXT: Final = re.compile(rb"[\0-\x08\x0e-\x1f]")
"""What no text has and all that is packed does."""


class Body:
    """Gathers a body up to a limit and knows what to make of one that ends badly.

    Args:
        request: What was sent.
        status: Status of the answer.
        headers: Headers of the answer.
        unpacked: Whether the chunks come unpacked already, as those of a mock or of a caller's own session do.
    """

    __slots__ = (
        "_as_it_came",
        "_chunks",
        "_failure",
        "_headers",
        "_kept",
        "_limit",
        "_packed",
        "_remaining",
        "_size",
        "_status",
        "_unzip",
        "defect",
    )

    def __init__(self, request: Request, status: int, headers: Mapping[str, str], *, unpacked: bool = False) -> None:
        self._status = status
        self._headers = headers
        self._limit = request.limit(status)
        self._remaining = request.remaining
        self._chunks: list[bytes] = []
        self._size = 0
        self._unzip: _Unzip | None = None
        self._packed = bytearray()
        self._kept = request.max_error_body
        self._as_it_came = False
        self._failure: TransportError | None = None
        self.defect: str | None = None
        coding = None if unpacked else headers.get("content-encoding")
        if coding:
            codings = [name for name in map(str.strip, coding.lower().split(",")) if name not in {"", "identity"}]
            if codings == ["gzip"]:
                self._unzip = _Unzip()
            elif codings:
                self.defect = "its Content-Encoding is not one that was asked for"

    def add(self, chunk: bytes) -> bool:
        """Keep a chunk.

        Args:
            chunk: The next bytes.

        Returns:
            Whether no more are wanted.
        """
        if self.defect is not None and not self._as_it_came:
            return True
        if self._remaining is not None and self._remaining() <= 0:
            self._failure = TransportError("the answer took too long", timed_out=True)
            return True
        if self._unzip is not None:
            chunk = self._unpacked(chunk, self._unzip)
        self._chunks.append(chunk)
        self._size += len(chunk)
        if self._size > self._limit:
            self.defect = self.defect or f"it is longer than {self._limit} bytes"
            return True
        return self.defect is not None and not self._as_it_came

    def broke(self, error: TransportError) -> None:
        """Record that the connection broke.

        Of an error page, the part that was read is kept: its status says more than the end of its body.

        Args:
            error: What happened.
        """
        if is_success(self._status):
            self._failure = error
        else:
            self.defect = "the connection broke"

    def response(self) -> Response:
        """Return the answer with what was gathered. To be called when the library's exceptions are out of the way.

        Raises:
            TransportError: The connection broke, and not while an error page arrived, or its time was up.
        """
        if self._failure is not None:
            raise self._failure
        if self._unzip is not None and self._unzip.cut:
            self.defect = self.defect or _CORRUPT
            if not self._size:
                self._stop_unpacking()
        chunks = self._chunks
        content = chunks[0] if len(chunks) == 1 else b"".join(chunks)
        if self._as_it_came and _NO_TEXT.search(content):
            # What is packed in another way may quote the request, where nothing could hide it.
            content = b""
        return Response(self._status, self._headers, content, self.defect)

    def _unpacked(self, chunk: bytes, unzip: _Unzip) -> bytes:
        """Return what is in a chunk, or all that came when it was never packed: an error page says why there is one."""
        try:
            content = unzip.decode(chunk, self._limit + 1 - self._size)
        except zlib.error:
            self.defect = _CORRUPT
            if not self._size:
                self._packed += chunk
                self._stop_unpacking()
            return b""
        if not content and not self._size and len(self._packed) < self._kept:
            self._packed += chunk
        return content

    def _stop_unpacking(self) -> None:
        """Keep the packed bytes as they are, no more of them than an error keeps."""
        self._as_it_came = True
        self._unzip = None
        self._limit = min(self._limit, self._kept)
        self._chunks = [bytes(self._packed[: self._limit + 1])]
        self._size = len(self._chunks[0])


class _Unzip:
    """Unpacks one gzip stream, never into more than is wanted, which no HTTP library promises."""

    __slots__ = ("_begun", "_stream")

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
