"""Makes the file of an export from its rows: JSON lines, CSV or Parquet, a batch of rows in memory at a time."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from itertools import islice
from typing import Any, Final

from .._json.arrow import column_type, exact_array
from .._json.base_types import date_type, datetime_type
from .._json.codec import decode_plain
from .._json.hiding import is_secret
from .._json.shapes import Shape, is_enum, shape_of
from .._lazy import pathlib
from .._names.errors import SDKError
from ..errors import ConfigurationError
from ._output import CsvRows, json_line
from ._rows import Row, picked
from ._session import needs, note

BUILDS_ON: Final = ("_names.errors.SDKError",)

SUFFIXES: Final = (".csv", ".jsonl", ".parquet")

_BATCH: Final = 5_000
_PLAIN: Final = frozenset({bool, int, str})
"""What JSON has as it is."""


def check_installed(suffix: str) -> None:
    """Refuse a format whose package is not there, before anything is fetched.

    Args:
        suffix: One of `SUFFIXES`.

    Raises:
        ConfigurationError: It says how to get the package.
    """
    if suffix == ".parquet":
        _arrow("pyarrow")


def write_file(
    path: pathlib.Path, suffix: str, lines: Iterable[bytes], kind: Any, columns: Sequence[str], *, guard: bool
) -> None:
    """Write all rows to a file.

    Args:
        path: The file, which is no result yet.
        suffix: One of `SUFFIXES`.
        lines: The rows as JSON.
        kind: The type of the items.
        columns: What to write of each, as paths.
        guard: Whether texts of a CSV that a spreadsheet would run as formulas get an apostrophe in front.
    """
    rows = (picked(decode_plain(line), columns) for line in lines)
    if suffix == ".parquet":
        _parquet(path, rows, kind, columns)
        return
    _write_text(path, suffix, rows, rows, columns, guard=guard)


def write_plain_rows(
    path: pathlib.Path,
    suffix: str,
    items: Sequence[object],
    rows: Sequence[Row],
    columns: Sequence[str],
    *,
    guard: bool,
) -> None:
    """Write rows whose types nobody declared, as a query makes them.

    Args:
        path: The file, which is no result yet.
        suffix: One of `SUFFIXES`.
        items: What the query gave, for JSON lines.
        rows: The same as rows.
        columns: What to write of each.
        guard: As for `write_file`.
    """
    if suffix == ".parquet":
        arrow, parquet = _arrow("pyarrow"), _arrow("pyarrow.parquet")
        made = {name: _guessed(arrow, [row.get(name) for row in rows]) for name in columns}
        arrays = [_array(arrow, (row.get(name) for row in rows), *made[name], name) for name in columns]
        parquet.write_table(arrow.table(arrays, names=list(columns)), path)
        return
    _write_text(path, suffix, items, rows, columns, guard=guard)


def _write_text(
    path: pathlib.Path,
    suffix: str,
    items: Iterable[object],
    rows: Iterable[Row],
    columns: Sequence[str],
    *,
    guard: bool,
) -> None:
    """Write the rows as CSV, or the items as JSON lines."""
    with path.open("w", encoding="utf-8", errors="surrogatepass", newline="") as file:
        if suffix == ".csv":
            table = CsvRows(file, columns, guard=guard)
            for row in rows:
                table.write(row)
        else:
            file.writelines(f"{json_line(item)}\n" for item in items)


def _guessed(arrow: Any, values: Sequence[object]) -> tuple[Any, Callable[[Any], Any]]:
    """The type of a column by what stands in it, and what makes its values of JSON's."""
    kinds: set[type] = {type(value) for value in values if value is not None}
    if len(kinds) == 1 and kinds <= _PLAIN:
        (kind,) = kinds
        return column_type(arrow, kind), kind
    if kinds and kinds <= {int, Decimal}:
        return column_type(arrow, Decimal), Decimal
    return column_type(arrow, str), json_line


def _arrow(name: str) -> Any:
    # By name: it has no types, and is no dependency.
    try:
        return importlib.import_module(name)
    except ModuleNotFoundError:
        needs("pyarrow", "parquet")


def _parquet(path: pathlib.Path, rows: Iterator[Row], kind: Any, columns: Sequence[str]) -> None:
    arrow, parquet = _arrow("pyarrow"), _arrow("pyarrow.parquet")
    made = [_column(arrow, shape_at(kind, path)) for path in columns]
    schema = arrow.schema([arrow.field(name, arrow_type) for name, (arrow_type, _) in zip(columns, made, strict=True)])
    assumed = 0
    with parquet.ParquetWriter(path, schema) as writer:
        while batch := list(islice(rows, _BATCH)):
            arrays: list[Any] = []
            for name, (column, convert) in zip(columns, made, strict=True):
                arrays.append(_array(arrow, (row[name] for row in batch), column, convert, name))
                assumed += sum(isinstance(row[name], str) and _is_naive(convert, row[name]) for row in batch)
            writer.write_batch(arrow.record_batch(arrays, schema=schema))
    if assumed:
        note(f"{assumed} times came without an offset and are taken as UTC; JSON lines keep them as they came.")


def _array(arrow: Any, values: Iterable[Any], column: Any, convert: Callable[[Any], Any], name: str) -> Any:
    converted = [None if value is None else convert(value) for value in values]
    otherwise = "export to .jsonl, or leave it out with --fields"
    return exact_array(arrow, converted, column, name, raises=SDKError, otherwise=otherwise)


def _column(arrow: Any, shape: Shape) -> tuple[Any, Callable[[Any], Any]]:
    """The type of a column, and what makes its values of JSON's."""
    kind = Decimal if shape.is_amount else shape.kind
    if kind is datetime_type():
        return column_type(arrow, kind), _moment
    if kind is date_type():
        return column_type(arrow, kind), date.fromisoformat
    if kind is Decimal or kind in _PLAIN:
        return column_type(arrow, kind), kind
    return column_type(arrow, str), str if is_enum(kind) else json_line


def _moment(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)


def _is_naive(convert: object, text: str) -> bool:
    return convert is _moment and datetime.fromisoformat(text).tzinfo is None


def shape_at(kind: Any, path: str) -> Shape:
    """Return what stands at a path of a type: a text for a secret.

    Args:
        kind: The type of the items.
        path: Names with dots between; `value` for items that are no models.

    Raises:
        ConfigurationError: There is nothing.
    """
    place = shape_of(kind)
    for step in path.split(".") if place.fields else ():
        found = next((field.shape for field in place.fields.values() if field.name == step), None)
        if found is None:
            raise ConfigurationError(f"There is no field {path}.")
        # Whatever its type, what is hidden is the text that says so.
        place = Shape(str) if is_secret(place.kind.__name__, step) else found
    return place
