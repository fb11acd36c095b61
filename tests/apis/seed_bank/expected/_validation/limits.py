# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/seed_bank; CONTRIBUTING.md says how to change what is generated.
"""What the document demands of values beyond their types: literals alone."""

from typing import Any, Final

MODELS: Final[dict[str, dict[str, dict[str, Any]]]] = {
    "Sample": {
        "count": {"maximum": 9},
        "name": {"maxLength": 40},
        "pin": {"pattern": ("^[0-9]{4}\\Z", 1000000)},
        "purity": {"exclusiveMinimum": 0, "maximum": 1, "multipleOf": 0.01},
        "tags": {
            "minItems": 1,
            "maxItems": 3,
            "uniqueItems": True,
            "items": {"maxLength": 4, "pattern": ("^[a-z]+\\Z", 1000000)},
        },
        "weight": {"minimum": 0},
    }
}
"""By model and field, keywords and values."""

OPERATIONS: Final[dict[str, tuple[tuple[str, str, str, dict[str, Any]], ...]]] = {
    "samples.list": (("query", "limit", "limit", {"minimum": 1, "maximum": 50}),)
}
"""By operation, each argument: where it goes, its key there, its name, keywords and values."""
