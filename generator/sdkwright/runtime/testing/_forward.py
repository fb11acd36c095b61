"""What a fake answers for a list that is read forward: all of it on one page, which says that none follows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec
from msgspec.structs import replace

from .._http.operation import Operation
from .._json.codec import Undecodable, decode, encode
from ..errors import EncodeError
from ..pagination._forward_page import Scheme
from ..pagination._forward_request import value_at
from .factories import value_of

# What a service writes where no page follows: as the model of the page may have it.
_NOWHERE = (None, "")


def one_page(operation: Operation[Any], pages: Scheme, items: Sequence[object] | None = None) -> object:
    """Return an answer that holds the whole list.

    Args:
        operation: The list operation.
        pages: How its pages are turned.
        items: What the list has; None for what is made up.
    """
    if not pages.items:
        return value_of(operation.result) if items is None else items
    made: Any = value_of(operation.result)
    if items is not None:
        made = _put(made, pages.items, [*items])
    number = len(value_at(made, pages.items) or ())
    for path, value in ((pages.has_more, False), (pages.total, number), (pages.pages, 1)):
        if path:
            made = _put(made, path, value)
    return _ended(operation, pages, made) if pages.next else made


def _ended(operation: Operation[Any], pages: Scheme, made: Any) -> object:
    expected: Any = operation.result
    for value in _NOWHERE:
        ended = _put(made, pages.next, value)
        try:
            decode(encode(ended), expected)
        except (EncodeError, Undecodable):
            continue
        return ended
    return made


def _put(value: Any, path: Sequence[str], new: object) -> Any:
    """A copy in which a path leads to something else; what does not hold the path stays as it is."""
    name, *rest = path
    if not isinstance(value, msgspec.Struct) or not hasattr(value, name):
        return value
    return replace(value, **{name: _put(getattr(value, name), rest, new) if rest else new})
