"""JSON in and out: exact decimals, three-state fields, and every failure as one exception.

`encode` raises `EncodeError`. `decode` raises `Undecodable`, which the judge of answers turns into a `DecodeError` with
the request's context. A clean body is read once and strictly. What that refuses is read again and repaired, as far as
the API is declared to need it.
"""

from __future__ import annotations

import contextlib
import math
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any, Final, TypeVar, cast

import msgspec

from .._api import BARE_WORDS
from .._lazy import lazy_module
from ..errors import EncodeError
from .base_types import as_base_type, find_unwritable, hook
from .finite import find_non_finite, holds_decimals
from .lenient import LAST_TICK, REPAIRS_NULLS, is_repairable, needs_repair, original_path, read_plain, repair
from .shapes import (
    BUILDING,
    UNIONS,
    Shape,
    annotation,
    has_own_form,
    is_enum,
    keeps_extras,
    needs_own_form,
    shape_of,
    union_reader,
)
from .time_limit import TimeLimit, current

if TYPE_CHECKING:
    from . import validation
else:
    validation = lazy_module("._json.validation")
# Only a package carries it whose models keep extras, or have decimals that JSON has as texts.
_extras: Any = lazy_module("._json.extras")

T = TypeVar("T")

BUILDS_ON: Final = ("_api.BARE_WORDS",)

BOM: Final = b"\xef\xbb\xbf"
"""UTF-8's byte order mark, which some services write first."""

_ENCODER: Final = msgspec.json.Encoder(decimal_format="number", enc_hook=hook)
# MessagePack writes a decimal as text, and before every float the byte 0xCB, which little else holds: packing a body to
# look for it costs a tenth of walking it.
_PACKER: Final = msgspec.msgpack.Encoder(decimal_format="string", enc_hook=hook)
_FLOAT: Final = b"\xcb"
# A status endpoint may answer one bare word. Nothing that could be HTML, JSON or a sentence passes.
_BARE_WORD: Final = re.compile(rb"(?!(?:null|true|false)\Z)[A-Za-z][A-Za-z0-9_]{0,63}\Z")
_LOCATED: Final = re.compile(r"(?P<reason>.*) - at `\$\.?(?P<path>.*)`\Z", re.DOTALL)
_NAN, _INFINITY = (re.compile(word).search for word in (b"NaN", b"Infinity"))
_MAX_NAMES: Final = 3
_Members = dict[str, msgspec.Raw]
_FAILURES: Final = (msgspec.MsgspecError, RecursionError, ValueError, ArithmeticError)
"""What reading raises; an error of the encoding is a ValueError, and a number that is too large an ArithmeticError."""


