# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/copy_shop; CONTRIBUTING.md says how to change what is generated.
"""What the project declares of the tools for agents: literals alone."""

from typing import Final

TOOLS: Final[tuple[str, ...]] = ()
"""The operations with a tool of their own, in this order; empty for the lists and single records of each resource."""

READS: Final[tuple[str, ...]] = ()
"""The operations that change nothing, whatever their HTTP method says."""

DELETES: Final[tuple[str, ...]] = ()
"""The operations that delete something, whatever their HTTP method and name say."""

PROMPTS: Final[dict[str, tuple[str, str]]] = {}
"""By its name, what a prompt is for, and its text."""
