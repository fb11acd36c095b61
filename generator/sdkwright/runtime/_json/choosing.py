"""Chooses the member of a union that a plain value is, and reads the value as it.

What does not fit is not chosen: a value that no member fits is returned as it came, so that a new variant breaks no
answer and goes back unchanged. A value inside is chosen once, however many members are tried around it: the work grows
with the size of the answer.
"""

from __future__ import annotations

from itertools import count
from typing import Any, Final

from msgspec import MsgspecError, convert, to_builtins

from .._lazy import lazy_module
from .extras import attach_extras
from .finite import holds_only_finite
from .lenient import LAST_TICK, REPAIRS, repaired
from .shapes import Shape
from .time_limit import ACTIVE, current
from .union_plan import Member, Plan, plan_of

# Only a package carries it whose document has durations.
_durations: Any = lazy_module("._json.calendar_durations")

_BATCH: Final = 64
"""Values that are chosen between two looks at the clock."""
_TICK: Final = count().__next__
# Before msgspec 0.21, its errors are no ValueError.
_REFUSED: Final = (MsgspecError, ValueError, ArithmeticError)
_MISSED: Final = (*_REFUSED, AttributeError, LookupError, TypeError)
_LAST_TICK: Final = LAST_TICK.decode()


def read(kind: Any, value: Any) -> Any:
    """Return the value of a union. For the `dec_hook` of msgspec.

    Args:
        kind: The class of the union, or `object`.
        value: The plain value.

    Raises:
        LateError: The deadline has passed.
        RecursionError: It is nested too deeply.
    """
    if ACTIVE:
        _look()
    try:
        plan: Plan = kind.plan
        of = value.__class__
        if of is dict:
            # What most objects are takes as few steps as can be.
            key = value[plan.name] if plan.name else tuple(value)
            model = plan.direct[key]
            for wire in plan.amounts.get(key, ()) if plan.amounts else ():
                if isinstance(value.get(wire), str):
                    # A text may be no number.
                    break
            else:
                return convert(value, model)
        elif of in plan.same:
            return value
    except _MISSED:
        # No plan yet, another kind of object, or one that does not fit at once.
        pass
    return _Reading().read(kind, value)


def member_of(kind: Any, value: Any) -> Shape | None:
    """Return what a plain value is read as; None for what no member fits.

    Args:
        kind: The class of the union.
        value: The plain value.
    """
    reading = _Reading()
    reading.read(kind, value)
    return None if reading.member is None else reading.member.shape


def _look() -> None:
    if (limit := current.limit) is not None and not _TICK() % _BATCH:
        limit.check()


class _Reading:
    """One value of a union, with all the unions inside it.

    Attributes:
        member: What the value was read as that was finished last; None if no member fits it.
    """

    __slots__ = ("_chosen", "member")

    def __init__(self) -> None:
        self._chosen: dict[tuple[int, Any], tuple[Any, Any]] = {}
        self.member: Member | None = None

    def read(self, kind: Any, value: Any) -> Any:  # noqa: C901 - one frame is all that a level of a value may take
        """Return the value of a union inside; what msgspec calls."""
        if kind is object:
            # msgspec asks for what it does not know, and that may be anything.
            return value
        if ACTIVE:
            _look()
        key, of = None, value.__class__
        if of is dict or of is list:
            # The value is held too, so that no other one gets its address.
            key = (id(value), kind)
            if key in self._chosen:
                return self._chosen[key][1]
        chosen, found = None, value
        plan: Plan = kind.plan or plan_of(kind)
        # What a text can be anyway needs no repair, but for a date that a strict reading would round.
        stays = plan.has_text and of is str and _LAST_TICK not in value
        for member in plan.candidates(value):
            plain, is_right = value, False
            repairs = member.is_repaired and not stays
            if not (REPAIRS and repairs):
                try:
                    found = convert(value, member.kind, dec_hook=self.read if member.is_nested else None)
                    is_right = True
                except _REFUSED:
                    pass
            if not is_right and repairs:
                try:
                    plain = repaired(value, member.shape, current.limit)
                    found = convert(plain, member.kind, dec_hook=self.read if member.is_nested else None)
                    found = _durations.placed(found, plain, member.shape) if member.has_durations else found
                    is_right = True
                except _REFUSED:
                    pass
            if is_right and _is_complete(member, found, plain):
                chosen = member
                break
            found = value
        if key is not None:
            self._chosen[key] = (value, found)
        self.member = chosen
        return found


def _is_complete(member: Member, found: Any, plain: Any) -> bool:
    """Give a value what is beside its fields, and say whether that fits and every number is one."""
    if member.has_extras:
        try:
            attach_extras(found, plain, member.shape)
        except _REFUSED:
            return False
    if member.shape.kind is bytes:
        return bool(to_builtins(found) == plain)
    return not member.has_numbers or holds_only_finite(found, member.shape)
