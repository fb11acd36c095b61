"""How a fake writes what an operation answers that is not simply JSON with status 200."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from .._http.media import EVENTS, JSON, is_json, is_sequence, is_stream
from .._http.operation import Answers, Operation
from .._json.codec import Undecodable, decode, encode
from .._json.shapes import is_list
from ..errors import EncodeError
from .factories import classes_of, value_of

_FILE: Final = b"A file."
_TEXT: Final = "A text."
_STATUSES: Final = {"default": 200}
_ITEMS: Final = 3
_TYPES: Final = {bytes: "application/octet-stream", str: "text/plain"}


def made_up(operation: Operation[Any]) -> object:
    """Return what an operation answers of which nothing was said: the first of its answers.

    Args:
        operation: What is called, of several or other answers than JSON.
    """
    _, media_type, kind = operation.answers[0]
    if kind is None:
        return None
    if is_stream(media_type):
        return [_TEXT if kind is str else value_of(kind) for _ in range(_ITEMS)]
    if not is_json(media_type) and kind in {bytes, str}:
        return _FILE if kind is bytes else _TEXT
    return value_of(kind)


def written(answers: Answers, answer: object) -> tuple[int, dict[str, str], bytes] | None:
    """Return the status, the headers and the body of an answer; None for one that the operation never gives.

    Args:
        answers: What is declared.
        answer: What was said to answer.
    """
    for status, media_type, kind in answers:
        body = _body(media_type, kind, answer)
        if body is not None:
            number = _STATUSES.get(status) or int(status.replace("XX", "00"))
            if kind is None:
                # A client reads no body there, whatever the status.
                return (204 if number == 200 else number), {}, b""  # noqa: PLR2004 - the statuses are their own names
            return number, {"content-type": _content_type(media_type, kind)}, body
    return None


def _content_type(media_type: str, kind: Any) -> str:
    if "*" not in media_type:
        return media_type
    return _TYPES.get(kind, JSON)


def _body(media_type: str, kind: Any, answer: object) -> bytes | None:
    """The body of an answer as one of the declared ones; None where it is none of that."""
    if kind is None or answer is None:
        return b"" if kind is None and answer is None else None
    if is_stream(media_type):
        return _stream(media_type, kind, answer) if is_list(answer) else None
    if not is_json(media_type) and kind in {bytes, str}:
        if not isinstance(answer, kind):
            return None
        return answer.encode() if isinstance(answer, str) else answer
    return _json(kind, answer)


def _json(kind: Any, answer: object) -> bytes | None:
    if isinstance(answer, bytes):
        return None
    try:
        body = encode(answer)
        decode(body, kind)
    except (EncodeError, Undecodable):
        return None
    # Another model may decode as the right one, where nothing of it is required.
    is_model = isinstance(kind, type) and hasattr(answer, "__struct_fields__")
    return None if is_model and not isinstance(answer, classes_of(kind)) else body


def _stream(media_type: str, kind: Any, items: Sequence[object]) -> bytes | None:
    parts: list[bytes] = []
    for item in items:
        if media_type == EVENTS and kind is str:
            text = item.encode() if isinstance(item, str) else None
        else:
            text = _json(kind, item)
        if text is None:
            return None
        parts.append(_part(media_type, text))
    return b"".join(parts)


def _part(media_type: str, text: bytes) -> bytes:
    if media_type == EVENTS:
        return b"".join(b"data: %s\n" % line for line in text.split(b"\n")) + b"\n"
    return b"\x1e%s\n" % text if is_sequence(media_type) else b"%s\n" % text
