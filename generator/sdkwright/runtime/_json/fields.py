"""What the fields of a model are called in Python."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, Final

import msgspec

_MOST_TYPES: Final = 1024


def python_name(kind: type[object], wire_name: str) -> str | None:
    """Return the name in Python of a model's field, or None if there is no such field.

    Args:
        kind: A model; any other type has no fields.
        wire_name: The field's name in JSON.
    """
    key: Any = kind  # to mypy, a class is not hashable
    return _find(key, wire_name)


@lru_cache(_MOST_TYPES)
def _find(kind: Any, wire_name: str) -> str | None:
    if not (isinstance(kind, type) and issubclass(kind, msgspec.Struct)):
        return None
    names = dict(zip(kind.__struct_encode_fields__, kind.__struct_fields__, strict=True))
    return names.get(wire_name)
