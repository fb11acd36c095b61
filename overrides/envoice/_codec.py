"""JSON in and out: exact decimals, three-state fields, and every failure as one exception.

`encode` raises `EncodeError`. `decode` raises `Undecodable`, which the judge of answers turns into a `DecodeError` with
the request's context.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from functools import cache
from typing import Any, Final, TypeVar, cast

import msgspec

from .enums import OpenEnum
from .errors import EncodeError

T = TypeVar("T")

_ENCODER: Final = msgspec.json.Encoder(decimal_format="number")
_BOM: Final = b"\xef\xbb\xbf"
# A status endpoint may answer one bare word. Nothing that could be HTML, JSON or a sentence passes.
_BARE_WORD: Final = re.compile(rb"(?!(?:null|true|false)\Z)[A-Za-z][A-Za-z0-9_]{0,63}\Z")
_LOCATED: Final = re.compile(r"(?P<reason>.*) - at `\$\.?(?P<path>.*)`\Z", re.DOTALL)


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


def encode(body: object) -> bytes:
    """Return a request body as JSON.

    Args:
        body: A model or a plain value. Fields that are UNSET are left out, None is sent as null.

    Raises:
        EncodeError: A value has no JSON form; the message names the field.
    """
    try:
        content = _ENCODER.encode(body)
    except RecursionError:
        reason = "it is nested too deeply"
    except UnicodeEncodeError:
        reason = "it holds text with a lone surrogate"
    except OverflowError:
        reason = "it holds an integer beyond 64 bits"
    except (TypeError, ValueError, msgspec.MsgspecError) as error:
        reason = str(error)
    else:
        # A non-finite Decimal is written as a bare word and a non-finite float as null. Looking for these costs nothing
        # beside walking the body.
        if b"NaN" in content or b"Infinity" in content or b"null" in content:
            _refuse_non_finite(body)
        return content
    raise EncodeError(f"The request body ({type(body).__name__}) cannot be written as JSON: {reason}.")


def decode(body: bytes, result: type[T]) -> T:
    """Return a response body as the type an operation answers.

    Args:
        body: UTF-8 JSON; for an enum also the bare word.
        result: A model, enum, int, bool, str, or a list of these.

    Raises:
        Undecodable: The body is empty, not JSON, or not of that type.
    """
    body = body.removeprefix(_BOM)
    if not body or body.isspace():
        raise Undecodable("the body is empty")
    kind: Any = result
    if isinstance(kind, type) and issubclass(kind, OpenEnum) and _BARE_WORD.match(word := body.strip()):
        return cast("T", kind(word.decode("ascii")))
    try:
        return _finite(cast("T", _decoder(cast("Any", result)).decode(body)), body)
    except msgspec.MsgspecError as error:
        reason, path = _located(str(error))
    except UnicodeDecodeError:
        reason, path = "the body is not UTF-8", ""
    except RecursionError:
        reason, path = "the body is nested too deeply", ""
    except (ValueError, OverflowError, ArithmeticError) as error:
        reason, path = f"a value is out of range ({type(error).__name__})", ""
    raise Undecodable(reason, path)


def _finite(value: T, body: bytes) -> T:
    # As text, msgspec takes `NaN` for a Decimal. Looking for the word costs nothing beside walking the value.
    if b"NaN" in body or b"Infinity" in body:
        for path, number in _numbers(value, ""):
            if not _is_finite(number):
                raise Undecodable("a number is not finite", path)
    return value


def _is_finite(number: Decimal | float) -> bool:
    # math.isfinite refuses a signalling NaN instead of answering.
    return number.is_finite() if isinstance(number, Decimal) else math.isfinite(number)


def read_message(body: bytes) -> str | None:
    """Return the explanation in an error body, ASP.NET's `Message`, or None when there is none.

    Args:
        body: Anything at all.
    """
    try:
        document = decode(body, dict[str, object])
    except Undecodable:
        return None
    texts = (document.get(name) for name in ("Message", "message"))
    return next((text.strip() for text in texts if isinstance(text, str) and text.strip()), None)


@cache
def _decoder(result: Any) -> msgspec.json.Decoder[Any]:
    # Building one costs up to 14 ms, so each type gets its own, once, when it is first answered.
    return msgspec.json.Decoder(result, strict=True)


def _located(message: str) -> tuple[str, str]:
    match = _LOCATED.match(message)
    return (match["reason"], match["path"]) if match else (message, "")


def _refuse_non_finite(body: object) -> None:
    for path, value in _numbers(body, ""):
        if not _is_finite(value):
            field = f"The field {path!r}" if path else "The request body"
            raise EncodeError(f"{field} is {value}, which is not a number JSON can carry; pass a finite Decimal.")


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
