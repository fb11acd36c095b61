# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/opera_house; CONTRIBUTING.md says how to change what is generated.
"""What this package was made from."""

from typing import Final

VERSION: Final = "0.0.0"
BASE_URL: Final = "https://api.operahouse.example"
SPEC_SHA256: Final = "f7cfd294c79f8ee8447a32a16a51bb591ced32047e313737b0b72e7d63509c43"
GENERATORS: Final = {
    "datamodel-code-generator": "0.89.0",
    "openapi-python-client": "0.29.1",
}
