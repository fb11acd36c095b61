"""Tells by its name what holds a secret; apart from the models, whose import costs more."""

import re
from typing import Final

from .._api import SECURITY

BUILDS_ON: Final = ("_api.SECURITY",)

_CARRIERS: Final = dict.fromkeys(("basic", "bearer", "hook", "oauth2"), "authorization") | {"cookie": "cookie"}
"""The headers that carry what is no API key in a header, by the place that `SECURITY` names."""

_SIGNED: Final = tuple(
    (*row[:3], place, row[4].partition(" ")[2])
    for row in SECURITY
    if row[3] == "signed"
    for place in ("header", "hook")
)
"""What the project's hook signs: it may carry its signature where the document says, or in `Authorization`."""

SECRET_HEADERS: Final = tuple(
    dict.fromkeys(
        name.lower() if place == "header" else _CARRIERS[place]
        for _, _, _, place, name in (*SECURITY, *_SIGNED)
        if place == "header" or place in _CARRIERS
    )
)
"""The headers that carry the credentials, in lower case."""

SECRET_QUERY: Final = frozenset(name for _, _, _, place, name in SECURITY if place == "query")
"""The parameters of the query that carry the credentials."""

SECRET_COOKIES: Final = frozenset(name for _, _, _, place, name in SECURITY if place == "cookie")
"""The cookies that carry the credentials."""

_SECRET_NAME: Final = re.compile(r"password|passwd|secret|token|salt|key$")


def is_secret_name(field: str) -> bool:
    """Return whether a field of this name holds what nobody should see over someone's shoulder.

    Args:
        field: Name of the field in Python.
    """
    return _SECRET_NAME.search(field) is not None
