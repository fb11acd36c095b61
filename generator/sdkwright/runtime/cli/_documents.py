"""Bodies of requests as people write them: JSON in our names or in the vendor's, checked field by field."""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping
from typing import Any, Final, cast

import click
import msgspec

from .._json.codec import Undecodable, decode_plain
from .._json.fields import EXTRAS
from .._json.shapes import (
    Field,
    Shape,
    is_enum,
    is_int_enum,
    is_list,
    is_object,
    keeps_extras,
    shape_of,
    union_reader,
)
from .._lazy import lazy_module, pathlib
from ..enums import OpenEnum, OpenIntEnum
from ._text import RAW, escape_terminal, nearest

# Only a package carries it whose models keep extras.
_extras: Any = lazy_module("._json.extras")

_LOCATED: Final = re.compile(r"(?P<reason>.*) - at `\$\.?(?P<path>.*)`\Z", re.DOTALL)
_STEP: Final = re.compile(r"[^.\[\]]+|\[[^\]]*\]")


def read(source: pathlib.Path | str) -> Any:
    """Return the JSON of a file as plain objects, numbers with a fraction as exact decimals.

    Args:
        source: The file, or `-` for standard input.

    Raises:
        UsageError: It cannot be read, or is no JSON.
    """
    name = "Standard input" if str(source) == "-" else str(source)
    try:
        content = sys.stdin.buffer.read() if str(source) == "-" else _bytes(source)
    except OSError as error:
        raise click.UsageError(f"{name} cannot be read: {error.strerror or type(error).__name__}.") from None
    return parsed(content, name)


def _bytes(source: pathlib.Path | str) -> bytes:
    with open(source, "rb") as file:  # noqa: PTH123 - takes a text as well
        return file.read()


def parsed(content: bytes, name: str) -> Any:
    """Return JSON as plain objects.

    Args:
        content: The text in UTF-8.
        name: What to call it in an error.

    Raises:
        UsageError: It is no JSON.
    """
    try:
        return decode_plain(content)
    except Undecodable as error:
        raise click.UsageError(f"{escape_terminal(name)} is no JSON: {escape_terminal(error.reason)}.") from None


def body_of(model: type[msgspec.Struct], document: Any, given: Mapping[str, object]) -> dict[str, Any]:
    """Return the arguments that a body consists of.

    Args:
        model: The body's model.
        document: What a file holds, or None for no file.
        given: What options say, by the names of the fields; it comes before the file.

    Raises:
        UsageError: A field is unknown, of the wrong type or lacking; the message names it by its path.
    """
    shape = shape_of(model)
    if document is not None and not is_object(document):
        raise click.UsageError(f"The file must hold an object with the fields of {model.__name__}.")
    plain: dict[str, Any] = {} if document is None else _translated(document, shape, "")
    by_name = {field.name: field for field in shape.fields.values()}
    for name, value in given.items():
        field = by_name[name]
        plain[field.wire] = _translated(value, field.shape, name)
    lacking = [
        declared.name
        for declared in msgspec.structs.fields(model)
        if declared.required and plain.get(declared.encode_name) is None
    ]
    if lacking:
        named = " and ".join(f"--{name.replace('_', '-')}" if name != "id" else "the id" for name in lacking)
        raise click.UsageError(f"{named} must be given, as an option or in the file of --body.")
    try:
        body = msgspec.convert(plain, model, strict=True, dec_hook=union_reader())
    except msgspec.ValidationError as error:
        raise click.UsageError(_describe_error(str(error), shape)) from None
    # What was not given is left to the method's own defaults: not sent, where the model has that state.
    sent = {shape.fields[wire].name for wire in plain if wire in shape.fields}
    if keeps_extras(shape):
        _extras.attach_extras(body, plain, shape)
        sent |= {EXTRAS} if getattr(body, EXTRAS, None) else set[str]()
    return {name: getattr(body, name) for name in model.__struct_fields__ if name in sent}