class Undecodable(Exception):  # noqa: N818 - internal, and always turned into a DecodeError
    """A body is not what its type says.

    Args:
        reason: What is wrong, without any value of the body.
        path: Where, such as `Items[3].Cost`; empty for the body as a whole.
    """

    def __init__(self, reason: str, path: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.path = path


def encode(body: object, operation: str | None = None, *, is_right: bool = False) -> bytes:
    """Return a request body as JSON.

    Args:
        body: A model or a plain value. Fields that are UNSET are left out, None is sent as null, and text, numbers and
            dates of subclasses are sent as their base types.
        operation: Public name of the operation that it is for, to which its models must be as they declare; None for
            what is no request.
        is_right: Whether `is_right_at_once` said so.

    Raises:
        EncodeError: A value has no JSON form, or is not as its model declares; the message names the field.
    """
    try:
        return _ENCODER.encode(body) if is_right else _written(body, operation)
    except RecursionError:
        reason = "it is nested too deeply"
    except UnicodeEncodeError:
        reason = "it holds text with a lone surrogate"
    except OverflowError:
        # JSON could carry it, but MessagePack and the service could not.
        reason = "it holds an integer beyond 64 bits"
    except EncodeError:
        raise
    except (TypeError, ValueError, msgspec.MsgspecError) as error:
        # msgspec 0.23 refuses a decimal that is not finite; older ones write it, and it is refused above.
        with contextlib.suppress(RecursionError):
            _refuse_inexact(body)
        reason = str(error)
    raise EncodeError(f"{_culprit(body)} cannot be written as JSON: {reason}.")


def _written(body: object, operation: str | None) -> bytes:
    """A body as JSON, which is then looked at."""
    kind: Any = type(body)
    form = body if _is_written_at_once(kind) else _written_form(body)
    content = _ENCODER.encode(form)
    # Its readers refuse what is not JSON; what has none is searched for the bare words that a Decimal may be.
    sound = None if operation is None else validation.is_as_declared(content, kind)
    if sound is None and (_NAN(content) or _INFINITY(content)):
        sound = False
    # A float that is not finite is written as null.
    if sound is False or _FLOAT in _PACKER.encode(form):
        _refuse_inexact(body)
    if operation is not None and not sound:
        validation.validate_body(body, operation)
    return content


@cache
def _is_written_at_once(kind: Any) -> bool:
    """Whether msgspec writes the values of a class as they have to be written, whatever they hold."""
    return issubclass(kind, msgspec.Struct) and not has_own_form(kind)


def _written_form(body: Any) -> Any:
    """The body as msgspec has to write it."""
    return _extras.written_form(body) if needs_own_form(body) else body


def _culprit(body: object) -> str:
    """The field that cannot be written, or the whole body where none is to blame."""
    with contextlib.suppress(RecursionError):
        if path := find_unwritable(body, _write):
            return f"The field {path!r}"
    return f"The request body ({type(body).__name__})"


def _write(value: object) -> None:
    _ENCODER.encode(value)
    _PACKER.encode(value)


def decode(body: bytes, result: type[T], limit: TimeLimit | None = None) -> T:
    """Return a response body as the type an operation answers.

    Args:
        body: UTF-8 JSON; for an enum also the bare word, if the API is declared to answer such.
        result: A model, enum, int, bool, str, or a list or map of these.
        limit: Until when what is not clean is read; None for no limit.

    Raises:
        LateError: The deadline has passed.
        Undecodable: The body is empty, not JSON, or not of that type.
    """
    body = _content(body)
    kind: Any = result
    try:
        way = _way(kind)
        if BARE_WORDS and way.is_enum and (word := bare_word(body)) is not None:
            return cast("T", kind.unknown(word))
        value = _read(body, kind, way, limit)
    except _FAILURES as error:
        reason, path = _explained(error, body)
    else:
        if way.has_decimals and (place := find_non_finite(value, kind)) is not None:
            raise Undecodable("a number is not finite", _sent_path(place, body, limit))
        if way.blank is not None:
            _refuse_stranger(value, body, way)
        return cast("T", value)
    raise Undecodable(reason, _sent_path(path, body, limit))


def decode_plain(body: bytes) -> Any:
    """Return a response body as plain objects; numbers with a fraction are exact decimals.

    Raises:
        Undecodable: The body is empty or not JSON.
    """
    body = _content(body)
    try:
        return read_plain(body)
    except _FAILURES as error:
        reason, path = _explained(error, body)
    raise Undecodable(reason, path)


def bare_word(body: bytes) -> str | None:
    """Return the word that a body consists of, without quotes, or None when it is anything else."""
    word = body.strip()
    return word.decode("ascii") if _BARE_WORD.match(word) else None


def _content(body: bytes) -> bytes:
    body = body.removeprefix(BOM)
    if not body or body.isspace():
        raise Undecodable("the body is empty")
    return body


def _read(body: bytes, result: Any, way: _Way, limit: TimeLimit | None) -> Any:
    strict = way.strict
    if UNIONS and limit is not None and current.limit is not limit:
        # What msgspec calls for each union looks at the clock too.
        return limit.during(lambda: _read(body, result, way, limit))
    if not way.is_repaired:
        return strict(body)
    refusal: msgspec.ValidationError | None = None
    if LAST_TICK not in body or not needs_repair(body):
        try:
            return strict(body)
        except msgspec.ValidationError as error:
            refusal = error
    if limit is not None:
        limit.check()
    try:
        document = read_plain(body)
    except (msgspec.ValidationError, ArithmeticError) as error:
        # A number that Python has no room for: the strict reading says where.
        raise refusal or error from None
    return repair(document, result, limit)


class _Way:
    """How bodies of one type are read; decided once, for a call must not pay for what its type does not need.

    Args:
        result: The type.

    Attributes:
        strict: Reads it strictly.
        is_enum: Whether it is one of our enums.
        is_repaired: Whether a second reading may repair what the strict one refuses.
        has_decimals: Whether there may be numbers that are not finite.
        is_list: Whether it is a list.
        model: Its shape, or that of its items.
        blank: That model with every field at its default; None for what is no model, or has a field without one.
    """

    __slots__ = ("blank", "has_decimals", "is_enum", "is_list", "is_repaired", "model", "strict")

    def __init__(self, result: Any) -> None:
        shape = shape_of(result)
        self.strict = _strict(result, shape)
        self.is_enum = is_enum(result)
        self.is_repaired = is_repairable(shape)
        self.has_decimals = holds_decimals(shape)
        self.is_list = shape.item is not None
        self.model = shape.item or shape
        self.blank = _blank(self.model.kind)


@cache
def _way(result: Any) -> _Way:
    return _Way(result)


def _strict(result: Any, shape: Shape) -> Callable[[bytes], Any]:
    """What reads a type strictly."""
    decode_strictly = _decoder(result).decode
    if not keeps_extras(shape):
        return decode_strictly

    def with_extras(body: bytes) -> Any:
        value = decode_strictly(body)
        _extras.attach_extras(value, read_plain(body), shape)
        return value

    return with_extras


def _explained(error: Exception, body: bytes) -> tuple[str, str]:
    """Why a body cannot be read, and where, with nothing of it; its chain has more, and must not be raised with it."""
    if isinstance(error, msgspec.ValidationError):
        return _located(str(error))
    if isinstance(error, msgspec.MsgspecError):
        # msgspec 0.23 raises this where older ones raise UnicodeDecodeError.
        not_utf8 = "the body is not UTF-8" if "UTF-8" in str(error) else None
        return _encoding(body) or not_utf8 or str(error), ""
    if isinstance(error, UnicodeDecodeError):
        return _encoding(body) or "the body is not UTF-8", ""
    if isinstance(error, RecursionError):
        return "the body is nested too deeply", ""
    return f"a value is out of range ({type(error).__name__})", ""


def _sent_path(path: str, body: bytes, limit: TimeLimit | None = None) -> str:
    """`path` as one of `body`, where lists may hold nulls that the second reading leaves out."""
    if REPAIRS_NULLS and "[" in path:
        if limit is not None:
            limit.check()
        # What cannot be read again was not repaired.
        with contextlib.suppress(msgspec.MsgspecError, ArithmeticError, RecursionError, LookupError, TypeError):
            return original_path(path, body)
    return path


def _encoding(body: bytes) -> str | None:
    """What a body is that is no JSON in UTF-8, where its first bytes tell."""
    if body.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in body[:4]:
        return "the body is UTF-16 or UTF-32, not UTF-8"
    if body.startswith(b"\x1f\x8b"):
        return "the body is gzip, not JSON"
    return "the body is HTML or XML, not JSON" if body.lstrip().startswith(b"<") else None


def _refuse_stranger(value: object, body: bytes, way: _Way) -> None:
    """Refuse an object that shares no field with its model: the model would be empty and the answer lost."""
    if not (way.blank in cast("list[object]", value) if way.is_list else value == way.blank):
        return
    model = way.model
    objects: Any = msgspec.json.decode(body, type=list[_Members | None] if way.is_list else _Members)
    for index, found in enumerate(objects if way.is_list else [objects]):
        if found and model.fields.keys().isdisjoint(found):
            names = ", ".join(repr(name[:40]) for name in list(found)[:_MAX_NAMES])
            reason = f"the object has none of the fields of {model.kind.__name__}; it has {names}"
            raise Undecodable(reason, f"[{index}]" if way.is_list else "")


@cache
def _blank(kind: Any) -> msgspec.Struct | None:
    """The model with every field at its default; None for what is no model, or has a field without one."""
    if not (isinstance(kind, type) and issubclass(kind, msgspec.Struct)):
        return None
    return None if any(field.required for field in msgspec.structs.fields(kind)) else kind()


@cache
def _decoder(result: Any) -> msgspec.json.Decoder[Any]:
    # Building one costs up to 14 ms, so each type gets its own when it is first answered; and msgspec crashes when
    # two threads at a time read types that refer to one another for the first time.
    with BUILDING:
        shape_of(result)
        # What the document leaves open is read exactly too.
        return msgspec.json.Decoder(annotation(result), strict=True, float_hook=Decimal, dec_hook=union_reader())


def _located(message: str) -> tuple[str, str]:
    match = _LOCATED.match(message)
    reason, path = (match["reason"], match["path"]) if match else (message, "")
    if reason.startswith("Invalid enum value"):
        reason = "Invalid enum value"  # msgspec goes on with the value
    # The second reading has decimals where the document has numbers.
    return reason.replace("got `decimal`", "got `float`"), path


def _is_finite(number: Decimal | float) -> bool:
    # math.isfinite refuses a signalling NaN instead of answering.
    return number.is_finite() if isinstance(number, Decimal) else math.isfinite(number)


def _refuse_inexact(body: object) -> None:
    for path, value in _numbers(body, ""):
        field = f"The field {path!r}" if path else "The request body"
        if not _is_finite(value):
            raise EncodeError(f"{field} is {value}, which is not a number JSON can carry; pass a finite Decimal.")
        if isinstance(value, float):
            digits = repr(as_base_type(value))
            raise EncodeError(f"{field} is the float {digits}, which is not exact; pass Decimal('{digits}').")


def _numbers(value: object, path: str) -> Iterator[tuple[str, Decimal | float]]:
    if isinstance(value, Decimal | float):
        yield path, value
    elif isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            yield from _numbers(getattr(value, name), f"{path}.{name}" if path else name)
    elif isinstance(value, Mapping):
        for key, item in cast("Mapping[object, object]", value).items():
            yield from _numbers(item, f"{path}[{key!r}]")
    elif isinstance(value, list | tuple | set | frozenset):
        for index, item in enumerate(cast("Iterable[object]", value)):
            yield from _numbers(item, f"{path}[{index}]")
