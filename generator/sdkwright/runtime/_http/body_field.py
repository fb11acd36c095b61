"""One field of a form or of a multipart body, as data."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, cast

import msgspec

from .._json.fields import EXTRAS, is_on_wire
from ..errors import EncodeError

BESIDE: Final = f"-{EXTRAS}"
"""Where what is beside the fields stands among them."""

ANY: Final[Any] = object


class BodyField:
    """What is known of a field.

    Args:
        name: Its argument.
        wire: Its name in the body.
        kind: The type of its value, to check it against; any for a file.
        required: Whether it must be given.
        nullable: Whether it may be None although it must be given.
        file: Whether it is a file, or a list of files.
        many: Whether it is a list of files.
        style: How a list or an object is written in a form, as OpenAPI names it; empty for the rule: a list repeats
            the name, an object is JSON.
        explode: Whether a list or an object written in a style repeats the name.
        reserved: Whether the reserved characters of URLs stay as they are in a form.
        media_type: The media type of its part in a multipart body; empty for the rule.
    """

    __slots__ = (
        "explode",
        "file",
        "kind",
        "many",
        "media_type",
        "name",
        "nullable",
        "required",
        "reserved",
        "style",
        "wire",
    )

    def __init__(  # noqa: PLR0913 - it is data, each part by name
        self,
        name: str,
        wire: str,
        kind: Any = ANY,
        *,
        required: bool = False,
        nullable: bool = False,
        file: bool = False,
        many: bool = False,
        style: str = "",
        explode: bool = True,
        reserved: bool = False,
        media_type: str = "",
    ) -> None:
        self.name = name
        self.wire = wire
        self.kind = kind
        self.required = required
        self.nullable = nullable
        self.file = file
        self.many = many
        self.style = style
        self.explode = explode
        self.reserved = reserved
        self.media_type = media_type

    def __repr__(self) -> str:
        return f"<BodyField {self.wire!r}>"


def members(body: object) -> dict[str, object]:
    """Return what is given of a body of fields, and what is beside them, by the names on the wire: UNSET is left out.

    Args:
        body: A model, or a mapping by these names.

    Raises:
        EncodeError: What is beside the fields has the name of one, or a name that is no text.
    """
    given = fields_given(body)
    beside = getattr(body, EXTRAS, None) if isinstance(body, msgspec.Struct) else given.pop(BESIDE, None)
    if isinstance(beside, Mapping):
        for name, value in cast("Mapping[object, object]", beside).items():
            _add(given, name, value, body)
    return given


def _add(given: dict[str, object], name: object, value: object, body: object) -> None:
    if not isinstance(name, str):
        raise EncodeError(f"The field {EXTRAS!r} has a key of the type {type(name).__name__}; pass a str.")
    wire = str.__str__(name)
    fields = body.__struct_encode_fields__ if isinstance(body, msgspec.Struct) else cast("Mapping[str, object]", body)
    if wire in fields:
        raise EncodeError(f"The field {EXTRAS!r} has {wire!r}, which is a field of its own; pass it as an argument.")
    given[wire] = value


def fields_given(body: object) -> dict[str, object]:
    """Return what is given of a body, by the names on the wire: UNSET is left out.

    Args:
        body: A model, or a mapping by these names. What is beside the fields stands in a mapping under `BESIDE`.
    """
    pairs: list[tuple[str, object]]
    if isinstance(body, msgspec.Struct):
        from .._json.nullable import held_name  # only where the same fields may be sent as JSON

        kind = type(body)
        pairs = [
            (wire, getattr(body, held_name(kind, name)))
            for name, wire in zip(kind.__struct_fields__, kind.__struct_encode_fields__, strict=True)
            if is_on_wire(wire)
        ]
    else:
        pairs = [*cast("Mapping[str, object]", body).items()]
    return {wire: value for wire, value in pairs if value is not msgspec.UNSET}
