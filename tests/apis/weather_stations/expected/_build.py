# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/weather_stations; CONTRIBUTING.md says how to change what is generated.
"""What this package was made from."""

from typing import Final

VERSION: Final = "1.0.0"
BASE_URL: Final = "https://weather.example.com"
SPEC_SHA256: Final = "a58fccb9ab911242a0e43fab06ff1ffd9ad635c1f3202c285a346d71c6c926f5"
GENERATORS: Final = {
    "datamodel-code-generator": "0.89.0",
    "openapi-python-client": "0.29.1",
}
