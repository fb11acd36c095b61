"""Finds the construction that gives the signatures of captured deliveries, by trying every one there is."""

import base64
import binascii
import hashlib
import hmac
from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import Final, NamedTuple

from envoice._redaction.values import HoldsSecrets
from envoice.errors import ConfigurationError, WebhookPayloadError

from ._captures import captured_body
from ._digests import NOTATIONS
from ._secrets import as_secrets, encoded
from .guarding import comparable_of, signer_of
from .material import combined
from .reading import Received, check_within, read
from .registry import ENCODINGS, SEPARATORS, Text, keyings, scheme_of, texts
from .schemes import OPTIONAL_PARTS, PARTS, Encoding, Frame, Keying, Part, Scheme, framed

__all__ = ["Identifier", "captured_body"]

EXPORTED_AS: Final = ("webhooks.Identifier",)


class _Tried(NamedTuple):
    """A keying with one key material."""

    frame: Frame
    keying: Keying


class Identifier(HoldsSecrets):
    """Tries every construction of the registry, and further ones, on captured deliveries.

    Args:
        secret: The secret that deliveries may be signed with, or several.
        key: The key, or several. Constructions that need what is not given are left out.
        schemes: Further schemes to try.

    Raises:
        ConfigurationError: Neither is given, or one is no str or is empty.
    """

    __slots__ = ("_keys", "_latest", "_schemes", "_secrets", "_tried", "tried")

    def __init__(
        self,
        *,
        secret: str | Iterable[str] | None = None,
        key: str | Iterable[str] | None = None,
        schemes: Iterable[Scheme] = (),
    ) -> None:
        secret, key = as_secrets(secret), as_secrets(key)
        self._secrets, self._keys = encoded("secret", secret), encoded("key", key)
        if not self._secrets and not self._keys:
            raise ConfigurationError("There is nothing to sign with: give the secret, the key, or both.")
        given = {name for name, values in (("secret", self._secrets), ("key", self._keys)) if values}
        self._schemes = [scheme for scheme in schemes if given.issuperset(scheme.needs)]
        self._tried: dict[tuple[str, bool], list[_Tried]] = {
            (separator, alone): list(self._framed(separator, alone=alone, given=given))
            for separator in SEPARATORS
            for alone in (False, True)
        }
        self._latest: tuple[bytes, dict[bytes, list[tuple[Text, Keying]]]] = (b"", {})
        every = {group: len({attempt.keying for attempt in tried}) for group, tried in self._tried.items()}
        count = sum(every[text.separator, len(text.signed) == 1] for text in texts())
        self.tried: int = count * len(ENCODINGS) + len(self._schemes)
        """How many constructions are tried."""

    def fitting(self, bodies: Iterable[bytes]) -> tuple[Scheme, ...]:
        """Return the schemes that fit all of some deliveries, the simplest first.

        Args:
            bodies: The exact bytes of each; a line break that an editor put at the end does no harm.

        Raises:
            WebhookError: One of them is no delivery.
            ConfigurationError: The signer of a further scheme fails, or gives no bytes.
        """
        fits: set[Scheme] | None = None
        for body in bodies:
            readings = [_read(content) for content in {body, body.rstrip(b"\r\n")}]
            if fits is None:
                fits = {scheme for received in readings for scheme in self._every_fitting(received)}
            else:
                fits = {scheme for scheme in fits if any(self._fits(scheme, received) for received in readings)}
        return tuple(sorted(fits or (), key=lambda scheme: (len(scheme.signed), len(str(scheme)), str(scheme))))

    def _framed(self, separator: str, *, alone: bool, given: set[str]) -> Iterator[_Tried]:
        for keying in keyings(separator, alone=alone):
            like = scheme_of(Text(("timestamp",), separator), keying, "hex")
            if given.issuperset(like.needs):
                for material in combined(like, secrets=self._secrets, keys=self._keys):
                    yield _Tried(framed(keying, separator, material), keying)

    def _every_fitting(self, received: Received) -> Iterator[Scheme]:
        # Deliveries that differ in nothing but the signature have one table of what it may be.
        blank = received.body_with_blank_signature()
        if self._latest[0] != blank:
            self._latest = (blank, self._table(received))
        for encoding, digest in _claimed(received.signature):
            yield from (scheme_of(*found, encoding) for found in self._latest[1].get(digest, ()))
        yield from (scheme for scheme in self._schemes if self._fits(scheme, received))

    def _fits(self, scheme: Scheme, received: Received) -> bool:
        claimed = comparable_of(scheme)(received.signature)
        with suppress(WebhookPayloadError):  # a part that the scheme signs is not there
            materials = combined(scheme, secrets=self._secrets, keys=self._keys)
            return any(signer_of(scheme, *material)(received) == claimed for material in materials)
        return False

    def _table(self, received: Received) -> dict[bytes, list[tuple[Text, Keying]]]:
        """Every digest that the delivery's signature may be, and the constructions that make it."""
        table: dict[bytes, list[tuple[Text, Keying]]] = {}
        values: dict[Part, bytes | None] = {part: _value(part, received) for part in PARTS}
        for text in texts():
            signed = _joined(text, values)
            if signed is None:
                continue
            for (key, prefix, suffix), keying in self._tried[text.separator, len(text.signed) == 1]:
                whole = prefix + signed + suffix
                digest = hashlib.sha256(whole).digest() if key is None else hmac.digest(key, whole, "sha256")
                table.setdefault(digest, []).append((text, keying))
        return table


def _read(body: bytes) -> Received:
    received = read(body)
    check_within(received)
    return received


def _value(part: Part, received: Received) -> bytes | None:
    try:
        return PARTS[part](received)
    except WebhookPayloadError:
        return None


def _joined(text: Text, values: dict[Part, bytes | None]) -> bytes | None:
    """What is signed; None where `Scheme.signer` finds a part lacking."""
    there = [value for part in text.signed if (value := values[part]) is not None]
    if len(there) < len(text.signed) or (OPTIONAL_PARTS.issuperset(text.signed) and not any(there)):
        return None
    return text.separator.encode().join(there)


def _claimed(signature: str) -> Iterator[tuple[Encoding, bytes]]:
    """The digest that a claimed signature is, in each encoding that can be."""
    for encoding in ENCODINGS:
        written = NOTATIONS[encoding](signature)
        with suppress(ValueError, binascii.Error):
            digest = bytes.fromhex(written.decode()) if encoding == "hex" else base64.b64decode(written)
            # Both take what is no signature too, such as blanks in between.
            if written == (digest.hex().encode() if encoding == "hex" else base64.b64encode(digest)):
                yield encoding, digest
