# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/river_gauges; CONTRIBUTING.md says how to change what is generated.
"""What this package was made from."""

from typing import Final

VERSION: Final = "0.0.0"
BASE_URL: Final = "https://eu.rivers.example.org/v2"
SPEC_SHA256: Final = "5d22354b94822abf93d5888190edbf5405ac5881f24e3b72edba1bdf4a4a963b"
GENERATORS: Final = {
    "datamodel-code-generator": "0.89.0",
    "openapi-python-client": "0.29.1",
}
