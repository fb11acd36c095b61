"""Tells which member of a union a value of a caller's is meant as."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any, Final, cast

from .base_types import as_base_type
from .shapes import Shape
from .union_plan import Member, Plan, plan_of

_ANY: Final = Shape(object)


def sent_as(shape: Shape, value: Any) -> Shape:
    """Return the shape that says how a value is written which a caller gives for a union.

    Args:
        shape: That of the union.
        value: A model or a plain value.
    """
    plan = plan_of(shape.kind)
    if isinstance(value, Mapping):
        return next((member.shape for member in plan.objects if member.shape.value is not None), _ANY)
    if isinstance(value, list | tuple | set | frozenset):
        return plan.arrays[0].shape if plan.arrays else _ANY
    if isinstance(value, Decimal | int) and not isinstance(value, bool):
        of = int if isinstance(value, int) and int in plan.numbers else Decimal
        return plan.numbers[of].shape if of in plan.numbers else _ANY
    return _ANY


def named(shape: Shape, value: Any, *, by_python: bool) -> Shape:
    """Return the shape of what a caller's plain value is meant as, by the names that it has.

    Args:
        shape: That of the union.
        value: A mapping, a list or a scalar.
        by_python: Whether the names may be those of the classes; those of JSON are known anyway.
    """
    plan = plan_of(shape.kind)
    if isinstance(value, Mapping):
        return _named_object(plan, cast("Mapping[object, Any]", value), by_python=by_python)
    if isinstance(value, list | tuple | set | frozenset):
        items = [
            cast("Mapping[object, Any]", item) for item in cast("Iterable[Any]", value) if isinstance(item, Mapping)
        ]
        fitting = (member.shape for member in plan.arrays if _may_hold(member, items, by_python=by_python))
        return next(fitting, _ANY)
    if isinstance(value, float) and Decimal in plan.numbers:
        return plan.numbers[Decimal].shape
    return _ANY


def _may_hold(member: Member, items: list[Mapping[object, Any]], *, by_python: bool) -> bool:
    """Whether objects may be items of a list: what would be dropped of them is no such item."""
    inner = member.item
    return inner is None or all(_wire_names(inner, item, by_python=by_python)[1] is not None for item in items)


def _named_object(plan: Plan, value: Mapping[object, Any], *, by_python: bool) -> Shape:
    found: list[tuple[tuple[int, ...], int]] = []
    for place, member in enumerate(plan.objects):
        plain, rank = _wire_names(member, value, by_python=by_python)
        tag = plain.get(plan.name) if plan.name else None
        meant = plan.variant(tag)
        if meant is member:
            # What it lacks is told by its name.
            found.append(((-1,), place))
        elif rank is not None and (tag is None or (meant is None and member in plan.others)):
            found.append((rank, place))
    return plan.objects[min(found)[1]].shape if found else _ANY


def _wire_names(
    member: Member, value: Mapping[object, Any], *, by_python: bool
) -> tuple[dict[str, Any], tuple[int, int, int, int] | None]:
    """An object with a member's names in JSON, and how well it fits."""
    wire = {field.name: field.wire for field in member.shape.fields.values()} if by_python else {}
    plain = {wire.get(name, name): as_base_type(item) for name, item in value.items() if isinstance(name, str)}
    return plain, member.rank(plain)
