"""Words failures for the log: their types and messages, without secrets and without what a delivery held."""

from __future__ import annotations

import json
import re
import traceback
from collections.abc import Iterable, Iterator
from typing import Any, Final
from urllib.parse import quote

import msgspec

from .._json.shapes import is_list, is_object
from ..errors import one_line

__all__ = ["describe", "redact"]

_HIDDEN: Final = "<hidden>"
_MAX_MESSAGE: Final = 500
"""Characters of a message that are logged."""

_SHORTEST: Final = 3
"""Characters of a word below which hiding it would maim every other word."""

_PASSWORD: Final = re.compile(
    r"(?i)(?<=://)[^/\s@]+(?=@)|(?<![a-z])((?:password|passwd|pwd|secret|token|api[_-]?key|authorization)['\"]?\s*[=:]\s*)"
    r"(?:(?:bearer|basic)\s+)?[^\s,;)]+"
)
_MEMBERS: Final = msgspec.json.Decoder()


def describe(error: BaseException | None, held: bytes, secrets: Iterable[str]) -> str:
    """Return the type of a failure, its message, and where it was raised.

    Args:
        error: The failure; None gives nothing.
        held: The body of the delivery: no text of it, and no word of such a text that may be personal, is returned.
        secrets: What deliveries are signed with; none of it is returned.
    """
    if error is None:
        return ""
    # SQLite's own constants, such as SQLITE_BUSY.
    code = getattr(error, "sqlite_errorname", None)
    kind = f"{type(error).__qualname__} ({code})" if code else type(error).__qualname__
    message = redact(_message(error), held, secrets)
    frames = traceback.extract_tb(error.__traceback__)
    places = [f"  {frame.filename}:{frame.lineno} in {frame.name}" for frame in frames]
    return "\n".join([f"{kind}: {message}" if message else kind, *places])


def redact(message: str, held: bytes, secrets: Iterable[str]) -> str:
    """Return a message on one line, with `<hidden>` for what must not be in a log.

    Args:
        message: Any text.
        held: The body of a delivery.
        secrets: What deliveries are signed with.
    """
    text = message
    for secret in secrets:
        text = re.sub(_any_form(secret), _HIDDEN, text)
    text = _PASSWORD.sub(lambda found: f"{found[1] or ''}{_HIDDEN}", text)
    for value in sorted({value.strip() for value in _texts(held)}, key=len, reverse=True):
        text = re.sub(_whole_words(value), _HIDDEN, text, flags=re.IGNORECASE) if len(value) >= _SHORTEST else text
    text = one_line(text)
    return text if len(text) <= _MAX_MESSAGE else f"{text[: _MAX_MESSAGE - 1]}…"


def _message(error: BaseException) -> str:
    try:
        return str(error)
    except Exception:  # noqa: BLE001 - a class of the caller's own may raise whatever it likes
        return "its message cannot be read"


def _texts(held: bytes) -> Iterator[str]:
    """The texts of a delivery, and of their words those that may be personal: names, numbers, addresses."""
    try:
        values = [_MEMBERS.decode(held)]
    except (msgspec.DecodeError, ValueError, RecursionError):
        return
    while values:
        value: Any = values.pop()
        if is_object(value):
            values += value.values()
        elif is_list(value):
            values += value
        elif isinstance(value, str):
            yield value
            yield from (word for word in re.split(r"[\s,;:()<>\"']+", value) if _may_be_personal(word))


def _may_be_personal(word: str) -> bool:
    return not (word.isascii() and (word.islower() and word.isalpha()))


def _whole_words(value: str) -> str:
    start, end = (r"(?<!\w)" if value[0].isalnum() else "", r"(?!\w)" if value[-1].isalnum() else "")
    return f"{start}{_any_form(value)}{end}"


def _any_form(value: str) -> str:
    """A pattern of a text as it is, or as `repr`, JSON or a URL has it."""
    # A text with lone surrogates has no form in JSON or a URL.
    plain = str(value).encode(errors="replace").decode()
    forms = {str(value), str.__repr__(value)[1:-1], quote(plain, safe="")}
    forms |= {json.dumps(plain)[1:-1], json.dumps(plain, ensure_ascii=False)[1:-1]}
    return f"(?:{'|'.join(map(re.escape, sorted(forms, key=len, reverse=True)))})"
