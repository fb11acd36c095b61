# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/envoice; CONTRIBUTING.md says how to change what is generated.
"""What this package was made from."""

from typing import Final

VERSION: Final = "0.1.0"
BASE_URL: Final = "https://www.envoice.in"
SPEC_SHA256: Final = "2653f42cfcfa4c30491041e69c18e64897934ce921544ce354c782d0299e2ee7"
GENERATORS: Final = {
    "datamodel-code-generator": "0.89.0",
    "openapi-python-client": "0.29.1",
}
