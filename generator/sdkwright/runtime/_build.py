"""What a neutral package would be made from. A package has a module of its own in its place."""

from typing import Final

VERSION: Final = "0.0.0"
BASE_URL: Final = "https://things.example"
SPEC_SHA256: Final = "0000000000000000000000000000000000000000000000000000000000000000"
GENERATORS: Final[dict[str, str]] = {}
