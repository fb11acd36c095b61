"""The command line of a neutral API has no resources. A package has a module of its own in its place."""

from typing import Final

RESOURCES: Final[dict[str, tuple[str, ...]]] = {}
