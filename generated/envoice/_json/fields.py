"""What the fields of a model are called in Python, and which of them are on no wire."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Any, Final

import msgspec

EXTRAS: Final = "additional_properties"
"""The field that holds the members of a JSON object for which its model has no fields."""

_MOST_TYPES: Final = 1024


def is_on_wire(wire_name: str) -> bool:
    """Return whether JSON has a field by its name: not an old name of another field, and not what holds extras.

    Args:
        wire_name: What the class has for the field's name in JSON; `-` and its name in Python if it is on no wire.
    """
    # JSON has names such as `-1`.
    return not (wire_name.startswith("-") and wire_name[1:].isidentifier())


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


@cache
def defaults_of(kind: Any) -> dict[str, object]:
    """Return the defaults of the fields that have one, by their names.

    Args:
        kind: A model.
    """
    names, defaults = kind.__struct_fields__, kind.__struct_defaults__
    return dict(zip(names[len(names) - len(defaults) :], defaults, strict=True))


def unhashable(model: msgspec.Struct) -> TypeError:
    """Return the error of a model that cannot be hashed, which names the field.

    Args:
        model: The model.
    """
    kind = type(model).__name__
    for name in model.__struct_fields__:
        value: object = getattr(model, name)
        try:
            hash(value)
        except TypeError:
            return TypeError(
                f"{kind} cannot be hashed, because its field {name!r} holds a {type(value).__name__}; take one of its "
                "other fields, such as its id, for a key."
            )
    return TypeError(f"{kind} cannot be hashed.")
