"""Names the package under test `sdk` in imports, whichever it is.

The tests of the runtime import it as `sdk`: by default the runtime itself, on the neutral API that it declares, and by
`--package` one that was generated from it: `envoice`, or a project of `tests/apis`.
"""

import importlib
import shutil
import sys
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from pathlib import Path

ROOT = Path(__file__).parents[1]
ALIAS = "sdk"
RUNTIME = "sdkwright.runtime"
# Rooms that read what only a document that needs them gives.
_OF_DATA = frozenset({"divided models", "headers", "limits", "security hook"})
# Where the front of a generated package finds its names; the runtime has no front of its own.
_HOMES = (
    "errors", "options", "credentials", "enums", "events", "pagination", "responses", "deviations", "clock", "client",
    "webhooks", "models",
)  # fmt: skip


class PackageUnderTest(MetaPathFinder, Loader):
    """Gives the modules of a package for those of the alias, the same objects.

    Args:
        package: The package's name.
    """

    def __init__(self, package):
        self.package = package

    def find_spec(self, name, path=None, target=None):
        if name != ALIAS and not name.startswith(f"{ALIAS}."):
            return None
        try:
            importlib.import_module(self.package + name[len(ALIAS) :])
        except ModuleNotFoundError as error:
            if error.name != self.package + name[len(ALIAS) :]:
                raise
            return None
        return ModuleSpec(name, self, is_package=True)

    def create_module(self, spec):
        return None

    def exec_module(self, module):
        name = module.__spec__.name
        if name == ALIAS:
            module.__package_under_test__ = self.package
            module.__getattr__ = self.front
            return
        sys.modules[name] = importlib.import_module(self.package + name[len(ALIAS) :])

    def front(self, name):
        """What the front of the package has by this name."""
        package = importlib.import_module(self.package)
        if self.package != RUNTIME:
            return getattr(package, name)
        for home in _HOMES:
            if hasattr(module := importlib.import_module(f"{RUNTIME}.{home}"), name):
                return getattr(module, name)
        raise AttributeError(name)


def name():
    """The name of the package under test."""
    return importlib.import_module(ALIAS).__package_under_test__


def install(package):
    """Let `sdk` be this package from now on, which is made if it is one of the projects of `tests/apis`."""
    if (ROOT / "tests" / "apis" / package).is_dir():
        sys.path.append(str(_made(package)))
    importlib.import_module(package)
    sys.meta_path.insert(0, PackageUnderTest(package))


def _made(name):
    """The folder that holds the package of a project."""
    # Where an installed package is tested, neither the generator is there nor what these need.
    from sdkwright.rooms import ROOMS  # noqa: PLC0415
    from tests.apis import projects  # noqa: PLC0415
    from tests.computed import computed  # noqa: PLC0415

    def make(folder):
        # All that a document may need, so that each test finds what it tests; not what holds data of the document.
        rooms = frozenset(room.name for room in ROOMS) - _OF_DATA
        made = projects.make(name, folder / ".made", needs=rooms)
        made.package.rename(folder / name)
        shutil.rmtree(folder / ".made")

    return computed(name, make, sources=[ROOT / "generator", projects.FOLDER / name, Path(__file__)])
