"""Asks an operation for another media type than it is asked for by default."""

from __future__ import annotations

import copy
from functools import cache
from typing import Any, Final, TypeAlias, TypeVar

from ..errors import EncodeError
from .operation import Answers, Operation

T = TypeVar("T")

Choices: TypeAlias = tuple[tuple[str, Answers], ...]
"""The media types that a caller may choose, each with what is read then; nothing for what is the default."""

_SHOWN: Final = 80


def asking(operation: Operation[T], accept: str, choices: Choices) -> Operation[T]:
    """Return an operation that asks for a media type.

    Args:
        operation: What is called.
        accept: The media type that the caller chose.
        choices: Those that there are.

    Raises:
        EncodeError: It is none of them.
    """
    for media_type, answers in choices:
        if media_type == accept:
            return _with(operation, answers) if answers else operation
    listed = ", ".join(media_type for media_type, _ in choices)
    raise EncodeError(f"{operation.name}: accept is {str(accept)[:_SHOWN]!r}; it must be one of {listed}.")


@cache
def _with(operation: Operation[Any], answers: Answers) -> Operation[Any]:
    """The operation with other answers; made once, for there are as many as the document has."""
    made = copy.copy(operation)
    made.answers, made.result = answers, answers[0][2]
    made.accept = ", ".join(dict.fromkeys(media_type for _, media_type, kind in answers if kind is not None))
    return made
