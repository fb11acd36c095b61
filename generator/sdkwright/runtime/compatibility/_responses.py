"""Answers under the names that callers know: as they came, held whole or read in parts."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Mapping
from datetime import timedelta
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from ._cutting import Cutter, Lines, Parts, Texts
from ._errors import rebuilt, translated

if TYPE_CHECKING:
    import httpx

    from ..responses import RawResponse

C = TypeVar("C", str, bytes)
R_co = TypeVar("R_co", covariant=True)
T = TypeVar("T")


class BaseAPIResponse(Generic[T]):
    """What both kinds of answer have.

    Args:
        raw: The answer, with its body where that is held whole.
        parse: Makes what the method without `with_raw_response` returns, of the answer or of its parts.
        parts: What gives the body in parts; None where it is held whole.
        streams: Whether the method gives a stream, which is made of the parts.
    """

    def __init__(
        self, raw: RawResponse[Any], parse: Callable[[Any], T], parts: Any = None, *, streams: bool = False
    ) -> None:
        self._raw = raw
        self._parse = parse
        self._parts = parts
        self._streams = streams
        self._is_read = parts is None

    @property
    def status_code(self) -> int:
        """HTTP status."""
        return self._raw.status

    @property
    def headers(self) -> Mapping[str, str]:
        """The headers, looked up in any case."""
        return self._raw.headers

    @property
    def method(self) -> str:
        """HTTP method of the request."""
        return self._raw.operation.method

    @property
    def url(self) -> str:
        """Where the request went, without the values of the query."""
        return self._raw.url

    @property
    def elapsed(self) -> timedelta:
        """How long it took to the answer, waiting between attempts included."""
        return timedelta(seconds=self._raw.elapsed)

    @property
    def retries_taken(self) -> int:
        """How many attempts failed before."""
        return self._raw.attempts - 1

    @property
    def request_id(self) -> str | None:
        """The service's identifier of this call, if it sent one."""
        return self._raw.request_id

    @property
    def http_response(self) -> httpx.Response:
        """The answer as httpx has it, with the body as far as it was read whole."""
        return rebuilt(self.method, self.url, self.status_code, self.headers, self._raw.content)

    @property
    def http_request(self) -> httpx.Request:
        """What was asked for, without headers and body."""
        return self.http_response.request

    @property
    def content(self) -> bytes:
        """The body.

        Raises:
            RuntimeError: It was not read yet.
        """
        if not self._is_read:
            raise RuntimeError("The body was not read yet: call read() first, or iterate over it.")
        return self._raw.content

    @property
    def is_closed(self) -> bool:
        """Whether the connection was given back."""
        return self._parts is None or bool(self._parts._source._is_closed)  # noqa: SLF001 - laid over it

    def _keep(self, content: bytes) -> bytes:
        self._raw.content, self._is_read = content, True
        return content

    def _parsed(self) -> T:
        with translated(self._raw):
            return self._parse(self._raw)

    def __repr__(self) -> str:
        return f"<{type(self).__name__} [{self.status_code}]>"


class APIResponse(BaseAPIResponse[T]):
    """An answer before it is decoded."""

    def parse(self) -> T:
        """Return what the method without `with_raw_response` returns."""
        if self._streams:
            return self._parse(self._parts)
        self.read()
        return self._parsed()

    def read(self) -> bytes:
        """Return the body, all of it."""
        return self._raw.content if self._is_read else self._keep(b"".join(self._chunks()))

    def text(self) -> str:
        """Return the body as text."""
        self.read()
        return self._raw.text

    def json(self) -> Any:
        """Return the body as plain values."""
        self.read()
        return self._raw.json()

    def iter_bytes(self, chunk_size: int | None = None) -> Iterator[bytes]:
        """Give the body in parts, as it comes.

        Args:
            chunk_size: Bytes of each part; None for parts as they come.
        """
        return self._cut(Parts(chunk_size))

    def iter_text(self, chunk_size: int | None = None) -> Iterator[str]:
        """Give the text of the body in parts, as it comes.

        Args:
            chunk_size: Characters of each part; None for parts as they come.
        """
        return self._cut(Texts(self.headers.get("content-type"), chunk_size))

    def iter_lines(self) -> Iterator[str]:
        """Give the lines of the body as they come, without their ends."""
        return self._cut(Lines(self.headers.get("content-type")))

    def stream_to_file(self, file: str | os.PathLike[str], *, chunk_size: int | None = None) -> None:
        """Write the body to a file as it comes.

        Args:
            file: Its path.
            chunk_size: Bytes that are written at once; None for what comes.
        """
        with Path(file).open("wb") as opened:
            opened.writelines(self.iter_bytes(chunk_size))

    write_to_file = stream_to_file

    def close(self) -> None:
        """Give the connection back, or close it."""
        if self._parts is not None:
            self._parts.close()

    def _chunks(self) -> Iterator[bytes]:
        if self._is_read:
            yield self._raw.content
            return
        with translated(self._raw):
            while chunk := self._parts._source.read():  # noqa: SLF001 - laid over it
                yield chunk

    def _cut(self, cutter: Cutter[C]) -> Iterator[C]:
        for chunk in self._chunks():
            yield from cutter.feed(chunk)
        yield from cutter.end()


