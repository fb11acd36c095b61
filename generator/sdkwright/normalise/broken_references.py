"""Reads references to schemas that lead nowhere as any value, and drops components that only such references are in.

A reference of an operation itself to a parameter, a body or an answer that is not there stays, and is refused.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import unquote

from sdkwright.documents import escape, unescape
from sdkwright.normalise.ledger import Ledger
from sdkwright.normalise.mending import schema_nodes
from sdkwright.normalise.schema_words import SCHEMAS
from sdkwright.text import clean


def mend_references(document: dict[str, Any], ledger: Ledger) -> None:
    """Leave only references to schemas that are there, in place.

    Args:
        document: A document as `mend_schemas` leaves it.
        ledger: Is told each place.
    """
    components = document.get("components")
    schemas = components.get("schemas") if isinstance(components, dict) else None
    schemas = schemas if isinstance(schemas, dict) else {}
    known = {f"{SCHEMAS}{escape(name)}": name for name in schemas}
    named: dict[str | None, set[str]] = defaultdict(set)
    broken: dict[str | None, list[tuple[dict[str, Any], str]]] = defaultdict(list)
    for owner, where, node in schema_nodes(document):
        if not isinstance(node.get("$ref"), str):
            continue
        target = _spelt(node["$ref"], known)
        if target is None:
            broken[owner].append((node, where))
        else:
            node["$ref"] = target
            named[owner].add(known[target])
    used = _reached(named)
    dropped = _dropped(set(schemas) - used, broken, named)
    for name in dropped:
        del schemas[name]
        ledger.dropped("schema", name, "refers to what is not there, and no operation uses it")
    for owner, nodes in broken.items():
        for node, where in nodes if owner not in dropped else ():
            ledger.tell(where, f"refers to {clean(node.pop('$ref'))}, which is no schema of the document; any value")


def _spelt(reference: str, known: Mapping[str, str]) -> str | None:
    """A reference in the spelling that is followed: without the escapes of URLs."""
    if reference in known:
        return reference
    plain = f"{SCHEMAS}{escape(unescape(unquote(reference).removeprefix(SCHEMAS)))}"
    return plain if unquote(reference).startswith(SCHEMAS) and plain in known else None


def _reached(named: Mapping[str | None, set[str]]) -> set[str]:
    """The components that anything else than a component leads to."""
    found: set[str] = set()
    pending = [*named.get(None, ())]
    while pending:
        name = pending.pop()
        if name not in found:
            found.add(name)
            pending += named.get(name, ())
    return found


def _dropped(unused: set[str], broken: Iterable[str | None], named: Mapping[str | None, set[str]]) -> set[str]:
    """The unused components with a broken reference, and those that refer to them."""
    users: dict[str, set[str]] = defaultdict(set)
    for owner in unused:
        for name in named.get(owner, ()):
            users[name].add(owner)
    found: set[str] = set()
    pending = [name for name in unused if name in set(broken)]
    while pending:
        name = pending.pop()
        if name not in found:
            found.add(name)
            pending += users[name]
    return found
