"""Where the bytes of a body come from: read piece by piece, with a length where one is known, and again if they can be.

A path is opened when its bytes are wanted and closed after them. What a caller has opened stays open.
"""

from __future__ import annotations

import inspect
import io
import os
import stat
from collections.abc import AsyncIterable, AsyncIterator, Iterable, Iterator
from typing import Any, Final, Protocol, cast

from ..errors import EncodeError

CHUNK: Final = 256 * 1024
"""Bytes that are read, and handed over, at once."""


class Source(Protocol):
    """Bytes of a body.

    Attributes:
        length: How many they are, or None where nobody knows.
    """

    length: int | None

    def rewind(self) -> bool:
        """Go back to the beginning; return whether that was possible."""
        ...


class SyncSource(Source, Protocol):
    """Bytes that come without waiting for an event loop."""

    def chunks(self) -> Iterator[bytes]:
        """Yield the bytes."""
        ...


class Given:
    """Bytes in memory."""

    __slots__ = ("content", "length")

    def __init__(self, content: bytes) -> None:
        self.content = content
        self.length: int | None = len(content)

    def rewind(self) -> bool:
        """Return True."""
        return True

    def chunks(self) -> Iterator[bytes]:
        """Yield the bytes."""
        for start in range(0, len(self.content), CHUNK):
            yield self.content[start : start + CHUNK]


class File:
    """A file, by its path.

    Args:
        path: Where it is.
        place: Operation and argument, for errors.

    Raises:
        EncodeError: There is no such file, or it is a folder.
    """

    __slots__ = ("_path", "_place", "length")

    def __init__(self, path: os.PathLike[str], place: str) -> None:
        self._path, self._place = path, place
        failure = ""
        try:
            state = os.stat(path)  # noqa: PTH116 - any path-like object
        except (OSError, ValueError) as error:
            failure = getattr(error, "strerror", None) or "its path cannot be used"
        else:
            if stat.S_ISDIR(state.st_mode):
                failure = "it is a folder"
            self.length: int | None = state.st_size if stat.S_ISREG(state.st_mode) else None
        if failure:
            raise EncodeError(f"{place}: the file {os.fspath(path)!r} cannot be read: {failure}.")

    def rewind(self) -> bool:
        """Return whether it is a file, and no pipe or device."""
        return self.length is not None

    def chunks(self) -> Iterator[bytes]:
        """Yield the bytes, no more than there were at first.

        Raises:
            EncodeError: It cannot be opened or read, or there are fewer.
        """
        left, failure = self.length, ""
        try:
            with open(self._path, "rb", buffering=0) as file:  # noqa: PTH123 - any path-like object
                while left != 0 and (chunk := file.read(CHUNK if left is None else min(CHUNK, left))):
                    left = None if left is None else left - len(chunk)
                    yield chunk
        except OSError as error:
            failure = error.strerror or type(error).__name__
        if left and not failure:
            failure = "it became shorter while it was sent"
        if failure:
            raise EncodeError(f"{self._place}: the file {os.fspath(self._path)!r} cannot be read: {failure}.")


class Opened:
    """A file that the caller has opened, from where it stands.

    Args:
        file: Anything with `read`.
        place: Operation and argument, for errors.
    """

    __slots__ = ("_file", "_place", "_start", "_touched", "length")

    def __init__(self, file: Any, place: str) -> None:
        self._file, self._place, self._touched = file, place, False
        self._start, self.length = _extent(file)

    def rewind(self) -> bool:
        """Go back to where it stood; return whether it can."""
        if self._start is None:
            return not self._touched
        try:
            self._file.seek(self._start)
        except (OSError, ValueError):
            return False
        return True

    def chunks(self) -> Iterator[bytes]:
        """Yield what it reads, no more than there was at first.

        Raises:
            EncodeError: It gives text, or there is less.
        """
        self._touched = True
        left = self.length
        while left != 0 and (read := self._file.read(CHUNK if left is None else min(CHUNK, left))):
            chunk = as_bytes(read, self._place)
            left = None if left is None else left - len(chunk)
            yield chunk
        if left:
            raise EncodeError(f"{self._place}: the file became shorter while it was sent.")


