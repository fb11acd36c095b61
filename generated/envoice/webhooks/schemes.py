"""Constructions of a signature as data: what is hashed, under which key material, written how. None is the vendor's.

The vendor documents a delivery's `Signature` as a "sha256 string" and nothing more: neither the key, nor the signed
text, nor the encoding. `registry` has those that are worth trying.
"""

import base64
from collections.abc import Callable, Sequence
from operator import attrgetter
from typing import Any, Final, Literal, NamedTuple, Self, TypeAlias, cast, get_args
from urllib.parse import quote, unquote

import attrs
from envoice.errors import ConfigurationError, WebhookPayloadError

from ._digests import NOTATIONS, Encoding, Frame, begin
from .reading import Received

__all__ = ["Digest", "Encoding", "Frame", "Keying", "Material", "Part", "Placement", "Scheme", "Signer"]

EXPORTED_AS: Final = ("Scheme", "webhooks.Scheme")

Digest: TypeAlias = Literal["sha256", "hmac-sha256"]
Material: TypeAlias = Literal["secret", "key", "key+secret", "secret+key", "none"]
Part: TypeAlias = Literal["timestamp", "activity", "body", "blank_body", "activity_id", "invoice_id", "order_id"]
Placement: TypeAlias = Literal["before", "after", "around", "first", "last", "ends"]

Signer: TypeAlias = Callable[[Received], bytes]
"""Gives the signature that a delivery should have, whatever it claims."""


_Piece: TypeAlias = Callable[[Received], bytes]


class Keying(NamedTuple):
    """What of a scheme says how its key material is used."""

    digest: Digest
    material: Material
    placement: Placement
    material_separator: str = ""


def framed(keying: Keying, separator: str, material: Sequence[bytes]) -> Frame:
    """Return where the key material goes.

    Args:
        keying: How it is used.
        separator: What stands between the parts of the text.
        material: The values of the key material, none, one or two.
    """
    between = separator.encode()
    joined = keying.material_separator.encode().join(material)
    if keying.digest == "hmac-sha256":
        match keying.placement:
            case "first":
                return Frame(material[0], material[1] + between, b"")
            case "last":
                return Frame(material[0], b"", between + material[1])
            case _:
                return Frame(joined, b"", b"")
    first, last = (material[0], material[-1]) if material else (b"", b"")
    prefix, suffix = {
        "before": (joined, b""),
        "after": (b"", joined),
        "around": (first, last),
        "first": (joined + between, b""),
        "last": (b"", between + joined),
        "ends": (first + between, between + last),
    }[keying.placement]
    return Frame(None, prefix, suffix)


def _activity_id(received: "Received") -> bytes:
    value = received.activity_member("Id")
    if not value:
        raise WebhookPayloadError("The delivery has no Activity.Id, which the scheme signs.")
    return value


PARTS: Final[dict[Part, _Piece]] = {
    "timestamp": lambda received: received.timestamp.encode(),
    "activity": attrgetter("activity"),
    "body": lambda received: received.body_without_signature(),
    "blank_body": lambda received: received.body_with_blank_signature(),
    "activity_id": _activity_id,
    "invoice_id": lambda received: received.activity_member("InvoiceId"),
    "order_id": lambda received: received.activity_member("OrderId"),
}
"""The bytes that each part of a signed text stands for."""

OPTIONAL_PARTS: Final = frozenset({"invoice_id", "order_id"})
"""The parts that an event may lack. A text of nothing else must have one of them, or it would fit every such event."""


def _constant(value: bytes) -> _Piece:
    return lambda _: value


def _any_of(signed: tuple[Part, ...]) -> _Piece:
    """The first part, where any of them is there."""

    def first(received: "Received") -> bytes:
        values = [PARTS[part](received) for part in signed]
        if not any(values):
            raise WebhookPayloadError(f"The delivery has none of what the scheme signs: {', '.join(signed)}.")
        return values[0]

    return first


_FORM: Final = "DIGEST:MATERIAL:PART+PART:ENCODING[:join=SEPARATOR][:material-join=SEPARATOR][:placement=PLACEMENT]"
_EXAMPLE: Final = "hmac-sha256:secret:timestamp+activity:hex:join=."
_OPTIONS: Final = {"join": "separator", "material-join": "material_separator", "placement": "placement"}


