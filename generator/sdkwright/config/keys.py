"""How the classes of tables say what each key of the file takes."""

from typing import Any, Final, Literal, TypeAlias

import attrs

from sdkwright.config.values import Kind

Shape: TypeAlias = Literal["value", "table", "list", "named"]
"""What stands under a key: a value, one table, `[[several]]` tables, or `[several.NAME]`."""

_KIND: Final = "kind"
_SHAPE: Final = "shape"


def key(value_kind: Kind | type[Any], shape: Shape = "value", **options: Any) -> Any:
    """A field that a key of the file fills.

    Args:
        value_kind: The kind of value, or the class of the tables.
        shape: What stands under the key.
        options: Arguments of `attrs.field`; the file must have a key without a default.
    """
    return attrs.field(metadata={_KIND: value_kind, _SHAPE: shape}, **options)


def value_kind(field: "attrs.Attribute[Any]") -> Any:
    """The kind of value or the class of tables under a key."""
    return field.metadata[_KIND]


def shape(field: "attrs.Attribute[Any]") -> Shape:
    """What stands under a key."""
    found: Shape = field.metadata[_SHAPE]
    return found
