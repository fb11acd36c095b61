"""Chooses the member of a union that a plain value is, and reads the value as it.

What does not fit is not chosen: a value that no member fits is returned as it came, so that a new variant breaks no
answer and goes back unchanged. A value inside is chosen once, however many members are tried around it: the work grows
with the size of the answer.
"""

from __future__ import annotations

from itertools import count
from typing import Any, Final, cast

from msgspec import convert

from .extras import attach_extras
from .finite import holds_only_finite
from .lenient import REPAIRS, repaired
from .shapes import Shape
from .time_limit import current
from .union_plan import Member, Plan, plan_of

_BATCH: Final = 64
"""Values that are chosen between two looks at the clock."""
_TICK: Final = count().__next__
_NONE: Final = object()
_REFUSED: Final = (ValueError, ArithmeticError)


class _Reading:
    """One value of a union, with all the unions inside it."""

    __slots__ = ("_chosen",)

    def __init__(self) -> None:
        self._chosen: dict[tuple[int, Any], tuple[Any, Any]] = {}

    def read(self, kind: Any, value: Any) -> Any:
        """Read a union inside; what msgspec calls."""
        if kind is object:
            return value
        if not isinstance(value, dict | list):
            return self.choose(plan_of(kind), value)[1]
        # The value is held too, so that no other one gets its address.
        key = (id(cast("object", value)), kind)
        found = self._chosen.get(key)
        if found is None:
            found = self._chosen[key] = (value, self.choose(plan_of(kind), value)[1])
        return found[1]

    def choose(self, plan: Plan, value: Any) -> tuple[Member | None, Any]:
        """Return the member that a value is, or None, and the value as that member."""
        if (limit := current.limit) is not None and not _TICK() % _BATCH:
            limit.check()
        if plan.is_text and type(value) is str:
            return next(member for member in plan.members if member.shape.kind is str), value
        for member in plan.candidates(value):
            found = self._as(member, value)
            if found is not _NONE:
                return member, found
        return None, value

    def _as(self, member: Member, value: Any) -> Any:
        """A value as a member, or `_NONE` if it is no such thing."""
        hook: Any = self.read if member.is_nested else None
        if REPAIRS and member.is_repaired:
            # A strict reading would round some dates into the next day.
            return self._repaired(member, value, hook)
        try:
            found = convert(value, member.kind, dec_hook=hook)
        except _REFUSED:
            return self._repaired(member, value, hook) if member.is_repaired else _NONE
        return _completed(member, found, value)

    def _repaired(self, member: Member, value: Any, hook: Any) -> Any:
        try:
            plain = repaired(value, member.shape, current.limit)
            found = convert(plain, member.kind, dec_hook=hook)
        except _REFUSED:
            return _NONE
        return _completed(member, found, plain)


def _completed(member: Member, found: Any, plain: Any) -> Any:
    """What was read with what is beside its fields; `_NONE` if that does not fit, or a number is none."""
    if member.has_extras:
        try:
            attach_extras(found, plain, member.shape)
        except _REFUSED:
            return _NONE
    return _NONE if member.has_numbers and not holds_only_finite(found, member.shape) else found


def read(kind: Any, value: Any) -> Any:
    """Return the value of a union. For the `dec_hook` of msgspec.

    Args:
        kind: The class of the union, or `object`.
        value: The plain value.

    Raises:
        LateError: The deadline has passed.
        RecursionError: It is nested too deeply.
    """
    if kind is object:
        # msgspec asks for what it does not know, and that may be anything.
        return value
    plan: Plan = kind.plan or plan_of(kind)
    if (limit := current.limit) is not None and not _TICK() % _BATCH:
        limit.check()
    if plan.name and type(value) is dict:
        try:
            member = plan.tagged[value[plan.name]]
        except (KeyError, TypeError):
            # No such value, or one that is no text.
            pass
        else:
            if member.is_plain:
                try:
                    return convert(value, member.kind)
                except _REFUSED:
                    pass
    return _Reading().choose(plan, value)[1]


def member_of(kind: Any, value: Any) -> Shape | None:
    """Return what a plain value is read as; None for what no member fits.

    Args:
        kind: The class of the union.
        value: The plain value.
    """
    member, _ = _Reading().choose(plan_of(kind), value)
    return None if member is None else member.shape