def _choice(alias: Any) -> Any:
    """An attrs validator that takes the values of a Literal only."""
    allowed: tuple[str, ...] = get_args(alias)

    def check(_: object, attribute: Any, value: object) -> None:
        if value not in allowed:
            raise ConfigurationError(f"Scheme.{attribute.name} must be one of {', '.join(map(repr, allowed))}.")

    return check


def _check_signed(_: object, __: object, value: object) -> None:
    allowed: tuple[str, ...] = get_args(Part)
    parts = cast("tuple[object, ...]", value) if isinstance(value, tuple) else ()
    if not parts or any(part not in allowed for part in parts):
        raise ConfigurationError(f"Scheme.signed must be a tuple of one or more of {', '.join(map(repr, allowed))}.")


def _check_separator(_: object, attribute: Any, value: object) -> None:
    if not isinstance(value, str) or not value.isascii():
        raise ConfigurationError(f"Scheme.{attribute.name} must be a str of ASCII characters.")


@attrs.frozen(kw_only=True)
class Scheme:
    """How a signature is made. What is not in `signed` is not protected by it: anyone can change it in a delivery seen.

    To verify with a construction that no values of these fields make, override `signer`.

    Args:
        digest: `sha256` over key material and text, or `hmac-sha256` of the text under the key material.
        material: The secret, the key, or a pair of both; `none` for a plain hash, which proves nothing.
        signed: The parts of the signed text in order: `timestamp` (the text of Timestamp), `activity` (the exact bytes
            of Activity), `body` (the exact body with the member Signature and its comma cut out), `blank_body` (the
            exact body with nothing between the quotes of Signature), `activity_id`, `invoice_id`, `order_id` (the exact
            bytes of Activity's Id, InvoiceId, OrderId; nothing where the last two are absent or null).
        encoding: `hex` (compared in either case, also as .NET writes it, `4F-A0-...`) or `base64` (compared in the
            standard and the URL-safe alphabet, with and without padding; made in the standard one, padded).
        separator: What stands between the parts.
        placement: For `sha256`, where the key material stands: directly `before`, `after` or `around` the text, or as
            its `first` or `last` part or at both `ends`, with the separator between. `around` and `ends` part a pair,
            and have a single value on both sides. For `hmac-sha256` the material is the key; of a pair, the second may
            be the `first` or `last` part of the text instead.
        material_separator: What stands between the two of a pair that is joined.

    Raises:
        ConfigurationError: A value that is not among those above, or one that would have no effect.
    """

    digest: Digest = attrs.field(validator=_choice(Digest))
    material: Material = attrs.field(validator=_choice(Material))
    signed: tuple[Part, ...] = attrs.field(validator=_check_signed)
    encoding: Encoding = attrs.field(validator=_choice(Encoding))
    separator: str = attrs.field(default="", validator=_check_separator)
    placement: Placement = attrs.field(default="before", validator=_choice(Placement))
    material_separator: str = attrs.field(default="", validator=_check_separator)

    def __attrs_post_init__(self) -> None:
        pair, hmac_only = len(self.needs) > 1, self.digest == "hmac-sha256"
        if self.material == "none" and (hmac_only or self.placement != "before"):
            raise ConfigurationError("Scheme.material 'none' goes with the digest 'sha256' and no placement.")
        if hmac_only and self.placement not in (("before", "first", "last") if pair else ("before",)):
            raise ConfigurationError(
                "Scheme.placement has no effect on hmac-sha256, whose key the material is: leave it out; of a pair "
                "such as secret+key, the second may be the 'first' or 'last' part of the text."
            )
        parted = self.placement in (("first", "last") if hmac_only else ("around", "ends"))
        if self.material_separator and (parted or not pair):
            raise ConfigurationError("Scheme.material_separator stands between the two of a pair that is joined.")

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read the line of configuration that `str` of a scheme gives, such as `hmac-sha256:secret:activity:hex`.

        Args:
            text: `DIGEST:MATERIAL:PART+PART:ENCODING`, then perhaps `:join=SEPARATOR` and `:material-join=SEPARATOR`,
                with `%XX` for what is no letter or digit, and `:placement=PLACEMENT`.

        Raises:
            ConfigurationError: The text has another form, or a value that no scheme has. It is never quoted: people put
                the secret into the wrong variable.
        """
        values = _values(text)
        del text
        if values is None:
            raise ConfigurationError(f"A scheme is written {_FORM}, such as {_EXAMPLE}; this text has another form.")
        return cls(**values)

    def __str__(self) -> str:
        fields = [self.digest, self.material, "+".join(self.signed), self.encoding]
        if self.separator:
            fields.append(f"join={quote(self.separator, safe='')}")
        if self.material_separator:
            fields.append(f"material-join={quote(self.material_separator, safe='')}")
        if self.placement != "before":
            fields.append(f"placement={self.placement}")
        return ":".join(fields)

    @property
    def needs(self) -> tuple[str, ...]:
        """What it signs with, in order: `secret`, `key`, both or nothing."""
        return () if self.material == "none" else tuple(self.material.split("+"))

    def signs(self, part: Part) -> bool:
        """Return whether the signature covers a part, be it as a part of its own or within the body.

        Args:
            part: One of the parts.
        """
        return part in self.signed or "body" in self.signed or "blank_body" in self.signed

    def weakness(self) -> str | None:
        """Return in a sentence what a signature of this scheme does not prove; None where it covers all that counts."""
        if not self.needs:
            return "It is made without secret or key, so it proves nothing: anyone can make a delivery that passes."
        if not self.signs("activity"):
            return "It does not cover all of Activity: who has seen one delivery can send another with its signature."
        return None

    def signer(self, *material: bytes) -> Signer:
        """Return what makes the signature of deliveries with one key material. Overridden, it makes another scheme.

        Args:
            material: The values of what the scheme `needs`, in its order.

        Returns:
            A function of a delivery. Its result is in the notation of `comparable`: hex in lower case, or base64 in the
            standard alphabet, padded. It raises `WebhookPayloadError` where a part that is signed is not there.
        """
        frame = framed(self._keying, self.separator, material)
        inner, outer = begin(frame)
        pieces = [*self._pieces(), _constant(frame.suffix)] if frame.suffix else self._pieces()
        is_hex = self.encoding == "hex"

        def sign(received: "Received") -> bytes:
            # A copy saves the work on the key and the prefix for every delivery.
            state = inner.copy()
            for piece in pieces:
                state.update(piece(received))
            if outer is not None:
                within = state.digest()
                state = outer.copy()
                state.update(within)
            return state.hexdigest().encode() if is_hex else base64.b64encode(state.digest())

        return sign

    def comparable(self, signature: str) -> bytes:
        """Return a claimed signature in the notation of a signer.

        Args:
            signature: The text of Signature, which is ASCII.
        """
        return NOTATIONS[self.encoding](signature)

    @property
    def _keying(self) -> Keying:
        return Keying(self.digest, self.material, self.placement, self.material_separator)

    def _pieces(self) -> list[_Piece]:
        """What makes up the text: the parts, with the separator between."""
        parts: list[_Piece] = [PARTS[part] for part in self.signed]
        if OPTIONAL_PARTS.issuperset(self.signed):
            parts[0] = _any_of(self.signed)
        between = _constant(self.separator.encode())
        return [piece for part in parts for piece in (between, part)][1:] if self.separator else parts


def _values(text: str) -> dict[str, Any] | None:
    """The values of a line of configuration, not looked at one by one; None where it has another form."""
    fields, options = text.strip().split(":")[:4], text.strip().split(":")[4:]
    named = dict(option.split("=", 1) for option in options if "=" in option)
    if len(fields) != 4 or len(named) != len(options) or not named.keys() <= _OPTIONS.keys():  # noqa: PLR2004 - of _FORM
        return None
    values: dict[str, Any] = dict(zip(("digest", "material", "signed", "encoding"), fields, strict=True))
    values["signed"] = tuple(values["signed"].split("+"))
    return values | {_OPTIONS[name]: unquote(value) for name, value in named.items()}
