"""Reads a delivery so strictly that no two parsers can differ on it, and keeps the exact bytes of its members.

`read` looks as far as the signature needs it, so that a stranger's body costs little; `check_within` looks at all the
rest of one that is rightly signed. They raise `WebhookPayloadError`, or `WebhookSignatureError` for the member that
carries the signature, and nothing else.
"""

import re
from collections.abc import Mapping
from typing import Final, cast

import msgspec
from envoice.errors import WebhookPayloadError, WebhookSignatureError

from ._strict import MAX_DEPTH, check_depth, check_encoding, decode_strictly, limited_bytes, members_of, spans_of
from ._verifier import MAX_BODY

__all__ = ["MAX_BODY", "MAX_DEPTH", "Received"]

EXPORTED_AS: Final = ("webhooks.Received",)

_ABSENT: Final = (b"", b"null")
_WHOLE: Final = "the delivery"
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


DOCUMENTED: Final = {name.casefold(): name for name in _OrdinaryActivity.__struct_encode_fields__}
"""The members of Activity that the vendor documents, by their names without case."""

_NAMES: Final = frozenset(DOCUMENTED.values())

_ORDINARY_START: Final = b'{"Signature":"'
_LAST_NAME: Final = b'"Activity":'
_NESTED_VALUE: Final = re.compile(rb'":[\[{]')
_ORDINARY: Final = msgspec.json.Decoder(_Ordinary)


class Received(msgspec.Struct, frozen=True, eq=False, gc=False):
    """A delivery as it was received, not verified. The repr shows none of it: it may hold personal data.

    Attributes:
        body: The exact bytes.
        signature: The text of Signature, which is ASCII.
        timestamp: The text of Timestamp.
        activity: The exact bytes of Activity.
        flat: Whether Activity is known to hold no object and no array.
        settled: Whether it is read to its end, so that `check_within` has nothing left to look at.
    """

    body: bytes
    signature: str
    timestamp: str
    activity: bytes
    flat: bool = False
    settled: bool = False

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
        value = bytes(members_of(self.activity, "Activity").get(name, b""))
        return b"" if value in _ABSENT else value

    def body_without_signature(self) -> bytes:
        """Return the body with the member Signature cut out, and with it the one comma that the others do without.

        If a member follows, the cut goes up to its name; if none does, it begins at the end of the value before. White
        space elsewhere stays as it is.
        """
        if (usual := self._usual_start()) is not None:
            return b'{"' + self.body[len(usual) :]
        spans = list(spans_of(self.body, _WHOLE))
        at = next(index for index, span in enumerate(spans) if span[0] == "Signature")
        _, start, _, end = spans[at]
        if at + 1 < len(spans):
            end = spans[at + 1][1]
        elif at:
            start = spans[at - 1][3]
        return self.body[:start] + self.body[end:]

    def body_with_blank_signature(self) -> bytes:
        """Return the body with nothing between the quotes of the value of Signature."""
        if (usual := self._usual_start()) is not None:
            return _ORDINARY_START + b'","' + self.body[len(usual) :]
        start, end = next((start, end) for name, _, start, end in spans_of(self.body, _WHOLE) if name == "Signature")
        return self.body[: start + 1] + self.body[end - 1 :]

    def _usual_start(self) -> bytes | None:
        """The body up to the name of its second member, where Signature is the first and has nothing escaped."""
        start = _ORDINARY_START + self.signature.encode() + b'","'
        escaped = '"' in self.signature or "\\" in self.signature
        return start if self.body.startswith(start) and not escaped else None


def read(body: object, max_body: int = MAX_BODY) -> Received:
    """Read a delivery without trusting it, as far as its signature needs it.

    Args:
        body: The bytes received.
        max_body: The largest body to look at, in bytes.

    Returns:
        The delivery, which is UTF-8 JSON without a byte order mark, without NaN, and with no member of its own given
        twice.

    Raises:
        WebhookPayloadError: It is not; or it is too large, nested too deep, or without Timestamp or Activity.
        WebhookSignatureError: Its signature is missing, or no string of ASCII characters.
    """
    content = limited_bytes(body, max_body)
    # An ordinary delivery has two objects, the envelope from the first byte on and Activity, and no array.
    nested = content.find(b"[") >= 0 or content.find(b"{", content.find(b"{", 1) + 1) > 0
    if nested:
        check_depth(content)
    if not content.isascii():
        check_encoding(content)
    return _ordinary(content, nested=nested) or _any_notation(content, nested=nested)


def check_within(received: Received) -> None:
    """Refuse what two parsers may read differently within a delivery whose signature fits.

    Args:
        received: The delivery.

    Raises:
        WebhookPayloadError: An object has a member twice, be it in another case, for which some parsers do not care; or
            Activity has members, but none that the vendor documents, or has one of these in another case.
    """
    if received.settled:
        return
    if received.flat and received.activity.startswith(b"{"):
        _check_names(members_of(received.activity, "Activity"))
        return
    activity = decode_strictly(received.body)["Activity"]
    if isinstance(activity, dict):
        _check_names(cast("dict[str, object]", activity))


def _ordinary(body: bytes, *, nested: bool) -> Received | None:
    """Read a delivery in the notation of the vendor's serialiser, or give None; much cheaper than `_any_notation`.

    Args:
        body: The exact bytes.
        nested: Whether there may be more than the two objects of an ordinary delivery, or a bracket in a text.
    """
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
    activity = body[start:-1]
    # No blank stands between a name and its value here.
    flat = not nested or _NESTED_VALUE.search(activity) is None
    return Received(body, delivery.signature, delivery.timestamp, activity, flat, flat)


def _any_notation(body: bytes, *, nested: bool) -> Received:
    members = {name: bytes(value) for name, value in members_of(body, _WHOLE).items()}
    signature = _signature(members.get("Signature", b""))
    timestamp = _text(_required(members, "Timestamp"))
    if timestamp is None:
        raise WebhookPayloadError("The delivery has the wrong shape at Timestamp: it is not a string.")
    return Received(body, signature, timestamp, _required(members, "Activity"), not nested)


def _check_names(activity: Mapping[str, object]) -> None:
    """Refuse an Activity whose names differ from the documented ones in case, so that values would be lost."""
    if activity.keys() <= _NAMES:
        return
    for name in activity:
        documented = DOCUMENTED.get(name.casefold(), name)
        if documented != name:
            raise WebhookPayloadError(f"Activity has {documented} in another case than the vendor documents.")
    if activity.keys().isdisjoint(_NAMES):
        raise WebhookPayloadError(f"Activity has none of the documented members {', '.join(DOCUMENTED.values())}.")


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
