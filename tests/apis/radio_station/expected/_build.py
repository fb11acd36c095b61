# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/radio_station; CONTRIBUTING.md says how to change what is generated.
"""What this package was made from."""

from typing import Final

VERSION: Final = "0.0.0"
BASE_URL: Final = "https://api.radio.example/v1"
SPEC_SHA256: Final = "c021b79baf28b62b9c395f73dfaa01ebc8f1f2b0946025f2d286dac06a637feb"
GENERATORS: Final = {
    "datamodel-code-generator": "0.89.0",
    "openapi-python-client": "0.29.1",
}
