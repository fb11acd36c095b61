"""Takes the exact bytes of a delivery and gives a typed event, or raises `WebhookError`, and nothing else.

The vendor documents a delivery's `Signature` as a "sha256 string" and nothing more: neither the key, nor the signed
text, nor the encoding. So a construction is data (`Scheme`) that the caller chooses, and none is assumed.
"""

import base64
import codecs
import contextlib
import hashlib
import hmac
import itertools
import json
import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, Final, Literal, NoReturn, TypeAlias, TypeVar, cast, get_args

import attrs
import msgspec

from ._codec import Undecodable, decode
from ._request import is_count
from .credentials import HoldsSecrets
from .errors import ConfigurationError, WebhookPayloadError, WebhookSignatureError

if TYPE_CHECKING:
    from . import models

BUILDS_ON: Final = ("models.WebhookActivity", "models.WebhookDelivery")

MAX_BODY: Final = 1024 * 1024
MAX_DEPTH: Final = 32

Digest: TypeAlias = Literal["sha256", "hmac-sha256"]
Material: TypeAlias = Literal["secret", "key", "key+secret"]
Part: TypeAlias = Literal["timestamp", "activity", "activity_id"]
Encoding: TypeAlias = Literal["hex", "base64"]
Placement: TypeAlias = Literal["before", "after"]

# A string left open reaches the end of the body, and the quantifiers never give back: the scan is linear.
_STRING: Final = re.compile(rb'"(?:[^"\\]++|\\.)*+"?', re.DOTALL)
_STEPS: Final = {ord("["): 1, ord("{"): 1, ord("]"): -1, ord("}"): -1}
_NO_BRACKETS: Final = bytes(set(range(256)) - set(_STEPS))

_ABSENT: Final = (b"", b"null")

_T = TypeVar("_T")

_NO_SCHEME: Final = (
    "No signature scheme is chosen, and none can be assumed: the vendor documents Signature only as a 'sha256 string', "
    "with no construction. Capture a delivery of your account, find the construction that gives its Signature, "
    "and pass it: Webhooks(scheme=Scheme(...))."
)


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
    """How a signature is made. What is not in `signed` is not protected by it.

    Args:
        digest: `sha256` over key material and text, or `hmac-sha256` of the text under the key material.
        material: The secret, the key, or the key followed by the secret.
        signed: The parts of the signed text in order: `timestamp` (the value of Timestamp), `activity` (the exact
            bytes of Activity), `activity_id` (the exact bytes of Activity.Id).
        encoding: `hex` (compared in either case) or `base64` (standard alphabet, padded).
        separator: What stands between the parts.
        placement: For `sha256`: whether the key material stands before or after the text.

    Raises:
        ConfigurationError: A value that is not among those above.
    """

    digest: Digest = attrs.field(validator=_choice(Digest))
    material: Material = attrs.field(validator=_choice(Material))
    signed: tuple[Part, ...] = attrs.field(validator=_check_signed)
    encoding: Encoding = attrs.field(validator=_choice(Encoding))
    separator: str = attrs.field(default="", validator=_check_separator)
    placement: Placement = attrs.field(default="before", validator=_choice(Placement))

    def sign(self, parts: Mapping[Part, bytes], material: bytes) -> bytes:
        """Make the signature.

        Args:
            parts: The bytes of each part in `signed`.
            material: The key material, joined.

        Returns:
            The encoded signature, hex in lower case.
        """
        text = self.separator.encode().join(parts[part] for part in self.signed)
        if self.digest == "hmac-sha256":
            digest = hmac.digest(material, text, "sha256")
        else:
            digest = hashlib.sha256(material + text if self.placement == "before" else text + material).digest()
        return digest.hex().encode() if self.encoding == "hex" else base64.b64encode(digest)


