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
    return {name: operation for module in _modules() for name, operation in _of(module).items()}


def operations_of(resource: str) -> Mapping[str, Operation[Any]]:
    """Return the operations of a resource by their names; no other resource of a large package is loaded for them.

    Args:
        resource: Its public name; one that there is not has none.
    """
    module = resource.replace(".", "_")
    found = _of(module) if module in _modules() else operations()
    return {name: operation for name, operation in found.items() if name.rpartition(".")[0] == resource}


@cache
def _modules() -> frozenset[str]:
    package = importlib.import_module("..resources", __package__)
    return frozenset(module.name for module in pkgutil.iter_modules(package.__path__))


@cache
def _of(module: str) -> Mapping[str, Operation[Any]]:
    values = _members(module).values()
    found: list[Operation[Any]] = [value for value in values if isinstance(value, Operation)]
    return {operation.name: operation for operation in found}


@cache
def turns_pages(name: str) -> bool:
    """Return whether an operation takes the number of a page.

    Args:
        name: Its public name.
    """
    resource, _, verb = name.rpartition(".")
    members = _members(resource).values()
    owner = next(member for member in members if isinstance(member, type) and verb in vars(member))
    return "page" in inspect.signature(getattr(owner, verb)).parameters


@cache
def pages_of(name: str) -> Any:
    """Return how the pages of a list are turned that is read forward; None for any other operation.

    Args:
        name: Its public name.
    """
    resource = name.rpartition(".")[0]
    if resource.replace(".", "_") not in _modules():
        return None
    members = _members(resource)
    own = next((text for text, value in members.items() if getattr(value, "name", None) == name), "")
    return members.get(f"{own}__PAGES")


def _members(resource: str) -> Mapping[str, Any]:
    """What the module of a resource has; of one below another, which has a module with the names of both."""
    return vars(importlib.import_module(f"..resources.{resource.replace('.', '_')}", __package__))


def operation(name: str) -> Operation[Any]:
    """Return one operation.

    Args:
        name: Its public name, resource and verb: `orders.get`.

    Raises:
        ConfigurationError: There is none of that name.
    """
    own = operations_of(name.rpartition(".")[0])
    if name in own:
        return own[name]
    known = operations()
    near = difflib.get_close_matches(name, known, 3)
    hint = (
        f"did you mean {' or '.join(map(repr, near))}?" if near else f"names read like {min(known, default='a.b')!r}."
    )
    raise ConfigurationError(f"There is no operation {name!r}; {hint}")
