"""Writes `application/x-www-form-urlencoded`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final, cast
from urllib.parse import quote_plus

import msgspec

from .._json.codec import encode
from ..errors import EncodeError
from .body_field import BodyField, members
from .deep_object import LISTS, is_compound, leaves
from .media import essence, is_json
from .values import text_of

_RESERVED: Final = ":/?#[]@!$'()*,;"
"""What `allowReserved` leaves as it is; `&`, `=` and `+` would end the value or change it."""

_JOINTS: Final = {"form": ",", "spaceDelimited": "%20", "pipeDelimited": "%7C"}


def form(body: object, fields: Mapping[str, BodyField], place: str) -> bytes:
    """Return a body of fields as a form.

    Args:
        body: A model, or a mapping by the names on the wire. None is written as an empty value, UNSET not at all.
        fields: What is known of its fields, by these names.
        place: The operation, for errors.

    Raises:
        EncodeError: A value has no text form.
    """
    pairs = [
        pair
        for wire, value in members(body).items()
        for pair in _pairs(wire, value, fields.get(wire) or BodyField(wire, wire), place)
    ]
    return "&".join(f"{name}={text}" for name, text in pairs).encode("ascii")


def _pairs(wire: str, value: object, field: BodyField, place: str) -> Iterator[tuple[str, str]]:
    """Names and values, quoted."""
    place = f"{place}: {field.name}"
    if is_json(essence(field.media_type)) and is_compound(value):
        yield _quoted(wire, place), _quoted(_json(value), place)
    elif field.style == "deepObject":
        for key, leaf in leaves(wire, value):
            yield _quoted(key, place), _quoted(_text(leaf, place), place, field)
    elif _is_list(value):
        texts = [_quoted(_text(item, place), place, field) for item in cast("list[object]", value)]
        if field.style in _JOINTS and not field.explode:
            yield _quoted(wire, place), _JOINTS[field.style].join(texts)
        else:
            yield from ((_quoted(wire, place), text) for text in texts)
    elif _is_object(value) and field.style == "form":
        inner = [
            (_quoted(name, place), _quoted(_text(item, place), place, field)) for name, item in members(value).items()
        ]
        yield from inner if field.explode else [(_quoted(wire, place), ",".join(f"{k},{v}" for k, v in inner))]
    else:
        yield _quoted(wire, place), _quoted(_text(value, place), place, field)


def _is_object(value: object) -> bool:
    return isinstance(value, msgspec.Struct | Mapping)


def _is_list(value: object) -> bool:
    return isinstance(value, LISTS)


def _text(value: object, place: str) -> str:
    """A value as text: an object, and a list within a list, as JSON."""
    if is_compound(value):
        return _json(value)
    return "" if value is None else text_of(value, place)


def _json(value: object) -> str:
    return encode(value).decode()


def _quoted(text: str, place: str, field: BodyField | None = None) -> str:
    try:
        return quote_plus(text, safe=_RESERVED if field is not None and field.reserved else "")
    except UnicodeEncodeError:
        pass
    raise EncodeError(f"{place} holds text with a lone surrogate.")
