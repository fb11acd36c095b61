"""Lets the tests import override modules from where they lie, in front of their copies in the generated package."""

from pathlib import Path

import envoice

envoice.__path__.insert(0, str(Path(__file__).parents[1] / "overrides" / "envoice"))
