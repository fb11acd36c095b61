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
from typing import Any, Final, TypeVar, cast

import msgspec

from .._api import BARE_WORDS
from ..errors import EncodeError
from .base_types import as_base_type, find_unwritable, hook
from .extras import attach_extras, keeps_extras, written_form
from .finite import find_non_finite
from .lenient import LAST_TICK, REPAIRS_NULLS, is_repairable, needs_repair, original_path, read_plain, repair
from .shapes import BUILDING, UNIONS, annotation, is_enum, shape_of, union_reader
from .time_limit import TimeLimit, current

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


def encode(body: object, operation: str | None = None) -> bytes:
    """Return a request body as JSON.

    Args:
        body: A model or a plain value. Fields that are UNSET are left out, None is sent as null, and text, numbers and
            dates of subclasses are sent as their base types.
        operation: Public name of the operation that it is for, to which its models must be as they declare; None for
            what is no request.

    Raises:
        EncodeError: A value has no JSON form, or is not as its model declares; the message names the field.
    """
    try:
        form = written_form(body)
        content = _ENCODER.encode(form)
        # Its readers refuse what is not JSON; what has none is searched for the bare words that a Decimal may be.
        sound = None if operation is None else _is_as_declared(content, type(body))
        if sound is None and (_NAN(content) or _INFINITY(content)):
            sound = False
        # A float that is not finite is written as null.
        if sound is False or _FLOAT in _PACKER.encode(form):
            _refuse_inexact(body)
        if operation is not None and not sound:
            from .validation import validate_body

            validate_body(body, operation)
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
    else:
        return content
    raise EncodeError(f"{_culprit(body)} cannot be written as JSON: {reason}.")


def _culprit(body: object) -> str:
    """The field that cannot be written, or the whole body where none is to blame."""
    with contextlib.suppress(RecursionError):
        if path := find_unwritable(body, _write):
            return f"The field {path!r}"
    return f"The request body ({type(body).__name__})"


def _write(value: object) -> None:
    _ENCODER.encode(value)
    _PACKER.encode(value)


def _is_as_declared(content: bytes, kind: type) -> bool | None:
    from .validation import is_as_declared  # only for what is written

    return is_as_declared(content, kind)


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
    if BARE_WORDS and is_enum(kind) and (word := bare_word(body)) is not None:
        return cast("T", kind.unknown(word))
    value = _guarded(body, lambda: _read(body, kind, limit), limit)
    if (path := find_non_finite(value, kind)) is not None:
        raise Undecodable("a number is not finite", _sent_path(path, body, limit))
    _refuse_stranger(value, body, kind)
    return cast("T", value)


def decode_plain(body: bytes) -> Any:
    """Return a response body as plain objects; numbers with a fraction are exact decimals.

    Raises:
        Undecodable: The body is empty or not JSON.
    """
    body = _content(body)
    return _guarded(body, lambda: read_plain(body))


def bare_word(body: bytes) -> str | None:
    """Return the word that a body consists of, without quotes, or None when it is anything else."""
    word = body.strip()
    return word.decode("ascii") if _BARE_WORD.match(word) else None


def _content(body: bytes) -> bytes:
    body = body.removeprefix(BOM)
    if not body or body.isspace():
        raise Undecodable("the body is empty")
    return body


def _read(body: bytes, result: Any, limit: TimeLimit | None) -> Any:
    strict, repairs = _strict(result)
    if UNIONS and limit is not None and current.limit is not limit:
        # What msgspec calls for each union looks at the clock too.
        return limit.during(lambda: _read(body, result, limit))
    if not repairs:
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


@cache
def _strict(result: Any) -> tuple[Callable[[bytes], Any], bool]:
    """What reads a type strictly, and whether a second reading may repair what that refuses."""
    decode_strictly, shape = _decoder(result).decode, shape_of(result)
    if not keeps_extras(shape):
        return decode_strictly, is_repairable(shape)

    def with_extras(body: bytes) -> Any:
        value = decode_strictly(body)
        attach_extras(value, read_plain(body), shape)
        return value

    return with_extras, is_repairable(shape)


def _guarded(body: bytes, read: Callable[[], T], limit: TimeLimit | None = None) -> T:
    """The result of `read`, with every failure as `Undecodable` and nothing of the body in its chain."""
    path = ""
    try:
        return read()
    except msgspec.ValidationError as error:
        reason, path = _located(str(error))
    except msgspec.MsgspecError as error:
        # msgspec 0.23 raises this where older ones raise UnicodeDecodeError.
        not_utf8 = "the body is not UTF-8" if "UTF-8" in str(error) else None
        reason = _encoding(body) or not_utf8 or str(error)
    except UnicodeDecodeError:
        reason = _encoding(body) or "the body is not UTF-8"
    except RecursionError:
        reason = "the body is nested too deeply"
    except (ValueError, OverflowError, ArithmeticError) as error:
        reason = f"a value is out of range ({type(error).__name__})"
    raise Undecodable(reason, _sent_path(path, body, limit))


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


def _refuse_stranger(value: object, body: bytes, result: Any) -> None:
    """Refuse an object that shares no field with its model: the model would be empty and the answer lost."""
    shape = shape_of(result)
    model = shape.item or shape
    blank = _blank(model.kind)
    if blank is None or not (blank in cast("list[object]", value) if shape.item else value == blank):
        return
    objects: Any = msgspec.json.decode(body, type=list[_Members | None] if shape.item else _Members)
    for index, found in enumerate(objects if shape.item else [objects]):
        if found and model.fields.keys().isdisjoint(found):
            names = ", ".join(repr(name[:40]) for name in list(found)[:_MAX_NAMES])
            reason = f"the object has none of the fields of {model.kind.__name__}; it has {names}"
            raise Undecodable(reason, f"[{index}]" if shape.item else "")


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
