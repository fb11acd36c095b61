"""Reads JSON so strictly that no two parsers can differ on what it says, and keeps the exact bytes of its members."""

import json
import re
from collections.abc import Iterator
from typing import Any, Final, cast

import msgspec

from ..errors import WebhookPayloadError

MAX_DEPTH: Final = 32
"""The deepest nesting that is parsed."""

_BOM: Final = b"\xef\xbb\xbf"
_SAME_NAME: Final = " (names that differ in case only are one)"

_AS_BRACKETS: Final = bytes.maketrans(b"{}", b"[]")
_NO_BRACKETS: Final = bytes(set(range(256)) - set(b"[]{}"))
_TOO_DEEP: Final = b"[" * (MAX_DEPTH + 1)

# What stands between two members of a valid object, and what stands before a member's value.
_GAP: Final = re.compile(rb"[ \t\r\n{,]*+")
_NAME: Final = re.compile(rb'"(?:[^"\\]++|\\.)*+"[ \t\r\n]*+:[ \t\r\n]*+', re.DOTALL)


class _Apart:
    """A member's name that equals no other, so that a dict keeps a member that is given twice."""

    __slots__ = ()

    def __init__(self, kind: type, name: str) -> None:
        """Take what msgspec's `dec_hook` is called with."""


MEMBERS: Final = msgspec.json.Decoder(dict[str, msgspec.Raw])
_EACH_MEMBER: Final = msgspec.json.Decoder(dict[_Apart, msgspec.Raw], dec_hook=_Apart)
_ENCODER: Final = msgspec.json.Encoder()


def limited_bytes(body: object, max_body: int) -> bytes:
    """Return a body as bytes.

    Args:
        body: The bytes received.
        max_body: The largest body to look at, in bytes.

    Raises:
        WebhookPayloadError: The body is something else, or larger.
    """
    content = body if type(body) is bytes else _as_bytes(body)
    if len(content) > max_body:
        raise WebhookPayloadError(
            f"The body has {len(content)} bytes and the limit is {max_body} (max_body= of Webhooks)."
        )
    return content


def _as_bytes(body: object) -> bytes:
    if isinstance(body, bytearray | bytes | memoryview):
        return bytes(cast("bytes", body))
    raise WebhookPayloadError(f"The body must be the bytes received, not {type(body).__name__}.")


def check_depth(body: bytes) -> None:
    """Refuse a body that is nested too deeply: parsers recurse, and a small stack of a thread ends the whole process.

    Args:
        body: Anything at all.

    Raises:
        WebhookPayloadError: The body is nested deeper than `MAX_DEPTH` levels.
    """
    if is_deep(body):
        raise WebhookPayloadError(f"The body is nested deeper than {MAX_DEPTH} levels.")


def is_deep(body: bytes) -> bool:
    """Return whether a body is nested deeper than `MAX_DEPTH` levels, without parsing it.

    Args:
        body: Anything at all.
    """
    if len(body.translate(None, _NO_BRACKETS)) <= MAX_DEPTH:
        return False
    # Without what is escaped, every quote opens or closes a text. A text left open reaches the end of the body.
    outside = b"".join(body.replace(b"\\\\", b"").replace(b'\\"', b"").split(b'"')[::2])
    brackets = outside.translate(_AS_BRACKETS, _NO_BRACKETS)
    if _TOO_DEEP in brackets:
        return True
    # With what is left open closed, each turn takes away the innermost level.
    brackets += b"]" * brackets.count(b"[")
    for _ in range(MAX_DEPTH):
        brackets = brackets.replace(b"[]", b"")
    return b"[" in brackets


def check_encoding(body: bytes) -> None:
    """Refuse a body that is not UTF-8, or begins with a byte order mark.

    Args:
        body: Anything at all.

    Raises:
        WebhookPayloadError: It is one of the two.
    """
    if body.startswith(_BOM):
        raise WebhookPayloadError("The body begins with a byte order mark.")
    try:
        body.decode()
    except UnicodeDecodeError as error:
        at = error.start
    else:
        return
    raise WebhookPayloadError(f"The body is not UTF-8: byte {at} does not fit.")


def members_of(value: bytes, where: str) -> dict[str, msgspec.Raw]:
    """Return the members of an object with the exact bytes of their values.

    Args:
        value: The object as JSON.
        where: What to call it in an error.

    Raises:
        WebhookPayloadError: The value is no object, or gives a member twice, be it in another case.
    """
    try:
        members = MEMBERS.decode(value)
        # What is written again as the same bytes has lost nothing; only other notations need the count.
        count = len(members) if _ENCODER.encode(members) == value else len(_EACH_MEMBER.decode(value))
        if len(set(map(str.casefold, members))) == count:
            return members
    except msgspec.ValidationError:
        problem = f"The delivery has the wrong shape: {where} is not an object."
    except msgspec.DecodeError as error:
        problem = f"The body is not JSON: {str(error).removeprefix('JSON is malformed: ')}."
    else:
        problem = f"The body gives a member of {where} twice{_SAME_NAME}."
    raise WebhookPayloadError(problem)


class _TwiceError(Exception):
    """Two members have one name."""


def _each_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    if len({name.casefold() for name, _ in pairs}) != len(pairs):
        raise _TwiceError
    return dict(pairs)


_WITHIN: Final = json.JSONDecoder(object_pairs_hook=_each_once, parse_int=str, parse_float=str)


def decode_strictly(body: bytes) -> Any:
    """Decode JSON in which no object, however deep, gives a member twice; numbers are texts.

    Args:
        body: UTF-8 of which the depth has been checked.

    Raises:
        WebhookPayloadError: An object gives a member twice, be it in another case; or the body is not JSON.
    """
    try:
        return _WITHIN.decode(body.decode())
    except _TwiceError:
        problem = f"The body gives a member of an object twice{_SAME_NAME}."
    except (ValueError, RecursionError):
        problem = "The body is not JSON to every parser."
    raise WebhookPayloadError(problem)


def spans_of(body: bytes, where: str) -> Iterator[tuple[str, int, int, int]]:
    """Give each member's name, and where in a body its name begins, its value begins, and its value ends.

    Args:
        body: An object as JSON.
        where: What to call it in an error.

    Raises:
        WebhookPayloadError: As for `members_of`.
    """
    end = 0
    for name, value in members_of(body, where).items():
        begin = _past(_GAP, body, end)
        start = _past(_NAME, body, begin)
        end = start + len(bytes(value))
        yield name, begin, start, end


def _past(pattern: re.Pattern[bytes], body: bytes, position: int) -> int:
    match = pattern.match(body, position)
    return position if match is None else match.end()
