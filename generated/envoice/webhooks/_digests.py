"""SHA-256 and its HMAC, begun once for all deliveries, and the notations in which a signature is written."""

import hashlib
import re
from collections.abc import Callable
from typing import Final, Literal, NamedTuple, Protocol, TypeAlias

Encoding: TypeAlias = Literal["hex", "base64"]

_BLOCK: Final = 64  # bytes that SHA-256 takes at a time
_HEX_PAIRS: Final = re.compile(rb"[0-9a-f]{2}(?:-[0-9a-f]{2}){31}")
_STANDARD_ALPHABET: Final = bytes.maketrans(b"-_", b"+/")


class State(Protocol):
    """What `hashlib.sha256` gives."""

    def copy(self) -> "State": ...

    def update(self, data: bytes, /) -> None: ...

    def digest(self) -> bytes: ...

    def hexdigest(self) -> str: ...


class Frame(NamedTuple):
    """What the key material comes down to: the key of an HMAC, or None for a plain hash, and what encloses the text."""

    key: bytes | None
    prefix: bytes
    suffix: bytes


def begin(frame: Frame) -> tuple[State, State | None]:
    """Return the hash of a text before its first part, and for an HMAC the hash of that hash: RFC 2104, step by step.

    The states of `hmac` are wrapped in Python, and copying one costs as much as hashing half a delivery.

    Args:
        frame: The key, and what encloses the text.
    """
    if frame.key is None:
        return hashlib.sha256(frame.prefix), None
    key = hashlib.sha256(frame.key).digest() if len(frame.key) > _BLOCK else frame.key
    block = key.ljust(_BLOCK, b"\0")
    inner, outer = (hashlib.sha256(bytes(byte ^ pad for byte in block)) for pad in (0x36, 0x5C))
    inner.update(frame.prefix)
    return inner, outer


def _hex(signature: str) -> bytes:
    written = signature.encode().lower()
    return written.replace(b"-", b"") if b"-" in written and _HEX_PAIRS.fullmatch(written) else written


def _base64(signature: str) -> bytes:
    padded = signature if len(signature) % 4 == 0 else signature + "="
    return padded.encode().translate(_STANDARD_ALPHABET)


NOTATIONS: Final[dict[Encoding, Callable[[str], bytes]]] = {"hex": _hex, "base64": _base64}
"""What brings a claimed signature, an ASCII text, into the one notation of an encoding that is compared."""
