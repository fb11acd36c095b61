"""`--query`: what a JMESPath expression makes of an answer. Amounts stay decimals, so that none is rounded."""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterator, Mapping
from decimal import Context, Decimal, Inexact, InvalidOperation, localcontext
from typing import TYPE_CHECKING, Any, Final

import click
import msgspec

from .._json.codec import Undecodable, decode_plain
from .._json.shapes import is_list, is_object
from .._lazy import lazy_module
from ._output import json_line
from ._text import escape_terminal, nearest

if TYPE_CHECKING:
    from . import _query_functions as _functions
else:
    # What it imports comes with an extra.
    _functions = lazy_module(".cli._query_functions")

_DIGITS: Final = 1_000
"""Digits of a result beyond which it is refused rather than rounded."""

_LONGEST: Final = 10_000
"""Characters of an expression: the parser takes more time than is fair for a longer one."""

# Texts in both kinds of quotes hold no literals, which stand between backticks.
_QUOTED: Final = re.compile(r"""'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|`(?P<literal>(?:[^`\\]|\\.)*)`""", re.DOTALL)
_MARK: Final = "\0decimal:"
_TYPE_NAMES: Final[Mapping[type, str]] = {
    bool: "yes or no", dict: "an object", list: "a list", str: "a text", type(None): "null",
}  # fmt: skip


class Query:
    """A JMESPath expression that was understood.

    Args:
        text: The expression.

    Raises:
        ModuleNotFoundError: The library is not there.
        ValueError: It is none; the message is a sentence without a full stop.
    """

    def __init__(self, text: str) -> None:
        if len(text) > _LONGEST:
            raise ValueError(f"it has more than {_LONGEST} characters")
        errors = _library("exceptions")
        try:
            self._compiled = _library().compile(_QUOTED.sub(_with_marks, text))
            _restore(self._compiled.parsed)
        except errors.EmptyExpressionError:
            raise ValueError("it is empty") from None
        except errors.ParseError as error:
            raise ValueError(_place_of(error, text)) from None
        except RecursionError:
            raise ValueError("it is nested too deeply") from None

    def of(self, value: object) -> Any:
        """Return what the expression makes of a value.

        Args:
            value: What `plain` made of an answer; of a list, of all its items.

        Raises:
            UsageError: It cannot be applied to this value, or a result has more digits than can be kept exactly.
        """
        document = decode_plain(json_line(value).encode("utf-8", "surrogatepass"))
        options, errors = _library().Options(custom_functions=_functions.ExactFunctions()), _library("exceptions")
        problem = ""
        with localcontext(Context(prec=_DIGITS, traps=[Inexact, InvalidOperation])):
            try:
                return self._compiled.search(document, options)
            except (Inexact, InvalidOperation):
                problem = f"a result has more than {_DIGITS} digits"
            except errors.JMESPathTypeError as error:
                wanted = " or ".join(error.expected_types)
                got = _TYPE_NAMES.get(_kind(error.current_value), "a number")
                problem = f"{error.function_name}() takes {wanted}, and got {got}"
            except errors.ArityError as error:
                count = error.expected_arity
                problem = f"{error.function_name}() takes {count} argument{'s'[: count != 1]}, not {error.actual_arity}"
            except (errors.JMESPathError, ArithmeticError, LookupError, TypeError, ValueError, AttributeError):
                problem = "it compares or combines values of different types"
            except RecursionError:
                problem = "the answer is nested too deeply for it"
        raise click.UsageError(f"--query: {problem}.")


def _kind(value: object) -> type:
    return type(value)


def _library(part: str = "") -> Any:
    # By name: it comes with an extra, and has no types.
    return importlib.import_module(f"jmespath.{part}" if part else "jmespath")


def _with_marks(match: re.Match[str]) -> str:
    """A literal whose numbers with a fraction are marked texts: the parser would make floats of them."""
    literal = match["literal"]
    if literal is None:
        return match[0]
    text = literal.replace("\\`", "`")
    try:
        value = decode_plain(text.encode("utf-8", "surrogatepass"))
    except Undecodable:
        # As the library has it, which warns of it: a text without quotes.
        value = text.lstrip()
    marked = msgspec.json.encode(_marked(value)).decode()
    return "`" + marked.replace("`", "\\u0060") + "`"


def _marked(value: Any) -> Any:
    if is_list(value):
        return [_marked(item) for item in value]
    if is_object(value):
        return {name: _marked(item) for name, item in value.items()}
    return f"{_MARK}{value}" if isinstance(value, Decimal) else value


def _exact(value: Any) -> Any:
    if is_list(value):
        return [_exact(item) for item in value]
    if is_object(value):
        return {name: _exact(item) for name, item in value.items()}
    return Decimal(value.removeprefix(_MARK)) if isinstance(value, str) and value.startswith(_MARK) else value


def _restore(tree: dict[str, Any]) -> None:
    """Put the decimals of literals in place, and refuse functions that do not exist before anything is sent."""
    for node in _nodes(tree):
        if node["type"] == "literal":
            node["value"] = _exact(node["value"])
        elif node["type"] == "function_expression":
            known = _functions.ExactFunctions.FUNCTION_TABLE
            name = str(node["value"])
            if name not in known:
                near = nearest(name, known)
                hint = "" if near is None else f", but {near}()"
                raise ValueError(f"there is no function {escape_terminal(name)}(){hint}")


def _nodes(tree: dict[str, Any]) -> Iterator[dict[str, Any]]:
    waiting = [tree]
    while waiting:
        node = waiting.pop()
        yield node
        waiting += [child for child in node.get("children", ()) if isinstance(child, dict)]


def _place_of(error: Any, text: str) -> str:
    place = getattr(error, "lex_position", None)
    if type(error).__name__ == "IncompleteExpressionError" or place is None or place >= len(text):
        return "it ends too early"
    return f"character {place + 1}, {escape_terminal(text[place])!r}, cannot stand there"


def write_result(result: object, form: str, *, guard: bool) -> None:
    """Write what a query gave.

    Args:
        result: Plain objects.
        form: One of the formats of answers.
        guard: Whether texts of a CSV that a spreadsheet would run as formulas get an apostrophe in front.
    """
    from ._output import write_rows, write_value

    if not is_list(result):
        write_value(result, form, None, guard=guard)
        return
    if form in {"json", "jsonl"}:
        write_rows(result, form, None, guard=guard)
        return
    rows = rows_of(result)
    columns = columns_of_rows(rows)
    if form == "csv":
        write_rows(rows, form, columns, guard=guard)
        return
    from ._table import print_rows

    print_rows(rows, columns)


def rows_of(result: object) -> list[dict[str, Any]]:
    """Return what a query gave as rows of a file.

    Args:
        result: Plain objects: a list has a row for each item.
    """
    return [_row(item) for item in result] if is_list(result) else [_row(result)]


def columns_of_rows(rows: list[dict[str, Any]]) -> list[str]:
    """Return the names that any of the rows has, in the order in which they come."""
    return list(dict.fromkeys(name for row in rows for name in row)) or ["value"]


def _row(item: object) -> dict[str, Any]:
    if is_object(item):
        return item
    if is_list(item):
        return {str(place): value for place, value in enumerate(item, 1)}
    return {"value": item}
