"""Parameters of a call outside its body: in the path, the query, the headers and the cookies, in each style.

A value can never change the path that it stands in, nor end the parameter that it is of: whatever has a meaning there
is percent-encoded, and what would still be read as another path is refused by name. No error quotes a value.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from typing import Any, Final, NamedTuple, cast
from urllib.parse import quote

from msgspec import UNSET, Struct

from .._checks import describe_missing
from .._json.codec import encode
from .._lazy import lazy_module
from ..errors import EncodeError
from .deep_object import LISTS, as_plain, is_compound, leaves
from .values import text_of

# Only a package carries it that sends forms.
_forms: Any = lazy_module("._http.forms")

_PLACES: Final = {"path": "simple", "query": "form", "header": "simple", "cookie": "form"}
"""The places of parameters, with the style that each has by default."""
_JSON: Final = re.compile(r"application/(?:[\w.+-]+\+)?json\b", re.IGNORECASE)
_HOLE: Final = re.compile(r"\{([^{}]*)\}")
_CONTROL: Final = re.compile(r"[\x00-\x1f\x7f]")
_HEADER: Final = re.compile(r"(?:[!-~](?:[ -~]*[!-~])?)?\Z")
_RESERVED: Final = ":/?@!$'()*,;="
"""What `allowReserved` leaves as it is. A `#` would end the query, `&` and `+` change it, and `[` is no query's."""
_COOKIE: Final = "!#$&'()*+/:<=>?@[]^`{|}"
"""What may stand in a cookie as it is (RFC 6265), besides letters, digits and `-._~`; few services decode the rest."""
_FORM: Final = "application/x-www-form-urlencoded"
_DOTS: Final = frozenset({".", ".."})
_BETWEEN: Final = {"form": ",", "spaceDelimited": "%20", "pipeDelimited": "%7C"}


class Parameter:
    """What is known of a parameter that is no plain value of the query. It is never changed.

    Args:
        name: Its name in Python.
        wire: Its name in the request.
        location: `path`, `query`, `header` or `cookie`.
        kind: The type that a value is checked against.
        style: How a list or an object is written, in OpenAPI's words; empty for the usual way of its place.
        explode: Whether each item or member is written by itself; None for the usual way of its style.
        required: Whether it must be given.
        reserved: Whether the characters that URLs reserve are sent as they are.
        media_type: What a value is written as before it is sent; empty for plain text.
    """

    __slots__ = ("explode", "kind", "location", "media_type", "name", "required", "reserved", "style", "wire")

    def __init__(  # noqa: PLR0913 - it is data, each part by name
        self,
        name: str,
        wire: str,
        location: str,
        kind: Any,
        *,
        style: str = "",
        explode: bool | None = None,
        required: bool = False,
        reserved: bool = False,
        media_type: str = "",
    ) -> None:
        self.name = name
        self.wire = wire
        self.location = location
        self.kind = kind
        self.style = style or _PLACES[location]
        self.explode = self.style == "form" if explode is None else explode
        self.required = required
        self.reserved = reserved
        self.media_type = media_type

    @property
    def label(self) -> str:
        """What an error calls it."""
        return f"The {self.location} parameter {self.wire!r}"

    def __repr__(self) -> str:
        return f"<Parameter {self.name}: {self.location} {self.wire}>"


class Placed(NamedTuple):
    """The parameters of one call, written.

    Args:
        path: The path with its values.
        query: Parts of the query, encoded.
        headers: Headers by their names in lower case.
    """

    path: str
    query: list[str]
    headers: dict[str, str]


def place(operation: str, path: str, parameters: tuple[Parameter, ...], values: Mapping[str, object]) -> Placed:
    """Write the parameters of one call.

    Args:
        operation: Public name of the operation, for errors.
        path: The path with its parameters in braces, by their wire names.
        parameters: What the operation takes.
        values: The values by the names that the parameters have in Python; None and UNSET are left out.

    Raises:
        EncodeError: A required value is missing, a value has no text form, or it would change the path.
    """
    holes: dict[str, str] = {}
    query: list[str] = []
    headers: dict[str, str] = {}
    cookies: list[str] = []
    for parameter in parameters:
        value = values.get(parameter.name)
        if value is None or value is UNSET:
            if parameter.required or parameter.location == "path":
                raise EncodeError(describe_missing(operation, parameter.name, value))
            continue
        try:
            if parameter.location == "path":
                holes[parameter.wire] = _in_path(parameter, value, operation)
            elif parameter.location == "query":
                query += _in_query(parameter, value, _reserving if parameter.reserved else _quoted)
            elif parameter.location == "header":
                headers |= _in_header(parameter, value, operation)
            else:
                cookies += _in_query(parameter, value, _in_cookie)
        except UnicodeEncodeError:
            # Its context would quote the value.
            pass
        else:
            continue
        raise EncodeError(f"{operation}: {parameter.name} holds text with a lone surrogate.")
    if cookies:
        headers["cookie"] = "; ".join(cookies)
    return Placed(_filled(operation, path, parameters, holes) if holes else path, query, headers)


