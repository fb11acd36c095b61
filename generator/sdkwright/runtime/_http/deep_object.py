"""Names and values of an object as in `name[member][inner]=value`, for the query and for forms alike."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any, Final, cast

from msgspec import UNSET, Struct

from .._json.codec import encode

LISTS: Final = (list, tuple, set, frozenset)


def leaves(name: str, value: object) -> Iterator[tuple[str, object]]:
    """Yield each plain value inside an object, with the name that says where it stands.

    OpenAPI says nothing of lists there. They are written as PHP, Rails and Stripe read them: plain items are `name[]`,
    compound ones `name[0]`. Without its number, nothing would tell the members of one object from those of the next.

    Args:
        name: The name of the whole.
        value: A model, a mapping by names on the wire, a list or a plain value. UNSET is left out, None is not.
    """
    value = as_plain(value)
    if value is UNSET:
        return
    if isinstance(value, Mapping):
        for key, item in cast("Mapping[object, object]", value).items():
            yield from leaves(f"{name}[{key}]", item)
    elif isinstance(value, LISTS):
        for number, item in enumerate(cast("list[object]", value)):
            yield from leaves(f"{name}[{number if is_compound(item) else ''}]", item)
    else:
        yield name, value


def as_plain(value: object) -> Any:
    """Return a model as the object that it is on the wire, and anything else as it is.

    Args:
        value: Any value.

    Raises:
        EncodeError: The model cannot be written.
    """
    if isinstance(value, Struct):
        return json.loads(encode(value), parse_float=Decimal)
    return cast("Any", value)


def is_compound(value: object) -> bool:
    """Return whether a value is a model, a mapping or a list.

    Args:
        value: Any value.
    """
    return isinstance(value, (*LISTS, Mapping, Struct))