class Webhooks(HoldsSecrets):
    """Verifies deliveries and decodes them. Its repr shows no secret, and it is never pickled.

    Args:
        secret: The secret that deliveries are signed with, or several while one replaces another.
        key: The key, or several, for a scheme that uses it.
        scheme: How the signature is made. The vendor documents no construction, so there is no default: find yours with
            a captured delivery.
        max_body: The largest body to look at, in bytes.

    Raises:
        ConfigurationError: A secret or key is no str or is empty, the scheme needs one that is not given, or `max_body`
            is no number from 1.
    """

    __slots__ = ("_material", "_max_body", "_scheme")

    def __init__(
        self,
        *,
        secret: str | Iterable[str] | None = None,
        key: str | Iterable[str] | None = None,
        scheme: Scheme | None = None,
        max_body: int = MAX_BODY,
    ) -> None:
        if not is_count(max_body):
            raise ConfigurationError(f"max_body must be a number of bytes from 1; got {max_body!r}.")
        secrets, keys = _encoded("secret", secret), _encoded("key", key)
        self._scheme = scheme
        self._max_body = max_body
        self._material = () if scheme is None else _material(scheme, secrets, keys)

    def __repr__(self) -> str:
        return f"Webhooks(scheme={self._scheme!r}, material=<{len(self._material)} hidden>, max_body={self._max_body})"

    def unwrap(self, body: bytes, headers: Mapping[str, str] | None = None) -> "models.WebhookDelivery":
        """Verify one delivery and decode it.

        Args:
            body: The request's body exactly as received, before any decoding.
            headers: The request's headers. Not used: the vendor puts signature and time into the body.

        Returns:
            The delivery: its signature, timestamp and activity.

        Raises:
            WebhookPayloadError: The body is too large, nested too deep, no JSON, ambiguous, or of the wrong shape.
            WebhookSignatureError: The signature is missing, malformed, or not made with any of the secrets.
            ConfigurationError: No scheme was chosen.
        """
        del headers
        if self._scheme is None:
            raise ConfigurationError(_NO_SCHEME)
        body = _check_bounds(body, self._max_body)
        _check_json(body)
        envelope = _decode(body, _Envelope)
        self._verify(self._scheme, envelope)
        from . import models  # noqa: PLC0415 - building every model costs more than verifying; refuse forgeries first

        return _decode(body, models.WebhookDelivery)

    def _verify(self, scheme: Scheme, envelope: "_Envelope") -> None:
        given = _signature(envelope.signature)
        if scheme.encoding == "hex":
            given = given.lower()
        parts = _parts(scheme, envelope)
        # Every secret is tried, so that the time does not tell which one fits.
        matches = [hmac.compare_digest(given, scheme.sign(parts, material)) for material in self._material]
        if not any(matches):
            raise WebhookSignatureError(
                "The delivery's Signature fits none of the secrets under the chosen scheme: "
                "it is forged, or secret, scheme or body (it must be the exact bytes received) is not the right one."
            )


class _Envelope(msgspec.Struct):
    """A delivery's members as the bytes received; empty where absent."""

    signature: msgspec.Raw = msgspec.field(name="Signature", default_factory=msgspec.Raw)
    timestamp: msgspec.Raw = msgspec.field(name="Timestamp", default_factory=msgspec.Raw)
    activity: msgspec.Raw = msgspec.field(name="Activity", default_factory=msgspec.Raw)


class _Identified(msgspec.Struct):
    id: msgspec.Raw = msgspec.field(name="Id", default_factory=msgspec.Raw)


def _encoded(name: str, value: object) -> tuple[bytes, ...]:
    """One secret, several or none, as bytes."""
    if value is None:
        return ()
    if isinstance(value, str) or not isinstance(value, Iterable):
        value = (value,)
    several = cast("Iterable[object]", value)
    encoded = [_usable(one) for one in several]
    usable = tuple(one for one in encoded if one is not None)
    if len(usable) != len(encoded):
        raise ConfigurationError(f"{name}= of Webhooks takes a str, or several, none of them empty.")
    return usable


def _usable(secret: object) -> bytes | None:
    # A lone surrogate, of a variable that is not UTF-8, gives bytes that fit nothing rather than another exception.
    return secret.encode(errors="surrogatepass") if isinstance(secret, str) and secret.strip() else None


