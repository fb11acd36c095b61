"""What a project that says nothing declares of its tools. A package has a module of its own in its place."""

from typing import Final

TOOLS: Final[tuple[str, ...]] = ()
"""The operations with a tool of their own, in this order; empty for the lists and single records of each resource."""

READS: Final[tuple[str, ...]] = ()
"""The operations that change nothing, whatever their HTTP method says."""

DELETES: Final[tuple[str, ...]] = ()
"""The operations that delete something, whatever their HTTP method and name say."""

PROMPTS: Final[dict[str, tuple[str, str]]] = {}
"""By its name, what a prompt is for, and its text."""
