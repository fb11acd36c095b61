# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/toll_bridge; CONTRIBUTING.md says how to change what is generated.
"""What the document says of the models beyond their fields: literals alone."""

from typing import Final

NAMES: Final[dict[str, str]] = {}
"""The vendor's names of the models whose schemas have others."""

SECRETS: Final[dict[str, dict[str, bool]]] = {}
"""By model and field, whether nobody should see its value, where that is said."""

ERRORS: Final[dict[str, str]] = {"default": "Failure"}
"""The models of errors by status, unless an operation differs."""
