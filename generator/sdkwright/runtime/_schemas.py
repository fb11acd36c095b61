"""What the document of a neutral API says of its models: nothing. A package has a module of its own in its place."""

from typing import Final

NAMES: Final[dict[str, str]] = {}
"""The vendor's names of the models whose schemas have others."""

SECRETS: Final[dict[str, dict[str, bool]]] = {}
"""By model and field, whether nobody should see its value, where that is said."""
