# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/rail_museum; CONTRIBUTING.md says how to change what is generated.
"""What the document demands of values beyond their types: literals alone."""

from typing import Any, Final

MODELS: Final[dict[str, dict[str, dict[str, Any]]]] = {
    "Booking": {"places": {"minimum": 1}},
    "Engine": {"weight": {"exclusiveMinimum": 0}},
    "Tour": {"number": {"exclusiveMinimum": 0}},
}
"""By model and field, keywords and values."""

OPERATIONS: Final[dict[str, tuple[tuple[str, str, str, dict[str, Any]], ...]]] = {}
"""By operation, each argument: where it goes, its key there, its name, keywords and values."""
