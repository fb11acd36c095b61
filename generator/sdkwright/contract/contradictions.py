"""What a document says twice of one property, in kinds that exclude each other, as no value can be both."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final, TypeAlias

from sdkwright.documents import mapping, walk

Resolve: TypeAlias = Callable[[Any], dict[str, Any]]

COMBINING: Final = frozenset({"allOf", "anyOf", "oneOf", "discriminator"})
"""The keywords that make a schema of several."""
_DEEPEST: Final = 10


def accept_either(document: dict[str, Any], resolve: Resolve) -> None:
    """Let such a property of what `allOf` combines be either, in place; others that use the same parts keep theirs.

    Args:
        document: The document.
        resolve: Gives a node behind its references.
    """
    for _, node in [*walk(document)]:
        if isinstance(node, dict):
            _drop_type(node, resolve)
        if isinstance(node, dict) and isinstance(node.get("allOf"), list):
            said: dict[str, list[Any]] = {}
            for name, schema in _declared(node, resolve, 0):
                said.setdefault(name, []).append(schema)
            either = {
                name: {"anyOf": schemas} for name, schemas in said.items() if len({*_kinds(schemas, resolve)}) > 1
            }
            if either:
                node.update(_rewritten(node, either, resolve, 0))


def disbelieve(document: dict[str, Any], resolve: Resolve) -> None:
    """Drop the discriminators, in place, that lead nowhere or that a member contradicts.

    Args:
        document: The document, in which mappings are references.
        resolve: Gives a node behind its references.
    """
    for _, node in [*walk(document)]:
        if isinstance(node, dict) and isinstance(told := node.get("discriminator"), dict):
            members = [one for word in ("anyOf", "oneOf") if isinstance(node.get(word), list) for one in node[word]]
            mapped, name = mapping(told.get("mapping")), str(told.get("propertyName"))
            is_astray = any("/" in str(target) and not resolve({"$ref": target}) for target in mapped.values())
            if is_astray or any(_contradicts(member, name, mapped, resolve) for member in members):
                del node["discriminator"]


def _contradicts(member: Any, name: str, mapped: Mapping[str, Any], resolve: Resolve) -> bool:
    """Whether a member is no component or no object, or lists other values than those that lead to it."""
    if not isinstance(member, dict):
        return False
    if "$ref" not in member or any(kind != "object" for kind in _kinds([member], resolve)):
        return True
    target = str(member["$ref"])
    values = {str(value) for value, leads in mapped.items() if leads == target} or {target.rpartition("/")[2]}
    listed = [resolve(schema).get("enum") for own, schema in _declared(resolve(member), resolve, 0) if own == name]
    return any(isinstance(found, list) and values.isdisjoint(map(str, found)) for found in listed)


def _drop_type(node: dict[str, Any], resolve: Resolve) -> None:
    """Take the type off a schema of whose alternatives one has another: these say what it is."""
    for key in ("anyOf", "oneOf"):
        if isinstance(node.get("type"), str) and isinstance(parts := node.get(key), list):
            kinds = [*_kinds(parts, resolve)]
            if len(kinds) == len(parts) and {*kinds} - {*_kinds([{"type": node["type"]}], resolve)}:
                del node["type"]


def _declared(node: Mapping[str, Any], resolve: Resolve, depth: int) -> Iterator[tuple[str, Any]]:
    """The properties of a schema and of the parts that it combines; of one name there may be several."""
    own = node.get("properties")
    yield from own.items() if isinstance(own, dict) else ()
    if depth < _DEEPEST and isinstance(parts := node.get("allOf"), list):
        for part in parts:
            yield from _declared(resolve(part), resolve, depth + 1)


def _kinds(schemas: list[Any], resolve: Resolve) -> Iterator[str]:
    for schema in map(resolve, schemas):
        kind = "object" if "properties" in schema else schema.get("type")
        if isinstance(kind, str):
            # A whole number is a number, too.
            yield "number" if kind == "integer" else kind


def _rewritten(node: Mapping[str, Any], either: Mapping[str, Any], resolve: Resolve, depth: int) -> dict[str, Any]:
    """A copy of a schema in whose parts each property of a name is what is given for it."""
    made = dict(node)
    if isinstance(own := node.get("properties"), dict):
        made["properties"] = own | {name: schema for name, schema in either.items() if name in own}
    if depth < _DEEPEST and isinstance(parts := node.get("allOf"), list):
        made["allOf"] = [_rewritten(resolve(part), either, resolve, depth + 1) for part in parts]
    return made
