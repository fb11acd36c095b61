# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/city_library; CONTRIBUTING.md says how to change what is generated.
"""What this package was made from."""

from typing import Final

VERSION: Final = "1.0.0"
BASE_URL: Final = "https://api.library.example.org"
SPEC_SHA256: Final = "877fd6953662aa71ea9f34f2f6629b1eee433b52fbb1322dbd20140a62091b60"
GENERATORS: Final = {
    "datamodel-code-generator": "0.89.0",
    "openapi-python-client": "0.29.1",
}
