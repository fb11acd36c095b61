"""Tells by its name what holds a secret; apart from the models, whose import costs more."""

import re
from typing import Final

from .._api import SECURITY

BUILDS_ON: Final = ("_api.SECURITY",)

SECRET_HEADERS: Final = tuple(name.lower() for _, _, _, place, name in SECURITY if place == "header")
"""The headers that carry the credentials, in lower case."""

_SECRET_NAME: Final = re.compile(r"password|passwd|secret|token|salt|key$")


def is_secret_name(field: str) -> bool:
    """Return whether a field of this name holds what nobody should see over someone's shoulder.

    Args:
        field: Name of the field in Python.
    """
    return _SECRET_NAME.search(field) is not None
