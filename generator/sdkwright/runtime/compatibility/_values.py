"""What callers give as plain values, made what the request core takes."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import IO, Any, Final, TypeAlias, TypeGuard

from .._lazy import lazy_module

__all__ = ["NOT_GIVEN", "FileTypes", "NotGiven", "Omit", "not_given", "omit"]

Specification: TypeAlias = Mapping[str, tuple[str, str]]
"""Of a model, its fields by their names in Python: the name on the wire, and the models of the value."""

FileContent: TypeAlias = IO[bytes] | bytes | os.PathLike[str]
FileTypes: TypeAlias = (
    FileContent
    | tuple[str | None, FileContent]
    | tuple[str | None, FileContent, str | None]
    | tuple[str | None, FileContent, str | None, Mapping[str, str]]
)
"""A file: its content, or a tuple of its name, its content, its media type and its headers."""

_MAP: Final = "*"
# Only a package carries it that sends files.
_uploads: Any = lazy_module("._http.uploads")


class NotGiven:
    """What stands for an option that a caller leaves out, where None means something."""

    def __bool__(self) -> bool:
        return False

    def __repr__(self) -> str:
        return "NOT_GIVEN"


class Omit:
    """What stands for an argument that is not sent."""

    def __bool__(self) -> bool:
        return False

    def __repr__(self) -> str:
        return "omit"


NOT_GIVEN: Final = NotGiven()
not_given: Final = NOT_GIVEN
omit: Final = Omit()


def is_mapping(value: object) -> TypeGuard[Mapping[str, Any]]:
    """Return whether a value is a mapping.

    Args:
        value: The value.
    """
    return isinstance(value, Mapping)


def is_listing(value: object) -> TypeGuard[Sequence[Any]]:
    """Return whether a value is a list, a tuple or another sequence that is no text and no bytes.

    Args:
        value: The value.
    """
    return isinstance(value, Sequence) and not isinstance(value, str | bytes | bytearray | memoryview)


def given(values: Mapping[str, object]) -> dict[str, Any]:
    """Return what a caller gave, by the same names.

    Args:
        values: The arguments, those that are left out among them.
    """
    return {name: value for name, value in values.items() if not isinstance(value, Omit | NotGiven)}


def listed(value: object) -> Any:
    """Return a value with lists where it has tuples or other sequences, and exact numbers where floats, at any depth.

    Args:
        value: The value.
    """
    if is_listing(value):
        return [listed(one) for one in value]
    if is_mapping(value):
        return {name: listed(one) for name, one in value.items() if not isinstance(one, Omit | NotGiven)}
    # The request core takes exact numbers alone; the shortest digits are those that a caller wrote.
    return Decimal(repr(float(value))) if isinstance(value, float) else value


def wired(value: object, models: str, specifications: Mapping[str, Specification]) -> Any:
    """Return a value with the names on the wire in place of those in Python, and lists in place of other sequences.

    Args:
        value: A mapping, a sequence of them, or anything else, which stays as it is.
        models: The models that it may be, with a bar between; behind an asterisk, those of the values of a mapping.
        specifications: The fields of the models that have other names on the wire.
    """
    if not models:
        return listed(value)
    if is_listing(value):
        return [wired(one, models, specifications) for one in value]
    if not is_mapping(value):
        return listed(value)
    if models.startswith(_MAP):
        return {name: wired(one, models[1:], specifications) for name, one in value.items()}
    known = [specifications[name] for name in models.split("|") if name in specifications]
    empty: Specification = {}
    best = max(known, key=lambda one: len(one.keys() & value.keys()), default=empty)
    fields = {name: (best.get(name, (name, "")), one) for name, one in given(value).items()}
    return {wire: wired(one, inner, specifications) for (wire, inner), one in fields.values()}


def upload(value: Any) -> Any:
    """Return a file as the request core takes it.

    Args:
        value: Content, a tuple of name, content, media type and headers, or a list of such.
    """
    if not is_listing(value):
        return value
    if isinstance(value, list) or (value and isinstance(value[0], tuple)):
        return [upload(one) for one in value]
    if len(value) == 1:
        return value[0]
    parts: list[Any] = [*value, None, None]
    name, content, media_type, headers = parts[:4]
    return _uploads.Upload(content, name, media_type, headers=headers or {})
