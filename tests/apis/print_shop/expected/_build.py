# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/print_shop; CONTRIBUTING.md says how to change what is generated.
"""What this package was made from."""

from typing import Final

VERSION: Final = "1.0.0"
BASE_URL: Final = "https://print.example.com"
SPEC_SHA256: Final = "969389bfe5a0977ba2e98b0c2581bc59758799e703ef88e4f45264f61b588738"
GENERATORS: Final = {
    "datamodel-code-generator": "0.89.0",
    "openapi-python-client": "0.29.1",
}
