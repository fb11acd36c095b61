"""Refuses arguments that are not as the document demands, before anything is sent: one sentence for each field.

Only what has the declared type is looked at; what has not is refused elsewhere. No sentence quotes a value.
"""

from __future__ import annotations

import operator
import re
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from itertools import islice
from typing import Any, Final, TypeAlias, cast

import msgspec

from .._http.operation import Operation
from .._json.base_types import as_base_type, hook
from ..errors import EncodeError
from .limits import MODELS, OPERATIONS

BUILDS_ON: Final = ("_validation.limits.MODELS", "_validation.limits.OPERATIONS")

Limits: TypeAlias = Mapping[str, Any]

_LISTS: Final = (list, tuple, set, frozenset)
_NONE: Final[Limits] = {}
_MOST: Final = 10
"""Fields that one error names."""
_LONGEST: Final = 80
_ENCODER: Final = msgspec.json.Encoder(decimal_format="number", enc_hook=hook, order="deterministic")


def check_limits(
    operation: Operation[Any], parameters: Mapping[str, object], query: Mapping[str, object], body: object
) -> None:
    """Refuse arguments that are not as the document demands.

    Args:
        operation: What is called.
        parameters: What `operation.parameters` stand for, by their names in Python.
        query: Wire names and values of the query.
        body: What is to be sent; UNSET for no body.

    Raises:
        EncodeError: Values break what the document demands; the message has a sentence for each such field, ten at
            most.
    """
    found = _broken(operation, parameters, query, body)
    try:
        sentences = [*islice(found, _MOST)]
        more = bool(sentences) and next(found, None) is not None
    except RecursionError:
        # Writing refuses it too, and says why.
        return
    if sentences:
        raise EncodeError(f"{operation.name}: {'; '.join(sentences)}{'; and more' if more else ''}.")


def _broken(
    operation: Operation[Any], parameters: Mapping[str, object], query: Mapping[str, object], body: object
) -> Iterator[str]:
    rows = OPERATIONS.get(operation.name, ())
    fields: Mapping[str, object] = cast("Mapping[str, object]", body) if isinstance(body, Mapping) else {}
    values: dict[str, Mapping[str, object]] = {"parameter": parameters, "query": query, "field": fields}
    for place, key, name, limits in rows:
        if place != "body":
            yield from _of(values[place].get(key), limits, name)
    whole = next((row for row in rows if row[0] == "body"), ("body", "", "", _NONE))
    named = {key for place, key, _, _ in rows if place == "field"}
    if isinstance(body, Mapping) and named:
        for key, value in fields.items():
            if key not in named:
                yield from _of(value, _NONE, key)
    else:
        yield from _of(body, whole[3], whole[2])


def _of(value: Any, limits: Limits, place: str) -> Iterator[str]:
    """What is wrong with a value and with what is inside it, a sentence for each place."""
    if value is None or value is msgspec.UNSET:
        return
    if isinstance(value, msgspec.Struct):
        yield from _of_model(value, place)
    elif isinstance(value, _LISTS):
        yield from _first(_of_list(cast("Any", value), limits), place)
        inner = limits.get("items", _NONE)
        for number, item in enumerate(cast("Iterable[object]", value)):
            yield from _of(item, inner, f"{place}[{number}]")
    elif isinstance(value, Mapping):
        members = cast("Mapping[object, object]", value)
        yield from _first(_count(len(members), limits, "Properties", "member"), place)
        for key, item in members.items():
            yield from _of(item, limits.get("values", _NONE), f"{place}[{key!r}]")
    elif limits:
        yield from _first(_of_scalar(value, limits), place)


def _first(found: Iterator[str], place: str) -> Iterator[str]:
    for text in islice(found, 1):
        yield f"{place} {text}"


def _of_model(model: msgspec.Struct, place: str) -> Iterator[str]:
    names = [kind.__name__ for kind in type(model).__mro__ if kind.__name__ in MODELS]
    fields: Mapping[str, Limits] = MODELS[names[0]] if names else {}
    for name in model.__struct_fields__:
        yield from _of(getattr(model, name), fields.get(name, _NONE), f"{place}.{name}" if place else name)


def _of_list(value: Iterable[object], limits: Limits) -> Iterator[str]:
    items = [*value]
    yield from _count(len(items), limits, "Items", "item")
    if limits.get("uniqueItems") and len({_written(item) for item in items}) < len(items):
        yield "must not have an item twice"


def _written(item: object) -> bytes:
    try:
        return _ENCODER.encode(item)
    except (TypeError, ValueError, msgspec.MsgspecError):
        # What cannot be written is refused for that.
        return repr(id(item)).encode()


def _of_scalar(value: object, limits: Limits) -> Iterator[str]:
    try:
        plain = as_base_type(value)
    except ValueError:
        return
    if isinstance(plain, str):
        yield from _count(len(plain), limits, "Length", "character")
        source, longest = limits.get("pattern", ("", 0))
        if source and len(plain) <= longest and _compiled(source).search(plain) is None:
            shown = source if len(source) <= _LONGEST else f"{source[:_LONGEST]}…"
            yield f"must match the pattern {shown}"
    elif isinstance(plain, int | float | Decimal) and not isinstance(plain, bool):
        number = Decimal(repr(plain)) if isinstance(plain, float) else Decimal(plain)
        if number.is_finite():
            yield from _of_number(number, limits)


def _of_number(number: Decimal, limits: Limits) -> Iterator[str]:
    for word, (said, breaks) in _BOUNDS.items():
        if word in limits and breaks(number, Decimal(repr(limits[word]))):
            yield f"must be {said} {limits[word]}"
    if "multipleOf" in limits and not _is_multiple(number, Decimal(repr(limits["multipleOf"]))):
        yield f"must be a multiple of {limits['multipleOf']}"


_BOUNDS: Final = {
    "minimum": ("at least", operator.lt),
    "exclusiveMinimum": ("more than", operator.le),
    "maximum": ("at most", operator.gt),
    "exclusiveMaximum": ("less than", operator.ge),
}


def _is_multiple(number: Decimal, step: Decimal) -> bool:
    # A remainder of decimals may be rounded. What has more digits than any amount is left alone.
    if max(abs(number.adjusted()), abs(step.adjusted()), len(number.as_tuple().digits)) > _LONGEST:
        return True
    return Fraction(number) % Fraction(step) == 0


def _count(count: int, limits: Limits, what: str, word: str) -> Iterator[str]:
    for bound, said in ((limits.get(f"min{what}"), "at least"), (limits.get(f"max{what}"), "at most")):
        if bound is not None and (count < bound if said == "at least" else count > bound):
            yield f"must have {said} {bound:,} {word}{'' if bound == 1 else 's'}, and has {count:,}"


@lru_cache(maxsize=1024)
def _compiled(source: str) -> re.Pattern[str]:
    return re.compile(source, re.ASCII)
