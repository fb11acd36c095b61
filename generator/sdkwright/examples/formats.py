"""Texts in the form that a format of the document asks for."""

import base64
import uuid
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from sdkwright.examples.values import Values

_DAY: Final = len("2026-01-01")


def of_format(format_: str, values: Values, place: str, field: str) -> str | None:
    """A text of a format, or None where the format asks for nothing special.

    Args:
        format_: As in the document: `date`, `uuid`.
        values: Makes plain values.
        place: Where the value stands; it seeds the value.
        field: The field's name, for what it means.
    """
    make = _FORMATS.get(format_)
    return None if make is None else make(values, place, field)


def _identifier(place: str) -> str:
    return str(uuid.uuid5(uuid.NAMESPACE_URL, place))


_FORMATS: Final[Mapping[str, Callable[[Values, str, str], str]]] = MappingProxyType(
    {
        "date-time": lambda values, place, field: values.moment(place, field),
        "date": lambda values, place, field: values.moment(place, field)[:_DAY],
        "time": lambda values, place, field: values.moment(place, field)[_DAY + 1 :],
        "duration": lambda *_: "PT1H",
        "uuid": lambda _, place, __: _identifier(place),
        "byte": lambda *_: base64.b64encode(b"text").decode(),
        "decimal": lambda values, place, field: str(values.decimal(place, field)),
        "email": lambda *_: "somebody@example.com",
        "uri": lambda *_: "https://example.com/",
        "url": lambda *_: "https://example.com/",
    }
)