def _filled(operation: str, path: str, parameters: tuple[Parameter, ...], holes: Mapping[str, str]) -> str:
    pieces = _pieces(path)
    filled = [holes[piece] if is_hole else piece for is_hole, piece in pieces]
    text = "".join(filled)
    # A style writes dots of its own, so that the segment as a whole is what counts; some servers read it without what
    # follows a semicolon.
    if any(segment.partition(";")[0] in _DOTS for segment in text.partition("?")[0].split("/")):
        names = " and ".join(parameter.name for parameter in parameters if parameter.location == "path")
        raise EncodeError(f"{operation}: {names} would make a segment of dots alone, which changes the path.")
    return text


@lru_cache(maxsize=1024)
def _pieces(path: str) -> tuple[tuple[bool, str], ...]:
    """The path in pieces: whether each is the name of a parameter, and its text."""
    return tuple((place % 2 == 1, piece) for place, piece in enumerate(_HOLE.split(path)))


def _in_path(parameter: Parameter, value: object, operation: str) -> str:
    name = f"{operation}: {parameter.name}"
    texts = [text for pair in _members(parameter, value) for text in pair if text is not None]
    if not texts or "" in texts:
        raise EncodeError(f"{name} is empty, and a path with an empty part leads elsewhere; pass a value.")
    if any(_CONTROL.search(text) for text in texts):
        raise EncodeError(f"{name} holds a control character, such as NUL or a line break, which no path may hold.")
    if len(texts) == 1 and texts[0] in _DOTS:
        raise EncodeError(f"{name} is made of dots alone, which a path reads as another folder; pass another value.")
    match parameter.style:
        case "label":
            return "." + _joined(parameter, value, "." if parameter.explode else ",", _quoted)
        case "matrix":
            return _matrix(parameter, value)
        case _:
            return _joined(parameter, value, ",", _quoted)


def _matrix(parameter: Parameter, value: object) -> str:
    name, members = _quoted(parameter.wire), list(_members(parameter, value))
    if not parameter.explode:
        return f";{name}={_joined(parameter, value, ',', _quoted)}"
    return "".join(f";{name if key is None else _quoted(key)}={_quoted(text)}" for key, text in members)


def _in_query(parameter: Parameter, value: object, quoted: Callable[[str], str]) -> list[str]:
    """The parts `name=value` of a query, or of the header Cookie, which is written alike."""
    if parameter.style == "querystring":
        # It is all of the query, and has no name there.
        is_form = parameter.media_type == _FORM
        return [_forms.form(value, {}, parameter.name).decode() if is_form else quoted(_as_content(parameter, value))]
    name = _quoted(parameter.wire)
    if parameter.media_type:
        return [f"{name}={quoted(_as_content(parameter, value))}"]
    if parameter.style == "deepObject":
        return [
            f"{_quoted(key)}={quoted(text_of(leaf, parameter.label))}"
            for key, leaf in leaves(parameter.wire, value)
            if leaf is not None
        ]
    members = list(_members(parameter, value))
    if not members or parameter.explode or not is_compound(value):
        return [f"{name if key is None else _quoted(key)}={quoted(text)}" for key, text in members]
    return [f"{name}={_joined(parameter, value, _BETWEEN.get(parameter.style, ','), quoted)}"]


def _in_header(parameter: Parameter, value: object, operation: str) -> dict[str, str]:
    if parameter.media_type:
        text = _as_content(parameter, value)
    else:
        if is_compound(value) and not any(True for _ in _members(parameter, value)):
            return {}
        text = _joined(parameter, value, ",", str)
    if not _HEADER.match(text):
        raise EncodeError(
            f"{operation}: {parameter.name} must be printable ASCII text without a space at either end: it is sent in "
            "a header."
        )
    return {parameter.wire.lower(): text}


def _joined(parameter: Parameter, value: object, between: str, quoted: Callable[[str], str]) -> str:
    """Items one after the other; of an object `key=value` where exploded, else `key,value`."""
    joint = "=" if parameter.explode else between
    return between.join(
        quoted(text) if key is None else f"{quoted(key)}{joint}{quoted(text)}"
        for key, text in _members(parameter, value)
    )


def _members(parameter: Parameter, value: object) -> Iterator[tuple[str | None, str]]:
    """The texts of a value, each with its name if it is a member of an object; what is None or UNSET is left out.

    No style says how what is nested is written. It is JSON, as in forms.
    """
    if parameter.media_type:
        yield None, _as_content(parameter, value)
    elif isinstance(value, LISTS):
        for item in cast("list[object]", value):
            if item is not None and item is not UNSET:
                yield None, _text(parameter, item)
    elif isinstance(value, Mapping | Struct):
        for key, item in as_plain(cast("object", value)).items():
            if item is not None and item is not UNSET:
                yield key, _text(parameter, item)
    else:
        yield None, text_of(value, parameter.label)


def _text(parameter: Parameter, value: object) -> str:
    return encode(value).decode() if is_compound(value) else text_of(value, parameter.label)


def _as_content(parameter: Parameter, value: object) -> str:
    if _JSON.match(parameter.media_type) or is_compound(value):
        return encode(value).decode()
    return text_of(value, parameter.label)


def _quoted(text: str) -> str:
    return quote(text, safe="")


def _in_cookie(text: str) -> str:
    return quote(text, safe=_COOKIE)


def _reserving(text: str) -> str:
    return quote(text, safe=_RESERVED)
