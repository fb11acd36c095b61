"""Arithmetic on the fields of a record, as `spec/examples.toml` writes it: `Cost * (Quantity | 1)`."""

import ast
from collections.abc import Mapping
from decimal import Decimal, DivisionByZero, InvalidOperation
from typing import Any

import attrs

_MAX_LENGTH = 200


class FormulaError(Exception):
    """A text is no formula."""


@attrs.frozen
class Formula:
    """A formula, parsed.

    Attributes:
        text: As it is written.
    """

    text: str
    _tree: ast.expr = attrs.field(repr=False, eq=False)

    @classmethod
    def parse(cls, text: str) -> "Formula":
        """Parse a formula.

        Raises:
            FormulaError: It is none.
        """
        try:
            tree = ast.parse(text, mode="eval").body
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            raise FormulaError from None
        if len(text) > _MAX_LENGTH or not all(map(_is_allowed, ast.walk(tree))):
            raise FormulaError
        return cls(text, tree)

    def value(self, fields: Mapping[str, Any]) -> Decimal | None:
        """What the formula gives; None where a name in it has no value and no alternative.

        Args:
            fields: The values by name; those that are no numbers count as missing.
        """
        try:
            return _value(self._tree, fields)
        except (DivisionByZero, InvalidOperation):
            return None


def _is_allowed(node: ast.AST) -> bool:
    match node:
        case ast.Constant(value=value):
            return type(value) is int
        case ast.BinOp() | ast.Name() | ast.Load() | ast.Add() | ast.Sub() | ast.Mult() | ast.Div() | ast.BitOr():
            return True
        case _:
            return False


def _value(node: ast.expr, fields: Mapping[str, Any]) -> Decimal | None:
    match node:
        case ast.Constant(value=int(number)):
            return Decimal(number)
        case ast.Name(id=name):
            found = fields.get(name)
            return Decimal(found) if isinstance(found, Decimal | int) else None
        case ast.BinOp(left=left, op=ast.BitOr(), right=right):
            first = _value(left, fields)
            return _value(right, fields) if first is None else first
        case ast.BinOp(left=left, op=operator, right=right):
            first, second = _value(left, fields), _value(right, fields)
            return None if first is None or second is None else _applied(operator, first, second)
        case _:
            return None


def _applied(operator: ast.operator, first: Decimal, second: Decimal) -> Decimal:
    match operator:
        case ast.Add():
            return first + second
        case ast.Sub():
            return first - second
        case ast.Mult():
            return first * second
        case _:
            return first / second
