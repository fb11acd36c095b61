"""Finds what `types` offers among the models, when it is first used."""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from typing import Any, Final

_PACKAGE: Final = __name__.rpartition(".compatibility")[0]


def looked_up(module: str, homes: Mapping[str, str], name: str) -> object:
    """Return a model.

    Args:
        module: Who offers it.
        homes: Its names by those that it is offered under.
        name: The name that is asked for.

    Raises:
        AttributeError: There is none of that name.
    """
    if name not in homes:
        raise AttributeError(f"module {module!r} has no attribute {name!r}")
    found: object = getattr(importlib.import_module(f"{_PACKAGE}.models"), homes[name])
    return found


def model(name: str) -> Any:
    """Return one of the package's models, which are imported late.

    Args:
        name: Its name.
    """
    return getattr(importlib.import_module(f"{_PACKAGE}.models"), name)
