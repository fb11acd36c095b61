"""Cuts a stream of bytes into items: server-sent events by the rules of WHATWG, JSON lines, and JSON text sequences."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final, Protocol

from .._http.media import EVENTS, is_lines
from .._json.codec import Undecodable, decode

MAX_ITEM: Final = 16 * 1024 * 1024
"""Bytes of one event or line, beyond which the stream is given up."""

_BOM: Final = b"\xef\xbb\xbf"
_SEPARATOR: Final = b"\x1e"
_DONE: Final = "[DONE]"
_DIGITS: Final = 15


class TooLargeError(Exception):
    """An item is larger than allowed; internal, and always turned into a `StreamError`."""


class Item:
    """One item as it came.

    Args:
        text: What is decoded: the data of an event, or a line.
        name: The kind of an event, `message` where it says none; empty for what is no event.
        id: The id of the last event that had one.
        retry: Seconds after which the service asks to connect again, where the stream has said so.
    """

    __slots__ = ("id", "name", "retry", "text")

    def __init__(self, text: bytes, name: str = "", id: str = "", retry: float | None = None) -> None:
        self.text = text
        self.name = name
        self.id = id
        self.retry = retry


class Cutter(Protocol):
    """What cuts a stream."""

    def feed(self, chunk: bytes) -> Iterator[Item]:
        """Give the items that are whole with these bytes, each time to the end.

        Args:
            chunk: The next bytes.

        Raises:
            TooLargeError: An item is larger than allowed.
        """
        ...

    def end(self) -> Iterator[Item]:
        """Give the item that ends with the stream, if one may."""
        ...


class _Lines:
    """Cuts bytes into lines, which end with CR, LF or both.

    Args:
        most: Bytes of a line.
        carriage: Whether CR alone ends a line.
    """

    __slots__ = ("_carriage", "_most", "_parts", "_size", "_skip")

    def __init__(self, most: int, *, carriage: bool) -> None:
        self._most = most
        self._carriage = carriage
        self._parts: list[bytes] = []
        self._size = 0
        self._skip = False

    def feed(self, chunk: bytes) -> Iterator[bytes]:
        if self._skip and chunk:
            # The LF of a CRLF that was cut in two.
            chunk, self._skip = chunk.removeprefix(b"\n"), False
        pieces = chunk.splitlines(keepends=True) if self._carriage else chunk.split(b"\n")
        if not self._carriage:
            pieces = [piece + b"\n" for piece in pieces[:-1]] + pieces[-1:]
        for piece in pieces:
            if not piece:
                continue
            if piece.endswith((b"\n", b"\r") if self._carriage else b"\n"):
                line = b"".join([*self._parts, piece])
                self._check(len(line))
                self._parts, self._size = [], 0
                yield line.rstrip(b"\r\n") if self._carriage else line[:-1].removesuffix(b"\r")
            else:
                self._parts.append(piece)
                self._size += len(piece)
                self._check(self._size)
        self._skip = self._carriage and chunk.endswith(b"\r")

    def rest(self) -> bytes:
        rest, self._parts, self._size = b"".join(self._parts), [], 0
        return rest

    def _check(self, size: int) -> None:
        if size > self._most:
            raise TooLargeError


class EventCutter:
    """Cuts server-sent events: BOM, comments, CR, LF and CRLF, several lines of data, `event`, `id` and `retry`.

    An event that the stream ends in the middle of is none, as the standard says.

    Args:
        most: Bytes of an event.
    """

    __slots__ = ("_begun", "_data", "_id", "_lines", "_most", "_name", "_retry", "_size")

    def __init__(self, most: int = MAX_ITEM) -> None:
        self._lines = _Lines(most, carriage=True)
        self._most = most
        self._begun = False
        self._data: list[bytes] = []
        self._size = 0
        self._name = ""
        self._id = ""
        self._retry: float | None = None

    def feed(self, chunk: bytes) -> Iterator[Item]:
        """Give the events that are whole."""
        for line in self._lines.feed(chunk):
            if not self._begun:
                self._begun, line = True, line.removeprefix(_BOM)  # noqa: PLW2901 - the first line alone
            if not line:
                if self._data:
                    yield Item(b"\n".join(self._data), self._name or "message", self._id, self._retry)
                self._data, self._size, self._name = [], 0, ""
            elif not line.startswith(b":"):
                self._field(line)

    def end(self) -> Iterator[Item]:
        """Give nothing: what is not ended by an empty line is no event."""
        return iter(())

    def _field(self, line: bytes) -> None:
        field, _, value = line.partition(b":")
        value = value.removeprefix(b" ")
        if field == b"data":
            self._data.append(value)
            self._size += len(value) + 1
            if self._size > self._most:
                raise TooLargeError
        elif field == b"event":
            self._name = value.decode("utf-8", "replace")
        elif field == b"id" and b"\0" not in value:
            self._id = value.decode("utf-8", "replace")
        elif field == b"retry" and value.isdigit() and len(value) <= _DIGITS:
            self._retry = int(value) / 1000


class LineCutter:
    """Cuts JSON lines; empty ones are none.

    Args:
        most: Bytes of a line.
    """

    __slots__ = ("_lines",)

    def __init__(self, most: int = MAX_ITEM) -> None:
        self._lines = _Lines(most, carriage=False)

    def feed(self, chunk: bytes) -> Iterator[Item]:
        """Give the lines that are whole."""
        for line in self._lines.feed(chunk):
            yield from _line(line)

    def end(self) -> Iterator[Item]:
        """Give the last line, which need not be ended."""
        yield from _line(self._lines.rest())


class SequenceCutter:
    """Cuts a JSON text sequence (RFC 7464): each document behind a record separator.

    Args:
        most: Bytes of a document.
    """

    __slots__ = ("_kept", "_most")

    def __init__(self, most: int = MAX_ITEM) -> None:
        self._kept = bytearray()
        self._most = most

    def feed(self, chunk: bytes) -> Iterator[Item]:
        """Give the documents that another one follows."""
        *whole, rest = chunk.split(_SEPARATOR)
        for part in whole:
            self._kept += part
            yield from self.end()
        self._kept += rest
        if len(self._kept) > self._most:
            raise TooLargeError

    def end(self) -> Iterator[Item]:
        """Give the last document."""
        text = bytes(self._kept)
        self._kept.clear()
        if len(text) > self._most:
            raise TooLargeError
        yield from _line(text)


def _line(line: bytes) -> Iterator[Item]:
    line = line.removeprefix(_BOM).strip()
    if line:
        yield Item(line)


def cutter_of(media_type: str, most: int = MAX_ITEM) -> Cutter:
    """Return what cuts a stream of a media type.

    Args:
        media_type: As it is declared.
        most: Bytes of one item.
    """
    if media_type == EVENTS:
        return EventCutter(most)
    return LineCutter(most) if is_lines(media_type) else SequenceCutter(most)


def value_of(item: Item, kind: Any) -> Any:
    """Return what an item decodes to.

    Args:
        item: The item.
        kind: The declared type. The data of an event that is declared as text is its text.

    Raises:
        Undecodable: It is not of that type.
    """
    if is_text(item, kind):
        return item.text.decode("utf-8", "replace")
    return decode(item.text, kind)


def is_text(item: Item, kind: Any) -> bool:
    """Return whether an item is the data of an event that is declared as text.

    Args:
        item: The item.
        kind: The declared type.
    """
    return kind is str and bool(item.name)


def is_last(item: Item, kind: Any) -> bool:
    """Return whether an event only says that the stream is over, as some services do where the data would be JSON.

    Args:
        item: The item.
        kind: The declared type.
    """
    return bool(item.name) and kind is not str and item.text.strip() == _DONE.encode()


def items_of(content: bytes, media_type: str, kind: Any) -> list[Any]:
    """Return all items of a stream that has ended.

    Args:
        content: What came.
        media_type: As it is declared.
        kind: What an item decodes to.

    Raises:
        Undecodable: One is not of that type.
    """
    found = list[Any]()
    for item in cut(content, media_type):
        if is_last(item, kind):
            break
        try:
            found.append(value_of(item, kind))
        except Undecodable as error:
            raise Undecodable(error.reason, place_of(len(found), error.path)) from None
    return found


def place_of(number: int, path: str) -> str:
    """Return where something stands in a stream.

    Args:
        number: How many items come before.
        path: Where in the item; empty for the item as a whole.
    """
    return f"[{number}]" + (f".{path}" if path and not path.startswith("[") else path)


def cut(content: bytes, media_type: str) -> list[Item]:
    """Return all items of a stream that has ended, as they came.

    Args:
        content: What came.
        media_type: As it is declared.

    Raises:
        Undecodable: One is too large.
    """
    cutter = cutter_of(media_type)
    try:
        return [*cutter.feed(content), *cutter.end()]
    except TooLargeError:
        pass
    raise Undecodable(f"an item is larger than {MAX_ITEM} bytes")
