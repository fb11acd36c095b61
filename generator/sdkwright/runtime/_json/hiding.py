"""Tells which values of models nobody should see over someone's shoulder, and hides them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final, cast

from .._redaction.names import is_secret_name
from .._schemas import SECRETS

BUILDS_ON: Final = ("_schemas.SECRETS",)

HIDDEN: Final = "<hidden>"
"""What stands in the place of a secret."""


def is_secret(model: str, field: str) -> bool:
    """Return whether a field holds what nobody should see over someone's shoulder: as declared, or else by its name.

    Args:
        model: Name of the model.
        field: Name of the field in Python.
    """
    declared = SECRETS.get(model, {}).get(field)
    return is_secret_name(field) if declared is None else declared


def is_secret_member(name: str) -> bool:
    """Return whether a member for which a model has no field holds such a thing, by its name.

    Args:
        name: Its name in JSON.
    """
    return is_secret_name(name.lower())


def hide_secrets(value: Any) -> Any:
    """Return a plain value without what nobody should see, as the names of its members tell; models are as they are.

    Args:
        value: What a field holds, or the members beside the fields by name.
    """
    if isinstance(value, Mapping):
        return {
            name: HIDDEN if item and is_secret_member(str(name)) else hide_secrets(item)
            for name, item in cast("Mapping[object, Any]", value).items()
        }
    if isinstance(value, list):
        return [hide_secrets(item) for item in cast("Iterable[Any]", value)]
    return without_query(value)


def without_query(value: object) -> object:
    """Return a link without its query, and any other value as it is.

    Args:
        value: The value of a field.
    """
    # The links that the service hands out open without a password: what stands in their query is one.
    if isinstance(value, str) and "?" in value and value.lower().startswith(("http://", "https://")):
        return f"{value.partition('?')[0]}?{HIDDEN}"
    return value
