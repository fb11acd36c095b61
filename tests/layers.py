"""Lets the tests import the package's hand-written modules from where they lie, in front of their copies in it."""

import sys
from importlib import import_module
from importlib.abc import MetaPathFinder
from importlib.util import find_spec, spec_from_file_location
from pathlib import Path

from tests import package_under_test

ROOT = Path(__file__).parents[1]
PACKAGE = "envoice"
# A module of the generated package that the runtime has too is a copy, or the generation's own form of a stand-in.
LAYERS = [ROOT / "overrides" / PACKAGE, ROOT / "generator" / "sdkwright" / "runtime", ROOT / "generated" / PACKAGE]
# Packages of the runtime whose `__init__` a generation writes anew.
FRONTS = {"testing", "webhooks"}
STAND_INS = {
    "_api",
    "_build",
    "_commands",
    "_deprecated",
    "_names.clients",
    "_names.errors",
    "_schemas",
    "_validation.limits",
    "auth",
    "client",
    "credentials",
    "mcp._declared",
    "models",
    "testing.fixtures",
}


class Layers(MetaPathFinder):
    """Finds modules of the package in the first of its layers that has them."""

    def find_spec(self, name, path=None, target=None):
        parts = name.split(".")
        if parts[0] != PACKAGE or len(parts) == 1:
            return None
        layers = LAYERS[2:] if not STAND_INS.isdisjoint({parts[1], ".".join(parts[1:])}) else LAYERS
        places = [layer.joinpath(*parts[1:]) for layer in layers]
        for place in places[2:] if ".".join(parts[1:]) in FRONTS else places:
            if (file := place / "__init__.py").is_file():
                # Whoever asks another finder, as pytest does for a plugin, gets what the package itself has.
                folders = [str(folder) for folder in reversed(places) if folder.is_dir()]
                return spec_from_file_location(name, file, submodule_search_locations=folders)
            if (file := place.with_suffix(".py")).is_file():
                return spec_from_file_location(name, file)
        return None


def install():
    """Find the modules of the package so from now on; an installed package is tested as it was installed."""
    if not Path(find_spec(PACKAGE).origin).is_relative_to(ROOT / "generated"):
        return
    if not any(isinstance(finder, Layers) for finder in sys.meta_path):
        sys.meta_path.insert(0, Layers())


def is_ours(frame):
    """Whether a frame of a traceback is one of the package, wherever its modules lie."""
    places = [place for name in (PACKAGE, package_under_test.name()) for place in import_module(name).__path__]
    return any(Path(frame.filename).is_relative_to(place) for place in [*LAYERS, *places])
