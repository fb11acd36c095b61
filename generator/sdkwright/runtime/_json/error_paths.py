"""Finds the text of an error that lies below the top of its body: `error.message`, `errors[0].detail`."""

from __future__ import annotations

import re
from functools import cache
from typing import Any, Final

from .shapes import is_list, is_object

_STEP: Final = re.compile(r"\[([0-9])\]|\.?([^.\[\]]+)")


@cache
def _steps(path: str) -> tuple[str | int, ...]:
    """The names and places that a path leads through, in turn."""
    return tuple(name or int(place) for place, name in _STEP.findall(path))


def found_at(document: object, path: str) -> object:
    """Return what a path leads to, or None where it leads nowhere.

    Args:
        document: What was decoded of an error's body, of any shape.
        path: Names with dots between, and the places of items in brackets, 0 to 9.
    """
    found = document
    for step in _steps(path):
        if isinstance(step, int):
            if not is_list(found) or step >= len(found):
                return None
            found = found[step]
        elif is_object(found):
            found = found.get(step)
        else:
            return None
    return found


def placed_at(path: str, value: object) -> dict[str, Any]:
    """Return the smallest document in which a path leads to a value.

    Args:
        path: As of `found_at`.
        value: The value.
    """
    document: Any = value
    for step in reversed(_steps(path)):
        document = [document] * (step + 1) if isinstance(step, int) else {step: document}
    return dict(document)
