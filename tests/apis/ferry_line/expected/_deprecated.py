# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/ferry_line; CONTRIBUTING.md says how to change what is generated.
"""Fields that are kept for a while: by model and field, what its user is told and what has taken its place."""

from typing import Final

FIELDS: Final[dict[str, dict[str, tuple[str, str, bool]]]] = {}
