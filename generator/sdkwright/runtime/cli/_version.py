"""Says which version of the package this is."""

from __future__ import annotations

from typing import Final

from .._api import NAME
from .._build import GENERATORS, SPEC_SHA256, VERSION

BUILDS_ON: Final = ("_api.NAME", "_build.GENERATORS", "_build.SPEC_SHA256", "_build.VERSION")

_HASH_DIGITS: Final = 12


def version() -> str:
    """Return the version of the package, and what it was made from and with."""
    made_with = ", ".join(f"{name} {number}" for name, number in GENERATORS.items())
    return f"{NAME} {VERSION} (document {SPEC_SHA256[:_HASH_DIGITS]}; {made_with})"