class Iterated:
    """An iterable of bytes.

    Args:
        iterable: The caller's.
        place: Operation and argument, for errors.
    """

    __slots__ = ("_iterable", "_once", "_place", "_touched", "length")

    def __init__(self, iterable: Iterable[object], place: str) -> None:
        self._iterable, self._place = iterable, place
        self._once = isinstance(iterable, Iterator)
        self._touched = False
        self.length: int | None = None

    def rewind(self) -> bool:
        """Return whether it can be read again, which an iterator cannot."""
        return not (self._once and self._touched)

    def chunks(self) -> Iterator[bytes]:
        """Yield its items.

        Raises:
            EncodeError: An item is no bytes.
        """
        self._touched = True
        for item in self._iterable:
            yield as_bytes(item, self._place)


class AsyncIterated:
    """An async iterable of bytes, or a file whose `read` is awaited.

    Args:
        content: The caller's.
        place: Operation and argument, for errors.
    """

    __slots__ = ("_content", "_once", "_place", "_touched", "length")

    def __init__(self, content: Any, place: str) -> None:
        self._content, self._place = content, place
        self._once = is_async_file(content) or isinstance(content, AsyncIterator)
        self._touched = False
        self.length: int | None = None

    def rewind(self) -> bool:
        """Return whether it can be read again, which an iterator cannot."""
        return not (self._once and self._touched)

    async def achunks(self) -> AsyncIterator[bytes]:
        """Yield its items.

        Raises:
            EncodeError: An item is no bytes.
        """
        self._touched = True
        if is_async_file(self._content):
            while read := await self._content.read(CHUNK):
                yield as_bytes(read, self._place)
            return
        async for item in self._content:
            yield as_bytes(item, self._place)


def source_of(content: object, place: str, *, asynchronous: bool) -> Given | File | Opened | Iterated | AsyncIterated:
    """Return where the bytes of what a caller gave come from.

    Args:
        content: Bytes, a path, a file, an iterable or an async iterable.
        place: Operation and argument, for errors.
        asynchronous: Whether the client is.

    Raises:
        EncodeError: It is none of these, a text file, or an async iterable for a synchronous client.
    """
    match content:
        case _ if is_bytes(content):
            return Given(bytes(cast("bytes", content)))
        case os.PathLike():
            return File(cast("os.PathLike[str]", content), place)
        case str():
            raise EncodeError(f"{place} must be bytes or a file; got a str: pass Path(...) for a path, or encode it.")
        case io.TextIOBase():
            raise EncodeError(f'{place} is a file opened as text; open it with "rb".')
        case _ if is_async_file(content) or isinstance(content, AsyncIterable):
            if not asynchronous:
                raise EncodeError(
                    f"{place} is read asynchronously, which a synchronous client cannot do; pass bytes, a path, a file "
                    "or an iterable, or use the asynchronous client."
                )
            return AsyncIterated(content, place)
        case _ if callable(getattr(content, "read", None)):
            return Opened(content, place)
        case Iterable() if not isinstance(content, dict):
            return Iterated(cast("Iterable[object]", content), place)
        case _:
            raise EncodeError(
                f"{place} must be bytes, a path, a file, an iterable of bytes or an Upload; got "
                f"{type(content).__name__}."
            )


def is_async_file(content: object) -> bool:
    """Return whether it is a file whose `read` is awaited.

    Args:
        content: Anything.
    """
    return inspect.iscoroutinefunction(getattr(content, "read", None))


def is_bytes(content: object) -> bool:
    """Return whether it is bytes in memory.

    Args:
        content: Anything.
    """
    return isinstance(content, bytes | bytearray | memoryview)


def as_bytes(item: object, place: str) -> bytes:
    """Return one piece of a body.

    Args:
        item: What an iterable or a file gave.
        place: Operation and argument, for errors.

    Raises:
        EncodeError: It is no bytes.
    """
    if isinstance(item, bytes):
        return item
    if is_bytes(item):
        return bytes(cast("bytes", item))
    raise EncodeError(f"{place} gave {type(item).__name__}, where bytes belong.")


def _extent(file: Any) -> tuple[int | None, int | None]:
    """Where a file stands, and how many bytes there are from there; None where it cannot go back."""
    try:
        if not file.seekable():
            return None, None
        start = file.tell()
        end = file.seek(0, os.SEEK_END)
        # Files of before Python 3.11 return nothing.
        end = file.tell() if end is None else end
        file.seek(start)
    except (OSError, ValueError, AttributeError):
        return None, None
    return start, max(0, end - start)
