"""Turns the JSON that a tool was given into the arguments of a method: checked before anything is sent, and exact."""

from __future__ import annotations

import difflib
import math
from collections.abc import Callable, Mapping
from datetime import date, time
from decimal import Decimal
from typing import Any, Final, cast
from uuid import UUID

import click

from .._json.shapes import Shape, is_list, is_object
from ..cli._command import Argument
from ..cli._documents import body_of, member, value_of
from ..cli._perform import type_of
from ..cli._text import escape_terminal
from ..cli._values import Duration, Exact, Moment, Type, Written
from ._files import Folder, no_folder
from ._operations import Operation
from ._schemas import amounts_of, argument_shape, is_offered

PAGE_SIZE: Final = 25
"""Items asked for at a time, unless said otherwise."""

# None of them reads files, as those of the command line do for a text that begins with `@`.
_WRITTEN: Final[Mapping[str, Callable[[], Type]]] = {
    "decimal": Exact,
    "datetime": Moment,
    "date": lambda: Written("date", date, "2026-01-31"),
    "time": lambda: Written("time", time, "11:30:00+01:00"),
    "duration": Duration,
    "uuid": lambda: Written("id", UUID, "123e4567-e89b-42d3-a456-426614174000"),
}
_LARGEST: Final = 2**63


def arguments_of(operation: Operation, given: Mapping[str, Any], folder: Folder | None) -> dict[str, Any]:
    """Return the arguments of a method.

    Args:
        operation: The operation.
        given: What the tool was given, by the arguments' names.
        folder: Where files are, or None.

    Raises:
        UsageError: Something is unknown, lacking or of the wrong kind; the message names it.
    """
    command = operation.command
    known = {argument.name: argument for argument in command.arguments if is_offered(operation, argument)}
    for name in given:
        if name not in known:
            near = difflib.get_close_matches(name, known, 1)
            hint = f"did you mean {near[0]}?" if near else f"it takes {', '.join(known) or 'none'}."
            raise click.UsageError(f"{operation.name} has no argument {escape_terminal(name)[:100]!r}; {hint}")
    wanted = {name: value for name, value in given.items() if value is not None}
    if lacking := [name for name in operation.needed if name not in wanted]:
        _refuse_lacking(operation, lacking, known)
    values = {name: _value(operation, known[name], value, folder) for name, value in wanted.items()}
    result = {name: value for name, value in values.items() if not known[name].body}
    if command.paged and "page_size" in known:
        result.setdefault("page_size", PAGE_SIZE)
    if command.body is not None:
        document = {name: value for name, value in values.items() if known[name].body}
        result |= body_of(type_of(command.body), document, {})
    return result


def _refuse_lacking(operation: Operation, lacking: list[str], known: Mapping[str, Argument]) -> None:
    if secret := [name for name in lacking if name not in known]:
        raise click.UsageError(
            f"{operation.name} needs {' and '.join(secret)}, a secret, which has no place in a conversation; call it "
            "from the command line or from Python."
        )
    raise click.UsageError(f"{operation.name} needs {' and '.join(lacking)}.")


def _value(operation: Operation, argument: Argument, value: Any, folder: Folder | None) -> Any:
    name, kind = argument.name, argument.kind
    if kind in operation.enums:
        return _enum(argument, value)
    if kind in _WRITTEN:
        return _written(argument, value)
    if kind in {"file", "upload", "uploads", "named_uploads"}:
        return _file(operation, argument, value, folder)
    match kind:
        case "int":
            _expect(name, type(value) is int and abs(value) < _LARGEST, "a whole number that fits in 64 bits")
        case "bool":
            _expect(name, isinstance(value, bool), "true or false")
        case "str" | "accept":
            _expect(name, isinstance(value, str), "a text")
        case "bytes":
            _expect(name, isinstance(value, str), "a text")
            return value.encode()
        case "texts":
            _expect(name, is_list(value) and all(isinstance(one, str) for one in value), "a list of texts")
        case _:
            shape = argument_shape(operation, argument)
            value = _exact(value, shape, name)
            if shape is not None and not argument.body:
                model: Any = type_of(argument.of.removesuffix("[]"))
                several = cast("Any", list)
                return value_of(several[model] if argument.of.endswith("[]") else model, name, value)
    return value


def _expect(name: str, fits: object, what: str) -> None:
    if not fits:
        raise click.UsageError(f"{name} must be {what}.")


def _enum(argument: Argument, value: Any) -> Any:
    _expect(argument.name, isinstance(value, str), "a text")
    # The fields of a body are read together, from their texts.
    return value if argument.body else member(type_of(argument.kind), value, argument.name)


def _written(argument: Argument, value: Any) -> Any:
    what = _NUMBERS if argument.kind == "decimal" else "a text"
    whole = argument.kind == "decimal" and type(value) is int
    _expect(argument.name, whole or isinstance(value, str), what)
    kind = _WRITTEN[argument.kind]()
    try:
        return kind.convert(str(value), None, None)
    except click.BadParameter as error:
        raise click.UsageError(f"{argument.name}: {error.message}") from None


_NUMBERS: Final = 'a text, such as "100.10", so that no digit of it is lost'


def _exact(value: Any, shape: Shape | None, path: str, *, is_amount: bool = False) -> Any:
    """The value with no number that a reader of JSON may have rounded."""
    if isinstance(value, float):
        # Where anything may stand, there is nothing to say how else to write it.
        _expect(path, not is_amount and math.isfinite(value), _NUMBERS)
        return Decimal(repr(value))
    if is_amount and isinstance(value, str):
        return _written(Argument(path, "decimal", ""), value)
    if is_list(value):
        inner = shape.item if shape is not None else None
        amount = inner is not None and inner.kind is Decimal
        return [_exact(one, inner, f"{path}[{number}]", is_amount=amount) for number, one in enumerate(value)]
    if is_object(value):
        return {name: _exact_member(name, one, shape, f"{path}.{name}") for name, one in value.items()}
    return value


def _exact_member(name: str, value: Any, shape: Shape | None, path: str) -> Any:
    if shape is None or shape.choices:
        return _exact(value, None, path)
    if shape.value is not None:
        return _exact(value, shape.value, path, is_amount=shape.value.kind is Decimal)
    field = next((field for field in shape.fields.values() if name in {field.name, field.wire}), None)
    amount = field is not None and field.name in amounts_of(shape.kind)
    return _exact(value, None if field is None else field.shape, path, is_amount=amount)


def _file(operation: Operation, argument: Argument, value: Any, folder: Folder | None) -> Any:
    name = argument.name
    if folder is None:
        raise click.UsageError(no_folder(operation.name))
    if argument.kind == "file":
        return folder.target(value)
    if argument.kind == "upload":
        return folder.source(value)
    if argument.kind == "uploads":
        _expect(name, is_list(value), "a list of names of files")
        return [folder.source(one) for one in value]
    _expect(name, is_object(value), "names of files by name")
    return {key: folder.source(one) for key, one in value.items()}
