"""Lets the tests import override modules from where they lie, in front of their copies in the generated package."""

from pathlib import Path

import envoice

ROOT = Path(__file__).parents[1]

# An installed package is tested as it was installed.
if Path(envoice.__file__).is_relative_to(ROOT / "generated"):
    envoice.__path__.insert(0, str(ROOT / "overrides" / "envoice"))
