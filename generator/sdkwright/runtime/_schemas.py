"""What the document of a neutral API says of models and errors: nothing. A package has its own module for it."""

from typing import Final

NAMES: Final[dict[str, str]] = {}
"""The vendor's names of the models whose schemas have others."""

SECRETS: Final[dict[str, dict[str, bool]]] = {}
"""By model and field, whether nobody should see its value, where that is said."""

ERRORS: Final[dict[str, str]] = {}
"""The models of errors by status, unless an operation differs."""
