"""Walks over the resources of a configuration, to any depth."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

SHARED: Final = "$shared"
"""The resource whose models belong to none."""
CLIENT: Final = "$client"
"""The resource whose methods are the client's own."""
_LANGUAGE: Final = "python"


def resources_of(found: Mapping[str, Any]) -> Iterator[tuple[str, str, Mapping[str, Any]]]:
    """Each resource that is made for Python: how it is reached, its place in the configuration, and what it says.

    Args:
        found: The configuration.
    """
    yield from _below(found.get("resources"), "", "resources")


def is_skipped(about: Any) -> bool:
    """Whether a resource, a method or a model is not made for Python: by `skip` or by `only`.

    Args:
        about: What the configuration says of it.
    """
    if not isinstance(about, Mapping):
        return False
    skip, only = about.get("skip"), about.get("only")
    left_out = isinstance(skip, list) and _LANGUAGE in skip
    return skip is True or left_out or (isinstance(only, list) and _LANGUAGE not in only)


def _below(nodes: Any, owner: str, place: str) -> Iterator[tuple[str, str, Mapping[str, Any]]]:
    for name, node in nodes.items() if isinstance(nodes, dict) else ():
        if not isinstance(node, dict) or is_skipped(node):
            continue
        path = f"{owner}.{name}" if owner else str(name)
        yield path, f"{place}.{name}", node
        yield from _below(node.get("subresources"), "" if path == CLIENT else path, f"{place}.{name}.subresources")


def text(node: Any) -> str:
    """A node that should be a text; empty where it is something else."""
    return node if isinstance(node, str) else ""
