"""Reads a delivery so strictly that no two parsers can differ on it, and keeps the exact bytes of its members.

`read` raises `WebhookPayloadError`, or `WebhookSignatureError` for the member that carries the signature, and nothing
else. Nothing is trusted yet: what it returns is as the sender wrote it.
"""

import itertools
import re
from collections.abc import Iterable, Iterator
from typing import Final

import msgspec
from envoice.errors import WebhookPayloadError, WebhookSignatureError

MAX_BODY: Final = 1024 * 1024
"""The largest body that is looked at unless told otherwise, in bytes. What the vendor documents has some hundred."""

MAX_DEPTH: Final = 32
"""The deepest nesting that is parsed; the vendor's deliveries have two levels."""

_BOM: Final = b"\xef\xbb\xbf"
_ABSENT: Final = (b"", b"null")
_WHOLE: Final = "the delivery"
_ELSEWHERE: Final = "an object within it"  # a name of the body's own is not repeated in a message

# A string left open reaches the end of the body, and the quantifiers never give back: the scan is linear.
_STRING: Final = re.compile(rb'"(?:[^"\\]++|\\.)*+"?', re.DOTALL)
_STEPS: Final = {ord("["): 1, ord("{"): 1, ord("]"): -1, ord("}"): -1}
_NO_BRACKETS: Final = bytes(set(range(256)) - set(_STEPS))

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
_ITEMS: Final = msgspec.json.Decoder(list[msgspec.Raw])
TEXT: Final = msgspec.json.Decoder(str)
_ENCODER: Final = msgspec.json.Encoder()


class _OrdinaryActivity(msgspec.Struct, rename="pascal", gc=False):
    message: msgspec.Raw | msgspec.UnsetType = msgspec.UNSET
    link: msgspec.Raw | msgspec.UnsetType = msgspec.UNSET
    type: msgspec.Raw | msgspec.UnsetType = msgspec.UNSET
    invoice_number: msgspec.Raw | msgspec.UnsetType = msgspec.UNSET
    invoice_id: msgspec.Raw | msgspec.UnsetType = msgspec.UNSET
    order_number: msgspec.Raw | msgspec.UnsetType = msgspec.UNSET
    order_id: msgspec.Raw | msgspec.UnsetType = msgspec.UNSET
    id: msgspec.Raw | msgspec.UnsetType = msgspec.UNSET
    created_on: msgspec.Raw | msgspec.UnsetType = msgspec.UNSET


class _Ordinary(msgspec.Struct, rename="pascal", gc=False):
    """A delivery as the vendor documents it: these members, perhaps fewer, and no other, in this order."""

    signature: str
    timestamp: str
    activity: _OrdinaryActivity


_ORDINARY_START: Final = b'{"Signature":"'
_LAST_NAME: Final = b'"Activity":'
_ORDINARY: Final = msgspec.json.Decoder(_Ordinary)


class Received(msgspec.Struct, frozen=True, eq=False, gc=False):
    """A delivery as it was received, not verified. The repr shows none of it: it may hold personal data.

    Attributes:
        body: The exact bytes.
        signature: The text of Signature, which is ASCII.
        timestamp: The text of Timestamp.
        activity: The exact bytes of Activity.
    """

    body: bytes
    signature: str
    timestamp: str
    activity: bytes

    def __repr__(self) -> str:
        return f"Received(<{len(self.body)} bytes>)"

    def activity_member(self, name: str) -> bytes:
        """Return the exact bytes of a member of Activity, such as `71`; a string comes with its quotes.

        Args:
            name: The member's name on the wire.

        Returns:
            The bytes; empty where the member is absent or null.

        Raises:
            WebhookPayloadError: Activity is no object.
        """
        value = bytes(_members(self.activity, "Activity").get(name, b""))
        return b"" if value in _ABSENT else value

    def body_without_signature(self) -> bytes:
        """Return the body with the member Signature cut out, and with it the one comma that the others do without.

        If a member follows, the cut goes up to its name; if none does, it begins at the end of the value before. White
        space elsewhere stays as it is.
        """
        spans = list(self._spans())
        at = next(index for index, span in enumerate(spans) if span[0] == "Signature")
        _, start, _, end = spans[at]
        if at + 1 < len(spans):
            end = spans[at + 1][1]
        elif at:
            start = spans[at - 1][3]
        return self.body[:start] + self.body[end:]

    def body_with_blank_signature(self) -> bytes:
        """Return the body with nothing between the quotes of the value of Signature."""
        start, end = next((start, end) for name, _, start, end in self._spans() if name == "Signature")
        return self.body[: start + 1] + self.body[end - 1 :]

    def _spans(self) -> Iterator[tuple[str, int, int, int]]:
        """Each member's name, and where in the body its name begins, its value begins, and its value ends."""
        end = 0
        for name, value in _members(self.body, _WHOLE).items():
            begin = _past(_GAP, self.body, end)
            start = _past(_NAME, self.body, begin)
            end = start + len(bytes(value))
            yield name, begin, start, end


