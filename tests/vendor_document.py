"""What the vendor's pinned document holds, counted in its own words and without any code of the generator.

Tests that hold for any revision of the document compare with these counts, so that taking a new one needs no change
of theirs.
"""

import json
from pathlib import Path

_DOCUMENT = json.loads((Path(__file__).parents[1] / "spec" / "upstream.json").read_bytes())
_METHODS = {"get", "put", "post", "delete", "options", "head", "patch", "trace"}

OPERATIONS = sum(len(_METHODS & item.keys()) for item in _DOCUMENT["paths"].values())
SCHEMAS = len(_DOCUMENT["components"]["schemas"])
