# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/bike_workshop; CONTRIBUTING.md says how to change what is generated.
"""What this package was made from."""

from typing import Final

VERSION: Final = "1.0.0"
BASE_URL: Final = "https://workshop.example.net"
SPEC_SHA256: Final = "360e4ff3ee68aa08b9b073e8225887254147671e45381cbd364c1ccfc7640b4e"
GENERATORS: Final = {
    "datamodel-code-generator": "0.89.0",
    "openapi-python-client": "0.29.1",
}
