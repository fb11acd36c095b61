"""Prints tables with rich. A cell is never read as markup, and only a terminal gets colours."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

from .._json.shapes import is_list, is_object
from ._rows import Row, by_weight, cell, flat, picked
from ._session import note
from ._text import escape_terminal

if TYPE_CHECKING:
    from rich.console import JustifyMethod


_MOST_INNER: Final = 6
_NEVER_CUT: Final = 12
_GAP: Final = 2
_MARK: Final = "\N{HORIZONTAL ELLIPSIS}"
_STYLES: Final = {"ok": "green", "warning": "yellow", "failed": "bold red"}


class _Console(Console):
    """A console that lets the command handle a broken pipe."""

    def on_broken_pipe(self) -> None:
        """Raise BrokenPipeError."""
        raise BrokenPipeError


def console() -> Console:
    """Return a console for standard output: colours only on a terminal, and not where NO_COLOR is set."""
    return _Console(file=sys.stdout, highlight=False, markup=False, emoji=False)


def print_rows(rows: Sequence[Row], columns: Sequence[str]) -> None:
    """Print rows as a table.

    Args:
        rows: The rows.
        columns: The columns, as paths.
    """
    if not rows:
        console().print("Nothing there.")
        return
    out = console()
    table, dropped = _table(rows, columns, out.width)
    out.print(table)
    _note_dropped(dropped)


def _note_dropped(columns: Sequence[str]) -> None:
    """Say which columns a table does without, and how to see them."""
    if columns:
        named = ", ".join(map(escape_terminal, columns))
        note(f"{_MARK} Not wide enough for {named}; --fields chooses columns, --json has all.")


def print_value(value: Any) -> None:
    """Print one answer: a model as its fields, each list of models as a table below, anything else as text."""
    out = console()
    if value is None:
        return
    if not is_object(value):
        out.print(Text(cell(value)), soft_wrap=True)
        return
    fields = list(flat(value))
    lists = [(name, item) for name, item in fields if is_list(item) and item and is_object(item[0])]
    grid = Table(box=None, show_header=False, padding=(0, 2, 0, 0))
    grid.add_column(style="bold", no_wrap=True)
    grid.add_column(overflow="fold")
    for name, item in fields:
        if (name, item) not in lists:
            grid.add_row(Text(name), Text(", ".join(map(cell, item)) if is_list(item) else cell(item)))
    out.print(grid)
    for name, rows in lists:
        inner = [column for column in rows[0] if any(row.get(column) not in (None, []) for row in rows)]
        simple = [column for column in inner if not is_object(rows[0][column]) and not is_list(rows[0][column])]
        out.print(Text(f"\n{name}", style="bold"))
        table, dropped = _table(rows, by_weight(simple)[:_MOST_INNER], out.width, more=len(inner) > _MOST_INNER)
        out.print(table)
        left_out = [*dropped, *by_weight(simple)[_MOST_INNER:], *(column for column in inner if column not in simple)]
        if left_out:
            note(f"{_MARK} {escape_terminal(name)} has {', '.join(map(escape_terminal, left_out))}; --json has all.")


def print_checks(checks: Sequence[tuple[str, str, str]]) -> None:
    """Print the state, name and detail of each check of `doctor`."""
    out = console()
    grid = Table(box=None, show_header=False, padding=(0, 2, 0, 0), pad_edge=False)
    grid.add_column(no_wrap=True)
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold")
    for state, name, detail in checks:
        grid.add_row(Text(state, style=_STYLES.get(state, "")), Text(name, style="bold"), Text(detail))
    out.print(grid)


def _widths(cells: Sequence[Row], columns: Sequence[str], room: int) -> dict[str, int]:
    """The columns that stand side by side readably, with their widths.

    What is empty everywhere and what comes last gives way; then the widest texts are cut.
    """
    kept = [column for column in columns if any(row.get(column) is not None for row in cells)] or list(columns[:1])
    while len(kept) > 1 and sum(_least(cells, column) + _GAP for column in kept) - _GAP > room:
        kept.pop()
    wanted = {column: max(len(_label(column)), *(cell_len(_cell(row.get(column))) for row in cells)) for column in kept}
    least = {column: _least(cells, column) for column in kept}
    while sum(wanted.values()) + _GAP * (len(kept) - 1) > room:
        loose = [column for column in kept if wanted[column] > least[column]]
        if not loose:
            break
        wanted[max(loose, key=wanted.__getitem__)] -= 1
    return wanted


def _least(cells: Sequence[Row], column: str) -> int:
    """The width below which a column is unreadable. Amounts, dates and ids are never cut; texts may be."""
    values = [row.get(column) for row in cells]
    longest = max(cell_len(_cell(value)) for value in values)
    exact = any(isinstance(value, int | Decimal | datetime) for value in values)
    return max(longest if exact else min(longest, _NEVER_CUT), len(_label(column)))


def _label(column: str) -> str:
    return column.removesuffix(".name").removesuffix(".value")


def _cell(value: Any) -> str:
    # Only the view of a single value has the time of day.
    return value.date().isoformat() if isinstance(value, datetime) else cell(value)


def _table(rows: Sequence[Row], columns: Sequence[str], room: int, *, more: bool = False) -> tuple[Table, list[str]]:
    """A table, with a mark behind its columns where some are left out; and the names of those that did not fit."""
    cells = [picked(row, columns) for row in rows]
    table = Table(box=None, header_style="bold", padding=(0, _GAP, 0, 0), pad_edge=False)
    widths = _widths(cells, columns, room)
    dropped = _dropped(cells, columns, widths)
    if dropped or more:
        # The mark needs room of its own.
        widths = _widths(cells, columns, room - len(_MARK) - _GAP)
        dropped = _dropped(cells, columns, widths)
    for column, width in widths.items():
        values = [row.get(column) for row in cells]
        numeric = any(isinstance(value, int | Decimal) and not isinstance(value, bool) for value in values)
        side: JustifyMethod = "right" if numeric else "left"
        table.add_column(Text(_label(column)), justify=side, no_wrap=True, overflow="ellipsis", width=width)
    if dropped or more:
        table.add_column(Text(_MARK), no_wrap=True, width=len(_MARK))
    for row in cells:
        table.add_row(*(Text(_cell(row.get(column))) for column in widths))
    return table, dropped


def _dropped(cells: Sequence[Row], columns: Sequence[str], kept: Mapping[str, int]) -> list[str]:
    """The columns that hold something and have no room; what is empty everywhere is missed by nobody."""
    return [column for column in columns if column not in kept and any(row.get(column) is not None for row in cells)]
