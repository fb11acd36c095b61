"""Lets each member of a JSON merge patch be null, which takes it away; documents rarely say so.

RFC 7396: what is absent stays, and what is null goes, at any depth but inside arrays, which are replaced as a whole.
"""

from collections.abc import Iterator
from typing import Any, Final

from sdkwright.documents import copied
from sdkwright.normalise.context import Context
from sdkwright.normalise.passes.objects import ITEM
from sdkwright.normalise.references import component, reference
from sdkwright.normalise.sites import operations, reached, whole_schemas
from sdkwright.readings import essence

_MERGE_PATCH: Final = "application/merge-patch+json"


def nullable_patches(document: dict[str, Any], context: Context) -> int:
    """Say of each member of what is sent as a merge patch that it may be null; counts the bodies.

    What nothing else uses is changed where it stands. Anything else has a schema of its own for patches.
    """
    patches: list[tuple[str, dict[str, Any]]] = []
    for site in operations(document):
        content: dict[str, Any] = site.operation.get("requestBody", {}).get("content", {})
        schema = next((media.get("schema") for name, media in content.items() if essence(name) == _MERGE_PATCH), None)
        # Under another name the same arguments are sent.
        same = [media for media in content.values() if schema is not None and media.get("schema") == schema]
        patches += [(f"{site.key} body", media) for media in same]
    if not patches:
        return 0
    _Work(document, patches, context).run()
    return len(patches)


class _Work:
    def __init__(self, document: dict[str, Any], patches: list[tuple[str, dict[str, Any]]], context: Context) -> None:
        self._schemas: dict[str, Any] = document["components"]["schemas"]
        self._patches, self._context = patches, context
        ours = {id(media) for _, media in patches}
        others = [site.schema for site in whole_schemas(document) if id(site.holder) not in ours]
        self._used = reached(others, self._schemas)
        self._named: dict[str, str] = {}
        self._made: set[str] = set()

    def run(self) -> None:
        for where, media in self._patches:
            self._members(media["schema"])
            self._context.ledger.tell(where, "a merge patch: each member may be null, which takes it away")

    def _members(self, schema: dict[str, Any]) -> None:
        """Let the members of a schema be null, and those of all that is inside it but arrays and unions."""
        pending = [schema]
        while pending:
            node = pending.pop()
            if "$ref" in node:
                pending += self._component(node)
                continue
            for member in _members_of(node):
                if not member.get("readOnly"):
                    member["nullable"] = True
                pending.append(member)

    def _component(self, node: dict[str, Any]) -> Iterator[dict[str, Any]]:
        """Lead a reference to the schema for patches, and give that to be changed, once."""
        name = component(node["$ref"], self._schemas)
        if name is None or name in self._made or "properties" not in self._schemas[name]:
            return
        is_new = name not in self._named
        if is_new:
            self._named[name] = self._free(name) if name in self._used else name
            self._made.add(self._named[name])
            if name in self._used:
                self._schemas[self._named[name]] = copied(self._schemas[name]) | {ITEM: False}
        node["$ref"] = reference(self._named[name])
        if is_new:
            yield self._schemas[self._named[name]]

    def _free(self, name: str) -> str:
        """The key of a schema for patches, which stands for no place that there is."""
        key, number = f"{name}.patch", 1
        while key in self._schemas:
            number += 1
            key = f"{name}.patch {number}"
        return key


def _members_of(node: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The members of an object: those by name, and any others."""
    yield from node.get("properties", {}).values()
    if isinstance(values := node.get("additionalProperties"), dict) and values:
        yield values
