"""Models on one screen: the repr, what `rich` prints, the table of a notebook. Secrets are hidden, long values cut."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from enum import Enum
from html import escape
from typing import Final, cast

import msgspec

from .._api import COLUMNS
from .decimals import decimal_text
from .fields import EXTRAS, is_on_wire
from .hiding import HIDDEN, hide_secrets, is_secret

BUILDS_ON: Final = ("_api.COLUMNS",)

SCREEN: Final = 1_900
"""Characters that a repr has at most: a screen of 24 lines."""

_MOST_TEXT: Final = 100
_MOST_ROWS: Final = 40
_LEVELS: Final = ((50, 6), (3, 3), (1, 1), (1, 0), (0, 0))
"""How many items of a list, and how many models within one another, are shown: as much of these as fits on a screen."""
_PAGE_ROWS: Final = 20
_PAGE_COLUMNS: Final = 8
_MOST_CELL: Final = 40
"""Characters in a cell of a page, which has several columns."""
_RICH_ITEMS: Final = 3
_ELLIPSIS: Final = "..."
_LEFT: Final = 'style="text-align:left"'


def screen_text(value: object) -> str:
    """Return the repr of a model, or of a list of them, cut to a screen.

    Args:
        value: A model, or a list of models and plain values.
    """
    text = ""
    for items, depth in _LEVELS:
        text = _Cutter(items, depth).text(value, depth + 1)
        if len(text) <= SCREEN:
            return text
    return _first_fields(value) if isinstance(value, msgspec.Struct) else _cut(text, SCREEN)


def rich_pairs(model: msgspec.Struct) -> list[tuple[str, object]]:
    """Return the names and values that `rich` prints of a model, long values cut.

    Args:
        model: The model.
    """
    in_lines = _lines(model) <= _MOST_ROWS
    return [(name, _for_rich(value, in_lines=in_lines)) for name, value in pairs_of(model)]


def html_table(model: msgspec.Struct) -> str:
    """Return a model as a table in HTML, a row for each field that it holds.

    Args:
        model: The model.
    """
    pairs = list(pairs_of(model))
    rows = [
        f"<tr><th {_LEFT}>{escape(name)}</th><td {_LEFT}>{escape(_cell(value))}</td></tr>"
        for name, value in pairs[:_MOST_ROWS]
    ]
    if len(pairs) > _MOST_ROWS:
        rows.append(f'<tr><td colspan="2">... {len(pairs) - _MOST_ROWS} more fields</td></tr>')
    return f"<table><caption>{escape(type(model).__name__)}</caption>{''.join(rows)}</table>"


def html_page(items: Sequence[object], title: str, total: int | None) -> str:
    """Return a page as a table in HTML, a row for each item, with as many rows and columns as fit on a screen.

    Args:
        items: The items of the page.
        title: What page it is.
        total: Number of items on all pages; None where it is unknown.
    """
    of_all = "" if total is None else f" of {total}"
    rows = [dict(_flat(item)) for item in items[:_PAGE_ROWS]]
    names = _columns(rows)
    shown = names[:_PAGE_COLUMNS]
    head = "".join(f"<th {_LEFT}>{escape(name)}</th>" for name in shown)
    texts = [[_cut(_cell(row[name]), _MOST_CELL) if name in row else "" for name in shown] for row in rows]
    lines = ["".join(f"<td {_LEFT}>{escape(text)}</td>" for text in row) for row in texts]
    left = [(len(items) - len(rows), "more items"), (len(names) - len(shown), "more fields")]
    if cut := ", ".join(f"{count} {what}" for count, what in left if count > 0):
        lines.append(f'<td colspan="{len(shown)}">{_ELLIPSIS} {cut}</td>')
    body = "".join(f"<tr>{line}</tr>" for line in [head, *lines] if line)
    return f"<table><caption>{escape(title)}: {len(items)}{of_all} items</caption>{body}</table>"


def _flat(item: object) -> Iterator[tuple[str, object]]:
    """Name and value of each cell of an item: its fields, and those of the models in these, without secrets."""
    if not isinstance(item, msgspec.Struct):
        yield "value", hide_secrets(item)
        return
    for name, value in pairs_of(item):
        if isinstance(value, msgspec.Struct):
            yield from ((f"{name}.{inner}", held) for inner, held in pairs_of(value))
        else:
            yield name, value


def _columns(rows: Sequence[Mapping[str, object]]) -> list[str]:
    """The names of all cells, in the order of their importance: what is long or hidden comes last."""
    first: dict[str, object] = {}
    for row in rows:
        # Of each, the value of the first row that has it.
        for name, value in row.items():
            first.setdefault(name, value)

    def weight(name: str) -> tuple[bool, int, bool]:
        value = first[name]
        is_long = isinstance(value, list | dict | msgspec.Struct)
        return value is HIDDEN or is_long, COLUMNS.index(name) if name in COLUMNS else len(COLUMNS), "." in name

    return sorted(first, key=weight)


def pairs_of(model: msgspec.Struct) -> Iterator[tuple[str, object]]:
    """Yield name and value of each field that does not hold its default, without secrets.

    Args:
        model: The model.
    """
    # The stored values: UNSET where a field is absent, even if it reads as None.
    held = msgspec.structs.asdict(model)
    for field in msgspec.structs.fields(model):
        if field.name == EXTRAS:
            extras: object = held[EXTRAS]
            yield from [(EXTRAS, hide_secrets(extras))] if extras else []
        if not is_on_wire(field.encode_name):
            # An old name of another field.
            continue
        if field.default is not msgspec.NODEFAULT and held[field.name] == field.default:
            continue
        value: object = getattr(model, field.name)
        yield field.name, HIDDEN if is_secret(type(model).__name__, field.name) else hide_secrets(value)


class _Cutter:
    """Writes reprs with so many items of each list, and so many models within one another."""

    __slots__ = ("_depth", "_items")

    def __init__(self, items: int, depth: int) -> None:
        self._items = items
        self._depth = depth

    def text(self, value: object, depth: int) -> str:
        if isinstance(value, msgspec.Struct):
            return self._model(value, depth)
        if isinstance(value, list | tuple):
            return self._list(cast("list[object]", value), depth)
        if isinstance(value, dict):
            return self._mapping(cast("dict[object, object]", value), depth)
        return scalar_text(value)

    def _model(self, model: msgspec.Struct, depth: int) -> str:
        kind = type(model)
        if not hasattr(kind, "__rich_repr__"):
            return _cut(repr(model), _MOST_TEXT)
        if depth <= 0:
            return f"{kind.__name__}({_ELLIPSIS})"
        pairs = (f"{name}={self.text(value, depth - 1)}" for name, value in pairs_of(model))
        return f"{kind.__name__}({', '.join(pairs)})"

    def _list(self, values: list[object] | tuple[object, ...], depth: int) -> str:
        shown = [self.text(value, depth) for value in values[: self._items]]
        if left := len(values) - len(shown):
            shown.append(f"{_ELLIPSIS} {left} more" if shown else f"{_ELLIPSIS} {left}")
        comma = "," if isinstance(values, tuple) and len(values) == 1 else ""
        return f"({', '.join(shown)}{comma})" if isinstance(values, tuple) else f"[{', '.join(shown)}]"

    def _mapping(self, members: dict[object, object], depth: int) -> str:
        if depth <= -_LEVELS[0][1]:
            return f"{{{_ELLIPSIS}}}"
        shown: list[str] = []
        for key, value in members.items():
            if len(shown) == self._items:
                left = len(members) - len(shown)
                shown.append(f"{_ELLIPSIS} {left} more" if shown else f"{_ELLIPSIS} {left}")
                break
            shown.append(f"{scalar_text(key)}: {self.text(value, depth - 1)}")
        return f"{{{', '.join(shown)}}}"


def scalar_text(value: object) -> str:
    """Return the repr of a plain value, a long one cut.

    Args:
        value: A text, number, date or the like.
    """
    if type(value) is str and len(value) > _MOST_TEXT:
        # Cut before it is quoted, so that the quotes stay in pairs.
        return repr(f"{value[: _MOST_TEXT - len(_ELLIPSIS)]}{_ELLIPSIS}")
    if isinstance(value, bytes) and len(value) > _MOST_TEXT:
        return f"{value[: _MOST_TEXT // 2]!r}{_ELLIPSIS}"
    try:
        return _cut(repr(value), 2 * _MOST_TEXT)
    except ValueError:
        # Python writes no number of more than 4,300 digits.
        return f"<{type(value).__name__} of very many digits>"


def _first_fields(model: msgspec.Struct) -> str:
    """The fields of a model of very many, as far as a screen goes."""
    cutter, pairs = _Cutter(0, 0), list(pairs_of(model))
    shown: list[str] = []
    for name, value in pairs:
        shown.append(f"{name}={cutter.text(value, 0)}")
        if sum(map(len, shown)) > SCREEN - 2 * _MOST_TEXT:
            break
    left = len(pairs) - len(shown)
    return f"{type(model).__name__}({', '.join(shown)}{f', {_ELLIPSIS} {left} more fields' if left else ''})"


def _cell(value: object) -> str:
    """A value as the text of a cell: amounts, times, enums and texts that can be printed as texts without quotes."""
    if isinstance(value, Enum):
        value = value.value
    if isinstance(value, Decimal):
        value = decimal_text(value)
    if isinstance(value, date):
        value = str(value)
    if type(value) is str and value.isprintable():
        return _cut(value, _MOST_TEXT)
    return _cut(_Cutter(3, 1).text(value, 1), 2 * _MOST_TEXT)


class _Written:
    """Stands in what `rich` prints for what would take several lines."""

    __slots__ = ("_text",)

    def __init__(self, text: str) -> None:
        self._text = text

    def __repr__(self) -> str:
        return self._text


def _for_rich(value: object, *, in_lines: bool) -> object:
    """A value as `rich` is to print it: long texts and lists cut, and on one line where all of it would be too much."""
    if type(value) is str:
        return _cut(value, _MOST_TEXT)
    if not in_lines and isinstance(value, list | dict | msgspec.Struct):
        return _Written(_cut(_Cutter(1, 1).text(cast("object", value), 1), _MOST_TEXT))
    if not isinstance(value, list):
        return value
    items = cast("list[object]", value)
    left = len(items) - _RICH_ITEMS
    more = [_Written(f"{_ELLIPSIS} {left} more")] if left > 0 else []
    return [*(_for_rich(item, in_lines=True) for item in items[:_RICH_ITEMS]), *more]


def _lines(value: object) -> int:
    """About how many lines `rich` writes for a value."""
    if isinstance(value, msgspec.Struct):
        return 2 + sum(_lines(inner) for _, inner in pairs_of(value))
    if isinstance(value, list):
        return 2 + sum(map(_lines, cast("list[object]", value)[:_RICH_ITEMS]))
    if isinstance(value, dict):
        return 2 + sum(map(_lines, cast("dict[object, object]", value).values()))
    return 1


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - len(_ELLIPSIS)]}{_ELLIPSIS}"