def read(body: object, max_body: int = MAX_BODY) -> Received:
    """Read a delivery without trusting it.

    Args:
        body: The bytes received.
        max_body: The largest body to look at, in bytes.

    Returns:
        The delivery, which is UTF-8 JSON without a byte order mark, without NaN, and with no member given twice.

    Raises:
        WebhookPayloadError: It is not; or it is too large, nested too deep, or without Timestamp or Activity.
        WebhookSignatureError: Its signature is missing, or no string of ASCII characters.
    """
    content = body if type(body) is bytes else _as_bytes(body)
    if len(content) > max_body:
        raise WebhookPayloadError(
            f"The body has {len(content)} bytes and the limit is {max_body} (max_body= of Webhooks)."
        )
    # An ordinary delivery has two objects, the envelope from the first byte on and Activity, and no array.
    nested = content.find(b"[") >= 0 or content.find(b"{", content.find(b"{", 1) + 1) > 0
    # Parsers recurse, and where a thread's stack is small that ends the whole process.
    if nested and _is_deep(content):
        raise WebhookPayloadError(f"The body is nested deeper than {MAX_DEPTH} levels.")
    if not content.isascii():
        _check_encoding(content)
    if nested:
        _check_within(_members(content, _WHOLE).values())
    return _ordinary(content) or _any_notation(content)


def _as_bytes(body: object) -> bytes:
    if isinstance(body, bytearray | bytes):
        return bytes(body)
    raise WebhookPayloadError(f"The body must be the bytes received, not {type(body).__name__}.")


def _is_deep(body: bytes) -> bool:
    brackets = _STRING.sub(b"", body).translate(None, _NO_BRACKETS)
    return max(itertools.accumulate(map(_STEPS.__getitem__, brackets)), default=0) > MAX_DEPTH


def _check_encoding(body: bytes) -> None:
    if body.startswith(_BOM):
        raise WebhookPayloadError("The body begins with a byte order mark.")
    try:
        body.decode()
    except UnicodeDecodeError as error:
        at = error.start
    else:
        return
    raise WebhookPayloadError(f"The body is not UTF-8: byte {at} does not fit.")


def _ordinary(body: bytes) -> Received | None:
    """Read a delivery in the notation of the vendor's serialiser, or give None; much cheaper than `_any_notation`."""
    if not body.startswith(_ORDINARY_START):
        return None
    try:
        delivery = _ORDINARY.decode(body)
    except msgspec.DecodeError:
        return None
    # What comes out again as the same bytes had nothing but these members, each once, and no other notation of them.
    if _ENCODER.encode(delivery) != body or not (delivery.signature and delivery.signature.isascii()):
        return None
    # A quote with a colon behind it ends a name, and there is but one of this name.
    start = body.index(_LAST_NAME) + len(_LAST_NAME)
    return Received(body, delivery.signature, delivery.timestamp, body[start:-1])


def _any_notation(body: bytes) -> Received:
    members = {name: bytes(value) for name, value in _members(body, _WHOLE).items()}
    signature = _signature(members.get("Signature", b""))
    timestamp = _text(_required(members, "Timestamp"))
    if timestamp is None:
        raise WebhookPayloadError("The delivery has the wrong shape at Timestamp: it is not a string.")
    activity = _required(members, "Activity")
    if activity.startswith(b"{"):
        _members(activity, "Activity")
    return Received(body, signature, timestamp, activity)


def _members(value: bytes, where: str) -> dict[str, msgspec.Raw]:
    """The members of an object, none of which is given twice."""
    try:
        members = MEMBERS.decode(value)
        # What is written again as the same bytes has lost nothing; only other notations need the count.
        if _ENCODER.encode(members) == value or len(_EACH_MEMBER.decode(value)) == len(members):
            return members
    except msgspec.ValidationError:
        problem = f"The delivery has the wrong shape: {where} is not an object."
    except msgspec.DecodeError as error:
        problem = f"The body is not JSON: {str(error).removeprefix('JSON is malformed: ')}."
    else:
        problem = f"The body gives a member of {where} twice."
    raise WebhookPayloadError(problem)


def _check_within(values: Iterable[msgspec.Raw]) -> None:
    """Refuse a member that is given twice, at any depth: parsers differ on which of the two counts."""
    for value in map(bytes, values):
        if value.startswith(b"{"):
            _check_within(_members(value, _ELSEWHERE).values())
        elif value.startswith(b"[") and b"{" in value:
            _check_within(_ITEMS.decode(value))


def _required(members: dict[str, bytes], name: str) -> bytes:
    value = members.get(name, b"")
    if value in _ABSENT:
        raise WebhookPayloadError(f"The delivery has no {name}.")
    return value


def _signature(value: bytes) -> str:
    text = "" if value in _ABSENT else _text(value)
    if text is None or not text.isascii():
        raise WebhookSignatureError("The delivery's Signature is not a string of ASCII characters.")
    if not text:
        raise WebhookSignatureError("The delivery has no Signature.")
    return text


def _text(value: bytes) -> str | None:
    try:
        return TEXT.decode(value)
    except msgspec.ValidationError:
        return None


def _past(pattern: re.Pattern[bytes], body: bytes, position: int) -> int:
    match = pattern.match(body, position)
    return position if match is None else match.end()
