"""Writes `multipart/form-data`, as browsers do."""

from __future__ import annotations

import os
import re
import secrets
from collections.abc import Mapping
from typing import Final, cast

from .._json.codec import encode
from ..errors import EncodeError
from .body_field import BESIDE, BodyField, members
from .deep_object import LISTS, is_compound
from .media import JSON, essence, is_json
from .media_types import BYTES, checked_type, guess_type
from .sources import Given, is_bytes, source_of
from .streams import BodyStream, Part
from .uploads import FileContent, Upload
from .values import text_of

_NO_HEADERS: Final[Mapping[str, str]] = {}
_NAME: Final = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+\Z")
_VALUE: Final = re.compile(r"(?:[!-~](?:[ -~]*[!-~])?)?\Z")
_OWN: Final = frozenset({"content-disposition", "content-type", "content-length"})

_JOINED: Final = 1024 * 1024
"""Bytes in memory up to which a body is joined before it is sent."""

# What may not stand between the quotes, written as the WHATWG's standard for forms does.
_QUOTES: Final = {ord('"'): "%22", ord("\r"): "%0D", ord("\n"): "%0A"}


def multipart(
    body: object, fields: Mapping[str, BodyField], media_type: str, place: str, *, asynchronous: bool
) -> tuple[bytes | BodyStream, str]:
    """Return a body of fields as parts, and its media type with the boundary between them.

    Args:
        body: A model, or a mapping by the names on the wire. UNSET is left out.
        fields: What is known of its fields, by these names.
        media_type: As in `multipart/form-data`.
        place: The operation, for errors.
        asynchronous: Whether the client is.

    Raises:
        EncodeError: A value cannot be written, or a file cannot be read.
    """
    # 128 random bits: nobody can have written them into a file before.
    boundary = secrets.token_hex(16)
    parts: list[Part] = []
    beside = fields.get(BESIDE)
    for wire, value in members(body).items():
        field = fields.get(wire) or _of_extra(wire, beside)
        # A list is a part for each item; that of one file holds its bytes.
        is_list = _is_list(value) and (field.many or not field.file)
        values = cast("list[object]", value) if is_list else [value]
        for item in values:
            head, content = _part(wire, item, field, f"{place}: {field.name}", asynchronous=asynchronous)
            parts += [Given(f"--{boundary}\r\n".encode() + head), content, Given(b"\r\n")]
    parts.append(Given(f"--{boundary}--\r\n".encode()))
    return joined(parts), f"{media_type}; boundary={boundary}"


def _of_extra(wire: str, beside: BodyField | None) -> BodyField:
    """What is known of one of the fields that the document has no names for."""
    return BodyField(wire, wire) if beside is None else BodyField(wire, wire, file=beside.file, many=beside.many)


def joined(parts: list[Part]) -> bytes | BodyStream:
    """Return parts as bytes if they are short and in memory, or else as a stream.

    Args:
        parts: Where the bytes come from.
    """
    given = [part.content for part in parts if isinstance(part, Given)]
    if len(given) == len(parts) and sum(map(len, given)) <= _JOINED:
        return b"".join(given)
    return BodyStream(parts)


def _part(wire: str, value: object, field: BodyField, place: str, *, asynchronous: bool) -> tuple[bytes, Part]:
    """The head of a part, and where its content comes from."""
    if field.file or isinstance(value, Upload):
        upload = value if isinstance(value, Upload) else Upload(cast("FileContent", value))
        content = source_of(upload.content, place, asynchronous=asynchronous)
        name = upload.filename if upload.filename is not None else _name_of(upload.content) or wire
        kind = upload.content_type or _single(field.media_type) or guess_type(name)
        return _head(wire, place, kind, name, upload.headers), content
    kind = _single(field.media_type)
    if is_compound(value) or (is_json(essence(kind)) and not isinstance(value, str | bytes)):
        return _head(wire, place, kind or JSON), Given(encode(value))
    if is_bytes(value) and field.kind is not bytes:
        return _head(wire, place, kind or BYTES), Given(bytes(cast("bytes", value)))
    return _head(wire, place, kind), Given(_utf8("" if value is None else text_of(value, place), place))


def _head(
    wire: str,
    place: str,
    media_type: str,
    filename: str | None = None,
    headers: Mapping[str, str] = _NO_HEADERS,
) -> bytes:
    lines = [f'Content-Disposition: form-data; name="{wire.translate(_QUOTES)}"']
    if filename is not None:
        lines[0] += f'; filename="{str(filename).translate(_QUOTES)}"'
    if media_type:
        lines.append(f"Content-Type: {checked_type(media_type, place)}")
    lines += [_header(name, text, place) for name, text in headers.items()]
    return _utf8("\r\n".join([*lines, "", ""]), place)


def _header(name: object, text: object, place: str) -> str:
    """A further header of a part, which can be no more than that."""
    if not isinstance(name, str) or not _NAME.match(name) or name.lower() in _OWN:
        raise EncodeError(f"{place}: {name!r} is no header that its part can have besides those of its media type.")
    if not isinstance(text, str) or not _VALUE.match(text):
        raise EncodeError(f"{place}: the header {name!r} must be printable ASCII text without a space at either end.")
    return f"{name}: {text}"


def _single(media_type: str) -> str:
    """The media type of an encoding; empty where it names several, or a range of them."""
    return "" if "," in media_type or "*" in media_type else media_type.strip()


def _is_list(value: object) -> bool:
    return isinstance(value, LISTS)


def _name_of(content: object) -> str:
    """The name of a file by its path, or by what its object says of it; empty if there is none."""
    path: object = getattr(content, "name", None)
    if isinstance(content, os.PathLike):
        path = os.fspath(cast("os.PathLike[str]", content))
    # The number of a pipe, or bytes, are no name.
    name = os.path.basename(path) if isinstance(path, str) else ""  # noqa: PTH119 - of any system's path
    return "" if name.startswith("<") else name


def _utf8(text: str, place: str) -> bytes:
    try:
        return text.encode()
    except UnicodeEncodeError:
        pass
    raise EncodeError(f"{place} holds text with a lone surrogate.")
