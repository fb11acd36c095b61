"""Tells which values of models nobody should see over someone's shoulder, and hides them."""

from __future__ import annotations

from collections.abc import Mapping
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


def hide_secrets(extras: object) -> object:
    """Return the members beside a model's fields without what nobody should see, as their names tell.

    Args:
        extras: Values by name.
    """
    if not isinstance(extras, Mapping):
        return extras
    members = cast("Mapping[object, Any]", extras)
    return {
        name: HIDDEN if value and is_secret_member(str(name)) else without_query(value)
        for name, value in members.items()
    }


def without_query(value: object) -> object:
    """Return a link without its query, and any other value as it is.

    Args:
        value: The value of a field.
    """
    # The links that the service hands out open without a password: what stands in their query is one.
    if isinstance(value, str) and "?" in value and value.lower().startswith(("http://", "https://")):
        return f"{value.partition('?')[0]}?{HIDDEN}"
    return value
