"""The operations of the service by their public names, found in the generated resources."""

from __future__ import annotations

import difflib
import importlib
import inspect
import pkgutil
from collections.abc import Mapping
from functools import cache
from typing import Any

from .._http.operation import Operation
from ..errors import ConfigurationError


@cache
def operations() -> Mapping[str, Operation[Any]]:
    """Return every operation by its name, `orders.get`."""
    package = importlib.import_module("..resources", __package__)
    found: list[Operation[Any]] = []
    for module in pkgutil.iter_modules(package.__path__, f"{package.__name__}."):
        values = vars(importlib.import_module(module.name)).values()
        found += [value for value in values if isinstance(value, Operation)]
    return {operation.name: operation for operation in found}


@cache
def turns_pages(name: str) -> bool:
    """Return whether an operation takes the number of a page.

    Args:
        name: Its public name.
    """
    resource, _, verb = name.rpartition(".")
    # A resource below another one has a module with the names of both.
    module = importlib.import_module(f"..resources.{resource.replace('.', '_')}", __package__)
    owner = next(member for member in vars(module).values() if isinstance(member, type) and verb in vars(member))
    return "page" in inspect.signature(getattr(owner, verb)).parameters


def operation(name: str) -> Operation[Any]:
    """Return one operation.

    Args:
        name: Its public name, resource and verb: `orders.get`.

    Raises:
        ConfigurationError: There is none of that name.
    """
    known = operations()
    if name in known:
        return known[name]
    near = difflib.get_close_matches(name, known, 3)
    hint = (
        f"did you mean {' or '.join(map(repr, near))}?" if near else f"names read like {min(known, default='a.b')!r}."
    )
    raise ConfigurationError(f"There is no operation {name!r}; {hint}")
