"""Finds what an answer holds that its model does not declare."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .codec import decode_plain
from .shapes import Shape, is_list, is_object, shape_of


def unknown_fields(body: bytes, result: type) -> dict[str, object]:
    """Return what a body holds and its type does not.

    Args:
        body: The answer, as it came.
        result: The type of the decoded answer.

    Returns:
        JSON path, such as `Result[2].CC`, to value; numbers with a fraction are exact decimals. A field spelt otherwise
        than in the type is an unknown field.

    Raises:
        Undecodable: The body is not JSON, and the type is one that has fields.
    """
    shape = shape_of(result)
    has_fields = shape.reaches(lambda inner: bool(inner.fields), within_unions=True)
    return dict(_unknown(decode_plain(body), shape, "")) if has_fields else {}


def _unknown(value: Any, shape: Shape, path: str) -> Iterator[tuple[str, object]]:
    if shape.choices:
        # What no member is stays as it came, and is all there.
        shape = shape.kind.choosing.member_of(shape.kind, value) or Shape(object)
    if is_list(value) and shape.item is not None:
        for index, item in enumerate(value):
            yield from _unknown(item, shape.item, f"{path}[{index}]")
    elif is_object(value):
        for name, item in value.items():
            inner = f"{path}.{name}" if path else name
            if (field := shape.fields.get(name)) is not None:
                yield from _unknown(item, field.shape, inner)
            elif (members := shape.value or (shape.extras and shape.extras.value)) is not None:
                # Under any name.
                yield from _unknown(item, members, inner)
            elif shape.fields:
                yield inner, item
