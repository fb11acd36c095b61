"""What a caller gives for a file or a body of bytes."""

from __future__ import annotations

import os
from collections.abc import AsyncIterable, Iterable, Mapping
from typing import IO, TypeAlias

FileContent: TypeAlias = (
    bytes | bytearray | memoryview | os.PathLike[str] | IO[bytes] | Iterable[bytes] | AsyncIterable[bytes]
)
"""Bytes, the path of a file, a file opened for reading bytes, or an iterable or async iterable of bytes."""


class Upload:
    """A file to send, with its name and its media type.

    Args:
        content: Bytes, the path of a file, a file opened for reading bytes, or an iterable or async iterable of bytes.
            It is read while it is sent. What the caller has opened stays open.
        filename: The name that is sent; None for that of the path or of the file object.
        content_type: The media type that is sent, such as `application/pdf`; None to conclude it from the name.
        headers: Further headers of its part in a multipart body; a whole body has none.
    """

    __slots__ = ("content", "content_type", "filename", "headers")

    def __init__(
        self,
        content: FileContent,
        filename: str | None = None,
        content_type: str | None = None,
        *,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        self.content: FileContent = content
        self.filename: str | None = filename
        self.content_type: str | None = content_type
        self.headers: Mapping[str, str] = {} if headers is None else headers

    def __repr__(self) -> str:
        return f"<Upload {self.filename!r}, {self.content_type or 'no media type'}>"


FileTypes: TypeAlias = FileContent | Upload
"""What may be given for a file: its content alone, or an `Upload` that names it too."""
