"""Finds decoded numbers that are none: msgspec reads as a decimal any text that `Decimal` takes, such as `"NaN"`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from functools import cache
from itertools import chain
from operator import attrgetter
from typing import Any, NamedTuple, cast

from msgspec import UNSET

from .fields import EXTRAS
from .nullable import held_name
from .shapes import Shape, shape_of


class _Plan(NamedTuple):
    """How to reach every decimal of many values of one shape at once: these walks cost a tenth of the decoding."""

    decimals: Callable[[Any], Iterable[Decimal | None]] | None
    inner: list[tuple[Callable[[Any], Any], Shape]]


def find_non_finite(value: object, result: Any) -> str | None:
    """Return the path, in the wire's names, of the first number in `value` that is not finite; None when all are.

    Args:
        value: What was decoded.
        result: Its type.
    """
    shape = shape_of(result)
    if value is None or not holds_decimals(shape) or _all_finite((value,), shape):
        return None
    return next(_paths(value, shape, ""), "")


def holds_only_finite(value: object, shape: Shape) -> bool:
    """Return whether every number in a value is finite; the unions inside were looked at before.

    Args:
        value: What was decoded.
        shape: What it is made of.
    """
    return value is None or not holds_decimals(shape) or _all_finite((value,), shape)


@cache
def holds_decimals(shape: Shape) -> bool:
    """Return whether a type has, or has inside, decimals.

    Args:
        shape: The type.
    """
    return shape.reaches(lambda inner: inner.kind is Decimal)


@cache
def _plan(shape: Shape) -> _Plan:
    fields = [field for field in shape.fields.values() if holds_decimals(field.shape)]
    # UNSET is false, as None is.
    decimals = [held_name(shape.kind, field.name) for field in fields if field.shape.kind is Decimal]
    # With a single name, attrgetter returns the value instead of a tuple.
    getter = attrgetter(*(decimals * 2 if len(decimals) == 1 else decimals)) if decimals else None
    inner: list[tuple[Callable[[Any], Any], Shape]] = [
        (attrgetter(held_name(shape.kind, field.name)), field.shape)
        for field in fields
        if field.shape.kind is not Decimal
    ]
    if shape.extras is not None and holds_decimals(shape.extras):
        inner.append((attrgetter(EXTRAS), shape.extras))
    return _Plan(cast("Callable[[Any], Iterable[Decimal | None]] | None", getter), inner)


def _all_finite(values: Iterable[Any], shape: Shape) -> bool:
    if shape.kind is Decimal:
        decimals: Iterable[Decimal] = filter(None, values)
        return all(map(Decimal.is_finite, decimals))
    if shape.item is not None:
        items = chain.from_iterable(values)
        values = list(filter(None, items) if shape.holds_nulls else items)
        return not values or _all_finite(values, shape.item)
    if shape.value is not None:
        values = [inner for value in values for inner in value.values() if inner]
        return not values or _all_finite(values, shape.value)
    plan = _plan(shape)
    if plan.decimals is not None and not all(
        map(Decimal.is_finite, filter(None, chain.from_iterable(map(plan.decimals, values))))
    ):
        return False
    for of, inner in plan.inner:
        found: list[Any] = list(filter(None, map(of, values)))
        if found and not _all_finite(found, inner):
            return False
    return True


def _paths(value: Any, shape: Shape, path: str) -> Iterator[str]:
    if value is None or value is UNSET:
        return
    if isinstance(value, Decimal):
        if not value.is_finite():
            yield path
    elif shape.item is not None:
        for index, item in enumerate(value):
            yield from _paths(item, shape.item, f"{path}[{index}]")
    elif shape.value is not None:
        for name, inner in value.items():
            yield from _paths(inner, shape.value, f"{path}.{name}" if path else name)
    else:
        if shape.extras is not None:
            yield from _paths(getattr(value, EXTRAS), shape.extras, path)
        for field in shape.fields.values():
            yield from _paths(getattr(value, field.name), field.shape, f"{path}.{field.wire}" if path else field.wire)
