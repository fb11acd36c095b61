"""Finds what the operations of a document use, and takes out what is broken among the rest."""

from collections.abc import Iterator
from typing import Any, Final
from urllib.parse import unquote

from sdkwright.documents import copied, walk
from sdkwright.normalise.tolerance.parts import Tell
from sdkwright.text import clean

_COMPONENTS: Final = "#/components/"
_WRITTEN_OUT: Final = 500


def reached(document: dict[str, Any]) -> set[tuple[str, str]]:
    """The components that the operations of a document use, each by its kind and name.

    Args:
        document: Its structure may be wrong inside the components.
    """
    components = _components(document)
    found: set[tuple[str, str]] = set()
    pending = [*_referred(document.get("paths"))]
    while pending:
        component = pending.pop()
        if component in found or component not in components:
            continue
        found.add(component)
        pending += _referred(components[component])
    return found


def write_out(document: dict[str, Any], tell: Tell) -> None:
    """Write out in place what a document refers to outside its components, as in another operation's answer.

    What would hold itself stays a reference.

    Args:
        document: As `documents.load` gives it; its structure may be wrong anywhere.
        tell: Takes the place and what became of it.
    """
    left = _WRITTEN_OUT
    while left and (places := [*_elsewhere(document)][:left]):
        left -= len(places)
        for pointer, node, found in places:
            reference = node["$ref"]
            written = copied(found)
            node.clear()
            node.update(written)
            tell(pointer[:200], f"refers to {clean(reference)}, which is written out here")


def _elsewhere(document: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any], dict[str, Any]]]:
    for pointer, node in walk(document):
        reference = node.get("$ref") if isinstance(node, dict) else None
        if not isinstance(reference, str) or not reference.startswith("#/"):
            continue
        target = unquote(reference)
        found = _at(document, target) if not target.startswith(_COMPONENTS) else None
        if isinstance(found, dict) and "$ref" not in found and not _holds(found, node):
            yield pointer, node, found


def _at(document: Any, reference: str) -> Any:
    for step in reference.removeprefix("#/").rstrip("/").split("/"):
        key = step.replace("~1", "/").replace("~0", "~")
        document = document.get(key) if isinstance(document, dict) else None
    return document


def _holds(found: object, node: object) -> bool:
    return any(inner is node for _, inner in walk(found))


def drop_broken(document: dict[str, Any], tell: Tell) -> None:
    """Take out in place the components that refer to nothing, where no operation uses them.

    Args:
        document: Its parts are mended.
        tell: Takes the place and what became of it.
    """
    components = _components(document)
    used = reached(document)
    rest = {component: _targets(value) for component, value in components.items() if component not in used}
    broken: set[tuple[str, str]] = set()
    while True:
        there = {f"{_COMPONENTS}{kind}/{name}" for kind, name in components if (kind, name) not in broken}
        more = {one for one, targets in rest.items() if one not in broken and not targets <= there}
        broken |= more
        if not more:
            break
    for kind, name in sorted(broken):
        del document["components"][kind][name]
        tell(f"/components/{kind}/{name}"[:200], "refers to nothing and is used by no operation, so it is not read")


def _components(document: dict[str, Any]) -> dict[tuple[str, str], Any]:
    components = document.get("components")
    kinds = components.items() if isinstance(components, dict) else ()
    return {(kind, name): value for kind, named in kinds if isinstance(named, dict) for name, value in named.items()}


def _targets(node: object) -> set[str]:
    """What a node refers to, without the escapes of pointers."""
    found = (one["$ref"] for _, one in walk(node) if isinstance(one, dict) and isinstance(one.get("$ref"), str))
    return {target.replace("~1", "/").replace("~0", "~") for target in found}


def _referred(node: object) -> list[tuple[str, str]]:
    targets = (target.removeprefix(_COMPONENTS).partition("/") for target in _targets(node))
    return [(kind, name) for kind, slash, name in targets if slash]
