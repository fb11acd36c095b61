"""The parts of a multipart body that a fake service received."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from attrs import field, frozen

_BOUNDARY: Final = re.compile(r"multipart/[^;]+;.*?boundary=(?:\"([^\"]+)\"|([^;\s]+)).*", re.IGNORECASE)
_NAME: Final = re.compile(r'; name="([^"]*)"')
_FILE_NAME: Final = re.compile(r'; filename="([^"]*)"')


@frozen
class Part:
    """One part of a multipart body.

    Args:
        name: The field.
        filename: The name of the file, or None for a plain value.
        content_type: Its media type, or None for text.
        content: The bytes.
        headers: The part's headers, names in lower case.
    """

    name: str
    filename: str | None
    content_type: str | None
    content: bytes = field(repr=False)
    headers: Mapping[str, list[str]] = field(factory=dict[str, "list[str]"], repr=False)

    @property
    def text(self) -> str:
        """The content as text."""
        return self.content.decode()


def parts_of(content_type: str, body: bytes) -> tuple[Part, ...]:
    """Return the parts of a body; none if it is not multipart.

    Args:
        content_type: The header of the request.
        body: The bytes.
    """
    found = _BOUNDARY.fullmatch(content_type)
    if found is None:
        return ()
    pieces = (b"\r\n" + body).split(b"\r\n--" + (found[1] or found[2]).encode())
    return tuple(_part(piece) for piece in pieces[1:] if piece.startswith(b"\r\n") and b"\r\n\r\n" in piece)


def _part(piece: bytes) -> Part:
    head, _, content = piece.partition(b"\r\n\r\n")
    split = (line.partition(":") for line in head.decode(errors="replace").split("\r\n") if line)
    lines = {name.strip().lower(): text.strip() for name, _, text in split}
    disposition = lines.get("content-disposition", "")
    name, filename = _NAME.search(disposition), _FILE_NAME.search(disposition)
    return Part(
        name="" if name is None else _unquoted(name[1]),
        filename=None if filename is None else _unquoted(filename[1]),
        content_type=lines.get("content-type"),
        content=content,
        headers={name: [text] for name, text in lines.items()},
    )


def _unquoted(text: str) -> str:
    return text.replace("%22", '"').replace("%0D", "\r").replace("%0A", "\n")
