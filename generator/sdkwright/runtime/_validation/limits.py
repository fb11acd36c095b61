"""What a document without limits demands. A package has a module of its own in its place."""

from typing import Any, Final

MODELS: Final[dict[str, dict[str, dict[str, Any]]]] = {}
"""By model and field, keywords and values."""

OPERATIONS: Final[dict[str, tuple[tuple[str, str, str, dict[str, Any]], ...]]] = {}
"""By operation, each argument: where it goes, its key there, its name, keywords and values."""
