"""Makes `envoice` importable from the overrides alone, as long as no package has been generated."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

if importlib.util.find_spec("envoice") is None or importlib.util.find_spec("envoice._build") is None:
    package = ModuleType("envoice")
    package.__path__ = [str(Path(__file__).parents[2] / "overrides" / "envoice")]
    build = ModuleType("envoice._build")
    build.BASE_URL = "https://www.envoice.in"
    build.VERSION = "0.1.0"
    sys.modules["envoice"] = package
    sys.modules["envoice._build"] = build
