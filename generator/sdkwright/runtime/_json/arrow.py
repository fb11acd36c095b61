"""Rows as a table of Arrow: exact decimals, times in UTC, days as dates, enums as texts."""

from __future__ import annotations

import importlib
import warnings
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any, Final

from .._api import NAME
from .._names.errors import SDKError
from ..errors import ConfigurationError, EncodeError
from .base_types import date_type, datetime_type
from .decimals import storable
from .rows import Table

BUILDS_ON: Final = ("_api.NAME", "_names.errors.SDKError")

_PRECISION: Final = 38
_SCALE: Final = 10
"""Fraction digits of a decimal column: fixed, so that two tables of one list have the same columns."""


def check_installed() -> None:
    """Refuse to go on without pyarrow, before anything is fetched.

    Raises:
        ConfigurationError: It says how to get it.
    """
    _pyarrow()


def arrow_table(table: Table, *, stacklevel: int) -> Any:
    """Return the rows as a `pyarrow.Table`.

    Args:
        table: The rows.
        stacklevel: How far above the caller's line is, for a warning.

    Raises:
        ConfigurationError: pyarrow is not installed.
        EncodeError: A value does not fit exactly into its column; the message names the column.
    """
    arrow = _pyarrow()
    arrays, fields = list[Any](), list[Any]()
    for name, column in table.columns.items():
        kind = column_type(arrow, column.kind)
        values = [row.get(name) for row in table.rows]
        if column.kind is str:
            # One name may stand for values of several types.
            values = [value if value is None or isinstance(value, str) else str(value) for value in values]
        if column.kind is datetime_type():
            values = _in_utc(values, name, stacklevel + 1)
        fields.append(arrow.field(name, kind))
        arrays.append(exact_array(arrow, values, kind, name, raises=EncodeError, otherwise="use to_rows"))
    return arrow.Table.from_arrays(arrays, schema=arrow.schema(fields))


def column_type(arrow: Any, kind: Any) -> Any:
    """Return the type of Arrow for values of a type.

    Args:
        arrow: The module pyarrow.
        kind: As `Column.kind`; anything else is a text.
    """
    if kind is datetime_type():
        return arrow.timestamp("us", tz="UTC")
    if kind is date_type():
        return arrow.date32()
    if kind is Decimal:
        return arrow.decimal128(_PRECISION, _SCALE)
    if kind is bool:
        return arrow.bool_()
    if kind is int:
        return arrow.int64()
    return arrow.binary() if kind is bytes else arrow.string()


def _pyarrow() -> Any:
    # By name: it has no types, and is no dependency.
    try:
        return importlib.import_module("pyarrow")
    except ModuleNotFoundError:
        pass
    raise ConfigurationError(f"A table of Arrow needs pyarrow: pip install '{NAME}[arrow]'.")


def _in_utc(values: list[Any], name: str, stacklevel: int) -> list[Any]:
    naive = sum(isinstance(value, datetime) and value.tzinfo is None for value in values)
    if naive:
        warnings.warn(
            f"{naive} times of {name} came without an offset and are taken as UTC; to_rows gives them as they came.",
            stacklevel=stacklevel + 1,
        )
    return [value.replace(tzinfo=UTC) if value is not None and value.tzinfo is None else value for value in values]


def exact_array(arrow: Any, values: list[Any], kind: Any, name: str, *, raises: type[SDKError], otherwise: str) -> Any:
    """Return the values of a column as an array of Arrow.

    Args:
        arrow: The module pyarrow.
        values: The values; None where there is none.
        kind: The type of the column, as `column_type` returns it.
        name: The column.
        raises: The error if a value does not fit.
        otherwise: What its message says to do then.

    Raises:
        SDKError: A value does not fit exactly; the message names the column.
    """
    try:
        exact = [storable(value) if isinstance(value, Decimal) else value for value in values]
        return arrow.array(exact, type=kind)
    except (arrow.ArrowException, OverflowError, ValueError, TypeError) as error:
        problem = type(error).__name__
    raise raises(
        f"The column {name} has a value that a column of the type {kind} cannot hold exactly ({problem}); {otherwise}."
    )