def _material(scheme: Scheme, secrets: tuple[bytes, ...], keys: tuple[bytes, ...]) -> tuple[bytes, ...]:
    """The bytes that may have signed a delivery, one for each secret, key or pair in force."""
    given = {"key": keys, "secret": secrets}
    needed = scheme.material.split("+")
    for name in needed:
        if not given[name]:
            raise ConfigurationError(f"The scheme signs with the {name}: pass {name}= to Webhooks.")
    return tuple(b"".join(combination) for combination in itertools.product(*(given[name] for name in needed)))


def _check_bounds(body: object, max_body: int) -> bytes:
    """Refuse what is not safe to parse: parsers recurse, and a small thread stack ends the whole process."""
    if not isinstance(body, bytes | bytearray):
        raise WebhookPayloadError(f"The body must be the bytes received, not {type(body).__name__}.")
    if len(body) > max_body:
        raise WebhookPayloadError(
            f"The body has {len(body)} bytes and the limit is {max_body} (max_body= of Webhooks)."
        )
    # Fewer brackets than levels allowed is the usual case, and needs no scan.
    if body.count(b"{") + body.count(b"[") > MAX_DEPTH and _is_deep(body):
        raise WebhookPayloadError(f"The body is nested deeper than {MAX_DEPTH} levels.")
    return bytes(body)


def _is_deep(body: bytes | bytearray) -> bool:
    brackets = _STRING.sub(b"", body).translate(None, _NO_BRACKETS)
    return max(itertools.accumulate(map(_STEPS.__getitem__, brackets)), default=0) > MAX_DEPTH


def _check_json(body: bytes) -> None:
    """Refuse what two parsers may read in two ways: another encoding, a byte order mark, NaN, a member given twice."""
    if body.startswith(codecs.BOM_UTF8):
        raise WebhookPayloadError("The body begins with a byte order mark.")
    try:
        text = body.decode()
    except UnicodeDecodeError as error:
        raise WebhookPayloadError(f"The body is not UTF-8: byte {error.start} does not fit.") from None
    try:
        # Numbers are not built: a hostile one is slow to build, and refused with another error.
        _STRICT.decode(text)
    except json.JSONDecodeError as error:
        raise WebhookPayloadError(f"The body is not JSON: {error.msg} at character {error.pos}.") from None


def _members(pairs: list[tuple[str, Any]]) -> None:
    if len({name for name, _ in pairs}) != len(pairs):
        raise WebhookPayloadError("The body gives a member of an object twice.")


def _no_constant(name: str) -> NoReturn:
    raise WebhookPayloadError(f"The body is not JSON: it has the number {name}.")


_STRICT: Final = json.JSONDecoder(
    object_pairs_hook=_members, parse_int=len, parse_float=len, parse_constant=_no_constant
)


def _signature(raw: msgspec.Raw) -> bytes:
    """The text of Signature as bytes."""
    value = None
    if bytes(raw) not in _ABSENT:
        with contextlib.suppress(msgspec.DecodeError, UnicodeDecodeError):
            value = msgspec.json.decode(raw, type=str)
        if value is None or not value.isascii():
            raise WebhookSignatureError("The delivery's Signature is not a string of ASCII characters.")
    if not value:
        raise WebhookSignatureError("The delivery has no Signature.")
    return value.encode()


def _parts(scheme: Scheme, envelope: _Envelope) -> dict[Part, bytes]:
    """The bytes that the scheme's parts stand for; both members must be there, signed or not."""
    parts: dict[Part, bytes] = {"activity": _present(envelope.activity, "Activity")}
    parts["timestamp"] = _decode(_present(envelope.timestamp, "Timestamp"), str).encode(errors="surrogatepass")
    if "activity_id" in scheme.signed:
        parts["activity_id"] = _present(_decode(parts["activity"], _Identified).id, "Activity.Id")
    return parts


def _present(raw: msgspec.Raw, name: str) -> bytes:
    value = bytes(raw)
    if value in _ABSENT:
        raise WebhookPayloadError(f"The delivery has no {name}.")
    return value


def _decode(body: bytes, kind: type[_T]) -> _T:
    try:
        return decode(body, kind)
    except Undecodable as error:
        where = f" at {error.path}" if error.path else ""
        reason = error.reason
    raise WebhookPayloadError(f"The delivery has the wrong shape{where}: {reason}.")
