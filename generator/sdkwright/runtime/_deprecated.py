"""A neutral API keeps no fields for a while. A package has a module of its own in its place."""

from typing import Final

FIELDS: Final[dict[str, dict[str, tuple[str, str, bool]]]] = {}