def value_of(kind: Any, name: str, value: object) -> Any:
    """Return what an argument is, of what was written as JSON.

    Args:
        kind: A model, or a list of one.
        name: The argument, for the error.
        value: Plain objects.

    Raises:
        UsageError: Something is unknown, of the wrong type or lacking; the message names it by its path.
    """
    shape = shape_of(kind)
    try:
        return msgspec.convert(_translated(value, shape, name), kind, strict=True, dec_hook=union_reader())
    except msgspec.ValidationError as error:
        raise click.UsageError(f"{name}: {_describe_error(str(error), shape)}") from None


def member(kind: type[OpenEnum | OpenIntEnum], text: str, path: str) -> OpenEnum | OpenIntEnum:
    """Return the value of an enum that a person means.

    Args:
        kind: The enum.
        text: Name of a member in any case, the service's own text for it, or `raw:` and any text.
        path: Where it stands, for the error.

    Raises:
        UsageError: It is none of these.
    """
    if text.startswith(RAW):
        return _unknown(kind, text.removeprefix(RAW), path)
    known = {str(choice.value): choice for choice in kind} | {choice.name.lower(): choice for choice in kind}
    found = known.get(text) or known.get(text.lower().replace("-", "_"))
    if found is None:
        names = ", ".join(choice.name.lower().replace("_", "-") for choice in kind)
        raise click.UsageError(
            f"{path}: {escape_terminal(text)!r} is none of {names}; an unknown value is written {RAW}VALUE."
        )
    return found


def _unknown(kind: type[OpenEnum | OpenIntEnum], text: str, path: str) -> OpenEnum | OpenIntEnum:
    if issubclass(kind, OpenEnum):
        return kind.unknown(text)
    if re.fullmatch(r"-?[0-9]{1,18}", text, re.ASCII) is None:
        raise click.UsageError(f"{path}: {escape_terminal(text)!r} is no whole number of at most 18 digits.")
    return kind.unknown(int(text))


def _translated(value: Any, shape: Shape, path: str) -> Any:
    """A value with the wire's names in place of ours, and the texts of enums."""
    if shape.choices:
        shape = shape.kind.sending.named(shape, value, by_python=True)
    if (is_enum(shape.kind) or is_int_enum(shape.kind)) and isinstance(value, str):
        return member(shape.kind, value, path).value
    if is_list(value) and shape.item is not None:
        item = shape.item
        return [_translated(entry, item, f"{path}[{index}]") for index, entry in enumerate(value)]
    if is_object(value) and shape.value is not None:
        held = shape.value
        return {key: _translated(entry, held, f"{path}.{key}") for key, entry in value.items()}
    if is_object(value) and (shape.fields or shape.extras):
        return _translated_members(value, shape, path)
    return value


def _translated_members(value: dict[str, Any], shape: Shape, path: str) -> dict[str, Any]:
    fields: dict[str, Field] = {}
    for field in shape.fields.values():
        fields |= {field.wire: field, field.name: field}
    result: dict[str, Any] = {}
    for key, inner in value.items():
        where = f"{path}.{key}" if path else key
        if key not in fields and shape.extras is not None:
            result[key] = _translated(inner, shape.extras.value or Shape(object), where)
            continue
        if key not in fields:
            near = nearest(key, [entry.name for entry in shape.fields.values()])
            hint = f"; did you mean {near}?" if near else "."
            raise click.UsageError(
                f"{escape_terminal(where)}: {cast('type', shape.kind).__name__} has no such field{hint}"
            )
        field = fields[key]
        if field.wire in result:
            raise click.UsageError(f"{escape_terminal(where)}: the field is given twice, by both of its names.")
        result[field.wire] = _translated(inner, field.shape, where)
    return result


def _describe_error(message: str, shape: Shape) -> str:
    match = _LOCATED.match(message)
    if match is None:
        return f"{escape_terminal(message)}."
    names: list[str] = []
    place: Shape | None = shape
    for step in _STEP.findall(match["path"]):
        if step.startswith("["):
            names[-1] += step
            place = place.item if place is not None else None
        else:
            field = place.fields.get(step) if place is not None else None
            names.append(step if field is None else field.name)
            place = None if field is None else field.shape
    return f"{'.'.join(names)}: {escape_terminal(match['reason'])}."
