"""Models of a large API, which lie in several modules: each module is imported when one of its models is first used.

Whoever uses them finds them all in `models`, under names that no generation moves: that is their module for pickles
too, and where their annotations are read. So the names that those use are brought there with them.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from importlib import import_module
from types import ModuleType
from typing import Any, Final

_PACKAGE: Final = __name__.rpartition("._json")[0]
_FRONT: Final = f"{_PACKAGE}.models"
_PARTS: Final = f"{_PACKAGE}._models"

_brought: set[str] = set()


def model_of(homes: Mapping[str, str], name: str) -> Any:
    """Return a model by its name, for the `__getattr__` of `models`.

    Args:
        homes: By the name of each model, the module below `_models` that defines it.
        name: The name that is asked for.

    Raises:
        AttributeError: There is no such model.
    """
    home = homes.get(name)
    if home is None:
        raise AttributeError(f"module {_FRONT!r} has no attribute {name!r}")
    # Without a lock: two threads that bring the same do the same.
    _bring(home, homes, sys.modules[_FRONT])
    return vars(sys.modules[_FRONT])[name]


def _bring(home: str, homes: Mapping[str, str], front: ModuleType) -> None:
    """Bring the names of a module, and of those that it imports from, to the front."""
    pending, found = [home], dict[str, ModuleType]()
    while pending:
        name = pending.pop()
        if name in found or name in _brought:
            continue
        found[name] = import_module(f"{_PARTS}.{name}")
        pending += {homes[used] for used in vars(found[name]) if used in homes}
    for part in found.values():
        for name, value in [*vars(part).items()]:
            if name.startswith("__"):
                continue
            if isinstance(value, type) and value.__module__ == part.__name__:
                value.__module__ = _FRONT
            vars(front).setdefault(name, value)
    # When all is there: until then another thread must look for itself.
    _brought.update(found)
