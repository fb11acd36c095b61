"""Writes answers: JSON, JSON lines and CSV for programs as the rows come, tables for people."""

from __future__ import annotations

import csv
import io
import os
import sys
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import IO, Any, Final

import msgspec

from .._json.decimals import decimal_text
from .._json.shapes import is_list, is_object
from ._rows import Row, picked, plain
from ._text import escaped, visible_lines

FORMATS: Final = ("table", "json", "jsonl", "csv")

_ENCODER: Final = msgspec.json.Encoder(decimal_format="number")
# With one of these, a spreadsheet takes a text for a formula, which may call programs or send cells elsewhere.
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")


def json_text(value: object) -> str:
    """Return a value as JSON for people and programs, decimals exact."""
    text = msgspec.json.format(_ENCODER.encode(value), indent=2).decode()
    return escaped(text)


def json_line(value: object) -> str:
    """Return a value as JSON on one line."""
    return escaped(_ENCODER.encode(value).decode())


class CsvRows:
    """Writes rows as RFC 4180 CSV, with a head.

    Args:
        file: Where to.
        columns: The columns, in their order.
        guard: Whether texts that a spreadsheet would run as formulas get an apostrophe in front.
    """

    def __init__(self, file: IO[str], columns: Sequence[str], *, guard: bool) -> None:
        self._columns = columns
        self._guard = guard
        self._writer = csv.writer(file)
        self._writer.writerow(columns)

    def write(self, row: Row) -> None:
        """Write one row.

        Args:
            row: Values by column.
        """
        self._writer.writerow([self._cell(row.get(column)) for column in self._columns])

    def _cell(self, value: Any) -> str:
        if value is None:
            return ""
        if isinstance(value, bool):
            return "true" if value else "false"
        if isinstance(value, int):
            return str(value)
        if isinstance(value, Decimal):
            return decimal_text(value)
        if is_list(value) or is_object(value):
            return json_line(value)
        text = value if isinstance(value, str) else str(msgspec.to_builtins(value))
        return f"'{text}" if self._guard and text.startswith(_FORMULA) else text


def write_rows(items: Iterable[object], form: str, columns: Sequence[str] | None, *, guard: bool) -> None:
    """Write items for programs, each as it comes.

    Args:
        items: What `plain` made of the items.
        form: `json`, `jsonl` or `csv`.
        columns: What to write of each, as paths; None for all of it, which a CSV cannot have.
        guard: As for `CsvRows`.
    """
    if form == "csv":
        columns = columns or ("value",)
        _csv((picked(item, columns) for item in items), columns, guard=guard)
        return
    values = items if columns is None else (picked(item, columns) if is_object(item) else item for item in items)
    if form == "jsonl":
        for value in values:
            _out(json_line(value) + "\n")
    else:
        _array(values)


def _array(rows: Iterable[object]) -> None:
    """One JSON document, without holding the rows."""
    before = "["
    for row in rows:
        inner = json_text(row).replace("\n", "\n  ")
        _out(f"{before}\n  {inner}")
        before = ","
    _out("[]\n" if before == "[" else "\n]\n")


def _csv(rows: Iterable[Row], columns: Sequence[str], *, guard: bool) -> None:
    buffer = io.StringIO(newline="")
    writer = CsvRows(buffer, columns, guard=guard)
    watched = sys.stdout.isatty()
    for row in rows:
        writer.write(row)
        _out(_drain(buffer, visible=watched))
    _out(_drain(buffer, visible=watched))


def _drain(buffer: io.StringIO, *, visible: bool) -> str:
    text = buffer.getvalue()
    buffer.seek(0)
    buffer.truncate()
    return visible_lines(text) if visible else text


def _out(text: str) -> None:
    # As bytes: JSON and CSV are UTF-8 whatever the locale, and no line end is translated.
    sys.stdout.flush()
    out = getattr(sys.stdout, "buffer", None)
    if out is None:
        sys.stdout.write(text)
    else:
        out.write(text.encode("utf-8", "surrogatepass"))
        out.flush()


def write_value(value: object, form: str, columns: Sequence[str] | None, *, guard: bool) -> None:
    """Write one answer that is no list.

    Args:
        value: What the method returned.
        form: One of `FORMATS`.
        columns: What to show of it; None for all of it.
        guard: As for `CsvRows`.
    """
    row = plain(value)
    if columns is not None and is_object(row):
        row = picked(row, columns)
    if form == "table":
        from ._table import print_value  # rich costs more than all the rest

        print_value(row)
    elif form == "csv":
        wrapped: Row = row if is_object(row) else {"value": row}
        write_rows([wrapped], "csv", list(wrapped), guard=guard)
    else:
        _out((json_text(row) if form == "json" else json_line(row)) + "\n")


def write_line(value: object) -> None:
    """Write a value as JSON on a line of its own."""
    _out(json_line(value) + "\n")


def write_bytes(content: bytes) -> None:
    """Write a file's content to standard output."""
    sys.stdout.flush()
    sys.stdout.buffer.write(content)
    sys.stdout.buffer.flush()


def silence() -> None:
    """Let nothing more be written, so that the interpreter does not complain of a pipe that nobody reads."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