class AsyncAPIResponse(BaseAPIResponse[T]):
    """The same, awaited."""

    async def parse(self) -> T:
        """Return what the method without `with_raw_response` returns."""
        if self._streams:
            return self._parse(self._parts)
        await self.read()
        return self._parsed()

    async def read(self) -> bytes:
        """Return the body, all of it."""
        return self._raw.content if self._is_read else self._keep(b"".join([one async for one in self._chunks()]))

    async def text(self) -> str:
        """Return the body as text."""
        await self.read()
        return self._raw.text

    async def json(self) -> Any:
        """Return the body as plain values."""
        await self.read()
        return self._raw.json()

    def iter_bytes(self, chunk_size: int | None = None) -> AsyncIterator[bytes]:
        """Give the body in parts, as it comes.

        Args:
            chunk_size: Bytes of each part; None for parts as they come.
        """
        return self._cut(Parts(chunk_size))

    def iter_text(self, chunk_size: int | None = None) -> AsyncIterator[str]:
        """Give the text of the body in parts, as it comes.

        Args:
            chunk_size: Characters of each part; None for parts as they come.
        """
        return self._cut(Texts(self.headers.get("content-type"), chunk_size))

    def iter_lines(self) -> AsyncIterator[str]:
        """Give the lines of the body as they come, without their ends."""
        return self._cut(Lines(self.headers.get("content-type")))

    async def stream_to_file(self, file: str | os.PathLike[str], *, chunk_size: int | None = None) -> None:
        """Write the body to a file as it comes, without blocking the event loop.

        Args:
            file: Its path.
            chunk_size: Bytes that are written at once; None for what comes.
        """
        from anyio import open_file  # comes with httpx

        async with await open_file(file, "wb") as opened:
            async for chunk in self.iter_bytes(chunk_size):
                await opened.write(chunk)

    write_to_file = stream_to_file

    async def close(self) -> None:
        """Give the connection back, or close it."""
        if self._parts is not None:
            await self._parts.aclose()

    async def _chunks(self) -> AsyncIterator[bytes]:
        if self._is_read:
            yield self._raw.content
            return
        with translated(self._raw):
            while chunk := await self._parts._source.read():  # noqa: SLF001 - laid over it
                yield chunk

    async def _cut(self, cutter: Cutter[C]) -> AsyncIterator[C]:
        async for chunk in self._chunks():
            for part in cutter.feed(chunk):
                yield part
        for part in cutter.end():
            yield part


class BinaryAPIResponse(APIResponse[bytes]):
    """An answer of bytes."""


class AsyncBinaryAPIResponse(AsyncAPIResponse[bytes]):
    """The same, awaited."""


class Opened(Generic[R_co]):
    """A context manager that sends the request when it is entered, and gives the connection back at its end.

    Args:
        send: Sends it.
    """

    def __init__(self, send: Callable[[], R_co]) -> None:
        self._send = send
        self._response: Any = None

    def __enter__(self) -> R_co:
        response = self._response = self._send()
        return response

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        if self._response is not None:
            self._response.close()


class AsyncOpened(Generic[R_co]):
    """The same, awaited.

    Args:
        send: Sends the request.
    """

    def __init__(self, send: Callable[[], Awaitable[R_co]]) -> None:
        self._send = send
        self._response: Any = None

    async def __aenter__(self) -> R_co:
        response = self._response = await self._send()
        return response

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        if self._response is not None:
            await self._response.close()
