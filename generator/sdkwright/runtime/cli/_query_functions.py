"""The functions of JMESPath for decimals: those of the library take floats alone, or make some."""
# pyright: reportUnknownVariableType=false, reportUnknownMemberType=false

from __future__ import annotations

import importlib
import math
import re
from collections.abc import Callable
from decimal import Context, Decimal, Inexact, localcontext
from typing import Any, Final, TypeVar

from .._json.decimals import is_plain
from ._output import json_line

# By name: it comes with an extra, and has no types.
_library: Any = importlib.import_module("jmespath.functions")

_F = TypeVar("_F", bound=Callable[..., Any])

_AVERAGE_DIGITS: Final = 28
_NUMBER: Final = re.compile(r"-?[0-9]{1,1000}(\.[0-9]{1,1000})?([eE][+-]?[0-9]{1,3})?", re.ASCII)


def _takes(*types: str) -> Callable[[_F], _F]:
    """Declare what a function of one argument takes, as the library does it."""
    declared: Callable[[_F], _F] = _library.signature({"types": list(types)})
    return declared


class ExactFunctions(_library.Functions):  # type: ignore[misc]
    """Takes decimals for numbers, and rounds none but an average, to 28 digits."""

    def _get_allowed_pytypes(self, types: Any) -> Any:
        allowed, inner = super()._get_allowed_pytypes(types)
        return _with_decimals(allowed), [_with_decimals(names) for names in inner]

    def _convert_to_jmespath_type(self, name: str) -> Any:
        return "number" if name == "Decimal" else super()._convert_to_jmespath_type(name)

    @_takes("array-number")
    def _func_avg(self, numbers: list[Any]) -> Any:
        if not numbers:
            return None
        total = sum(numbers, Decimal(0))
        with localcontext(Context(prec=_AVERAGE_DIGITS)):
            return total / len(numbers)

    @_takes("number")
    def _func_ceil(self, number: Any) -> int:
        return math.ceil(_writable(number))

    @_takes("number")
    def _func_floor(self, number: Any) -> int:
        return math.floor(_writable(number))

    @_takes()
    def _func_to_number(self, value: Any) -> Any:
        if isinstance(value, str) and _NUMBER.fullmatch(value):
            return Decimal(value) if set(value) & set(".eE") else int(value)
        return value if isinstance(value, int | Decimal) and not isinstance(value, bool) else None

    @_takes()
    def _func_to_string(self, value: Any) -> str:
        return value if isinstance(value, str) else json_line(value)

    @_takes()
    def _func_type(self, value: Any) -> Any:
        return "number" if isinstance(value, Decimal) else super()._func_type(value)


def _with_decimals(names: Any) -> list[str]:
    return [*names, "Decimal"] if "float" in names else list(names)


def _writable(number: Decimal | int) -> Decimal | int:
    if isinstance(number, Decimal) and not is_plain(number):
        # Its digits would fill the memory.
        raise Inexact
    return number
