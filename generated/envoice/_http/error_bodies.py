"""What the bodies of errors decode to."""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from typing import Any, Final, cast

from .._json.codec import Undecodable, decode
from .._schemas import ERRORS
from .media import PROBLEM, as_text, essence, is_json
from .operation import Operation

BUILDS_ON: Final = ("_schemas.ERRORS",)


def read_error(body: bytes, kind: Any, content_type: str | None) -> Any:
    """Return what the body of an error decodes to; None where it is not what was declared, or nothing was.

    Args:
        body: The body, without secrets.
        kind: The declared type, or None.
        content_type: Its header, if it has one.
    """
    name = essence(content_type)
    if kind is not None:
        try:
            if kind is str and not is_json(name):
                return as_text(body, content_type)
            return decode(body, kind)
        except Undecodable:
            pass
    if name != PROBLEM or not body:
        return None
    from ..problems import Problem  # only for an error that is one

    return Problem.of(body)


def error_kind(operation: Operation[Any], status: int) -> Any:
    """Return the type that the body of an error decodes to, by the most particular status; None where none is declared.

    Args:
        operation: What was called.
        status: Of the error.
    """
    declared: Mapping[str, Any] = ERRORS if operation.errors is None else operation.errors
    kind = next(
        (declared[key] for key in (str(status), f"{status // 100}XX", "default") if key in declared),
        None,
    )
    if operation.errors is None and kind is not None:
        # By name, so that no model is imported before there is an error.
        return getattr(importlib.import_module("..models", __package__), cast("str", kind))
    return kind
