# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/copy_shop; CONTRIBUTING.md says how to change what is generated.
"""What this package was made from."""

from typing import Final

VERSION: Final = "0.0.0"
BASE_URL: Final = "https://copies.example.com"
SPEC_SHA256: Final = "d9600197d2574b93c79e54ce2a41918eb38e8b1add34094efbc3b6a3d282bdee"
GENERATORS: Final = {
    "datamodel-code-generator": "0.89.0",
    "openapi-python-client": "0.29.1",
}
