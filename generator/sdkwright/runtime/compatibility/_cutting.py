"""Cuts a body that comes in chunks: into parts of one size, into text, and into lines."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from typing import Final, Protocol, TypeVar

T_co = TypeVar("T_co", covariant=True)

_CHARSET: Final = re.compile(r";\s*charset\s*=\s*\"?([\w.:+-]{1,40})", re.ASCII | re.IGNORECASE)
_TEXTS: Final = ("utf", "iso", "latin", "ascii", "us-ascii", "cp", "windows", "koi8", "euc", "shift", "big5", "gb")
"""How the charsets begin that services mean; Python has others, which are no charsets."""


class Cutter(Protocol[T_co]):
    """What cuts a body."""

    def feed(self, chunk: bytes) -> Iterator[T_co]:
        """Give what is whole with these bytes.

        Args:
            chunk: The next bytes.
        """
        ...

    def end(self) -> Iterator[T_co]:
        """Give what is left."""
        ...


class Parts:
    """Cuts into parts of so many bytes; as they come where no size is given.

    Args:
        size: Bytes of a part.
    """

    def __init__(self, size: int | None) -> None:
        self._size = size
        self._rest = bytearray()

    def feed(self, chunk: bytes) -> Iterator[bytes]:
        """Give the parts that are whole."""
        if self._size is None:
            if chunk:
                yield chunk
            return
        self._rest += chunk
        whole = len(self._rest) // self._size * self._size
        for start in range(0, whole, self._size):
            yield bytes(self._rest[start : start + self._size])
        del self._rest[:whole]

    def end(self) -> Iterator[bytes]:
        """Give the last part."""
        if self._rest:
            yield bytes(self._rest)


class Texts:
    """Decodes what comes, and cuts it into parts of so many characters.

    Args:
        content_type: The header, which may name the charset; UTF-8 otherwise.
        size: Characters of a part; None for parts as they come.
    """

    def __init__(self, content_type: str | None, size: int | None = None) -> None:
        self._decoder = codecs.getincrementaldecoder(charset_of(content_type))("replace")
        self._size = size
        self._rest = ""

    def feed(self, chunk: bytes) -> Iterator[str]:
        """Give the parts that are whole."""
        yield from self._cut(self._decoder.decode(chunk))

    def end(self) -> Iterator[str]:
        """Give the last part."""
        yield from self._cut(self._decoder.decode(b"", final=True))
        if self._rest:
            yield self._rest

    def _cut(self, text: str) -> Iterator[str]:
        if self._size is None:
            if text:
                yield text
            return
        text = self._rest + text
        whole = len(text) // self._size * self._size
        yield from (text[start : start + self._size] for start in range(0, whole, self._size))
        self._rest = text[whole:]


class Lines:
    """Cuts into lines, without their ends.

    Args:
        content_type: The header, which may name the charset.
    """

    def __init__(self, content_type: str | None) -> None:
        self._texts = Texts(content_type)
        self._parts: list[str] = []

    def feed(self, chunk: bytes) -> Iterator[str]:
        """Give the lines that are whole."""
        for text in self._texts.feed(chunk):
            yield from self._cut(text)

    def end(self) -> Iterator[str]:
        """Give the last line, which need not be ended."""
        for text in self._texts.end():
            yield from self._cut(text)
        yield from "".join(self._parts).splitlines()

    def _cut(self, text: str) -> Iterator[str]:
        if self._parts and self._parts[-1].endswith("\r"):
            # A line may end with both, of which the second may be in the next chunk.
            text = self._parts.pop() + text
        lines = text.splitlines(keepends=True)
        rest = lines.pop() if lines and (not _is_ended(lines[-1]) or lines[-1].endswith("\r")) else ""
        for line in lines:
            yield from "".join([*self._parts, line]).splitlines()
            self._parts.clear()
        if rest:
            self._parts.append(rest)


def _is_ended(line: str) -> bool:
    return line.splitlines()[0] != line


def charset_of(content_type: str | None) -> str:
    """Return the charset of a text: what its header says, where that is one, and UTF-8 otherwise.

    Args:
        content_type: The header.
    """
    declared = _CHARSET.search(content_type or "")
    name = "utf-8" if declared is None else declared[1].lower()
    if not name.startswith(_TEXTS):
        return "utf-8"
    try:
        return codecs.lookup(name).name
    except LookupError:
        return "utf-8"
