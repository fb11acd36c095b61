"""Constructions of a signature as data: what is hashed, under which key material, written how. None is the vendor's.

The vendor documents a delivery's `Signature` as a "sha256 string" and nothing more: neither the key, nor the signed
text, nor the encoding. `constructions` gives those that are worth trying.
"""

import base64
import hashlib
import hmac
import itertools
import re
from collections.abc import Callable, Iterator
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Final, Literal, Protocol, Self, TypeAlias, cast, get_args
from urllib.parse import quote, unquote

import attrs
from envoice.errors import ConfigurationError, WebhookPayloadError

if TYPE_CHECKING:
    from .reading import Received

Digest: TypeAlias = Literal["sha256", "hmac-sha256"]
Material: TypeAlias = Literal["secret", "key", "key+secret", "secret+key"]
Part: TypeAlias = Literal["timestamp", "activity", "body", "blank_body", "activity_id", "invoice_id", "order_id"]
Encoding: TypeAlias = Literal["hex", "base64"]
Placement: TypeAlias = Literal["before", "after", "first", "last"]

Signer: TypeAlias = "Callable[[Received], bytes]"
"""Gives the signature that a delivery should have, whatever it claims."""


_Piece: TypeAlias = "Callable[[Received], bytes]"


class _State(Protocol):
    """What `hashlib.sha256` and `hmac.new` give."""

    def copy(self) -> "_State": ...

    def update(self, data: bytes, /) -> None: ...

    def digest(self) -> bytes: ...

    def hexdigest(self) -> str: ...


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


def _constant(value: bytes) -> _Piece:
    return lambda _: value


def _any_of(signed: tuple[Part, ...]) -> _Piece:
    """The first part; but if there is none of them, the same signature would fit every delivery without them."""

    def first(received: "Received") -> bytes:
        values = [PARTS[part](received) for part in signed]
        if not any(values):
            raise WebhookPayloadError(f"The delivery has none of what the scheme signs: {', '.join(signed)}.")
        return values[0]

    return first


_FORM: Final = "DIGEST:MATERIAL:PART+PART:ENCODING[:join=SEPARATOR][:placement=PLACEMENT]"
_EXAMPLE: Final = "hmac-sha256:secret:timestamp+activity:hex:join=."
_HEX_PAIRS: Final = re.compile(rb"[0-9a-f]{2}(?:-[0-9a-f]{2}){31}")
_STANDARD_ALPHABET: Final = bytes.maketrans(b"-_", b"+/")


def _choice(alias: Any) -> Any:
    """An attrs validator that takes the values of a Literal only."""
    allowed: tuple[str, ...] = get_args(alias)

    def check(_: object, attribute: "attrs.Attribute[str]", value: object) -> None:
        if value not in allowed:
            raise ConfigurationError(f"Scheme.{attribute.name} must be one of {', '.join(map(repr, allowed))}.")

    return check


def _check_signed(_: object, __: object, value: object) -> None:
    allowed: tuple[str, ...] = get_args(Part)
    parts = cast("tuple[object, ...]", value) if isinstance(value, tuple) else ()
    if not parts or any(part not in allowed for part in parts):
        raise ConfigurationError(f"Scheme.signed must be a tuple of one or more of {', '.join(map(repr, allowed))}.")


def _check_separator(_: object, __: object, value: object) -> None:
    if not isinstance(value, str) or not value.isascii():
        raise ConfigurationError("Scheme.separator must be a str of ASCII characters.")


