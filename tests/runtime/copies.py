"""Loads the runtime by itself as a package of its own, with what an API is declared to be."""

import importlib
import sys
from itertools import count
from types import ModuleType

from tests.layers import ROOT

FOLDER = ROOT / "generator" / "sdkwright" / "runtime"
_numbers = count(1)


def load(**declared):
    """A fresh copy of the runtime on the neutral API, with other constants in its `_api`.

    Returns:
        What imports a module of the copy by its name, such as `_json.codec`.
    """
    name = f"things{next(_numbers)}"
    package = ModuleType(name)
    package.__path__ = [str(FOLDER)]
    sys.modules[name] = package
    api = importlib.import_module(f"{name}._api")
    for constant, value in declared.items():
        assert hasattr(api, constant), constant
        setattr(api, constant, value)
    return lambda module: importlib.import_module(f"{name}.{module}")
