"""What a fake answers for a list that is read forward: the page that is asked for, and what leads to the next."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final, cast
from urllib.parse import urlencode

import msgspec
from msgspec.structs import replace

from .._http.operation import Operation
from .._json.codec import Undecodable, decode, encode
from ..errors import EncodeError
from ..pagination._forward_page import Place, Scheme
from ..pagination._forward_request import value_at
from ._call import Call
from .factories import value_of

# What a service writes where no page follows: as the model of the page may have it.
_NOWHERE: Final = (None, "")
_POSITION: Final = "position"
"""The parameter of the addresses that a fake makes up."""


def made_up(operation: Operation[Any], pages: Scheme) -> object:
    """Return the items of a list of which nothing was said; where the answer has no place for them, the answer.

    Args:
        operation: The list operation.
        pages: How its pages are turned.
    """
    made: object = value_of(operation.result)
    found: object = value_at(made, pages.items)
    return list(cast("Sequence[object]", found)) if isinstance(found, list | tuple) else made


def page(
    operation: Operation[Any], pages: Scheme, items: Sequence[object], call: Call | None = None
) -> tuple[object, dict[str, str]]:
    """Return the answer to one call, and its headers.

    Args:
        operation: The list operation.
        pages: How its pages are turned.
        items: What the list has.
        call: The call; None for an answer with the whole list.
    """
    size = 0 if call is None else _size(operation, pages, call)
    begin = 0 if call is None else _begin(operation, pages, items, call, size)
    end = begin + size if size else len(items)
    leads: tuple[object, ...] = ()
    if call is not None and end < len(items):
        leads = _leads(operation, pages, items, call, end)
        if not leads:
            # Nothing that this fake can say would lead to the rest.
            begin, end = 0, len(items)
    part = [*items[begin:end]]
    headers = {"link": f'<{leads[0]}>; rel="next"'} if leads and pages.style == "link-header" else {}
    made: object = part
    if pages.items:
        made = _put(value_of(operation.result), pages.items, part)
        count = -(-len(items) // size) if size else 1
        for path, value in ((pages.has_more, end < len(items)), (pages.total, len(items)), (pages.pages, count or 1)):
            made = _put(made, path, value) if path else made
        if pages.next:
            made = _first_that_fits(operation, pages, made, leads or _NOWHERE) or made
    return made, headers


def _leads(
    operation: Operation[Any], pages: Scheme, items: Sequence[object], call: Call, end: int
) -> tuple[object, ...]:
    """What may say where the next page begins, as the answer may have it; empty where nothing would."""
    if pages.is_counted:
        return (end,)
    if pages.has_addresses:
        leads: tuple[object, ...] = (_address(operation, call, end),)
    elif pages.last_item:
        marks = [_mark(item, pages) for item in items]
        return (marks[end - 1],) if None not in marks and len({*marks}) == len(marks) else ()
    else:
        leads = (str(end), end)
    if not pages.next:
        return leads
    made = _put(value_of(operation.result), pages.items, [])
    return leads if _first_that_fits(operation, pages, made, leads) is not None else ()


def _begin(operation: Operation[Any], pages: Scheme, items: Sequence[object], call: Call, size: int) -> int:
    """How many items are before the page that is asked for."""
    if pages.has_addresses:
        return _number(call.query.get(_position(operation))) or 0
    asked = _asked(operation, call, pages.turned_by, pages.place)
    if pages.last_item:
        marks = [_mark(item, pages) for item in items]
        return marks.index(str(asked)) + 1 if str(asked) in marks else 0
    number = _number(asked)
    if number is None:
        return 0
    if pages.style == "page-number":
        return max(number - pages.first, 0) * (size or len(items))
    return max(number - (pages.first if pages.is_counted else 0), 0)


def _size(operation: Operation[Any], pages: Scheme, call: Call) -> int:
    """How many items a page has; 0 for all of them."""
    return _number(_asked(operation, call, pages.sized_by, pages.size_place)) or pages.default_size


def _asked(operation: Operation[Any], call: Call, name: str, place: Place) -> object:
    """What a call says for an argument."""
    if not name:
        return None
    if place == "query":
        return call.query.get(name)
    if place == "body":
        body = call.body
        return cast("dict[str, object]", body).get(name) if isinstance(body, dict) else None
    declared: Any = next(one for one in operation.parameters if one.name == name)
    if declared.location == "header":
        return call.headers.get(declared.wire.lower())
    return (call.path_values if declared.location == "path" else call.query).get(declared.wire)


def _number(value: object) -> int | None:
    text = str(value)
    return int(text) if text.isdecimal() and len(text) <= len(str(2**63)) else None


def _mark(item: object, pages: Scheme) -> str | None:
    """The cursor that an item is, as a call quotes it."""
    found: object = value_at(item, pages.last_item)
    return None if found is None or found == "" else str(found)


def _position(operation: Operation[Any]) -> str:
    """The parameter of made-up addresses, which the operation has none of."""
    taken = {*operation.kinds, *(one.wire for one in operation.parameters)}
    name = _POSITION
    while name in taken:
        name = f"next_{name}"
    return name


def _address(operation: Operation[Any], call: Call, end: int) -> str:
    """The address of the page that begins after so many items, within the origin that was asked."""
    return f"{call.path}?{urlencode({**call.query, _position(operation): end}, doseq=True)}"


def _first_that_fits(operation: Operation[Any], pages: Scheme, made: Any, values: Sequence[object]) -> object:
    """The answer with the first of the values that it can have where it leads on; None where it can have none."""
    expected: Any = operation.result
    for value in values:
        changed: object = _put(made, pages.next, value)
        try:
            decode(encode(changed), expected)
        except (EncodeError, Undecodable):
            continue
        return changed
    return None


def _put(value: Any, path: Sequence[str], new: object) -> Any:
    """A copy in which a path leads to something else; what does not hold the path stays as it is."""
    name, *rest = path
    if not isinstance(value, msgspec.Struct) or not hasattr(value, name):
        return value
    return replace(value, **{name: _put(getattr(value, name), rest, new) if rest else new})
