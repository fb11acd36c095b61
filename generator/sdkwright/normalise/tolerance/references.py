"""Finds what the operations of a document use, and takes out what is broken among the rest."""

from typing import Any, Final

from sdkwright.documents import unescape
from sdkwright.normalise.tolerance.parts import Tell
from sdkwright.normalise.tolerance.pointers import references
from sdkwright.normalise.webhooks import kept_webhooks

_COMPONENTS: Final = "#/components/"


def reached(document: dict[str, Any]) -> set[tuple[str, str]]:
    """The components that the operations and webhooks of a document use, each by its kind and name.

    Args:
        document: Its structure may be wrong inside the components.
    """
    components = _components(document)
    found: set[tuple[str, str]] = set()
    # What stands below an extension is none of the document's own references elsewhere.
    pending = [*_referred(document.get("paths")), *_referred([*kept_webhooks(document).values()])]
    while pending:
        component = pending.pop()
        if component in found or component not in components:
            continue
        found.add(component)
        pending += _referred(components[component])
    return found


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
    return {unescape(one["$ref"]) for _, one in references(node)}


def _referred(node: object) -> list[tuple[str, str]]:
    targets = (target.removeprefix(_COMPONENTS).partition("/") for target in _targets(node))
    return [(kind, name) for kind, slash, name in targets if slash]
