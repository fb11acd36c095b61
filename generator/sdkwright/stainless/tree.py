"""Walks over the resources of a configuration, to any depth."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

SHARED: Final = "$shared"
"""The resource whose models belong to none."""


def resources_of(found: Mapping[str, Any]) -> Iterator[tuple[str, str, Mapping[str, Any]]]:
    """Each resource: how it is reached, its place in the configuration, and what it says.

    Args:
        found: The configuration.
    """
    yield from _below(found.get("resources"), "", "resources")


def _below(nodes: Any, owner: str, place: str) -> Iterator[tuple[str, str, Mapping[str, Any]]]:
    for name, node in nodes.items() if isinstance(nodes, dict) else ():
        if not isinstance(node, dict):
            continue
        path = f"{owner}.{name}" if owner else str(name)
        yield path, f"{place}.{name}", node
        yield from _below(node.get("subresources"), path, f"{place}.{name}.subresources")


def text(node: Any) -> str:
    """A node that should be a text; empty where it is something else."""
    return node if isinstance(node, str) else ""
