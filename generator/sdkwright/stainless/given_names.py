"""Tells of the names that a document gives by that generator's extensions, which our own rules do not read."""

from collections.abc import Mapping
from typing import Any, Final

from sdkwright.documents import walk
from sdkwright.stainless.migration import Migration
from sdkwright.text import clean

_NAMING: Final = "x-stainless-naming"
_PARAMETER: Final = "x-stainless-param"
_LANGUAGE: Final = "python"
_MOST: Final = 20
"""Places that are told one by one."""


def tell_of_names(document: Mapping[str, Any], migration: Migration) -> None:
    """Tell of each name in the document that callers may have known, and of how it is given.

    Args:
        document: The document as the configuration changes it.
        migration: What is filled.
    """
    found = [(place, name) for place, node in walk(document) if isinstance(node, dict) for name in _names(node)]
    for place, (word, name) in found[:_MOST]:
        migration.tell(
            f"{clean(place[:200])} {word}",
            f"the name {clean(name[:80])!r} is not read; give it in spec/names.toml, and compare what callers wrote",
        )
    if len(found) > _MOST:
        more = len(found) - _MOST
        migration.tell("the document", f"{more} more names of {_NAMING} and {_PARAMETER} are not read")


def _names(node: Mapping[str, Any]) -> list[tuple[str, str]]:
    """What a node is called in Python: the word that says so, and the name. Those of other languages are no matter."""
    named = node.get(_NAMING)
    own = named.get(_LANGUAGE) if isinstance(named, dict) else None
    names = [named] if isinstance(named, str) else [*own.values()] if isinstance(own, dict) else []
    found = [(_NAMING, name) for name in names if isinstance(name, str)]
    parameter = node.get(_PARAMETER)
    return [*found, *([(_PARAMETER, parameter)] if isinstance(parameter, str) else [])]
