"""Tells by its name whether a field holds a secret; apart from the models, whose import costs more."""

import re
from typing import Final

_SECRET_NAME: Final = re.compile(r"password|passwd|secret|token|salt|key$")


def is_secret_name(field: str) -> bool:
    """Return whether a field of this name holds what nobody should see over someone's shoulder.

    Args:
        field: Name of the field in Python.
    """
    return _SECRET_NAME.search(field) is not None
