# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/parcel_depot; CONTRIBUTING.md says how to change what is generated.
"""What this package was made from."""

from typing import Final

VERSION: Final = "1.0.0"
BASE_URL: Final = "https://depot.example.org"
SPEC_SHA256: Final = "5d95bd2fb40f32db78f030a00d217d7ee12638ac7d463ec532b7b7fbcf0eb01a"
GENERATORS: Final = {
    "datamodel-code-generator": "0.89.0",
    "openapi-python-client": "0.29.1",
}
