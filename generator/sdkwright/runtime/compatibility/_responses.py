"""Answers as they came, under the names that callers know."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, Generic, TypeVar

from ._errors import translated

T = TypeVar("T")


class APIResponse(Generic[T]):
    """An answer before it is decoded.

    Args:
        raw: The answer.
        parse: Makes what the method without `with_raw_response` returns.
    """

    def __init__(self, raw: Any, parse: Callable[[Any], T]) -> None:
        self._raw = raw
        self._parse = parse

    def parse(self) -> T:
        """Return what the method without `with_raw_response` returns."""
        with translated():
            return self._parse(self._raw)

    @property
    def status_code(self) -> int:
        """HTTP status."""
        status: int = self._raw.status
        return status

    @property
    def headers(self) -> Mapping[str, str]:
        """The headers, looked up in any case."""
        headers: Mapping[str, str] = self._raw.headers
        return headers

    @property
    def http_response(self) -> APIResponse[T]:
        """What came back: status, headers and content."""
        return self

    @property
    def content(self) -> bytes:
        """The body."""
        content: bytes = self._raw.content
        return content

    @property
    def url(self) -> str:
        """Where the request went, without the values of the query."""
        return str(self._raw.url)

    def read(self) -> bytes:
        """Return the body."""
        return self.content

    def text(self) -> str:
        """Return the body as text."""
        return str(self._raw.text)

    def json(self) -> Any:
        """Return the body as plain values."""
        return self._raw.json()

    def iter_bytes(self, chunk_size: int | None = None) -> Iterator[bytes]:
        """Give the body in parts.

        Args:
            chunk_size: Bytes of each part; None for one part.
        """
        content = self.content
        size = chunk_size or max(len(content), 1)
        return (content[start : start + size] for start in range(0, len(content), size))

    def iter_lines(self) -> Iterator[str]:
        """Give the lines of the body, without their ends."""
        return iter(self.text().splitlines())

    def iter_text(self, chunk_size: int | None = None) -> Iterator[str]:
        """Give the text of the body in parts.

        Args:
            chunk_size: Characters of each part; None for one part.
        """
        text = self.text()
        size = chunk_size or max(len(text), 1)
        return (text[start : start + size] for start in range(0, len(text), size))

    def stream_to_file(self, file: str | os.PathLike[str]) -> None:
        """Write the body to a file.

        Args:
            file: Its path.
        """
        Path(file).write_bytes(self.content)

    write_to_file = stream_to_file


class Opened(Generic[T]):
    """A context manager that sends the request when it is entered.

    Args:
        send: Sends it.
    """

    def __init__(self, send: Callable[[], APIResponse[T]]) -> None:
        self._send = send

    def __enter__(self) -> APIResponse[T]:
        return self._send()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        return


class AsyncOpened(Generic[T]):
    """The same, awaited.

    Args:
        send: Sends the request.
    """

    def __init__(self, send: Callable[[], Any]) -> None:
        self._send = send

    async def __aenter__(self) -> APIResponse[T]:
        found: APIResponse[T] = await self._send()
        return found

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        return


class BinaryAPIResponse(APIResponse[bytes]):
    """An answer of bytes."""
