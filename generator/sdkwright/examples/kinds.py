"""The kinds of values that the keys of `spec/examples.toml` take."""

import re
from decimal import Decimal, InvalidOperation
from types import MappingProxyType
from typing import Any, Final

from sdkwright.config.values import LINE, Kind
from sdkwright.examples.formulas import Formula, FormulaError

_RANGE: Final = 2
_FAKER: Final = re.compile(r"(?:[^{}]|\{[a-z][a-z0-9_]*\})+")


def _is_decimal(value: object) -> bool:
    try:
        return isinstance(value, str) and Decimal(value).is_finite()
    except InvalidOperation:
        return False


def _is_range(value: object) -> bool:
    if not isinstance(value, list) or len(value) != _RANGE or not all(type(bound) is int for bound in value):
        return False
    return bool(value[0] <= value[1])


def _is_record(value: object) -> bool:
    return isinstance(value, dict) and bool(value) and all(isinstance(item, str | int) for item in value.values())


def _is_formula(value: object) -> bool:
    try:
        return isinstance(value, str) and bool(Formula.parse(value))
    except FormulaError:
        return False


def _are_errors(value: object) -> bool:
    return isinstance(value, dict) and all(
        isinstance(said, list) and all(map(LINE.accepts, said)) for said in value.values()
    )


def _are_statuses(value: object) -> bool:
    return isinstance(value, dict) and all(
        re.fullmatch("[45][0-9][0-9]", status) is not None and LINE.accepts(said) for status, said in value.items()
    )


def _frozen_records(value: list[dict[str, Any]]) -> tuple[MappingProxyType[str, Any], ...]:
    return tuple(map(MappingProxyType, value))


WORDS: Final = Kind(
    'a list of texts, such as ["Monday", "Tuesday"]',
    lambda value: isinstance(value, list) and bool(value) and all(map(LINE.accepts, value)),
    convert=tuple,
)
DECIMALS: Final = Kind(
    'a list of decimal numbers as texts, such as ["1", "1.5"]',
    lambda value: isinstance(value, list) and bool(value) and all(map(_is_decimal, value)),
    convert=lambda value: tuple(map(Decimal, value)),
)
RANGE: Final = Kind("two whole numbers, the lowest and the highest, such as [1, 12]", _is_range, convert=tuple)
INTEGERS: Final = Kind(
    "a list of whole numbers, such as [14, 30]",
    lambda value: isinstance(value, list) and bool(value) and all(type(item) is int for item in value),
    convert=tuple,
)
FAKER: Final = Kind(
    "text with names of Faker's providers in braces, such as {first_name} {last_name}",
    lambda value: LINE.accepts(value) and _FAKER.fullmatch(value) is not None,
)
RECORD: Final = Kind("a table of texts and whole numbers", _is_record, convert=MappingProxyType)
RECORDS: Final = Kind(
    'a list of tables of texts and whole numbers, such as [{ Id = 1, Name = "English" }]',
    lambda value: isinstance(value, list) and bool(value) and all(map(_is_record, value)),
    convert=_frozen_records,
)
FORMULA: Final = Kind(
    "names, whole numbers, + - * / and parentheses, with | before the alternative, such as Cost * (Pieces | 1)",
    _is_formula,
    convert=Formula.parse,
)
FIELD_ERRORS: Final = Kind(
    'lists of texts by field, such as { "order.Number" = ["It is missing."] }', _are_errors, convert=MappingProxyType
)
STATUSES: Final = Kind(
    'texts by status, such as { 404 = "There is no such order." }',
    _are_statuses,
    convert=lambda value: MappingProxyType({int(status): said for status, said in value.items()}),
)
CALL: Final = Kind(
    "the call of a method, such as client.orders.get(7)",
    lambda value: LINE.accepts(value) and re.fullmatch(r"client(?:\.[a-z][a-z0-9_]*)+\([\w.=, ]*\)", value) is not None,
)
