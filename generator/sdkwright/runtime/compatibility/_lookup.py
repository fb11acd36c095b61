"""Finds what `types` offers among the models, when it is first used."""

from __future__ import annotations

import importlib
import importlib.util
from collections.abc import Mapping
from typing import Any, Final

_PACKAGE: Final = __name__.rpartition(".compatibility")[0]


def looked_up(module: str, homes: Mapping[str, str], name: str) -> object:
    """Return a model, the type of what is given for one, or the module of those of a resource.

    Args:
        module: Who offers it.
        homes: Where each is defined below the package, by the names that they are offered under.
        name: The name that is asked for.

    Raises:
        AttributeError: There is none of that name.
    """
    if name not in homes:
        if name.isidentifier() and not name.startswith("_") and importlib.util.find_spec(f"{module}.{name}"):
            return importlib.import_module(f"{module}.{name}")
        raise AttributeError(f"module {module!r} has no attribute {name!r}")
    home, _, own = homes[name].rpartition(".")
    found: object = getattr(importlib.import_module(f"{_PACKAGE}.{home}"), own)
    return found


def model(name: str) -> Any:
    """Return one of the package's models, which are imported late.

    Args:
        name: Its name.
    """
    return getattr(importlib.import_module(f"{_PACKAGE}.models"), name)
