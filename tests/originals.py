"""Runs the runtime's modules of the packages that tests make from where they lie in the generator.

A package carries them byte for byte. Run from there they are compiled once for all packages, and the coverage of what
only some packages have is measured. A copy that differs by a byte is run as it is.
"""

import sys
from importlib.abc import MetaPathFinder
from importlib.util import spec_from_file_location
from pathlib import Path

RUNTIME = Path(__file__).parents[1] / "generator" / "sdkwright" / "runtime"


class Originals(MetaPathFinder):
    """Finds the module of the runtime that a module of a package is a copy of.

    Args:
        folder: The runtime.
    """

    def __init__(self, folder):
        self._folder = folder
        # By dotted name below a package: the file, relative to the package.
        self._files = {}
        for path in folder.rglob("*.py"):
            file = path.relative_to(folder)
            parts = file.parent.parts if path.name == "__init__.py" else file.with_suffix("").parts
            self._files[".".join(parts)] = file

    def find_spec(self, name, path=None, target=None):
        package, _, rest = name.partition(".")
        file = self._files.get(rest)
        loaded = sys.modules.get(package)
        if file is None or loaded is None:
            return None
        # Another package may have a module of the same name, so the bytes decide.
        original = self._folder / file
        for folder in getattr(loaded, "__path__", ()):
            copy = Path(folder) / file
            if copy != original and copy.is_file() and copy.read_bytes() == original.read_bytes():
                places = [str(copy.parent)] if file.name == "__init__.py" else None
                return spec_from_file_location(name, original, submodule_search_locations=places)
        return None


def install():
    """Find the modules of packages so from now on."""
    if not any(isinstance(finder, Originals) for finder in sys.meta_path):
        sys.meta_path.insert(0, Originals(RUNTIME))
