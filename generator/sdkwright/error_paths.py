"""Paths to the texts of errors: `message`, `error.message`, `errors[0].detail`."""

import re
from typing import Any, Final

PATH: Final = re.compile(r"[^.\[\]]+(?:\[[0-9]\])*(?:\.[^.\[\]]+(?:\[[0-9]\])*)*")
"""Names with dots between, and the places of items in brackets."""

_STEP: Final = re.compile(r"\[([0-9])\]|\.?([^.\[\]]+)")


def is_path(text: str) -> bool:
    """Whether a text leads below the top of a document.

    Args:
        text: A property's name, or a path.
    """
    return "." in text or "[" in text


def place(document: dict[str, Any], path: str, value: Any) -> dict[str, Any]:
    """A document with a value where a path leads; the document itself is changed.

    Args:
        document: What is there already.
        path: A property's name, or a path.
        value: The value.
    """
    steps = [name or int(index) for index, name in _STEP.findall(path)]
    holder: Any = document
    for step, following in zip(steps, [*steps[1:], None], strict=True):
        made: Any = value if following is None else [] if isinstance(following, int) else {}
        if isinstance(step, int):
            # Every item before it is there too, so that the place is its own.
            holder.extend(made for _ in range(step + 1 - len(holder)))
        elif following is None or step not in holder:
            holder[step] = made
        holder = holder[step]
    return document