@attrs.frozen(kw_only=True)
class Scheme:
    """How a signature is made. What is not in `signed` is not protected by it: anyone can change it in a delivery seen.

    To verify with a construction that no values of these fields make, override `signer`.

    Args:
        digest: `sha256` over key material and text, or `hmac-sha256` of the text under the key material.
        material: The secret, the key, or one directly after the other.
        signed: The parts of the signed text in order: `timestamp` (the text of Timestamp), `activity` (the exact bytes
            of Activity), `body` (the exact body with the member Signature and its comma cut out), `blank_body` (the
            exact body with nothing between the quotes of Signature), `activity_id`, `invoice_id`, `order_id` (the exact
            bytes of Activity's Id, InvoiceId, OrderId; nothing where the last two are absent or null).
        encoding: `hex` (compared in either case, also as .NET writes it, `4F-A0-...`) or `base64` (compared in the
            standard and the URL-safe alphabet, with and without padding; made in the standard one, padded).
        separator: What stands between the parts.
        placement: For `sha256`, where the key material stands: directly `before` or `after` the text, or as its `first`
            or `last` part, with the separator between.

    Raises:
        ConfigurationError: A value that is not among those above.
    """

    digest: Digest = attrs.field(validator=_choice(Digest))
    material: Material = attrs.field(validator=_choice(Material))
    signed: tuple[Part, ...] = attrs.field(validator=_check_signed)
    encoding: Encoding = attrs.field(validator=_choice(Encoding))
    separator: str = attrs.field(default="", validator=_check_separator)
    placement: Placement = attrs.field(default="before", validator=_choice(Placement))

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read the line of configuration that `str` of a scheme gives, such as `hmac-sha256:secret:activity:hex`.

        Args:
            text: `DIGEST:MATERIAL:PART+PART:ENCODING`, then perhaps `:join=SEPARATOR`, with `%XX` for what is no letter
                or digit, and `:placement=PLACEMENT`.

        Raises:
            ConfigurationError: The text has another form, or a value that no scheme has.
        """
        fields, options = text.strip().split(":")[:4], text.strip().split(":")[4:]
        named = dict(option.split("=", 1) for option in options if option.startswith(("join=", "placement=")))
        if len(fields) != 4 or len(named) != len(options):  # noqa: PLR2004 - the four fields of the form
            raise ConfigurationError(f"A scheme is written {_FORM}, such as {_EXAMPLE}; got {text!r}.")
        digest, material, signed, encoding = fields
        values: dict[str, Any] = {"digest": digest, "material": material, "encoding": encoding}
        values["signed"] = tuple(signed.split("+"))
        values["separator"] = unquote(named.get("join", ""))
        values["placement"] = named.get("placement", "before")
        return cls(**values)

    def __str__(self) -> str:
        fields = [self.digest, self.material, "+".join(self.signed), self.encoding]
        if self.separator:
            fields.append(f"join={quote(self.separator, safe='')}")
        if self.placement != "before":
            fields.append(f"placement={self.placement}")
        return ":".join(fields)

    def signs(self, part: Part) -> bool:
        """Return whether the signature covers a part, be it as a part of its own or within the body.

        Args:
            part: One of the parts.
        """
        return part in self.signed or "body" in self.signed or "blank_body" in self.signed

    def signer(self, material: bytes) -> Signer:
        """Return what makes the signature of deliveries with one key material. Overridden, it makes another scheme.

        Args:
            material: The key material, joined.

        Returns:
            A function of a delivery. Its result is in the notation of `comparable`: hex in lower case, or base64 in the
            standard alphabet, padded. It raises `WebhookPayloadError` where a part that is signed is not there.
        """
        begun = self._begun(material)
        pieces = self._pieces(material)
        is_hex = self.encoding == "hex"

        def sign(received: "Received") -> bytes:
            state = begun.copy()
            for piece in pieces:
                state.update(piece(received))
            return state.hexdigest().encode() if is_hex else base64.b64encode(state.digest())

        return sign

    def comparable(self, signature: str) -> bytes:
        """Return a claimed signature in the notation of a signer.

        Args:
            signature: The text of Signature, which is ASCII.
        """
        if self.encoding == "hex":
            written = signature.encode().lower()
            return written.replace(b"-", b"") if b"-" in written and _HEX_PAIRS.fullmatch(written) else written
        padded = signature if len(signature) % 4 == 0 else signature + "="
        return padded.encode().translate(_STANDARD_ALPHABET)

    def _begun(self, material: bytes) -> "_State":
        """The state of the digest before the text; a copy of it saves the work on the key for every delivery."""
        if self.digest == "hmac-sha256":
            return hmac.new(material, digestmod="sha256")
        return hashlib.sha256()

    def _pieces(self, material: bytes) -> list[_Piece]:
        """What is hashed, in order: the parts with the separator between, and the material unless it is HMAC's key."""
        parts: list[_Piece] = [PARTS[part] for part in self.signed]
        if {"invoice_id", "order_id"}.issuperset(self.signed):
            parts[0] = _any_of(self.signed)
        key = _constant(material)
        if self.digest == "sha256" and self.placement in ("first", "last"):
            parts = [key, *parts] if self.placement == "first" else [*parts, key]
        between = _constant(self.separator.encode())
        pieces = [piece for part in parts for piece in (between, part)][1:] if self.separator else parts
        if self.digest == "sha256" and self.placement in ("before", "after"):
            pieces = [key, *pieces] if self.placement == "before" else [*pieces, key]
        return pieces


SEPARATORS: Final = ("", ".", ":", "|", "\n", "-", "_", ",", ";", "&", "/", "+", " ")
"""What usually stands between the parts of a signed text."""

_WHOLE: Final[tuple[Part, ...]] = ("activity", "body", "blank_body")
_IDS: Final[tuple[Part, ...]] = ("activity_id", "invoice_id", "order_id")
_PLACEMENTS: Final[tuple[tuple[Digest, Placement], ...]] = (
    ("hmac-sha256", "before"),
    ("sha256", "before"),
    ("sha256", "after"),
    ("sha256", "first"),
    ("sha256", "last"),
)


def texts() -> Iterator[tuple[Part, ...]]:
    """Give the sequences of parts that are worth trying, each once: single parts, pairs and threes that go together."""
    every: tuple[Part, ...] = get_args(Part)
    for part in every:
        yield (part,)
    together = [
        *(("timestamp", part) for part in every if part != "timestamp"),
        *itertools.product(("activity_id",), (*_WHOLE, "invoice_id", "order_id")),
        *(("timestamp", "activity_id", part) for part in _WHOLE),
        _IDS,
        *(("timestamp", "activity_id", part) for part in ("invoice_id", "order_id")),
    ]
    for parts in together:
        yield from itertools.permutations(cast("tuple[Part, ...]", parts))
    yield ("timestamp", *_IDS)
    yield (*_IDS, "timestamp")


def constructions() -> Iterator[Scheme]:
    """Give every scheme of the registry, none of them equal in effect to another on all deliveries.

    They are the digests with each placement of the material, the kinds of material, `texts` joined with each of
    `SEPARATORS`, and the encodings. None is the vendor's word; `identify` tries them all.
    """
    materials: tuple[Material, ...] = get_args(Material)
    encodings: tuple[Encoding, ...] = get_args(Encoding)
    for signed, separator, (digest, placement) in itertools.product(texts(), SEPARATORS, _PLACEMENTS):
        joined = placement in ("first", "last")
        # A separator shows only between two parts, and joined without one the material stands directly at the text.
        if (separator and len(signed) == 1 and not joined) or (joined and not separator):
            continue
        for material, encoding in itertools.product(materials, encodings):
            yield Scheme(
                digest=digest,
                material=material,
                signed=signed,
                encoding=encoding,
                separator=separator,
                placement=placement,
            )
