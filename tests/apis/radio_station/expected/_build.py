# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/radio_station; CONTRIBUTING.md says how to change what is generated.
"""What this package was made from."""

from typing import Final

VERSION: Final = "0.0.0"
BASE_URL: Final = "https://api.radio.example/v1"
SPEC_SHA256: Final = "0daa11399b06e0961ebb4d287d8bc3166f3dd693c37b736074abecb56948a0db"
GENERATORS: Final = {
    "datamodel-code-generator": "0.89.0",
    "openapi-python-client": "0.29.1",
}
